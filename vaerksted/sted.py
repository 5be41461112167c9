"""Where things live: the project, and the folder outside git that belongs to this copy of it.

For an ordinary user that folder is `.pg/` in the project. For root it is under /var/lib, since PostgreSQL
refuses to run as root and the user it runs as can often not enter the folder the project lies in.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from vaerksted.besked import Stop

ROD = Path(__file__).resolve().parent.parent
SOKKELNAVN = ".s.PGSQL.5432"
# The kernel's limit for a socket path is 108 bytes with the closing zero.
LAENGSTE_SOKKEL = 107


def er_root() -> bool:
    return os.geteuid() == 0


def maerke(rod: Path = ROD) -> str:
    """Twelve characters that tell this project folder from every other on the machine."""
    return hashlib.sha256(os.fsencode(rod)).hexdigest()[:12]


@dataclass(frozen=True)
class Sted:
    """The folders of one copy of the project, for the user that runs it."""

    rod: Path
    privat: Path
    venv: Path
    klynge: Path
    proeveklynge: Path
    maaleklynge: Path
    dokumenter: Path
    statisk: Path
    hemmelig: Path
    log: Path


def sted(rod: Path = ROD) -> Sted:
    """The folders as they should be; makes nothing."""
    privat = Path("/var/lib/rehabteam", maerke(rod)) if er_root() else rod / ".pg"
    return Sted(
        rod=rod,
        privat=privat,
        venv=privat / "venv" if er_root() else rod / ".venv",
        klynge=privat / "pg",
        proeveklynge=privat / "pg-proeve",
        maaleklynge=privat / "pg-maaling",
        dokumenter=privat / "dokumenter",
        statisk=privat / "statisk",
        hemmelig=privat / "hemmelig.json",
        log=privat / "log",
    )


def klargoer(s: Sted) -> None:
    """Make the private folder, and refuse one that someone else has put there.

    Raises Stop when it is a link or belongs to another user.
    """
    # Root's is passed through by the database's user; what is secret in it is closed by itself.
    mode = 0o755 if er_root() else 0o700
    s.privat.mkdir(mode=mode, parents=True, exist_ok=True)
    egen_mappe(s.privat)
    for mappe in (s.log, s.dokumenter):
        mappe.mkdir(mode=0o700, exist_ok=True)


def egen_mappe(mappe: Path, uid: int | None = None) -> None:
    """Raise Stop unless `mappe` is a real folder (no link) owned by `uid` (default: ourselves)."""
    hvad = mappe.lstat()
    if not stat.S_ISDIR(hvad.st_mode) or hvad.st_uid != (os.geteuid() if uid is None else uid):
        raise Stop(
            f"Mappen {mappe} findes allerede og tilhører en anden bruger. "
            "Den bliver ikke brugt. Fjern den eller bed dens ejer om det, og prøv igen."
        )


def sokkelmappe(klynge: Path, uid: int, gid: int) -> Path:
    """A short folder for one cluster's socket, 0700 and owned by `uid`.

    Root's lies beside the cluster, where only root can write. An ordinary user's project can lie too deep,
    so it is in /tmp; there anyone can make a folder of that name first, and such a one is refused (Stop).
    """
    if er_root():
        mappe = klynge.with_name(klynge.name + "-sokkel")
    else:
        mappe = Path(f"/tmp/rehabteam-{uid}-{maerke(klynge)}")  # noqa: S108
    try:
        mappe.mkdir(mode=0o700)
    except FileExistsError:
        egen_mappe(mappe, mappe.lstat().st_uid if er_root() else uid)
    if er_root():
        os.chown(mappe, uid, gid, follow_symlinks=False)
    mappe.chmod(0o700)
    if len(os.fsencode(mappe / SOKKELNAVN)) > LAENGSTE_SOKKEL:
        raise Stop(f"Stien til databasens sokkel er for lang: {mappe / SOKKELNAVN}")
    return mappe


def toem(mappe: Path) -> None:
    """Remove all that is in the folder, never through a link out of it."""
    egen_mappe(mappe)
    for barn in mappe.iterdir():
        if barn.is_dir() and not barn.is_symlink():
            shutil.rmtree(barn)
        else:
            barn.unlink()
