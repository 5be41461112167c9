"""The calculators' sheets of paper: the page's facts, tagged, the same bytes every time."""

from pathlib import Path

import pdfua
import pytest
from django.http import HttpResponse
from django.test import Client

from rehabteam.web import beregning
from rehabteam.web.beregning_adresse import adresse
from tests.breve import aflaes
from tests.verden import Verden
from tests.web.beregnside import MOEDE, SEKS, SVAR

MOEDE_PAR = (("moede", "11.06.2026"), ("oprettet", "03.06.2026"))


def hent(sti: str, par: tuple[tuple[str, str], ...]) -> HttpResponse:
    svar = Client().get(adresse(sti + "pdf/", par))
    assert svar.status_code == 200 and svar["Content-Type"] == "application/pdf"
    return svar


@pytest.mark.parametrize(("sti", "par"), [(SEKS, beregning.EKSEMPEL_PAR), (MOEDE, MOEDE_PAR)])
def test_samme_bytes_hver_gang_og_intet_at_finde(
    verden: Verden, tmp_path: Path, sti: str, par: tuple[tuple[str, str], ...]
) -> None:
    pdf = hent(sti, par)
    assert pdf.content == hent(sti, par).content
    assert "no-store" in pdf["Cache-Control"] and "Set-Cookie" not in pdf.headers
    fil = tmp_path / "ark.pdf"
    fil.write_bytes(pdf.content)
    assert [f for f in pdfua.validate(str(fil)).findings if "internal error" not in f.message.lower()] == []
    with aflaes.aabn(pdf.content) as doc, doc.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1" and meta["pdfaid:conformance"] == "A"


def test_arket_siger_det_samme_som_siden(verden: Verden) -> None:
    svar = hent(SEKS, beregning.EKSEMPEL_PAR)
    assert "seksmaanedersfristen 2026-05-27.pdf" in svar["Content-Disposition"]
    tekst = aflaes.tekst(svar.content)
    for ventet in (
        "De seks måneder er ikke gået endnu",
        "søndag 31. maj 2026",
        "onsdag 27. maj 2026",
        "01.12.2025 – 31.12.2025",
        "Er dagen med samme dato stadig i tide? (T1)",
        "Lov 1750",
        "ikke en afgørelse",
        "Særlige grunde er kommunens",
        "Samme beregning: http://testserver/beregn/seksmaanedersfristen/?start=31.10.2025",
    ):
        assert ventet in tekst, ventet
    assert "Borger" not in tekst.replace("Borgeren", "") and "CPR" not in tekst


@pytest.mark.parametrize(("status", "par"), [(s, p) for s, p, _ in SVAR])
def test_hvert_svar_kan_saettes(verden: Verden, status: str, par: tuple[tuple[str, str], ...]) -> None:
    assert "Regler" in aflaes.tekst(hent(SEKS, par).content)


def test_arket_om_moedet(verden: Verden) -> None:
    tekst = aflaes.tekst(hent(MOEDE, MOEDE_PAR).content)
    for ventet in (
        "Sagen er oprettet i tide",
        "torsdag 11. juni 2026",
        "er der ingen tid til at rette det",
        "Grundlovsdag",
        "Fem hele hverdage",
        "(02.06.2026)",
        "Den har ingen dato",
    ):
        assert ventet in tekst, ventet
    assert "Mødedagen er ikke en hverdag: lørdag." in aflaes.tekst(
        hent(MOEDE, (("moede", "13.06.2026"),)).content
    )
