"""Under way for the coming meeting days: who comes from the region, who is away, a question answered, invitations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from rehabteam.handlinger.indkald import indkald
from rehabteam.handlinger.indkald_team import indkald_team
from rehabteam.handlinger.registrer_fravaer import registrer_fravaer
from rehabteam.handlinger.saet_moedemedlem import KOORDINATOR, saet_moedemedlem
from rehabteam.handlinger.spoerg_kommunen import spoerg_kommunen
from rehabteam.handlinger.svar_regionen import svar_regionen
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Invitation, Moede, Sag
from rehabteam.sager.udtraek.indkaldelser import sagens_pladser

from .dagbog import Dagbog
from .regionen import DemoRegion

M = Invitation.Modtager
# Who comes from the region, on which day.
KOMMER = (("nordby-0604", "lone.region"), ("aastrup-0610", "henrik.region"))
# Whose case, what was asked, and what the kommune answered the day after.
SPURGT = (
    "Marianne Ørum Falkenberg",
    "camilla.aastrup",
    "Står der noget om, hvor meget hjælp hun får hjemme? Vi kan ikke finde det i papirerne.",
    "Hun får hjælp til rengøring hver anden uge. Det står i notatet fra marts, som nu ligger på sagen.",
)
INDKALDT = ("nordby-0604", "Yusuf Demir", "mette.nordby", (M.BORGER, M.SAGSBEHANDLER))


def foer(dagbog: Dagbog, region: DemoRegion, moeder: Mapping[str, Moede]) -> None:
    """Everything in the last days before the demo's own."""
    i_dag, sekretaer = region.demodag, region.region.en("sekretariat").brugernavn
    henrik, lone = (dagbog.folk[n].medarbejder_id for n in ("henrik.region", "lone.region"))
    dagbog.goer(
        sekretaer,
        i_dag - timedelta(days=6),
        registrer_fravaer,
        hvem_id=henrik,
        fra=i_dag + timedelta(days=33),
        til=i_dag + timedelta(days=47),
        stedfortraeder_id=lone,
    )
    for noegle, hvem in KOMMER:
        dagbog.goer(
            sekretaer,
            i_dag - timedelta(days=6),
            saet_moedemedlem,
            moeder[noegle].id,
            fagomraade=KOORDINATOR,
            medarbejder_id=dagbog.folk[hvem].medarbejder_id,
        )
    _spurgt(dagbog, sekretaer, i_dag)
    _indkaldt(dagbog, region, moeder, i_dag - timedelta(days=5))


def _spurgt(dagbog: Dagbog, sekretaer: str, i_dag: date) -> None:
    navn, hvem, spoergsmaal, svar = SPURGT
    sag = _sag(dagbog, hvem, navn)
    spurgt = dagbog.goer(sekretaer, i_dag - timedelta(days=2), spoerg_kommunen, sag.id, tekst=spoergsmaal)
    dagbog.goer(hvem, i_dag - timedelta(days=1), svar_regionen, sag.id, spoergsmaal_id=spurgt.id, svar=svar)


def _indkaldt(dagbog: Dagbog, region: DemoRegion, moeder: Mapping[str, Moede], dag: date) -> None:
    """The team of a day, and the citizen and the caseworker of one case on it."""
    noegle, navn, hvem, modtagere = INDKALDT
    leder = region.kommune("nordby").en("moedeleder").brugernavn
    dagbog.goer(leder, dag, indkald_team, moeder[noegle].id)
    sag = _sag(dagbog, hvem, navn)
    with kontekst.arbejder_som(dagbog.folk[hvem]):
        uid = {p.modtager: p.uid for p in sagens_pladser(sag, dag)}
        for modtager in modtagere:
            indkald(dagbog.anledning(hvem, dag), sag.id, uid=uid[modtager])


def _sag(dagbog: Dagbog, hvem: str, navn: str) -> Sag:
    with kontekst.arbejder_som(dagbog.folk[hvem]):
        sager = Sag.objects.select_related("borger", "moede", "sagsbehandler")
        return sager.filter(borger__fuldt_navn=navn).latest("oprettet")
