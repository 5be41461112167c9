"""The resumed case of one citizen, as far as it has come: from Genoptag sag to the kommune's plan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.registrer_indsatsens_gang import registrer_indsatsens_gang
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilbagekald_samtykke import tilbagekald_samtykke
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vurder_aendringer import vurder_aendringer
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Forloeb, Indsats, Moede

from . import efter_moedet, fra_liv
from .dagbog import Dagbog
from .papirer import TrykPapir
from .regionen import Borger, DemoRegion, Genforelaeggelse, Samtykke

UDDANNELSE_TIL = 30  # years: education sits at the table for the younger ones


class Genforelagt:
    """Carries one case through its steps; `foer` does as many as the data say have been done."""

    def __init__(
        self,
        dagbog: Dagbog,
        region: DemoRegion,
        borger: Borger,
        gang: Genforelaeggelse,
        forloeb_id: UUID,
        moeder: Mapping[str, Moede],
    ) -> None:
        self.dagbog, self.region, self.borger, self.gang = dagbog, region, borger, gang
        self.forloeb_id, self.moeder = forloeb_id, moeder
        self.kommune = region.kommune(borger.kommune)
        self.moedeleder = self.kommune.en("moedeleder").brugernavn

    def foer(self, siden: list[TrykPapir]) -> None:
        """All steps that have been taken. `siden`: the papers from the time since the forløb began."""
        self.sag_id = self._forbered(siden)
        for samtykke in self.borger.samtykker:
            self._samtykke(samtykke)
        if self.gang.sendt:
            hvorfor = {"grund": self.gang.for_sent_begrundelse, "aarsag": self.gang.for_sent_aarsag}
            self._goer(self.gang.sendt, send_til_region, **hvorfor)
        if self.gang.fordelt:
            self._fordel(self.gang.fordelt)
        if self.borger.notat:
            self._notat()
        if self.gang.indstilling:
            self._moede(self.gang.indstilling)
        if self.gang.indsatsplan:
            self._plan(self.gang.indsatsplan)

    def _goer(self, dag: date, handling: Any, **felter: Any) -> Any:
        return self.dagbog.goer(self.borger.sagsbehandler, dag, handling, self.sag_id, **felter)

    def _forbered(self, siden: list[TrykPapir]) -> UUID:
        """Resumed, meeting chosen, and what the caseworker has written and added before it is sent."""
        gang, hvem = self.gang, self.borger.sagsbehandler
        skrevet = min(gang.sendt or gang.genoptaget + timedelta(days=2), self.region.demodag)
        with kontekst.arbejder_som(self.dagbog.folk[hvem]):
            sag = genoptag_sag(self.dagbog.anledning(hvem, gang.genoptaget), self.forloeb_id)
            if gang.moede:
                vaelg_moede(
                    self.dagbog.anledning(hvem, gang.genoptaget),
                    sag.id,
                    moede_id=self.moeder[gang.moede].id,
                    kl=time.fromisoformat(gang.klokken.replace(".", ":")),
                )
            if gang.aendring:
                vurder_aendringer(
                    self.dagbog.anledning(hvem, gang.genoptaget),
                    sag.id,
                    aendret=gang.aendring["svar"],
                    grund=gang.aendring["begrundelse"],
                )
            for papir in siden if gang.dokumentation else ():
                tilfoej_dokument(
                    self.dagbog.anledning(hvem, skrevet),
                    sag.id,
                    filnavn=f"{papir.papir.titel}.pdf",
                    data=papir.data,
                    titel=papir.papir.titel,
                    slags="dokumentation",
                    dato=papir.dato,
                    afsender=papir.afsender,
                )
            resume = gang.resume.strip() or ("" if self.borger.historie else fra_liv.resume(self.borger))
            if resume:
                skriv_resume(
                    self.dagbog.anledning(hvem, skrevet),
                    sag.id,
                    tekst=resume,
                    faerdigt=gang.resume_faerdigt,
                    version=0,
                )
        return sag.id

    def _samtykke(self, s: Samtykke) -> None:
        """Given, used, and taken back, as far as it has come."""
        hvad = {"oplysninger": s.oplysninger, "kilde": s.kilde, "formaal": s.formaal, "til": s.til}
        ja = {"givet": s.givet, "maade": s.maade, "praecist": True, "konsekvenser_oplyst": True}
        samtykke = self._goer(s.givet, registrer_samtykke, **hvad, **ja)
        if s.bedt:
            self._goer(
                s.bedt,
                anmod_om_oplysninger,
                attest=s.attest,
                til=s.kilde,
                oplysninger=s.oplysninger,
                samtykke_id=samtykke.id,
                daekker=True,
            )
        if s.trukket:
            self.dagbog.goer(self.borger.sagsbehandler, s.trukket, tilbagekald_samtykke, samtykke.id)

    def _fordel(self, dag: date) -> None:
        sekretariat = self.region.region.en("sekretariat").brugernavn
        koordinator = self.dagbog.folk[self.gang.koordinator].medarbejder_id
        self.dagbog.goer(sekretariat, dag, fordel_til_koordinator, self.sag_id, koordinator_id=koordinator)

    def _notat(self) -> None:
        """Signed on its day, or a draft from the day after the case was given to her."""
        dag = self.gang.notat or (self.gang.fordelt or self.region.demodag) + timedelta(days=1)
        self.dagbog.goer(self.gang.koordinator, dag, skriv_notat, self.sag_id, version=0, **self.borger.notat)
        if self.gang.notat:
            self.dagbog.goer(self.gang.koordinator, dag, underskriv_notat, self.sag_id)

    def _moede(self, dag: date) -> None:
        """Who was there, what the team said, and the indstilling given."""
        leder, tekst = self.moedeleder, self.borger.indstilling
        with kontekst.arbejder_som(self.dagbog.folk[leder]):
            registrer_deltagere(
                self.dagbog.anledning(leder, dag), self.sag_id, fremmoede=self._ved_bordet(dag)
            )
            indstilling = skriv_indstilling(
                self.dagbog.anledning(leder, dag),
                self.sag_id,
                version=0,
                aarsag=tekst["aarsag"],
                indsatser=[
                    Indstillet(i["navn"], i["omraade"], _iso(i.get("begynder")), i["ansvarlig"])
                    for i in tekst["indsatser"]
                ],
                opfoelgning=tekst["opfoelgning"],
                se_igen=tekst["se_igen"],
            )
            afgiv_indstilling(self.dagbog.anledning(leder, dag), self.sag_id, version=indstilling.version)

    def _ved_bordet(self, dag: date) -> list[Fremmoede]:
        b, k = self.borger, self.kommune
        navne = {
            "borger": b.navn + (f" med {b.bisidder[0].lower()}{b.bisidder[1:]}" if b.bisidder else ""),
            "sagsbehandler": self.region.person(b.sagsbehandler).navn,
            "moedeleder": k.en("moedeleder").navn,
            "sundhedskoordinator": self.region.person(self.gang.koordinator).navn,
            **{o: k.en("teammedlem", o).navn for o in ("beskaeftigelse", "social", "sundhed")},
        }
        if dag.year - b.foedt.year < UDDANNELSE_TIL:
            navne["uddannelse"] = k.en("teammedlem", "uddannelse").navn
        return [Fremmoede(slags, navn, True) for slags, navn in navne.items()]

    def _plan(self, dag: date) -> None:
        """The kommune's decision and its plan, and the efforts of it that have begun since."""
        hvem, indsatser = self.borger.sagsbehandler, self.borger.indstilling["indsatser"]
        with kontekst.arbejder_som(self.dagbog.folk[hvem]):
            afgjort: date = self.borger.plan["afgjort"]
            efter_moedet.afgoer(self.dagbog.anledning(hvem, afgjort), self.sag_id, self.borger.plan)
            efter_moedet.planlaeg(
                self.dagbog.anledning(hvem, dag),
                self.sag_id,
                maal=f"{self.borger.liv['maal']}.",
                indstilling=self.borger.indstilling,
                plan=self.borger.plan,
            )
            for i in indsatser:
                if i.get("begyndt"):
                    self._begyndt(i["navn"], i["begyndt"])

    def _begyndt(self, navn: str, dag: date) -> None:
        indsats = Indsats.objects.get(forloeb_id=self.forloeb_id, navn=navn)
        registrer_indsatsens_gang(
            self.dagbog.anledning(self.borger.sagsbehandler, dag),
            self.forloeb_id,
            indsats.id,
            version=Forloeb.objects.values_list("version", flat=True).get(id=self.forloeb_id),
            bevilget=indsats.optaget_i_indsatsdel,
            aftalt_start=indsats.aftalt_start,
            paabegyndt=dag,
            afsluttet=None,
            i_indsatsdel=True,
            optaget_i_indsatsdel=indsats.optaget_i_indsatsdel,
        )


def _iso(dag: date | None) -> str:
    return dag.isoformat() if dag else ""
