"""What is said in words about a question that cannot be answered."""

from __future__ import annotations

from typing import Any

import pytest

from rehabteam.lov.kontrakt.forklar import forklar, ulaeselig


@pytest.mark.parametrize(
    ("nummer", "stier", "linje", "ord"),
    [
        ("a", ["$"], None, "a: Kan ikke besvares (UGYLDIGE_DATA), for linjen er ikke et spørgsmål.\n"),
        (None, ["$"], 3, "Linje 3: Kan ikke besvares (UGYLDIGE_DATA), for linjen er ikke et spørgsmål.\n"),
        ("a", ["regel"], None, "a: Kan ikke besvares (UGYLDIGE_DATA), for det er galt ved regel.\n"),
        (7, ["id", "stu[0].til"], 1, "Linje 1: Kan ikke besvares (UGYLDIGE_DATA), for det er galt ved id, stu[0].til.\n"),
    ],
)  # fmt: skip
def test_det_siges_hvor_spoergsmaalet_er_galt(nummer: Any, stier: list[str], linje: int | None, ord: str) -> None:
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
