"""`rehabteam database forbered`: one file, run by a superuser with psql on a bare server; the rest needs no superuser."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rehabteam.sager.adgang.aktoer import Tjeneste, Vaeg
from tests.conftest import ARBEJDER, SUPER

REHABTEAM = Path(sys.executable).with_name("rehabteam")
P = f"rehabteam_ny_{ARBEJDER.lower()}"
DATABASE = f"{P}-1"
KODE = "kunTilDenneProeve1"


def _adresse(rolle: str) -> str:
    return make_conninfo(**(conninfo_to_dict(SUPER) | {"user": rolle, "password": KODE, "dbname": DATABASE}))


def _rehabteam(*kommando: str) -> subprocess.CompletedProcess[str]:
    """The program as an operator runs it, without any superuser's address."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("REHABTEAM_")} | {
        "PYTHONUTF8": "1",
        "REHABTEAM_ROLLEPRAEFIKS": P,
        "REHABTEAM_HEMMELIG": "kun-til-denne-proeve",
        "REHABTEAM_DB_WEB": _adresse(f"{P}_web"),
        "REHABTEAM_DB_VEDLIGEHOLD": _adresse(f"{P}_migr"),
    }
    return subprocess.run([REHABTEAM, "database", *kommando], env=env, capture_output=True, text=True)


def _psql(fil: Path) -> None:
    """As any superuser would: psql, no settings of her own, the file, the server's `postgres`."""
    svar = subprocess.run(["psql", "-X", "-q", "-f", fil, SUPER], capture_output=True, text=True)
    assert svar.returncode == 0, svar.stderr


def _fjern() -> None:
    with psycopg.connect(SUPER, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DATABASE)))
        for (rolle,) in server.execute(
            "SELECT rolname FROM pg_roles WHERE starts_with(rolname, %s)", [f"{P}_"]
        ).fetchall():
            server.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(rolle)))


@pytest.fixture
def ingenting() -> Iterator[None]:
    """Neither roles nor database by these names, before and after."""
    _fjern()
    yield
    _fjern()


def test_the_file_prepares_a_bare_server_and_the_rest_needs_no_superuser(
    ingenting: None, tmp_path: Path
) -> None:
    for_tidligt = _rehabteam("klargoer")
    assert for_tidligt.returncode == 2 and "rehabteam database forbered" in for_tidligt.stderr

    fil = tmp_path / "forbered.sql"
    fil.write_text(_rehabteam("forbered", "--med-adgangskoder").stdout, "utf-8")
    _psql(fil)
    _psql(fil)  # again, as after an upgrade
    with psycopg.connect(SUPER) as server:
        roller = dict(
            server.execute(
                "SELECT rolname, rolsuper FROM pg_roles WHERE starts_with(rolname, %s)", [f"{P}_"]
            ).fetchall()
        )
        med_kode = server.execute(
            "SELECT rolname FROM pg_authid WHERE starts_with(rolname, %s) AND rolpassword IS NOT NULL "
            "ORDER BY rolname",
            [f"{P}_"],
        ).fetchall()
    ventede = {f"{P}_eje", f"{P}_migr", f"{P}_web", *(f"{P}_app_{v}" for v in (*Vaeg, *Tjeneste))}
    assert roller.keys() == ventede and not any(roller.values())
    assert med_kode == [(f"{P}_migr",), (f"{P}_web",)]

    klar = _rehabteam("klargoer")
    assert klar.returncode == 0, klar.stderr
    assert "Databasens vægge står." in klar.stdout

    # A role of a newer version is not there yet: said before anything is done.
    with psycopg.connect(SUPER) as server:
        server.execute(f"REVOKE {P}_app_region FROM {P}_web")
    mangler = _rehabteam("klargoer")
    assert mangler.returncode == 2 and f"{P}_app_region" in mangler.stderr


def test_passwords_are_written_only_when_asked_for() -> None:
    uden, med = _rehabteam("forbered").stdout, _rehabteam("forbered", "--med-adgangskoder").stdout
    assert KODE in med  # or the next line would prove nothing
    assert KODE not in uden and "PASSWORD" not in uden and f"\\password {P}_web" in uden


def test_a_name_that_psql_could_read_as_something_else_is_refused() -> None:
    svar = subprocess.run(
        [REHABTEAM, "database", "forbered"],
        env={**os.environ, "REHABTEAM_DB_WEB": make_conninfo(dbname="to ord"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
    )
    assert svar.returncode != 0 and "CREATE" not in svar.stdout
