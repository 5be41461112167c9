"""Every letter is a PDF that a screen reader can read and an archive can keep."""

from __future__ import annotations

import re
from itertools import pairwise

import pdfua
import pikepdf
import pytest

from rehabteam import breve
from tests.breve import aflaes
from tests.breve.eksempler import ALLE

TITLER = {
    "attestanmodning": "Vi beder om LÆ 265: Attest til rehabiliteringsteamet",
    "indstilling": "Indstilling fra rehabiliteringsteamet",
    "indsatsplan": "Indsatsplan",
    "sundhedsnotat": "Notat fra sundhedskoordinator",
    "resume": "Resumé af sagsforløbet",
    "beregning": "Seks måneder er gået, uden at en indsats er begyndt",
    "dokument": "Rehabiliteringsplan, forberedende del",
    "bundt": "Alle dokumenter",
    "samtykke": "Samtykke til at hente oplysninger om dig",
    "afgoerelse": "Afgørelse i din sag",
    "uenighed": "Vi spørger teamet igen",
    "indkaldelse": "Du er inviteret til et møde",
    "laegebesked": "Besked om kommunens afgørelse",
}


@pytest.fixture(params=ALLE)
def brev(request: pytest.FixtureRequest) -> tuple[str, bytes]:
    navn = request.param
    return navn, getattr(breve, navn)(ALLE[navn])


def test_begge_standarder_sprog_titel_og_maerker(brev: tuple[str, bytes]) -> None:
    navn, pdf = brev
    with aflaes.aabn(pdf) as doc, doc.open_metadata() as meta:
        assert meta["pdfaid:part"] == "2" and meta["pdfaid:conformance"] == "A"
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == TITLER[navn]
        assert str(doc.Root.Lang).lower().startswith("da")
        assert doc.Root.MarkInfo.Marked and doc.Root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in doc.Root


def test_overskrifter_springer_intet_trin_over(brev: tuple[str, bytes]) -> None:
    with aflaes.aabn(brev[1]) as doc:
        trin = [int(m[1]) for navn, _ in aflaes.maerker(doc) if (m := re.fullmatch(r"H(\d)", navn))]
    assert trin[0] == 1 and trin.count(1) == 1
    assert all(b - a <= 1 for a, b in pairwise(trin))


def test_tabellers_hoveder_siger_hvad_de_er_hoved_for(brev: tuple[str, bytes]) -> None:
    with aflaes.aabn(brev[1]) as doc:
        hoveder = [led for navn, led in aflaes.maerker(doc) if navn == "TH"]
        felter = [led for navn, led in aflaes.maerker(doc) if navn == "TD"]
        assert bool(hoveder) == bool(felter)
        for th in hoveder:
            attributter = th.A if isinstance(th.A, pikepdf.Array) else [th.A]
            assert any(str(a.get("/Scope")) == "/Column" for a in attributter)


def test_alle_skrifter_er_i_filen(brev: tuple[str, bytes]) -> None:
    with aflaes.aabn(brev[1]) as doc:
        beskrivelser = [o for o in doc.objects if isinstance(o, pikepdf.Dictionary) and "/FontName" in o]
        assert beskrivelser
        for b in beskrivelser:
            assert any(k in b for k in ("/FontFile", "/FontFile2", "/FontFile3"))
            assert "IBMPlexSans" in str(b.FontName)


def test_pdfua_finder_intet(brev: tuple[str, bytes], tmp_path: pytest.TempPathFactory) -> None:
    sti = tmp_path / "brev.pdf"
    sti.write_bytes(brev[1])
    fund = [f for f in pdfua.validate(str(sti)).findings if "internal error" not in f.message.lower()]
    assert fund == []


def test_samme_data_giver_samme_bytes(brev: tuple[str, bytes]) -> None:
    navn, pdf = brev
    assert getattr(breve, navn)(ALLE[navn]) == pdf


def test_filen_er_dateret_efter_data_og_ikke_efter_uret(brev: tuple[str, bytes]) -> None:
    navn, pdf = brev
    data = ALLE[navn]
    dato = data.get("dato") or data.get("pr") or data["afgivet_af"]["dato"]
    with aflaes.aabn(pdf) as doc:
        assert str(doc.docinfo["/CreationDate"]).startswith("D:" + dato.replace("-", ""))
