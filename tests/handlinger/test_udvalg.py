"""Documents for a receiver outside: chosen, looked through where the name is protected, given once and kept."""

import io
import subprocess
from datetime import date, timedelta
from typing import Any

import pikepdf
import pytest
from django.db import InternalError, transaction
from django.db.utils import IntegrityError

from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.lav_udvalg import lav_udvalg
from rehabteam.handlinger.marker_overstregning import marker_overstregning
from rehabteam.handlinger.opgiv_udvalg import opgiv_udvalg
from rehabteam.handlinger.overstreg_dokument import overstreg_dokument
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.ret_adresse import ret_adresse
from rehabteam.handlinger.tilbagekald_fuldmagt import tilbagekald_fuldmagt
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_overstregning_tilbage import traek_overstregning_tilbage
from rehabteam.handlinger.udlever_udvalg import udlever_udvalg
from rehabteam.handlinger.vaelg_udgaver import Udgavevalg, vaelg_udgaver
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Dokument, Forsendelse, Forsendelseslinje, Haendelse, Sag
from tests.dokumenter.tekstpdf import BAG_MUREN, tekst_pdf
from tests.handlinger.test_overstregning import FELT, GRUND, dokument_paa, lavet, uden_laesning
from tests.verden import DAG, Verden

__all__ = ["uden_laesning"]

REGION = {"modtager": "region", "grundlag": "Teamet har bedt om papirerne igen."}
HVORFOR = "Navnet står i et brev, modtageren selv har skrevet."


def valgt(v: Verden, sag: Sag, *dokumenter: Dokument, **felter: Any) -> Forsendelse:
    ids = [d.id for d in dokumenter]
    return v.goer(v.sagsbehandler, lav_udvalg, sag.id, dokumenter=ids, **REGION | felter)


def linjen(v: Verden, f: Forsendelse) -> Forsendelseslinje:
    with kontekst.arbejder_som(v.sagsbehandler):
        return Forsendelseslinje.objects.get(forsendelse=f)


def tekst(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def test_et_udvalg_bliver_en_pdf_med_indhold_der_ligger_fast(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    f = valgt(v, sag, d)
    givet = v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    pdf = lager().laes(givet.sha256)
    laest_op = tekst(pdf)
    assert "Klinisk Funktion, Region Prøve" in laest_op and "Bilag 1 · side 1 af 1" in laest_op
    assert "hverken PDF/UA eller PDF/A" in " ".join(laest_op.split())
    with pikepdf.open(io.BytesIO(pdf)) as doc, doc.open_outline() as oversigt:
        assert [p.title for p in oversigt.root] == ["Indhold", "Dokumenter"]
        assert "/PageLabels" in doc.Root
    assert (givet.antal, givet.sider, givet.udleveret_dag) == (1, 1, DAG)
    assert linjen(v, f).sha256 == d.sha256
    with pytest.raises(FindesIkke):  # once
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    for model, hvilken in ((Forsendelse, {"id": f.id}), (Forsendelseslinje, {"forsendelse_id": f.id})):
        with (
            kontekst.arbejder_som(v.sagsbehandler),
            pytest.raises((IntegrityError, InternalError)),
            transaction.atomic(),
        ):
            model.objects.filter(**hvilken).update(sha256="0" * 64)
    with kontekst.arbejder_som(v.sagsbehandler):
        spor = Haendelse.objects.get(handling="udlever_udvalg", sag=sag)
    assert spor.data["sha256"] == givet.sha256


@pytest.mark.parametrize(
    ("felter", "hvor"),
    [
        ({"modtager": "alle"}, "modtager"),
        ({"modtager": "laege"}, "modtager_navn"),
        ({"modtager": "anden", "modtager_navn": "Advokat Prøve", "grundlag": "Ja"}, "grundlag"),
        ({"modtager": "bisidder"}, "fuldmagt"),
    ],
)
def test_modtageren_og_grunden_skal_vaere_der(verden: Verden, felter: dict[str, Any], hvor: str) -> None:
    v = verden
    sag, d = dokument_paa(v)
    with pytest.raises(KanIkke) as fejl:
        valgt(v, sag, d, **felter)
    assert list(fejl.value.felter) == [hvor]


def test_mindst_et_dokument_og_kun_sagens_egne(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    anden = v.genoptaget(v.forloeb(navn="Anden Borger"))
    for s, dokumenter in ((sag, ()), (anden, (d,))):
        with pytest.raises(KanIkke) as fejl:
            valgt(v, s, *dokumenter)
        assert list(fejl.value.felter) == ["dokumenter"]


def test_bisidderen_skal_have_en_fuldmagt_der_gaelder_naar_der_udleveres(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    givet = {"navn": "Bent Bisidder", "til": DAG + timedelta(days=30)}
    uden = v.goer(v.sagsbehandler, giv_fuldmagt, sag.borger_id, dokumenter=False, **givet | {"navn": "Uden"})
    med = v.goer(v.sagsbehandler, giv_fuldmagt, sag.borger_id, dokumenter=True, **givet)
    with pytest.raises(KanIkke):
        valgt(v, sag, d, modtager="bisidder", fuldmagt_id=uden.id)
    f = valgt(v, sag, d, modtager="bisidder", fuldmagt_id=med.id, grundlag="")
    v.goer(v.sagsbehandler, tilbagekald_fuldmagt, sag.borger_id, med.id)
    with pytest.raises(KanIkke, match="fuldmagt"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)


def beskyttet(v: Verden, *sider: str) -> tuple[Sag, Dokument]:
    """A document of a citizen whose name and address are protected."""
    sag, d = dokument_paa(v, tekst_pdf(*sider))
    v.goer(v.sagsbehandler, ret_adresse, sag.forloeb_id, linjer="Solsikkevej 12, 2. tv\n4000 Roskilde")
    v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=date(2026, 5, 1))
    return sag, d


@BAG_MUREN
@pytest.mark.parametrize(
    ("sider", "fundet"),
    [
        (("Borgeren", "Møde med Birthe Borger"), [2]),
        (("Birthe siger",), [1]),
        (("Sendt til Solsikkevej 12",), [1]),
        (("Bor i 4000 Roskilde",), [1]),
        (("Borgerservice, Solsikkevej 14",), []),
    ],
)
def test_et_beskyttet_navn_findes_i_papirerne(
    verden: Verden, sider: tuple[str, ...], fundet: list[int]
) -> None:
    v = verden
    sag, d = beskyttet(v, *sider)
    assert linjen(v, valgt(v, sag, d)).fund == {"sider": fundet, "ulaest": []}


@BAG_MUREN
def test_intet_gaar_ud_foer_hvert_fund_er_overstreget_eller_forklaret(verden: Verden) -> None:
    v = verden
    sag, d = beskyttet(v, "Brev til Birthe Borger")
    f = valgt(v, sag, d)
    with pytest.raises(KanIkke, match="venter"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, vaelg_udgaver, f.id, valg=[Udgavevalg(d.id, None, "Kort")])
    assert list(fejl.value.felter) == [f"{d.id.hex}-trods"]
    v.goer(v.sagsbehandler, vaelg_udgaver, f.id, valg=[Udgavevalg(d.id, None, HVORFOR)])
    givet = v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    assert linjen(v, f).trods == HVORFOR
    foer = tekst(lager().laes(givet.sha256)).split("Bilag 1 ·")[0]
    assert "Birthe Borger" not in foer.split("Brev til")[0]  # the contents page says no name


@BAG_MUREN
def test_den_overstregede_udgave_er_den_der_gaar_ud(verden: Verden) -> None:
    v = verden
    sag, d, udgave = lavet(v)
    f = valgt(v, sag, d)
    assert linjen(v, f).overstregning_id == udgave.id  # proposed, since it is there
    givet = v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    assert linjen(v, f).sha256 == udgave.sha256
    pdf = lager().laes(givet.sha256)
    assert "overstreget udgave" in tekst(pdf) and "Hemmelbjerg" not in tekst(pdf)
    with pikepdf.open(io.BytesIO(pdf)) as doc:
        assert not any(b"Hemmelbjerg" in o.read_bytes() for o in _stroemme(doc))


def _stroemme(doc: pikepdf.Pdf) -> list[pikepdf.Stream]:
    alle = [o for o in doc.objects if isinstance(o, pikepdf.Stream)]
    return [o for o in alle if o.get("/Filter") != pikepdf.Name.DCTDecode]


@BAG_MUREN
def test_en_udgave_der_ikke_er_laest_skal_ses_efter_af_et_menneske(verden: Verden) -> None:
    """The new pictures of a protected citizen's papers, not read again: nothing is found, and that is said."""
    v = verden
    sag, d = beskyttet(v, "Brev til Birthe Borger")
    v.goer(v.sagsbehandler, marker_overstregning, sag.id, d.id, tilfoej=[FELT])
    v.goer(v.sagsbehandler, overstreg_dokument, sag.id, d.id, grund=GRUND, antal=1)
    assert linjen(v, valgt(v, sag, d)).fund == {"sider": [], "ulaest": [1]}


@BAG_MUREN
def test_en_udgave_der_traekkes_tilbage_gaar_ikke_ud(verden: Verden) -> None:
    v = verden
    sag, d, udgave = lavet(v)
    f = valgt(v, sag, d)
    v.goer(v.sagsbehandler, traek_overstregning_tilbage, sag.id, udgave.id, grund="Et navn blev glemt.")
    with pytest.raises(KanIkke, match="trukket tilbage"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, vaelg_udgaver, f.id, valg=[Udgavevalg(d.id, udgave.id)])


@BAG_MUREN
def test_beskyttelse_der_kommer_imens_ses_ved_udleveringen(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v, tekst_pdf("Brev til Birthe Borger"))
    f = valgt(v, sag, d)
    v.goer(v.sagsbehandler, registrer_beskyttelse, sag.forloeb_id, fra=date(2026, 5, 1))
    with pytest.raises(KanIkke, match="beskyttet imens"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)
    v.goer(v.sagsbehandler, vaelg_udgaver, f.id, valg=[Udgavevalg(d.id, None)])
    with pytest.raises(KanIkke, match="venter"):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)


def test_hendes_eget_navn_er_ingen_hemmelighed_for_hende_selv(verden: Verden) -> None:
    v = verden
    sag, d = beskyttet(v, "Brev til Birthe Borger")
    f = valgt(v, sag, d, modtager="borger", grundlag="")
    assert linjen(v, f).fund == {}
    v.goer(v.sagsbehandler, udlever_udvalg, f.id)


def test_et_udvalg_kan_opgives_og_ses_kun_af_dem_der_baerer_sagen(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    f = valgt(v, sag, d)
    with pytest.raises(IngenRet):
        v.goer(v.teammedlem, udlever_udvalg, f.id)
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, udlever_udvalg, f.id)
    v.goer(v.sagsbehandler, opgiv_udvalg, f.id)
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, udlever_udvalg, f.id)


def test_et_dokument_der_ikke_kan_laeses_gaar_ikke_ud(verden: Verden) -> None:
    v = verden
    sag, d = dokument_paa(v)
    f = valgt(v, sag, d)
    felter = {"filnavn": "b.pdf", "titel": "Andet", "slags": "brev", "dato": date(2026, 5, 2)}
    andet = v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, data=tekst_pdf("andet"), **felter)
    g = valgt(v, sag, d, andet)
    lager()._sti(andet.sha256).unlink()  # type: ignore[union-attr]
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, udlever_udvalg, g.id)
    v.goer(v.sagsbehandler, udlever_udvalg, f.id)
