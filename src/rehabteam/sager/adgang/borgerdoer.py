"""At the citizens' door: for a moment PostgreSQL is told, signed, which CPR number has just been proved.

The door sees no citizen. With this it sees the rows of the one person the identity provider has vouched for, and of
them only the id. The number is in no table, session or log line of ours.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from ..cpr import Cpr
from . import kontekst


@contextmanager
def med_bevist(cpr: Cpr) -> Iterator[None]:
    """The door, which inside finds this person and nobody else."""
    kontekst.aabn_doeren(cpr.nummer)
    yield
    kontekst.aabn_doeren()
