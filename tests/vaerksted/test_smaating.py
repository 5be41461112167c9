"""Locks, secrets, addresses, ports and the copy that root's tests run in."""

import io
import os
import socket
import subprocess
import sys
import tarfile

import psycopg.conninfo
import pytest

from vaerksted import adresser, bruger, drift, forbindelse, kopi, proev
from vaerksted.besked import Stop
from vaerksted.laas import laas
from vaerksted.sted import ROD


def test_laasen_er_for_en_ad_gangen(tmp_path):
    fil = tmp_path / "laas"
    optaget = "{pid} er i gang"
    with (
        laas(fil, optaget=optaget),
        pytest.raises(Stop, match=f"^{os.getpid()} er"),
        laas(fil, optaget=optaget),
    ):
        pass
    with laas(fil, optaget="optaget"):
        pass


def test_laasen_foelger_ingen_genvej(tmp_path):
    (tmp_path / "laas").symlink_to(tmp_path / "andet")
    with pytest.raises(OSError), laas(tmp_path / "laas", optaget="optaget"):
        pass


def test_hemmeligheder_er_kun_vores_og_bliver_ved(tmp_path):
    fil = tmp_path / "hemmelig.json"
    foerst = forbindelse.hemmeligheder(fil)
    assert fil.stat().st_mode & 0o777 == 0o600
    assert len({foerst.noegle, foerst.kode_web, foerst.kode_vedligehold}) == 3
    assert forbindelse.hemmeligheder(fil) == foerst


def test_oedelagt_hemmelighed_siges(tmp_path):
    (tmp_path / "hemmelig.json").write_text("{")
    with pytest.raises(Stop, match="kan ikke læses"):
        forbindelse.hemmeligheder(tmp_path / "hemmelig.json")


@pytest.mark.parametrize(
    ("admin", "ventet"),
    [
        ("postgresql://postgres@/postgres?host=%2Frun%2Fx%20y", {"host": "/run/x y"}),
        ("postgres://chef:k%40de@db.kommune.example:5433/", {"host": "db.kommune.example", "port": "5433"}),
        (
            "postgresql:///x?host=%2Frun%2Fx&user=chef&sslmode=require",
            {"host": "/run/x", "sslmode": "require"},
        ),
    ],
)
def test_rollens_adresse_er_adminens_med_andet_navn(admin, ventet):
    dele = psycopg.conninfo.conninfo_to_dict(
        forbindelse.adresse(admin, "rehabteam_web", "a/b@c", "rehabteam")
    )
    assert dele == {"user": "rehabteam_web", "password": "a/b@c", "dbname": "rehabteam", **ventet}


def test_en_anden_slags_database_afvises():
    with pytest.raises(Stop, match="postgresql://"):
        forbindelse.adresse("mysql://x/y", "a", "b", "c")


def test_optaget_port_siges_paa_dansk():
    with socket.socket() as optaget:
        optaget.bind(("127.0.0.1", 0))
        optaget.listen()
        nummer = optaget.getsockname()[1]
        svar = subprocess.run(
            [sys.executable, "-m", "vaerksted", "run"],
            cwd=ROD,
            env={**os.environ, "PORT": str(nummer)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert svar.returncode == 1
    assert f"Port {nummer} er optaget" in svar.stderr
    assert "Traceback" not in svar.stderr


@pytest.mark.parametrize("tekst", ["0", "65536", "otte", "²", "-1"])
def test_port_der_ikke_er_en_port(tekst, monkeypatch):
    monkeypatch.setenv("PORT", tekst)
    with pytest.raises(Stop, match="PORT"):
        drift.port()


def test_skaeve_anfoerselstegn_i_t(monkeypatch):
    monkeypatch.setenv("T", "-k 'æble")
    with pytest.raises(Stop, match="Anførselstegnene"):
        proev.ekstra()


def test_make_help_naevner_hvert_maal_i_makefile():
    hjaelp = subprocess.run(["make"], cwd=ROD, capture_output=True, text=True, check=True).stdout
    maal = next(x for x in (ROD / "Makefile").read_text().splitlines() if x.startswith("help ")).rstrip(":")
    for navn in maal.split()[1:]:
        assert f"make {navn}" in hjaelp


@pytest.fixture
def trae(tmp_path):
    """A small working tree: tracked, new, ignored, a link, and a name with true letters."""
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("hemmelig\nnode_modules/\n")
    for navn in ("kendt.py", "på Ærø.txt", "hemmelig", "node_modules/pakke/fil.js", "væk.py"):
        (tmp_path / navn).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / navn).write_text(navn)
    (tmp_path / "kendt.py").chmod(0o755)
    (tmp_path / "genvej").symlink_to("/etc/passwd")
    subprocess.run(["git", "add", "kendt.py", "væk.py", ".gitignore"], cwd=tmp_path, check=True)
    (tmp_path / "væk.py").unlink()
    os.link(tmp_path / "kendt.py", tmp_path / "samme.py")
    return tmp_path


def test_kopien_er_arbejdstraeet_og_det_faerdige(trae):
    ud = io.BytesIO()
    kopi.pak(trae, ud)
    with tarfile.open(fileobj=io.BytesIO(ud.getvalue())) as arkiv:
        poster = {p.name: p for p in arkiv}
        assert arkiv.extractfile("samme.py").read() == b"kendt.py"
    assert set(poster) == {".gitignore", "kendt.py", "samme.py", "på Ærø.txt", "node_modules/pakke/fil.js"}
    assert poster["kendt.py"].mode == 0o755
    assert poster["på Ærø.txt"].mode == 0o644
    assert all(p.isreg() for p in poster.values())


def test_ingen_adresser_paa_pakkeregistre():
    assert list(adresser.fund()) == []


def test_en_adresse_bliver_fundet(trae):
    (trae / "noter.md").write_text("fint\nhent fra https://" + "pypi" + ".org/simple\n")
    (trae / "requirements").mkdir()
    (trae / "requirements" / "run.txt").write_text("--find" + "-links /opt/x\n")
    assert list(adresser.fund(trae)) == ["noter.md:2", "requirements/run.txt:1"]


def test_billederne_hentes_hjem_men_kun_rene_filer(tmp_path):
    kopien, rod = tmp_path / "kopi", tmp_path / "projekt"
    (kopien / "billeder" / "på mobil").mkdir(parents=True)
    (kopien / "billeder" / "på mobil" / "sag.png").write_bytes(b"png")
    (kopien / "billeder" / "genvej.png").symlink_to("/etc/passwd")
    rod.mkdir()
    hvem = bruger.Bruger("", os.getuid(), os.getgid())
    kopi._hent_billeder(kopien, rod, hvem, dict(os.environ))
    assert [f.relative_to(rod).as_posix() for f in rod.rglob("*") if not f.is_dir()] == [
        "billeder/på mobil/sag.png"
    ]
