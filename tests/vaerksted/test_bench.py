"""The twin without walls lives in bench/ alone: no setting of the product turns walls or log off."""

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

from django.conf import settings

from vaerksted.sted import ROD

KODE = ROD / "src" / "rehabteam"
VAERN = ["rehabteam.web.vaern.EnTransaktion", "rehabteam.web.vaern.Adgang"]
# What the guard, the rights, the context and the log may ask the configuration about: who, when and where, never whether.
MAA_SPOERGE = {"DEMO", "DEMODAG", "TIME_ZONE", "LOGIN_URL", "SECRET_KEY", "ROLLEPRAEFIKS"}
MUREN = ("web/vaern.py", "web/ret.py", "sager/adgang/*.py", "handlinger/handling.py")
# What has a setting of its own there, and is no wall: where the seal's key and witness lie, how long the log is kept.
LOGGENS = {"LOGVIDNE", "LOGNOEGLE", "LOGMAANEDER", "DATABASES"}


def _spurgt(fil: Path) -> set[str]:
    """The names of the settings a file reads."""
    return {
        n.attr
        for n in ast.walk(ast.parse(fil.read_text("utf-8")))
        if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name) and n.value.id == "settings"
    }


def test_muren_spoerger_ikke_om_den_skal_staa() -> None:
    filer = [f for m in MUREN for f in KODE.glob(m)]
    assert len(filer) > 15
    for fil in filer:
        for_meget = _spurgt(fil) - MAA_SPOERGE - (LOGGENS if "sager/adgang" in fil.as_posix() else set())
        assert not for_meget, f"{fil.relative_to(KODE)}: {for_meget}"


def test_ingen_variabel_fjerner_vaern_eller_log() -> None:
    """Every variable the product reads, set to what would turn a thing off or on: the guard stands as it stood."""
    kendte = {
        n for f in KODE.rglob("*.py") for n in re.findall(r"REHABTEAM_[A-Z_]+[A-Z]", f.read_text("utf-8"))
    }
    assert len(kendte) > 15
    spoerg = (
        "import json; from rehabteam.opsaetning import base as b; "
        "print(json.dumps([b.MIDDLEWARE, b.DATABASES['default']['ENGINE']]))"
    )
    rent = {k: v for k, v in os.environ.items() if not k.startswith("REHABTEAM_")}
    tal = {"REHABTEAM_LOGMAANEDER": "6", "REHABTEAM_MELLEMLED": "1", "REHABTEAM_HVILE_MINUTTER": "5"}
    ikke = {"REHABTEAM_DEMODAG", "REHABTEAM_INDGANGE", "REHABTEAM_DB_WEB", "REHABTEAM_DB_VEDLIGEHOLD"}
    svar = []
    for vaerdi in ("", "0", "1"):
        sat = {n: tal.get(n, vaerdi) for n in kendte - ikke}
        koert = subprocess.run([sys.executable, "-c", spoerg], env=rent | sat, capture_output=True, text=True)
        assert koert.returncode == 0, koert.stderr
        svar.append(json.loads(koert.stdout))
    assert all(s == [settings.MIDDLEWARE, settings.DATABASES["default"]["ENGINE"]] for s in svar)
    assert [m for m in settings.MIDDLEWARE if "vaern" in m] == VAERN


def test_tvillingen_bor_kun_i_bench() -> None:
    for fil in KODE.rglob("*.py"):
        assert "tvilling" not in fil.read_text("utf-8").lower() or "demo" in fil.parts, fil
        assert not re.search(r"^\s*(from|import) bench\b", fil.read_text("utf-8"), re.M), fil
