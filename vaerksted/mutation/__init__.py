"""`make mutation`: is every rule of the law held fast by a test? mutmut changes the law; the tests must notice (proev.py).

In an environment of its own and on a copy of the law, since mutmut needs the law written a little differently
(omskriv.py). Results are kept between runs; docs/mutation.md is written when all mutants have been tried.
"""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path

from vaerksted import miljoe, proces, proev, sted, system
from vaerksted.besked import sig
from vaerksted.laas import laas
from vaerksted.mutation import rapport
from vaerksted.mutation.omskriv import omskriv

OPTAGET = "Mutationsprøven kører allerede for denne mappe (proces {pid})."
LOV = Path("src/rehabteam/lov")
# What the law's tests run: the law, the commands that ask it, the examples and the published schema.
MED = (
    "src/rehabteam/__init__.py",
    "src/rehabteam/lov",
    "src/rehabteam/cli",
    "src/rehabteam/lovspor",
    "tests/__init__.py",
    "tests/lov",
    "tests/eksempler",
    "tests/egenskaber",
    "docs",
)
# Tests of the source's own text and of the examples, those that need the database too, and (UDEN_PROEVER) those
# that start a program of their own, which cannot see the mutant.
UDEN = (
    "tests/lov/test_lovspor.py",
    "tests/lov/test_hoved.py",
    "tests/lov/test_stykker.py",
    "tests/eksempler/test_daekning.py",
)
UDEN_PROEVER = (
    "tests/lov/test_vurder_stroem.py::test_raekkefoelge_og_afslutningskode",
    "tests/lov/test_vurder_stroem.py::test_starter_uden_django",
    "tests/lov/test_vurder_stroem.py::test_svaret_kommer_foer_naeste_spoergsmaal",
    "tests/eksempler/test_eksempler.py::test_kommandoen_giver_de_samme_svar",
    # The answers in words (test_svar_i_ord) and in JSON hold all that these see.
    "tests/eksempler/test_eksempler.py::test_det_fulde_svar_kan_laves",
    "tests/eksempler/test_eksempler.py::test_svaret_kan_siges_paa_dansk",
    "tests/eksempler/test_eksempler.py::test_eksemplet_kan_laeses_af_en_jurist",
    "tests/egenskaber/test_ugyldigt.py::test_en_ukendt_noegle_uden_for_fakta_bliver_ogsaa_naevnt",
)
INDSTILLINGER = f"""\
[tool.mutmut]
source_paths = ["src/rehabteam"]
only_mutate = ["{LOV}/*"]
use_setproctitle = false
use_git_change_detection = false

[tool.pytest.ini_options]
addopts = ["--import-mode=importlib", "-m", "not langsom"]
pythonpath = ["."]
markers = ["langsom", "billeder"]
"""


def koer() -> int:
    """Try every mutant not tried before (or those T names); 1 if one lives that is not known to be harmless."""
    valgte = proev.ekstra()
    s = sted.sted()
    sted.klargoer(s)
    mappe = s.privat / "mutation"
    mappe.mkdir(exist_ok=True)
    with laas(s.privat / "mutation.laas", optaget=OPTAGET):
        system.kraev(database=False)
        python = _miljoe(s, mappe / "venv")
        _kopi(s.rod, mappe / "kopi")
        os.nice(15)
        kode = proces.koer(
            [python, "-m", "vaerksted.mutation.proev", *valgte],
            env=miljoe.omgivelser(s) | {"PYTHONPATH": str(s.rod)},
            cwd=mappe / "kopi",
            stop_signal=signal.SIGINT,
        )
        return kode or rapport.skriv(s.rod, mappe / "kopi", helt=not valgte)


def _miljoe(s: sted.Sted, venv: Path) -> Path:
    """mutmut's own environment, made anew when its lock changes; returns its Python."""
    krav = s.rod / "requirements" / "mutation.txt"
    python, stempel = venv / "bin" / "python", venv / "stempel"
    oensket = miljoe.aftryk([krav, str(system.python())])
    if not (stempel.is_file() and stempel.read_text("ascii") == oensket and os.access(python, os.X_OK)):
        sig("Henter mutmut (kun første gang) …")
        shutil.rmtree(venv, ignore_errors=True)
        env = miljoe.omgivelser(s)
        fejl = "Mutationsprøvens miljø kunne ikke laves."
        proces.trin([system.python(), "-m", "venv", venv], env=env, cwd=s.rod, fejl=fejl)
        pip = [python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
        proces.trin([*pip, "--require-hashes", "-r", krav], env=env, cwd=s.rod, fejl=miljoe.INTET_NET)
        stempel.write_text(oensket, "ascii")
    return python


def _kopi(rod: Path, kopi: Path) -> None:
    """The law and its tests as they are now; only files that changed are written, so that results are kept."""
    kopi.mkdir(exist_ok=True)
    oensket: dict[Path, str] = {
        Path("pyproject.toml"): INDSTILLINGER,
    }
    for navn in MED:
        filer = sorted((rod / navn).rglob("*")) if (rod / navn).is_dir() else [rod / navn]
        for fil in filer:
            sti = fil.relative_to(rod)
            if (
                fil.is_file()
                and fil.suffix in (".py", ".json", ".jsonl", ".yaml", ".md")
                and str(sti) not in UDEN
            ):
                tekst = fil.read_text("utf-8")
                oensket[sti] = omskriv(tekst) if fil.suffix == ".py" and sti.is_relative_to(LOV) else tekst
    for gammel in [f for f in kopi.rglob("*") if f.is_file() and f.parts[len(kopi.parts)] != "mutants"]:
        if gammel.relative_to(kopi) not in oensket:
            gammel.unlink()
            (kopi / "mutants" / gammel.relative_to(kopi)).unlink(missing_ok=True)
    for sti, tekst in oensket.items():
        fil = kopi / sti
        if not (fil.exists() and fil.read_text("utf-8") == tekst):
            fil.parent.mkdir(parents=True, exist_ok=True)
            fil.write_text(tekst, "utf-8")
    shutil.rmtree(kopi / "mutants" / "tests", ignore_errors=True)
    sig(f"Loven er kopieret til {kopi}, hvor mutmut arbejder.")
