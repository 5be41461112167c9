"""What must be on the machine before anything else: found, installed by root on Debian, or named."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vaerksted.besked import Stop, sig
from vaerksted.bruger import laesbar_for_alle
from vaerksted.sted import er_root

MINDSTE_PYTHON = (3, 11)
MINDSTE_POSTGRES = 15
# Outside any environment that happens to be active: ours may be the one to be rebuilt.
DENNE = Path(getattr(sys, "_base_executable", sys.executable))
# Debian reads this only when a PostgreSQL package is installed; it is there during our own install alone.
INGEN_HOVEDKLYNGE = Path("/etc/postgresql-common/createcluster.d/rehabteam.conf")
# So does Debian this: SimpleSAMLphp brings a web server along, which we never start.
INGEN_TJENESTER = Path("/usr/sbin/policy-rc.d")
STEDER_MED_POSTGRES = (
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/usr/local/pgsql/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
)


@dataclass(frozen=True)
class Del:
    """One thing the machine must have: what it is called, what it is for, and Debian's package."""

    navn: str
    formaal: str
    pakke: str


POSTGRES = Del(f"PostgreSQL {MINDSTE_POSTGRES} eller nyere", "databasen", "postgresql")
VENV = Del("Pythons venv", "et lukket Python-miljø til projektet", "python3-venv")
CHROMIUM = Del("Chromium", "prøver i en rigtig browser", "chromium")
POPPLER = Del("pdftotext og pdftoppm", "prøver af PDF-filerne", "poppler-utils")
GIT = Del("git", "prøver af, hvad der ligger i projektet", "git")
OFFICE = Del(
    "LibreOffice Writer",
    "Word- og ODT-filer som PDF",
    "libreoffice-writer-nogui fonts-liberation fonts-crosextra-carlito",
)
OCR = Del("Tesseract med dansk", "scannede sider, der kan søges i", "tesseract-ocr tesseract-ocr-dan")
BWRAP = Del("bubblewrap", "væggen om det program, der omdanner filer", "bubblewrap")
CLAMD = Del("clamd", "prøver med en rigtig virusscanner", "clamav-daemon")
SIMPLESAML = Del(
    "SimpleSAMLphp, PHP og xmlsec1",
    "prøver af login hos en rigtig SAML-udbyder",
    "simplesamlphp php-cli php-xml php-mbstring xmlsec1",
)


def postgres_mapper() -> list[tuple[int, Path]]:
    """Each complete PostgreSQL on the machine as (major version, folder of programs), newest first."""
    mapper = {m for moenster in STEDER_MED_POSTGRES for m in Path("/").glob(moenster.lstrip("/"))}
    i_stien = shutil.which("postgres")
    if i_stien:
        mapper.add(Path(i_stien).resolve().parent)
    fundne = []
    for mappe in mapper:
        if not all(os.access(mappe / navn, os.X_OK) for navn in ("postgres", "initdb")):
            continue
        if fund := re.search(r"\b(\d+)\.", _svar(mappe / "postgres", "--version")):
            fundne.append((int(fund[1]), mappe))
    return sorted(fundne, reverse=True)


def _svar(fil: Path, *argumenter: str) -> str:
    """What the program prints; empty when it fails."""
    svar = subprocess.run([str(fil), *argumenter], capture_output=True, text=True, check=False)
    return svar.stdout if svar.returncode == 0 else ""


def python() -> Path | None:
    """The Python to build on. Root's must be one that every user can run. None when there is none."""
    kandidater = [DENNE, Path("/usr/bin/python3"), Path("/usr/local/bin/python3")]
    for kandidat in kandidater:
        if er_root() and not laesbar_for_alle(kandidat):
            continue
        if kandidat.exists() and _version(kandidat) >= MINDSTE_PYTHON:
            return kandidat
    return None


def _version(fil: Path) -> tuple[int, int]:
    if fil == DENNE:
        return sys.version_info[:2]
    kode = "import sys; print(*sys.version_info[:2])"
    tal = _svar(fil, "-c", kode).split()
    return (int(tal[0]), int(tal[1])) if len(tal) == 2 else (0, 0)


def _kan_lave_venv(fil: Path) -> bool:
    if fil == DENNE:
        return all(importlib.util.find_spec(navn) for navn in ("venv", "ensurepip"))
    return bool(_svar(fil, "-c", "import venv, ensurepip; print(1)"))


def mangler(*, database: bool, proever: bool) -> list[Del]:
    """What this machine lacks for the task at hand.

    `database`: a private PostgreSQL is to be started. `proever`: the tests are to run.
    Raises Stop when Python itself is too old.
    """
    fil = python()
    if fil is None:
        nummer = ".".join(map(str, MINDSTE_PYTHON))
        alle = ", som alle brugere kan køre" if er_root() else ""
        raise Stop(f"Der skal bruges Python {nummer} eller nyere{alle}. Den findes ikke på maskinen.")
    fund = []
    if not _kan_lave_venv(fil):
        fund.append(VENV)
    if database and not any(nummer >= MINDSTE_POSTGRES for nummer, _ in postgres_mapper()):
        fund.append(POSTGRES)
    if proever:
        if not shutil.which("chromium"):
            fund.append(CHROMIUM)
        if not (shutil.which("pdftotext") and shutil.which("pdftoppm")):
            fund.append(POPPLER)
        if not shutil.which("git"):
            fund.append(GIT)
        if er_debian() and not _har_simplesaml():
            fund.append(SIMPLESAML)
    return fund


def _har_simplesaml() -> bool:
    """Elsewhere than on Debian the tests of it say that they are left out."""
    php = shutil.which("php")
    if not (php and shutil.which("xmlsec1") and Path("/usr/share/simplesamlphp/www").is_dir()):
        return False
    return {"dom", "mbstring"} <= set(_svar(Path(php), "-m").split())


def kan_undvaeres(*, proever: bool) -> list[Del]:
    """What the machine lacks of the programs the site can run without: it then says what it cannot do."""
    fund = [
        d
        for d, program in ((OFFICE, "soffice"), (OCR, "tesseract"), (BWRAP, "bwrap"))
        if not shutil.which(program)
    ]
    if proever and not (shutil.which("clamd") or Path("/usr/sbin/clamd").exists()):
        fund.append(CLAMD)
    return fund


def skaf_det_undvaerlige(*, proever: bool = False) -> None:
    """Install it when we are root on Debian, else name the line. What cannot be had stops nothing."""
    fund = kan_undvaeres(proever=proever)
    if not fund:
        return
    pakker = [pakke for d in fund for pakke in d.pakke.split()]
    liste = "\n".join(f"  {d.navn}: {d.formaal}" for d in fund)
    linje = "apt-get install --no-install-recommends " + " ".join(pakker)
    if er_debian() and er_root():
        sig(f"Det her kan undværes, men er bedst at have:\n{liste}\nInstallerer: {' '.join(pakker)}")
        try:
            _installer(pakker)
        except Stop as fejl:
            sig(f"{fejl} Vi går videre uden; siden siger selv, hvad den så ikke kan.")
    else:
        hvordan = f" Denne linje skaffer det:\n\nsudo {linje}\n" if er_debian() else ""
        sig(f"Det her kan undværes, men mangler:\n{liste}\nVi går videre uden.{hvordan}")


def er_debian() -> bool:
    try:
        oplysninger = Path("/etc/os-release").read_text("utf-8")
    except OSError:
        return False
    return bool(re.search(r'^ID="?debian"?$', oplysninger, re.M)) and bool(shutil.which("apt-get"))


def kraev(*, database: bool, proever: bool = False) -> None:
    """Make sure the machine has what the task needs; install it when we are root on Debian.

    Raises Stop naming all that is missing when it cannot be installed from here.
    """
    fund = mangler(database=database, proever=proever)
    if not fund:
        return
    liste = "\n".join(f"  {d.navn}: {d.formaal}" for d in fund)
    if not er_debian():
        raise Stop(f"Maskinen mangler:\n{liste}\nInstallér det, og prøv igen.")
    linje = "apt-get install --no-install-recommends " + " ".join(d.pakke for d in fund)
    if not er_root():
        raise Stop(f"Maskinen mangler:\n{liste}\nKør denne linje, og prøv igen:\n\nsudo {linje}\n")
    sig(f"Maskinen mangler:\n{liste}\nInstallerer nu Debians pakker: {' '.join(d.pakke for d in fund)}")
    _installer(pakke for d in fund for pakke in d.pakke.split())
    importlib.invalidate_caches()
    if rest := mangler(database=database, proever=proever):
        raise Stop("Efter installationen mangler stadig: " + ", ".join(d.navn for d in rest))


def _installer(pakker: Iterable[str]) -> None:
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    ny_mappe = not INGEN_HOVEDKLYNGE.parent.exists()
    INGEN_HOVEDKLYNGE.parent.mkdir(parents=True, exist_ok=True)
    INGEN_HOVEDKLYNGE.write_text("create_main_cluster = false\n", "utf-8")
    vores_politik = not INGEN_TJENESTER.exists()
    if vores_politik:
        INGEN_TJENESTER.write_text("#!/bin/sh\nexit 101\n", "utf-8")
        INGEN_TJENESTER.chmod(0o755)
    try:
        for led in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *pakker]):
            if subprocess.run(["apt-get", *led], env=env, check=False, stdin=subprocess.DEVNULL).returncode:
                raise Stop(f"apt-get {led[0]} lykkedes ikke. Se beskeden fra apt-get ovenfor.")
    finally:
        if vores_politik:
            INGEN_TJENESTER.unlink(missing_ok=True)
        INGEN_HOVEDKLYNGE.unlink(missing_ok=True)
        if ny_mappe and not any(INGEN_HOVEDKLYNGE.parent.iterdir()):
            INGEN_HOVEDKLYNGE.parent.rmdir()
