"""The process that reads hostile files: its limits hold, and whatever stops it is a refusal."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from rehabteam.dokumenter import barn
from rehabteam.dokumenter.modtag import Afvist, undersoeg
from rehabteam.dokumenter.omdan.fejl import OmdanNede
from tests.dokumenter import korpus
from tests.dokumenter.uden_mur import hurtigt

__all__ = ["hurtigt"]

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


SPEJDER = """
import json, os, socket, sys
def kan(goer):
    try:
        goer()
        return True
    except OSError:
        return False
sys.stdin.buffer.read()
ser = {sti: os.path.exists(sti) for sti in ("/etc/passwd", "/home", "/work", "/root", "/run/postgresql")}
net = kan(lambda: socket.create_connection(("127.0.0.1", PORT), 1))
print(json.dumps({"sider": 1, "ser": ser, "net": net, "env": sorted(os.environ), "bruger": os.getuid()}))
"""


@pytest.mark.langsom
def test_hvor_der_er_en_mur_er_barnet_bag_den(monkeypatch: pytest.MonkeyPatch) -> None:
    """No network, not even this machine's own; no file but the machine's programs; nobody's name."""
    if barn._kan_mures() is None:
        pytest.skip("der kan ikke bygges en mur på denne maskine (bubblewrap)")
    with socket.create_server(("127.0.0.1", 0)) as lytter, tempfile.TemporaryDirectory() as mappe:
        program = SPEJDER.replace("PORT", str(lytter.getsockname()[1]))
        Path(mappe, "__main__.py").write_text(program)
        os.chmod(mappe, 0o755)
        monkeypatch.setattr(barn, "BARN", Path(mappe))
        svar = barn.svar("pdf", b"x")
        monkeypatch.setattr(barn, "_kan_mures", lambda: None)
        uden = barn.svar("pdf", b"x")
    assert not any(svar["ser"].values()) and svar["net"] is False  # type: ignore[attr-defined]
    assert "REHABTEAM_HEMMELIG" not in svar["env"] and svar["bruger"] != 0  # type: ignore[operator]
    assert uden["net"] is True  # the positive control


@pytest.mark.langsom
def test_en_maskine_med_for_travlt_afviser_og_gaar_ikke_uden_om_muren(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if barn._kan_mures() is None:
        pytest.skip("der kan ikke bygges en mur på denne maskine (bubblewrap)")

    def travl(*_: object) -> None:
        raise OmdanNede("Maskinen har for travlt.")

    monkeypatch.setattr(barn.mur, "koer", travl)
    with pytest.raises(Afvist, match="for travlt"):
        undersoeg("a.pdf", PDF)
