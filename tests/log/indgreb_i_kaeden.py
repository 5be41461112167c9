"""Tampering with the chain of seals and with the witness outside: each gives what the check must then say first."""

import json

from rehabteam.sager.adgang import forsegling
from rehabteam.sager.adgang.forsegling_noegle import Noegle
from rehabteam.sager.adgang.forsegling_vidne import linje
from tests.log.kaede import Log, som_super, superbruger

STED = 17
POST = "FROM sager_logsegl s WHERE s.post_id = p.id AND s.nr ="


def skriv_kaeden_om(loggen: Log, fra: int) -> None:
    """What somebody with the whole database can do: change a row and make every later seal anew."""
    som_super(f"UPDATE sager_adgangspost p SET borgere = '{{}}' {POST} {fra}")
    raekker = som_super(
        f"SELECT s.nr, s.post_id, s.tid, {forsegling.UTC_TEKST.format('s.tid')}, {forsegling.TEKST} "
        "FROM sager_logsegl s JOIN sager_adgangspost p ON p.id = s.post_id ORDER BY s.nr"
    )
    kaede = forsegling.begyndelse(loggen.sidste()["log"])
    with superbruger() as forbindelse:
        for nr, _, _, tid, tekst in raekker:
            aftryk = forsegling.postaftryk(tekst)
            kaede = forsegling.led(kaede, nr, tid, aftryk)
            forbindelse.execute(
                "UPDATE sager_logsegl SET aftryk = %s, kaede = %s WHERE nr = %s", [aftryk, kaede, nr]
            )


def _skriv_kaeden_om(loggen: Log) -> str:
    skriv_kaeden_om(loggen, STED)
    return "nr. 11, linje 2: kæden er skrevet om et sted fra nr. 11 til nr. 20"


def _skriv_hovedet_om(loggen: Log) -> str:
    skriv_kaeden_om(loggen, 1)
    return "nr. 1, linje 1: kæden er skrevet om"


def _underskriv_selv(loggen: Log) -> str:
    """The chain rewritten and every line signed again, in the database and the witness, with a key of one's own."""
    skriv_kaeden_om(loggen, STED)
    falsk, forrige, nye = Noegle(b"f" * 32), "", []
    for tekst in loggen.vidne.linjer():
        felter = {k: v for k, v in json.loads(tekst).items() if k != "underskrift"}
        felter["kaede"] = som_super(
            "SELECT encode(kaede, 'hex') FROM sager_logsegl WHERE nr = %s", felter["nr"]
        )[0][0]
        forrige = linje(felter, forrige, falsk)
        nye.append(forrige)
    for nr, tekst in enumerate(nye, 1):
        som_super("UPDATE sager_logstand SET linje = %s WHERE nr = %s", tekst, nr)
    loggen.vidne.fil.write_text("\n".join(nye) + "\n")
    return "linje 1: linjen er underskrevet med en anden nøgle"


def _ret_linjen_i_databasen(loggen: Log) -> str:
    som_super("UPDATE sager_logstand SET linje = replace(linje, '\"nr\":20', '\"nr\":19') WHERE nr = 2")
    return "linje 2: databasen og vidnet har hver sin linje"


def _ret_i_vidnet(loggen: Log) -> str:
    tekst = loggen.vidne.fil.read_text()
    loggen.vidne.fil.write_text(tekst.replace('"nr":20', '"nr":19'))
    return "linje 2: underskriften passer ikke"


def _tag_en_linje_ud_af_vidnet(loggen: Log) -> str:
    linjer = loggen.vidne.linjer()
    loggen.vidne.fil.write_text("\n".join([linjer[0], *linjer[2:]]) + "\n")
    return "linje 2: linjen følger ikke"


def _byt_linjer_i_vidnet(loggen: Log) -> str:
    a, b, c, d = loggen.vidne.linjer()
    loggen.vidne.fil.write_text("\n".join([a, c, b, d]) + "\n")
    return "linje 2: linjen følger ikke"


def _skaer_vidnet_af(loggen: Log) -> str:
    loggen.vidne.fil.write_text("\n".join(loggen.vidne.linjer()[:3]) + "\n")
    return "linje 4: vidnet er skåret af"


def _fjern_vidnet(loggen: Log) -> str:
    loggen.vidne.fil.unlink()
    return "linje 1: vidnet er skåret af"


def _flyt_vidnet(loggen: Log) -> str:
    loggen.vidne.mappe.rename(loggen.vidne.mappe.with_name("et andet sted"))
    return "linje 1: vidnet er skåret af"


def _en_anden_logs_vidne(loggen: Log) -> str:
    forrige, fremmed = "", []
    for tekst in loggen.vidne.linjer():
        felter = {k: v for k, v in json.loads(tekst).items() if k != "underskrift"}
        forrige = linje(felter | {"log": "00000000-0000-4000-8000-000000000000"}, forrige, loggen.noegle)
        fremmed.append(forrige)
    loggen.vidne.fil.write_text("\n".join(fremmed) + "\n")
    return "linje 1: databasen og vidnet har hver sin linje"


def _gaffel(loggen: Log) -> str:
    """Two histories from the same point: the sealer's own key, but another line in the witness."""
    *foer, sidste = loggen.vidne.linjer()
    felter = {k: v for k, v in json.loads(sidste).items() if k != "underskrift"}
    loggen.vidne.fil.write_text(
        "\n".join([*foer, linje(felter | {"kaede": "00" * 32}, foer[-1], loggen.noegle)]) + "\n"
    )
    return "linje 4: databasen og vidnet har hver sin linje"


INDGREB = (
    _skriv_kaeden_om,
    _skriv_hovedet_om,
    _underskriv_selv,
    _ret_linjen_i_databasen,
    _ret_i_vidnet,
    _tag_en_linje_ud_af_vidnet,
    _byt_linjer_i_vidnet,
    _skaer_vidnet_af,
    _fjern_vidnet,
    _flyt_vidnet,
    _en_anden_logs_vidne,
    _gaffel,
)
