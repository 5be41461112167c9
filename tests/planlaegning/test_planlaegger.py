"""The planner against every plan there is, on instances small enough to try them all; and what it says about them."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabteam.sager.planlaegning.hvorfor import afslag
from rehabteam.sager.planlaegning.opgaven import Dag, Hvorfor, Maal, Opgave, Ventende
from rehabteam.sager.planlaegning.planlaegger import ForStorPlan, planlaeg, vaegte

DAG0 = date(2026, 6, 1)
GEN, ANDRE = "sygedagpengereform", "fleksjob_foertidspension"


def om(dage: int) -> date:
    return DAG0 + timedelta(days=dage)


def alle_planer(opgave: Opgave) -> Iterator[Maal]:
    """The cost of every plan that keeps to the days and places: by trying them all."""
    for valg in product((*opgave.dage, None), repeat=len(opgave.sager)):
        par = list(zip(opgave.sager, valg, strict=True))
        if any(d is not None and (d.lukket or d.dato < s.tidligst) for s, d in par):
            continue
        brugt = Counter((d.id, s.kategori) for s, d in par if d is not None)
        rum = {(d.id, k): d.plads_til(k) for d in opgave.dage for k in (GEN, ANDRE)}
        if any(rum[noegle] is not None and antal > rum[noegle] for noegle, antal in brugt.items()):
            continue
        yield tuple(map(sum, zip((0, 0, 0, 0), *(opgave.pris(s, d) for s, d in par), strict=True)))  # type: ignore[misc]


@st.composite
def opgaver(draw: st.DrawFn) -> Opgave:
    antal = draw(st.integers(1, 4))
    dage = tuple(
        Dag(
            f"d{n}",
            om(draw(st.integers(0, 12))),
            draw(st.dictionaries(st.sampled_from((GEN, ANDRE)), st.sampled_from((0, 1, 1, 2, None)))),
            draw(st.sampled_from(("", "", "", "aflyst"))),
        )
        for n in range(antal)
    )
    sager = tuple(
        Ventende(
            f"s{n}",
            draw(st.sampled_from((GEN, GEN, ANDRE))),
            om(draw(st.integers(-3, 12))),
            draw(st.none() | st.integers(-2, 15).map(om)),
            draw(st.booleans()),
            draw(st.none() | st.sampled_from([d.id for d in dage])),
        )
        for n in range(draw(st.integers(0, 5)))
    )
    return Opgave(dage, sager)


@settings(max_examples=40, deadline=None)
@given(opgaver())
def test_ingen_plan_er_bedre(opgave: Opgave) -> None:
    forslag = planlaeg(opgave)
    assert forslag.maal == min(alle_planer(opgave))
    brugt = Counter((p.dag.id, p.sag.kategori) for p in forslag.placeringer if p.dag)
    for dag in opgave.dage:
        for kategori in (GEN, ANDRE):
            rum = dag.plads_til(kategori)
            assert rum is None or brugt[dag.id, kategori] <= rum
    assert all(p.dag is None or p.dag.dato >= p.sag.tidligst for p in forslag.placeringer)
    assert [p.sag for p in forslag.placeringer] == list(opgave.sager)
    # What it says of a swap is true: none of them would mend the plan.
    for plads in forslag.placeringer:
        for nej in afslag(forslag, plads):
            assert nej.forskel is None or nej.forskel >= (0, 0, 0, 0)


@pytest.mark.langsom
@settings(max_examples=600, deadline=None)
@given(opgaver())
def test_ingen_plan_er_bedre_mange_gange(opgave: Opgave) -> None:
    assert planlaeg(opgave).maal == min(alle_planer(opgave))


def test_raekkefoelgen_af_de_fire_maal() -> None:
    """A goal kept is worth more than any wait; a re-submission's day more than any of the others'; all more than a move."""
    dage = (Dag("a", om(0), {GEN: 1}), Dag("b", om(300), {GEN: 1}))
    sent = Ventende("sent", GEN, om(0), senest=om(10))
    gen = Ventende("gen", GEN, om(0), genforelaeggelse=True)
    assert _dage(dage, (gen, sent)) == {"sent": "a", "gen": "b"}
    anden = Ventende("anden", GEN, om(-500))
    assert _dage(dage, (anden, gen)) == {"gen": "a", "anden": "b"}
    bookede = Ventende("en", GEN, om(0), nu="b"), Ventende("to", GEN, om(0), nu="a")
    assert _dage(dage, bookede) == {"en": "b", "to": "a"}


def _dage(dage: tuple[Dag, ...], sager: tuple[Ventende, ...]) -> dict[object, object]:
    return {p.sag.id: p.dag and p.dag.id for p in planlaeg(Opgave(dage, sager)).placeringer}


def test_uden_dage_og_uden_sager() -> None:
    assert planlaeg(Opgave((), ())).maal == (0, 0, 0, 0)
    (plads,) = planlaeg(Opgave((Dag("a", om(0), {GEN: 0}),), (Ventende("x", GEN, om(0)),))).placeringer
    assert plads.dag is None and not plads.for_sent
    assert _dage((Dag("a", om(0)), Dag("b", om(1))), (Ventende("x", GEN, om(0)),)) == {"x": "a"}


def test_hvorfor_ikke_foer() -> None:
    dage = (
        Dag("før", om(0), {GEN: 1}),
        Dag("aflyst", om(7), {GEN: 5}, "aflyst"),
        Dag("fuld", om(14), {GEN: 0}),
        Dag("ingen", om(15), {GEN: 1, ANDRE: 0}),
        Dag("b", om(21), {GEN: 1}),
        Dag("c", om(28), {GEN: 1}),
    )
    sager = (
        Ventende("første", GEN, om(5), senest=om(16), genforelaeggelse=True),
        Ventende("anden", GEN, om(5), genforelaeggelse=True),
        Ventende("tredje", GEN, om(5)),
    )
    forslag = planlaeg(Opgave(dage, sager))
    plads = {p.sag.id: p for p in forslag.placeringer}
    assert [p.dag and p.dag.id for p in forslag.placeringer] == ["ingen", "b", "c"]
    svar = {a.dag.id: (a.hvorfor, a.med) for a in afslag(forslag, plads["tredje"])}
    assert svar == {
        "før": (Hvorfor.FOER_TIDLIGST, None),
        "aflyst": (Hvorfor.LUKKET, None),
        "fuld": (Hvorfor.GIVET_BORT, None),
        "ingen": (Hvorfor.FLERE_FOR_SENT, "første"),
        "b": (Hvorfor.GENFORELAEGGELSER_VENTER, "anden"),
    }


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 400))
def test_vaegtene_dominerer(dage: int, klasser: int, spaend: int) -> None:
    """Each level outweighs the most that all the later ones can change on one cycle."""
    sent, gen, andre, flyt = vaegte(dage, klasser, spaend)
    led = min(dage + 1, klasser)
    assert andre > led * flyt
    assert gen > led * spaend * andre + led * flyt
    assert sent > led * spaend * (gen + andre) + led * flyt


def test_for_stor_en_plan_siger_det() -> None:
    dage = tuple(Dag(n, date(1, 1, 1) + timedelta(days=n * 1000), {GEN: 1}) for n in range(3000))
    sager = tuple(
        Ventende(n, GEN, date(1, 1, 1) + timedelta(days=n * 900), om(n), n % 2 == 0) for n in range(3000)
    )
    with pytest.raises(ForStorPlan):
        planlaeg(Opgave(dage, sager))
