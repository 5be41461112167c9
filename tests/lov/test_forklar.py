"""What is said in words: about a question that cannot be answered, and about a day that is not the limit."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from rehabteam.lov.kontrakt.forklar import forklar, prosa, ulaeselig
from rehabteam.lov.vurdering import BESVARET, Udgave, Vurdering


@pytest.mark.parametrize(
    ("nummer", "stier", "linje", "ord"),
    [
        ("a", ["$"], None, "a: Kan ikke besvares (UGYLDIGE_DATA), for linjen er ikke et spørgsmål.\n"),
        (None, ["$"], 3, "Linje 3: Kan ikke besvares (UGYLDIGE_DATA), for linjen er ikke et spørgsmål.\n"),
        ("a", ["regel"], None, "a: Kan ikke besvares (UGYLDIGE_DATA), for det er galt ved regel.\n"),
        (7, ["id", "stu[0].til"], 1, "Linje 1: Kan ikke besvares (UGYLDIGE_DATA), for det er galt ved id, stu[0].til.\n"),
    ],
)  # fmt: skip
def test_det_siges_hvor_spoergsmaalet_er_galt(
    nummer: Any, stier: list[str], linje: int | None, ord: str
) -> None:
    """By its line where there is one, by its id where there is not."""
    assert ulaeselig(nummer, stier, linje) == ord


@pytest.mark.parametrize(
    ("spoergsmaal", "ord"),
    [
        ([], "None: Kan ikke besvares (UGYLDIGE_DATA), for linjen er ikke et spørgsmål.\n"),
        ({"id": "b", "regel": "x", "fakta": {}}, "b: Kan ikke besvares (UGYLDIGE_DATA), for det er galt ved regel.\n"),
    ],
)  # fmt: skip
def test_et_ugyldigt_spoergsmaal_er_ikke_et_svar(spoergsmaal: Any, ord: str) -> None:
    assert forklar(spoergsmaal) == (ord, False)


@pytest.mark.parametrize(
    ("navn", "ord"),
    [
        ("seneste_oprettelsesdato", "Sidste dag at oprette sagen"),
        ("sekretariat_videresendelse", "Sekretariatet sender videre"),
        ("seneste_forelaeggelse", "Sidste dag for teamet"),
        ("beskyttet_til", "Sidste dag med beskyttelse"),
        ("svar_senest", "Sidste dag at svare"),
    ],
)
def test_en_dag_der_ikke_er_fristen_staar_i_ord(navn: str, ord: str) -> None:
    """The limit itself is said once, by its own name."""
    maj, juni = date(2024, 5, 1), date(2024, 6, 1)
    v = Vurdering("x", BESVARET, (), Udgave("x", "x."), juni, svar=((navn, maj), ("reform", None)))
    assert prosa("a", v).startswith(
        f"a: Her er svaret.\nFrist: lørdag 1. juni 2024.\n{ord}: onsdag 1. maj 2024.\n\n"
    )
