"""What the tests of planning share: an agreement with places, and cases that want them."""

from datetime import date
from typing import Any

from rehabteam.handlinger.opret_sag import NyBorger, opret_sag
from rehabteam.handlinger.registrer_aftale import registrer_aftale
from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE, Vilkaar
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.models import Moedeplads, Sag
from tests.verden import DAG, Verden

VED = "vedligehold"
TO_PLADSER = Vilkaar(
    frist_hverdage={FLEKSJOB: 10},
    sager_per_dag={SYGEDAGPENGE: 1, FLEKSJOB: 2},
    kategorier={"fleksjob": FLEKSJOB},
    senest_maal_dage=42,
)


def aftale(v: Verden, terms: Vilkaar = TO_PLADSER, fra: date = DAG, nr: int = 0) -> Any:
    felter = {"gaelder_fra": fra, "begrundelse": "Ny aftale.", "foer_nr": nr}
    return v.goer(v.sekretariat, registrer_aftale, v.kommune.id, vilkaar=terms, **felter)


def fleksjob(v: Verden, navn: str = "Frida Fleksjob") -> Sag:
    return v.goer(
        v.sagsbehandler,
        opret_sag,
        art="fleksjob",
        ny=NyBorger(cpr=laes_cpr(next(v._numre)), navn=navn, foedselsdato=None),
    )


def frisk(sag: Sag) -> Sag:
    return Sag.objects.using(VED).select_related("moede").get(id=sag.id)


def pladser(moede: Any) -> list[tuple[str, int, Any]]:
    """(category, number, case) of each place of the day."""
    alle = Moedeplads.objects.using(VED).filter(moede_id=moede.id).order_by("aftalekategori", "nr")
    return [(p.aftalekategori, p.nr, p.sag_id) for p in alle]
