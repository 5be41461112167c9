"""Which parts of the forberedende del a document holds: a plan in another layout counts as well (BEK § 2, stk. 4)."""

from collections.abc import Collection
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Planbilag, Sag
from rehabteam.sager.plandele import EFTER_NOEGLE, ERFARINGER
from rehabteam.sager.sagsfakta.plan import kraevede

from .fejl import AendretAfAnden, FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


def kan_afkrydses(sag: Sag) -> dict[str, str]:
    """Part → its Danish name: what a document of this case can be said to hold."""
    return {d.noegle: d.titel for d in kraevede(sag.sagstype)} | ERFARINGER


@handling("afkryds_planbilag")
def afkryds_planbilag(
    anledning: Anledning, sag_id: UUID, *, dokument_id: UUID, dele: Collection[str], nr: int
) -> Planbilag:
    """The ticks as they are now; none takes them all away. `nr`: the ticks they were set on top of (0 = none).

    Raises KanIkke at `dele`, AendretAfAnden, FindesIkke.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "afkryds_planbilag", sag)
    dokument = sag.dokument_raekker.filter(id=dokument_id, trukket_tilbage_tid=None).first()
    if dokument is None:
        raise FindesIkke
    if not set(dele) <= kan_afkrydses(sag).keys():
        raise KanIkke({"dele": _("Vælg blandt sagens egne dele.")})
    nye = [noegle for noegle in (*EFTER_NOEGLE, *ERFARINGER) if noegle in dele]
    sidste = dokument.planbilag.order_by("-nr").first()
    if sidste and sidste.nr != nr and sidste.dele != nye:
        raise AendretAfAnden(sidste.af, sidste.tid, sidste.nr, {"dele": sidste.dele})
    ny = Planbilag.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        dokument=dokument,
        dele=nye,
        nr=(sidste.nr if sidste else 0) + 1,
        tid=anledning.nu,
        af=anledning.aktoer.navn,
    )
    haendelse(
        anledning,
        "afkryds_planbilag",
        f"Satte hak i, at »{dokument.titel}« rummer {len(nye)} dele af den forberedende del."
        if nye
        else f"Fjernede hakkene ved »{dokument.titel}«: det rummer ikke dele af den forberedende del.",
        sag=sag,
        data={"dokument": str(dokument.id), "dele": nye},
    )
    return ny
