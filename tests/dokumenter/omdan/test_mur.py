"""The wall, from the inside: whoever takes over a program that reads a hostile file reaches nothing."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede, barn, maader, mur
from rehabteam.dokumenter.omdan.graenser import MB, Graenser

PYTHON = str(barn.PYTHON)
SMAA = Graenser(sekunder=10, cpu=5, hukommelse=200 * MB, skrivebord=20 * MB, svar=5 * MB)


@pytest.fixture(
    params=[maader.bwrap, pytest.param(maader.unshare, marks=pytest.mark.langsom)], ids=lambda m: m.__name__
)
def maade(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[maader.Maade]:
    """Each way to build the wall that this machine has, as the only one there is."""
    assert set(maader.MAADER) == {maader.bwrap, maader.unshare}
    if not _kan(request.param.__name__):
        pytest.skip(f"Maskinen kan ikke bygge en mur med {request.param.__name__}.")
    assert mur.holder(request.param)
    monkeypatch.setattr(mur, "MAADER", (request.param,))
    mur._fundet.cache_clear()
    yield request.param
    mur._fundet.cache_clear()


def _kan(program: str) -> bool:
    """Whether the machine lets this program make namespaces at all, asked without our own arguments."""
    argumenter = {
        "bwrap": ["--unshare-all", "--ro-bind", "/", "/"],
        "unshare": ["--mount", "--net", "--pid", "--fork"] + (["-r"] if os.geteuid() else []),
    }[program]
    try:
        return subprocess.run([program, *argumenter, "/bin/true"], capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def inde(kode: str, graenser: Graenser = SMAA, ind: bytes = b"", *sagt: str) -> mur.Svar:
    """Run Python code behind the wall, as a program that had been taken over."""
    return mur.koer(
        [PYTHON, "-I", "-S", "-c", textwrap.dedent(kode), *sagt], ind, graenser, barn.det_der_laeses()
    )


def fortalt(kode: str, *sagt: str) -> object:
    svar = inde(kode, SMAA, b"", *sagt)
    assert svar.kode == 0, svar.klage
    return json.loads(svar.ud)


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


SKRIVER = [PYTHON, "-c", "import sys\nwhile True: sys.stdout.buffer.write(bytes(1 << 20))"]


@pytest.mark.parametrize(
    ("program", "sekunder", "hvorfor"),
    [
        (["/bin/sleep", "60"], 1.5, "for_langsom"),
        (SKRIVER, 20, "for_tung"),
        pytest.param([PYTHON, "-c", "while True: pass"], 60, "for_langsom", marks=pytest.mark.langsom),
    ],
    ids=["venter", "skriver", "regner"],
)
def test_stoppes_af_sine_graenser(program: list[str], sekunder: float, hvorfor: str) -> None:
    foer = time.monotonic()
    with pytest.raises(OmdanFejl) as fejl:
        mur.koer(program, b"", Graenser(sekunder=sekunder, cpu=1, hukommelse=100 * MB, svar=2 * MB))
    assert fejl.value.kode == hvorfor
    assert time.monotonic() - foer < 30


@pytest.mark.langsom
def test_en_travl_maskine_er_ikke_filens_skyld() -> None:
    """The child hardly ran: it is tried again later, not refused."""
    kerner = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(kerner)})
    anden = subprocess.Popen([PYTHON, "-c", "while True: pass"])
    try:
        with pytest.raises(OmdanNede, match="travlt"):
            inde("while True: pass", Graenser(sekunder=3, cpu=10, venlig=19))
    finally:
        anden.kill()
        anden.wait()
        os.sched_setaffinity(0, kerner)


def test_hukommelse_skrivebord_og_processer_har_en_ende(maade: object) -> None:
    kode = """
        import json, os
        svar = []
        try:
            bytearray(400 << 20)
        except MemoryError:
            svar.append("hukommelse")
        try:
            with open("/tmp/a", "wb") as a, open("/tmp/b", "wb") as b, open("/tmp/c", "wb") as c:
                for _ in range(4):
                    for fil in (a, b, c):
                        fil.write(bytes(1 << 20))
                    for fil in (a, b, c):
                        fil.flush()
        except OSError as fejl:
            svar.append(fejl.strerror)
        boern = []
        try:
            for _ in range(200):
                if (pid := os.fork()) == 0:
                    os.read(0, 1)
                    os.pause() if hasattr(os, "pause") else __import__("time").sleep(30)
                boern.append(pid)
        except OSError:
            svar.append("processer")
        print(json.dumps(svar), flush=True)
    """
    svar = inde(
        kode, Graenser(sekunder=10, hukommelse=200 * MB, skrivebord=6 * MB, svar=5 * MB, processer=30)
    )
    assert json.loads(svar.ud) == ["hukommelse", "No space left on device", "processer"]


def _lever(maerke: str) -> list[int]:
    fundet = []
    for mappe in Path("/proc").iterdir():
        if mappe.name.isdigit():
            try:
                if maerke in (mappe / "cmdline").read_text():
                    fundet.append(int(mappe.name))
            except OSError:
                continue
    return fundet


def _er_vaek(maerke: str) -> bool:
    frist = time.monotonic() + 5
    while time.monotonic() < frist:
        if not _lever(maerke):
            return True
        time.sleep(0.05)
    return False


def test_hele_flokken_doer_med_det_samme(maade: object) -> None:
    """A child that hides in a session of its own dies with the rest when time is up."""
    maerke = f"rehabteam-flok-{os.getpid()}-{time.monotonic_ns()}"
    kode = """
        import os, sys, time
        if os.fork() == 0:
            os.setsid()
        time.sleep(60)
    """
    with pytest.raises((OmdanFejl, OmdanNede)):
        inde(kode, Graenser(sekunder=0.5), b"", maerke)
    assert _er_vaek(maerke)


@pytest.mark.skipif(shutil.which("bwrap") is None, reason="bubblewrap er ikke installeret")
def test_doer_barnet_naar_siden_doer() -> None:
    """Nobody is left to count the seconds when the one who asked is killed."""
    maerke = f"rehabteam-faelles-{os.getpid()}-{time.monotonic_ns()}"
    kode = (
        "import sys; from rehabteam.dokumenter.omdan import mur; from rehabteam.dokumenter.omdan.graenser import Graenser\n"
        f"mur.koer(['/bin/sh', '-c', 'sleep 60; :', '{maerke}'], b'', Graenser(), {{}})"
    )
    spoerger = subprocess.Popen([sys.executable, "-c", kode])
    frist = time.monotonic() + 10
    while len(_lever(maerke)) < 4 and time.monotonic() < frist:
        time.sleep(0.05)
    assert len(_lever(maerke)) >= 4, "barnet kom aldrig i gang"
    spoerger.send_signal(signal.SIGKILL)
    spoerger.wait()
    assert _er_vaek(maerke)


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


def test_mange_paa_en_gang_venter_paa_tur(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crowd is served as places become free; one who waits in vain may come again."""
    monkeypatch.setattr(mur, "PLADSER", threading.BoundedSemaphore(1))
    with mur.PLADSER, pytest.raises(OmdanNede, match="for meget"):
        mur.koer(["/bin/true"], b"", Graenser(sekunder=0.1), {})
    assert mur.koer(["/bin/true"], b"", Graenser(), {}).kode == 0  # the place was given back


def test_ind_og_ud_er_bytes_i_hukommelsen(maade: object) -> None:
    """Five megabytes go in and come back, whatever they hold; nothing is left on a disk."""
    data = os.urandom(4 * MB)
    svar = mur.koer(["/bin/cat"], data, SMAA, {})
    assert (svar.kode, svar.ud) == (0, data)


def test_mappen_der_ikke_kan_laeses_giver_nede(maade: object, tmp_path: Path) -> None:
    """A Python environment the child may not read is the machine's fault, not the file's."""
    with pytest.raises(OmdanNede):
        mur.koer(["/bin/true"], b"", SMAA, {tmp_path / "findes-ikke": "/pakker"})
