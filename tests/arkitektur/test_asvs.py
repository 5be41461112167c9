"""The security papers say nothing of files and tests that are not there, and leave no requirement out."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROD = Path(__file__).parents[2]
PAPIRER = ("docs/asvs.md", "docs/trusler.md", "SECURITY.md")
# A name in code quotes with a slash or a known ending is a path, perhaps with a test.
STI = re.compile(r"`([\w./-]+/[\w./-]+|[\w-]+\.(?:md|py|toml))(?:::(\w+))?`")
# ASVS 5.0.0: how many requirements of level 1 and 2 each chapter has.
KAPITLER = {
    1: 27,
    2: 11,
    3: 19,
    4: 10,
    5: 9,
    6: 35,
    7: 18,
    8: 7,
    9: 7,
    10: 29,
    11: 14,
    12: 9,
    13: 13,
    14: 9,
    15: 13,
    16: 16,
    17: 7,
}


def naevnt(papir: str) -> list[tuple[str, str]]:
    return STI.findall((ROD / papir).read_text("utf-8"))


def findes(sti: str) -> Path | None:
    return next((p for p in (ROD / sti, ROD / "src" / "rehabteam" / sti) if p.exists()), None)


@cache
def proever(fil: Path) -> frozenset[str]:
    trae = ast.parse(fil.read_text("utf-8"))
    return frozenset(k.name for k in ast.walk(trae) if isinstance(k, ast.FunctionDef))


@pytest.mark.parametrize("papir", PAPIRER)
def test_hver_sti_og_hver_proeve_findes(papir: str) -> None:
    fundne = naevnt(papir)
    assert fundne
    galt = []
    for sti, proeve in fundne:
        fil = findes(sti)
        if fil is None or (proeve and proeve not in proever(fil)):
            galt.append(f"{sti}::{proeve}" if proeve else sti)
    assert not galt, galt


@pytest.mark.parametrize("papir", PAPIRER)
def test_hvert_link_foerer_et_sted_hen(papir: str) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", (ROD / papir).read_text("utf-8"))
    assert [x for x in links if not (ROD / papir).parent.joinpath(x).is_file()] == []


def test_soegningen_ser_det_der_ikke_er_der() -> None:
    assert STI.findall("`tests/web/test_x.py::test_y` `web/vaern.py` `sslmode` `SECURITY.md`") == [
        ("tests/web/test_x.py", "test_y"),
        ("web/vaern.py", ""),
        ("SECURITY.md", ""),
    ]
    assert findes("web/vaern.py") and not findes("web/findes_ikke.py")


def krav() -> list[tuple[str, str]]:
    """Each requirement of the table with its row; a span »4.4.1–4.4.4« is written out."""
    fundne = []
    for linje in (ROD / "docs/asvs.md").read_text("utf-8").splitlines():
        if not re.match(r"\| \d", linje):
            continue
        for del_ in linje.split("|")[1].split(","):
            fra, _, til = del_.strip().partition("–")
            foran, _, foerste = fra.rpartition(".")
            sidste = (til or fra).rpartition(".")[2]
            fundne += [(f"{foran}.{n}", linje) for n in range(int(foerste), int(sidste) + 1)]
    return fundne


def test_hvert_krav_er_med_en_gang() -> None:
    antal = Counter(nummer for nummer, _ in krav())
    assert [n for n, gange in antal.items() if gange > 1] == []
    assert Counter(int(nummer.split(".")[0]) for nummer in antal) == KAPITLER


def test_i_orden_har_en_proeve_eller_et_papir() -> None:
    """»I orden« is never said without a test, except where the requirement is about a paper."""
    for nummer, linje in krav():
        celler = [c.strip() for c in linje.strip("| ").split("|")]
        assert len(celler) == 5, linje
        if celler[4].startswith("i orden"):
            assert "tests/" in celler[3] or "docs/" in celler[2], nummer
