"""The bar of `rehabteam vurder`: on a terminal only, as wide as there is room for, and gone again at the end."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from rehabteam.cli.fremskridt import Fremskridt, tal, varighed

GOD = b'{"id":"%d","regel":"bek2408.par19","fakta":{}}\n'
VURDER = (sys.executable, "-m", "rehabteam.cli.hoved", "vurder")


def paa_terminal(
    *argumenter: str, kolonner: int, ud: Path | None, ind: int = subprocess.DEVNULL
) -> tuple[int, str]:
    """Run vurder with a terminal of that width as standard error; its answers to a file, or to the terminal too."""
    mester, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, kolonner, 0, 0))
    stdout = slave if ud is None else os.open(ud, os.O_WRONLY | os.O_CREAT)
    proces = subprocess.Popen([*VURDER, *argumenter], stdin=ind, stdout=stdout, stderr=slave)
    os.close(slave)
    set_ = b""
    while True:
        try:
            stykke = os.read(mester, 65536)
        except OSError:
            break
        if not stykke:
            break
        set_ += stykke
    os.close(mester)
    if ud is not None:
        os.close(stdout)
    return proces.wait(timeout=60), set_.decode()


def skaerm(bytes_: str, kolonner: int) -> list[str]:
    """The lines a terminal of that width would show in the end."""
    linjer, sted = [[" "] * kolonner], 0
    for tegn in bytes_:
        if tegn == "\r":
            sted = 0
        elif tegn == "\n":
            linjer.append([" "] * kolonner)
        else:
            assert sted < kolonner, "the line is wider than the terminal"
            linjer[-1][sted] = tegn
            sted += 1
    return ["".join(linje).rstrip() for linje in linjer]


@pytest.mark.parametrize("kolonner", [40, 80, 200])
def test_bjaelken_naar_svarene_gaar_til_en_fil(tmp_path: Path, kolonner: int) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(GOD % n for n in range(6000)))
    (tmp_path / "b.jsonl").write_bytes(b"".join(GOD % n for n in range(6000)))
    filer = [str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl")]
    kode, set_ = paa_terminal(*filer, kolonner=kolonner, ud=tmp_path / "svar")
    assert kode == 0
    assert (tmp_path / "svar").read_bytes().count(b"\n") == 12_000
    procenter = [int(p) for p in re.findall(r"(\d+) %", set_)]
    assert procenter[0] == 0 and procenter == sorted(procenter)
    assert "█" in set_ and "tilbage" in set_ and ("linjer/s" in set_) == (kolonner > 40)
    assert skaerm(set_, kolonner) == [""], "the bar is rubbed out"


def test_et_hjul_naar_spoergsmaalene_kommer_gennem_et_roer(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"".join(GOD % n for n in range(500)))
    with subprocess.Popen(["cat", str(tmp_path / "a.jsonl")], stdout=subprocess.PIPE) as kilde:
        assert kilde.stdout is not None
        kode, set_ = paa_terminal("-", kolonner=40, ud=tmp_path / "svar", ind=kilde.stdout.fileno())
    assert kode == 0 and (tmp_path / "svar").read_bytes().count(b"\n") == 500
    assert " linjer" in set_ and "%" not in set_ and "█" not in set_
    assert skaerm(set_, 40) == [""]


def test_hjulet_siger_hvor_mange_linjer_og_hvor_hurtigt() -> None:
    fremskridt = Fremskridt(None)
    fremskridt.linjer = 1_500
    assert fremskridt.tekst(79, 2.0).endswith("  1.500 linjer  750 linjer/s")


def test_svar_paa_samme_skaerm_bliver_ikke_blandet_med_bjaelken(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOD % 1 + b"{\n" + GOD % 2)
    kode, set_ = paa_terminal(str(tmp_path / "a.jsonl"), kolonner=400, ud=None)
    assert kode == 1
    linjer = skaerm(set_.replace("\r\n", "\n\r"), 2000)
    assert [linje[:10] for linje in linjer] == ['{"id":"1",', '{"id":null', '{"id":"2",', ""]


def test_bjaelken_er_ogsaa_vaek_naar_filen_ikke_kan_laeses(tmp_path: Path) -> None:
    kode, set_ = paa_terminal(str(tmp_path / "væk.jsonl"), kolonner=200, ud=tmp_path / "svar")
    assert kode == 2
    assert "kan ikke læses" in skaerm(set_.replace("\r\n", "\n\r"), 400)[0]


def test_intet_uden_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOD % 1)
    proces = subprocess.run([*VURDER, str(tmp_path / "a.jsonl")], capture_output=True, timeout=60)
    assert (proces.returncode, proces.stderr) == (0, b"")


def test_linjen_er_aldrig_for_lang() -> None:
    for stoerrelse in (None, 10**9):
        fremskridt = Fremskridt(stoerrelse)
        fremskridt.linjer, fremskridt.laest = 1_234_567, 543_210_987
        for plads in range(20, 130):
            linje = fremskridt.tekst(plads, 12.5)
            assert len(linje) <= plads
            if stoerrelse and plads >= 39:
                assert re.match(r" 54 % [█#]", linje) and "0:11 tilbage" in linje


def test_tal_og_varighed() -> None:
    assert (tal(1_234_567.2), tal(999)) == ("1.234.567", "999")
    assert [varighed(s) for s in (0, 7, 754, 3723)] == ["0:00", "0:07", "12:34", "1:02:03"]
