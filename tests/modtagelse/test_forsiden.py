"""A scan's first page is read for a suggestion after the file is ready: nobody waits, and nobody's words are changed."""

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.utils import timezone
from PIL import Image

from rehabteam.cli import dokumentarbejde, dokumentlaesning, forsidelaesning
from rehabteam.dokumenter import laest, livstegn, modtagelse
from rehabteam.dokumenter.omdan import MurNede, OmdanNede, scanning
from rehabteam.handlinger.afslut_modtagelse import afslut_modtagelse
from rehabteam.handlinger.begynd_modtagelse import Valgt, begynd_modtagelse
from rehabteam.handlinger.laeg_modtaget import laeg_modtaget
from rehabteam.handlinger.opgiv_modtagelse import opgiv_modtagelse
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Adgangspost, Dokument, ModtagetFil, Sag
from tests.dokumenter.omdan import filer
from tests.modtagelse.hjaelp import SAGT, klar, sendt, stand
from tests.verden import PDF, Verden
from tests.web.sagshjaelp import adresse, indsend, tekst

BREV = (
    "Lægehuset Havnegade\nEpikrise\nFødt 01.02.1970\nAalborg, den 4. marts 2026\nUndersøgt og fundet rask.\n"
)


@pytest.fixture(autouse=True)
def forfra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    dokumentarbejde._usynlige.clear()
    forsidelaesning._sprunget_over.clear()
    monkeypatch.setattr(forsidelaesning, "forside", lambda data, mime: BREV)
    yield


@pytest.fixture
def verden(verden: Verden) -> Verden:
    """With no scan that another test left to be read."""
    ModtagetFil.objects.using("vedligehold").filter(tilstand="klar", trin="laeses").update(trin="")
    return verden


def _foto(slags: str = "JPEG") -> bytes:
    ud = io.BytesIO()
    Image.new("L", (60, 80), 255).save(ud, slags)
    return ud.getvalue()


def _foreslaaet(fil: ModtagetFil) -> tuple[str, date | None, str]:
    return fil.foreslaaet_slags, fil.foreslaaet_dato, fil.foreslaaet_titel


def _scan(v: Verden, sag: Sag, navn: str, data: bytes = b"") -> UUID:
    """A scan that is ready, and nobody has read yet."""
    fil_id = klar(v, sag, navn, data or _foto())
    _igen(fil_id)
    return fil_id


def _igen(fil_id: UUID) -> None:
    """As if the waiting were over."""
    ModtagetFil.objects.using("vedligehold").filter(id=fil_id).update(naeste_tid=timezone.now())
    forsidelaesning._sprunget_over.clear()


def test_en_scanning_er_klar_foer_den_laeses_og_faar_saa_sit_forslag(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("modtagelse_laeg", sag)
    fil_id = _scan(v, sag, "scan0001.jpg")
    assert (stand(v, fil_id).trin, _foreslaaet(stand(v, fil_id))) == ("laeses", ("", None, "scan0001"))
    (Path(settings.DATA) / livstegn.NAVN).unlink(missing_ok=True)
    assert "Forslag er på vej" not in tekst(klient.get(url))  # nobody is there to read it
    dokumentarbejde.giv_livstegn()
    assert "Forslag er på vej til 1 fil: dens første side bliver læst." in tekst(klient.get(url))
    assert forsidelaesning.tag_en() and not forsidelaesning.tag_en()
    fil = stand(v, fil_id)
    assert _foreslaaet(fil) == ("dokumentation", date(2026, 3, 4), "Lægehuset Havnegade")
    assert (fil.tilstand, fil.trin, fil.naeste_tid) == ("klar", "", None)
    side = klient.get(url)
    assert "på vej" not in tekst(side) and 'value="04.03.2026"' in side.content.decode()
    (post,) = Adgangspost.objects.using("vedligehold").filter(rute="foreslaa_modtaget", objekt=fil_id)
    assert post.borgere == [sag.borger_id]
    # What she wrote before it came is hers, also when the page comes back with an error, and is not called a guess.
    felter = {"slags": "brev", "titel": "Mit eget", "dato": "", "med": "on"}
    svar = indsend(klient, url, **{f"{fil_id}-{felt}": vaerdi for felt, vaerdi in felter.items()})
    assert svar.status_code == 422 and "Mit eget" in svar.content.decode()
    assert "04.03.2026" not in svar.content.decode() and "maerkat--kant" not in svar.content.decode()


def test_et_forslag_kommer_aldrig_for_sent_paa_det_der_er_lagt_eller_fjernet(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    v, sag = verden, verden.genoptaget()
    lagt, fjernet, imens = (
        _scan(v, sag, navn, _foto() + b"\n" * nr) for nr, navn in enumerate(("1.jpg", "2.jpg", "3.jpg"))
    )
    v.goer(v.sagsbehandler, laeg_modtaget, sag.id, lagt, **SAGT)
    v.goer(v.sagsbehandler, opgiv_modtagelse, sag.id, fjernet)

    def laeg_mens_der_laeses(data: bytes, mime: str) -> str:
        v.goer(v.sagsbehandler, laeg_modtaget, sag.id, imens, **SAGT)
        return BREV

    monkeypatch.setattr(forsidelaesning, "forside", laeg_mens_der_laeses)
    assert forsidelaesning.tag_en() and not forsidelaesning.tag_en()
    assert {_foreslaaet(stand(v, fil_id)) for fil_id in (lagt, fjernet, imens)} == {
        ("", None, navn) for navn in "123"
    }
    with kontekst.arbejder_som(v.sagsbehandler):
        assert {d.titel for d in Dokument.objects.filter(sag=sag, fulgte_med=None)} == {SAGT["titel"]}
    assert not Adgangspost.objects.using("vedligehold").filter(rute="foreslaa_modtaget", objekt=imens)
    assert capsys.readouterr().err == ""  # and not only because the database would not have it


def test_nye_filer_undersoeges_foer_noget_laeses(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    v, sag = verden, verden.genoptaget()
    scan = _scan(v, sag, "scan.png", _foto("PNG"))
    ny = sendt(v, sag, "ny.pdf")
    set_: list[str] = []
    monkeypatch.setattr(forsidelaesning, "forside", lambda *_: set_.append(stand(v, ny).tilstand) or BREV)
    for andet in ("tag_en", "tegn_en"):
        monkeypatch.setattr(dokumentlaesning, andet, lambda *_: False)
    assert dokumentarbejde._koer(en_gang=True) == 0
    assert set_ == ["klar"] and stand(v, scan).foreslaaet_slags == "dokumentation"


def test_kun_det_der_mangler_laeses_og_hvad_en_person_har_sagt_roeres_ikke(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    i_navnet = klar(v, sag, "LÆ 265 12.03.2026.jpg", _foto())
    blank = klar(v, sag, "blank.pdf", PDF)
    data = _foto()
    valgt = Valgt("scan.jpg", len(data), slags="brev", titel="Fra mor", dato=date(2026, 1, 2))
    (svar,) = v.goer(v.sagsbehandler, begynd_modtagelse, sag.id, filer=[valgt])
    assert svar.fil is not None
    sagt = svar.fil.id
    modtagelse.laeg_stykke(settings.DATA, sagt, 0, io.BytesIO(data), len(data), len(data))
    v.goer(v.sagsbehandler, afslut_modtagelse, sag.id, sagt)
    while dokumentarbejde.tag_en_fil():
        pass
    alle = [stand(v, fil_id) for fil_id in (i_navnet, blank, sagt)]
    assert [(fil.tilstand, fil.trin) for fil in alle] == [("klar", "")] * 3
    assert not forsidelaesning.tag_en()
    assert _foreslaaet(stand(v, sagt)) == ("brev", date(2026, 1, 2), "Fra mor")


def test_en_side_der_ikke_kan_laeses_goer_filen_hverken_afvist_eller_evig(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    v, sag = verden, verden.genoptaget()
    brudt = _scan(v, sag, "hemmelig.jpg")

    def travlt(*_: object) -> str:
        raise OmdanNede("hemmelig")

    monkeypatch.setattr(forsidelaesning, "forside", travlt)
    for _ in range(3):
        _igen(brudt)
        assert forsidelaesning.tag_en() and stand(v, brudt).naeste_tid > timezone.now()
    _igen(brudt)
    assert not forsidelaesning.tag_en()
    assert (stand(v, brudt).tilstand, stand(v, brudt).trin) == ("klar", "")
    assert _foreslaaet(stand(v, brudt)) == ("", None, "hemmelig")
    fejl = capsys.readouterr().err
    assert "OmdanNede" in fejl and "hemmelig" not in fejl


def test_et_foto_af_noget_andet_er_ingen_tekst(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(laest, "laes_forside", lambda pdf: "Fe ~ ge\n|| æøe .. 12\x00\n")
    assert laest.forside(PDF, laest.PDF) == ""
    monkeypatch.setattr(laest, "laes_forside", lambda pdf: BREV + "\x00")
    assert laest.forside(PDF, laest.PDF) == BREV


def test_en_maskine_uden_ocr_eller_mur_foreslaar_intet(monkeypatch: pytest.MonkeyPatch) -> None:
    def ingen_mur(*_: object) -> None:
        raise MurNede

    monkeypatch.setattr(scanning, "spoerg", ingen_mur)
    assert laest.forside(PDF, laest.PDF) == ""
    monkeypatch.setattr(scanning, "TESSERACT", scanning.TESSERACT.with_name("findes-ikke"))
    monkeypatch.setattr(scanning, "spoerg", None)
    assert laest.forside(PDF, laest.PDF) == ""


@pytest.mark.langsom
@pytest.mark.skipif(not scanning.TESSERACT.exists(), reason="Tesseract er ikke installeret")
def test_rigtige_scanninger_faar_forslag(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forsidelaesning, "forside", laest.forside)
    v, sag = verden, verden.genoptaget()
    linjer = (
        "Region Nord",
        "Lægeattest til rehabiliteringsteamet",
        "Født 01.02.1970",
        "Aalborg, den 4. marts 2026",
    )
    linjer += filer.LINJER[1:]  # which way is up is told by a page of print, not by four lines
    side, anden = filer.ark(linjer), filer.ark(("Anden side taler om en epikrise",))
    png = io.BytesIO()
    side.rotate(90, expand=True).save(png, "PNG", dpi=(200, 200))
    ider = [
        sendt(v, sag, "scan0001.pdf", filer.scannet(side, anden)),
        sendt(v, sag, "IMG_0042.png", png.getvalue()),
        sendt(v, sag, "fax 3.tiff", filer.tiff(side.copy(), anden.copy())),
        sendt(v, sag, "4.jpg", _foto()),
    ]
    while dokumentarbejde.tag_en_fil():
        pass
    while forsidelaesning.tag_en():
        pass
    *tre, foto = (stand(v, fil_id) for fil_id in ider)
    assert {fil.tilstand for fil in (*tre, foto)} == {"klar"} and {fil.trin for fil in (*tre, foto)} == {""}
    assert [_foreslaaet(fil)[:2] for fil in tre] == [("laegeattest", date(2026, 3, 4))] * 3
    assert [fil.foreslaaet_titel for fil in tre] == ["Region Nord", "Region Nord", "fax 3"]
    assert _foreslaaet(foto) == ("", None, "4")
