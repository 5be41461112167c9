"""Pieces of a file: appended where it ends, once, whatever order and however often they come."""

import hashlib
import io
import os
import threading
import time
import uuid
from pathlib import Path

import pytest

from rehabteam.dokumenter import modtagelse
from rehabteam.dokumenter.modtagelse import AndenFil, ForkertSted, laeg_stykke

DATA = os.urandom(300_000)


def _laeg(rod: Path, fil: uuid.UUID, fra: int, til: int) -> int:
    return laeg_stykke(rod, fil, fra, io.BytesIO(DATA[fra:til]), til - fra, len(DATA))


def test_stykke_for_stykke(tmp_path: Path) -> None:
    fil = uuid.uuid4()
    assert modtagelse.naaet(tmp_path, fil) == 0
    assert _laeg(tmp_path, fil, 0, 100_000) == 100_000
    assert _laeg(tmp_path, fil, 0, 100_000) == 100_000  # the same again
    assert _laeg(tmp_path, fil, 50_000, 150_000) == 150_000  # half of it is there
    with pytest.raises(ForkertSted) as forkert:
        _laeg(tmp_path, fil, 200_000, 300_000)
    assert forkert.value.naaet == 150_000
    with pytest.raises(ForkertSted):
        laeg_stykke(
            tmp_path, fil, 150_000, io.BytesIO(b"x" * 200_000), 200_000, len(DATA)
        )  # more than was said
    assert _laeg(tmp_path, fil, 150_000, 300_000) == 300_000
    assert modtagelse.hel(tmp_path, fil) == hashlib.sha256(DATA).hexdigest()
    assert modtagelse.sti(tmp_path, fil).stat().st_mode & 0o777 == 0o600


def test_en_anden_fils_stykke_laegges_ikke_til(tmp_path: Path) -> None:
    fil = uuid.uuid4()
    _laeg(tmp_path, fil, 0, 100_000)
    anden = bytearray(DATA)
    anden[99_999] ^= 1
    for fra, til in ((0, 100_000), (50_000, 150_000), (99_999, 300_000)):
        with pytest.raises(AndenFil):
            laeg_stykke(tmp_path, fil, fra, io.BytesIO(anden[fra:til]), til - fra, len(DATA))
    assert modtagelse.naaet(tmp_path, fil) == 100_000
    assert modtagelse.begyndelse(tmp_path, fil, 99_999) == hashlib.sha256(anden[:99_999]).hexdigest()
    assert (
        modtagelse.begyndelse(tmp_path, fil, 100_001)
        == modtagelse.begyndelse(tmp_path, uuid.uuid4(), 1)
        == ""
    )
    assert _laeg(tmp_path, fil, 100_000, 300_000) == 300_000
    assert modtagelse.hel(tmp_path, fil) == hashlib.sha256(DATA).hexdigest()


def test_en_afsender_der_forsvinder_midt_i_et_stykke(tmp_path: Path) -> None:
    fil = uuid.uuid4()
    assert laeg_stykke(tmp_path, fil, 0, io.BytesIO(DATA[:70_000]), 100_000, len(DATA)) == 70_000
    assert _laeg(tmp_path, fil, 70_000, 300_000) == 300_000
    assert modtagelse.hel(tmp_path, fil) == hashlib.sha256(DATA).hexdigest()


def test_fem_paa_en_gang(tmp_path: Path) -> None:
    """Five with the same piece, and five with one each in any order: the file is as it was sent."""
    fil, svar = uuid.uuid4(), []

    def send(fra: int, til: int) -> None:
        while True:
            try:
                svar.append(_laeg(tmp_path, fil, fra, til))
                return
            except ForkertSted:
                time.sleep(0.001)

    for stykker in ([(0, 60_000)] * 5, [(n * 60_000, (n + 1) * 60_000) for n in (4, 1, 3, 0, 2)]):
        traade = [threading.Thread(target=send, args=stykke) for stykke in stykker]
        for traad in traade:
            traad.start()
        for traad in traade:
            traad.join()
    assert max(svar) == len(DATA)
    assert modtagelse.hel(tmp_path, fil) == hashlib.sha256(DATA).hexdigest()


def test_vist_fjernet_og_ryddet(tmp_path: Path) -> None:
    fil, gammel = uuid.uuid4(), uuid.uuid4()
    modtagelse.gem_hel(tmp_path, fil, b"mail")
    assert modtagelse.gem_vist(tmp_path, fil, b"pdf") == hashlib.sha256(b"pdf").hexdigest()
    modtagelse.gem_hel(tmp_path, gammel, b"glemt")
    laenge_siden = time.time() - modtagelse.GEMMES - 60
    os.utime(modtagelse.sti(tmp_path, gammel), (laenge_siden, laenge_siden))
    modtagelse.ryd(tmp_path)
    assert modtagelse.naaet(tmp_path, gammel) == 0 and modtagelse.naaet(tmp_path, fil) == 4
    modtagelse.fjern(tmp_path, fil)
    modtagelse.fjern(tmp_path, fil)
    assert list((tmp_path / "modtagelse").iterdir()) == []


def test_plads_paa_disken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert modtagelse.er_der_plads(tmp_path)
    monkeypatch.setattr(modtagelse, "MINDST_FRI", 1.1)
    assert not modtagelse.er_der_plads(tmp_path)
