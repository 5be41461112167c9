"""`rehabteam import`: exit codes, figures without persons, and an import that is killed and goes on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import jsonschema
import pytest
from django.conf import settings
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from rehabteam.cli import hoved
from rehabteam.handlinger.bestil_import import bestil_import
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.indlaesning import skema, spole
from rehabteam.sager.models import Borger, Forloeb, Haendelse, Importnoegle, Indsats
from rehabteam.sager.testnumre import testnummer
from rehabteam.web.models import Konto
from tests.conftest import DATABASE, SUPER
from tests.indlaesning.filer import borgere, csv, filerne
from tests.indlaesning.koersel import VED, frisk, gennemset
from tests.verden import Verden

ROD = Path(__file__).parents[2]
CPR = testnummer(date(1980, 3, 4), "K")


def brugernavn(hvem: Aktoer) -> str:
    return str(Konto.objects.using(VED).get(medarbejder_id=hvem.medarbejder_id).brugernavn)


def koer(*argumenter: str | Path) -> int:
    return hoved.main(["import", *map(str, argumenter)])


def test_fil_ser_igennem_og_indlaeser_naar_man_siger_det(
    verden: Verden, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    v = verden
    (tmp_path / "b.csv").write_bytes(csv("borger", [f"{CPR};Bo Prøve;;nej"]).read())
    (tmp_path / "f.csv").write_bytes(csv("forloeb", [f"F1;{CPR};20.10.2025;", f"F2;{CPR};i går;"]).read())
    som = ("--som", brugernavn(v.leder), "--system", "Momentum")
    filer = (tmp_path / "b.csv", tmp_path / "f.csv")
    assert koer("fil", *filer, *som) == 1
    assert not Borger.objects.using(VED).filter(kommune_id=v.kommune.id).exists()
    assert koer("fil", *filer, *som, "--indlaes") == 1
    assert koer("fil", tmp_path / "b.csv", *som, "--indlaes") == 0
    ud = capsys.readouterr()
    assert "borgere: 1 nye" in ud.out and "fil 2 linje 3: start: Datoen kan ikke læses" in ud.out
    assert CPR not in ud.out + ud.err and "Bo Prøve" not in ud.out and "i går" not in ud.out
    assert "█" not in ud.err, "the bar is for a terminal"
    assert Borger.objects.using(VED).get(kommune_id=v.kommune.id).navn == "Bo Prøve"


def test_fil_siger_hvorfor_den_ikke_kan(
    verden: Verden, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    v = verden
    (tmp_path / "b.csv").write_text("noget andet\n")
    for hvem, fil, siger in (
        (brugernavn(v.moedeleder), "b.csv", "kan ikke gøres i rollen"),
        ("findes.ikke", "b.csv", "ingen åben konto"),
        (brugernavn(v.leder), "findes-ikke.csv", "kan ikke læses"),
        (brugernavn(v.leder), "b.csv", "kolonnenavne"),
    ):
        assert koer("fil", tmp_path / fil, "--som", hvem, "--system", "M") == 2
        assert siger in capsys.readouterr().err


def test_formen_staar_i_dokumenterne_som_programmet_laeser_den() -> None:
    """Made by `rehabteam import skema`."""
    assert skema.som_markdown() in (ROD / "docs" / "import.md").read_text("utf-8")
    assert (ROD / "docs" / "import-skema.json").read_text("utf-8") == skema.som_json()


def test_skemaet_tager_imod_det_programmet_tager_imod() -> None:
    proever = jsonschema.Draft202012Validator(json.loads(skema.som_json()))
    ja = {
        "slags": "timer",
        "kilde_id": "T1",
        "forloeb": "F1",
        "dato": "2026-01-02",
        "timer": 7.4,
        "art": "SELVSTAENDIG",
    }
    assert proever.is_valid(ja)
    for nej in (
        ja | {"x": 1},
        ja | {"art": "ANDET"},
        {"slags": "borger", "cpr": CPR},
        ja | {"slags": "andet"},
    ):
        assert not proever.is_valid(nej)


def test_gamle_raekker_slettes(tmp_path: Path) -> None:
    mappe = tmp_path / "import"
    mappe.mkdir()
    for navn, alder in (("gammel.jsonl", spole.GEMMES + 60), ("ny.jsonl", 60)):
        (mappe / navn).write_text("x")
        os.utime(mappe / navn, (time.time() - alder,) * 2)
    spole.ryd(tmp_path)
    assert [f.name for f in mappe.iterdir()] == ["ny.jsonl"]


def _adresse(rolle: str) -> str:
    felter = conninfo_to_dict(SUPER) | {
        "user": f"rehabteam_test_{rolle}",
        "password": "proeve",
        "dbname": DATABASE,
    }
    return make_conninfo(**felter)


@pytest.mark.langsom
def test_draebt_igen_og_igen_gaar_den_videre_og_intet_staar_to_gange(verden: Verden) -> None:
    """SIGKILL in the middle of batches until it is done: the same rows as an import that was let alone."""
    v = verden
    linjer = borgere(1500)
    job = gennemset(v, filerne(linjer))
    v.goer(v.leder, bestil_import, job.id)
    env = {k: x for k, x in os.environ.items() if not k.startswith("REHABTEAM_")} | {
        "REHABTEAM_ROLLEPRAEFIKS": "rehabteam_test",
        "REHABTEAM_HEMMELIG": settings.SECRET_KEY,
        "REHABTEAM_DB_WEB": _adresse("web"),
        "REHABTEAM_DB_VEDLIGEHOLD": _adresse("migr"),
        "REHABTEAM_DATA": str(settings.DATA),
        "REHABTEAM_DEMO": "1",
    }
    kommando = [sys.executable, "-m", "rehabteam.cli.hoved", "import", "koer"]
    tilfaeldig, naaet = random.Random(5), [0]
    slut = time.monotonic() + 600
    while frisk(job).tilstand == "bestilt" and time.monotonic() < slut:
        proces = subprocess.Popen(kommando, env=env, stdout=subprocess.DEVNULL)
        while frisk(job).behandlet == naaet[-1] and proces.poll() is None and time.monotonic() < slut:
            time.sleep(0.05)
        time.sleep(tilfaeldig.random())  # somewhere in a later batch
        proces.send_signal(signal.SIGKILL)
        proces.wait()
        naaet.append(frisk(job).behandlet)
    assert frisk(job).tilstand == "faerdig" and len(naaet) > 3, naaet
    assert naaet == sorted(naaet) and frisk(job).antal_fejl == 0
    for model, antal in ((Borger, 1500), (Forloeb, 1500), (Indsats, 1500)):
        assert model.objects.using(VED).filter(kommune_id=v.kommune.id).count() == antal
    assert (
        Importnoegle.objects.using(VED).filter(kommune_id=v.kommune.id).count()
        == sum(map(len, linjer.values())) - 1500
    )
    paa_forloeb = Haendelse.objects.using(VED).filter(kommune_id=v.kommune.id, forloeb__isnull=False)
    assert paa_forloeb.count() == paa_forloeb.values("forloeb").distinct().count() == 1500
