"""A stage for the hostile tests: a case in each state, every page of every role, and every form on them.

The pages are found from the URL resolver, never by hand. The cases: scene_spurgt.py, scene_moedet.py, scene_adgang.py.
"""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.http import HttpResponse
from django.urls import URLPattern, resolve, reverse

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.registrer_attestskridt import registrer_attestskridt
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import Afregningslinje, Borger, Haendelse, Rolle
from rehabteam.sager.testnumre import testnumre
from tests.arkitektur.test_ruter import ruter
from tests.indlaesning.filer import csv as import_csv
from tests.indlaesning.koersel import gennemset
from tests.modtagelse.hjaelp import klar
from tests.verden import DAG, PDF, Verden
from tests.web.formularlaeser import Formularlaeser, Webformular
from tests.web.proevevis import med_fejlside, poster, proevevis, skrevet, vaagen
from tests.web.scene_adgang import (
    bedt_om_aktindsigt,
    borgersiden,
    fravaerende,
    givet_aktindsigt,
    stedfortraedere,
    stikproeve,
)
from tests.web.scene_moedet import aftalt_og_opgjort, efter_moedet, paa_moedet
from tests.web.scene_spurgt import bedt, kaldt_ind, noteret, oplys, planlagt, skrevet_til_kolleger
from tests.web.scene_udlevering import udleveret

# The pages that only a case with a plan of its own has.
PLANSIDER = (
    *("sag_plan_pdf", "sag_plandel", "sag_planversioner", "sag_plan_gendan"),
    *("sag_planbilag", "sag_planattest", "skift_sagsart"),
)
NOTAT = {
    "funktionsniveau": "Sidder 20 minutter.",
    "skaanehensyn": "Pauser.",
    "tilbud": "Genoptræning.",
    "dokumentationsbehov": "Nej.",
    "vurderingsbehov": "Nej.",
}
# Pages whose form depends on what is asked for after the question mark.
SPOERGSMAAL = {
    "sag_ny": ("?art=jaf_foerste",),
    "sag_ny_paa": ("?art=anden_sag",),
    "skift_sagsart": ("?art=jaf_foerste",),
    "sag_svar": ("?spoergsmaal=helt_aabenbart", "?spoergsmaal=overgang"),
}


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
        self.klienter = {rolle: med_fejlside(v.klient(a)) for rolle, a in self.hvem.items()}
        self.moede = v.moede()
        self.forloeb = v.forloeb(navn="Osvalda Oplyst")
        self.indsats_id, self.periode_id = oplys(v, self.forloeb.id)
        self.inhabilitet_id = v.udelukket(
            v.person(Rolle.TEAMMEDLEM, v.kommune, "Ingolf Inhabil"), self.forloeb.borger_id
        ).id
        self.uden_sag = v.forloeb(navn="Uffemand Udensag")
        v.gammel_sag(self.uden_sag)
        self.forberedes = v.genoptaget(v.forloeb(navn="Fredebert Forberedt"))
        v.goer(v.sagsbehandler, vaelg_moede, self.forberedes.id, moede_id=self.moede.id)
        papir = {"filnavn": "a.pdf", "data": PDF, "titel": "Opfølgning", "slags": "dokumentation"}
        self.dokument = v.goer(
            v.sagsbehandler, tilfoej_dokument, self.forberedes.id, **papir, dato=date(2026, 5, 1)
        )
        self.fil_id = klar(v, self.forberedes, "attest 02.03.2026.pdf")
        self.samtykke_id, self.anmodning_id = bedt(v, self.forberedes)
        self.skridt_id = v.goer(
            v.sagsbehandler, registrer_attestskridt, self.anmodning_id, slags="rykket", dato=DAG
        ).id
        self.borgersiden = borgersiden(v, self.forberedes)
        self.hvem |= self.borgersiden.hvem
        self.klienter |= self.borgersiden.klienter
        for klient in self.klienter.values():
            vaagen(klient)
        self.note_id, self.paamindelse_id = skrevet_til_kolleger(v, self.forberedes)
        self.margennote_id = noteret(v, self.forberedes, self.dokument.id)
        self.invitation_id = kaldt_ind(v, self.forberedes)
        self.plansag, self.planpapir_id = planlagt(v, "Planhilde Planlagt")
        self.sendt = v.sendt(v.genoptaget(v.forloeb(navn="Saralise Sendt")))
        self.hos = paa_moedet(v, "Kajsander Hoskoordinator")
        v.goer(v.koordinator, skriv_notat, self.hos.id, version=0, **NOTAT)
        self.indstillet = paa_moedet(v, "Ingemunde Indstillet")
        v.goer(v.moedeleder, afgiv_indstilling, self.indstillet.id, version=1)
        self.efter_moedet = efter_moedet(v, self.indstillet)
        self.aktindsigt, svaret = bedt_om_aktindsigt(v, self.forberedes, self.hos)
        givet_aktindsigt(v, svaret)
        self.udleveret = udleveret(v, self.forberedes, self.dokument)
        # On all pages these two are without a name.
        self.beskyttede = ("Saralise", "Kajsander")
        for sag in (self.sendt, self.hos):
            v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=date(2026, 5, 1))
        with kontekst.arbejder_som(v.leder):
            self.borgere = {b.fuldt_navn: b.id for b in Borger.objects.all()}
            svar = Haendelse.objects.exclude(vurdering=None).values_list("id", "sag_id", "forloeb_id")
            self.svar_id = {om: svar_id for svar_id, *begge in svar for om in begge if om}
        self.job_id = gennemset(v, [import_csv("borger", [f"{testnumre()[299]};Ib Indlæst;;nej"])]).id
        self.fravaer_id = fravaerende(v, self.sendt)
        self.vikariat_id, self.noedadgang_id = stedfortraedere(v, self.hos)
        self.linje_id = aftalt_og_opgjort(v)
        self.afregning_id = Afregningslinje.objects.using("vedligehold").get(id=self.linje_id).afregning_id
        # Somebody's look-up, picked for review.
        self.klienter[Rolle.SAGSBEHANDLER].get(reverse("web:forloeb", args=[self.forloeb.id]))
        self.proeve_id = stikproeve(v)

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
            "fravaer_id": self.fravaer_id,
            "noedadgang_id": self.noedadgang_id,
            "inhabilitet_id": self.inhabilitet_id,
            "samtykke_id": self.samtykke_id,
            "fuldmagt_id": self.borgersiden.fuldmagt.id,
            "anmodning_id": self.anmodning_id,
            "skridt_id": self.skridt_id,
            "doer_id": "findes-ikke",
            "indlogning_id": uuid.UUID(int=0),
            "job_id": self.job_id,
            "haendelse_id": self.svar_id[self.forberedes.id],
            "note_id": self.note_id,
            "margennote_id": self.margennote_id,
            "nr": 1,
            "invitation_id": self.invitation_id,
            "fil_id": self.fil_id,
            "paamindelse_id": self.paamindelse_id,
            "medarbejder_id": self.v.sagsbehandler.medarbejder_id,
            "kommune_id": self.v.kommune.id,
            "maaned": "2026-06",
            "linje_id": self.linje_id,
            "afregning_id": self.afregning_id,
            "overstregning_id": self.udleveret.overstregning_id,
            "forsendelse_id": self.udleveret.aaben_id,
            "noegle": "stk1_nr1",
            "navn": "genforelaeggelse",
            "slug": "17",
            "emne": "par17",
        }
        # Where the citizen's own things are, and not those of the first forløb.
        ider |= {
            "udvalg_hent": {"forsendelse_id": self.udleveret.givet_id},
            "mit_papir": {"dokument_id": self.borgersiden.papir_id},
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
        """The answer, with what the log says of it (`poster`) and the tables it wrote in (`skrevne`); taken back."""
        with proevevis():
            foer = skrevet()
            svar = self.klienter[hvem.rolle].get(adresse)
            svar.skrevne = {navn for navn, antal in skrevet().items() if antal > foer.get(navn, 0)}
            svar.poster = poster(hvem, svar)
            return svar
