"""An extract of the access log for the citizen (GDPR article 15): who has used my information, without names."""

import csv
import hashlib
import io
from dataclasses import dataclass
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Borger
from rehabteam.sager.udtraek.borgerlog import Opslag, opslag, poster_om

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb

FORMATER = {"pdf": "application/pdf", "csv": "text/csv; charset=utf-8"}
HOVEDER = ("Tidspunkt", "Organisation", "Rolle", "Hvad der skete", "Formål")
HOEJST_PDF = 2000  # rows; more than that is for a spreadsheet
FARLIGE = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run the cell


@dataclass(frozen=True, slots=True)
class Logudtraek:
    data: bytes
    antal: int


@handling("udlever_log")
def udlever_log(anledning: Anledning, forloeb_id: UUID, *, format_: str) -> Logudtraek:
    """Every row of one's own organisation that names the citizen. Raises KanIkke, FindesIkke, IngenRet."""
    kraev_ret(anledning.aktoer, "udlever_log")
    if format_ not in FORMATER:
        raise KanIkke({"": _("Vælg PDF eller regneark.")})
    forloeb = hent_forloeb(anledning, forloeb_id)
    raekker = opslag(anledning.aktoer, poster_om(anledning.aktoer, forloeb.borger_id))
    if format_ == "pdf" and len(raekker) > HOEJST_PDF:
        raise KanIkke({"": _("Der er for mange opslag til en PDF. Hent dem som regneark.")})
    data = _pdf(anledning, forloeb.borger, raekker) if format_ == "pdf" else _csv(raekker)
    haendelse(
        anledning,
        "udlever_log",
        f"Et udtræk af loggen blev lavet til borgeren: {len(raekker)} opslag.",
        forloeb=forloeb,
        data={"format": format_, "antal": len(raekker), "sha256": hashlib.sha256(data).hexdigest()},
    )
    return Logudtraek(data, len(raekker))


def _celler(o: Opslag) -> list[str]:
    tid = o.tid.astimezone(ZoneInfo(settings.TIME_ZONE))
    return [f"{tid:%d.%m.%Y %H.%M.%S}", o.organisation, o.rolle, o.hvad, o.formaal]


def _csv(raekker: list[Opslag]) -> bytes:
    """Semicolons and a byte order mark, as a Danish spreadsheet wants it; no cell is a formula."""
    ud = io.StringIO()
    skriver = csv.writer(ud, delimiter=";", lineterminator="\r\n")
    skriver.writerow(HOVEDER)
    for o in raekker:
        skriver.writerow([f"'{c}" if c.startswith(FARLIGE) else c for c in _celler(o)])
    return ud.getvalue().encode("utf-8-sig")


def _pdf(anledning: Anledning, borger: Borger, raekker: list[Opslag]) -> bytes:
    hvem = anledning.aktoer.organisation_navn
    forklaring = (
        f"Her står hver gang, dine oplysninger er vist, søgt frem, ændret eller hentet i {hvem}, og med hvilket formål. "
        "Navnet på den enkelte medarbejder er ikke med. Andre, der har fået din sag at se, fører deres egen log: "
        "spørg dem, hvis du vil se den. Ser du noget, du ikke forstår, så skriv til os."
    )
    tabel: breve.former.Tabel = {
        "hoveder": [*HOVEDER[:1], *HOVEDER[2:]],
        "raekker": [[c for i, c in enumerate(_celler(o)) if i != 1] for o in raekker],
        "bredder": [2.2, 2, 2.2, 4],
    }
    return breve.dokument(
        {
            "titel": "Hvem har brugt dine oplysninger",
            "slags": "Udtræk af adgangsloggen",
            "afsender": {"navn": hvem},
            "dato": anledning.nu.astimezone(ZoneInfo(settings.TIME_ZONE)).date().isoformat(),
            "borger": {"navn": borger.navn, "cpr_maskeret": maskeret(borger.cpr)},
            "afsnit": [
                {"tekst": forklaring},
                {"overskrift": f"{len(raekker)} opslag", "tabel": tabel}
                if raekker
                else {"tekst": "Der er ingen opslag i loggen."},
            ],
            "demo": settings.DEMO,
        }
    )
