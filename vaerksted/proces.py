"""Running other programs so that Ctrl-C ends them tidily and a killed `make` leaves none behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from vaerksted.besked import Stop


def afbryd_paa_signal() -> None:
    """Let SIGTERM and SIGHUP end us the way Ctrl-C does, so that what we started is stopped too."""

    def afbryd(_nummer: int, _ramme: FrameType | None) -> None:
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, afbryd)
    signal.signal(signal.SIGHUP, afbryd)


def doedsbundet(kommando: Sequence[str], signalnavn: str = "TERM") -> list[str]:
    """The command, ended by the kernel if we die first (where the machine has setpriv)."""
    setpriv = shutil.which("setpriv")
    return [setpriv, f"--pdeathsig={signalnavn}", "--", *kommando] if setpriv else list(kommando)


def stands(proces: subprocess.Popen[bytes], *signaler: signal.Signals, vent: float = 30.0) -> None:
    """Send each signal in turn to the process' group until it has ended; SIGKILL as the last."""
    for nummer in (*signaler, signal.SIGKILL):
        if proces.poll() is not None:
            return
        try:
            os.killpg(proces.pid, nummer)
        except (ProcessLookupError, PermissionError):
            proces.send_signal(nummer)
        try:
            proces.wait(vent)
        except subprocess.TimeoutExpired:
            continue


def koer(
    kommando: Sequence[object],
    *,
    env: Mapping[str, str],
    cwd: Path,
    stop_signal: signal.Signals = signal.SIGTERM,
    naar_startet: Callable[[subprocess.Popen[bytes]], None] | None = None,
) -> int:
    """Run with our own output until it ends; returns its exit code. Ctrl-C stops it and is raised again.

    The program gets a session of its own: the terminal's Ctrl-C reaches only us, and we pass it on once.
    """
    proces = subprocess.Popen(
        doedsbundet([str(k) for k in kommando]), env=dict(env), cwd=cwd, start_new_session=True
    )
    try:
        if naar_startet is not None:
            naar_startet(proces)
        return proces.wait()
    except BaseException:
        stands(proces, stop_signal, signal.SIGTERM)
        raise


@contextmanager
def ved_siden_af(kommando: Sequence[object], *, env: Mapping[str, str], cwd: Path) -> Iterator[None]:
    """Run a second program while the first does, and stop it with that."""
    proces = subprocess.Popen(
        doedsbundet([str(k) for k in kommando]), env=dict(env), cwd=cwd, start_new_session=True
    )
    try:
        yield
    finally:
        stands(proces, signal.SIGTERM, vent=5)


def trin(kommando: Sequence[object], *, env: Mapping[str, str], cwd: Path, fejl: str) -> str:
    """Run quietly and return its output. Raises Stop with `fejl` and the output's end if it fails."""
    proces = subprocess.Popen(
        doedsbundet([str(k) for k in kommando]),
        env=dict(env),
        cwd=cwd,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        ud, _ = proces.communicate()
    except BaseException:
        stands(proces, signal.SIGTERM)
        raise
    tekst = ud.decode("utf-8", "replace")
    if proces.returncode != 0:
        raise Stop(f"{fejl}\n\n{hale(tekst)}")
    return tekst


def hale(tekst: str, linjer: int = 25) -> str:
    """The last lines of a program's output, indented."""
    return "\n".join("    " + linje for linje in tekst.rstrip().splitlines()[-linjer:])
