"""Any order of events: after each, what both walls show is what the model says (tests/vaegge/model.py).

Three kommuner, two regions, their people and citizens. Python's wall is asked on a connection that passes every policy,
PostgreSQL's as the database role itself.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar
from uuid import UUID, uuid4

import pytest
from django.db import connection
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer, Noed, Vikar
from rehabteam.sager.models import Inhabilitet, Organisation, Rolle, Sag
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_sager
from tests.vaegge.model import Model, Ser
from tests.vaegge.seere import borgeren
from tests.verden import Verden
from tests.web.fremmede import hjemme_i

NU = datetime.now(UTC)
VALG = st.integers(0, 1_000_000)
SET_AD_GANGEN = 4  # viewers after each step; at the end all


def vaelg(ting: Any, tal: int) -> Any:
    liste = list(ting)
    return liste[tal % len(liste)]


class Verdensgang(RuleBasedStateMachine):
    skridt: ClassVar[int] = 0

    def __init__(self) -> None:
        super().__init__()
        self.model = Model()
        v = Verden()
        fjern = Organisation.objects.using("vedligehold").create(
            slags="kommune", navn="Fjern Kommune", region=v.anden_region
        )
        self.hjem = [
            v,
            hjemme_i(v, v.nabokommune, v.region),
            hjemme_i(v, fjern, v.anden_region),
        ]
        self.folk: list[Aktoer] = []
        for nr, hos in enumerate(self.hjem):
            self.folk += [hos.sagsbehandler, hos.teammedlem]
            if nr != 1:  # the neighbour has the first one's region
                self.folk += [hos.sekretariat, hos.koordinator, hos.anden_koordinator]
        self.hjem[1].__dict__["sekretariat"] = v.sekretariat
        self.hos: dict[UUID, Verden] = {}  # citizen → where she lives
        self.forloeb: dict[UUID, Any] = {}
        self.sager: dict[UUID, Sag] = {}

    # --- What happens ----------------------------------------------------------------------------------

    @rule(hvor=VALG)
    def en_borger_kommer(self, hvor: int) -> None:
        hos = vaelg(self.hjem, hvor)
        forloeb = hos.forloeb()
        self.model.opret(forloeb.borger_id, hos.kommune.id)
        self.hos[forloeb.borger_id], self.forloeb[forloeb.borger_id] = hos, forloeb

    @precondition(lambda self: self.forloeb)
    @rule(hvem=VALG)
    def sagen_genoptages(self, hvem: int) -> None:
        borger = vaelg(self.forloeb, hvem)
        forloeb, hos = self.forloeb.pop(borger), self.hos[borger]
        gammel = hos.gammel_sag(forloeb, slags=("indstilling",))
        ny = hos.goer(hos.sagsbehandler, genoptag_sag, forloeb.id, grund="Prøve")
        for sag in (gammel, ny):
            self.model.ny_sag(sag.id, borger)
        self.sager[ny.id] = ny

    def _aabne(self, delt: bool) -> list[UUID]:
        return [id_ for id_ in self.sager if (self.model.sager[id_].region is not None) == delt]

    @precondition(lambda self: self._aabne(delt=False))
    @rule(hvilken=VALG)
    def sagen_sendes(self, hvilken: int) -> None:
        sag_id = vaelg(self._aabne(delt=False), hvilken)
        hos = self.hos[self.model.sager[sag_id].borger]
        with kontekst.arbejder_som(hos.sagsbehandler):
            Sag.objects.filter(id=sag_id).update(tilstand="forberedes")
        # A case whose sharing was taken back still has its meeting: the next one is a move, and a move asks why.
        hos.sendt(self.sager[sag_id], flyttes="Mødet flyttes.")
        self.model.send(sag_id, hos.region.id)

    @precondition(lambda self: self._aabne(delt=True))
    @rule(hvilken=VALG, hvem=VALG)
    def sagen_gives(self, hvilken: int, hvem: int) -> None:
        sag_id = vaelg(self._aabne(delt=True), hvilken)
        hos = self.hos[self.model.sager[sag_id].borger]
        koordinator = vaelg(self._koordinatorer(hos), hvem)
        hos.goer(hos.sekretariat, fordel_til_koordinator, sag_id, koordinator_id=koordinator.medarbejder_id)
        self.model.giv(sag_id, koordinator.medarbejder_id)

    def _koordinatorer(self, hos: Verden) -> list[Aktoer]:
        """Those of the region who are not kept out of anything: a case is not given to them."""
        ude = {person for person, _ in self.model.udelukkede}
        alle = [a for a in self.folk if a.organisation_id == hos.region.id and "koordinator" in a.rolle]
        return [a for a in alle if a.medarbejder_id not in ude] or [
            hos.person(Rolle.SUNDHEDSKOORDINATOR, hos.region)
        ]

    @precondition(lambda self: self._aabne(delt=True))
    @rule(hvilken=VALG)
    def delingen_tages_tilbage(self, hvilken: int) -> None:
        """No Handling does this; the kommune's database role may, and then the region must lose it all."""
        sag_id = vaelg(self._aabne(delt=True), hvilken)
        hos = self.hos[self.model.sager[sag_id].borger]
        with kontekst.arbejder_som(hos.sagsbehandler):
            Sag.objects.filter(id=sag_id).update(region=None, koordinator=None, tilstand="forberedes")
        self.model.tag_tilbage(sag_id)

    @precondition(lambda self: self.sager)
    @rule(hvilken=VALG)
    def sagen_lukkes(self, hvilken: int) -> None:
        """Closed is frozen; who sees it is as before."""
        sag_id = vaelg(self.sager, hvilken)
        hos = self.hos[self.model.sager[sag_id].borger]
        with kontekst.arbejder_som(hos.sagsbehandler):
            Sag.objects.filter(id=sag_id).update(tilstand="afsluttet")
        del self.sager[sag_id]

    @precondition(lambda self: self.hos)
    @rule(hvem=VALG, borger=VALG)
    def en_udelukkes(self, hvem: int, borger: int) -> None:
        borger_id = vaelg(self.hos, borger)
        # Not those who keep the case going in the rules above.
        person = vaelg(
            [a for a in self.folk if a.rolle in (Rolle.TEAMMEDLEM, Rolle.SUNDHEDSKOORDINATOR)], hvem
        )
        if (person.medarbejder_id, borger_id) not in self.model.udelukkede:
            Inhabilitet.objects.using("vedligehold").create(
                kommune_id=self.model.borgere[borger_id],
                borger_id=borger_id,
                medarbejder_id=person.medarbejder_id,
                organisation_id=person.organisation_id,
                dag=NU.date(),
                tid=NU,
            )
            self.model.udelukkede.add((person.medarbejder_id, borger_id))

    @precondition(lambda self: self.model.udelukkede)
    @rule(hvilken=VALG)
    def udelukkelsen_ophaeves(self, hvilken: int) -> None:
        person, borger = vaelg(sorted(self.model.udelukkede), hvilken)
        Inhabilitet.objects.using("vedligehold").filter(medarbejder_id=person, borger_id=borger).update(
            ophaevet_tid=NU
        )
        self.model.udelukkede.remove((person, borger))

    @rule(hvem=VALG)
    def en_skifter_rolle(self, hvem: int) -> None:
        """Within the house: a coordinator joins the secretariat, a caseworker the team, and back."""
        nr = hvem % len(self.folk)
        andre = {
            Rolle.SUNDHEDSKOORDINATOR: Rolle.SEKRETARIAT,
            Rolle.TEAMMEDLEM: Rolle.LEDER,
            Rolle.LEDER: Rolle.TEAMMEDLEM,
        }
        ny = andre.get(self.folk[nr].rolle)
        if ny and not self.folk[nr].noed:
            self.folk[nr] = replace(self.folk[nr], rolle=ny, vikar_for=None)

    @rule(hvem=VALG)
    def en_bliver_vikar(self, hvem: int) -> None:
        koordinatorer = [a for a in self.folk if a.rolle == Rolle.SUNDHEDSKOORDINATOR and not a.noed]
        if len(koordinatorer) < 2:
            return
        hende = vaelg(koordinatorer, hvem)
        for anden in koordinatorer:
            if anden is not hende and anden.organisation_id == hende.organisation_id:
                ny = None if anden.vikar_for else Vikar(uuid4(), hende.medarbejder_id, hende.navn)
                self.folk[self.folk.index(anden)] = replace(anden, vikar_for=ny)
                return

    @precondition(lambda self: self.model.sager)
    @rule(hvem=VALG, hvilken=VALG)
    def glasset_brydes(self, hvem: int, hvilken: int) -> None:
        """By anyone, to any case: what is outside her house stays shut. And again: it is over."""
        nr, sag = hvem % len(self.folk), vaelg(self.model.sager.values(), hvilken)
        noed = Noed(uuid4(), sag.id, sag.borger, datetime.now(UTC) + timedelta(minutes=30))
        self.folk[nr] = replace(self.folk[nr], noed=None if self.folk[nr].noed else noed)

    # --- What is seen -----------------------------------------------------------------------------------

    @invariant()
    def vaeggene_er_som_modellen(self) -> None:
        self.skridt += 1
        alle = [*self.folk, *(borgeren(hos, borger) for borger, hos in self.hos.items())]
        for hvem in (alle * 2)[self.skridt % len(alle) :][:SET_AD_GANGEN]:
            self.efterse(hvem)

    def teardown(self) -> None:
        for hvem in self.folk:
            self.efterse(hvem)

    def efterse(self, hvem: Aktoer) -> None:
        rigtigt = self.model.ser(hvem)
        alt = "vedligehold"
        foerste = Ser(
            frozenset(synlige_sager(hvem).using(alt).values_list("id", flat=True)),
            frozenset(synlige_borgere(hvem).using(alt).values_list("id", flat=True)),
        )
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute("SELECT 's', id FROM sager_sag UNION ALL SELECT 'b', id FROM sager_borger")
            raekker = cursor.fetchall()
            if hvem.rolle not in (Rolle.BORGER,):  # she sees only the papers that are hers
                cursor.execute("SELECT DISTINCT sag_id FROM sager_dokument")
                assert {r[0] for r in cursor.fetchall()} == rigtigt.sager, f"papirer: {hvem}"
        anden = Ser(*(frozenset(id_ for art, id_ in raekker if art == hvad) for hvad in ("s", "b")))
        assert foerste == rigtigt, f"Pythons væg: {hvem}"
        assert anden == rigtigt, f"PostgreSQLs væg: {hvem}"


def _koer(gange: int, skridt: int) -> None:
    run_state_machine_as_test(
        Verdensgang,
        settings=settings(
            max_examples=gange,
            stateful_step_count=skridt,
            derandomize=True,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_enhver_raekkefoelge(database: str) -> None:
    _koer(8, 20)


@pytest.mark.langsom
def test_enhver_raekkefoelge_300_gange(database: str) -> None:
    _koer(300, 30)
