"""A document that was promised is there, whatever dies and when; a row never tells of bytes that are not."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from rehabteam.dokumenter import modtagelse
from rehabteam.dokumenter.lager import Lager
from rehabteam.sager.models import Dokument, Haendelse, ModtagetFil
from tests.conftest import DATABASE, SUPER
from tests.verden import Verden

pytestmark = pytest.mark.langsom
NAVN = "rehabteam-holdbarhed"
DRAB, TAB = 200, 40
VEJE = ({}, {"vej": "stykker"})
T = ModtagetFil.Tilstand
Send = Callable[[dict[str, Any]], dict[str, Any]]


class Scene:
    """A case, a store of its own, and the process that writes to both."""

    def __init__(self, v: Verden, mappe: Path, send: Send, sag_id: object) -> None:
        self.v, self.lager, self.send, self.sag_id = v, Lager(mappe), send, sag_id
        self.foer = set(self._raekker())
        self.lovet: dict[str, str] = {}
        self.kommet: dict[str, str] = {}

    def _raekker(self) -> dict[str, str]:
        raekker = Dokument.objects.using("vedligehold").filter(sag=self.sag_id).values_list("id", "sha256")
        return {str(id_): sha for id_, sha in raekker}

    def se_efter(self, svar: dict[str, Any]) -> None:
        """Everything promised so far has its row; every new row has its bytes and its one Hændelse.

        A file that came waits with its bytes, or is a document.
        """
        self.lovet.update(dict(svar["svaret"]))
        raekker = {id_: sha for id_, sha in self._raekker().items() if id_ not in self.foer}
        assert self.lovet.items() <= raekker.items()
        for sha in raekker.values():
            assert self.lager.laes(sha)
        haendelser = Haendelse.objects.using("vedligehold").filter(
            sag=self.sag_id, handling__in=("tilfoej_dokument", "laeg_modtaget")
        )
        assert sorted(h.data["dokument"] for h in haendelser) == sorted(raekker)
        self.raekker = raekker
        self.kommet.update({fil: sha for fil, sha, _ in svar.get("kommet", ())})
        filer = {str(f.id): f for f in ModtagetFil.objects.using("vedligehold").filter(sag=self.sag_id)}
        assert self.kommet.keys() <= filer.keys()
        for f in filer.values():
            if f.tilstand in (T.VENTER, T.KLAR):
                with modtagelse.sti(self.lager.rod, f.id).open("rb") as bytes_:
                    assert modtagelse.sum_(bytes_) == f.sha256
            elif f.tilstand == T.LAGT:
                assert raekker[str(f.dokument_id)] == f.sha256
            assert str(f.id) not in self.kommet or f.sha256 == self.kommet[str(f.id)]
            assert str(f.id) not in self.kommet or f.tilstand in (T.VENTER, T.KLAR, T.LAGT)


@pytest.fixture
def scene(verden: Verden, tmp_path: Path) -> Iterator[Scene]:
    sag = verden.genoptaget()
    miljoe = {**os.environ, "PGAPPNAME": NAVN, "DJANGO_SETTINGS_MODULE": "rehabteam.opsaetning.base"}
    argumenter = (verden.sagsbehandler.medarbejder_id, sag.id, tmp_path / "lager")
    with subprocess.Popen(
        [sys.executable, "-m", "tests.holdbarhed.barn", *map(str, argumenter)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=miljoe,
    ) as proces:  # fmt: skip
        assert proces.stdin and proces.stdout
        assert proces.stdout.readline() == "klar\n"
        ind, ud = proces.stdin, proces.stdout

        def send(opgave: dict[str, Any]) -> dict[str, Any]:
            print(json.dumps(opgave), file=ind, flush=True)
            svar: dict[str, Any] = json.loads(ud.readline())
            return svar

        yield Scene(verden, tmp_path / "lager", send, sag.id)
        ind.close()


@pytest.mark.parametrize("vej", VEJE, ids=["hel", "i-stykker"])
def test_draebt_ved_hvert_trin_fra_filen_til_svaret(scene: Scene, vej: dict[str, str]) -> None:
    trin, halve = 0, 0
    while True:
        trin += 1
        svar = scene.send({"trin": trin, **vej})
        scene.se_efter(svar)
        halve += bool(svar["draebt"] and len(scene.raekker) > len(scene.lovet))
        if not svar["draebt"]:
            break
    # The store's own calls, the statements of the Handling, and the moment after the commit, where the row is
    # there and nobody has been told.
    assert trin > 25 and svar["svaret"] and halve >= 1


def _et_dokument(scene: Scene, vej: dict[str, str]) -> float:
    """Seconds a new process takes for its first on this machine, as busy as it is."""
    foer = time.monotonic()
    for _ in range(3):
        scene.se_efter(scene.send({"antal": 1, **vej}))
    return (time.monotonic() - foer) / 3


def test_draebt_paa_tilfaeldige_tidspunkter(scene: Scene) -> None:
    tilfaeldig, et = random.Random(20261122), _et_dokument(scene, {})
    for nr in range(DRAB):
        svar = scene.send({"sekunder": tilfaeldig.uniform(0, 2.5 * et), **VEJE[nr % 2]})
        assert svar["draebt"]
        if svar["svaret"]:
            scene.se_efter(svar)
    scene.se_efter({"svaret": []})
    assert len(scene.lovet) >= DRAB / 4, "de fleste blev dræbt, før de nåede noget"


@pytest.mark.parametrize("vej", VEJE, ids=["hel", "i-stykker"])
def test_databasen_forsvinder_midt_i_det_hele(scene: Scene, vej: dict[str, str]) -> None:
    tilfaeldig, faerdig = random.Random(1721), threading.Event()
    et = _et_dokument(scene, vej)

    def riv() -> None:
        with psycopg.connect(SUPER, autocommit=True) as super_:
            while not faerdig.wait(tilfaeldig.uniform(0.2 * et, 3 * et)):
                super_.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE application_name = %s AND datname = %s",
                    [NAVN, DATABASE],
                )

    traad = threading.Thread(target=riv)
    traad.start()
    try:
        svar = scene.send({"antal": 3 * TAB, **vej})
    finally:
        faerdig.set()
        traad.join()
    scene.se_efter(svar)
    assert len(svar["nej"]) + len(svar["svaret"]) > TAB / 2 and svar["nej"] and svar["svaret"]


@pytest.mark.parametrize("vej", VEJE, ids=["hel", "i-stykker"])
def test_der_er_ikke_plads(scene: Scene, vej: dict[str, str]) -> None:
    """A real limit of the kernel in the middle of the write: a plain no, nothing kept, and small things still go."""
    svar = scene.send({"graense": 100_000, **vej})
    scene.se_efter(svar)
    assert svar["svaret"] == [] and scene.raekker == {} and svar["nej"]
    if not vej:
        assert "plads" in svar["nej"][0]
    svar = scene.send({"antal": 1, **vej})
    scene.se_efter(svar)
    assert len(scene.raekker) == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="kun root kan lave en disk på fire megabyte")
def test_disken_bliver_fuld(scene: Scene) -> None:
    """A disk of four megabytes, filled up by both ways: what was promised is whole, the rest is a plain no."""
    disk = scene.lager.rod
    disk.mkdir(mode=0o700)
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], capture_output=True
    ).returncode:
        pytest.skip("her kan ikke laves en disk (mount)")
    try:
        for nr in range(8):
            svar = scene.send({"antal": 4, **VEJE[nr % 2]})
            scene.se_efter(svar)
        assert svar["nej"] and not svar["svaret"] and all("plads" in n or "space" in n for n in svar["nej"])
        assert 4 <= len(scene.lovet) < 14
    finally:
        subprocess.run(["umount", disk], check=True)
