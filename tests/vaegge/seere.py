"""Who looks: one way to stand in the database for every kind of user and every relation to the row.

The rows of tests/vaegge/eksempler.py belong to the kommune of `Verden`. A column of matrix.txt is one viewer and one
state of the case: shared, not yet shared, or taken back.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection, connections, transaction
from django.db.backends.utils import CursorWrapper

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, Tjeneste, Vaeg
from rehabteam.sager.models import Rolle
from tests.verden import Verden

DELT, IKKE, TRUKKET = "delt", "ikke", "trukket"


@dataclass(frozen=True)
class Seer:
    """A column: its name, the kind of user, the state of the case, and who stands there."""

    navn: str
    slags: Vaeg | Tjeneste
    tilstand: str
    hvem: Callable[[Verden], Aktoer] | None = None


def _ny(rolle: Rolle, hvor: str) -> Callable[[Verden], Aktoer]:
    """A person who is nobody else in the world, made once."""

    def hvem(v: Verden) -> Aktoer:
        kendte = v.__dict__.setdefault("_seere", {})
        if (rolle, hvor) not in kendte:
            kendte[rolle, hvor] = v.person(rolle, getattr(v, hvor))
        return kendte[rolle, hvor]

    return hvem


def _kendt(navn: str) -> Callable[[Verden], Aktoer]:
    return lambda v: getattr(v, navn)


SEERE = (
    Seer("doer", Vaeg.DOER, DELT),
    Seer("K", Vaeg.KOMMUNE, DELT, _kendt("sagsbehandler")),
    Seer("K-nabo", Vaeg.KOMMUNE, DELT, _kendt("naboen")),
    Seer("R", Vaeg.REGION, DELT, _kendt("sekretariat")),
    Seer("R-ikke", Vaeg.REGION, IKKE, _kendt("sekretariat")),
    Seer("R-væk", Vaeg.REGION, TRUKKET, _kendt("sekretariat")),
    Seer("R-fjern", Vaeg.REGION, DELT, _kendt("fjernt_sekretariat")),
    Seer("C", Vaeg.KOORDINATOR, DELT, _kendt("koordinator")),
    Seer("C-ikke", Vaeg.KOORDINATOR, IKKE, _kendt("koordinator")),
    Seer("C-væk", Vaeg.KOORDINATOR, TRUKKET, _kendt("koordinator")),
    Seer("C-anden", Vaeg.KOORDINATOR, DELT, _kendt("anden_koordinator")),
    Seer("C-fjern", Vaeg.KOORDINATOR, DELT, _ny(Rolle.SUNDHEDSKOORDINATOR, "anden_region")),
    Seer("A", Vaeg.AUDIT, DELT, _kendt("auditor")),
    Seer("A-nabo", Vaeg.AUDIT, DELT, _ny(Rolle.AUDITOR, "nabokommune")),
    Seer("A-reg", Vaeg.AUDIT, DELT, _ny(Rolle.AUDITOR, "region")),
    Seer("A-reg-ikke", Vaeg.AUDIT, IKKE, _ny(Rolle.AUDITOR, "region")),
    Seer("A-fjern", Vaeg.AUDIT, DELT, _ny(Rolle.AUDITOR, "anden_region")),
    Seer("segl", Tjeneste.FORSEGLER, DELT),
)


@contextmanager
def staar_som(seer: Seer, v: Verden) -> Iterator[CursorWrapper]:
    """A cursor as this viewer, as the site (or the sealer) makes one; everything is taken back afterwards."""
    alias = "vedligehold" if isinstance(seer.slags, Tjeneste) else "default"
    hvem = seer.hvem(v) if seer.hvem else None
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        if isinstance(seer.slags, Tjeneste):
            cursor.execute("SELECT set_config('role', %s, true)", [kontekst.rollenavn(seer.slags)])
        elif hvem is None:
            kontekst.aabn_doeren()
        else:
            assert hvem.vaeg == seer.slags, f"{seer.navn} er {hvem.vaeg}"
            kontekst.som(hvem)
        yield cursor
        transaction.set_rollback(True, using=alias)
        assert alias == "vedligehold" or connection.in_atomic_block
