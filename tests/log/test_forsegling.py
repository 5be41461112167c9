"""Sealing: nothing lost, nothing moved, whoever commits when; a crash is mended; two cannot seal at once."""

import json
import os
import random
import subprocess
import sys
import threading
import time
import uuid
from pathlib import Path

import psycopg
import pytest
from django.db import connections
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rehabteam.sager.adgang import forsegling, forsegling_noegle, forsegling_skift
from rehabteam.sager.adgang.forsegling_noegle import Noegle, NoegleFejl
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
    som_super("TRUNCATE sager_adgangspost, sager_logsegl, sager_logstand")
    loggen.vidne.fil.unlink()
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


def test_i_flere_bundter(loggen: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forsegling, "BUNDT", 7)
    monkeypatch.setattr(forsegling, "NYE", forsegling.NYE.replace("LIMIT 10000", "LIMIT 7"))
    loggen.skriv(20)
    assert loggen.forsegl() == 20
    assert loggen.fund() == []


def test_det_der_stod_foer_forseglingen_begyndte(verden: Verden, loggen: Log, tmp_path: Path) -> None:
    som_super("TRUNCATE sager_adgangspost, sager_logsegl, sager_logstand")
    loggen.vidne.fil.unlink()
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


@pytest.mark.parametrize("skade", ["væk", "kortere", "en anden", "tom database"])
def test_forsegleren_staar_af_naar_de_to_er_uenige(loggen: Log, skade: str) -> None:
    linjer = loggen.vidne.linjer()
    if skade == "væk":
        loggen.vidne.fil.unlink()
    elif skade == "kortere":
        som_super("DELETE FROM sager_logstand WHERE nr = 4")
    elif skade == "en anden":
        loggen.vidne.fil.write_text("\n".join([*linjer[:-1], linjer[-1].replace("stand", "stund")]) + "\n")
    else:
        som_super("TRUNCATE sager_logstand")
    loggen.skriv()
    with pytest.raises(VidneFejl):
        loggen.forsegl()
    assert loggen.fund()


def test_en_anden_noegle_staar_af(loggen: Log) -> None:
    loggen.skriv()
    loggen.noegle = Noegle(b"x" * 32)
    with pytest.raises(NoegleFejl):
        loggen.forsegl()


def test_noeglen_kan_skiftes(loggen: Log, tmp_path: Path) -> None:
    foerste = loggen.noegle
    sti = tmp_path / "noegle"
    sti.write_text((foerste_fro := b"a" * 32).hex())
    sti.chmod(0o600)
    som_super("TRUNCATE sager_adgangspost, sager_logsegl, sager_logstand")
    loggen.vidne.fil.unlink()
    loggen.noegle = foerste = Noegle(foerste_fro)
    loggen.skriv()
    loggen.forsegl()
    ny = forsegling_skift.ny_noegle(loggen.vidne, sti)
    assert forsegling_noegle.laes(sti).offentlig == ny.offentlig != foerste.offentlig
    loggen.skriv()
    with pytest.raises(NoegleFejl):
        loggen.forsegl()  # the old key is out
    loggen.noegle = ny
    assert loggen.forsegl() == 1
    loggen.noegle = foerste  # … and is still what the log is verified with
    svar = loggen.proev()
    assert svar.fund == [] and len(svar.bemaerkninger) == 1 and "skiftet" in svar.bemaerkninger[0]


def test_et_nedbrud_midt_i_et_noegleskift(
    loggen: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sti = tmp_path / "noegle"
    sti.write_text((b"a" * 32).hex())
    sti.chmod(0o600)
    som_super("TRUNCATE sager_adgangspost, sager_logsegl, sager_logstand")
    loggen.vidne.fil.unlink()
    loggen.noegle = Noegle(b"a" * 32)
    loggen.skriv()
    loggen.forsegl()
    with monkeypatch.context() as nedbrud:
        nedbrud.setattr(forsegling_skift, "mangler", lambda vidne: (_ for _ in ()).throw(SystemExit))
        with pytest.raises(SystemExit):
            forsegling_skift.ny_noegle(loggen.vidne, sti)
    foerste, ny = loggen.noegle, forsegling_skift.ny_noegle(loggen.vidne, sti)
    loggen.noegle = ny
    loggen.skriv()
    assert loggen.forsegl() == 1
    loggen.noegle = foerste
    assert loggen.fund() == [] and len(loggen.proev().bemaerkninger) == 1


def test_noeglen_skal_vaere_ens_egen(tmp_path: Path) -> None:
    sti = tmp_path / "mappe" / "noegle"
    noegle = forsegling_noegle.lav(sti)
    assert forsegling_noegle.laes(sti).offentlig == noegle.offentlig and sti.stat().st_mode & 0o777 == 0o600
    with pytest.raises(NoegleFejl, match="allerede"):
        forsegling_noegle.lav(sti)
    sti.chmod(0o640)
    with pytest.raises(NoegleFejl, match="0600"):
        forsegling_noegle.laes(sti)
    with pytest.raises(NoegleFejl, match="findes ikke"):
        forsegling_noegle.laes(tmp_path / "ingen")


def test_efter_en_gendannelse_gaar_loggen_videre_og_siger_hvad_der_blev_tabt(loggen: Log) -> None:
    """The database is restored to an earlier moment; the witness knows more, and keeps on saying so."""
    som_super("DELETE FROM sager_logstand WHERE nr = 4")
    som_super("DELETE FROM sager_adgangspost p USING sager_logsegl s WHERE s.post_id = p.id AND s.nr > 30")
    som_super("DELETE FROM sager_logsegl WHERE nr > 30")
    loggen.skriv(2)
    with pytest.raises(VidneFejl, match="ved mere"):
        loggen.forsegl()
    forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.GENDANNET)
    assert loggen.forsegl() == 2
    svar = loggen.proev()
    assert (svar.fund, svar.raekker) == ([], 32)
    assert "gendannet" in svar.bemaerkninger[0] and "nr. 31–40 er tabt" in svar.bemaerkninger[0]


def test_paa_en_ny_server_begynder_transaktionerne_forfra(loggen: Log) -> None:
    """A dump in another cluster: its transactions have lower numbers. Nothing may be skipped for that."""
    ny = json.loads(loggen.vidne.sidste()) | {"klynge": "123", "horisont": 10**15, "naeste": 10**15}
    assert ny["klynge"] == "123"
    loggen.skriv(3)
    flyttet = {"klynge": "123", "horisont": 10**15, "naeste": 10**15}
    # The last line as another cluster would have left it: signed by us, with that cluster's numbers.
    sidste, foer = loggen.vidne.linjer()[-1], loggen.vidne.linjer()[-2]
    felter = {k: v for k, v in json.loads(sidste).items() if k not in ("underskrift", "forrige", "linje")}
    ny_linje = forsegling.linje(felter | flyttet, foer, loggen.noegle)
    loggen.vidne.fil.write_text("\n".join([*loggen.vidne.linjer()[:-1], ny_linje]) + "\n")
    som_super("UPDATE sager_logstand SET linje = %s WHERE nr = 4", ny_linje)
    with pytest.raises(VidneFejl, match="anden server"):
        loggen.forsegl()
    forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.GENDANNET)
    assert loggen.forsegl() == 3
    loggen.skriv(2)
    assert loggen.forsegl() == 2 and loggen.fund() == []


def test_er_vidnet_tabt_skrives_det_igen_og_det_staar_der(loggen: Log) -> None:
    loggen.vidne.fil.unlink()
    forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.VIDNET_TABT)
    loggen.skriv()
    loggen.forsegl()
    svar = loggen.proev()
    assert svar.fund == [] and "vidnet_tabt" in svar.bemaerkninger[0]


def test_genoptag_godtager_ikke_to_historier(loggen: Log) -> None:
    linjer = loggen.vidne.linjer()
    loggen.vidne.fil.write_text("\n".join([*linjer[:-1], linjer[-1].replace("stand", "stund")]) + "\n")
    with pytest.raises(VidneFejl, match="hver sin"):
        forsegling_skift.genoptag(loggen.vidne, loggen.noegle, forsegling_skift.Grund.GENDANNET)
