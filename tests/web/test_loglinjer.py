"""The program's own log lines: nobody outside can begin one, and each says when and in which time zone."""

import io
import logging
import re

import pytest
from django.conf import settings

from rehabteam.opsaetning.loglinjer import Linje, UdenCpr

FALSK = "2026-11-22T01:02:03.000+01:00 WARNING rehabteam alt er i orden"


def _skriv(*linje: object, fejl: Exception | None = None) -> list[str]:
    ud = io.StringIO()
    skriver = logging.StreamHandler(ud)
    skriver.setFormatter(Linje(settings.LOGGING["formatters"]["linje"]["format"]))
    skriver.addFilter(UdenCpr())
    logger = logging.Logger("rehabteam.proeve")
    logger.addHandler(skriver)
    logger.warning(*linje, exc_info=fejl)
    return ud.getvalue().rstrip("\n").split("\n")


@pytest.mark.parametrize("skift", ["\n", "\r", "\r\n", "\x0b", "\x85", "\u2028", "\x1b[2K"])
def test_et_linjeskift_i_det_en_bruger_skrev_er_ikke_en_ny_linje(skift: str) -> None:
    linjer = _skriv("Not Found: %s", f"/findes-ikke{skift}{FALSK}")
    assert len(linjer) == 1 and skift not in linjer[0]
    assert FALSK in linjer[0], "det står der, men inde i linjen"


def test_en_fejls_egen_tekst_kan_heller_ikke_begynde_en_linje() -> None:
    try:
        raise ValueError(f"x\n{FALSK}")
    except ValueError as fejl:
        linjer = _skriv("Fejl", fejl=fejl)
    assert len(linjer) > 3 and all(linje.startswith("    ") for linje in linjer[1:])


def test_tid_og_tidszone() -> None:
    assert re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d WARNING ", _skriv("hej")[0])


def test_programmet_bruger_den() -> None:
    assert settings.LOGGING["formatters"]["linje"]["()"] == "rehabteam.opsaetning.loglinjer.Linje"
    assert settings.LOGGING["handlers"]["fejl"]["formatter"] == "linje"
