"""One document: what is taken in and what is refused, how it is shown, and how it is withdrawn."""

import io
import uuid
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from PIL import Image

from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Sag
from rehabteam.sager.testnumre import testnumre
from rehabteam.web.models import Laest
from tests.verden import PDF, Verden
from tests.web.sagshjaelp import adresse, fil, handlinger, indsend, lograekker, tekst

FELTER = {"slags": "dokumentation", "titel": "Opfølgning, marts", "dato": "03.03.2026"}


def _billede(slags: str) -> bytes:
    ud = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(ud, slags)
    return ud.getvalue()


def _laast() -> bytes:
    ud = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        pdf.save(ud, encryption=pikepdf.Encryption(owner="a", user="b"))
    return ud.getvalue()


def _med_script() -> bytes:
    ud = io.BytesIO()
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.save(ud)
    return ud.getvalue()


def _dokumenter(v: Verden, sag: Sag) -> list[Dokument]:
    with kontekst.arbejder_som(v.sagsbehandler):
        return list(Dokument.objects.filter(sag=sag, fulgte_med=None))


def _tilfoejet(v: Verden, sag: Sag, data: bytes = PDF, titel: str = "Opfølgning") -> Dokument:
    return v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag.id,
        filnavn="a.pdf" if data == PDF else "a.png",
        data=data,
        titel=titel,
        slags="dokumentation",
        dato=date(2026, 5, 1),
    )


def test_tilfoej_og_aabn(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("dokument_nyt", sag)
    side = klient.get(f"{url}?slags=dokumentation")
    assert '<option value="dokumentation" selected>' in side.content.decode()
    assert indsend(klient, url, **FELTER, fil=fil())["Location"] == adresse("sag", sag)
    (dokument,) = _dokumenter(v, sag)
    assert (dokument.titel, dokument.sider, dokument.mime) == ("Opfølgning, marts", 1, "application/pdf")
    svar = klient.get(adresse("dokument", sag, dokument.id))
    assert svar.content == PDF
    assert svar["Content-Type"] == "application/pdf" and svar["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in svar["Content-Security-Policy"] and "no-store" in svar["Cache-Control"]
    assert svar["Content-Disposition"].startswith("inline") and "f%C3%B8lgning" in svar["Content-Disposition"]
    assert klient.get(adresse("dokument", sag, dokument.id) + "?hent")["Content-Disposition"].startswith(
        "attachment"
    )
    assert ("laes", "dokumenter.se", 200, True) in lograekker(sag, v.sagsbehandler)
    klient.get(adresse("dokument", sag, dokument.id))
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Laest.objects.filter(medarbejder_id=v.sagsbehandler.medarbejder_id).count() == 1


@pytest.mark.parametrize(("slags", "navn"), [("PNG", "billede.png"), ("JPEG", "billede.jpg")])
def test_billeder_vises_som_billeder(verden: Verden, slags: str, navn: str) -> None:
    v = verden
    sag = v.genoptaget()
    klient = v.klient(v.sagsbehandler)
    indsend(klient, adresse("dokument_nyt", sag), **FELTER, fil=fil(_billede(slags), navn))
    (dokument,) = _dokumenter(v, sag)
    assert klient.get(adresse("dokument", sag, dokument.id))["Content-Type"] == f"image/{slags.lower()}"


@pytest.mark.parametrize(
    ("data", "navn", "siger"),
    [
        (b"", "tom.pdf", "Filen er tom."),
        (b"PK\x03\x04" + b"x" * 50, "brev.docx", "skåret over"),
        (b"MZ" + b"x" * 50, "brev.pdf", "et program"),
        (PDF[:-20], "brev.pdf", "skåret over"),
        (_laast(), "brev.pdf", "låst"),
        (_med_script(), "brev.pdf", "køre programmer"),
        (PDF, "brev.png", "Filen er en PDF-fil, men hedder .png."),
        (PDF + b"PK\x03\x04<html>", "brev.pdf", "to slags"),
    ],
    ids=["tom", "word", "program", "afskaaret", "laast", "script", "endelse", "to-slags"],
)
def test_afviste_filer_siges_ved_feltet(verden: Verden, data: bytes, navn: str, siger: str) -> None:
    v = verden
    sag = v.genoptaget()
    svar = indsend(v.klient(v.sagsbehandler), adresse("dokument_nyt", sag), **FELTER, fil=fil(data, navn))
    html = svar.content.decode()
    assert svar.status_code == 422
    assert siger in tekst(svar)
    assert 'id="id_fil-error"' in html and "Opfølgning, marts" in html
    assert _dokumenter(v, sag) == []


def test_for_stor_fil(verden: Verden, settings: object) -> None:
    v = verden
    sag = v.genoptaget()
    settings.MAX_FILSTOERRELSE = 100  # type: ignore[attr-defined]
    svar = indsend(v.klient(v.sagsbehandler), adresse("dokument_nyt", sag), **FELTER, fil=fil())
    assert svar.status_code == 422 and "over 50 MB" in tekst(svar)


def test_en_alt_for_stor_anmodning_standses_foer_den_naar_disken(verden: Verden, settings: object) -> None:
    v = verden
    sag = v.genoptaget()
    settings.MAX_FILSTOERRELSE = -2 * 1024 * 1024  # type: ignore[attr-defined]
    svar = indsend(v.klient(v.sagsbehandler), adresse("dokument_nyt", sag), **FELTER, fil=fil())
    assert svar.status_code == 413 and "Filen er for stor" in tekst(svar) and "over 50 MB" in tekst(svar)
    assert _dokumenter(v, sag) == []


def test_en_anden_fejl_siger_at_filen_skal_vaelges_igen(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("dokument_nyt", sag)
    for rettelse, siger in (
        ({"dato": "31.02.2026"}, "Datoen kan ikke læses."),
        ({"dato": "28.05.2026"}, "ligger efter i dag"),
        ({"dato": "01.01.1890"}, "før borgerens fødsel"),
        ({"titel": ""}, "Skriv en titel"),
        ({"slags": "hvadsomhelst"}, "Vælg, hvad dokumentet er."),
        ({"titel": f"Brev til {next(iter(testnumre()))}"}, "uden CPR-nummer"),
    ):
        svar = indsend(klient, url, **(FELTER | rettelse), fil=fil())
        assert svar.status_code == 422, rettelse
        assert siger in tekst(svar) and "Vælg filen igen." in tekst(svar), rettelse
    svar = indsend(klient, url, **FELTER)
    assert svar.status_code == 422 and "Vælg en fil." in tekst(svar)
    assert _dokumenter(v, sag) == []


def test_cpr_i_filnavnet_gemmes_ikke(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    cpr = next(iter(testnumre()))
    indsend(
        v.klient(v.sagsbehandler), adresse("dokument_nyt", sag), **FELTER, fil=fil(PDF, f"attest {cpr}.pdf")
    )
    (dokument,) = _dokumenter(v, sag)
    assert cpr[-4:] not in dokument.filnavn and dokument.filnavn.endswith("-xxxx.pdf")


def test_sendt_to_gange_er_eet_dokument(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url, noegle = v.klient(v.sagsbehandler), adresse("dokument_nyt", sag), str(uuid.uuid4())
    svar = [indsend(klient, url, noegle, **FELTER, fil=fil()) for _ in range(2)]
    assert [s["Location"] for s in svar] == [adresse("sag", sag)] * 2
    assert len(_dokumenter(v, sag)) == 1


def test_ikke_virusscannet_siges(verden: Verden, settings: object) -> None:
    v = verden
    sag = v.genoptaget()
    _tilfoejet(v, sag)
    klient = v.klient(v.sagsbehandler)
    settings.SLAAET_FRA = ["virusscanner"]  # type: ignore[attr-defined]
    assert "ikke virusscannet (demo)" in tekst(klient.get(adresse("dokument_nyt", sag)))
    assert "ikke virusscannet (demo)" in tekst(klient.get(adresse("sag_dokumenter", sag)))
    settings.SLAAET_FRA = []  # type: ignore[attr-defined]
    assert "virusscannet" not in tekst(klient.get(adresse("dokument_nyt", sag)))


def test_hvem_der_kan_aabne(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    anden = v.genoptaget()
    dokument = _tilfoejet(v, sag)
    url = adresse("dokument", sag, dokument.id)
    for hvem in (v.sekretariat, v.koordinator, v.naboen):
        assert v.klient(hvem).get(url).status_code == 404, hvem.rolle
    assert v.klient(v.teammedlem).get(url).status_code == 200
    # a document is asked for on its own case only
    assert v.klient(v.sagsbehandler).get(adresse("dokument", anden, dokument.id)).status_code == 404
    v.sendt(sag)
    assert v.klient(v.sekretariat).get(url).status_code == 200
    assert v.klient(v.koordinator).get(url).status_code == 404


def test_en_fil_der_er_vaek_eller_oedelagt(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    dokument = _tilfoejet(v, sag, _billede("PNG"))
    sti = Path(settings.DATA) / dokument.sha256[:2] / dokument.sha256
    klient, url = v.klient(v.sagsbehandler), adresse("dokument", sag, dokument.id)
    sti.chmod(0o600)
    sti.write_bytes(b"noget andet")
    svar = klient.get(url)
    assert svar.status_code == 503 and "ændret, siden det blev gemt" in tekst(svar)
    sti.unlink()
    svar = klient.get(url)
    assert svar.status_code == 503 and "findes ikke i lageret" in tekst(svar)


def test_traek_tilbage_med_en_grund(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    dokument = _tilfoejet(v, sag)
    klient, url = v.klient(v.sagsbehandler), adresse("dokument_tilbage", sag, dokument.id)
    assert "Opfølgning" in tekst(klient.get(url))
    svar = indsend(klient, url, grund="")
    assert svar.status_code == 422 and "Skriv, hvorfor" in tekst(svar)
    assert indsend(klient, url, grund="Hører til en anden.")["Location"] == adresse("sag_dokumenter", sag)
    assert "Hører til en anden." in tekst(klient.get(adresse("sag_dokumenter", sag)))
    assert klient.get(adresse("dokument", sag, dokument.id)).status_code == 410
    assert klient.get(url).status_code == 404
    assert "traek_dokument_tilbage" in handlinger(sag, v.sagsbehandler)
    assert "Dokumentation til resuméet" in tekst(klient.get(adresse("sag", sag)))
    assert v.klient(v.moedeleder).get(url).status_code == 403


def test_i_den_gamle_sag_aendres_intet(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    with kontekst.arbejder_som(v.sagsbehandler):
        gammelt = Dokument.objects.filter(sag_id=Sag.objects.get(id=sag.id).udspringer_af_id).first()
    gammel = Sag(id=gammelt.sag_id)
    klient = v.klient(v.sagsbehandler)
    assert klient.get(adresse("dokument_tilbage", gammel, gammelt.id)).status_code == 403
    assert indsend(klient, adresse("dokument_nyt", gammel), **FELTER, fil=fil()).status_code == 403
    assert klient.get(adresse("dokument", gammel, gammelt.id)).status_code == 200


def test_resumeet_laeses_som_dokument(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Tekst.", faerdigt=True, version=0)
    (dokument,) = _dokumenter(v, sag)
    svar = v.klient(v.teammedlem).get(adresse("dokument", sag, dokument.id))
    assert svar.content.startswith(b"%PDF-")
