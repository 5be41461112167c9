"""The extract of the access log on paper and as a spreadsheet: when, where, in which role and for what. No names."""

import csv
import io
from zoneinfo import ZoneInfo

from django.conf import settings

from rehabteam import breve
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Borger
from rehabteam.sager.udtraek.borgerlog import Opslag

from .handling import Anledning

HOVEDER = ("Tidspunkt", "Organisation", "Rolle", "Hvad der skete", "Formål")
HOEJST_PDF = 2000  # rows; more than that is for a spreadsheet
FARLIGE = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would run the cell


def _celler(o: Opslag) -> list[str]:
    tid = o.tid.astimezone(ZoneInfo(settings.TIME_ZONE))
    return [f"{tid:%d.%m.%Y %H.%M.%S}", o.organisation, o.rolle, o.hvad, o.formaal]


def som_csv(raekker: list[Opslag]) -> bytes:
    """Semicolons and a byte order mark, as a Danish spreadsheet wants it; no cell is a formula."""
    ud = io.StringIO()
    skriver = csv.writer(ud, delimiter=";", lineterminator="\r\n")
    skriver.writerow(HOVEDER)
    for o in raekker:
        skriver.writerow([f"'{c}" if c.startswith(FARLIGE) else c for c in _celler(o)])
    return ud.getvalue().encode("utf-8-sig")


def som_pdf(anledning: Anledning, borger: Borger, raekker: list[Opslag]) -> bytes:
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
