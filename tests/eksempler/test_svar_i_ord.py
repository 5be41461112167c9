"""The answers in words are those that were signed. Made anew with:

    .venv/bin/python -m tests.eksempler.svar

Then read `git diff tests/eksempler/svar`: each changed sentence is a change of what the program says the law is.
"""

from __future__ import annotations

import pytest

from tests.eksempler import svar
from tests.eksempler.laes import FILER, Fil


@pytest.mark.parametrize("fil", FILER, ids=lambda f: f.navn)
def test_siden_er_den_programmet_laver(fil: Fil) -> None:
    assert svar.side(fil) == (svar.SVAR / f"{fil.navn}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("fil", FILER, ids=lambda f: f.navn)
def test_svarene_som_data_er_dem_programmet_giver(fil: Fil) -> None:
    assert svar.data(fil) == (svar.SVAR / f"{fil.navn}.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("art", [".md", ".jsonl"])
def test_hver_fil_har_en_side_af_hver_slags_og_ikke_andre(art: str) -> None:
    assert {sti.stem for sti in svar.SVAR.glob(f"*{art}")} == {fil.navn for fil in FILER}
