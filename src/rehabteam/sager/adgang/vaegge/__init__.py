"""The walls in PostgreSQL as data: per table, which kind of user may do what with which rows.

One database role per kind of user and one plain comparison per policy. Joins to a table of shares were
measured a thousand times slower; therefore the sharing columns are copied to each row (deling.py).
`byg.py` turns this into SQL, `katalog.py` compares a running database with it.
A new table goes in the room where it belongs.
"""

from . import borger, borgersiden, huset, indgang, log, sag, stedfortraeder
from .dor import Dor
from .noegler import SAMMENSATTE


def _samlet(*rum: dict[str, tuple[Dor, ...]]) -> dict[str, tuple[Dor, ...]]:
    """Every room's tables; one that several rooms name has all their ways."""
    tabeller: dict[str, tuple[Dor, ...]] = {}
    for et in rum:
        for tabel, doere in et.items():
            tabeller[tabel] = (*tabeller.get(tabel, ()), *doere)
    return tabeller


TABELLER = _samlet(*(rum.TABELLER for rum in (huset, borger, borgersiden, sag, log, indgang, stedfortraeder)))

# Tables no kind of user may touch: they hold no grants at all.
LUKKEDE = frozenset(
    {
        "django_migrations",
        "django_content_type",
        "auth_permission",
        "auth_group",
        "auth_group_permissions",
    }
)

__all__ = ["LUKKEDE", "SAMMENSATTE", "TABELLER", "Dor"]
