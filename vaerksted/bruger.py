"""Which unprivileged user root hands work to, and how the privileges are dropped."""

from __future__ import annotations

import os
import pwd
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vaerksted.besked import Stop
from vaerksted.sted import er_root

MAGT = ("dac_override", "setuid", "setgid", "kill")


@dataclass(frozen=True)
class Bruger:
    navn: str
    uid: int
    gid: int


def opslag(*navne: str) -> Bruger:
    """The first of the named users that the machine has. Raises Stop when it has none of them."""
    for navn in navne:
        try:
            fundet = pwd.getpwnam(navn)
        except KeyError:
            continue
        return Bruger(navn, fundet.pw_uid, fundet.pw_gid)
    raise Stop(f"Maskinen har ingen af brugerne {', '.join(navne)}. Kør som almindelig bruger i stedet.")


def databasens() -> Bruger:
    """Who runs the private PostgreSQL: ourselves, or for root `postgres`, else `nobody`."""
    return opslag("postgres", "nobody") if er_root() else Bruger("", os.geteuid(), os.getegid())


def som(bruger: Bruger, kommando: Sequence[str], *, ved_vores_doed: str = "") -> list[str]:
    """The command as `bruger`, with no group and no capability kept when we are root.

    `ved_vores_doed` names a signal the command gets if we die, so that a killed `make` leaves nothing behind.
    """
    setpriv = shutil.which("setpriv")
    tilvalg = [f"--pdeathsig={ved_vores_doed}"] if ved_vores_doed else []
    if er_root():
        if setpriv is None:
            raise Stop("Programmet setpriv (pakken util-linux) mangler. Kør som almindelig bruger i stedet.")
        tilvalg += [
            f"--reuid={bruger.uid}",
            f"--regid={bruger.gid}",
            "--clear-groups",
            "--no-new-privs",
            "--bounding-set=-all",
            "--inh-caps=-all",
            "--ambient-caps=-all",
        ]
    if setpriv is None or not tilvalg:
        return list(kommando)
    return [setpriv, *tilvalg, "--", *kommando]


def uden_magt(kommando: Sequence[str]) -> list[str]:
    """The command as ourselves; as root with the powers it needs left, and no way to the others.

    Opening files, the socket's among them; and making nobody of the child that reads what strangers send, and ending
    it (dokumenter/omdan/mur.py): without those no page is drawn and no document is read.
    """
    setpriv = shutil.which("setpriv")
    if not er_root() or setpriv is None:
        return list(kommando)
    magt = f"--bounding-set=-all,{','.join(f'+{navn}' for navn in MAGT)}"
    return [setpriv, "--no-new-privs", "--inh-caps=-all", "--ambient-caps=-all", magt, "--", *kommando]


def laesbar_for_alle(fil: Path) -> bool:
    """Whether any user can run `fil`: every folder above it, links followed, lets others through."""
    try:
        rigtig = fil.resolve(strict=True)
        veje = [*rigtig.parents, *fil.absolute().parents, rigtig]
        return all(vej.stat().st_mode & 0o001 for vej in veje)
    except OSError:
        return False
