"""A long redacted edition is read by the worker; until then it is given to nobody, and read it never changes again."""

import subprocess
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.urls import reverse

from rehabteam.cli import dokumentarbejde, overstregningslaesning
from rehabteam.dokumenter import overstreg as modul
from rehabteam.dokumenter.omdan import OmdanNede
from rehabteam.dokumenter.overstreg import Overstreget
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.marker_overstregning import marker_overstregning
from rehabteam.handlinger.overstreg_dokument import overstreg_dokument
from rehabteam.handlinger.traek_overstregning_tilbage import traek_overstregning_tilbage
from rehabteam.handlinger.udlever_udvalg import udlever_udvalg
from rehabteam.handlinger.undlad_laesning import undlad_laesning
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Adgangspost, Dokument, Forsendelseslinje, Haendelse, Overstregning, Sag
from tests.dokumenter.overstregsider import ORD, staar_der
from tests.dokumenter.tekstpdf import BAG_MUREN, TESSERACT, tekst_pdf
from tests.handlinger.test_overstregning import FELT, GRUND, dokument_paa
from tests.handlinger.test_udvalg import beskyttet, linjen, valgt
from tests.verden import Verden
from tests.web.sagshjaelp import indsend, tekst

TEGNET, MED_TEKST = tekst_pdf("billede", "billede"), tekst_pdf("Offentligt", "")
LAEST = Overstreget(MED_TEKST, 2, 1)
VED = "vedligehold"


@pytest.fixture(autouse=True)
def lang(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every edition is a long one, drawn and read without the wall (tests/dokumenter/test_overstreg.py does it)."""
    monkeypatch.setattr(modul, "HOEJST_LAESES", 0)
    monkeypatch.setattr("rehabteam.handlinger.overstreg_dokument.overstreg", lambda *_: TEGNET)
    monkeypatch.setattr(overstregningslaesning, "_sprunget_over", {})
    _laeser(monkeypatch, lambda *_: LAEST)


def _laeser(monkeypatch: pytest.MonkeyPatch, svar: Callable[..., Overstreget]) -> None:
    monkeypatch.setattr(overstregningslaesning, "laes", svar)


def venter(v: Verden, sag: Sag, d: Dokument) -> Overstregning:
    v.goer(v.sagsbehandler, marker_overstregning, sag.id, d.id, tilfoej=[FELT])
    udgave = v.goer(v.sagsbehandler, overstreg_dokument, sag.id, d.id, grund=GRUND, antal=1)
    assert (udgave.laesning, udgave.soegbar, udgave.sider) == ("venter", False, 2)
    return udgave


def frisk(udgave: Overstregning) -> Overstregning:
    return Overstregning.objects.using(VED).get(id=udgave.id)


def test_den_gives_til_ingen_foer_teksten_er_der(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    udgave = venter(v, sag, d)
    f = valgt(v, sag, d)
    with pytest.raises(KanIkke, match="bliver gjort søgbar"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    side = tekst(v.klient(v.sagsbehandler).get(reverse("web:udvalg", args=[f.id])))
    assert "bliver gjort søgbar" in side and "Lav PDF" not in side
    assert overstregningslaesning.tag_en() and not overstregningslaesning.tag_en()
    ny = frisk(udgave)
    assert (ny.laesning, ny.soegbar, ny.sider_uden_tekst) == ("faerdig", True, 1)
    assert lager().laes(ny.sha256) == MED_TEKST and ny.stoerrelse == len(MED_TEKST)
    v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    assert linjen(v, f).sha256 == ny.sha256
    post = Adgangspost.objects.using(VED).get(rute="laes_overstregning")
    assert (post.medarbejder_id, post.objekt, post.borgere) == (
        *(v.sagsbehandler.medarbejder_id, d.id),
        [sag.borger_id],
    )
    assert Haendelse.objects.using(VED).get(handling="laes_overstregning").sag_id is None


def test_det_laeste_er_laast_ogsaa_for_tabellernes_ejer(verden: Verden) -> None:
    """While it waits the text may be laid in and nothing else changed; then no more."""
    v = verden
    udgave = venter(v, *dokument_paa(v))
    ejer = Overstregning.objects.using(VED).filter(id=udgave.id)
    for felter in ({"felter": []}, {"grund": "Andet"}, {"lavet_af": "En anden"}):
        with pytest.raises(DatabaseError), transaction.atomic(using=VED):
            ejer.update(**felter)
    overstregningslaesning.tag_en()
    for felter in ({"sha256": "0" * 64}, {"laesning": "venter"}, {"soegbar": False}):
        with pytest.raises(DatabaseError), transaction.atomic(using=VED):
            ejer.update(**felter)


def test_det_beskyttede_ses_efter_naar_teksten_er_der(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    v = verden
    sag, d = beskyttet(v, "Brev til Birthe Borger")
    fundet: dict[str, Any] = {"sider": [2], "ulaest": []}
    monkeypatch.setattr("rehabteam.handlinger.beskyttede_ord.find", lambda *_: pytest.fail("intet at lede i"))
    venter(v, sag, d)
    f = valgt(v, sag, d)
    assert linjen(v, f).fund == {"venter": True}
    monkeypatch.setattr(
        "rehabteam.handlinger.beskyttede_ord.find",
        lambda data, _ord: modul.Fundet((modul.Felt(2, *FELT_),), ()) if data == MED_TEKST else pytest.fail(),
    )
    overstregningslaesning.tag_en()
    assert linjen(v, f).fund == fundet
    with pytest.raises(KanIkke, match="venter"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    # Chosen at the very moment the text came: nobody has looked in it.
    Forsendelseslinje.objects.using(VED).filter(forsendelse=f).update(fund={"venter": True})
    with pytest.raises(KanIkke, match="ses efter"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)


FELT_ = (0.1, 0.1, 0.5, 0.2)


def test_den_der_ikke_kan_vente_bruger_den_uden_tekst(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    udgave = venter(v, sag, d)
    f = valgt(v, sag, d)
    with pytest.raises(IngenRet):
        v.goer(v.teammedlem, undlad_laesning, sag.id, udgave.id)
    klient = v.klient(v.sagsbehandler)
    side = reverse("web:overstreg", args=[sag.id, d.id])
    assert "bliver gjort søgbar" in tekst(klient.get(side))
    adresse = reverse("web:overstreg_uden_tekst", args=[sag.id, udgave.id])
    assert indsend(klient, adresse).status_code == 302
    assert "billeder uden tekst" in tekst(klient.get(side))
    assert indsend(klient, adresse).status_code == 404
    assert not overstregningslaesning.tag_en()
    assert (frisk(udgave).laesning, frisk(udgave).sha256) == ("undladt", udgave.sha256)
    v.goer(v.sagsbehandler, udlever_udvalg, f.id)


def test_tre_forsoeg_og_en_maskine_der_ikke_kan_er_intet_forsoeg(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    v = verden
    udgave = venter(v, *dokument_paa(v))

    def nede(*_: object) -> Overstreget:
        raise OmdanNede("Tesseract er her ikke.")

    _laeser(monkeypatch, nede)
    assert overstregningslaesning.tag_en() and not overstregningslaesning.tag_en()  # not at once again
    assert (frisk(udgave).laes_forsoeg, frisk(udgave).laesning) == (0, "venter")
    overstregningslaesning._sprunget_over.clear()
    _laeser(monkeypatch, lambda *_: 1 / 0)  # type: ignore[arg-type,return-value]
    for _ in range(4):
        assert overstregningslaesning.tag_en()
    assert not overstregningslaesning.tag_en()
    assert (frisk(udgave).laesning, frisk(udgave).sha256) == ("umulig", udgave.sha256)
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_en_der_er_trukket_tilbage_laeses_ikke(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    udgave = venter(v, sag, d)
    v.goer(v.sagsbehandler, traek_overstregning_tilbage, sag.id, udgave.id, grund="Et navn blev glemt.")
    assert not overstregningslaesning.tag_en()
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, undlad_laesning, sag.id, udgave.id)


def test_to_arbejdere_laeser_ikke_den_samme(verden: Verden) -> None:
    v = verden
    udgave = venter(v, *dokument_paa(v))
    laas = "SELECT pg_advisory_{}lock(hashtextextended(%s, 21))"
    with connections[VED].cursor() as den_anden:
        den_anden.execute(laas.format(""), [f"overstregning {udgave.id}"])
        assert not overstregningslaesning.tag_en()
        den_anden.execute(laas.format("un"), [f"overstregning {udgave.id}"])
    assert overstregningslaesning.tag_en()


def test_det_andet_arbejde_venter_ikke_paa_hele_udgaven(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two pages the worker takes the files that came meanwhile, outside every transaction."""
    v = verden
    venter(v, *dokument_paa(v))
    taget: list[bool] = []

    def to_sider(_pdf: bytes, fremdrift: Callable[[int, int], None]) -> Overstreget:
        for nr in (1, 2):
            fremdrift(nr, 2)
        return LAEST

    def ingen_filer() -> bool:
        taget.append(connection.in_atomic_block)
        return False

    _laeser(monkeypatch, to_sider)
    monkeypatch.setattr(dokumentarbejde, "tag_en_fil", ingen_filer)
    assert overstregningslaesning.tag_en(dokumentarbejde._imellem)
    assert taget == [False, False]


def test_naboen_ser_den_ikke_og_kan_ikke_standse_den(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    udgave = venter(v, sag, d)
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, undlad_laesning, sag.id, udgave.id)
    with kontekst.arbejder_som(v.naboen):
        assert not Overstregning.objects.exists()


@pytest.mark.langsom
@BAG_MUREN
@TESSERACT
def test_arbejderens_fil_har_teksten_fra_billederne_og_intet_af_den_gamle_side(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drawn and read for real, by the worker's own loop: the old page is in no byte of what takes its place."""
    monkeypatch.setattr("rehabteam.handlinger.overstreg_dokument.overstreg", modul.overstreg)
    _laeser(monkeypatch, modul.laes)
    v = verden
    sag, d = dokument_paa(
        v, tekst_pdf(f"Naboen {ORD} bor her\nOffentlig oplysning i sagen", "Side to er fri")
    )
    felter = modul.find(lager().laes(d.sha256), [modul.Soegt(ORD)]).felter
    v.goer(v.sagsbehandler, marker_overstregning, sag.id, d.id, tilfoej=felter)
    udgave = v.goer(v.sagsbehandler, overstreg_dokument, sag.id, d.id, grund=GRUND, antal=len(felter))
    assert dokumentarbejde._koer(en_gang=True) == 0
    ny = frisk(udgave)
    data = lager().laes(ny.sha256)
    assert (ny.laesning, ny.soegbar, ny.sider_uden_tekst) == ("faerdig", True, 0)
    assert ny.sha256 != udgave.sha256 and staar_der(data) == []
    laest = subprocess.run(
        ["pdftotext", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()
    assert "Offentlig" in laest and "Side to" in laest
