"""The private PostgreSQL: closed to the net, right letters, and up again after every kind of bad end."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from vaerksted import klynge
from vaerksted.besked import Stop
from vaerksted.sted import ROD

# Runs a durable cluster and waits to be killed.
HOLDER = """
import sys, time
from pathlib import Path
from vaerksted import klynge
with klynge.koerende(Path(sys.argv[1]), Path(sys.argv[2]), varig=True) as url:
    print(url, flush=True)
    time.sleep(120)
"""


@pytest.fixture(scope="module")
def mappe(tmp_path_factory):
    dyb = tmp_path_factory.mktemp("klynge") / "Sager på Ærø" / ("lang " * 20).strip()
    dyb.mkdir(parents=True)
    return dyb / "pg"


def koer(mappe: Path, *, varig: bool = True):
    return klynge.koerende(mappe, mappe.parent / "pg.log", varig=varig)


def spoerg(url: str, sql: str):
    with psycopg.connect(url, autocommit=True) as forbindelse:
        svar = forbindelse.execute(sql)
        return svar.fetchall() if svar.description else None


def lever(pid: int) -> bool:
    """Whether the process runs; one that has ended but is not yet collected by its parent does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def hovedproces(mappe: Path) -> int:
    return int((mappe / "postmaster.pid").read_text().split()[0])


def test_bogstaver_dansk_orden_og_intet_net(mappe):
    with koer(mappe) as url:
        assert spoerg(url, "show server_encoding") == [("UTF8",)]
        assert spoerg(url, "select lower('ÆØÅ')") == [("æøå",)]
        orden = spoerg(
            url,
            """select navn from (values ('Ågård'), ('Zeuthen'), ('Ærø'), ('Ødum')) as t(navn)
                               order by navn collate "da-x-icu" """,
        )
        assert [navn for (navn,) in orden] == ["Zeuthen", "Ærø", "Ødum", "Ågård"]
        assert spoerg(url, "show listen_addresses") == [("",)]
        assert spoerg(url, "show fsync") == [("on",)]


def test_serveren_har_ingen_saerlige_rettigheder(mappe):
    with koer(mappe):
        status = Path(f"/proc/{hovedproces(mappe)}/status").read_text()
    felter = dict(linje.split(":\t", 1) for linje in status.splitlines() if ":\t" in linje)
    assert int(felter["CapEff"], 16) == int(felter["CapPrm"], 16) == 0
    assert felter["Uid"].split()[0] != "0"


def test_data_bliver_til_naeste_gang(mappe):
    with koer(mappe) as url:
        spoerg(url, "create table if not exists husk (ord text)")
        spoerg(url, "insert into husk values ('før')")
    with koer(mappe) as url:
        assert ("før",) in spoerg(url, "select ord from husk")


def test_draebt_koersel_efterlader_intet_og_data_er_der(mappe):
    """SIGKILL to the command: the server ends by itself, and the next start finds what was written."""
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, mappe, mappe.parent / "pg.log"],
        cwd=ROD,
        stdout=subprocess.PIPE,
        text=True,
    )
    url = holder.stdout.readline().strip()
    spoerg(url, "create table efter_drab (ord text)")
    server = hovedproces(mappe)
    holder.kill()
    holder.wait()
    holder.stdout.close()
    slut = time.monotonic() + 20
    while lever(server) and time.monotonic() < slut:
        time.sleep(0.05)
    assert not lever(server)
    with koer(mappe) as url:
        assert spoerg(url, "select count(*) from efter_drab") == [(0,)]


def test_en_efterladt_server_bliver_stoppet_foerst(mappe):
    """A server started outside our lock on the same folder: stopped, then ours starts."""
    programmer = klynge._programmer(mappe)
    with tempfile.TemporaryDirectory(prefix="rehabteam-", dir="/tmp") as sokkel:
        efterladt = subprocess.Popen(
            [programmer / "postgres", "-D", mappe, "-c", "listen_addresses=", "-k", sokkel],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        klynge._vent_paa(efterladt, mappe, mappe.parent / "pg.log")
        with koer(mappe) as url:
            assert spoerg(url, "select 1") == [(1,)]
        assert efterladt.wait(20) == 0


def test_nummeret_i_en_gammel_pidfil_er_nu_et_andet_program(mappe):
    andet = subprocess.Popen(["sleep", "60"])
    try:
        (mappe / "postmaster.pid").write_text(f"{andet.pid}\n{mappe}\n0\n5432\n\n\n0 0\nready\n")
        with koer(mappe) as url:
            assert spoerg(url, "select 1") == [(1,)]
        assert andet.poll() is None
    finally:
        andet.kill()
        andet.wait()


def test_halvt_lavet_klynge_laves_forfra(tmp_path):
    (tmp_path / "pg.ny").mkdir()
    (tmp_path / "pg.ny" / "halv").touch()
    with koer(tmp_path / "pg") as url:
        assert spoerg(url, "select 1") == [(1,)]
    assert not (tmp_path / "pg.ny").exists()


def test_proevernes_klynge_er_vaek_bagefter(tmp_path):
    with koer(tmp_path / "pg", varig=False) as url:
        assert spoerg(url, "show fsync") == [("off",)]
    assert not (tmp_path / "pg").exists()


def test_data_fra_en_anden_udgave_af_postgresql_roeres_ikke(tmp_path):
    (tmp_path / "pg").mkdir()
    (tmp_path / "pg" / "PG_VERSION").write_text("9\n")
    with pytest.raises(Stop, match="lavet med PostgreSQL 9"), koer(tmp_path / "pg"):
        pass
    assert (tmp_path / "pg" / "PG_VERSION").exists()


def test_serverens_egen_forklaring_vises_naar_den_ikke_kan_starte(mappe):
    gemt = (mappe / "postgresql.conf").read_text()
    (mappe / "postgresql.conf").write_text(gemt + "\nfindes_ikke = 1\n")
    try:
        with pytest.raises(Stop, match="findes_ikke"), koer(mappe):
            pass
    finally:
        (mappe / "postgresql.conf").write_text(gemt)


def test_sigint_stopper_serveren_paent(mappe):
    with koer(mappe):
        os.kill(hovedproces(mappe), signal.SIGINT)
    with koer(mappe) as url:
        assert spoerg(url, "select 1") == [(1,)]
