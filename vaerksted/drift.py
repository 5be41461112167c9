"""`make run`: from a bare clone to a site in the browser, and back to nothing running on Ctrl-C."""

from __future__ import annotations

import errno
import http.client
import os
import signal
import socket
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path

from vaerksted import bruger, database, klynge, miljoe, proces, sted, system
from vaerksted.besked import Stop, sig
from vaerksted.laas import laas

VAERT = "127.0.0.1"
KOERER = "make run kører allerede for denne mappe (proces {pid}). Brug den, eller stop den med Ctrl-C først."
OPSAETTER = "En anden make er ved at gøre klar i denne mappe (proces {pid}). Venter på den …"
# Reading a long bundle of documents may take a while; a hung worker is ended after this many seconds.
TAALMODIGHED = 90


def port() -> int:
    """The port asked for with `make run PORT=…`, else 8000. Raises Stop when it is no port."""
    tekst = os.environ.get("PORT") or "8000"
    if not (tekst.isascii() and tekst.isdigit() and 1 <= int(tekst) <= 65535):
        raise Stop(f"PORT skal være et tal mellem 1 og 65535, ikke »{tekst}«.")
    return int(tekst)


def kraev_ledig(nummer: int) -> None:
    """Raise Stop when the port cannot be used."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as proeve:
        proeve.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proeve.bind((VAERT, nummer))
        except OSError as fejl:
            if fejl.errno == errno.EACCES:
                raise Stop(f"Port {nummer} kræver særlige rettigheder. Vælg en over 1023.") from fejl
            raise Stop(
                f"Port {nummer} er optaget af et andet program. Stop det, eller vælg en anden port, "
                f"for eksempel: make run PORT={nummer + 1}"
            ) from fejl


def koer() -> int:
    """Set up what is missing, serve until Ctrl-C. Returns the exit code."""
    nummer = port()
    s = sted.sted()
    sted.klargoer(s)
    with laas(s.privat / "drift.laas", optaget=KOERER):
        kraev_ledig(nummer)
        system.kraev(database=not database.anden())
        system.skaf_det_undvaerlige()
        with laas(s.privat / "opsaetning.laas", optaget=OPSAETTER, vent=True):
            miljoe.klar(s)
        database.dokumenter(s).mkdir(mode=0o700, exist_ok=True)
        _begynd_paa_frisk(s)
        with database.admin(s, varig=True) as admin:
            _goer_klar(s, admin)
            kode = _vis(s, database.site(s, admin), nummer)
    return kode


def _undervejs(s: sted.Sted) -> Path:
    """Stands from the cluster is first made until the demo is whole in it."""
    return s.privat / "demo-undervejs"


def _begynd_paa_frisk(s: sted.Sted) -> None:
    """Clear away a first run that was cut off: nobody can have entered anything in it yet."""
    if database.anden():
        return
    if _undervejs(s).exists():
        sig("Sidste gang blev afbrudt, før demoen var klar. Begynder forfra.")
        klynge.slet(s.klynge)
        sted.toem(s.dokumenter)
    if not s.klynge.exists():
        _undervejs(s).touch()


def _goer_klar(s: sted.Sted, admin: str) -> None:
    """Roles, database, migrations, demo and static files."""
    env = database.opsaetning(s, admin)
    rehabteam = s.rod / ".venv" / "bin" / "rehabteam"
    sig("Gør databasen klar …")
    proces.trin(
        [rehabteam, "database", "klargoer"], env=env, cwd=s.rod, fejl="Databasen kunne ikke gøres klar."
    )
    sig("Ser efter demodata (første gang laves de, det tager lidt tid) …")
    demo = [rehabteam, "demo", "indlaes"]
    if besked := proces.trin(demo, env=env, cwd=s.rod, fejl="Demodata kunne ikke indlæses.").strip():
        sig(besked)
    _undervejs(s).unlink(missing_ok=True)
    miljoe.saml_statisk(s, env)


def _vis(s: sted.Sted, env: dict[str, str], nummer: int) -> int:
    kommando = [
        *(str(miljoe.python(s)), "-m", "gunicorn", "rehabteam.opsaetning.wsgi:application"),
        *("--bind", f"{VAERT}:{nummer}", "--workers", "2"),
        # Threads: a browser opens connections it may never use, and each would hold a whole worker.
        *("--worker-class", "gthread", "--threads", "4"),
        *("--timeout", str(TAALMODIGHED), "--graceful-timeout", "5"),
        *("--log-level", "warning", "--no-control-socket"),
    ]

    # What a page orders and a request is too short for. Begun when the site answers, not in its way.
    rehabteam = [str(miljoe.python(s)), "-m", "rehabteam.cli.hoved"]
    arbejdere = [[*rehabteam, "import", "koer"], [*rehabteam, "dokumenter", "arbejd"]]

    def meld(server: subprocess.Popen[bytes]) -> None:
        logins = proces.trin(
            [s.rod / ".venv" / "bin" / "rehabteam", "demo", "logins"],
            env=env,
            cwd=s.rod,
            fejl="Demoens brugere kunne ikke vises.",
        )
        _vent_paa(server, nummer)
        for arbejder in arbejdere:
            ved_siden.enter_context(proces.ved_siden_af(bruger.uden_magt(arbejder), env=env, cwd=s.rod))
        sig(f"\n{logins.rstrip()}\n")
        if not env["REHABTEAM_CLAMD"]:
            sig("Slået fra i denne opsætning: virusscanner. REHABTEAM_CLAMD er adressen på en clamd.")
        sig(f"Rehabteam kører på http://{VAERT}:{nummer}/ - stop med Ctrl-C.")

    try:
        with ExitStack() as ved_siden:
            kode = proces.koer(
                bruger.uden_magt(kommando), env=env, cwd=s.rod, stop_signal=signal.SIGTERM, naar_startet=meld
            )
    except KeyboardInterrupt:
        sig("\nStopper …")
        return 0
    raise Stop(f"Webserveren stoppede af sig selv (kode {kode}). Se beskeden ovenfor.")


def _vent_paa(server: subprocess.Popen[bytes], nummer: int, sekunder: float = 60) -> None:
    slut = time.monotonic() + sekunder
    while server.poll() is None and time.monotonic() < slut:
        # The port is open before the program behind it has started, so a page is asked for.
        side = http.client.HTTPConnection(VAERT, nummer, timeout=sekunder)
        try:
            side.request("GET", "/")
            side.getresponse().read()
        except (OSError, http.client.HTTPException):
            time.sleep(0.05)
        else:
            return
        finally:
            side.close()
    raise Stop("Webserveren kom ikke i gang. Se beskeden ovenfor.")


def forfra() -> int:
    """`make demo-reset`: remove this copy's database and documents, so that the next run starts over."""
    s = sted.sted()
    sted.klargoer(s)
    with laas(s.privat / "drift.laas", optaget=KOERER):
        if database.anden():
            system.kraev(database=False)
            with laas(s.privat / "opsaetning.laas", optaget=OPSAETTER, vent=True):
                miljoe.klar(s)
            proces.trin(
                [miljoe.python(s), "-m", "vaerksted.slet_database"],
                env=database.opsaetning(s, database.anden()),
                cwd=s.rod,
                fejl="Databasen kunne ikke slettes.",
            )
        else:
            klynge.slet(s.klynge)
            _undervejs(s).unlink(missing_ok=True)
        if database.dokumenter(s).exists():
            sted.toem(database.dokumenter(s))
    sig("Demoens database og dokumenter er slettet. Næste make run begynder forfra.")
    return 0
