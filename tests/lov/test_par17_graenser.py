"""§ 17 at its edges: the last day in and the first day out, for every date the rule looks at."""

from __future__ import annotations

from datetime import date

import pytest

from rehabteam.lov.fakta import (
    Indsats,
    OrdinaereTimer,
    Periode,
    SaerligeGrunde,
    UgyldigeFakta,
    UndtagetPeriode,
)
from tests.lov.par17 import EN_DAG, FRIST, SENT, START, indsats, spoerg, ude


@pytest.mark.parametrize(
    ("start", "frist"),
    [
        (date(2023, 8, 30), date(2024, 2, 29)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2022, 8, 31), date(2023, 2, 28)),
        (date(2024, 2, 29), date(2024, 8, 29)),
        (date(2023, 2, 28), date(2023, 8, 28)),
        (date(2025, 10, 31), date(2026, 4, 30)),
    ],
)
def test_maanedsslut_og_skudaar(start: date, frist: date) -> None:
    assert spoerg(start=start, pr=frist).status == "IKKE_UDLOEBET"
    assert spoerg(start=start, pr=frist + EN_DAG).status == "SKAL_GENBEHANDLES"
    assert spoerg(start=start).frist == frist


@pytest.mark.parametrize(
    ("perioder", "frist", "sprunget"),
    [
        ((ude(START - 9 * EN_DAG, START),), FRIST, 0),
        ((ude(START - 9 * EN_DAG, START + EN_DAG),), FRIST + EN_DAG, 1),
        ((ude(FRIST, FRIST),), FRIST + EN_DAG, 1),
        ((ude(FRIST + EN_DAG, FRIST + 9 * EN_DAG),), FRIST, 0),
        # overlap counts once, adjoining joins
        ((ude(date(2024, 3, 1), date(2024, 3, 10)), ude(date(2024, 3, 5), date(2024, 3, 14))), date(2024, 8, 15), 14),
        ((ude(date(2024, 3, 1), date(2024, 3, 10)), ude(date(2024, 3, 11), date(2024, 3, 14))), date(2024, 8, 15), 14),
        # one period pushes the limit into the next, which pushes it into a third
        ((ude(date(2024, 3, 1), date(2024, 3, 5)), ude(date(2024, 8, 6), date(2024, 8, 8)),
          ude(date(2024, 8, 9), date(2024, 8, 9))), date(2024, 8, 10), 9),
        # the third is just out of reach
        ((ude(date(2024, 3, 1), date(2024, 3, 5)), ude(date(2024, 8, 6), date(2024, 8, 8)),
          ude(date(2024, 8, 10), date(2024, 8, 20))), date(2024, 8, 9), 8),
        ((ude(START, SENT, "SYGDOM_UDEN_FRITAGELSE"), ude(START, SENT, "ANDET")), FRIST, 0),
    ],
)  # fmt: skip
def test_perioder_der_holdes_ude(perioder: tuple[UndtagetPeriode, ...], frist: date, sprunget: int) -> None:
    v = spoerg(undtagne_perioder=perioder)
    assert v.frist == frist
    assert dict(v.svar)["undtagne_dage"] == sprunget


def test_en_aaben_periode_staar_stille_til_og_med_fristen() -> None:
    staar = spoerg(undtagne_perioder=(ude(FRIST, None),))
    assert (staar.status, staar.frist) == ("SUSPENDERET", None)
    assert dict(staar.svar) == {"undtagne_dage": 0, "talte_dage": 181, "resterende_dage": 1}
    efter = spoerg(undtagne_perioder=(ude(FRIST + EN_DAG, None),))
    assert (efter.status, efter.frist) == ("SKAL_GENBEHANDLES", FRIST)


@pytest.mark.parametrize(
    ("dag", "status"),
    [
        (START - EN_DAG, "SKAL_GENBEHANDLES"),
        (START, "UNDTAGET_STK_4"),
        (FRIST, "UNDTAGET_STK_4"),
        (FRIST + EN_DAG, "SKAL_GENBEHANDLES"),
    ],
)
def test_vinduet_for_loentimer(dag: date, status: str) -> None:
    """Also when a period has moved the limit: the window stays the first six months (T6)."""
    timer = (OrdinaereTimer(dag, 0.25, "ORDINAER_LOENMODTAGER"),)
    assert spoerg(ordinaere_timer=timer).status == status
    flyttet = spoerg(ordinaere_timer=timer, undtagne_perioder=(ude(date(2024, 3, 1), date(2024, 3, 31)),))
    assert flyttet.status == status
    t6 = next(laesning for laesning in flyttet.laesninger if laesning.nr == "T6")
    assert t6.forskel == (dag == FRIST + EN_DAG)


@pytest.mark.parametrize(
    ("felt", "status"), [("loentilskud_kompensationslov_15", "UNDTAGET_STK_5"), ("stu", "UNDTAGET_STK_6")]
)
def test_spaend_der_roerer_de_foerste_seks_maaneder(felt: str, status: str) -> None:
    for fra, til, svar in [
        (START - 90 * EN_DAG, START - EN_DAG, "SKAL_GENBEHANDLES"),
        (START - 90 * EN_DAG, START, status),
        (FRIST, None, status),
        (FRIST + EN_DAG, None, "SKAL_GENBEHANDLES"),
    ]:
        assert spoerg(**{felt: (Periode(fra, til),)}).status == svar


@pytest.mark.parametrize(
    ("timer", "art", "status"),
    [
        (0, "ORDINAER_LOENMODTAGER", "SKAL_GENBEHANDLES"),
        (None, "ORDINAER_LOENMODTAGER", "SKAL_GENBEHANDLES"),
        (37, "SELVSTAENDIG", "SKAL_GENBEHANDLES"),
        (37, "LOENTILSKUD_LAB", "SKAL_GENBEHANDLES"),
        (7, "BETALT_FRAVAER", "MANUEL_VURDERING"),
        (0, "BETALT_FRAVAER", "SKAL_GENBEHANDLES"),
    ],
)
def test_hvilke_timer(timer: float | None, art: str, status: str) -> None:
    assert spoerg(ordinaere_timer=(OrdinaereTimer(START, timer, art),)).status == status


def test_arbejde_uden_oplyste_timer_naevnes() -> None:
    v = spoerg(ordinaere_timer=(OrdinaereTimer(START, None, "ORDINAER_LOENMODTAGER"),))
    assert "timer_uoplyst" in {g.kode for g in v.grunde}


def test_tvivl_afgoer_kun_naar_svaret_ellers_er_at_sagen_skal_for_teamet() -> None:
    fravaer = {"ordinaere_timer": (OrdinaereTimer(START, 7, "BETALT_FRAVAER"),)}
    foer = spoerg(pr=FRIST, **fravaer)
    assert foer.status == "IKKE_UDLOEBET"
    assert "betalt_fravaer" in {g.kode for g in foer.grunde}
    efter = spoerg(pr=FRIST + EN_DAG, **fravaer)
    assert efter.status == "MANUEL_VURDERING"
    assert [s.noegle for s in efter.skal_vurderes] == ["betalt_fravaer"]
    t7 = next(laesning for laesning in efter.laesninger if laesning.nr == "T7")
    assert t7.anden_resultat == "Undtaget: ordinære løntimer"
    besluttet = SaerligeGrunde(True, "Konkret grund", "Mette", FRIST)
    assert spoerg(saerlige_grunde=besluttet, **fravaer).status == "SAERLIGE_GRUNDE"
    barnets = spoerg(indsatser=(indsats(START, "BARNETS_LOV"),))
    assert barnets.status == "MANUEL_VURDERING"


@pytest.mark.parametrize(
    ("beslutning", "status", "tomme"),
    [
        (SaerligeGrunde(True, "Grund", "Mette", SENT), "SAERLIGE_GRUNDE", ()),
        (SaerligeGrunde(True, "Grund", "Mette", SENT + EN_DAG), "SKAL_GENBEHANDLES", ()),
        (
            SaerligeGrunde(True, "  ", None, None),
            "SKAL_GENBEHANDLES",
            ("begrundelse", "beslutningstager", "dato"),
        ),
        (SaerligeGrunde(None, "Grund", "Mette", SENT), "SKAL_GENBEHANDLES", ("besluttet",)),
        (SaerligeGrunde(False, None, None, None), "SKAL_GENBEHANDLES", ()),
        (SaerligeGrunde(), "SKAL_GENBEHANDLES", ("besluttet", "begrundelse", "beslutningstager", "dato")),
    ],
)
def test_saerlige_grunde_skal_vaere_hele(
    beslutning: SaerligeGrunde, status: str, tomme: tuple[str, ...]
) -> None:
    v = spoerg(saerlige_grunde=beslutning)
    assert v.status == status
    assert v.valideringsfejl == tuple(f"saerlige_grunde.{navn}" for navn in tomme)


@pytest.mark.parametrize(
    ("start", "sikker"),
    [
        (date(2021, 12, 31), False),
        (date(2022, 1, 1), True),
        (date(2026, 1, 31), True),
        (date(2026, 2, 1), False),
    ],
)
def test_udgavens_foerste_og_sidste_dag(start: date, sikker: bool) -> None:
    v = spoerg(start=start, pr=start)
    assert v.status == ("IKKE_UDLOEBET" if sikker else "MANUEL_VURDERING")
    assert v.frist is not None
    assert any(s.noegle == "udgave" for s in v.skal_vurderes) != sikker


def test_en_laengere_retning_ved_laesningerne() -> None:
    """T2 moves to the end of the month, T3 to the next hverdag, T4 one day, T5 to new calendar months."""
    nr = {laesning.nr: laesning for laesning in spoerg(start=date(2023, 2, 28)).laesninger}
    assert nr["T2"].anden_frist == date(2023, 8, 31)
    nr = {laesning.nr: laesning for laesning in spoerg(start=date(2024, 3, 15)).laesninger}
    assert (nr["T3"].frist, nr["T3"].anden_frist) == (date(2024, 9, 15), date(2024, 9, 16))
    perioder = (ude(START, date(2024, 6, 30)),)
    nr = {laesning.nr: laesning for laesning in spoerg(undtagne_perioder=perioder).laesninger}
    assert nr["T4"].anden_frist == nr["T4"].frist + EN_DAG
    assert nr["T5"].anden_frist == date(2024, 12, 30)


def test_hvad_der_ville_aendre_svaret() -> None:
    perioder = (ude(date(2024, 3, 1), date(2024, 3, 10)), ude(date(2024, 3, 5), date(2024, 3, 14)))
    v = spoerg(pr=date(2024, 8, 17), undtagne_perioder=perioder)
    assert v.frist == date(2024, 8, 15)
    koder = [a.kode for a in v.detaljer.aendrer]
    assert koder == [
        "indsats_senest",
        "undtagelser",
        "undtagne_dage",
        "uden_perioden",
        "uden_perioden",
        "saerlige_grunde",
    ]
    assert "11. august 2024, 4 dage tidligere" in v.detaljer.aendrer[3].tekst
    assert v.detaljer.aendrer[2].overskrift == "2 dage mere, der holdes ude"
    assert v.detaljer.pligt_fra == date(2024, 8, 16)


def test_uden_sikker_udgave_siger_svaret_ikke_at_der_er_pligt() -> None:
    """A human says first whether the rule governs at all; the limit that has passed is still told."""
    koder = {g.kode for g in spoerg(start=date(2021, 9, 15)).grunde}
    assert "pligt" not in koder
    assert {"udgave_usikker", "udloebet"} <= koder
    assert "pligt" in {g.kode for g in spoerg().grunde}


def test_kalenderens_ende_er_ugyldige_fakta() -> None:
    with pytest.raises(UgyldigeFakta, match="forloeb_start"):
        spoerg(start=date(9999, 8, 1))
    with pytest.raises(UgyldigeFakta, match="undtagne_perioder"):
        spoerg(undtagne_perioder=(ude(START, date(9999, 12, 31)),))
    with pytest.raises(UgyldigeFakta, match="til"):
        ude(START, START - EN_DAG)
    with pytest.raises(UgyldigeFakta, match="afsluttet"):
        Indsats("SERVICELOV", START, True, afsluttet=START - EN_DAG)
    assert spoerg(start=date(1, 1, 1)).status == "MANUEL_VURDERING"


def test_den_aabne_periode_staar_sidst_i_optaellingen() -> None:
    """Its days are those up to the day asked about, and they are not counted."""
    v = spoerg(pr=date(2024, 3, 10), undtagne_perioder=(ude(date(2024, 3, 1), None, "LAB_33_STK_5"),))
    foer, staar = v.detaljer.segmenter
    assert (foer.til, foer.talt, foer.i_alt) == (date(2024, 2, 29), True, 28)
    assert (staar.fra, staar.til, staar.dage, staar.talt, staar.i_alt) == (
        date(2024, 3, 1),
        None,
        10,
        False,
        28,
    )
    assert staar.hjemler == ("LAB_33_STK_5",)
    assert v.detaljer.perioder[0].dage == 10 and v.detaljer.pligt_fra is None
    assert v.detaljer.aendrer[0].tekst.startswith("Når perioden får en slutdato, er der 154 dage tilbage")
