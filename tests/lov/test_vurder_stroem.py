"""`rehabteam vurder` as a stream: order, exit code, starting without Django, and lines that come in pieces."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabteam.cli import vurder
from tests.lov.spurgt import UGYLDIG_LINJE


def koer(*argumenter: str, ind: bytes = b"") -> tuple[int, list[dict[str, Any]], str]:
    kommando = [sys.executable, "-m", "rehabteam.cli.hoved", "vurder", *argumenter]
    proces = subprocess.run(kommando, input=ind, capture_output=True, timeout=60)
    return proces.returncode, [json.loads(x) for x in proces.stdout.splitlines()], proces.stderr.decode()


GOD = b'{"id":"%d","regel":"bek2408.par19","fakta":{}}'


def test_raekkefoelge_og_afslutningskode(tmp_path: Path) -> None:
    gode = [GOD % n for n in range(5000)]
    kode, fundne, _ = koer("-", ind=b"\n".join(gode))
    assert (kode, [f["id"] for f in fundne]) == (0, [str(n) for n in range(5000)])
    gode[17] = b"{"
    (tmp_path / "æ ø.jsonl").write_bytes(b"\n".join(gode) + b"\n")
    kode, fundne, _ = koer(str(tmp_path / "æ ø.jsonl"), "-", ind=GOD % 9)
    assert (kode, len(fundne), fundne[-1]["id"]) == (1, 5001, "9")
    assert fundne[17] == {**UGYLDIG_LINJE, "linje": 18}
    kode, fundne, besked = koer(str(tmp_path / "findes ikke"))
    assert (kode, fundne) == (2, []) and "findes ikke" in besked
    assert koer()[0] == 2
    assert koer("-") == (0, [], "")


def test_starter_uden_django() -> None:
    program = (
        "import sys, rehabteam.cli.vurder; sys.exit(any(m.split('.')[0] == 'django' for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", program]).returncode == 0


def test_svaret_kommer_foer_naeste_spoergsmaal() -> None:
    """A program can hold the pipe open and ask one question at a time."""
    kommando = [sys.executable, "-m", "rehabteam.cli.hoved", "vurder", "-"]
    with subprocess.Popen(kommando, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as proces:
        assert proces.stdin and proces.stdout
        for n in range(3):
            proces.stdin.write(GOD % n + b"\n")
            proces.stdin.flush()
            assert json.loads(proces.stdout.readline())["id"] == str(n)
        proces.stdin.close()
        assert proces.wait(timeout=20) == 0


class _Stykker(io.RawIOBase):
    """A stream that hands out its bytes in pieces of a given size."""

    def __init__(self, data: bytes, stykke: int) -> None:
        self.data, self.stykke = data, stykke

    def read1(self, _: int) -> bytes:
        foer, self.data = self.data[: self.stykke], self.data[self.stykke :]
        return foer


@given(
    st.lists(st.binary(max_size=20).map(lambda b: b.replace(b"\n", b""))), st.integers(1, 50), st.booleans()
)
@settings(max_examples=300, deadline=None)
def test_linjer_er_de_samme_hvordan_de_end_kommer(linjer: list[bytes], stykke: int, slut: bool) -> None:
    data = b"\n".join(linjer) + (b"\n" if slut and linjer else b"")
    ventet = data.split(b"\n")
    if ventet[-1] == b"":
        ventet.pop()
    fundet = [linje for blok in vurder._blokke(_Stykker(data, stykke)) for linje in blok]  # type: ignore[arg-type]
    assert fundet == ventet


def test_en_kaempelinje_tager_ikke_hukommelsen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vurder, "LAENGSTE_LINJE", 1000)
    data = b"x" * 5000 + b"\n" + GOD % 1 + b"\n" + b"y" * 1001
    fundet = [linje for blok in vurder._blokke(_Stykker(data, 64)) for linje in blok]  # type: ignore[arg-type]
    assert fundet == [None, GOD % 1, None]
    assert json.loads(vurder.besvar_linje(None, 3)[0]) == {**UGYLDIG_LINJE, "linje": 3}
