"""The ways to build the wall, best first. Each makes the argument list that runs a program behind it.

What the program sees is the same in all: /usr read only, fonts, the folders named, a /tmp in memory, its own
processes. No network, no other file, no capability, no new namespace.
"""

from __future__ import annotations

import atexit
import functools
import os
import shlex
import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from rehabteam.dokumenter.omdan.graenser import MB, Graenser

NOBODY = 65534
VORES = Path(__file__).parents[1]
USR = ("/lib", "/lib64", "/lib32", "/bin", "/sbin")
ETC = ("/etc/fonts", "/etc/libreoffice", "/etc/alternatives", "/etc/ld.so.cache", "/var/cache/fontconfig")
SKRIVEBORD = "/tmp"  # noqa: S108 - the child's own, in memory
MILJOE = {"PATH": "/usr/bin:/bin", "HOME": SKRIVEBORD, "LC_ALL": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}
INGEN_RET = ("--inh-caps=-all", "--bounding-set=-all", "--no-new-privs")

Maade = Callable[[Sequence[str], Graenser, Mapping[Path, str]], list[str]]


def bwrap(program: Sequence[str], g: Graenser, laes: Mapping[Path, str]) -> list[str]:
    """An ordinary user's wall: a user namespace of its own, in which no more namespaces can be made."""
    root = os.geteuid() == 0
    if root:
        laes = {_for_enhver(fra): til for fra, til in laes.items()}
    ud = [_sti("bwrap"), "--unshare-user", "--unshare-all", "--disable-userns", "--cap-drop", "ALL"]
    ud += [*_vist(g, laes), "--", *_graenset(program, g)]
    return [*_som_nobody(), *ud] if root else ud


def unshare(program: Sequence[str], g: Graenser, laes: Mapping[Path, str]) -> list[str]:
    """The same without bubblewrap, by the tools every Linux has."""
    root = os.geteuid() == 0
    ud = [_sti("timeout"), "-s", "KILL", f"{g.sekunder + 5}", _sti("unshare")]
    ud += [] if root else ["--user", "--map-root-user"]
    ud += ["--mount", "--net", "--ipc", "--pid", "--uts", "--cgroup", "--fork", "--kill-child"]
    ingen = _som_nobody() if root else [_sti("setpriv"), *INGEN_RET, "--"]
    return [*ud, "/bin/sh", "-euc", _rod(g, laes), "sh", *ingen, *_graenset(program, g)]


def _graenset(program: Sequence[str], g: Graenser) -> list[str]:
    """Limits, and the first to go if the machine runs out of memory."""
    ud = [_sti("prlimit"), f"--cpu={g.cpu}:{g.cpu + 1}", f"--data={g.hukommelse}", f"--as={4 * g.hukommelse}"]
    ud += [f"--fsize={g.svar}", f"--nproc={g.processer}", f"--nofile={g.filer}", "--core=0", "--"]
    return [*ud, _sti("choom"), "-n", "1000", "--", _sti("nice"), "-n", str(g.venlig), *program]


def _som_nobody() -> list[str]:
    return [_sti("setpriv"), f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", *INGEN_RET, "--"]


def _vist(g: Graenser, laes: Mapping[Path, str]) -> list[str]:
    ud = ["--die-with-parent", "--new-session", "--ro-bind", "/usr", "/usr"]
    for sti in USR:
        if os.path.islink(sti):
            ud += ["--symlink", os.readlink(sti), sti]
        elif os.path.isdir(sti):
            ud += ["--ro-bind", sti, sti]
    for sti in ETC:
        ud += ["--ro-bind-try", sti, sti]
    for fra, til in laes.items():
        ud += ["--ro-bind", str(fra), til]
    ud += ["--proc", "/proc", "--dev", "/dev", "--perms", "1777", "--size", str(g.skrivebord)]
    ud += ["--tmpfs", SKRIVEBORD, "--remount-ro", "/dev", "--remount-ro", "/"]
    ud += ["--chdir", SKRIVEBORD, "--clearenv"]
    for navn, vaerdi in MILJOE.items():
        ud += ["--setenv", navn, vaerdi]
    return ud


def _rod(g: Graenser, laes: Mapping[Path, str]) -> str:
    """The script that builds the child's root on /sys, in a mount namespace of its own, and moves in."""
    linjer = ["mount --make-rprivate /", f"mount -t tmpfs -o mode=755,size={MB} rod /sys"]
    for sti in USR:
        if os.path.islink(sti):
            linjer.append(f"ln -s {shlex.quote(os.readlink(sti))} /sys{sti}")
    vises = {Path("/usr"): "/usr"} | {Path(s): s for s in USR if os.path.isdir(s) and not os.path.islink(s)}
    vises |= {Path(s): s for s in ETC if os.path.exists(s)} | dict(laes)
    for fra, til in vises.items():
        her, der = shlex.quote(str(fra)), shlex.quote(f"/sys{til}")
        if fra.is_file():
            linjer += [f"mkdir -p {shlex.quote(f'/sys{os.path.dirname(til)}')}", f": > {der}"]
        else:
            linjer.append(f"mkdir -p {der}")
        linjer += [f"mount --rbind {her} {der}", f"mount -o remount,bind,ro,nosuid {der}"]
    linjer.append("mkdir -p /sys/dev /sys/proc")
    for navn in ("null", "zero", "full", "random", "urandom"):
        linjer += [f": > /sys/dev/{navn}", f"mount --bind /dev/{navn} /sys/dev/{navn}"]
    linjer += [
        "mount -t proc -o nosuid,nodev,noexec proc /sys/proc",
        f"mkdir -p /sys{SKRIVEBORD}",
        f"mount -t tmpfs -o mode=1777,nosuid,nodev,size={g.skrivebord} skrivebord /sys{SKRIVEBORD}",
        "mount -o remount,bind,ro /sys",
        "cd /sys",
    ]
    miljoe = " ".join(shlex.quote(f"{n}={v}") for n, v in MILJOE.items())
    return "\n".join([*linjer, f'exec chroot /sys /usr/bin/env -i -C {SKRIVEBORD} {miljoe} "$@"'])


@functools.cache
def _for_enhver(mappe: Path) -> Path:
    """One of our own folders, or a copy of it where the project lies where only root may come: the child is nobody."""
    if VORES not in mappe.parents or all(vej.stat().st_mode & 0o001 for vej in mappe.parents):
        return mappe
    kopi = Path(tempfile.mkdtemp(prefix="rehabteam-"))
    atexit.register(_fjern, kopi, os.getpid())
    shutil.copytree(mappe, kopi / mappe.name, copy_function=shutil.copyfile)
    for vej in (kopi, *kopi.rglob("*")):
        vej.chmod(0o755 if vej.is_dir() else 0o644)
    return kopi / mappe.name


def _fjern(kopi: Path, hvis: int) -> None:
    if os.getpid() == hvis:  # not when a process forked from the one that made it ends
        shutil.rmtree(kopi, ignore_errors=True)


def _sti(program: str) -> str:
    if (sti := shutil.which(program, path="/usr/bin:/bin:/usr/sbin:/sbin")) is None:
        raise FileNotFoundError(program)
    return sti


MAADER: tuple[Maade, ...] = (bwrap, unshare)
