"""Whether a date that was typed can be true: against the citizen's life, the day, and each other."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext as _

from .fejl import KanIkke

FREM = timedelta(days=5 * 365)


def dansk(dato: date) -> str:
    return f"{dato:%d.%m.%Y}"


def rimelig(dato: date, foedt: date, dag: date, *, fremtid: bool) -> str:
    """What is wrong with one date, as a sentence; "" if nothing is."""
    if dato < foedt:
        return _("Datoen %(dato)s ligger før borgerens fødsel. Ret den.") % {"dato": dansk(dato)}
    if dato > dag and not fremtid:
        return _(
            "Datoen %(dato)s ligger efter i dag, %(dag)s. Skriv først, hvad der sker, når det er sket."
        ) % {
            "dato": dansk(dato),
            "dag": dansk(dag),
        }
    if dato > dag + FREM:
        return _("Datoen %(dato)s ligger mere end fem år ude i fremtiden. Er årstallet rigtigt?") % {
            "dato": dansk(dato)
        }
    return ""


def raekkefoelge(felt: str, foerst: date | None, sidst: date | None) -> Iterator[tuple[str, str]]:
    """An end before its beginning, with the likely correction if another year would mend it."""
    if foerst is None or sidst is None or sidst >= foerst:
        return
    tekst = _("Slutdatoen %(til)s ligger før startdatoen %(fra)s.") % {
        "til": dansk(sidst),
        "fra": dansk(foerst),
    }
    forslag = _naeste_samme_dag(sidst, foerst)
    if forslag:
        tekst += " " + _("Mente du %(dato)s?") % {"dato": dansk(forslag)}
    yield felt, tekst


def _naeste_samme_dag(dato: date, mindst: date) -> date | None:
    for aar in (mindst.year, mindst.year + 1):
        try:
            forslag = dato.replace(year=aar)
        except ValueError:
            continue
        if forslag >= mindst:
            return forslag
    return None


def kraev(fejl: dict[str, str]) -> None:
    """Raise KanIkke if anything was found."""
    fundet = {felt: tekst for felt, tekst in fejl.items() if tekst}
    if fundet:
        raise KanIkke(fundet)
