"""Would the tests notice? One fault at a time is put into a copy of the program; the suite must turn red.

The faults stand in the folder sabotage/, one file per topic.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.arkitektur.sabotage import Fejl, alle

ROD = Path(__file__).parents[2]
FEJL = alle()
MINDST = 40
HOEJST = 60  # seconds until a fault is noticed
ROED = re.compile(r"^(?:FAILED|ERROR) (\S+?)(?: - |$)", re.M)


def test_listen_passer_til_programmet() -> None:
    """Each fault's text stands in the program, its tests are there, and no two have the same name."""
    galt = []
    for f in FEJL:
        fil = ROD / f.fil
        if not fil.is_file() or f.staar not in fil.read_text(encoding="utf-8"):
            galt.append(f"»{f.navn}«: teksten findes ikke mere i {f.fil}")
        if f.staar == f.bliver:
            galt.append(f"»{f.navn}« ændrer intet")
        stier = [del_ for del_ in shlex.split(f.proever) if del_.startswith("tests/")]
        galt += [f"»{f.navn}«: {sti} findes ikke" for sti in stier if not (ROD / sti.split("::")[0]).exists()]
        if not stier:
            galt.append(f"»{f.navn}« nævner ingen prøver")
    assert not galt, "\n".join(galt)
    assert len({f.navn for f in FEJL}) == len(FEJL) >= MINDST


@pytest.fixture(scope="module")
def kopi(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program and its tests in a folder of their own."""
    sted = tmp_path_factory.mktemp("sabotage") / "rehabteam"
    sted.mkdir()
    for del_ in ("src", "tests", "docs"):
        shutil.copytree(ROD / del_, sted / del_, ignore=shutil.ignore_patterns("__pycache__"))
    for fil in ("pyproject.toml", "ARKITEKTUR.md", "SECURITY.md"):
        shutil.copy(ROD / fil, sted)
    return sted


def _koer(sted: Path, proever: str) -> subprocess.CompletedProcess[str]:
    miljoe = os.environ | {
        "PYTHONPATH": f"{sted / 'src'}{os.pathsep}{sted}",
        "PYTHONDONTWRITEBYTECODE": "1",  # two faults within a second would be the same file to the cache
        "PYTEST_XDIST_WORKER": f"sabotage_{os.environ.get('PYTEST_XDIST_WORKER', 'gw0')}",
        "REHABTEAM_NPM": os.environ.get("REHABTEAM_NPM") or str(ROD / "node_modules"),
    }
    miljoe.pop("PYTEST_ADDOPTS", None)
    kommando = [sys.executable, "-m", "pytest", "-q", "-x", "--tb=short", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*kommando, "-p", "no:xdist", *shlex.split(proever)],
        cwd=sted,
        env=miljoe,
        capture_output=True,
        text=True,
        timeout=300,
    )


@pytest.mark.langsom
@pytest.mark.parametrize("proever", sorted({f.proever for f in FEJL}))
def test_uden_fejl_er_alt_groent(kopi: Path, proever: str) -> None:
    """The positive control: the same tests in the same copy pass when nothing is broken."""
    svar = _koer(kopi, proever)
    assert svar.returncode == 0, svar.stdout[-2000:]


@pytest.mark.langsom
@pytest.mark.parametrize("fejl", FEJL, ids=lambda f: f.navn)
def test_fejlen_bliver_opdaget(
    kopi: Path, fejl: Fejl, record_property: Callable[[str, object], None]
) -> None:
    sti = kopi / fejl.fil
    foer = sti.read_text(encoding="utf-8")
    sti.write_text(foer.replace(fejl.staar, fejl.bliver), encoding="utf-8")
    begyndt = time.monotonic()
    try:
        svar = _koer(kopi, fejl.proever)
    finally:
        sti.write_text(foer, encoding="utf-8")
    sekunder = time.monotonic() - begyndt
    roed = ROED.search(svar.stdout)
    # The table of the whole run is printed from these (sabotage_tabel.py).
    record_property("sabotage", (fejl.navn, roed.group(1) if roed else "INGEN", round(sekunder, 1)))
    assert svar.returncode == 1, f"»{fejl.navn}« blev ikke opdaget af {fejl.proever}\n{svar.stdout[-1500:]}"
    assert sekunder <= HOEJST, f"»{fejl.navn}« blev først opdaget efter {sekunder:.0f} sekunder"
