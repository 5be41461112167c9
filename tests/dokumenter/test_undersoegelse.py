"""The process that reads hostile files: its limits hold, and whatever stops it is a refusal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from rehabteam.dokumenter import barn
from rehabteam.dokumenter.modtag import Afvist, undersoeg
from tests.dokumenter import korpus

PDF = korpus.pdf()
MB = 1024


def test_barnet_har_graenser_og_kender_ikke_programmet() -> None:
    """The real child, asked about its own limits."""
    proev = (
        "import runpy, resource, sys\n"
        f"m = runpy.run_path({str(barn.BARN)!r})\n"
        "m['saet_graenser']()\n"
        "g = lambda n: resource.getrlimit(getattr(resource, n))[0]\n"
        "print(g('RLIMIT_CPU'), g('RLIMIT_DATA'), g('RLIMIT_FSIZE'), 'django' in sys.modules, "
        "any(n.startswith('rehabteam') for n in sys.modules))\n"
        "try:\n    bytearray(400 * 1024 * 1024)\nexcept MemoryError:\n    print('nej')\n"
    )
    svar = subprocess.run([sys.executable, "-I", "-c", proev], capture_output=True, text=True, check=True)
    assert svar.stdout.split() == ["5", str(300 * 1024 * 1024), "0", "False", "False", "nej"]


@pytest.mark.parametrize(
    "program",
    [
        "while True: pass",
        "x = [bytearray(10**6) for _ in range(10**6)]",
        "import os; os.abort()",
        "raise SystemExit(3)",
        "print('ikke json')",
        'print(\'{"afvist": "findes_ikke"}\')',
    ],
)
def test_et_barn_der_loeber_loebsk_er_en_afvisning(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program_fil = tmp_path / "barn.py"
    graenser = "import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 1))\n"
    graenser += "resource.setrlimit(resource.RLIMIT_DATA, (10**8, 10**8))\n"
    program_fil.write_text(graenser + program)
    monkeypatch.setattr(barn, "BARN", program_fil)
    with pytest.raises(Afvist) as afvist:
        undersoeg("a.pdf", PDF)
    assert afvist.value.kode in ("for_tung", "beskadiget")


def test_et_barn_der_staar_stille_standses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program_fil = tmp_path / "barn.py"
    program_fil.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(barn, "BARN", program_fil)
    monkeypatch.setattr(barn, "SEKUNDER", 1)
    with pytest.raises(Afvist, match="for tung"):
        undersoeg("a.pdf", PDF)


def fuld_pdf() -> bytes:
    """48 MB that cannot be packed."""

    def goer(doc: pikepdf.Pdf) -> None:
        for nr in range(48):
            doc.pages[0].Resources[f"/X{nr}"] = pikepdf.Stream(doc, os.urandom(1_000_000))

    return korpus.pdf(1, goer)


TUNGE: dict[str, tuple[str, Callable[[], bytes]]] = {
    "fuld pdf": ("pdf", fuld_pdf),
    "2000 sider": ("pdf", lambda: korpus.pdf(2000)),
    "jpeg med hale": ("jpeg", lambda: korpus.billede(stoerrelse=(8000, 5000)) + bytes(45_000_000)),
    "jpeg i lag": (
        "jpeg",
        lambda: korpus.billede(stoerrelse=(8000, 5000), progressive=True, subsampling=0, quality=95),
    ),
    "png": ("png", lambda: korpus.billede("PNG", (8000, 5000))),
}


@pytest.mark.parametrize("navn", TUNGE)
def test_selv_de_tungeste_lovlige_filer_holder_sig_under_graensen(navn: str) -> None:
    slags, lav = TUNGE[navn]
    proev = (
        "import runpy, sys\n"
        f"runpy.run_path({str(barn.BARN)!r}, run_name='__main__')\n"
        "print(*(linje for linje in open('/proc/self/status') if linje.startswith('VmHWM')))\n"
    )
    svar = subprocess.run(
        [sys.executable, "-I", "-c", proev, slags], input=lav(), capture_output=True, check=True
    )
    dele = svar.stdout.decode().split()
    assert "afvist" not in svar.stdout.decode()
    assert int(dele[-2]) < 300 * MB
