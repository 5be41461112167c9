"""A stage for the hostile tests: a case in each state, every page of every role, and every form on them.

The pages are found from the URL resolver, never by hand. Within `proevevis` a request leaves nothing behind.
"""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, resolve, reverse

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.afgoer_aktindsigt import afgoer_aktindsigt
from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.genoptag_uenig import genoptag_uenig
from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.laeg_indsatsplan import laeg_indsatsplan
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.opret_vikariat import opret_vikariat
from rehabteam.handlinger.overdrag_sag import overdrag_sag
from rehabteam.handlinger.registrer_aktindsigt import registrer_aktindsigt
from rehabteam.handlinger.registrer_attestskridt import registrer_attestskridt
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.registrer_timer import registrer_timer
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.handlinger.saet_paamindelse import saet_paamindelse
from rehabteam.handlinger.skriv_indsatsplan import skriv_indsatsplan
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_note import skriv_note
from rehabteam.handlinger.skriv_plandel import Indhold, skriv_plandel
from rehabteam.handlinger.tag_noedadgang import tag_noedadgang
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.handlinger.udeluk_medarbejder import udeluk_medarbejder
from rehabteam.handlinger.udtag_stikproeve import udtag_stikproeve
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vaelg_udlevering import Valg, vaelg_udlevering
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import (
    Aktindsigt,
    Borger,
    Dokument,
    Fuldmagt,
    Haendelse,
    Indsats,
    Logstikproeve,
    Rolle,
    Sag,
    UndtagetPeriode,
)
from rehabteam.sager.testnumre import testnumre
from rehabteam.sager.udtraek.aktindsigt import stykker
from tests.arkitektur.test_ruter import ruter
from tests.borgersiden.borgere import bisidderens_klient, borgerens_klient, som_bisidder, som_borger
from tests.efter_moedet import sager as efter_moedet
from tests.indlaesning.filer import csv as import_csv
from tests.indlaesning.koersel import gennemset
from tests.verden import DAG, PDF, Verden
from tests.web.formularlaeser import Formularlaeser, Webformular

# The pages that only a case with a plan of its own has.
PLANSIDER = (
    *("sag_plan_pdf", "sag_plandel", "sag_planversioner", "sag_plan_gendan"),
    *("sag_planbilag", "sag_planattest"),
)
NOTAT = {
    "funktionsniveau": "Sidder 20 minutter.",
    "skaanehensyn": "Pauser.",
    "tilbud": "Genoptræning.",
    "dokumentationsbehov": "Nej.",
}
# Pages whose form depends on what is asked for after the question mark.
SPOERGSMAAL = {
    "sag_ny": ("?art=jaf_foerste",),
    "sag_ny_paa": ("?art=anden_sag",),
    "sag_svar": ("?spoergsmaal=helt_aabenbart", "?spoergsmaal=overgang"),
}


@contextmanager
def proevevis() -> Iterator[None]:
    """What happens inside is checked as at a commit, and then taken back."""
    with transaction.atomic():
        yield
        connection.check_constraints()
        transaction.set_rollback(True)


def ny_anmodning() -> None:
    """Within `proevevis`: forget who asked before, as the end of a transaction does."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', 'none', true), set_config('app.ctx', '', true)")


def poster(hvem: Aktoer, svar: HttpResponse) -> list[tuple[str, int, list[uuid.UUID]]]:
    """Within `proevevis`: what the log in the database says of this answer (act, outcome, citizens)."""
    ny_anmodning()
    # A citizen sees who has used what is known about her, not the log itself: her kommune's reviewer reads for her.
    kontekst.som(replace(hvem, rolle=Rolle.AUDITOR, borger_id=None) if hvem.borger_id else hvem)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT art, udfald, borgere FROM sager_adgangspost WHERE anmodning = %s",
            [svar.wsgi_request.spor.anmodning],
        )
        return list(cursor.fetchall())


@dataclass(frozen=True)
class Side:
    """One page as one role was shown it."""

    hvem: Aktoer
    rute: URLPattern
    adresse: str
    svar: HttpResponse

    @property
    def html(self) -> str:
        return self.svar.content.decode() if "html" in self.svar.get("Content-Type", "") else ""


@dataclass(frozen=True)
class Fundet:
    """A form as one role was shown it. `rute`: the name of the page it is sent to."""

    hvem: Aktoer
    rute: str
    form: Webformular


class Scene:
    """Cases in the states `forberedes`, `sendt`, `hos` (with the coordinator) and `indstillet`."""

    def __init__(self) -> None:
        v = self.v = Verden()
        roller = (
            *(v.sagsbehandler, v.moedeleder, v.teammedlem, v.leder, v.sekretariat, v.koordinator),
            v.auditor,
        )
        self.hvem = {a.rolle: a for a in roller}
        self.klienter = {rolle: self.klient(a) for rolle, a in self.hvem.items()}
        self.moede = v.moede()
        self.forloeb = v.forloeb(navn="Osvalda Oplyst")
        self.indsats_id, self.periode_id = self._oplys(self.forloeb.id)
        self.inhabilitet_id = v.goer(
            v.leder,
            udeluk_medarbejder,
            self.forloeb.borger_id,
            medarbejder_id=v.person(Rolle.TEAMMEDLEM, v.kommune, "Ingolf Inhabil").medarbejder_id,
            grund="slaegt",
            begrundelse="Fætter.",
        ).id
        self.uden_sag = v.forloeb(navn="Uffemand Udensag")
        v.gammel_sag(self.uden_sag)
        self.forberedes = v.genoptaget(v.forloeb(navn="Fredebert Forberedt"))
        v.goer(v.sagsbehandler, vaelg_moede, self.forberedes.id, moede_id=self.moede.id)
        papir = {"filnavn": "a.pdf", "data": PDF, "titel": "Opfølgning", "slags": "dokumentation"}
        self.dokument = v.goer(
            v.sagsbehandler, tilfoej_dokument, self.forberedes.id, **papir, dato=date(2026, 5, 1)
        )
        self.samtykke_id, self.anmodning_id = self._bedt(self.forberedes)
        self.skridt_id = v.goer(
            v.sagsbehandler, registrer_attestskridt, self.anmodning_id, slags="rykket", dato=DAG
        ).id
        self.fuldmagt, self.papir_id = self._borgersiden(self.forberedes)
        self.note_id, self.paamindelse_id = self._arbejdsgang(self.forberedes)
        self.plansag, self.planpapir_id = self._plan("Planhilde Planlagt")
        self.sendt = v.sendt(v.genoptaget(v.forloeb(navn="Saralise Sendt")))
        self.hos = self._paa_moedet("Kajsander Hoskoordinator")
        v.goer(v.koordinator, skriv_notat, self.hos.id, version=0, **NOTAT)
        self.indstillet = self._paa_moedet("Ingemunde Indstillet")
        v.goer(v.moedeleder, afgiv_indstilling, self.indstillet.id, version=1)
        self.efter_moedet = self._efter_moedet()
        self.aktindsigt, svaret = (self._aktindsigt(sag.id) for sag in (self.forberedes, self.hos))
        with kontekst.arbejder_som(v.sagsbehandler):
            alt = [Valg(s.noegle, True) for s in stykker(svaret)]
        v.goer(v.sagsbehandler, vaelg_udlevering, svaret.id, valg=alt)
        v.goer(v.sagsbehandler, afgoer_aktindsigt, svaret.id, for_sent_grund="Vi var ikke færdige.")
        # On all pages these two are without a name.
        self.beskyttede = ("Saralise", "Kajsander")
        for sag in (self.sendt, self.hos):
            v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=date(2026, 5, 1))
        with kontekst.arbejder_som(v.leder):
            self.borgere = {b.fuldt_navn: b.id for b in Borger.objects.all()}
            self.cpr = {b.cpr for b in Borger.objects.all()}
        with kontekst.arbejder_som(v.leder):
            svar = Haendelse.objects.exclude(vurdering=None).values_list("id", "sag_id", "forloeb_id")
            self.svar_id = {om: svar_id for svar_id, *begge in svar for om in begge if om}
        self.job_id = gennemset(v, [import_csv("borger", [f"{testnumre()[299]};Ib Indlæst;;nej"])]).id
        self.vikariat_id, self.noedadgang_id = self._stedfortraedere()
        # Somebody's look-up, picked for review.
        self.klienter[Rolle.SAGSBEHANDLER].get(reverse("web:forloeb", args=[self.forloeb.id]))
        v.goer(v.auditor, udtag_stikproeve)
        with kontekst.arbejder_som(v.auditor):
            self.proeve_id = (
                Logstikproeve.objects.filter(organisation_id=v.kommune.id).latest("udtaget_tid").id
            )

    def _efter_moedet(self) -> dict[str, tuple[Sag, ...]]:
        """Cases the kommune has decided, planned, closed, handed over, or asked the team about again; by their pages."""
        v = self.v
        afgjort, spurgt = (
            v.indstillet(v.sendt(v.genoptaget(v.forloeb(navn=navn))))
            for navn in ("Afrodite Afgjort", "Spurgfried Spurgt")
        )
        v.afgjort(afgjort)
        self._bedt(afgjort)
        v.goer(v.sagsbehandler, genoptag_uenig, spurgt.id, grund="Lægen siger noget andet nu.")
        planlagt = efter_moedet.indstillet(v, "jaf_nyt", "nyt_jobafklaringsforloeb")
        v.goer(v.sagsbehandler, traef_afgoerelse, planlagt.id, foelger=True, **efter_moedet.ORDENE)
        v.goer(v.sagsbehandler, skriv_indsatsplan, planlagt.id, version=0, indhold=efter_moedet.plan())
        v.goer(v.sagsbehandler, laeg_indsatsplan, planlagt.id, version=1)
        alene, lukket, overdraget = (efter_moedet.ny_sag(v, "revalidering") for _ in range(3))
        v.goer(v.sagsbehandler, afslut_sag, lukket.id, resultat="bortfaldet", grund="Borgeren er i arbejde.")
        v.goer(v.sagsbehandler, overdrag_sag, overdraget.id, til="Nabo Kommune", grund="Flyttet.")
        return {
            "afgoerelse": (self.indstillet, afgjort, spurgt),
            "traef_afgoerelse": (self.indstillet, alene),
            "forelaeg_igen": (self.indstillet,),
            "brev_uenig": (spurgt,),
            "brev_laege": (afgjort,),
            "indsatsplan": (afgjort, self.indstillet, planlagt),
            "indsatsplan_faerdig": (planlagt,),
            "min_plan": (planlagt,),
            "indsats_start": (planlagt,),
            "afslut_sag": (planlagt,),
            "genaabn_sag": (lukket,),
            "overdrag_sag": (alene,),
            "overdragelse": (overdraget,),
        }

    def _arbejdsgang(self, sag: Sag) -> tuple[uuid.UUID, uuid.UUID]:
        """What colleagues write to each other, and what one wants to be reminded of."""
        v = self.v
        note = v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="Ring til @Mogens Mødeleder om mødet.")
        om = {"sag_id": sag.id, "naar": date(2026, 6, 8), "tekst": "Ring til lægehuset"}
        return note.id, v.goer(v.sagsbehandler, saet_paamindelse, **om).id

    def _plan(self, navn: str) -> tuple[Sag, uuid.UUID]:
        """A case whose forberedende del is being written, with two versions of a part and a plan in another layout."""
        v = self.v
        sag = v.goer(v.sagsbehandler, opret_sag, art="fleksjob", borger_id=v.forloeb(navn=navn).borger_id)
        for nr, ord_ in enumerate(("Gartner.", "Gartner i tolv år.")):
            del_ = {"noegle": "stk1_nr1", "version": nr, "indhold": Indhold(ord_, "Jeg er god til planter.")}
            v.goer(v.sagsbehandler, skriv_plandel, sag.id, **del_)
        papir = {
            "filnavn": "p.pdf",
            "data": PDF,
            "titel": "Plan i anden skabelon",
            "slags": "forberedende_del",
        }
        return sag, v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **papir, dato=date(2026, 5, 1)).id

    def _borgersiden(self, sag: Sag) -> tuple[Fuldmagt, uuid.UUID]:
        """The citizen of this case and her bisidder, logged in; her fuldmagt, and a paper she has been given."""
        v, ved = self.v, "vedligehold"
        borger = Borger.objects.using(ved).get(id=sag.borger_id)
        hun = som_borger(borger)
        fuldmagt = v.goer(hun, giv_fuldmagt, borger.id, navn="Bente", til=date(2026, 9, 1), dokumenter=True)
        self.hvem |= {Rolle.BORGER: hun, Rolle.BISIDDER: som_bisidder(fuldmagt)}
        klienter = {Rolle.BORGER: borgerens_klient(borger), Rolle.BISIDDER: bisidderens_klient(fuldmagt)}
        for klient in klienter.values():
            klient.raise_request_exception = False
        self.klienter |= klienter
        hendes = Dokument.objects.using(ved).filter(sag__borger=borger, slags="indstilling", fulgte_med=None)
        return fuldmagt, hendes.values_list("id", flat=True)[0]

    def _stedfortraedere(self) -> tuple[uuid.UUID, uuid.UUID]:
        """A substitute in the kommune, and a nødadgang in the region that nobody has looked at."""
        v = self.v
        vikariat = v.goer(
            v.leder,
            opret_vikariat,
            for_hvem_id=v.leder.medarbejder_id,
            vikar_id=v.sagsbehandler.medarbejder_id,
            fra=DAG,
            til=DAG,
            grund="Kursus",
        )
        felter = {"kommune_id": v.kommune.id, "nummer": self.hos.nummer, "grund": "Mødet er om en time."}
        return vikariat.id, v.goer(v.anden_koordinator, tag_noedadgang, **felter).id

    def _aktindsigt(self, sag_id: uuid.UUID) -> Aktindsigt:
        """A request that is too late."""
        felter = {"modtaget": date(2026, 5, 11), "fra_hvem": "borger", "hvad": "Alt i min sag."}
        return self.v.goer(self.v.sagsbehandler, registrer_aktindsigt, sag_id, **felter)

    def klient(self, hvem: Aktoer, **ekstra: Any) -> Client:
        """A browser that is told of a fault as a person is: by a page."""
        klient = self.v.klient(hvem)
        klient.raise_request_exception = False
        return klient

    def _oplys(self, forloeb_id: uuid.UUID) -> tuple[uuid.UUID, uuid.UUID]:
        def goer(handling: Callable[..., Any], **felter: Any) -> None:
            self.v.goer(self.v.sagsbehandler, handling, forloeb_id, **felter)

        goer(registrer_indsats, navn="Praktik", hjemmel="LAB_KAP_11")
        goer(registrer_undtaget_periode, fra=date(2026, 1, 12), til=None, hjemmel="LAS_13_STK_7")
        goer(registrer_timer, dato=date(2026, 2, 2), timer=Decimal(4), art="ORDINAER_LOENMODTAGER")
        goer(registrer_spaend, slags="stu", fra=date(2026, 1, 1), til=None)
        with kontekst.arbejder_som(self.v.sagsbehandler):
            paa = {"forloeb_id": forloeb_id}
            return Indsats.objects.get(**paa).id, UndtagetPeriode.objects.get(**paa).id

    def _bedt(self, sag: Sag) -> tuple[uuid.UUID, uuid.UUID]:
        v = self.v
        hvad = {"oplysninger": "Statusattest om knæet", "formaal": "Til mødet.", "maade": "mundtligt"}
        ja = {"givet": date(2026, 5, 20), "praecist": True, "konsekvenser_oplyst": True, "kilde": "Lægehuset"}
        samtykke = v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **hvad, **ja)
        anmodning = v.goer(
            v.sagsbehandler,
            anmod_om_oplysninger,
            sag.id,
            attest="LAE_125",
            til="Lægehuset",
            oplysninger="Statusattest om knæet",
            samtykke_id=samtykke.id,
            daekker=True,
        )
        return samtykke.id, anmodning.id

    def _paa_moedet(self, navn: str) -> Sag:
        v = self.v
        sag = v.hos_koordinator(v.sendt(v.genoptaget(v.forloeb(navn=navn))))
        v.goer(v.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", navn, True)])
        v.goer(
            v.moedeleder,
            skriv_indstilling,
            sag.id,
            version=0,
            aarsag="Praktikken flyttede.",
            indsatser=[Indstillet("Praktik", "Beskæftigelse", "2026-06-15", "Sanne")],
            opfoelgning="Hver fredag.",
            se_igen=False,
        )
        return sag

    def adresser(self, rute: URLPattern) -> Iterator[str]:
        """The addresses of a route that lead to something on the stage."""
        navne = list(rute.pattern.converters)
        ider = {
            "forloeb_id": self.forloeb.id,
            "sag_id": self.forberedes.id,
            "dokument_id": self.dokument.id,
            "indsats_id": self.indsats_id,
            "periode_id": self.periode_id,
            "oplysning_id": self.indsats_id,
            "slags": "indsats",
            "moede_id": self.moede.id,
            "borger_id": self.forloeb.borger_id,
            "proeve_id": self.proeve_id,
            "aktindsigt_id": self.aktindsigt.id,
            "vikariat_id": self.vikariat_id,
            "noedadgang_id": self.noedadgang_id,
            "inhabilitet_id": self.inhabilitet_id,
            "samtykke_id": self.samtykke_id,
            "fuldmagt_id": self.fuldmagt.id,
            "anmodning_id": self.anmodning_id,
            "skridt_id": self.skridt_id,
            "doer_id": "findes-ikke",
            "indlogning_id": uuid.UUID(int=0),
            "job_id": self.job_id,
            "haendelse_id": self.svar_id[self.forberedes.id],
            "note_id": self.note_id,
            "paamindelse_id": self.paamindelse_id,
            "medarbejder_id": self.v.sagsbehandler.medarbejder_id,
            "noegle": "stk1_nr1",
            "navn": "genforelaeggelse",
            "slug": "17",
            "emne": "par17",
        }
        # Where the citizen's own things are, and not those of the first forløb.
        ider |= {
            "mit_papir": {"dokument_id": self.papir_id},
            **{rute: {"sag_id": self.plansag.id, "dokument_id": self.planpapir_id} for rute in PLANSIDER},
            "sag_planattest": {"sag_id": self.plansag.id, "noegle": "indeholder_vurdering"},
            "kvittering": {"sag_id": self.hos.id, "haendelse_id": self.svar_id[self.hos.id]},
            "forloeb_kvittering": {"haendelse_id": self.svar_id[self.forloeb.id]},
            "bisidder_tilbage": {"forloeb_id": self.forberedes.forloeb_id},
        }.get(str(rute.name), {})
        flere: dict[str, tuple[Any, ...]] = {
            "sag_id": (self.forberedes, self.sendt, self.hos, self.indstillet),
            "forloeb_id": (self.forloeb, self.uden_sag),
        }
        if rute.name == "sag_forberedende":
            yield reverse("web:sag_forberedende", args=[self.plansag.id])
        if len(navne) == 1 and navne[0] in flere and rute.name not in PLANSIDER:
            for ting in self.efter_moedet.get(str(rute.name), flere[navne[0]]):
                yield reverse(f"web:{rute.name}", args=[ting.id])
        else:
            yield reverse(f"web:{rute.name}", kwargs={n: ider[n] for n in navne})
        for spoergsmaal in SPOERGSMAAL.get(str(rute.name), ()):
            yield reverse(f"web:{rute.name}", kwargs={n: ider[n] for n in navne}) + spoergsmaal

    @cached_property
    def sider(self) -> list[Side]:
        """Every page, once per role that has its right (open pages: as the first role)."""
        fundne = []
        for rute in ruter():
            ret = getattr(rute.callback, "ret", None)
            roller = RETTIGHEDER[ret].roller if ret else {Rolle.SAGSBEHANDLER}
            for rolle in (r for r in self.hvem if r in roller):
                for adresse in self.adresser(rute):
                    fundne.append(Side(self.hvem[rolle], rute, adresse, self.hent(self.hvem[rolle], adresse)))
        return fundne

    @cached_property
    def fundne(self) -> list[Fundet]:
        """Every form once: by the page it is sent to and the names of its fields."""
        fundne: dict[object, Fundet] = {}
        for side in self.sider:
            for form in Formularlaeser.laes(side.html) if side.svar.status_code == 200 else ():
                form.adresse = urljoin(side.adresse, form.adresse)
                navn = resolve(urlsplit(form.adresse).path).url_name
                if navn != "byggesten":  # forms to look at, that lead nowhere
                    noegle = navn, form.metode, tuple(form.felter)
                    fundne.setdefault(noegle, Fundet(side.hvem, str(navn), form))
        return list(fundne.values())

    def hent(self, hvem: Aktoer, adresse: str) -> HttpResponse:
        with proevevis():
            svar = self.klienter[hvem.rolle].get(adresse)
            svar.poster = poster(hvem, svar)
            return svar
