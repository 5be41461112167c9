"""Take back a fact that was registered wrongly. It stays, with the reason; the answer is computed without it."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import (
    Indsats,
    Oplysning,
    OrdinaereTimer,
    SaerligeGrunde,
    Spaend,
    UndtagetPeriode,
)

from .fejl import FindesIkke, KanIkke
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb

SLAGS: dict[str, tuple[type[Oplysning], str]] = {
    "indsats": (Indsats, "indsatsen"),
    "periode": (UndtagetPeriode, "perioden"),
    "timer": (OrdinaereTimer, "timerne"),
    "spaend": (Spaend, "perioden"),
    "saerlige_grunde": (SaerligeGrunde, "beslutningen om særlige grunde"),
}


@handling("tilbagekald_oplysning")
def tilbagekald_oplysning(
    anledning: Anledning, forloeb_id: UUID, slags: str, oplysning_id: UUID, *, grund: str
) -> Svarskifte:
    """`slags` is a key of SLAGS. Raises KanIkke at `grund`, FindesIkke (also if already taken back)."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "tilbagekald_oplysning", forloeb)
    if slags not in SLAGS:
        raise FindesIkke
    model, hvad = SLAGS[slags]
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor oplysningen tages tilbage.")})
    foer = vurder(forloeb, anledning.dag)
    # Every model of SLAGS has a forløb; the shared base class does not say so.
    hvilken = {"id": oplysning_id, "forloeb": forloeb, "tilbagekaldt_tid": None}
    raekker = model._default_manager.filter(**hvilken)
    if not raekker.update(tilbagekaldt_tid=anledning.nu, tilbagekaldt_grund=grund.strip()):
        raise FindesIkke
    skifte = genberegn(forloeb, anledning.dag, foer, f"{hvad} er taget tilbage: {grund.strip().rstrip('.')}")
    haendelse(
        anledning,
        "tilbagekald_oplysning",
        skifte.tekst,
        forloeb=forloeb,
        vurdering=skifte.efter,
        data={"slags": slags, "oplysning": str(oplysning_id)},
    )
    return skifte
