"""The published schema is the program's own, and it agrees with the program about every example."""

from __future__ import annotations

from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from rehabteam.cli import skema as kommando
from rehabteam.lov.kontrakt.skema import skema
from rehabteam.lov.kontrakt.svar import besvar
from tests.egenskaber.spoergsmaal import kun_dage
from tests.eksempler.laes import EKSEMPLER, Eksempel

SKEMA = skema()
SPOERGSMAAL = Draft202012Validator(SKEMA)
SVAR = Draft202012Validator({**SKEMA, "$ref": "#/$defs/svar"})
DOCS = Path(__file__).parents[2] / "docs" / "vurder-skema.json"


def test_skemaet_er_et_skema() -> None:
    Draft202012Validator.check_schema(SKEMA)


def test_det_udgivne_skema_er_det_programmet_laver(capsys: pytest.CaptureFixture[str]) -> None:
    """Made anew with: rehabteam skema > docs/vurder-skema.json"""
    kommando.koer(None)  # type: ignore[arg-type]
    assert capsys.readouterr().out == DOCS.read_text(encoding="utf-8")


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e.id)
def test_skema_og_program_er_enige(eksempel: Eksempel) -> None:
    spoergsmaal = eksempel.spoergsmaal
    svar = besvar(spoergsmaal)
    assert SVAR.is_valid(svar), list(SVAR.iter_errors(svar))
    if svar.get("status") != "UGYLDIGE_DATA":
        assert SPOERGSMAAL.is_valid(spoergsmaal)
    elif SPOERGSMAAL.is_valid(spoergsmaal):
        assert kun_dage(eksempel.regel, svar["valideringsfejl"])
