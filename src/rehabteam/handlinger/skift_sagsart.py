"""The case was made as the wrong kind: it closes with the reason, and goes on as a new one with its papers.

Why a new case and not another word on the old one: docs/beslutninger/0012-forkert-slags-sag.md.
"""

from collections.abc import Mapping
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Anmodning, Sag, Sagsskifte
from rehabteam.sager.plandele import ERFARINGER
from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.sagsarter import art as arten
from rehabteam.sager.sagsfakta import laege, plan

from .fejl import KanIkke
from .genoptag_sag import foelg_alle_med
from .genoptag_uenig import kopi
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .opret_sag import opret_sag
from .sagslukning import luk


def hvorfor_ikke(sag: Sag) -> str:
    """What depends on the kind and must be undone first, as a sentence; "" if nothing does."""
    if not arten(sag).vaelges:
        return _("Sagen udspringer af en anden sag og kan ikke blive til en anden slags.")
    if sag.moede_id:
        return _("Sagen er på et møde. Tag den af mødet først.")
    if Anmodning.objects.filter(sag=sag, tilstand=Anmodning.Tilstand.SENDT).exists():
        return _(
            "Der er bedt om oplysninger i sagen, og svaret er ikke kommet. Notér svaret, eller annullér anmodningen først."
        )
    return ""


@handling("skift_sagsart")
def skift_sagsart(
    anledning: Anledning,
    sag_id: UUID,
    *,
    art: str,
    grund: str,
    svar: Mapping[str, bool | str] | None = None,
    grunde: Mapping[str, str] | None = None,
) -> Sag:
    """The new case. Papers, what they hold, and the parts both kinds have follow it; what was judged does not.

    Raises KanIkke at "", `art`, `grund` and as opret_sag does; FindesIkke, IngenRet.
    """
    gammel = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skift_sagsart", gammel)
    if ikke := hvorfor_ikke(gammel):
        raise KanIkke({"": ikke})
    fejl = {}
    if ARTER.get(art) == arten(gammel):
        fejl["art"] = _("Sagen er af den slags i forvejen. Vælg en anden.")
    if not grund.strip():
        fejl["grund"] = _("Skriv, hvorfor sagen er en anden slags.")
    if fejl:
        raise KanIkke(fejl)
    ny = opret_sag(anledning, art=art, borger_id=gammel.borger_id, svar=svar, grunde=grunde)
    ny.udspringer_af = gammel
    ny.sagsbehandler_id = gammel.sagsbehandler_id
    ny.save(update_fields=["udspringer_af", "sagsbehandler"])
    papirer, dele = _foelg_med(anledning, gammel, ny)
    luk(anledning, gammel, Sagsskifte.Resultat.FEJL, f"Fortsætter i sag {ny.nummer}. {grund.strip()}")
    haendelse(
        anledning,
        "skift_sagsart",
        f"Sagen blev afsluttet som »{arten(gammel).navn}« og fortsætter som »{ARTER[art].navn}« i {ny.nummer}. "
        f"Begrundelse: {grund.strip()}",
        sag=gammel,
        data={"ny": str(ny.id)},
    )
    haendelse(
        anledning,
        "skift_sagsart",
        f"Sagen fortsætter {gammel.nummer}, der var oprettet som »{arten(gammel).navn}«. {papirer} dokumenter og "
        f"{dele} dele af den forberedende del fulgte med. Begrundelse: {grund.strip()}",
        sag=ny,
        data={"gammel": str(gammel.id)},
    )
    return ny


def _foelg_med(anledning: Anledning, gammel: Sag, ny: Sag) -> tuple[int, int]:
    """How many papers and parts came along, each with the name and day it had."""
    papirer = gammel.dokument_raekker.filter(trukket_tilbage_tid=None).order_by("tilfoejet_tid", "id")
    nye = foelg_alle_med(anledning, ny, papirer)
    faelles = {d.noegle for d in plan.kraevede(ny.sagstype)}
    dele = [d for noegle, d in plan.seneste(gammel).items() if noegle in faelles]
    for del_ in dele:
        kopi(del_, ny, version=1)
    for bilag in plan.bilag(gammel):
        hak = [noegle for noegle in bilag.dele if noegle in faelles or noegle in ERFARINGER]
        kopi(bilag, ny, dokument=nye[bilag.dokument_id], nr=1, dele=hak)
    for fund in laege.gaeldende(gammel):
        kopi(fund, ny, dokument=nye[fund.dokument_id])
    return len(nye), len(dele)
