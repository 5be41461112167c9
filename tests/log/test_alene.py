"""The stand-alone verifier: Python and nothing else, on an export; every kind of tampering at 200 places."""

import json
import random
import shutil
import subprocess
import sys
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from rehabteam.cli import efterproev_alene as alene
from rehabteam.cli.hoved import main as rehabteam
from rehabteam.sager.adgang import forsegling
from rehabteam.sager.adgang.forsegling_noegle import Noegle
from rehabteam.sager.adgang.forsegling_vidne import linje
from tests.log.kaede import Log, som_super
from tests.verden import Verden

Poster = list[dict[str, Any]]


@pytest.fixture
def sat_op(loggen: Log, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Log:
    """The program's own settings point at the test's log."""
    sti = tmp_path / "noegle"
    monkeypatch.setattr(settings, "LOGVIDNE", loggen.vidne.mappe)
    monkeypatch.setattr(settings, "LOGNOEGLE", sti)
    return loggen


def alene_koert(mappe: Path, *args: str) -> subprocess.CompletedProcess[str]:
    """In a folder with the one file, an interpreter without site-packages, and no PYTHONPATH."""
    shutil.copy(alene.__file__, mappe / "efterproev.py")
    kald = [sys.executable, "-I", "-S", "efterproev.py", "ud.jsonl", "--vidne", "vidne/vidne.jsonl", *args]
    return subprocess.run(kald, cwd=mappe, capture_output=True, text=True, timeout=120)


def test_en_eksport_kan_efterproeves_uden_programmet(sat_op: Log, tmp_path: Path) -> None:
    assert rehabteam(["log", "udfoer", str(tmp_path / "ud.jsonl")]) == 0
    svar = alene_koert(tmp_path, "--noegle", sat_op.noegle.offentlig)
    assert (svar.returncode, svar.stderr) == (0, ""), svar.stdout + svar.stderr
    assert "40 rækker i kæden" in svar.stdout and "Loggen er hel." in svar.stdout
    ((art, antal, rute),) = som_super(
        "SELECT art, antal, rute FROM sager_adgangspost ORDER BY id DESC LIMIT 1"
    )
    assert (art, antal, rute) == ("eksport", 40, "log.udfoer")


def test_den_finder_det_samme_som_programmet(sat_op: Log, tmp_path: Path) -> None:
    som_super(
        "UPDATE sager_adgangspost SET borgere = '{}' WHERE id = (SELECT post_id FROM sager_logsegl WHERE nr = 9)"
    )
    rehabteam(["log", "udfoer", str(tmp_path / "ud.jsonl")])
    svar = alene_koert(tmp_path, "--noegle", sat_op.noegle.offentlig)
    assert svar.returncode == 1 and svar.stderr.startswith("- nr. 9, række ")
    assert rehabteam(["log", "efterproev"]) == 1


def test_staar_forseglingen_stille_siger_den_til(sat_op: Log, capsys: pytest.CaptureFixture[str]) -> None:
    sat_op.skriv()
    assert rehabteam(["log", "efterproev"]) == 0
    som_super("UPDATE sager_adgangspost SET tid = tid - interval '20 minutes' WHERE id = "
              "(SELECT max(id) FROM sager_adgangspost)")  # fmt: skip
    assert rehabteam(["log", "efterproev"]) == 1
    assert "står stille: 1 rækker venter" in capsys.readouterr().out


def test_en_forkert_noegle_en_kopi_og_filer_der_ikke_kan_laeses(sat_op: Log, tmp_path: Path) -> None:
    rehabteam(["log", "udfoer", str(tmp_path / "ud.jsonl")])
    assert alene_koert(tmp_path, "--noegle", "00" * 32).returncode == 1
    (tmp_path / "kopi").write_text("\n".join(sat_op.vidne.linjer()[:2]) + "\n")
    assert alene_koert(tmp_path, "--kopi", "kopi").returncode == 0
    (tmp_path / "kopi").write_text(sat_op.vidne.fil.read_text() + "{}\n")
    assert "kopien har mere" in alene_koert(tmp_path, "--kopi", "kopi").stderr
    (tmp_path / "ud.jsonl").write_text("ikke json")
    assert alene_koert(tmp_path).returncode == 2


def test_en_organisations_eksport_viser_kun_dens_egne_raekker(
    sat_op: Log, verden: Verden, tmp_path: Path
) -> None:
    egne = Log(sat_op.vidne, sat_op.noegle, verden.naboen)
    egne.skriv(3)
    egne.forsegl()
    rehabteam(["log", "udfoer", str(tmp_path / "ud.jsonl"), "--organisation", str(verden.nabokommune.id)])
    svar = alene_koert(tmp_path, "--noegle", sat_op.noegle.offentlig)
    assert svar.returncode == 0 and "40 ikke med i eksporten" in svar.stdout
    tekst = (tmp_path / "ud.jsonl").read_text()
    assert str(verden.naboen.medarbejder_id) in tekst and str(sat_op.hvem.medarbejder_id) not in tekst


def test_underskriften_efterproeves_uden_pakker() -> None:
    """Our own check of Ed25519 says the same as the library that signs, also when a bit is turned."""
    tilfaeldig = random.Random(2408)
    for _ in range(20):
        noegle, data = Noegle(tilfaeldig.randbytes(32)), tilfaeldig.randbytes(tilfaeldig.randrange(200))
        offentlig, tegn = bytes.fromhex(noegle.offentlig), bytes.fromhex(noegle.underskriv(data))
        assert alene._gaelder(offentlig, data, tegn)
        bit = tilfaeldig.randrange(512)
        skadet = bytearray(tegn)
        skadet[bit // 8] ^= 1 << bit % 8
        assert not alene._gaelder(offentlig, data, bytes(skadet))
        assert not alene._gaelder(offentlig, data + b"x", tegn)
    assert not alene.underskrift_gaelder("zz", b"", "00") and not alene.underskrift_gaelder("00", b"", "00")
    # S must be below the order of the group, or a signature could be rewritten into another valid one.
    hoej = tegn[:32] + (int.from_bytes(tegn[32:], "little") + alene.L).to_bytes(32, "little")
    assert not alene._gaelder(offentlig, data, hoej)


# --- 200 places ---------------------------------------------------------------------------------------------

ANTAL, RUNDE = 400, 20


@pytest.fixture(scope="module")
def ren() -> tuple[Poster, list[str], Noegle]:
    """A log of 400 rows in 20 signed rounds, as an export has it."""
    noegle, log = Noegle(b"n" * 32), str(uuid.UUID(int=7))
    kaede, begyndt = forsegling.begyndelse(log), datetime(2026, 11, 1, tzinfo=UTC)
    poster: Poster = []
    linjer: list[str] = []
    for nr in range(1, ANTAL + 1):
        tid = (begyndt + timedelta(seconds=nr)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        post = dict.fromkeys(alene.FELTER, "") | {
            "id": nr * 3,
            "tid": tid,
            "transaktion": 1000 + nr,
            "udfald": 200,
        }
        post |= {"borgere": [str(uuid.UUID(int=nr))], "objekt": None, "antal": None, "rute": "sag.se"}
        aftryk = forsegling.postaftryk(alene.posttekst(post))
        kaede = forsegling.led(kaede, nr, tid, aftryk)
        segl = {"nr": nr, "tid": tid, "aftryk": aftryk.hex(), "kaede": kaede.hex(), "id": nr * 3}
        poster.append({**segl, "post": post})
        if nr % RUNDE == 0:
            stand = {
                "slags": "stand" if linjer else "begyndelse",
                "log": log,
                "tid": tid,
                "klynge": "1",
                "nr": nr,
            }
            stand |= {"kaede": kaede.hex(), "horisont": 1001 + nr, "efter": 0, "naeste": 1001 + nr}
            linjer.append(linje(stand, linjer[-1] if linjer else "", noegle))
    return poster, linjer, noegle


def _svar(poster: Poster, linjer: list[str], noegle: Noegle) -> alene.Svar:
    vidne = alene.laes_vidne(linjer, noegle.offentlig)
    raekker = (
        alene.Raekke(
            *(p["nr"], p["tid"], bytes.fromhex(p["aftryk"]), bytes.fromhex(p["kaede"]), p["id"]),
            *(
                (alene.posttekst(p["post"]), p["post"]["tid"], p["post"]["transaktion"])
                if p["post"]
                else (None, "", 0)
            ),
        )
        for p in poster
    )
    return alene.efterproev(raekker, [], vidne)


def _ret(p: Poster, i: int) -> int:
    p[i]["post"]["borgere"] = [str(uuid.UUID(int=0))]
    return i + 1


def _slet(p: Poster, i: int) -> int:
    p[i]["post"] = None
    return i + 1


def _slet_helt(p: Poster, i: int) -> int:
    del p[i]
    return i + 1


def _skyd_ind(p: Poster, i: int) -> int:
    p.insert(i, json.loads(json.dumps(p[i])))
    return i + 1


def _byt(p: Poster, i: int) -> int:
    j = i - 1 if i else 1
    p[i]["post"], p[j]["post"] = p[j]["post"], p[i]["post"]
    return min(i, j) + 1


def _dater(p: Poster, i: int) -> int:
    p[i]["post"]["tid"] = "2026-10-01T00:00:00.000000Z"
    return i + 1


def _ret_seglet(p: Poster, i: int) -> int:
    p[i]["kaede"] = "00" * 32
    return i + 1


def _ret_aftrykket(p: Poster, i: int) -> int:
    p[i]["aftryk"] = "00" * 32
    return i + 1


def _skaer_af(p: Poster, i: int) -> int:
    del p[i:]
    return i + 1


def _skriv_om(p: Poster, i: int) -> int:
    """The row changed and the chain made anew to its end: the interval of the signed round is named."""
    p[i]["post"]["rute"] = "andet.se"
    kaede = bytes.fromhex(p[i - 1]["kaede"]) if i else forsegling.begyndelse(str(uuid.UUID(int=7)))
    for post in p[i:]:
        aftryk = forsegling.postaftryk(alene.posttekst(post["post"]))
        kaede = forsegling.led(kaede, post["nr"], post["tid"], aftryk)
        post |= {"aftryk": aftryk.hex(), "kaede": kaede.hex()}
    return i // RUNDE * RUNDE + 1


INDGREB: tuple[Callable[[Poster, int], int], ...] = (
    *(_ret, _slet, _slet_helt, _skyd_ind, _byt, _dater, _ret_seglet, _ret_aftrykket, _skaer_af, _skriv_om),
)


def test_uden_indgreb_er_alt_helt(ren: tuple[Poster, list[str], Noegle]) -> None:
    assert _svar(*ren).fund == []


@pytest.mark.parametrize("indgreb", INDGREB, ids=lambda f: f.__name__.strip("_"))
def test_hvert_indgreb_findes_alle_200_steder(
    ren: tuple[Poster, list[str], Noegle], indgreb: Callable[[Poster, int], int]
) -> None:
    poster, linjer, noegle = ren
    tekst = json.dumps(poster)
    for sted in random.Random(17).sample(range(ANTAL), 200):
        skadet = json.loads(tekst)
        ventet = indgreb(skadet, sted)
        fund = _svar(skadet, linjer, noegle).fund
        assert fund and fund[0].nr == ventet, f"sted {sted}: {fund[:3]}"


@pytest.mark.parametrize("sted", range(20))
def test_vidnet_kan_ikke_rettes_et_tegn(ren: tuple[Poster, list[str], Noegle], sted: int) -> None:
    """One character at a time in a line: each is found, and the line named."""
    poster, linjer, noegle = ren
    tilfaeldig = random.Random(sted)
    for _ in range(10):
        skadet = list(linjer)
        i = tilfaeldig.randrange(len(skadet[sted]))
        tegn = "0" if skadet[sted][i] != "0" else "1"
        skadet[sted] = skadet[sted][:i] + tegn + skadet[sted][i + 1 :]
        fund = _svar(poster, skadet, noegle).fund
        assert fund and fund[0].linje in (sted + 1, sted + 2), (sted, i, fund[:2])
