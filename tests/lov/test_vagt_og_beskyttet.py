"""Small rules that no example reaches alone: vague words, a consent of one day, a decided exception, no last day."""

from __future__ import annotations

from datetime import date

import pytest

from rehabteam.lov.cprloven.par28 import gaelder
from rehabteam.lov.retssikkerhedsloven.par11a import Samtykke, vagt
from rehabteam.lov.retssikkerhedsloven.undtagelse import Undtagelse, er_besluttet, mangler_i

DAG = date(2026, 5, 27)


@pytest.mark.parametrize(
    "ord", ["al", "alt", "alle", "relevant", "relevante", "diverse", "mv.", "m.v.", "osv."]
)
def test_hvert_ord_der_siger_alt_og_intet_ses(ord: str) -> None:
    """Whatever stands round it, and at the beginning of a sentence too."""
    assert vagt(ord) and vagt(f"Journaler, {ord.upper()}") and vagt(f"»{ord}«; (fra lægen)")


@pytest.mark.parametrize("tekst", [None, "", "Epikrise fra juni", "Alternativ behandling", "Xalt"])
def test_det_praecise_er_ikke_vagt(tekst: str | None) -> None:
    assert not vagt(tekst)


@pytest.mark.parametrize(
    ("til", "svar"), [(None, True), (date(2026, 5, 26), False), (DAG, True), (date(2026, 5, 28), True)]
)
def test_beskyttelsen_gaelder_til_og_med_sin_sidste_dag(til: date | None, svar: bool) -> None:
    assert gaelder(til, DAG) is svar


@pytest.mark.parametrize(
    ("begrundelse", "navn", "dag", "svar"),
    [
        ("Akut", "Anna Holm", DAG, True),
        (None, "Anna Holm", DAG, False),
        (" ", "Anna Holm", DAG, False),
        ("Akut", None, DAG, False),
        ("Akut", "Anna Holm", None, False),
        ("Akut", "Anna Holm", date(2026, 5, 28), False),
    ],
)
def test_en_undtagelse_er_skrevet_med_grund_navn_og_dag(
    begrundelse: str | None, navn: str | None, dag: date | None, svar: bool
) -> None:
    undtagelse = Undtagelse(hjemmel="RSL_11A_STK_2", begrundelse=begrundelse, besluttet_af=navn, dato=dag)
    assert er_besluttet(undtagelse, DAG) is svar


def test_en_undtagelse_uden_bestemmelse_staar_ved_paragraffen_selv() -> None:
    assert str(mangler_i(Undtagelse(hjemmel=None)).hjemmel) == "Retssikkerhedsloven § 11 a"


def test_et_samtykke_kan_gaelde_en_enkelt_dag() -> None:
    assert Samtykke(givet=DAG, til=DAG).til == DAG
