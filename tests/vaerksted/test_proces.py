"""Started programs end when we do, however that is, and their last words reach the person."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from vaerksted import proces
from vaerksted.besked import Stop
from vaerksted.sted import ROD

# Starts a long sleeper through the workshop; the sleeper prints its number.
MODER = """
import os, signal, sys
from pathlib import Path
from vaerksted import proces
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background starts without it
proces.afbryd_paa_signal()
try:
    sover = "import os, time; print(os.getpid(), flush=True); time.sleep(120)"
    proces.koer([sys.executable, "-c", sover], env=dict(os.environ), cwd=Path("/"))
except KeyboardInterrupt:
    print("afbrudt", flush=True)
"""


def lever(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("nummer", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_barnet_ender_med_os(nummer):
    moder = subprocess.Popen(
        [sys.executable, "-c", MODER], cwd=ROD, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    barn = int(moder.stdout.readline())
    moder.send_signal(nummer)
    ud, fejl = moder.communicate(timeout=30)
    slut = time.monotonic() + 10
    while lever(barn) and time.monotonic() < slut:
        time.sleep(0.02)
    assert not lever(barn)
    assert "Traceback" not in fejl
    assert ud == ("" if nummer == signal.SIGKILL else "afbrudt\n")


def test_udgangskoden_er_programmets():
    kommando = [sys.executable, "-c", "raise SystemExit(7)"]
    assert proces.koer(kommando, env=dict(os.environ), cwd=ROD) == 7


def test_et_trin_der_fejler_viser_sine_sidste_ord():
    kommando = [sys.executable, "-c", "print('før'); raise SystemExit('pakken på Ærø findes ikke')"]
    with pytest.raises(Stop, match="Kunne ikke") as stop:
        proces.trin(kommando, env=dict(os.environ), cwd=ROD, fejl="Kunne ikke.")
    assert "pakken på Ærø findes ikke" in str(stop.value)


def test_et_program_der_ikke_vil_stoppe_bliver_stoppet():
    stridig = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(flush=True); time.sleep(99)"
    barn = subprocess.Popen([sys.executable, "-c", stridig], start_new_session=True, stdout=subprocess.PIPE)
    barn.stdout.readline()
    proces.stands(barn, signal.SIGTERM, vent=0.3)
    assert barn.poll() == -signal.SIGKILL
    barn.stdout.close()
