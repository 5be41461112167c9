"""The wall: a program that reads hostile bytes sees only them, the machine's programs and a little memory.

No network, no database, no store, no folder of ours, no other process, no environment: nothing is mounted
but /usr (read only) and what the caller names. What goes in is the child's stdin, what comes out its
stdout; both live in memory, so nothing is left on a disk when a child is killed. As root the child becomes
nobody. Where the machine allows no such wall, nothing is run at all (OmdanNede).
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rehabteam.dokumenter.omdan.fejl import OmdanFejl, OmdanNede

MB = 1024 * 1024
NOBODY = 65534
USR = ("/lib", "/lib64", "/lib32", "/bin", "/sbin")
ETC = ("/etc/fonts", "/etc/libreoffice", "/etc/alternatives", "/etc/ld.so.cache", "/var/cache/fontconfig")
SKRIVEBORD = "/tmp"  # noqa: S108 - the child's own, in memory
MILJOE = {"PATH": "/usr/bin:/bin", "HOME": SKRIVEBORD, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
FOR_LANGE, FOR_TUNGE = (-signal.SIGXCPU, 128 + signal.SIGXCPU), (-signal.SIGKILL, 128 + signal.SIGKILL)


@dataclass(frozen=True, slots=True)
class Graenser:
    """What one child may use. `sekunder` by the clock, `cpu` in seconds; memory, scratch and answer in bytes."""

    sekunder: float = 30
    cpu: int = 20
    hukommelse: int = 600 * MB
    skrivebord: int = 300 * MB
    svar: int = 200 * MB
    processer: int = 64


@dataclass(frozen=True, slots=True)
class Svar:
    """How the child ended, what it wrote, and the first of what it complained of."""

    kode: int
    ud: bytes
    klage: str


def koer(
    program: Sequence[str],
    ind: bytes,
    graenser: Graenser = Graenser(),
    laes: Mapping[Path, str] | None = None,
) -> Svar:
    """Run `program` behind the wall with `ind` on stdin. `laes`: folders it may read too, and where it sees them.

    Raises OmdanFejl for_langsom or for_tung when the limits stop it, OmdanNede when there is no wall.
    """
    argumenter = maade()(program, graenser, laes or {})
    with _hukommelsesfil("ind") as fil_ind, _hukommelsesfil("ud") as ud, _hukommelsesfil("klage") as klage:
        fil_ind.write(ind)
        fil_ind.seek(0)
        barn = subprocess.Popen(
            argumenter, stdin=fil_ind, stdout=ud, stderr=klage, env={}, cwd="/", start_new_session=True
        )
        try:
            kode = barn.wait(graenser.sekunder)
        except subprocess.TimeoutExpired:
            raise OmdanFejl("for_langsom") from None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(barn.pid, signal.SIGKILL)
            barn.wait()
        if kode in FOR_LANGE:
            raise OmdanFejl("for_langsom")
        if kode in FOR_TUNGE:
            raise OmdanFejl("for_tung")
        ud.seek(0)
        klage.seek(0)
        return Svar(kode, ud.read(graenser.svar), klage.read(2000).decode("utf-8", "replace"))


def _hukommelsesfil(navn: str):
    return os.fdopen(os.memfd_create(f"rehabteam-{navn}"), "w+b", buffering=0)


Maade = Callable[[Sequence[str], Graenser, Mapping[Path, str]], list[str]]


def maade() -> Maade:
    """The first way that holds on this machine. Raises OmdanNede, with what an administrator can do."""
    fundet = _maade()
    if fundet is None:
        _maade.cache_clear()  # a machine may be put right while the site runs
        raise OmdanNede("Der er ingen væg om omdannelsen på denne maskine. Installér bubblewrap.")
    return fundet


@functools.cache
def _maade() -> Maade | None:
    return next((m for m in MAADER if _holder(m)), None)


def _holder(m: Maade) -> bool:
    """Whether a wall of this kind can be built here, and shows no file of the machine and no network."""
    proeve = "test ! -e /etc/passwd && test ! -e /home && test $(grep -c : /proc/net/dev) = 1 && echo mur"
    try:
        svar = subprocess.run(
            m(["/bin/sh", "-c", proeve], Graenser(), {}),
            stdin=subprocess.DEVNULL, capture_output=True, env={}, cwd="/", timeout=10, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired):
        return False
    return svar.returncode == 0 and svar.stdout == b"mur\n"


def _graenset(program: Sequence[str], g: Graenser) -> list[str]:
    return [
        _sti("prlimit"), f"--cpu={g.cpu}", f"--data={g.hukommelse}", f"--as={4 * g.hukommelse}",
        f"--fsize={g.svar}", f"--nproc={g.processer}", "--nofile=256", "--core=0", "--", *program,
    ]  # fmt: skip


def _monteret(g: Graenser, laes: Mapping[Path, str]) -> list[str]:
    """What bubblewrap shows the child: programs, fonts, an empty /tmp of a set size, and nothing else."""
    ud = ["--ro-bind", "/usr", "/usr"]
    for sti in USR:
        if os.path.islink(sti):
            ud += ["--symlink", os.readlink(sti), sti]
        elif os.path.isdir(sti):
            ud += ["--ro-bind", sti, sti]
    for sti in ETC:
        ud += ["--ro-bind-try", sti, sti]
    for fra, til in laes.items():
        ud += ["--ro-bind", str(fra), til]
    ud += [
        "--proc",
        "/proc",
        "--dev",
        "/dev",
        "--perms",
        "1777",
        "--size",
        str(g.skrivebord),
        "--tmpfs",
        SKRIVEBORD,
    ]
    ud += ["--chdir", SKRIVEBORD, "--clearenv"]
    for navn, vaerdi in MILJOE.items():
        ud += ["--setenv", navn, vaerdi]
    return ud


def _sti(program: str) -> str:
    if (sti := shutil.which(program, path="/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin")) is None:
        raise FileNotFoundError(program)
    return sti


def _bwrap(program: Sequence[str], g: Graenser, laes: Mapping[Path, str]) -> list[str]:
    """An ordinary user's wall: a user namespace of its own, in which no more namespaces can be made."""
    ud = [
        _sti("bwrap"), "--unshare-user", "--unshare-all", "--disable-userns", "--die-with-parent", "--new-session",
        "--cap-drop", "ALL", *_monteret(g, laes), "--", *_graenset(program, g),
    ]  # fmt: skip
    return [*_som_nobody(), *ud] if os.geteuid() == 0 else ud


def _bwrap_root(program: Sequence[str], g: Graenser, laes: Mapping[Path, str]) -> list[str]:
    """Root's wall where nobody may make none: built by root, and the child is nobody before it runs."""
    if os.geteuid() != 0:
        raise FileNotFoundError("root")
    return [
        _sti("bwrap"), "--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try",
        "--die-with-parent", "--new-session", *_monteret(g, laes), "--", *_som_nobody(),
        *_graenset(program, g),
    ]  # fmt: skip


def _som_nobody() -> list[str]:
    return [
        _sti("setpriv"), f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--inh-caps=-all",
        "--bounding-set=-all", "--no-new-privs", "--",
    ]  # fmt: skip


MAADER: tuple[Maade, ...] = (_bwrap, _bwrap_root)
