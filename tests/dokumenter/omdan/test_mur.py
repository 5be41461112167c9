"""The wall, from the inside: whoever takes over a program that reads a hostile file reaches nothing."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from rehabteam.dokumenter.omdan import OmdanNede, maader, mur
from rehabteam.dokumenter.omdan.graenser import MB, Graenser
from tests.dokumenter.omdan.inde import PYTHON, SMAA, fortalt

NET = """
    import json, socket, sys
    svar = {}
    for navn, familie, adresse in (
        ("tcp", socket.AF_INET, ("127.0.0.1", int(sys.argv[1]))),
        ("tcp6", socket.AF_INET6, ("::1", int(sys.argv[1]))),
        ("sokkel", socket.AF_UNIX, sys.argv[2]),
        ("abstrakt", socket.AF_UNIX, chr(0) + sys.argv[3]),
        ("ude", socket.AF_INET, ("192.0.2.1", 80)),
    ):
        try:
            with socket.socket(familie) as s:
                s.settimeout(2)
                s.connect(adresse)
            svar[navn] = "nåede frem"
        except OSError as fejl:
            svar[navn] = "spærret"
    print(json.dumps(svar))
"""


def test_hverken_netvaerk_eller_sokler(maade: object, tmp_path: Path) -> None:
    """Listeners on loopback, on a path like PostgreSQL's, and in the nameless space: none is reached."""
    navn = f"rehabteam-{os.getpid()}"
    with (
        socket.create_server(("127.0.0.1", 0)) as tcp,
        socket.socket(socket.AF_UNIX) as sokkel,
        socket.socket(socket.AF_UNIX) as abstrakt,
    ):
        sokkel.bind(str(tmp_path / ".s.PGSQL.5432"))
        abstrakt.bind(f"\0{navn}")
        lyttere = (tcp, sokkel, abstrakt)
        for lytter in lyttere:
            lytter.listen()
            lytter.setblocking(False)
        assert subprocess.run([PYTHON, "-c", textwrap.dedent(NET), str(tcp.getsockname()[1]),
                               sokkel.getsockname(), navn], capture_output=True).stdout.count(b"frem") >= 3  # fmt: skip
        for lytter in lyttere:
            lytter.accept()[0].close()
        fundet = fortalt(NET, str(tcp.getsockname()[1]), sokkel.getsockname(), navn)
        assert fundet == dict.fromkeys(("tcp", "tcp6", "sokkel", "abstrakt", "ude"), "spærret")
        for lytter in lyttere:
            with pytest.raises(BlockingIOError):
                lytter.accept()


def test_postgresql_er_der_ikke(maade: object) -> None:
    """The database the tests use right now cannot be seen from inside."""
    mapper = [m for m in map(Path, ("/run", "/var/run", "/var/lib")) if m.exists()]
    assert mapper
    kode = "import json, os, sys; print(json.dumps([s for s in sys.argv[1:] if os.path.exists(s)]))"
    assert fortalt(kode, *map(str, mapper)) == []


def test_ingen_filer_fra_maskinen(maade: object, tmp_path: Path) -> None:
    """Neither the store nor the users nor our own folder; the root holds only what was put there."""
    lager = tmp_path / "dokumenter"
    lager.mkdir()
    (lager / "attest.pdf").write_bytes(b"%PDF-")
    stier = [str(lager / "attest.pdf"), "/etc/shadow", "/etc/passwd", "/home", "/root", str(Path(__file__))]
    kode = """
        import json, os, sys
        rod = {d: sorted(os.listdir(d)) for d in ("/", "/tmp", "/dev")}
        print(json.dumps([[s for s in sys.argv[1:] if os.path.exists(s)], rod]))
    """
    fundet, rod = fortalt(kode, *stier)  # type: ignore[misc]
    assert fundet == []
    tilladt = {
        "bin",
        "dev",
        "etc",
        "lib",
        "lib32",
        "lib64",
        "pakker",
        "proc",
        "sbin",
        "tmp",
        "usr",
        "vaerk",
        "var",
    }
    assert set(rod["/"]) <= tilladt | {Path(sys.base_prefix).parts[1]}
    assert rod["/tmp"] == []
    assert not [d for d in rod["/dev"] if d.startswith(("sd", "vd", "nvme", "mem", "kmsg", "fuse"))]


def test_intet_miljoe_ingen_andre_processer_ingen_rettigheder(
    maade: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REHABTEAM_HEMMELIG", "må ikke ses")
    kode = """
        import json, os
        status = dict(l.split(":", 1) for l in open("/proc/self/status"))
        print(json.dumps({
            "miljoe": sorted(os.environ), "uid": os.getuid(),
            "andre": [open(f"/proc/{p}/cmdline").read() for p in os.listdir("/proc") if p.isdigit()],
            "miljoeer": [open(f"/proc/{p}/environ").read() for p in os.listdir("/proc")
                         if p.isdigit() and os.access(f"/proc/{p}/environ", os.R_OK)],
            "ret": [status[n].strip() for n in ("CapPrm", "CapEff", "CapBnd", "CapAmb", "NoNewPrivs")],
        }))
    """
    fundet = fortalt(kode)
    assert isinstance(fundet, dict)
    assert set(fundet["miljoe"]) <= {*maader.MILJOE, "PWD", "LC_CTYPE"}
    assert not any("må ikke ses" in m for m in fundet["miljoeer"])
    assert all(not c or "bwrap" in c or "CapPrm" in c for c in fundet["andre"]), fundet["andre"]
    assert fundet["ret"] == ["0" * 16] * 4 + ["1"]
    if os.geteuid() == 0:
        assert fundet["uid"] == maader.NOBODY


def test_kan_intet_skrive_udenfor_og_ikke_bygge_sig_ud(maade: object) -> None:
    kode = """
        import ctypes, json, os
        skrevet = []
        for sti in ("/x", "/usr/x", "/etc/x", "/vaerk/x", "/pakker/x", "/dev/x", "/dev/shm/x", "/var/x", "/proc/x"):
            try:
                open(sti, "w").close()
                skrevet.append(sti)
            except OSError:
                pass
        libc = ctypes.CDLL(None, use_errno=True)
        brudt = [n for n, flag in (("bruger", 0x10000000), ("net", 0x40000000), ("rod", 0x00020000))
                 if libc.unshare(flag) == 0]
        brudt += ["mount"] if libc.mount(b"proc", b"/tmp", b"proc", 0, None) == 0 else []
        brudt += ["chroot"] if libc.chroot(b"/tmp") == 0 else []
        open("/tmp/her", "w").close()
        print(json.dumps([skrevet, brudt]))
    """
    assert fortalt(kode) == [[], []]


def test_uden_mur_koeres_intet(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine that cannot build the wall converts nothing; not even once."""

    def ingen(*_: object) -> list[str]:
        raise FileNotFoundError("bwrap")

    def hul(program: list[str], *_: object) -> list[str]:
        return list(program)  # runs, but with no wall around it

    monkeypatch.setattr(mur, "MAADER", (ingen, hul))
    mur._fundet.cache_clear()
    with pytest.raises(OmdanNede):
        mur.koer(["/bin/sh", "-c", f"touch {tmp_path}/koert"], b"", Graenser(), {})
    mur._fundet.cache_clear()
    assert not list(tmp_path.iterdir())


def test_ind_og_ud_er_bytes_i_hukommelsen(maade: object) -> None:
    """Five megabytes go in and come back, whatever they hold; nothing is left on a disk."""
    data = os.urandom(4 * MB)
    svar = mur.koer(["/bin/cat"], data, SMAA, {})
    assert (svar.kode, svar.ud) == (0, data)


def test_mappen_der_ikke_kan_laeses_giver_nede(maade: object, tmp_path: Path) -> None:
    """A Python environment the child may not read is the machine's fault, not the file's."""
    with pytest.raises(OmdanNede):
        mur.koer(["/bin/true"], b"", SMAA, {tmp_path / "findes-ikke": "/pakker"})
