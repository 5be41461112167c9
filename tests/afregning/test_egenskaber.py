"""The settlement recomputed from the Hændelser equals what stands, to the øre, whatever has happened in between."""

import copy
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from itertools import count
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.sager.afregning import (
    AFKLARET,
    BEREGNET,
    RETTET,
    Afbud,
    Behandlet,
    Post,
    beregn,
    forskelle,
    i_alt,
    stillinger,
)
from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE, Vilkaar
from rehabteam.sager.models import Afregningslinje
from tests.afregning.scenen import Scene
from tests.verden import Verden

DAGE = st.dates(date(2026, 5, 1), date(2026, 5, 31))
PRIS = st.none() | st.decimals(0, 9999, places=2)
TRIN = st.none() | st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 100)), max_size=3, unique_by=lambda t: t[0]
).map(tuple)
VILKAAR = st.builds(
    Vilkaar,
    pris_per_sag=st.fixed_dictionaries({SYGEDAGPENGE: PRIS, FLEKSJOB: PRIS}),
    pris_per_moede=PRIS,
    pris_per_dag=PRIS,
    afbud=TRIN,
    kategorier=st.sampled_from([{}, {"fleksjob": FLEKSJOB}]),
)
ARTER = {"genforelaeggelse": SYGEDAGPENGE, "fleksjob": None}
SKRIDT = st.one_of(
    st.tuples(st.just("behandlet"), DAGE, st.sampled_from(sorted(ARTER))),
    st.tuples(st.just("afbud"), DAGE, st.integers(0, 14)),
    st.tuples(st.just("aftale"), DAGE, VILKAAR),
    st.tuples(st.just("opgoer")),
    st.tuples(st.just("ret"), st.integers(0, 30), st.decimals(-500, 500, places=2)),
    st.tuples(st.just("godkend")),
)


@dataclass
class Linje:
    noegle: str
    oprindelse: str
    beloeb: Decimal | None


@dataclass
class Maaned:
    """The month as a ledger without a database: what happened, the terms by date, the lines."""

    behandlede: list[Behandlet] = field(default_factory=list)
    afbud: list[Afbud] = field(default_factory=list)
    aftaler: list[tuple[date, Vilkaar]] = field(default_factory=list)
    linjer: list[Linje] = field(default_factory=list)
    ider: Iterator[int] = field(default_factory=lambda: count(1))

    def _id(self) -> UUID:
        return UUID(int=next(self.ider))

    def _kategori(self, art: str) -> Callable[[Vilkaar], str | None]:
        return lambda v: ARTER[art] or v.kategorier.get(art)

    def vilkaar(self, dag: date) -> Vilkaar:
        begyndt = [(fra, nr) for nr, (fra, _) in enumerate(self.aftaler) if fra <= dag]
        return self.aftaler[max(begyndt)[1]][1] if begyndt else Vilkaar()

    def poster(self) -> dict[str, Post]:
        return beregn(self.behandlede, self.afbud, self.vilkaar)

    def goer(self, skridt: tuple[Any, ...]) -> None:
        match skridt:
            case ("behandlet", dag, art):
                moede = UUID(int=dag.toordinal())
                self.behandlede.append(Behandlet(self._id(), moede, dag, self._kategori(art)))
            case ("afbud", dag, foer):
                moede, hvornaar = UUID(int=dag.toordinal()), dag - timedelta(days=foer)
                nyt = (self._id(), self._id(), moede, dag, hvornaar, self._kategori("genforelaeggelse"))
                self.afbud.append(Afbud(*nyt))
            case ("aftale", dag, vilkaar):
                self.aftaler.append((dag, vilkaar))
            case ("opgoer",):
                for f in forskelle(self.poster(), self.linjer):
                    if f.kan_rettes:
                        self.linjer.append(Linje(f.noegle, BEREGNET, f.beloeb))
            case ("ret", nr, beloeb) if self.linjer:
                noegle = self.linjer[nr % len(self.linjer)].noegle
                aaben = stillinger(self.linjer)[noegle].aaben
                self.linjer.append(
                    Linje(noegle, AFKLARET if aaben else RETTET, abs(beloeb) if aaben else beloeb)
                )


@settings(max_examples=150, deadline=None)
@given(st.lists(SKRIDT, max_size=25))
def test_opgjort_er_lig_beregnet_paa_oeren(skridt: list[tuple[Any, ...]]) -> None:
    maaned = Maaned()
    for et in skridt:
        foer = copy.deepcopy(maaned.linjer)
        maaned.goer(et)
        assert maaned.linjer[: len(foer)] == foer  # only ever added to
    maaned.goer(("opgoer",))
    stemmer(maaned.poster(), maaned.linjer)


def stemmer(poster: dict[str, Post], linjer: list[Any]) -> None:
    """Key by key, and the sum: an independent reckoning, straight from the lines."""
    tilbage = {f.noegle for f in forskelle(poster, linjer)}
    assert all(not f.kan_rettes for f in forskelle(poster, linjer))
    i_haanden = sum((li.beloeb for li in linjer if li.oprindelse != BEREGNET), Decimal(0))
    beregnet = Decimal(0)
    for noegle in poster.keys() | {li.noegle for li in linjer}:
        mine = [li for li in linjer if li.noegle == noegle and li.oprindelse == BEREGNET]
        stod = sum((li.beloeb for li in mine if li.beloeb is not None), Decimal(0))
        beregnet += stod
        afklaret = any(li.noegle == noegle and li.oprindelse == AFKLARET for li in linjer)
        if noegle in tilbage or (afklaret and all(li.beloeb is None for li in mine)):
            continue
        post = poster.get(noegle)
        assert stod == (post.beloeb or 0 if post else 0), noegle
        assert mine or post is None
    assert i_alt(linjer) == beregnet + i_haanden
    assert i_alt(linjer) == i_alt(linjer).quantize(Decimal("0.01"))


@pytest.mark.langsom
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(skridt=st.lists(SKRIDT, max_size=14))
def test_ogsaa_i_databasen_gennem_handlingerne(database: str, skridt: list[tuple[Any, ...]]) -> None:
    """The same through the Handlinger and the walls, with both houses taking turns."""
    s = Scene(Verden())
    laaste: list[tuple[Any, ...]] = []
    for nr, et in enumerate(skridt):
        with suppress(KanIkke):
            _goer(s, et, nr)
        staar = [_som_den_staar(linje) for linje in s.linjer()]
        assert staar[: len(laaste)] == laaste or sorted(laaste) <= sorted(staar)
        laaste = staar
    with suppress(KanIkke):
        s.opgoer()
    stemmer(s.poster(), s.linjer())
    stemmer(s.poster(hvem=s.v.leder), s.linjer(hvem=s.v.leder))


def _goer(s: Scene, skridt: tuple[Any, ...], nr: int) -> None:
    match skridt:
        case ("behandlet", dag, art):
            s.behandlet(dag, art=art)
        case ("afbud", dag, foer):
            s.afbud(dag, dag - timedelta(days=foer))
        case ("aftale", dag, vilkaar):
            s.aftale(vilkaar, fra=dag)
        case ("opgoer",):
            s.opgoer((s.v.sekretariat, s.v.leder)[nr % 2])
        case ("ret", hvilken, beloeb) if linjer := s.linjer():
            s.ret(linjer[hvilken % len(linjer)], str(beloeb))
        case ("godkend",) if s.linjer():
            s.godkend(s.v.leder)
            s.godkend(s.v.sekretariat)


def _som_den_staar(linje: Afregningslinje) -> tuple[Any, ...]:
    return (linje.afregning.nr, linje.nr, linje.noegle, linje.oprindelse, str(linje.beloeb), linje.grund)
