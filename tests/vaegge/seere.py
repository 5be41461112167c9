"""Who looks: one way to stand in the database for every kind of user and every relation to the row.

The rows of tests/vaegge/eksempler.py belong to the kommune of `Verden`. A column of matrix.txt is one viewer and one
state of the case: shared, not yet shared, taken back, or shared with somebody who is kept out.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, Noed, Tjeneste, Vaeg, Vikar
from rehabteam.sager.models import Rolle
from tests.verden import Verden

DELT, IKKE, TRUKKET, UDE = "delt", "ikke", "trukket", "ude"


@dataclass
class Sted:
    """One citizen of the kommune with her forløb, meeting, case and fuldmagt, in one state of sharing.

    `ider`: what the columns of other tables are filled with, by their names.
    """

    v: Verden
    tilstand: str
    ider: dict[str, Any]

    def __getitem__(self, navn: str) -> Any:
        return self.ider[navn]


Hvem = Callable[[Verden, Sted], Aktoer]


@dataclass(frozen=True)
class Seer:
    """A column: its name, the kind of user, the state of the case, and who stands there."""

    navn: str
    slags: Vaeg | Tjeneste
    tilstand: str
    hvem: Hvem | None = None
    kender_nummeret: bool = False  # at the door, with the citizen's CPR number proved


def _kendt(navn: str) -> Hvem:
    return lambda v, sted: getattr(v, navn)


def _ny(rolle: Rolle, hvor: str) -> Hvem:
    """A person who is nobody else in the world, made once."""

    def hvem(v: Verden, sted: Sted) -> Aktoer:
        kendte = v.__dict__.setdefault("_seere", {})
        if (rolle, hvor) not in kendte:
            kendte[rolle, hvor] = v.person(rolle, getattr(v, hvor))
        return kendte[rolle, hvor]

    return hvem


def borgeren(v: Verden, borger_id: Any) -> Aktoer:
    felter = {"organisation_navn": v.kommune.navn, "organisation_slags": v.kommune.slags}
    return Aktoer(
        medarbejder_id=borger_id,
        navn="Borger",
        rolle=Rolle.BORGER,
        organisation_id=v.kommune.id,
        region_id=v.region.id,
        borger_id=borger_id,
        **felter,
    )


def _bisidder(fuldmagt: str) -> Hvem:
    return lambda v, sted: replace(
        borgeren(v, sted["borger_id"]), rolle=Rolle.BISIDDER, medarbejder_id=sted[fuldmagt]
    )


def _fremmed_bisidder(v: Verden, sted: Sted) -> Aktoer:
    """With the fuldmagt of another citizen, who says she is this one's."""
    return replace(_bisidder("fuldmagt_id")(v, sted), medarbejder_id=sted["en_andens_fuldmagt"])


def _vikar(v: Verden, sted: Sted) -> Aktoer:
    hende = v.koordinator
    return replace(v.anden_koordinator, vikar_for=Vikar(uuid4(), hende.medarbejder_id, hende.navn))


def _noed(navn: str, sag: str = "sag_id", borger: str = "borger_id") -> Hvem:
    """Somebody who has broken the glass to this case, or to another."""
    om_lidt = datetime.now(UTC) + timedelta(minutes=30)
    return lambda v, sted: replace(getattr(v, navn), noed=Noed(uuid4(), sted[sag], sted[borger], om_lidt))


I_DRIFT, MASKINEN = _ny(Rolle.DRIFT, "kommune"), _ny(Rolle.INTEGRATION, "kommune")
K, R, C, A, N = Vaeg.KOMMUNE, Vaeg.REGION, Vaeg.KOORDINATOR, Vaeg.AUDIT, Vaeg.NOED
SEERE = (
    Seer("doer", Vaeg.DOER, DELT),
    Seer("doer-nr", Vaeg.DOER, DELT, kender_nummeret=True),
    Seer("K", K, DELT, _kendt("sagsbehandler")),
    Seer("K-nabo", K, DELT, _kendt("naboen")),
    Seer("K-ude", K, UDE, _kendt("sagsbehandler")),
    Seer("R", R, DELT, _kendt("sekretariat")),
    Seer("R-ikke", R, IKKE, _kendt("sekretariat")),
    Seer("R-væk", R, TRUKKET, _kendt("sekretariat")),
    Seer("R-fjern", R, DELT, _kendt("fjernt_sekretariat")),
    Seer("R-ude", R, UDE, _kendt("sekretariat")),
    Seer("C", C, DELT, _kendt("koordinator")),
    Seer("C-ikke", C, IKKE, _kendt("koordinator")),
    Seer("C-væk", C, TRUKKET, _kendt("koordinator")),
    Seer("C-anden", C, DELT, _kendt("anden_koordinator")),
    Seer("C-fjern", C, DELT, _ny(Rolle.SUNDHEDSKOORDINATOR, "anden_region")),
    Seer("C-vikar", C, DELT, _vikar),
    Seer("C-ude", C, UDE, _kendt("koordinator")),
    Seer("A", A, DELT, _kendt("auditor")),
    Seer("A-nabo", A, DELT, _ny(Rolle.AUDITOR, "nabokommune")),
    Seer("A-reg", A, DELT, _ny(Rolle.AUDITOR, "region")),
    Seer("A-reg-ikke", A, IKKE, _ny(Rolle.AUDITOR, "region")),
    Seer("A-fjern", A, DELT, _ny(Rolle.AUDITOR, "anden_region")),
    Seer("A-ude", A, UDE, _kendt("auditor")),
    Seer("N", N, DELT, _noed("sagsbehandler")),
    Seer("N-C", N, DELT, _noed("anden_koordinator")),
    Seer("N-anden", N, DELT, _noed("sagsbehandler", "en_andens_sag", "en_andens_borger")),
    Seer("N-ikke", N, IKKE, _noed("sekretariat")),
    Seer("N-fjern", N, DELT, _noed("fjernt_sekretariat")),
    Seer("N-ude", N, UDE, _noed("sagsbehandler")),
    Seer("B", Vaeg.BORGER, DELT, lambda v, sted: borgeren(v, sted["borger_id"])),
    Seer("B-anden", Vaeg.BORGER, DELT, lambda v, sted: borgeren(v, sted["en_andens_borger"])),
    Seer("F", Vaeg.BISIDDER, DELT, _bisidder("fuldmagt_id")),
    Seer("F-væk", Vaeg.BISIDDER, DELT, _bisidder("tilbagekaldt_fuldmagt")),
    Seer("F-anden", Vaeg.BISIDDER, DELT, _fremmed_bisidder),
    Seer("D", Vaeg.DRIFT, DELT, I_DRIFT),
    Seer("I", Vaeg.INTEGRATION, DELT, MASKINEN),
    Seer("I-nabo", Vaeg.INTEGRATION, DELT, _ny(Rolle.INTEGRATION, "nabokommune")),
    Seer("segl", Tjeneste.FORSEGLER, DELT),
)
# Kept out of the citizens in the state UDE.
UDELUKKEDE = ("sagsbehandler", "sekretariat", "koordinator", "auditor")


@contextmanager
def staar_som(seer: Seer, v: Verden, sted: Sted) -> Iterator[CursorWrapper]:
    """A cursor as this viewer, as the site (or the sealer) makes one; everything is taken back afterwards."""
    alias = "vedligehold" if isinstance(seer.slags, Tjeneste) else "default"
    hvem = seer.hvem(v, sted) if seer.hvem else None
    with transaction.atomic(using=alias), connections[alias].cursor() as cursor:
        if isinstance(seer.slags, Tjeneste):
            cursor.execute("SELECT set_config('role', %s, true)", [kontekst.rollenavn(seer.slags)])
        elif hvem is None:
            kontekst.aabn_doeren(sted["cpr"] if seer.kender_nummeret else "")
        else:
            assert hvem.vaeg == seer.slags, f"{seer.navn} er {hvem.vaeg}"
            kontekst.som(hvem)
        yield cursor
        transaction.set_rollback(True, using=alias)
