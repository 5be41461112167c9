"""The site as it is really served: a database with the demo in it, collected files, gunicorn on a free port.

The demo is loaded once for all workers of a test run, into a database that serves as template; each module of
tests gets its own copy of it, so that one story never sees what another one wrote.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from rehabteam.sager.adgang.roller import forbered_sql

ROD = Path(__file__).resolve().parents[2]
REHABTEAM = Path(sys.executable).with_name("rehabteam")
SUPER = os.environ.get("REHABTEAM_DB_SUPER", "")
LAAS = 27052026
KODE = "proeve"  # as tests/conftest.py: the roles are shared with the other tests
ADGANGSKODE = "fjordlandet-2026"
HEMMELIG = "kun-til-proever-i-en-browser"
DEMODAG = "2026-05-27"


@dataclass(frozen=True)
class Site:
    """A running site. `adresse` has no slash at the end; `log` is what the server wrote."""

    adresse: str
    database: str
    log: Path

    def forloeb(self, navn: str) -> str:
        """The address of a citizen's forløb."""
        return f"/forloeb/{self._id('f', navn)}/"

    def sag(self, navn: str, *, gammel: bool = False) -> str:
        """The address of a citizen's resumed case, or of the one it springs from."""
        return f"/sag/{self._id('s', navn, 'AND s.undertype ' + ('=' if gammel else '<>') + chr(39) * 2)}/"

    def aaben(self, navn: str) -> str:
        """The address of a citizen's newest case, whether or not she has a forløb."""
        with psycopg.connect(SUPER, dbname=self.database) as forbindelse:
            fundet = forbindelse.execute(
                "SELECT s.id FROM sager_sag s JOIN sager_borger b ON b.id = s.borger_id WHERE b.navn = %s "
                "ORDER BY s.oprettet DESC",
                [navn],
            ).fetchone()
        assert fundet, f"{navn} har ingen sag i demoen"
        return f"/sag/{fundet[0]}/"

    def sql(self, saetning: str) -> None:
        """Change the copy behind the program's back, for a state that nobody can click together in a test."""
        with psycopg.connect(SUPER, dbname=self.database) as forbindelse:
            forbindelse.execute(saetning)

    def svar(self, saetning: str) -> list[str]:
        """The first column of what PostgreSQL answers, for what no page shows."""
        with psycopg.connect(SUPER, dbname=self.database) as forbindelse:
            return [str(raekke[0]) for raekke in forbindelse.execute(saetning)]

    def _id(self, tabel: str, navn: str, videre: str = "") -> str:
        with psycopg.connect(SUPER, dbname=self.database) as forbindelse:
            fundet = forbindelse.execute(
                f"SELECT {tabel}.id FROM sager_borger b JOIN sager_forloeb f ON f.borger_id = b.id "
                f"LEFT JOIN sager_sag s ON s.forloeb_id = f.id WHERE b.navn = %s {videre}",
                [navn],
            ).fetchone()
        assert fundet, f"{navn} er ikke i demoen"
        return str(fundet[0])


def _adresse(rolle: str, database: str) -> str:
    server = conninfo_to_dict(SUPER)
    adresse = (
        f"postgresql://rehabteam_test_{rolle}:{KODE}@/{database}?host={quote(str(server['host']), safe='')}"
    )
    return f"{adresse}&port={server['port']}" if server.get("port") else adresse


def miljoe(database: str, mappe: Path, dag: str = DEMODAG) -> dict[str, str]:
    """What `make run` gives the program, for this database; documents and collected files lie in `mappe`. `dag`: today."""
    rent = {k: v for k, v in os.environ.items() if not k.startswith("REHABTEAM_")}
    return {
        **rent,
        "PYTHONUTF8": "1",
        "DJANGO_SETTINGS_MODULE": "rehabteam.opsaetning.base",
        "REHABTEAM_ROLLEPRAEFIKS": "rehabteam_test",
        "REHABTEAM_DB_WEB": _adresse("web", database),
        "REHABTEAM_HEMMELIG": HEMMELIG,
        "REHABTEAM_DATA": str(mappe / "dokumenter"),
        "REHABTEAM_NPM": os.environ.get("REHABTEAM_NPM") or str(ROD / "node_modules"),
        "REHABTEAM_STATISK": str(mappe / "statisk"),
        "REHABTEAM_DEMO": "1",
        "REHABTEAM_DEMODAG": dag,
        "REHABTEAM_SLAAET_FRA": "virusscanner",
    }


def _koer(*kommando: object, env: dict[str, str]) -> None:
    svar = subprocess.run([str(d) for d in kommando], env=env, cwd=ROD, capture_output=True, text=True)
    assert svar.returncode == 0, f"{kommando} gav {svar.returncode}:\n{svar.stdout}\n{svar.stderr}"


def _klargoer(database: str, mappe: Path, *videre: str) -> None:
    """Set the database up with the product's own commands; the addresses that may do so go nowhere else."""
    env = miljoe(database, mappe) | {
        "REHABTEAM_DB_SUPER": SUPER,
        "REHABTEAM_DB_VEDLIGEHOLD": _adresse("migr", database),
    }
    _koer(REHABTEAM, "database", "klargoer", env=env)
    _koer(REHABTEAM, *videre, env=env)


def _fjern(forbindelse: psycopg.Connection, database: str) -> None:
    forbindelse.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


@contextmanager
def _alene() -> Iterator[psycopg.Connection]:
    """A superuser's connection, while no other worker makes or copies databases."""
    with psycopg.connect(SUPER, autocommit=True) as forbindelse:
        forbindelse.execute("SELECT pg_advisory_lock(%s)", [LAAS])
        yield forbindelse


@contextmanager
def demo(faelles: Path, arbejder: str) -> Iterator[Path]:
    """The folder of the loaded demo, shared by all workers; its name is also the template database's.

    The first worker loads it, the last one to go removes it.
    """
    if not SUPER:
        pytest.fail("REHABTEAM_DB_SUPER mangler: kør »make test«, som starter PostgreSQL.")
    mappe = (
        faelles / f"rehabteam_test_demo_{os.environ.get('PYTEST_XDIST_TESTRUNUID', str(os.getpid()))[:12]}"
    )
    brugere = mappe / "brugere"
    with _alene() as forbindelse:
        if not brugere.is_dir():
            _fjern(forbindelse, mappe.name)
            shutil.rmtree(mappe, ignore_errors=True)
            (mappe / "dokumenter").mkdir(parents=True)
            _klargoer(mappe.name, mappe, "demo", "indlaes")
            _koer(REHABTEAM, "demo", "papirer", mappe / "papirer", env=miljoe(mappe.name, mappe))
            _koer(
                *(sys.executable, "-m", "django", "collectstatic", "--noinput", "-v0"),
                env=miljoe(mappe.name, mappe),
            )
            brugere.mkdir()
        (brugere / arbejder).touch()
    try:
        yield mappe
    finally:
        with _alene() as forbindelse:
            (brugere / arbejder).unlink()
            if not any(brugere.iterdir()):
                _fjern(forbindelse, mappe.name)
                shutil.rmtree(mappe)


@contextmanager
def kopi(skabelon: Path, database: str) -> Iterator[str]:
    """A copy of the demo's database by this name, until the block ends."""
    with _alene() as forbindelse:
        _fjern(forbindelse, database)
        forbindelse.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(database), sql.Identifier(skabelon.name)
            )
        )
        # What is set on the database itself does not come along in a copy.
        for saetning in forbered_sql(database):
            if f'DATABASE "{database}"' in saetning:
                forbindelse.execute(saetning)
    try:
        yield database
    finally:
        with _alene() as forbindelse:
            _fjern(forbindelse, database)


@contextmanager
def server(skabelon: Path, mappe: Path, database: str) -> Iterator[Site]:
    """A copy of the demo, served until the block ends. The server must have had nothing to complain of."""
    with kopi(skabelon, database):
        filer(skabelon, mappe)
        with paa_dagen(mappe, database) as site:
            yield site


def filer(skabelon: Path, mappe: Path) -> None:
    """The documents and the collected files of a copy."""
    shutil.copytree(skabelon / "dokumenter", mappe / "dokumenter", copy_function=os.link)
    (mappe / "statisk").symlink_to(skabelon / "statisk")


@contextmanager
def paa_dagen(mappe: Path, database: str, dag: str = DEMODAG) -> Iterator[Site]:
    """The copy served on a day of the demo, until the block ends; the next block may be a later day."""
    log = mappe / f"server-{dag}.log"
    with socket.create_server(("127.0.0.1", 0)) as stik, log.open("wb") as skriver:
        # The socket is handed over open, so the port can be nobody else's, and a page asked for too early waits.
        program = subprocess.Popen(
            [
                *(sys.executable, "-m", "gunicorn", "rehabteam.opsaetning.wsgi:application"),
                *("--bind", f"fd://{stik.fileno()}", "--workers", "2", "--timeout", "60"),
                *("--log-level", "warning", "--no-control-socket"),
            ],
            env=miljoe(database, mappe, dag),
            cwd=ROD,
            pass_fds=[stik.fileno()],
            stdout=skriver,
            stderr=subprocess.STDOUT,
        )
        try:
            yield Site(f"http://127.0.0.1:{stik.getsockname()[1]}", database, log)
        finally:
            program.send_signal(signal.SIGTERM)
            try:
                program.wait(timeout=20)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()
    skrevet = log.read_text("utf-8")
    assert "Traceback" not in skrevet and " ERROR " not in skrevet, skrevet[-6000:]
