"""The limits of what runs behind the wall: time, memory, disk, processes, places; and nobody lives on after it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede, mur
from rehabteam.dokumenter.omdan.graenser import MB, Graenser
from tests.dokumenter.omdan.inde import PYTHON, inde

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


def test_mange_paa_en_gang_venter_paa_tur(monkeypatch: pytest.MonkeyPatch) -> None:
    """A crowd is served as places become free; one who waits in vain may come again."""
    monkeypatch.setattr(mur, "PLADSER", threading.BoundedSemaphore(1))
    with mur.PLADSER, pytest.raises(OmdanNede, match="for meget"):
        mur.koer(["/bin/true"], b"", Graenser(sekunder=0.1), {})
    assert mur.koer(["/bin/true"], b"", Graenser(), {}).kode == 0  # the place was given back
