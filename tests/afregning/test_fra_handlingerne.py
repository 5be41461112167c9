"""Real acts on cases and days, all the way into the settlement: what they cost, reckoned anew by hand to the øre."""

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehabteam.handlinger.aflys_moede import aflys_moede
from rehabteam.handlinger.aflys_sag import aflys_sag
from rehabteam.handlinger.byt_pladser import byt_pladser
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.opgoer_afregning import opgoer_afregning
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.afregning import i_alt
from rehabteam.sager.aftaler import SYGEDAGPENGE, Vilkaar
from rehabteam.sager.models import Sag
from tests.afregning.scenen import Scene
from tests.verden import Verden

JULI = date(2026, 7, 1)  # no helligdag in it
PRIS, TRIN = Decimal("3250.50"), ((1, 100), (5, 50))
VILKAAR = Vilkaar(pris_per_sag={SYGEDAGPENGE: PRIS}, afbud=TRIN)


def _pris(moede: date, dag: date) -> Decimal:
    """By hand: weekdays from the day until the meeting; the first step that holds."""
    hverdage = sum((dag + timedelta(days=n)).weekday() < 5 for n in range((moede - dag).days))
    procent = next((p for foer, p in TRIN if hverdage <= foer), 0)
    return (PRIS * procent / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass
class Juli:
    """Cases that were sent and days in July; every act is a Handling, and a ledger beside it says what it costs."""

    s: Scene
    sager: list[Sag] = field(default_factory=list)
    afbud: list[tuple[UUID, date, date]] = field(default_factory=list)
    behandlet: set[tuple[UUID, date]] = field(default_factory=set)

    def sag(self, sendt: bool = True) -> Sag:
        sag = self.s.sag(sendt=sendt)
        tilstand = Sag.Tilstand.SENDT if sendt else Sag.Tilstand.FORBEREDES
        Sag.objects.using("vedligehold").filter(id=sag.id).update(tilstand=tilstand)
        self.sager.append(sag)
        return sag

    def paa(self, sag: Sag) -> date | None:
        nu = Sag.objects.using("vedligehold").select_related("moede").get(id=sag.id)
        return nu.moede.dato if nu.moede else None

    def _mistede(self, sag: Sag, foer: date | None, dag: date) -> None:
        if foer and self.paa(sag) != foer and sag.region_id:
            self.afbud.append((sag.id, foer, dag))

    def saet(self, sag: Sag, dato: date, dag: date) -> None:
        foer, moede = self.paa(sag), self.s.moede(dato)
        v = self.s.v
        v.goer(v.moedeleder, vaelg_moede, sag.id, moede_id=moede.id, grund="Bedre dag.", dag=dag)
        self._mistede(sag, foer, dag)

    def tag_af(self, sag: Sag, dag: date) -> None:
        foer, v = self.paa(sag), self.s.v
        v.goer(v.moedeleder, aflys_sag, sag.id, grund="Borgeren er indlagt.", dag=dag)
        self._mistede(sag, foer, dag)

    def aflys(self, dato: date, dag: date) -> None:
        foer = [(sag, self.paa(sag)) for sag in self.sager]
        moede, v = self.s.moede(dato), self.s.v
        v.goer(v.leder, aflys_moede, moede.id, grund="Lederen er syg.", dag=dag)
        for sag, stod in foer:
            self._mistede(sag, stod, dag)

    def byt(self, en: Sag, anden: Sag, dag: date) -> None:
        """No place is empty after it: it costs nothing."""
        v = self.s.v
        v.goer(v.moedeleder, byt_pladser, en.id, med_id=anden.id, grund="De kan bedst sådan.", dag=dag)

    def behandl(self, sag: Sag) -> None:
        nu = Sag.objects.using("vedligehold").select_related("moede").get(id=sag.id)
        if nu.moede and nu.tilstand == Sag.Tilstand.SENDT:
            self.s.behandlet(nu.moede.dato, nu)
            self.behandlet.add((sag.id, nu.moede.dato))

    def i_alt(self) -> Decimal:
        kom = PRIS * len(self.behandlet)
        udeblev = (_pris(dato, dag) for sag, dato, dag in self.afbud if (sag, dato) not in self.behandlet)
        return sum(udeblev, kom)

    def stemmer(self) -> None:
        """What both sides compute now, and what is settled."""
        v = self.s.v
        for hvem in (v.sekretariat, v.leder):
            poster = self.s.poster(JULI, hvem)
            assert sum((p.beloeb or Decimal(0) for p in poster.values()), Decimal(0)) == self.i_alt()
        with suppress(KanIkke):  # nothing has changed
            v.goer(v.sekretariat, opgoer_afregning, v.kommune.id, maaned=JULI, dag=date(2026, 8, 3))
        assert i_alt(self.s.linjer(JULI)) == self.i_alt()


@pytest.fixture
def juli(verden: Verden) -> Juli:
    scene = Scene(verden)
    scene.aftale(VILKAAR)
    return Juli(scene)


def test_aflys_flyt_og_en_aflyst_dag_koster_efter_aftalen(juli: Juli) -> None:
    """Thursday 23 July: in good time nothing, five hverdage half, the day before all; a swap and an unsent case nothing."""
    dag = date(2026, 7, 23)
    i_tide, halvt, flyttet, med_dagen, bytter, usendt = (
        *(juli.sag() for _ in range(5)),
        juli.sag(sendt=False),
    )
    for sag in juli.sager:
        juli.saet(sag, date(2026, 7, 30) if sag is bytter else dag, date(2026, 7, 1))
    juli.tag_af(i_tide, date(2026, 7, 15))
    juli.tag_af(halvt, date(2026, 7, 16))
    juli.saet(flyttet, date(2026, 7, 29), date(2026, 7, 22))
    juli.byt(bytter, med_dagen, date(2026, 7, 22))
    juli.aflys(dag, date(2026, 7, 22))
    assert juli.i_alt() == Decimal("1625.25") + Decimal("3250.50") * 2
    juli.stemmer()
    juli.behandl(med_dagen)  # on 30 July, which it swapped to
    # Once settled, a later change is a new line; what stood stands.
    juli.tag_af(flyttet, date(2026, 7, 28))
    juli.stemmer()
    assert juli.paa(usendt) is None and len(juli.afbud) == 5


@pytest.mark.langsom
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["saet", "saet", "tag_af", "aflys", "byt", "behandl", "stemmer"]),
            st.integers(0, 3),
            st.integers(0, 3),
            st.dates(date(2026, 7, 13), date(2026, 7, 31)),
            st.dates(date(2026, 7, 1), date(2026, 7, 31)),
        ),
        min_size=4,
        max_size=16,
    )
)
def test_enhver_raekke_af_handlinger_stemmer_paa_oeren(database: str, skridt: list[tuple[Any, ...]]) -> None:
    scene = Scene(Verden())
    scene.aftale(VILKAAR)
    juli = Juli(scene)
    sager = [juli.sag(), juli.sag(), juli.sag(), juli.sag(sendt=False)]
    for hvad, a, b, moede, dag in skridt:
        with suppress(KanIkke, IngenRet):
            match hvad:
                case "saet":
                    juli.saet(sager[a], moede, dag)
                case "tag_af":
                    juli.tag_af(sager[a], dag)
                case "aflys":
                    juli.aflys(moede, dag)
                case "byt" if a != b:
                    juli.byt(sager[a], sager[b], dag)
                case "behandl":
                    juli.behandl(sager[a])
                case "stemmer":
                    juli.stemmer()
    juli.stemmer()
