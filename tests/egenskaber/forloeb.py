"""Random ressourceforløb for the property tests: dates near the edges, every basis, overlaps and open ends."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from rehabteam.lov import fakta as lf

HJEMLER = (
    "LAB_KAP_11", "LAB_KAP_12", "LAB_KAP_14", "LAB_KAP_26", "SERVICELOV", "BARNETS_LOV",
    "SUNDHEDSLOV_KOMMUNAL", "SUNDHEDSLOV_REGIONAL",
)  # fmt: skip
STARTER = st.one_of(
    st.dates(date(2021, 11, 1), date(2026, 3, 31)),
    st.sampled_from(
        [date(2022, 1, 1), date(2026, 1, 31), date(2021, 12, 31), date(2026, 2, 1), date(2023, 8, 31),
         date(2024, 2, 29), date(2023, 8, 30), date(2023, 3, 31), date(2022, 8, 28), date(2025, 12, 31)]
    ),
)  # fmt: skip
NAERT = st.one_of(st.integers(-40, 420), st.sampled_from([-1, 0, 1, 180, 181, 182, 183, 184, 185]))


def datoer(start: date) -> st.SearchStrategy[date]:
    return NAERT.map(lambda n: start + timedelta(days=n))


@st.composite
def spaend(draw: st.DrawFn, start: date, aabent: bool = True) -> tuple[date, date | None]:
    fra = draw(datoer(start))
    if aabent and draw(st.integers(0, 5)) == 0:
        return fra, None
    return fra, fra + timedelta(days=draw(st.one_of(st.integers(0, 45), st.integers(0, 300))))


@st.composite
def undtaget(draw: st.DrawFn, start: date, aabent: bool = True) -> lf.UndtagetPeriode:
    fra, til = draw(spaend(start, aabent))
    return lf.UndtagetPeriode(fra, til, draw(st.sampled_from(lf.PERIODEHJEMLER)))


@st.composite
def indsats(draw: st.DrawFn, start: date) -> lf.Indsats:
    paabegyndt = draw(st.none() | datoer(start))
    return lf.Indsats(
        hjemmel=draw(st.sampled_from(HJEMLER)),
        paabegyndt=paabegyndt,
        i_indsatsdel=draw(st.sampled_from([True, True, True, False, None])),
        optaget_i_indsatsdel=draw(st.none() | datoer(start)),
    )


@st.composite
def timer(draw: st.DrawFn, start: date) -> lf.OrdinaereTimer:
    return lf.OrdinaereTimer(
        draw(datoer(start)), draw(st.sampled_from([0, 0.5, 2, 37, None])), draw(st.sampled_from(lf.TIMEARTER))
    )


@st.composite
def saerlige_grunde(draw: st.DrawFn, start: date) -> lf.SaerligeGrunde:
    return lf.SaerligeGrunde(
        draw(st.sampled_from([True, True, False, None])),
        draw(st.sampled_from(["Konkret grund", "Konkret grund", "", None])),
        draw(st.sampled_from(["Mette", "Mette", None])),
        draw(st.none() | datoer(start)),
    )


@st.composite
def forloeb(draw: st.DrawFn) -> tuple[lf.Ressourceforloeb, date]:
    """A ressourceforløb and the day it is asked about."""
    start = draw(STARTER)

    def nogle(strategi: st.SearchStrategy[object], hoejst: int) -> tuple[object, ...]:
        return tuple(draw(st.lists(strategi, max_size=hoejst)))

    perioder = st.builds(lambda s: lf.Periode(*s), spaend(start))
    fakta = lf.Ressourceforloeb(
        start,
        indsatser=nogle(indsats(start), 3) if draw(st.booleans()) else (),
        undtagne_perioder=nogle(undtaget(start), 4),
        ordinaere_timer=nogle(timer(start), 2) if draw(st.booleans()) else (),
        loentilskud_kompensationslov_15=nogle(perioder, 1) if draw(st.booleans()) else (),
        stu=nogle(perioder, 1) if draw(st.booleans()) else (),
        saerlige_grunde=draw(st.none() | saerlige_grunde(start)),
    )
    return fakta, draw(datoer(start))
