"""What somebody meant who wrote a date that does not exist: the likely correction, told and never made."""

import re
from datetime import date

from django.utils.translation import gettext as _

from rehabteam.lov.ord import MAANEDER
from rehabteam.lov.tid import plus_maaneder

from .byggesten.datoer import tabel

TIDLIGST, SENEST = date(1990, 1, 1), date(2100, 12, 31)
"""The years the calculators ask about; a year outside them is a slip of the hand."""

_DELE = re.compile(r"(\d{1,4})[\s.,/-]+(\d{1,4}|[a-zæøå]+)[\s.,/-]+(\d{1,4})", re.ASCII | re.IGNORECASE)
_I_ET = re.compile(r"(\d{2})(\d{2})(\d{2}|\d{4})", re.ASCII)


def gaet(tekst: str) -> date | None:
    """The day a text that is no date probably means, within the years asked about; None where it is anyone's guess."""
    fundet = _DELE.fullmatch(tekst.strip(" .")) or _I_ET.fullmatch(tekst.strip())
    if not fundet:
        return None
    foerste, midt, sidste = fundet.groups()
    maaned = _maaned(midt)
    if len(foerste) == 4:  # 2025-31-10: the year first
        foerste, sidste = sidste, foerste
    if maaned is None or len(foerste) > 2:
        return None
    dag, aar = int(foerste), _aar(int(sidste), len(sidste))
    if maaned > 12 >= dag:
        dag, maaned = maaned, dag
    if not (1 <= maaned <= 12 and 1 <= dag <= 31) or aar is None:
        return None
    while True:
        try:
            return date(aar, maaned, dag)
        except ValueError:  # the 31st of a month of 30 days
            dag -= 1


def _maaned(tekst: str) -> int | None:
    if tekst.isdecimal():
        return int(tekst) if len(tekst) <= 2 else None
    return next(
        (nr for nr, navn in enumerate(MAANEDER, 1) if len(tekst) >= 3 and navn.startswith(tekst.lower())),
        None,
    )


def _aar(aar: int, cifre: int) -> int | None:
    """Two figures are this century's; of four, two may have changed places."""
    if cifre == 2:
        return 2000 + aar
    if cifre != 4:
        return None
    if TIDLIGST.year <= aar <= SENEST.year:
        return aar
    t = f"{aar:04}"
    byttede = (int(t[:n] + t[n + 1] + t[n] + t[n + 2 :]) for n in range(3))
    return next((b for b in byttede if 2000 <= b <= 2050), None)


def kan_ikke_laeses(tekst: str) -> str:
    """What to say about a date that could not be read."""
    forslag = gaet(tekst)
    if forslag is None:
        return _("Datoen kan ikke læses. Skriv den som 31.10.2025.")
    fundet = _DELE.fullmatch(tekst.strip(" ."))
    if fundet and fundet[2].isdecimal() and int(fundet[2]) == forslag.month and int(fundet[1]) > forslag.day:
        return _("%(maaned)s %(aar)s har kun %(dage)s dage. Mente du %(dato)s?") % {
            "maaned": MAANEDER[forslag.month - 1].capitalize(),
            "aar": forslag.year,
            "dage": forslag.day,
            "dato": tabel(forslag),
        }
    return _("Datoen kan ikke læses. Mente du %(dato)s?") % {"dato": tabel(forslag)}


def uden_for(dag: date) -> str:
    """What to say about a year nobody asks about."""
    aar = _aar(dag.year, 4)
    forslag = aar and gaet(f"{dag.day}.{dag.month}.{aar}")
    if forslag:
        return _("Årstallet %(aar)s er nok en tastefejl. Mente du %(dato)s?") % {
            "aar": dag.year,
            "dato": tabel(forslag),
        }
    return _("Skriv et årstal fra 1990 til 2100.")


def byttet_om(fra: date, til: date) -> str:
    """What to say about a period that ends before it begins."""
    if til.year < fra.year:
        senere = plus_maaneder(til, 12 * (fra.year - til.year))
        senere = senere if senere >= fra else plus_maaneder(senere, 12)
        return _("Slutdatoen ligger før %(fra)s. Mente du %(til)s?") % {
            "fra": tabel(fra),
            "til": tabel(senere),
        }
    return _("Slutdatoen ligger før %(fra)s. Er de to datoer byttet om?") % {"fra": tabel(fra)}
