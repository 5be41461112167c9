"""An environment beside the program's own, for a tool whose packages have no business among ours."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from vaerksted import miljoe, proces, system
from vaerksted.besked import sig
from vaerksted.sted import Sted


def klar(s: Sted, venv: Path, laas: str, *, hvad: str) -> Path:
    """Make `venv` from requirements/`laas`, anew when the lock changes; returns its Python. Raises Stop."""
    krav = s.rod / "requirements" / laas
    python, stempel = venv / "bin" / "python", venv / "stempel"
    oensket = miljoe.aftryk([krav, str(system.python())])
    if not (stempel.is_file() and stempel.read_text("ascii") == oensket and os.access(python, os.X_OK)):
        sig(f"Henter {hvad} (kun første gang) …")
        shutil.rmtree(venv, ignore_errors=True)
        env = miljoe.omgivelser(s)
        fejl = f"Miljøet til {hvad} kunne ikke laves."
        proces.trin([system.python(), "-m", "venv", venv], env=env, cwd=s.rod, fejl=fejl)
        pip = [python, "-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"]
        proces.trin([*pip, "--require-hashes", "-r", krav], env=env, cwd=s.rod, fejl=miljoe.INTET_NET)
        stempel.write_text(oensket, "ascii")
    return python
