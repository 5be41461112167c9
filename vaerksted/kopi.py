"""Root's tests: the working tree is handed to an ordinary user, and the same command runs there.

Root never writes into the copy itself: the files go through a pipe to a `tar` that runs as the other user,
and pictures come back the same way.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from vaerksted import bruger, miljoe, proces, sted, system
from vaerksted.besked import Stop, sig

# Git leaves these alone, but the program needs them and the copy fetches nothing.
FAERDIGT = ("node_modules", "src/rehabteam/web/static/npm", f"{miljoe.MODPART}/node_modules")
UDENFOR = {".git", ".venv", ".pg", "node_modules", "__pycache__", "billeder", ".hypothesis"}
# Unpack over nothing old, then let git know the files, since some tests ask it for the list.
PAK_UD = (
    "set -e; find . -mindepth 1 -maxdepth 1 ! -name .venv ! -name .pg -exec rm -rf -- {} +; "
    "tar -xf -; git init -q; git add -A"
)


def filer(rod: Path) -> Iterator[Path]:
    """The working tree's own files, relative: what git knows and what it would take in."""
    svar = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=rod,
        capture_output=True,
        check=False,
    )
    if svar.returncode == 0:
        yield from sorted({Path(os.fsdecode(n)) for n in svar.stdout.split(b"\0") if n})
        return
    yield from _alle(rod, rod)


def _alle(rod: Path, under: Path) -> Iterator[Path]:
    for mappe, mapper, navne in os.walk(under):
        mapper[:] = sorted(m for m in mapper if under != rod or m not in UDENFOR)
        for navn in sorted(navne):
            yield (Path(mappe) / navn).relative_to(rod)


def pak(rod: Path, ud: IO[bytes]) -> None:
    """Write the tree as a tar stream: plain files only, owned by nobody in particular."""
    with tarfile.open(fileobj=ud, mode="w|", format=tarfile.PAX_FORMAT) as arkiv:
        faerdige = [f for m in FAERDIGT if (rod / m).is_dir() for f in _alle(rod, rod / m)]
        for fil in [*filer(rod), *faerdige]:
            hel = rod / fil
            if hel.is_symlink() or not hel.is_file():
                continue
            post = arkiv.gettarinfo(str(hel), arcname=fil.as_posix())
            post.mode = 0o755 if post.mode & 0o100 else 0o644
            post.uid = post.gid = 0
            post.uname = post.gname = ""
            # A file with several names is written out each time: the other name may not be in the copy.
            post.type, post.linkname, post.size = tarfile.REGTYPE, "", hel.stat().st_size
            with hel.open("rb") as indhold:
                arkiv.addfile(post, indhold)


def koer_som_almindelig(s: sted.Sted, maal: str) -> int:
    """Copy the tree, run `make`'s command there as `nobody`, bring pictures back; returns its exit code."""
    hvem = bruger.opslag("nobody")
    kopi = s.privat / "proeve"
    try:
        kopi.mkdir(mode=0o700)
        os.chown(kopi, hvem.uid, hvem.gid)
    except FileExistsError:
        sted.egen_mappe(kopi, hvem.uid)
    sig(f"Prøverne køres som den almindelige bruger {hvem.navn} i en kopi af projektet: {kopi}")
    with tempfile.TemporaryDirectory(prefix="rehabteam-hjem-") as hjem:
        os.chown(hjem, hvem.uid, hvem.gid)
        env = _omgivelser(s, hvem, hjem)
        _kopier(s.rod, kopi, hvem, env)
        kode = proces.koer(
            bruger.som(hvem, [str(system.python()), "-m", "vaerksted", maal], ved_vores_doed="TERM"),
            env=env,
            cwd=kopi,
            stop_signal=signal.SIGINT,
        )
        if maal == "billeder":
            _hent_billeder(kopi, s.rod, hvem, env)
    return kode


def _omgivelser(s: sted.Sted, hvem: bruger.Bruger, hjem: str) -> dict[str, str]:
    """Our environment without what leads into root's own folders."""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("MAKE", "XDG_", "SUDO_", "PYTHON"))}
    mapper = [Path(m) for m in env.get("PATH", os.defpath).split(os.pathsep) if m]
    aabne = [str(m) for m in mapper if m.is_absolute() and bruger.laesbar_for_alle(m)]
    env["PATH"] = os.pathsep.join(aabne)
    env |= {"HOME": hjem, "USER": hvem.navn, "LOGNAME": hvem.navn, "PYTHONUTF8": "1"}
    env[miljoe.GRUNDLAG] = str(miljoe.pakkemappe(s))
    return env


def _kopier(rod: Path, kopi: Path, hvem: bruger.Bruger, env: dict[str, str]) -> None:
    modtager = subprocess.Popen(
        bruger.som(hvem, ["/bin/sh", "-c", PAK_UD], ved_vores_doed="TERM"),
        cwd=kopi,
        env=env,
        stdin=subprocess.PIPE,
    )
    assert modtager.stdin is not None
    try:
        with modtager.stdin as ud:
            pak(rod, ud)
    except BrokenPipeError:
        pass  # The receiver says below why it ended.
    if modtager.wait():
        raise Stop(f"Projektet kunne ikke kopieres til {kopi}.")


def _hent_billeder(kopi: Path, rod: Path, hvem: bruger.Bruger, env: dict[str, str]) -> None:
    """Bring the pictures home: only plain files, only into the project's picture folder."""
    if not (kopi / "billeder").is_dir():
        return
    afsender = subprocess.Popen(
        bruger.som(hvem, ["tar", "-cf", "-", "billeder"]), cwd=kopi, env=env, stdout=subprocess.PIPE
    )
    assert afsender.stdout is not None
    with afsender.stdout as ind, tarfile.open(fileobj=ind, mode="r|") as arkiv:
        for post in arkiv:
            navn = PurePosixPath(post.name)
            indhold = arkiv.extractfile(post) if post.isreg() else None
            if indhold is None or ".." in navn.parts or navn.parts[0] != "billeder":
                continue
            maal = rod / navn
            maal.parent.mkdir(parents=True, exist_ok=True)
            maal.write_bytes(indhold.read())
    afsender.wait()
