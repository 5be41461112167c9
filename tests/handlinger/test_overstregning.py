"""Redacted editions: marked, made once and withdrawn; the document itself stays as it was."""

import io
from datetime import date

import pypdfium2
import pytest
from django.db import InternalError, transaction
from django.db.utils import IntegrityError, ProgrammingError

from rehabteam.dokumenter.overstreg import Felt, Overstreget, Soegt, find
from rehabteam.dokumenter.sidetal import antal_sider
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.marker_overstregning import marker_overstregning
from rehabteam.handlinger.overstreg_dokument import overstreg_dokument
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_overstregning_tilbage import traek_overstregning_tilbage
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Dokument, Haendelse, Overstregning, Sag
from rehabteam.sager.udtraek import overstregninger
from tests.dokumenter.tekstpdf import BAG_MUREN, tekst_pdf
from tests.verden import Verden

TEKST = tekst_pdf("Naboen hedder Hemmelbjerg\nog bor over for")
FELT = Felt(1, 0.05, 0.05, 0.9, 0.12)
GRUND = "Oplysninger om en nabo."


@pytest.fixture(autouse=True)
def uden_laesning(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading takes seconds (tests/dokumenter/test_overstreg.py does it): here nothing is found in the new pictures."""
    monkeypatch.setattr(
        "rehabteam.handlinger.overstreg_dokument.laes_straks",
        lambda pdf: Overstreget(pdf, antal_sider(pdf), antal_sider(pdf)),
    )


def dokument_paa(v: Verden, data: bytes = TEKST, titel: str = "Brev") -> tuple[Sag, Dokument]:
    sag = v.genoptaget()
    felter = {"filnavn": "a.pdf", "titel": titel, "slags": "brev", "dato": date(2026, 5, 1)}
    return sag, v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, data=data, **felter)


def markeret(v: Verden, *felter: Felt) -> tuple[Sag, Dokument]:
    sag, d = dokument_paa(v)
    v.goer(v.sagsbehandler, marker_overstregning, sag.id, d.id, tilfoej=felter or (FELT,))
    return sag, d


def lavet(v: Verden) -> tuple[Sag, Dokument, Overstregning]:
    sag, d = markeret(v)
    return sag, d, v.goer(v.sagsbehandler, overstreg_dokument, sag.id, d.id, grund=GRUND, antal=1)


@BAG_MUREN
def test_udgaven_er_en_ny_fil_og_dokumentet_er_som_foer(verden: Verden) -> None:
    v = verden
    sag, d, udgave = lavet(v)
    ny = lager().laes(udgave.sha256)
    assert b"Hemmelbjerg" not in ny
    assert find(ny, [Soegt("Hemmelbjerg")]).felter == ()
    assert find(lager().laes(d.sha256), [Soegt("Hemmelbjerg")]).felter
    billede = pypdfium2.PdfDocument(io.BytesIO(ny))[0].render().to_pil()
    assert billede.convert("L").getpixel((billede.width // 2, round(0.08 * billede.height))) < 16
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Dokument.objects.get(id=d.id).sha256 == d.sha256
        assert not Dokument.objects.filter(
            sag=sag, sha256=udgave.sha256
        ).exists()  # it is no document of the case
        spor = Haendelse.objects.get(handling="overstreg_dokument", sag=sag)
    assert (udgave.nr, udgave.sider, udgave.soegbar) == (1, 1, False)
    assert GRUND not in str(spor.data) + spor.tekst and "Brev" not in spor.tekst


def test_kolleger_der_markerer_samtidig_beholder_begges(verden: Verden) -> None:
    v = verden
    sag, d = markeret(v)
    andet = Felt(1, 0.1, 0.5, 0.2, 0.6)
    v.goer(v.leder, marker_overstregning, sag.id, d.id, tilfoej=[andet])
    udgave = v.goer(v.sagsbehandler, marker_overstregning, sag.id, d.id, fjern=[FELT])
    assert udgave.felter == [[1, 0.1, 0.5, 0.2, 0.6]]
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Overstregning.objects.filter(dokument=d).count() == 1
        assert not Haendelse.objects.filter(sag=sag, handling="marker_overstregning").exists()


@BAG_MUREN
@pytest.mark.parametrize(("felter", "hvor"), [({"grund": "kort"}, "grund"), ({"antal": 2}, "")])
def test_der_laves_intet_uden_grund_eller_af_andet_end_det_sete(
    verden: Verden, felter: dict[str, object], hvor: str
) -> None:
    v = verden
    sag, d = markeret(v)
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, overstreg_dokument, sag.id, d.id, **{"grund": GRUND, "antal": 1} | felter)
    assert list(fejl.value.felter) == [hvor]


def test_intet_markeret_intet_lavet(verden: Verden) -> None:
    v = verden
    sag, d = markeret(v)
    v.goer(v.sagsbehandler, marker_overstregning, sag.id, d.id, fjern=[FELT])
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, overstreg_dokument, sag.id, d.id, grund=GRUND, antal=0)


@BAG_MUREN
def test_udgaven_kan_ikke_rettes_kun_traekkes_tilbage_med_en_grund(verden: Verden) -> None:
    v = verden
    sag, d, udgave = lavet(v)
    with (
        kontekst.arbejder_som(v.sagsbehandler),
        pytest.raises((IntegrityError, InternalError)),
        transaction.atomic(),
    ):
        Overstregning.objects.filter(id=udgave.id).update(sha256="0" * 64)
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, traek_overstregning_tilbage, sag.id, udgave.id, grund=" ")
    v.goer(v.sagsbehandler, traek_overstregning_tilbage, sag.id, udgave.id, grund="Et navn blev glemt.")
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, traek_overstregning_tilbage, sag.id, udgave.id, grund="Igen.")
    with kontekst.arbejder_som(v.sagsbehandler):
        assert overstregninger.gaeldende(sag) == {}
    ny = v.goer(v.sagsbehandler, marker_overstregning, sag.id, d.id, tilfoej=[FELT])
    assert ny.nr == 2


def test_kun_dem_der_baerer_sagen(verden: Verden) -> None:
    v = verden
    sag, d = markeret(v)
    with pytest.raises(IngenRet):
        v.goer(v.teammedlem, marker_overstregning, sag.id, d.id, tilfoej=[FELT])
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, marker_overstregning, sag.id, d.id, tilfoej=[FELT])
    with kontekst.arbejder_som(v.naboen):
        assert not Overstregning.objects.exists()


def test_regionen_ser_ingen_udgaver(verden: Verden) -> None:
    v = verden
    sag, _ = markeret(v)
    v.sendt(sag)
    with (
        kontekst.arbejder_som(v.sekretariat),
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        list(Overstregning.objects.values("id"))
