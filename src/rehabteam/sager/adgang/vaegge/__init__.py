"""The walls in PostgreSQL as data: per table, which kind of user may do what with which rows.

One database role per kind of user and one plain comparison per policy. Joins to a table of shares were
measured a thousand times slower; therefore the sharing columns are copied to each row (deling.py).
`byg.py` turns this into SQL, `katalog.py` compares a running database with it.
A new table goes in the room where it belongs.
"""

from dataclasses import replace

from ..aktoer import Vaeg
from ..udelukkelse import PERSONER
from . import (
    aftalen,
    borger,
    borgersiden,
    huset,
    indgang,
    indlaesning,
    inhabilitet,
    log,
    maskiner,
    sag,
    samtykke,
    stedfortraeder,
)
from .dor import ALLE_RAEKKER, DOEREN, Dor
from .noegler import SAMMENSATTE


def _samlet(*rum: dict[str, tuple[Dor, ...]]) -> dict[str, tuple[Dor, ...]]:
    """Every room's tables; one that several rooms name has all their ways."""
    tabeller: dict[str, tuple[Dor, ...]] = {}
    for et in rum:
        for tabel, doere in et.items():
            tabeller[tabel] = (*tabeller.get(tabel, ()), *(_underskrevet(dor) for dor in doere))
    return tabeller


def _underskrevet(dor: Dor) -> Dor:
    """The door has no organisation to compare with: that its context is signed is asked about everywhere."""
    if dor.vaeg != Vaeg.DOER:
        return dor
    return replace(dor, ser=_og_doeren(dor.ser), skriver=_og_doeren(dor.skriver) if dor.skriver else "")


def _og_doeren(betingelse: str) -> str:
    return DOEREN if betingelse == ALLE_RAEKKER else f"{DOEREN} AND ({betingelse})"


TABELLER = _samlet(
    *(
        rum.TABELLER
        for rum in (
            huset,
            borger,
            inhabilitet,
            borgersiden,
            sag,
            log,
            indgang,
            samtykke,
            stedfortraeder,
            maskiner,
            indlaesning,
            aftalen,
        )
    )
)


def udelukkede(tabel: str) -> list[Vaeg]:
    """The kinds of person at work who have a way to a table about a citizen, and may be kept out of it."""
    doere = {dor.vaeg for dor in TABELLER[tabel]}
    return [vaeg for vaeg in PERSONER if vaeg in doere]


# Tables no kind of user may touch: they hold no grants at all.
LUKKEDE = frozenset(
    {
        "django_content_type",
        "auth_permission",
        "auth_group",
        "auth_group_permissions",
    }
)
# Django's own bookkeeping has no owner's lock: its owner must be able to migrate.
UTVUNGNE = LUKKEDE | {"django_migrations"}

__all__ = ["LUKKEDE", "SAMMENSATTE", "TABELLER", "UTVUNGNE", "Dor", "udelukkede"]
