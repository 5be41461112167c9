"""A meeting day that was held in the quarter before: planned, treated, decided and closed; one case was taken off late."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.aflys_sag import aflys_sag
from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.borgeren import NyBorger
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.opret_moede import opret_moede
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.skriv_indstilling import skriv_indstilling
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.models import Moede
from rehabteam.sager.testnumre import testnummer

from .dagbog import Dagbog
from .efter_moedet import KLAG
from .regionen import DATA, DemoRegion, Organisation, laes_fil

FIL = DATA / "afholdt.toml"
VIDERE = timedelta(days=9)  # before the meeting: given to the sundhedskoordinator
AFGJORT, LUKKET = timedelta(days=6), timedelta(days=20)  # after it


@dataclass(frozen=True, slots=True)
class Afholdt:
    """A case of the day. `af`: the day it was taken off the meeting, and why."""

    navn: str
    foedt: date
    koen: Any
    sagsbehandler: str
    oprettet: date
    sendt: date
    af: date | None = None
    af_grund: str = ""


def foer(dagbog: Dagbog, region: DemoRegion) -> None:
    """Everything on the days it happened."""
    raa = laes_fil(FIL)
    kommune, dato = region.kommune(raa["kommune"]), raa["dato"]
    leder = kommune.en("moedeleder").brugernavn
    moede: Moede = dagbog.goer(
        leder,
        dato - timedelta(days=60),
        opret_moede,
        dato=dato,
        kl=time(9),
        sted=raa["sted"],
        moedeleder_id=dagbog.folk[leder].medarbejder_id,
    )
    for sag in (Afholdt(**s) for s in raa["sag"]):
        sag_id = _sendt(dagbog, region, moede, sag, raa["koordinator"])
        if sag.af:
            dagbog.goer(leder, sag.af, aflys_sag, sag_id, grund=sag.af_grund)
            dagbog.goer(sag.sagsbehandler, sag.af, afslut_sag, sag_id, resultat="trukket", grund=sag.af_grund)
        else:
            _holdt(dagbog, kommune, sag, sag_id, raa)


def _sendt(dagbog: Dagbog, region: DemoRegion, moede: Moede, sag: Afholdt, koordinator: str) -> UUID:
    """Made, given the day, sent with its papers still to come, and given to the sundhedskoordinator."""
    hvem = sag.sagsbehandler
    with kontekst.arbejder_som(dagbog.folk[hvem]):
        ny = NyBorger(laes_cpr(testnummer(sag.foedt, sag.koen)), sag.navn, tolk="Ingen")
        sag_id = opret_sag(dagbog.anledning(hvem, sag.oprettet), art="fleksjob", ny=ny).id
        vaelg_moede(dagbog.anledning(hvem, sag.oprettet), sag_id, moede_id=moede.id)
        send_til_region(
            dagbog.anledning(hvem, sag.sendt), sag_id, grund="Papirerne er bestilt og kommer før mødet."
        )
    hende = dagbog.folk[koordinator].medarbejder_id
    sekretariat = region.region.en("sekretariat").brugernavn
    dagbog.goer(sekretariat, moede.dato - VIDERE, fordel_til_koordinator, sag_id, koordinator_id=hende)
    return sag_id


def _holdt(dagbog: Dagbog, kommune: Organisation, sag: Afholdt, sag_id: UUID, raa: dict[str, Any]) -> None:
    """Treated on the day, decided by the kommune, and carried through."""
    leder, dag = kommune.en("moedeleder"), raa["dato"]
    ved_bordet = {"borger": sag.navn, "moedeleder": leder.navn}
    with kontekst.arbejder_som(dagbog.folk[leder.brugernavn]):
        til_stede = [Fremmoede(slags, navn, True) for slags, navn in ved_bordet.items()]
        registrer_deltagere(dagbog.anledning(leder.brugernavn, dag), sag_id, fremmoede=til_stede)
        skrevet = skriv_indstilling(
            dagbog.anledning(leder.brugernavn, dag),
            sag_id,
            version=0,
            udfald=raa["udfald"],
            indhold=raa["indstilling"],
            flag={"meget_begraenset_arbejdsevne": False},
        )
        afgiv_indstilling(
            dagbog.anledning(leder.brugernavn, dag),
            sag_id,
            version=skrevet.version,
            begrundelse_tilstraekkelig=True,
        )
    hvem = sag.sagsbehandler
    dagbog.goer(
        hvem,
        dag + AFGJORT,
        traef_afgoerelse,
        sag_id,
        foelger=True,
        bevilget=True,
        klagevejledning=KLAG,
        **raa["afgoerelse"],
    )
    dagbog.goer(
        hvem, dag + LUKKET, afslut_sag, sag_id, resultat="gennemfoert", grund="Fleksjobbet er bevilget."
    )
