"""Sealing: nothing lost, nothing moved, whoever commits when; two cannot seal at once.

Crashes: test_forsegling_nedbrud.py. The key: test_forsegling_noegle.py. When the database and the witness do not
tell the same: test_forsegling_uenige.py.
"""

import threading
import uuid
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rehabteam.sager.adgang import forsegling
from rehabteam.sager.adgang.forsegling_vidne import VidneFejl
from tests.conftest import DATABASE, SUPER
from tests.log.kaede import Log, som_super
from tests.verden import Verden

NY = (
    "INSERT INTO sager_adgangspost (anmodning, rolle, art, rute, udfald, borgere) "
    "VALUES (%s, 'leder', 'laes', 'sag.se', 200, '{}')"
)


def _forbindelse() -> psycopg.Connection:
    return psycopg.connect(make_conninfo(**(conninfo_to_dict(SUPER) | {"dbname": DATABASE})))


def test_en_hel_log_er_hel(loggen: Log) -> None:
    svar = loggen.proev()
    assert (svar.fund, svar.raekker, svar.venter, svar.bemaerkninger) == ([], 40, 0, [])


def test_det_nye_venter_og_bliver_forseglet(loggen: Log) -> None:
    loggen.skriv(3)
    svar = loggen.proev()
    assert (svar.fund, svar.venter) == ([], 3)
    assert (loggen.forsegl(), loggen.forsegl()) == (3, 0)
    assert (loggen.fund(), loggen.proev().raekker) == ([], 43)


def test_en_raekke_der_bliver_til_sent_tabes_ikke_og_flyttes_ikke(loggen: Log) -> None:
    """It was written first and committed last: rounds in between must neither skip it nor take its place."""
    sen = uuid.uuid4()
    with _forbindelse() as langsom:
        langsom.execute(NY, [sen])
        loggen.skriv(2)
        # The slow one began first, so nothing after it is final yet.
        assert loggen.forsegl(vent=False) == 0
        assert loggen.proev().fund == []
        langsom.commit()
    assert loggen.forsegl() == 3
    nr = som_super(
        "SELECT s.nr FROM sager_logsegl s JOIN sager_adgangspost p ON p.id = s.post_id WHERE p.anmodning = %s",
        sen,
    )
    assert (nr, loggen.fund()) == ([(41,)], [])


def test_en_transaktion_der_fortryder_efterlader_intet_hul(loggen: Log) -> None:
    with _forbindelse() as fortryder:
        fortryder.execute(NY, [uuid.uuid4()])
        fortryder.rollback()
    loggen.skriv()
    assert loggen.forsegl() == 1
    assert loggen.sidste()["nr"] == 41 and loggen.fund() == []


def test_mange_skriver_mens_der_forsegles(loggen: Log) -> None:
    """8 writers with short, long and aborted transactions against a sealer that never rests."""
    faerdige = threading.Event()
    skrevet: list[int] = []

    def skriv(nummer: int) -> None:
        antal = 0
        with _forbindelse() as forbindelse:
            for gang in range(40):
                forbindelse.execute(NY, [uuid.uuid4()])
                if (gang + nummer) % 5 == 0:
                    forbindelse.execute("SELECT pg_sleep(0.02)")
                if gang % 7 == 6:
                    forbindelse.rollback()
                else:
                    forbindelse.commit()
                    antal += 1
        skrevet.append(antal)

    def forsegl_hele_tiden() -> None:
        while not faerdige.is_set():
            loggen.forsegl(vent=False)
        connections.close_all()

    sealer = threading.Thread(target=forsegl_hele_tiden)
    skrivere = [threading.Thread(target=skriv, args=(n,)) for n in range(8)]
    for traad in (sealer, *skrivere):
        traad.start()
    for traad in skrivere:
        traad.join()
    faerdige.set()
    sealer.join()
    loggen.forsegl()
    svar = loggen.proev()
    assert (svar.fund, svar.venter, svar.raekker) == ([], 0, 40 + sum(skrevet))
    assert loggen.sidste()["linje"] > 5, "der blev kun forseglet få gange: prøven siger ikke noget"


def test_i_flere_bundter(loggen: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forsegling, "BUNDT", 7)
    monkeypatch.setattr(forsegling, "NYE", forsegling.NYE.replace("LIMIT 10000", "LIMIT 7"))
    loggen.skriv(20)
    assert loggen.forsegl() == 20
    assert loggen.fund() == []


def test_det_der_stod_foer_forseglingen_begyndte(verden: Verden, loggen: Log, tmp_path: Path) -> None:
    loggen.forfra()
    loggen.skriv(3)
    som_super("UPDATE sager_adgangspost SET transaktion = 0, tid = tid - interval '10 days' WHERE true")
    loggen.skriv(2)
    assert loggen.forsegl() == 5 and loggen.fund() == []


def test_kun_en_forsegler_ad_gangen(loggen: Log) -> None:
    with loggen.vidne.laas(), pytest.raises(VidneFejl, match="i gang"):
        loggen.forsegl()


def test_et_livstegn_naar_intet_sker(loggen: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    linjer = len(loggen.vidne.linjer())
    monkeypatch.setattr(forsegling, "LIVSTEGN", 0)
    assert loggen.forsegl() == 0
    assert len(loggen.vidne.linjer()) == linjer + 1 and loggen.fund() == []
