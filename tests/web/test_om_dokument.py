"""The page about one document: what has been read in it, what a certificate holds, and where else it lies."""

import uuid
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from rehabteam.dokumenter.laest import Laest, Sidetekst
from rehabteam.handlinger.gennemgaa_dokument import gennemgaa_dokument
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.vurder_laegeattest import vurder_laegeattest
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Dokument, Gennemgang, Sag
from tests.verden import DAG, PDF, Verden


@pytest.fixture(autouse=True)
def eget_lager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA", tmp_path)


def laeg(v: Verden, sag: Sag, data: bytes, slags: str = "laegeattest") -> Dokument:
    felter = {"filnavn": "a.pdf", "titel": "Attest fra lægen", "slags": slags, "dato": DAG}
    d: Dokument = v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, data=data, **felter)
    return d


def ny_pdf() -> bytes:
    return PDF.replace(b"xref\n", b"%" + uuid.uuid4().hex.encode() + b"\nxref\n", 1)


def side(v: Verden, hvem: Aktoer, d: Dokument) -> str:
    svar = v.klient(hvem).get(reverse("web:om_dokument", args=[d.sag_id, d.id]))
    assert svar.status_code == 200
    return " ".join(svar.content.decode().split())


def test_attesten_mod_paragraf_4_stk_3(verden: Verden) -> None:
    v = verden
    d = laeg(v, v.genoptaget(), ny_pdf())
    html = side(v, v.sagsbehandler, d)
    assert "Ingen har krydset af" in html and reverse("web:laegevurdering", args=[d.sag_id, d.id]) in html
    v.goer(
        v.sagsbehandler,
        vurder_laegeattest,
        d.sag_id,
        d.id,
        kilde="LAEGEATTEST_PL",
        konsultation=True,
        punkter=[1, 3],
    )
    html = side(v, v.teammedlem, d)
    assert html.count("<dd>Krydset af</dd>") == 2 and html.count("<dd>Ikke krydset af</dd>") == 2
    assert "Efter konsultation" in html and reverse("web:laegevurdering", args=[d.sag_id, d.id]) not in html


def test_hvor_det_ogsaa_ligger_inden_for_det_man_ser(verden: Verden) -> None:
    v = verden
    data, sag, anden = ny_pdf(), v.genoptaget(), v.genoptaget(v.forloeb(navn="Ny Nysen"))
    her = laeg(v, sag, data)
    assert "ligger ikke på andre sager" in side(v, v.sagsbehandler, her)
    laeg(v, anden, data)
    html = side(v, v.sagsbehandler, her)
    assert f"Sag {anden.nummer}" in html and "en anden borgers sag" in html
    post = Adgangspost.objects.using("vedligehold").filter(objekt=sag.id).latest("id")
    assert set(post.borgere) == {sag.borger_id, anden.borger_id}
    v.sendt(sag)
    html = side(v, v.sekretariat, her)
    assert anden.nummer not in html and "ligger ikke på andre sager" in html
    v.udelukket(v.teammedlem, anden.borger_id)
    assert anden.nummer not in side(v, v.teammedlem, her)


@pytest.mark.parametrize(
    ("laest", "siger"),
    [
        (None, "bliver læst i baggrunden"),
        (Laest((Sidetekst(1, 595, 842, "", (), False),)), "undtagen på 1 side"),
        (Laest((Sidetekst(1, 595, 842, "ord", (), False),)), "<dd>Ja.</dd>"),
        (Laest(grund="Teksten kunne ikke læses."), "Nej. Teksten kunne ikke læses."),
    ],
)
def test_om_teksten_kan_soeges(verden: Verden, laest: Laest | None, siger: str) -> None:
    v = verden
    d = laeg(v, v.genoptaget(), ny_pdf(), "andet")
    if laest:
        g = Gennemgang.objects.using("vedligehold").get(dokument=d)
        v.goer(v.sagsbehandler, gennemgaa_dokument, g.id, laest)
    html = side(v, v.sagsbehandler, d)
    assert siger in html and "Hvad attesten indeholder" not in html


def test_en_andens_dokument_findes_ikke(verden: Verden) -> None:
    v = verden
    d = laeg(v, v.genoptaget(), ny_pdf())
    adresse = reverse("web:om_dokument", args=[d.sag_id, d.id])
    assert v.klient(v.naboen).get(adresse).status_code == 404
