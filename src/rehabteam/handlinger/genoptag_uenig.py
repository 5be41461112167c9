"""The kommune will not follow the indstilling: the case is presented again before it can be decided against."""

from collections.abc import Mapping
from typing import TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import UENIG, Dokument, Sag
from rehabteam.sager.models.grundlag import OmBorgeren
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta import laege, plan, skoen
from rehabteam.sager.sagsfakta.samlet import omfang

from .fejl import KanIkke
from .genoptag_sag import AlleredeGenoptaget, foelg_alle_med
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .sagsnummer import naeste
from .svar_paa_spoergsmaal import skriv_svar

R = TypeVar("R", bound=OmBorgeren)
EGNE = frozenset({"id", "sag", "region", "koordinator", "udelukkede"})


@handling("genoptag_uenig")
def genoptag_uenig(anledning: Anledning, sag_id: UUID, *, grund: str) -> Sag:
    """A new case that springs from the one the team has answered: documents, plan and answers follow it.

    The old case is not changed. Raises KanIkke at `grund`, AlleredeGenoptaget, FindesIkke, IngenRet.
    """
    gammel = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "genoptag_uenig", gammel)
    aaben = gammel.udsprungne.filter(undertype=UENIG).exclude(tilstand=Sag.Tilstand.AFSLUTTET).first()
    if aaben:
        raise AlleredeGenoptaget(aaben)
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor kommunen ikke vil følge indstillingen.")})
    sag = Sag.objects.create(
        kommune_id=gammel.kommune_id,
        borger=gammel.borger,
        forloeb_id=gammel.forloeb_id,
        nummer=naeste(gammel.kommune_id, anledning.dag.year),
        sagstype=gammel.sagstype,
        undertype=UENIG,
        udspringer_af=gammel,
        sagsbehandler_id=gammel.sagsbehandler_id,
        oprettet=anledning.dag,
        forrige_indstilling_i_it=True,
    )
    papirer = list(gammel.dokument_raekker.filter(trukket_tilbage_tid=None))
    nye = foelg_alle_med(anledning, sag, papirer)
    _foelg_med(anledning, sag, gammel, nye)
    haendelse(
        anledning,
        "genoptag_uenig",
        f"Sagen {sag.nummer} blev oprettet, fordi kommunen ikke vil følge indstillingen i {gammel.nummer}. "
        f"{len(papirer)} dokumenter fulgte med. Begrundelse: {grund.strip()}",
        sag=sag,
        vurdering=omfang(sag),
    )
    return sag


def _foelg_med(anledning: Anledning, sag: Sag, gammel: Sag, nye: Mapping[UUID, Dokument]) -> None:
    """What was written and answered on the old case, as it stands now: each with the name and day it had."""
    svar = skoen.seneste(gammel)
    for noegle, vaerdi in art(gammel).fakta.items():
        if noegle not in svar:
            skriv_svar(anledning, sag, noegle, vaerdi)  # type: ignore[arg-type]
    for raekke in (*svar.values(), *plan.seneste(gammel).values()):
        kopi(raekke, sag, version=1)
    for bilag in plan.bilag(gammel):
        kopi(bilag, sag, dokument=nye[bilag.dokument_id], nr=1)
    for fund in laege.gaeldende(gammel):
        kopi(fund, sag, dokument=nye[fund.dokument_id])


def kopi(raekke: R, sag: Sag, **nyt: object) -> R:
    """The same row on another case; `nyt`: the columns that are new there."""
    felter = {f.name: getattr(raekke, f.name) for f in raekke._meta.concrete_fields if f.name not in EGNE}
    return type(raekke)._default_manager.create(sag=sag, **{**felter, **nyt})
