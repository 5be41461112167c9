"""A small world to test in: a region, two kommuner, their people, and a way to act as each of them."""

import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from functools import cached_property
from typing import Any

from django.db import transaction
from django.test import Client

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.indlaes_sag import GammeltDokument, indlaes_sag
from rehabteam.handlinger.opret_forloeb import opret_forloeb
from rehabteam.handlinger.opret_moede import opret_moede
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.handlinger.udeluk_medarbejder import udeluk_medarbejder
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.models import (
    Forloeb,
    Indstilling,
    Inhabilitet,
    Medarbejder,
    Moede,
    Organisation,
    Rolle,
    Sag,
)
from rehabteam.sager.testnumre import testnumre
from rehabteam.web.models import Konto

DAG = date(2026, 5, 27)
PDF = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000054 00000 n \n0000000105 00000 n \n"
    b"trailer<</Root 1 0 R/Size 4>>\nstartxref\n167\n%%EOF\n"
)
AFGOERELSE = {
    "foelger": True,
    "begrundelse": "Praktikken passer til det, du kan.",
    "naeste": "Sanne ringer på fredag.",
    "klagevejledning": "Skriv til os inden fire uger.",
}
GAMLE = ("forberedende_del", "indstilling", "indsatsplan", "sundhedsnotat", "afgoerelse")


class Verden:
    """`v.sagsbehandler` and the others are Aktoer; `v.naboen` is a sagsbehandler of the other kommune."""

    def __init__(self) -> None:
        self._numre = iter(testnumre())
        self.region = self._organisation("region", "Region Prøve", None)
        self.kommune = self._organisation("kommune", "Prøve Kommune", self.region)
        self.nabokommune = self._organisation("kommune", "Nabo Kommune", self.region)
        self.anden_region = self._organisation("region", "Region Fjern", None)

    @staticmethod
    def _organisation(slags: str, navn: str, region: Organisation | None) -> Organisation:
        return Organisation.objects.using("vedligehold").create(slags=slags, navn=navn, region=region)

    def person(self, rolle: Rolle, organisation: Organisation, navn: str = "") -> Aktoer:
        """A new Medarbejder with a login (see `klient`)."""
        m = Medarbejder.objects.using("vedligehold").create(
            organisation=organisation, navn=navn or f"Prøve {rolle.label}", rolle=rolle, fagomraade=""
        )
        konto = Konto(brugernavn=uuid.uuid4().hex, medarbejder=m, demo=True)
        konto.set_unusable_password()
        konto.save(using="vedligehold")
        return aktoer(m)

    @cached_property
    def sagsbehandler(self) -> Aktoer:
        return self.person(Rolle.SAGSBEHANDLER, self.kommune, "Sanne Sagsbehandler")

    @cached_property
    def moedeleder(self) -> Aktoer:
        return self.person(Rolle.MOEDELEDER, self.kommune, "Mogens Mødeleder")

    @cached_property
    def teammedlem(self) -> Aktoer:
        return self.person(Rolle.TEAMMEDLEM, self.kommune)

    @cached_property
    def leder(self) -> Aktoer:
        return self.person(Rolle.LEDER, self.kommune)

    @cached_property
    def auditor(self) -> Aktoer:
        return self.person(Rolle.AUDITOR, self.kommune, "Aage Auditor")

    @cached_property
    def naboen(self) -> Aktoer:
        return self.person(Rolle.SAGSBEHANDLER, self.nabokommune, "Nanna Nabo")

    @cached_property
    def sekretariat(self) -> Aktoer:
        return self.person(Rolle.SEKRETARIAT, self.region)

    @cached_property
    def fjernt_sekretariat(self) -> Aktoer:
        return self.person(Rolle.SEKRETARIAT, self.anden_region)

    @cached_property
    def koordinator(self) -> Aktoer:
        return self.person(Rolle.SUNDHEDSKOORDINATOR, self.region, "Karen Koordinator")

    @cached_property
    def anden_koordinator(self) -> Aktoer:
        return self.person(Rolle.SUNDHEDSKOORDINATOR, self.region, "Anders Anden")

    # --- Acting ---------------------------------------------------------------------------------------

    def goer(
        self, hvem: Aktoer, handling: Callable[..., Any], *args: Any, dag: date = DAG, **kwargs: Any
    ) -> Any:
        """Run one Handling as this person, in a transaction with her context, as the site does."""
        with kontekst.arbejder_som(hvem):
            return handling(Anledning(hvem, dag, datetime.now(UTC)), *args, **kwargs)

    def klient(self, hvem: Aktoer) -> Client:
        """A browser (without a screen) where this person is logged in."""
        klient = Client()
        konto = Konto.objects.using("vedligehold").get(medarbejder_id=hvem.medarbejder_id)
        with transaction.atomic():
            kontekst.aabn_doeren()
            klient.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
        return klient

    # --- Things ----------------------------------------------------------------------------------------

    def forloeb(
        self, start: date = date(2025, 10, 20), navn: str = "Birthe Borger", hvem: Aktoer | None = None
    ) -> Forloeb:
        return self.goer(
            hvem or self.sagsbehandler,
            opret_forloeb,
            cpr=laes_cpr(next(self._numre)),
            navn=navn,
            foedselsdato=None,
            start=start,
            dag=max(start, date(2025, 10, 20)),
        )

    def fritaget(
        self, forloeb_id: uuid.UUID, fra: date = date(2026, 1, 12), til: date | None = date(2026, 2, 15)
    ) -> None:
        """A period that does not count: the six months from 20 October now end on 25 May and not on 20 April."""
        periode = {"fra": fra, "til": til, "hjemmel": "LAS_13_STK_7"}
        self.goer(self.sagsbehandler, registrer_undtaget_periode, forloeb_id, **periode)

    def udelukket(self, hvem: Aktoer, borger_id: uuid.UUID) -> Inhabilitet:
        """The leader keeps her out of what concerns this citizen."""
        hvorfor = {"grund": "slaegt", "begrundelse": "Fætter."}
        return self.goer(
            self.leder, udeluk_medarbejder, borger_id, medarbejder_id=hvem.medarbejder_id, **hvorfor
        )

    def gammel_sag(self, forloeb: Forloeb, slags: tuple[str, ...] = GAMLE) -> Sag:
        papirer = [
            GammeltDokument(PDF, s.capitalize(), s, date(2025, 10, 2), "Prøve Kommune", 1) for s in slags
        ]
        return self.goer(
            self.sagsbehandler,
            indlaes_sag,
            forloeb.id,
            oprettet=date(2025, 9, 1),
            afsluttet=date(2025, 10, 20),
            dokumenter=papirer,
        )

    def genoptaget(self, forloeb: Forloeb | None = None) -> Sag:
        forloeb = forloeb or self.forloeb()
        self.gammel_sag(forloeb)
        return self.goer(self.sagsbehandler, genoptag_sag, forloeb.id, grund="Prøve")

    def moede(self, dato: date = date(2026, 6, 11), kl: time = time(9)) -> Moede:
        return self.goer(
            self.moedeleder,
            opret_moede,
            dato=dato,
            kl=kl,
            sted=f"Lokale {uuid.uuid4().hex[:6]}",
            moedeleder_id=self.moedeleder.medarbejder_id,
        )

    def sendt(self, sag: Sag | None = None, flyttes: str = "") -> Sag:
        """`flyttes`: why the meeting is moved, for a case that has one already."""
        sag = sag or self.genoptaget()
        self.goer(self.sagsbehandler, vaelg_moede, sag.id, moede_id=self.moede().id, grund=flyttes)
        return self.goer(self.sagsbehandler, send_til_region, sag.id, grund="Papirerne kommer i morgen.")

    def skrevet(self, sag: Sag) -> Indstilling:
        """The team's indstilling in a re-submission, with all of its parts and not given yet."""
        return self.goer(
            self.moedeleder,
            skriv_indstilling,
            sag.id,
            version=0,
            aarsag="Praktikken flyttede.",
            indsatser=[
                Indstillet("Virksomhedspraktik", "Beskæftigelse", "2026-06-15", "Sanne"),
                Indstillet("Genoptræning", "Sundhed"),
            ],
            opfoelgning="Sanne ringer hver fredag.",
            se_igen=False,
        )

    def indstillet(self, sag: Sag | None = None) -> Sag:
        """The team has recommended efforts in a re-submission."""
        sag = sag or self.sendt()
        self.goer(
            self.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", "Birthe", True)]
        )
        indstilling = self.skrevet(sag)
        self.goer(self.moedeleder, afgiv_indstilling, sag.id, version=indstilling.version)
        return sag

    def afgjort(self, sag: Sag | None = None, **felter: Any) -> Sag:
        """The kommune has decided as the team recommended."""
        sag = sag or self.indstillet()
        self.goer(self.sagsbehandler, traef_afgoerelse, sag.id, **AFGOERELSE | felter)
        return sag

    def hos_koordinator(self, sag: Sag | None = None) -> Sag:
        sag = sag or self.sendt()
        return self.goer(
            self.sekretariat, fordel_til_koordinator, sag.id, koordinator_id=self.koordinator.medarbejder_id
        )
