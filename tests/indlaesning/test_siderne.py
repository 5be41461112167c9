"""The pages: files chosen, seen through by the worker, said yes to, read in; who may, and what the log says."""

from __future__ import annotations

import io
import json
import re
import uuid
from datetime import date, timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from rehabteam.cli import import_
from rehabteam.handlinger.bestil_import import bestil_import
from rehabteam.sager.indlaesning import spole
from rehabteam.sager.models import Adgangspost, Borger, Importjob, Medarbejder, Rolle
from rehabteam.sager.testnumre import er_testnummer, testnummer
from tests.indlaesning.koersel import VED, frisk, gennemset
from tests.indlaesning.test_indlaesning import en
from tests.verden import Verden

CPR = testnummer(date(1980, 3, 4), "K")


def send(klient: Client, rute: str, *ider: object, **felter: object) -> HttpResponse:
    return klient.post(reverse(f"web:{rute}", args=ider), {"noegle": str(uuid.uuid4()), **felter})


def arbejd() -> None:
    while import_.tag_en():
        pass


def filer(v: Verden) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(f"{nr} {CPR}.csv", fil.read()) for nr, fil in enumerate(en(v))]


def tekst(klient: Client, rute: str, *ider: object) -> str:
    svar = klient.get(reverse(f"web:{rute}", args=ider))
    assert svar.status_code == 200
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", svar.content.decode()))


def test_fra_filer_til_indlaest(verden: Verden) -> None:
    v = verden
    arbejd()
    klient = v.klient(v.sagsbehandler)
    assert "Intet er indlæst endnu" in tekst(klient, "import")
    svar = send(klient, "import_ny", system="Momentum", filer=filer(v))
    job_id = svar["Location"].rstrip("/").rpartition("/")[2]
    assert "Filerne ses igennem" in tekst(klient, "importjob", job_id)
    arbejd()
    side = tekst(klient, "importjob", job_id)
    assert "Det sker, hvis du siger ja" in side and "Borgere 1 0 0 0 0" in side and CPR not in side
    assert not Borger.objects.using(VED).filter(kommune_id=v.kommune.id).exists()
    assert send(klient, "import_bestil", job_id).status_code == 302
    assert "0 af 3 linjer" in tekst(klient, "importjob", job_id)
    arbejd()
    assert "Filerne er indlæst" in tekst(klient, "importjob", job_id)
    borger = Borger.objects.using(VED).get(kommune_id=v.kommune.id)
    poster = Adgangspost.objects.using(VED).filter(rute="importer_raekker", objekt=job_id)
    assert [(p.borgere, p.art, p.medarbejder_id) for p in poster] == [
        ([borger.id], "skriv", v.sagsbehandler.medarbejder_id)
    ]
    assert not spole.sti(settings.DATA, uuid.UUID(job_id)).exists()
    assert CPR not in str(Importjob.objects.using(VED).filter(id=job_id).values())


def test_filen_at_proeve_med_kan_laeses_og_har_to_fejl(verden: Verden) -> None:
    v = verden
    svar = v.klient(v.leder).get(reverse("web:import_eksempel"))
    assert all(er_testnummer(json.loads(linje).get("cpr", CPR)) for linje in svar.content.splitlines())
    job = gennemset(v, [io.BytesIO(svar.content)])
    assert (
        job.antal_fejl == 2
        and job.tal["borger"] == {"ny": 12}
        and job.tal["forloeb"] == {"ny": 12, "fejl": 1}
    )


def test_hvem_der_maa(verden: Verden) -> None:
    v = verden
    job = gennemset(v, en(v))
    for hvem in (v.moedeleder, v.teammedlem, v.sekretariat, v.koordinator):
        assert v.klient(hvem).get(reverse("web:import")).status_code == 403
        assert send(v.klient(hvem), "import_bestil", job.id).status_code == 403
    for rute in ("import_bestil", "import_fortryd"):
        assert send(v.klient(v.naboen), rute, job.id).status_code == 404
    assert v.klient(v.naboen).get(reverse("web:importjob", args=[job.id])).status_code == 404
    assert frisk(job).tilstand == "klar"
    assert send(v.klient(v.leder), "import_fortryd", job.id).status_code == 302
    assert frisk(job).tilstand == "fortrudt"


@pytest.mark.parametrize(
    ("felter", "siger"),
    [
        ({"system": "", "filer": []}, "Vælg mindst én fil"),
        ({"system": "<b>", "filer": "csv"}, "bogstaver og tal"),
        ({"system": "M", "filer": [SimpleUploadedFile("a.csv", b"a;b\n1;2\n")]}, "kolonnenavne"),
        ({"system": "M", "filer": [SimpleUploadedFile("a.csv", b"x")] * 11}, "højst vælges ti"),
    ],
)
def test_hvad_formularen_siger(verden: Verden, felter: dict[str, object], siger: str) -> None:
    v = verden
    if felter["filer"] == "csv":
        felter = felter | {"filer": filer(v)}
    svar = send(v.klient(v.leder), "import_ny", **felter)
    assert svar.status_code == 422 and siger in svar.content.decode()


def test_en_ret_der_er_vaek_standser_jobbet_og_siden_siger_det(verden: Verden) -> None:
    v = verden
    arbejd()
    hun = v.person(Rolle.LEDER, v.kommune, "Lone Leder")
    job = gennemset(v, en(v), hun)
    v.goer(hun, bestil_import, job.id)
    Medarbejder.objects.using(VED).filter(id=hun.medarbejder_id).update(rolle=Rolle.TEAMMEDLEM)
    arbejd()
    assert (frisk(job).tilstand, frisk(job).behandlet) == ("umulig", 0)
    assert "har ikke længere ret" in tekst(v.klient(v.leder), "importjob", job.id)


def test_ingen_arbejder_og_en_fil_der_er_vaek_siges(verden: Verden) -> None:
    v = verden
    arbejd()
    job = gennemset(v, en(v))
    spole.fjern(spole.sti(settings.DATA, job.id))
    svar = send(v.klient(v.leder), "import_bestil", job.id)
    assert svar.status_code == 422 and "syv dage" in svar.content.decode()
    job = gennemset(v, en(v))
    v.goer(v.leder, bestil_import, job.id)
    Importjob.objects.using(VED).filter(id=job.id).update(bestilt_tid=timezone.now() - timedelta(minutes=2))
    assert "Ingen har taget fat endnu" in tekst(v.klient(v.leder), "importjob", job.id)
    spole.fjern(spole.sti(settings.DATA, job.id))
    arbejd()
    assert frisk(job).tilstand == "umulig" and "Filen forsvandt" in frisk(job).grund
