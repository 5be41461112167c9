"""A private PostgreSQL for this copy of the project: no network, a socket only its owner can reach."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vaerksted import bruger, proces, sted, system
from vaerksted.besked import Stop, sig

SUPERBRUGER = "postgres"
# A locale with no language of its own; Danish order is asked for where a list is sorted.
SPROG = "C.UTF-8" if sys.platform == "linux" else "C"
# The tests' cluster is thrown away, so it need not survive a power cut.
UDEN_SIKRING = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@contextmanager
def koerende(mappe: Path, log: Path, *, varig: bool) -> Iterator[str]:
    """Start the cluster in `mappe` (made if it is not there), yield its superuser's URL, stop it after.

    The caller holds the lock that makes it the only one here. `varig`: keep the data and guard it against
    power cuts; otherwise the cluster is made anew each time.
    """
    ejer = bruger.databasens()
    if not varig:
        stop_efterladte(mappe)
        _slet(mappe)
    programmer = _programmer(mappe)
    if not (mappe / "PG_VERSION").is_file():
        _opret(mappe, programmer, ejer, varig=varig)
    sokkel = sted.sokkelmappe(mappe, ejer.uid, ejer.gid)
    stop_efterladte(mappe)
    for rest in sokkel.iterdir():
        rest.unlink()
    server = _start(mappe, sokkel, programmer, ejer, log, varig=varig)
    try:
        _vent_paa(server, mappe, log)
        yield f"postgresql://{SUPERBRUGER}@/postgres?host={urllib.parse.quote(str(sokkel), safe='')}"
    finally:
        proces.stands(server, signal.SIGINT, signal.SIGQUIT, vent=20)
        shutil.rmtree(sokkel, ignore_errors=True)
        if not varig:
            _slet(mappe)


def _programmer(mappe: Path) -> Path:
    """The folder of PostgreSQL's programs: the newest, or the one the existing data was made with."""
    fundne = [(n, m) for n, m in system.postgres_mapper() if n >= system.MINDSTE_POSTGRES]
    udgave = mappe / "PG_VERSION"
    if udgave.is_file():
        nummer = int(udgave.read_text("ascii").strip())
        for n, m in fundne:
            if n == nummer:
                return m
        raise Stop(
            f"Databasen i {mappe} er lavet med PostgreSQL {nummer}, som ikke er på maskinen længere.\n"
            f"Installér PostgreSQL {nummer} igen, eller begynd forfra med: make demo-reset"
        )
    if not fundne:
        raise Stop(f"{system.POSTGRES.navn} mangler.")
    return fundne[0][1]


def _opret(mappe: Path, programmer: Path, ejer: bruger.Bruger, *, varig: bool) -> None:
    """Make the cluster beside its place and move it there whole, so that a broken run leaves no half one."""
    if varig:
        sig("Laver projektets egen database …")
    ny = mappe.with_name(mappe.name + ".ny")
    _slet(ny)
    _slet(mappe)
    ny.mkdir(mode=0o700)
    if sted.er_root():
        os.chown(ny, ejer.uid, ejer.gid)
    kommando = [
        *(
            str(programmer / "initdb"),
            "-D",
            str(ny),
            "-U",
            SUPERBRUGER,
            "--encoding=UTF8",
            f"--locale={SPROG}",
        ),
        *("--auth-local=trust", "--auth-host=reject"),
        *(() if varig else ("--no-sync",)),
    ]
    proces.trin(
        bruger.som(ejer, kommando), env=_omgivelser(), cwd=Path("/"), fejl="Databasen kunne ikke laves."
    )
    ny.rename(mappe)


def _start(
    mappe: Path, sokkel: Path, programmer: Path, ejer: bruger.Bruger, log: Path, *, varig: bool
) -> subprocess.Popen[bytes]:
    valg = [
        "listen_addresses=",
        f"unix_socket_directories={sokkel}",
        "unix_socket_permissions=0700",
        "port=5432",
        "max_connections=100",
        "logging_collector=off",
        *(() if varig else UDEN_SIKRING),
    ]
    kommando = [str(programmer / "postgres"), "-D", str(mappe)]
    for et in valg:
        kommando += ["-c", et]
    with log.open("wb") as skriv:
        log.chmod(0o600)
        return subprocess.Popen(
            bruger.som(ejer, kommando, ved_vores_doed="INT"),
            env=_omgivelser(),
            cwd=Path("/"),
            stdin=subprocess.DEVNULL,
            stdout=skriv,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _vent_paa(server: subprocess.Popen[bytes], mappe: Path, log: Path, sekunder: float = 60) -> None:
    """Wait until the server takes connections: its own pid file says so in line 8."""
    slut = time.monotonic() + sekunder
    while time.monotonic() < slut:
        if server.poll() is not None:
            raise Stop(f"Databasen kunne ikke starte.\n\n{proces.hale(log.read_text('utf-8', 'replace'))}")
        try:
            linjer = (mappe / "postmaster.pid").read_text("utf-8").splitlines()
        except OSError:
            linjer = []
        if len(linjer) > 7 and linjer[0] == str(server.pid) and linjer[7].strip() == "ready":
            return
        time.sleep(0.03)
    raise Stop(f"Databasen svarede ikke inden for {sekunder:.0f} sekunder. Se {log}")


def _omgivelser() -> dict[str, str]:
    """A bare environment: nothing of ours may steer the server, and its messages are in English."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C.UTF-8"}


def stop_efterladte(mappe: Path) -> None:
    """Stop a server that a killed run left on `mappe`, and clear what a dead one left there.

    The caller holds the lock, so whatever still runs here belongs to nobody.
    """
    if not Path("/proc/self/cwd").exists() or not mappe.is_dir():
        return
    slut = time.monotonic() + 20
    while pids := _der_arbejder_i(mappe):
        hoved = _hovedproces(mappe)
        for pid in pids:
            # Without its main process the others end by themselves; they are only told to hurry.
            if pid == hoved or (hoved not in pids):
                _signaler(pid, signal.SIGINT if pid == hoved else signal.SIGQUIT)
        if time.monotonic() > slut:
            raise Stop(f"En database fra en tidligere kørsel vil ikke stoppe (proces {min(pids)}).")
        time.sleep(0.2)
    # No process works here, so the number in the file is another program's by now.
    (mappe / "postmaster.pid").unlink(missing_ok=True)


def _der_arbejder_i(mappe: Path) -> set[int]:
    """Processes whose working directory is the cluster: every one of PostgreSQL's goes there at start."""
    her = os.path.realpath(mappe)
    fundne = set()
    for navn in os.listdir("/proc"):
        if navn.isdigit():
            try:
                if os.readlink(f"/proc/{navn}/cwd") == her and _er_postgres(navn):
                    fundne.add(int(navn))
            except OSError:
                continue
    return fundne


def _er_postgres(pid: str) -> bool:
    return Path("/proc", pid, "comm").read_text("utf-8", "replace").strip() == "postgres"


def _hovedproces(mappe: Path) -> int:
    """The number in the cluster's pid file; 0 when there is none."""
    try:
        return int((mappe / "postmaster.pid").read_text("utf-8").split()[0])
    except (OSError, ValueError, IndexError):
        return 0


def _signaler(pid: int, nummer: signal.Signals) -> None:
    try:
        os.kill(pid, nummer)
    except ProcessLookupError:
        return


def _slet(mappe: Path) -> None:
    if mappe.is_symlink():
        raise Stop(f"{mappe} er en genvej og bliver ikke rørt.")
    if mappe.exists():
        shutil.rmtree(mappe)


def slet(mappe: Path) -> None:
    """Remove the cluster and everything in it. The caller holds the lock."""
    stop_efterladte(mappe)
    _slet(mappe)
    _slet(mappe.with_name(mappe.name + ".ny"))
