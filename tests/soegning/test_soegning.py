"""The list of searches, and what must hold for every one of them: the walls, the protected names, the log."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_note import skriv_note
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Borger, Rolle, Sag
from rehabteam.sager.udtraek.soegning import find, find_i_tekster, fold
from tests.verden import PDF, Verden

SPOERGSMAAL = yaml.safe_load((Path(__file__).parent / "spoergsmaal.yaml").read_text(encoding="utf-8"))
NAVNE = {
    "Søren": "Søren Kjær Mikkelsen",
    "Åse": "Åse Ågård",
    "Andre": "André Østbo",
    "Bea": "Bea Beskytter",
}


@dataclass
class Hus:
    v: Verden
    cpr: str
    nummer: str
    sager: dict[str, Sag]


@pytest.fixture(scope="module")
def hus(database: str) -> Iterator[Hus]:
    v = Verden()
    aaben = {kort: v.genoptaget(v.forloeb(navn=navn)) for kort, navn in NAVNE.items()}

    def resume(kort: str, tekst: str, version: int = 0) -> None:
        v.goer(v.sagsbehandler, skriv_resume, aaben[kort].id, tekst=tekst, faerdigt=False, version=version)

    resume("Søren", "Her stod en gammel udgave.")
    resume("Søren", "Søren har været for rehabiliteringsteamet før.", 1)
    v.goer(
        v.sagsbehandler, skriv_note, aaben["Åse"].id, tekst="Teammødet flyttes. Ondt i lænderyggen, smerter."
    )
    v.goer(v.sagsbehandler, skriv_note, aaben["Bea"].id, tekst="Beskytter hemmeligheden.")
    fejl = v.goer(v.sagsbehandler, skriv_note, aaben["Bea"].id, tekst="Hun bor i Randers.")
    v.goer(v.sagsbehandler, skriv_note, aaben["Bea"].id, tekst="Hun bor i Viborg.", retter_id=fejl.id)
    papir = {"filnavn": "a.pdf", "data": PDF, "slags": "dokumentation", "dato": date(2026, 5, 1)}
    for titel in ("Aftale om virksomhedspraktik", "Kørselsgodtgørelse", "Fortrudt papir"):
        dok = v.goer(v.sagsbehandler, tilfoej_dokument, aaben["Andre"].id, titel=titel, **papir)
    v.goer(v.sagsbehandler, traek_dokument_tilbage, aaben["Andre"].id, dok.id, grund="Forkert borger.")
    v.goer(v.sagsbehandler, registrer_beskyttelse, aaben["Bea"].forloeb_id, fra=date(2026, 5, 1))
    borgere = Borger.objects.using("vedligehold")
    borgere.filter(id=aaben["Åse"].borger_id).update(egne_ord="Jeg vil gerne tilbage til gartneriet.")
    borgere.filter(id=aaben["Bea"].borger_id).update(egne_ord="Beskytter har fødselsdag i morgen.")
    for kort in ("Andre", "Søren"):
        v.hos_koordinator(v.sendt(aaben[kort]))
        felter = {"skaanehensyn": "Siddende arbejde.", "tilbud": "Ro", "dokumentationsbehov": "Intet"}
        felter["vurderingsbehov"] = "Afklaring af håndens styrke"
        felter["funktionsniveau"] = "Kan løfte tolv kilo." if kort == "Andre" else "Et udkast om svimmelhed."
        v.goer(v.koordinator, skriv_notat, aaben[kort].id, version=0, **felter)
    v.goer(v.koordinator, underskriv_notat, aaben["Andre"].id)
    cpr = borgere.get(id=aaben["Søren"].borger_id).cpr
    yield Hus(v, cpr, aaben["Søren"].nummer, aaben)


def _soeg(hus: Hus, hvem: Aktoer, q: str) -> tuple[list[str], list[str]]:
    navne = {v: k for k, v in NAVNE.items()}
    with kontekst.arbejder_som(hvem):
        personer = [navne[b.fuldt_navn] for b in find(hvem, q)]
        tekster = {navne[f.sag.borger.fuldt_navn] for f in find_i_tekster(hvem, q)}
    return sorted(personer), sorted(tekster)


def _udfyldt(hus: Hus, q: str) -> str:
    return {
        "{cpr}": hus.cpr,
        "{cpr med streg}": f"{hus.cpr[:6]}-{hus.cpr[6:]}",
        "{cpr uden de sidste}": hus.cpr[:6],
        "{de sidste fire}": hus.cpr[6:],
        "{nummer}": hus.nummer,
    }.get(q, q)


@pytest.mark.parametrize("s", SPOERGSMAAL, ids=lambda s: s["q"])
def test_listen(hus: Hus, s: dict[str, Any]) -> None:
    personer, tekster = _soeg(hus, hus.v.sagsbehandler, _udfyldt(hus, s["q"]))
    if "navn" in s:
        assert personer == sorted(s["navn"])
    if "tekst" in s:
        assert tekster == sorted(s["tekst"])
    # Nobody of the other kommune finds anything of it.
    assert _soeg(hus, hus.v.naboen, _udfyldt(hus, s["q"])) == ([], [])


def test_den_inhabile_finder_intet(hus: Hus) -> None:
    v = hus.v
    inhabil = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Ingolf Inhabil")
    assert _soeg(hus, inhabil, "smerter")[1] == ["Åse"]
    v.udelukket(inhabil, hus.sager["Åse"].borger_id)
    assert _soeg(hus, inhabil, "smerter") == ([], [])
    assert _soeg(hus, inhabil, "aase") == ([], [])


def test_siden_siger_hvor_og_ikke_hvad_og_loggen_hvem(hus: Hus) -> None:
    v = hus.v
    svar = v.klient(v.sagsbehandler).post("/soeg/", {"q": "smerter"})
    side = svar.content.decode()
    assert "Åse Ågård" in side and "intern note" in side and "lænderyggen" not in side
    post = Adgangspost.objects.using("vedligehold").filter(art="soeg").latest("id")
    assert post.borgere == [hus.sager["Åse"].borger_id] and post.antal == 1
    assert "smerter" not in str(vars(post))


def test_foldningen_er_den_samme_to_steder(database: str) -> None:
    ord_ = [
        "Søren",
        "SOEREN",
        "Ågård",
        "Aagaard",
        "Kjær",
        "Müller",
        "Łukasz",
        "naïve",
        "æøåÆØÅ",
        "x'%_\\",
        "aae",
        "日本",
    ]
    hvem = Verden().sagsbehandler
    with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
        cursor.execute(
            "SELECT adgang.fold(o) FROM unnest(%s::text[]) WITH ORDINALITY AS t(o, nr) ORDER BY nr", [ord_]
        )
        assert [r[0] for r in cursor.fetchall()] == [fold(o) for o in ord_]


@pytest.mark.parametrize(
    "q", ["'", "\\", "a'b\\c", ":*", "(((", "<->", "!", "&|", "og", "i", "   ", "%_%", "x" * 200]
)
def test_intet_man_skriver_er_en_fejl(hus: Hus, q: str) -> None:
    assert _soeg(hus, hus.v.sagsbehandler, q)[1] == []


def test_lige_mange_foresporgsler(hus: Hus) -> None:
    v = hus.v
    klient = v.klient(v.sagsbehandler)
    antal = []
    for q in ("virksomhedspraktik", "team"):
        klient.get("/mit-arbejde/")
        with CaptureQueriesContext(connection) as fanget:
            klient.post("/soeg/", {"q": q})
        antal.append(len(fanget))
    assert antal[0] == antal[1] <= 25
