"""Sealing and crashes: what a round left half done, the next one mends."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rehabteam.sager.adgang import forsegling
from rehabteam.sager.adgang.forsegling_noegle import Noegle
from tests.conftest import DATABASE, SUPER
from tests.log.kaede import Log


def test_et_nedbrud_foer_vidnet_er_skrevet(loggen: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """The database has the line, the witness not: the next round writes it first."""
    loggen.skriv(2)
    with monkeypatch.context() as nedbrud:
        nedbrud.setattr(forsegling, "mangler", lambda vidne: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            loggen.forsegl()
    assert loggen.proev().fund
    loggen.skriv(1)
    assert loggen.forsegl() == 1
    assert loggen.fund() == [] and len(loggen.vidne.linjer()) == 6


def test_et_nedbrud_midt_i_en_linje(loggen: Log) -> None:
    foer = loggen.vidne.fil.read_bytes()
    loggen.skriv(1)
    loggen.forsegl()
    hele = loggen.vidne.fil.read_bytes()
    for laengde in (len(foer) + 1, (len(foer) + len(hele)) // 2, len(hele) - 1):
        loggen.vidne.fil.write_bytes(hele[:laengde])
        loggen.forsegl()
        assert loggen.vidne.fil.read_bytes() == hele


DRAEB = """
import django, os, sys
from pathlib import Path
django.setup()
from django.conf import settings
settings.ROLLEPRAEFIKS = "rehabteam_test"
from rehabteam.sager.adgang import forsegling
from rehabteam.sager.adgang.forsegling_noegle import Noegle
from rehabteam.sager.adgang.forsegling_vidne import Vidne
forsegling.BUNDT, forsegling.NYE = 3, forsegling.NYE.replace("LIMIT 10000", "LIMIT 3")
forsegling.LIVSTEGN = 0
print("klar", flush=True)
while True:
    forsegling.forsegl(Vidne(Path(sys.argv[1])), Noegle(bytes.fromhex(sys.argv[2])))
"""


@pytest.mark.langsom
def test_forsegleren_draebes_midt_i_det_hele(loggen: Log, tmp_path: Path) -> None:
    """kill -9 at a random moment, ten times, while rows are written: nothing lost, no hole, no bad link."""
    fro = b"d" * 32
    loggen.noegle = Noegle(fro)
    loggen.forfra()
    adresse = make_conninfo(**(conninfo_to_dict(SUPER) | {"dbname": DATABASE, "user": "rehabteam_test_migr"}))
    miljoe = os.environ | {"REHABTEAM_DB_VEDLIGEHOLD": adresse, "PGPASSWORD": "proeve"}
    skrevet = 0
    for gang in range(10):
        kald = [sys.executable, "-c", DRAEB, str(loggen.vidne.mappe), fro.hex()]
        proces = subprocess.Popen(
            kald, env=miljoe | {"DJANGO_SETTINGS_MODULE": "rehabteam.opsaetning.base"}, stdout=subprocess.PIPE
        )
        assert proces.stdout is not None and proces.stdout.readline() == b"klar\n"
        loggen.skriv(antal := 15 + gang)
        skrevet += antal
        time.sleep(random.random() / 5)
        proces.kill()
        proces.wait()
    loggen.forsegl()
    svar = loggen.proev()
    assert (svar.fund, svar.venter, svar.raekker) == ([], 0, skrevet)


def test_et_nedbrud_foer_databasen_er_faerdig(loggen: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    loggen.skriv(2)
    with monkeypatch.context() as nedbrud:
        nedbrud.setattr(forsegling, "gem", lambda *a: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            loggen.forsegl()
    assert (loggen.fund(), loggen.proev().venter) == ([], 2)
    assert loggen.forsegl() == 2 and loggen.fund() == []


def test_linjen_ligger_paa_disken_foer_der_svares(loggen: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    """The order of calls: all written, then fsync, and only then done."""
    kald: list[int] = []
    rigtig = os.fsync

    def fsync(fil: int) -> None:
        rigtig(fil)
        kald.append(os.fstat(fil).st_size)

    monkeypatch.setattr(os, "fsync", fsync)
    loggen.skriv()
    loggen.forsegl()
    assert kald == [loggen.vidne.fil.stat().st_size]
