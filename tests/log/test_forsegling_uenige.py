"""When the database and the witness do not tell the same, the sealer stops; going on is said, and stands there."""

import json

import pytest

from rehabteam.sager.adgang import forsegling, forsegling_skift
from rehabteam.sager.adgang.forsegling_vidne import VidneFejl
from tests.log.kaede import Log, som_super


@pytest.mark.parametrize("skade", ["væk", "kortere", "en anden", "tom database"])
def test_forsegleren_staar_af_naar_de_to_er_uenige(loggen: Log, skade: str) -> None:
    if skade == "væk":
        loggen.vidne.fil.unlink()
    elif skade == "kortere":
        som_super("DELETE FROM sager_logstand WHERE nr = 4")
    elif skade == "en anden":
        loggen.anden_sidste_linje()
    else:
        som_super("TRUNCATE sager_logstand")
    loggen.skriv()
    with pytest.raises(VidneFejl):
        loggen.forsegl()
    assert loggen.fund()


def test_efter_en_gendannelse_gaar_loggen_videre_og_siger_hvad_der_blev_tabt(loggen: Log) -> None:
    """The database is restored to an earlier moment; the witness knows more, and keeps on saying so."""
    som_super("DELETE FROM sager_logstand WHERE nr = 4")
    som_super("DELETE FROM sager_adgangspost p USING sager_logsegl s WHERE s.post_id = p.id AND s.nr > 30")
    som_super("DELETE FROM sager_logsegl WHERE nr > 30")
    loggen.skriv(2)
    with pytest.raises(VidneFejl, match="ved mere"):
        loggen.forsegl()
    forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.GENDANNET)
    assert loggen.forsegl() == 2
    svar = loggen.proev()
    assert (svar.fund, svar.raekker) == ([], 32)
    assert "gendannet" in svar.bemaerkninger[0] and "nr. 31–40 er tabt" in svar.bemaerkninger[0]


def test_paa_en_ny_server_begynder_transaktionerne_forfra(loggen: Log) -> None:
    """A dump in another cluster: its transactions have lower numbers. Nothing may be skipped for that."""
    ny = json.loads(loggen.vidne.sidste()) | {"klynge": "123", "horisont": 10**15, "naeste": 10**15}
    assert ny["klynge"] == "123"
    loggen.skriv(3)
    flyttet = {"klynge": "123", "horisont": 10**15, "naeste": 10**15}
    # The last line as another cluster would have left it: signed by us, with that cluster's numbers.
    sidste, foer = loggen.vidne.linjer()[-1], loggen.vidne.linjer()[-2]
    felter = {k: v for k, v in json.loads(sidste).items() if k not in ("underskrift", "forrige", "linje")}
    ny_linje = forsegling.linje(felter | flyttet, foer, loggen.noegle)
    loggen.vidne.fil.write_text("\n".join([*loggen.vidne.linjer()[:-1], ny_linje]) + "\n")
    som_super("UPDATE sager_logstand SET linje = %s WHERE nr = 4", ny_linje)
    with pytest.raises(VidneFejl, match="anden server"):
        loggen.forsegl()
    forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.GENDANNET)
    assert loggen.forsegl() == 3
    loggen.skriv(2)
    assert loggen.forsegl() == 2 and loggen.fund() == []


def test_er_vidnet_tabt_skrives_det_igen_og_det_staar_der(loggen: Log) -> None:
    loggen.vidne.fil.unlink()
    forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.VIDNET_TABT)
    loggen.skriv()
    loggen.forsegl()
    svar = loggen.proev()
    assert svar.fund == [] and "vidnet_tabt" in svar.bemaerkninger[0]


def test_genoptag_godtager_ikke_to_historier(loggen: Log) -> None:
    loggen.anden_sidste_linje()
    with pytest.raises(VidneFejl, match="hver sin"):
        forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.GENDANNET)
