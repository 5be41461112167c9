"""The walls in PostgreSQL as data: per table, which kind of user may do what with which rows.

One database role per kind of user and one plain comparison per policy. Joins to a table of shares were
measured a thousand times slower; therefore the sharing columns are copied to each row (deling.py).
`byg.py` turns this into SQL, `katalog.py` compares a running database with it.
A new table goes in the room where it belongs.
"""

from . import borger, huset, indgang, log, sag
from .dor import Dor
from .noegler import SAMMENSATTE

TABELLER: dict[str, tuple[Dor, ...]] = (
    huset.TABELLER | borger.TABELLER | sag.TABELLER | log.TABELLER | indgang.TABELLER
)

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
