"""Would the tests notice? One fault at a time is put into a copy of the program; the suite must turn red.

The faults stand in the folder sabotage/, one file per topic.
"""

import os
import re
import resource
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
ARBEJDER = os.environ.get("PYTEST_XDIST_WORKER", "gw0").lower()
MINDST = 40
DELE = 6  # the control is run in so many parts, side by side
HOEJST = 60  # seconds of work until a fault is noticed
ROED = re.compile(r"^(?:FAILED|ERROR) (tests/.+?)(?: - |$)", re.M)


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
    for fil in (sted / "tests").rglob("*.py"):
        # Roles are global in a PostgreSQL server: the broken ones must not be those of the tests beside us.
        tekst = fil.read_text(encoding="utf-8")
        if "rehabteam_test" in tekst:
            fil.write_text(
                tekst.replace("rehabteam_test", f"rehabteam_sabotage_{ARBEJDER}"), encoding="utf-8"
            )
    return sted


def _koer(sted: Path, proever: str, hoejst: int = 600) -> subprocess.CompletedProcess[str]:
    miljoe = os.environ | {
        "PYTHONPATH": f"{sted / 'src'}{os.pathsep}{sted}",
        "PYTHONDONTWRITEBYTECODE": "1",  # two faults within a second would be the same file to the cache
        "REHABTEAM_NPM": os.environ.get("REHABTEAM_NPM") or str(ROD / "node_modules"),
    }
    miljoe.pop("PYTEST_ADDOPTS", None)
    kommando = [sys.executable, "-m", "pytest", "-q", "-x", "--tb=short", "-p", "no:cacheprovider"]
    return subprocess.run(
        [*kommando, *shlex.split(proever)],
        cwd=sted,
        env=miljoe,
        capture_output=True,
        text=True,
        timeout=hoejst,
    )


def _boernenes_arbejde() -> float:
    brugt = resource.getrusage(resource.RUSAGE_CHILDREN)
    return brugt.ru_utime + brugt.ru_stime


def _filer() -> list[str]:
    """Every file or folder of tests that a fault relies on, once, and none inside another."""
    stier = {
        del_.split("::")[0] for f in FEJL for del_ in shlex.split(f.proever) if del_.startswith("tests/")
    }
    return sorted(s for s in stier if not any(str(mor) in stier for mor in Path(s).parents))


@pytest.mark.langsom
@pytest.mark.parametrize("nr", range(DELE))
def test_uden_fejl_er_alt_groent(kopi: Path, nr: int) -> None:
    """The positive control: the same tests in the same copy pass when nothing is broken."""
    svar = _koer(kopi, shlex.join(_filer()[nr::DELE]), hoejst=1800)
    assert svar.returncode == 0, svar.stdout[-2000:]


@pytest.mark.langsom
@pytest.mark.parametrize("fejl", FEJL, ids=lambda f: f.navn)
def test_fejlen_bliver_opdaget(
    kopi: Path, fejl: Fejl, record_property: Callable[[str, object], None]
) -> None:
    sti = kopi / fejl.fil
    foer = sti.read_text(encoding="utf-8")
    sti.write_text(foer.replace(fejl.staar, fejl.bliver), encoding="utf-8")
    begyndt, arbejde = time.monotonic(), _boernenes_arbejde()
    try:
        svar = _koer(kopi, fejl.proever)
    finally:
        sti.write_text(foer, encoding="utf-8")
    sekunder, arbejde = time.monotonic() - begyndt, _boernenes_arbejde() - arbejde
    roed = ROED.search(svar.stdout)
    set_af = (roed.group(1) if roed else "en prøve") if svar.returncode == 1 else "INGEN"
    # The table of the whole run is printed from these (sabotage_tabel.py).
    record_property("sabotage", (fejl.navn, set_af, round(sekunder, 1)))
    assert svar.returncode == 1, f"»{fejl.navn}« blev ikke opdaget af {fejl.proever}\n{svar.stdout[-1500:]}"
    assert arbejde <= HOEJST, f"»{fejl.navn}« blev først opdaget efter {arbejde:.0f} sekunders arbejde"
