"""§ 17: what may never change the answer, and what may only change it one way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from hypothesis import assume, given
from hypothesis import strategies as st

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import HOLDER_UDE, Periode, Ressourceforloeb, UndtagetPeriode
from rehabteam.lov.vurdering import Vurdering
from tests.egenskaber import orakel
from tests.egenskaber.forloeb import STARTER, datoer, forloeb, indsats, spaend, timer, undtaget
from tests.egenskaber.spoergsmaal import FAA

Sag = tuple[Ressourceforloeb, date]
T = TypeVar("T", Periode, UndtagetPeriode)
EN_DAG = timedelta(days=1)
I_ORDEN = ("INDSATS_RETTIDIG", "UNDTAGET_STK_4", "UNDTAGET_STK_5", "UNDTAGET_STK_6")
UDEN_ENDE = date.max


def svaret(fakta: Ressourceforloeb, pr: date) -> tuple[Any, ...]:
    """What the contract answers."""
    v = seks_maaneder(fakta, pr)
    return v.status, v.frist, v.svar, v.valideringsfejl


def grundene(fakta: Ressourceforloeb, pr: date) -> list[str]:
    return sorted(g.tekst for g in seks_maaneder(fakta, pr).grunde)


# --- An excluded day never brings the limit nearer ------------------------------------------------------


def _foer_og_efter(start: date, perioder: Sequence[UndtagetPeriode], mere: UndtagetPeriode) -> None:
    foer = seks_maaneder(Ressourceforloeb(start, undtagne_perioder=tuple(perioder)), start)
    efter = seks_maaneder(Ressourceforloeb(start, undtagne_perioder=(*perioder, mere)), start)
    assert (efter.frist or UDEN_ENDE) >= (foer.frist or UDEN_ENDE)
    if foer.frist is None:
        # It still stands still, and no more has been counted than before.
        assert dict(efter.svar)["talte_dage"] <= dict(foer.svar)["talte_dage"]
        assert dict(efter.svar)["resterende_dage"] >= dict(foer.svar)["resterende_dage"]
    elif efter.frist is not None:
        laengde = (mere.til or mere.fra).toordinal() - mere.fra.toordinal() + 1
        ekstra = (efter.frist - foer.frist).days
        # It can reach a period that lay after the old limit, but then by no more than that one's own days.
        assert ekstra <= laengde + sum(
            (p.til - p.fra).days + 1 for p in perioder if p.til and p.til > foer.frist
        )


@given(STARTER.flatmap(lambda s: st.tuples(st.just(s), st.lists(undtaget(s), max_size=4), datoer(s))))
@FAA
def test_en_dag_mere_bringer_aldrig_fristen_naermere(
    givet: tuple[date, list[UndtagetPeriode], date],
) -> None:
    start, perioder, dag = givet
    for hjemmel in HOLDER_UDE:
        _foer_og_efter(start, perioder, UndtagetPeriode(dag, dag, hjemmel))


@given(STARTER.flatmap(lambda s: st.tuples(st.just(s), st.lists(undtaget(s), max_size=4), undtaget(s))))
@FAA
def test_en_periode_mere_bringer_aldrig_fristen_naermere(
    givet: tuple[date, list[UndtagetPeriode], UndtagetPeriode],
) -> None:
    """Open periods too: an open one more stands still, or lies after the limit."""
    _foer_og_efter(*givet)


@given(STARTER.flatmap(lambda s: st.tuples(st.just(s), st.lists(undtaget(s), max_size=3), datoer(s))))
@FAA
def test_en_dag_der_ligger_i_en_periode_i_forvejen_aendrer_intet(
    givet: tuple[date, list[UndtagetPeriode], date],
) -> None:
    start, perioder, dag = givet
    assume(orakel.holdt_ude(dag, tuple(perioder)) or dag <= start)
    foer = Ressourceforloeb(start, undtagne_perioder=tuple(perioder))
    efter = replace(foer, undtagne_perioder=(*perioder, UndtagetPeriode(dag, dag, "LAS_13_STK_7")))
    assert svaret(foer, start) == svaret(efter, start)


# --- Order, splitting and overlap -----------------------------------------------------------------------


def delt(perioder: Sequence[T]) -> list[T]:
    """Each period in two that adjoin; the open ones after a day."""
    ud: list[T] = []
    for p in perioder:
        slut = p.til or p.fra + EN_DAG
        if slut > p.fra:
            midt = p.fra + (slut - p.fra) // 2
            ud += [replace(p, til=midt), replace(p, fra=midt + EN_DAG)]
        else:
            ud.append(p)
    return ud


@given(forloeb(), st.randoms(use_true_random=False))
@FAA
def test_raekkefoelgen_er_ligegyldig(sag: Sag, tilfaeldig: Any) -> None:
    """Of efforts, periods, hours and spans; the grounds are the same ones, too."""
    fakta, pr = sag
    lister = ("indsatser", "undtagne_perioder", "ordinaere_timer", "loentilskud_kompensationslov_15", "stu")
    blandet: dict[str, Any] = {}
    for navn in lister:
        vaerdier = list(getattr(fakta, navn))
        tilfaeldig.shuffle(vaerdier)
        blandet[navn] = tuple(vaerdier)
    anden = replace(fakta, **blandet)
    assert svaret(fakta, pr) == svaret(anden, pr)
    assert grundene(fakta, pr) == grundene(anden, pr)


@given(forloeb(), st.randoms(use_true_random=False))
@FAA
def test_deling_er_ligegyldig(sag: Sag, tilfaeldig: Any) -> None:
    """Of periods, spans and a day's hours: in two pieces they are the same."""
    fakta, pr = sag
    perioder = delt(fakta.undtagne_perioder)
    tilfaeldig.shuffle(perioder)
    halve = [replace(t, timer=None if t.timer is None else t.timer / 2) for t in fakta.ordinaere_timer]
    anden = replace(
        fakta,
        undtagne_perioder=tuple(perioder),
        ordinaere_timer=tuple(halve + halve),
        loentilskud_kompensationslov_15=tuple(delt(fakta.loentilskud_kompensationslov_15)),
        stu=tuple(delt(fakta.stu)),
    )
    assert svaret(fakta, pr) == svaret(anden, pr)


def samlet(perioder: Sequence[UndtagetPeriode]) -> list[UndtagetPeriode]:
    """The periods that keep days out, as the fewest that cover the same days: found by walking the days."""
    ude = [p for p in perioder if p.hjemmel in HOLDER_UDE]
    aabne = [p.fra for p in ude if p.til is None]
    dage = {p.fra + n * EN_DAG for p in ude for n in range(((p.til or p.fra) - p.fra).days + 1)}
    aaben = min(aabne, default=None)
    dage = {d for d in dage if aaben is None or d < aaben}
    ud = []
    for d in sorted(dage):
        if ud and ud[-1][1] == d - EN_DAG:
            ud[-1][1] = d
        else:
            ud.append([d, d])
    faerdige = [UndtagetPeriode(fra, til, "LAS_13_STK_7") for fra, til in ud]
    return faerdige if aaben is None else [*faerdige, UndtagetPeriode(aaben, None, "LAS_13_STK_7")]


@given(forloeb())
@FAA
def test_overlappende_er_som_samlede(sag: Sag) -> None:
    """Whatever the periods' bases: what counts is the days they cover between them."""
    fakta, pr = sag
    anden = replace(fakta, undtagne_perioder=tuple(samlet(fakta.undtagne_perioder)))
    assert svaret(fakta, pr) == svaret(anden, pr)


@given(forloeb(), st.integers(0, 40), st.integers(0, 40))
@FAA
def test_en_laengere_del_af_det_samme_aendrer_intet(sag: Sag, foer: int, efter: int) -> None:
    """To every period an overlapping one on another basis that covers part of it: nothing more is kept out."""
    fakta, pr = sag
    ekstra = []
    for p in fakta.undtagne_perioder:
        if p.hjemmel not in HOLDER_UDE:
            continue
        fra = p.fra + foer * EN_DAG
        til = p.til - efter * EN_DAG if p.til else fra + efter * EN_DAG
        if p.fra <= fra <= til and (p.til is None or til <= p.til):
            ekstra.append(UndtagetPeriode(fra, til, "LAB_33_STK_5"))
    anden = replace(fakta, undtagne_perioder=(*fakta.undtagne_perioder, *ekstra))
    assert svaret(fakta, pr) == svaret(anden, pr)


# --- A later day ----------------------------------------------------------------------------------------


@given(forloeb(), st.integers(1, 400))
@FAA
def test_en_senere_dag_goer_aldrig_noget_ugjort(sag: Sag, dage: int) -> None:
    """The limit stays. What was in order stays so, and a duty that has arisen stays, with the same day of birth,
    unless somebody decides later, with a later date, that særlige grunde speak against it.
    """
    fakta, pr = sag
    senere = pr + timedelta(days=dage)
    foer, efter = seks_maaneder(fakta, pr), seks_maaneder(fakta, senere)
    assert (foer.frist, foer.svar) == (efter.frist, efter.svar)
    match foer.status:
        case "INDSATS_RETTIDIG" | "SAERLIGE_GRUNDE":
            assert efter.status == foer.status
        case "UNDTAGET_STK_4" | "UNDTAGET_STK_5" | "UNDTAGET_STK_6":
            # A better reason can come up; the case stays out.
            assert I_ORDEN.index(efter.status) <= I_ORDEN.index(foer.status)
        case "SKAL_GENBEHANDLES":
            if efter.status == "SAERLIGE_GRUNDE":
                besluttet = fakta.saerlige_grunde and fakta.saerlige_grunde.dato
                assert besluttet and pr < besluttet <= senere
            else:
                assert efter.status == "SKAL_GENBEHANDLES"
                assert pligt(foer) == pligt(efter)
        case "SUSPENDERET":
            assert efter.status in ("SUSPENDERET", *I_ORDEN)
        case "MANUEL_VURDERING":
            assert efter.status in ("MANUEL_VURDERING", "SAERLIGE_GRUNDE")


def pligt(v: Vurdering) -> list[str]:
    (fundet,) = [g.tekst for g in v.grunde if g.kode == "pligt"]
    return [fundet]


@given(forloeb())
@FAA
def test_pligten_opstaar_dagen_efter_fristen_og_ikke_foer(sag: Sag) -> None:
    """Asked on the last day there is time; the day after, whatever the facts up to then, there is an answer."""
    fakta, pr = sag
    frist = seks_maaneder(fakta, pr).frist
    assume(frist is not None)
    assert frist
    assert seks_maaneder(fakta, frist).status in ("IKKE_UDLOEBET", "MANUEL_VURDERING", *I_ORDEN)
    assert seks_maaneder(fakta, frist + EN_DAG).status not in ("IKKE_UDLOEBET", "SUSPENDERET")


# --- One fact more --------------------------------------------------------------------------------------


@given(forloeb(), st.data())
@FAA
def test_en_kendsgerning_mere_skaber_aldrig_en_pligt(sag: Sag, data: st.DataObject) -> None:
    """An effort, an hour or a span more can end a duty, never make one."""
    fakta, pr = sag
    start = fakta.forloeb_start
    navn = data.draw(
        st.sampled_from(["indsatser", "ordinaere_timer", "loentilskud_kompensationslov_15", "stu"])
    )
    strategi = {"indsatser": indsats(start), "ordinaere_timer": timer(start)}.get(
        navn, spaend(start).map(lambda s: Periode(*s))
    )
    mere = replace(fakta, **{navn: (*getattr(fakta, navn), data.draw(strategi))})
    foer, efter = seks_maaneder(fakta, pr), seks_maaneder(mere, pr)
    assert foer.frist == efter.frist
    if foer.status not in ("SKAL_GENBEHANDLES", "MANUEL_VURDERING"):
        assert efter.status not in ("SKAL_GENBEHANDLES", "MANUEL_VURDERING")
    if foer.status in I_ORDEN:
        assert I_ORDEN.index(efter.status) <= I_ORDEN.index(foer.status)
