"""The rare turns of the seal: a new key, and taking the log up again after a restore or a lost witness."""

import json
from enum import StrEnum
from pathlib import Path

from django.db.backends.utils import CursorWrapper

from .forsegling import FORFRA, enige, gaeldende, gem, mangler, sidste_linje, som_forsegler, stilling
from .forsegling_noegle import Noegle, NoegleFejl, laes, lav
from .forsegling_vidne import Vidne, VidneFejl, linje


class Grund(StrEnum):
    """Why the log is taken up again. It stands in the witness for ever, and every verification says it."""

    GENDANNET = "gendannet"
    VIDNET_TABT = "vidnet_tabt"


def genoptag(vidne: Vidne, noegle: Noegle, grund: Grund) -> None:
    """Let the seal go on from what the database has. Raises VidneFejl if the two tell different stories."""
    with vidne.laas():
        with som_forsegler() as cursor:
            cursor.execute("SELECT linje FROM sager_logstand ORDER BY nr")
            inde, ude = [r[0] for r in cursor.fetchall()], vidne.linjer()
            if any(a != b for a, b in zip(inde, ude, strict=False)):
                raise VidneFejl("Databasen og vidnet har hver sin linje: det er ikke en gendannelse.")
            for tekst in ude[len(inde) :]:
                gem(cursor, tekst)
            forrige = sidste_linje(cursor)
            if not forrige:
                raise VidneFejl("Loggen er ikke forseglet endnu: brug »rehabteam log forsegl«.")
            if gaeldende(forrige) != noegle.offentlig:
                raise NoegleFejl("Nøglen er ikke den, loggen sidst blev underskrevet med.")
            nr, kaede = _har(cursor, inde[0] if inde else ude[0])
            nu = stilling(cursor)
            felter = {
                "slags": "genoptaget",
                "grund": str(grund),
                "log": json.loads(forrige)["log"],
                "tid": nu.tid,
                "klynge": nu.klynge,
                "nr": nr,
                "kaede": kaede,
                "horisont": FORFRA,
                "efter": 0,
                "naeste": nu.naeste,
            }
            gem(cursor, linje(felter, forrige, noegle))
        mangler(vidne)


def _har(cursor: CursorWrapper, foerste: str) -> tuple[int, str]:
    """The last link in the database."""
    cursor.execute("SELECT nr, encode(kaede, 'hex') FROM sager_logsegl ORDER BY nr DESC LIMIT 1")
    fundet = cursor.fetchone()
    if fundet:
        return fundet[0], fundet[1]
    felter = json.loads(foerste)
    if felter["nr"]:
        raise VidneFejl("Databasen har ingen segl: gendan den fra en kopi, der har.")
    return 0, str(felter["kaede"])


def ny_noegle(vidne: Vidne, sti: Path) -> Noegle:
    """A new key takes over; the old and the new sign the change. The old file is kept as `<name>.foer`."""
    kommende = sti.with_name(sti.name + ".ny")
    gammel = laes(sti)
    ny = laes(kommende) if kommende.exists() else lav(kommende)
    with vidne.laas():
        with som_forsegler() as cursor:
            sidste = sidste_linje(cursor)
            if not sidste:
                raise VidneFejl("Loggen er ikke forseglet endnu: brug »rehabteam log forsegl«.")
            if gaeldende(sidste) != ny.offentlig:  # else a crash came between the line and the file
                forrige = enige(cursor, vidne, gammel)
                nu, foer = stilling(cursor), json.loads(forrige)
                arv = {k: foer[k] for k in ("log", "nr", "kaede", "horisont", "efter", "naeste", "klynge")}
                felter = {**arv, "slags": "noegle", "tid": nu.tid}
                gem(cursor, linje(felter, forrige, gammel, ny))
        mangler(vidne)
        sti.replace(sti.with_name(sti.name + ".foer"))
        kommende.replace(sti)
    return ny
