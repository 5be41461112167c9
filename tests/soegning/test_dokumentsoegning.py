"""Documents found across cases by kind, sender, day and the words of their pages, within what each may see."""

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.dokumenter.laest import Laest, Sidetekst
from rehabteam.handlinger.gennemgaa_dokument import gennemgaa_dokument
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Dokument, Gennemgang, Sag
from rehabteam.sager.udtraek.dokumentsoegning import Valg, find_dokumenter, samme_indhold, uddrag
from tests.verden import PDF, Verden

TEKSTER = {
    "attest": ("Lægehuset skriver om skånehensyn.", "Hun kan ikke løfte tungt. Prøven var den 1. maj."),
    "notat": ("Samtale om arbejdsprøvning hos gartneren.",),
    "skjult": ("Bea Beskytter har fået skånehensyn.",),
}


@dataclass
class Hus:
    v: Verden
    sager: dict[str, Sag]
    dokumenter: dict[str, Dokument]


def laeg(v: Verden, sag: Sag, navn: str, slags: str, dato: date, data: bytes | None = None) -> Dokument:
    data = data or PDF.replace(b"xref\n", b"%" + uuid.uuid4().hex.encode() + b"\nxref\n", 1)
    d: Dokument = v.goer(
        v.sagsbehandler,
        tilfoej_dokument,
        sag.id,
        filnavn="p.pdf",
        data=data,
        titel=f"Om {navn}",
        slags=slags,
        dato=dato,
    )
    sider = tuple(Sidetekst(nr, 595, 842, t, (), nr == 2) for nr, t in enumerate(TEKSTER[navn], 1))
    g = Gennemgang.objects.using("vedligehold").get(dokument=d)
    if g.tilstand == Gennemgang.Tilstand.VENTER:
        v.goer(v.sagsbehandler, gennemgaa_dokument, g.id, Laest(sider))
    return d


@pytest.fixture(scope="module")
def hus(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hus]:
    foer, settings.DATA = settings.DATA, tmp_path_factory.mktemp("lager")
    v = Verden()
    sager = {n: v.genoptaget(v.forloeb(navn=n)) for n in ("Søren Kjær", "Åse Ågård", "Bea Beskytter")}
    en, to, tre = sager.values()
    v.goer(v.sagsbehandler, registrer_beskyttelse, tre.forloeb_id, fra=date(2026, 5, 1), til=None)
    dokumenter = {
        "attest": laeg(v, en, "attest", "laegeattest", date(2026, 5, 1)),
        "notat": laeg(v, to, "notat", "andet", date(2026, 4, 1)),
        "skjult": laeg(v, tre, "skjult", "andet", date(2026, 3, 1)),
    }
    yield Hus(v, sager, dokumenter)
    settings.DATA = foer


def fundne(hus: Hus, hvem: Aktoer | None = None, **felter: Any) -> list[str]:
    hvem = hvem or hus.v.sagsbehandler
    ider = {d.id: navn for navn, d in hus.dokumenter.items()}
    with kontekst.arbejder_som(hvem):
        svar = find_dokumenter(hvem, Valg(**felter), 25)
    return [ider[f.dokument.id] for f in svar.dokumenter if f.dokument.id in ider]


@pytest.mark.parametrize(
    ("felter", "svar"),
    [
        ({"tekst": "skånehensyn"}, ["attest", "skjult"]),
        ({"tekst": "SKAANEHENSYN"}, ["attest", "skjult"]),
        ({"tekst": "hensyn", "slags": "laegeattest"}, ["attest"]),
        ({"tekst": "arbejdsprøvning gartneren"}, ["notat"]),
        ({"tekst": "skånehensyn løfte"}, []),  # not on the same page
        ({"tekst": "om notat"}, ["notat"]),  # the title
        ({"slags": "laegeattest", "fra": date(2026, 4, 15)}, ["attest"]),
        ({"slags": "andet", "til": date(2026, 3, 31)}, ["skjult"]),
        ({"afsender": "prøve kom", "slags": "andet"}, ["notat", "skjult"]),
        ({"tekst": "skånehensyn", "til": date(2026, 4, 30)}, ["skjult"]),
        ({"afsender": "%"}, []),
        ({"tekst": "beskytter"}, []),  # a protected name is no way to its bearer
        ({"tekst": "skånehensyn", "afsender": "beskytter"}, []),
        ({"tekst": "xy"}, []),
        ({}, []),
    ],
)
def test_hvad_der_findes(hus: Hus, felter: dict[str, Any], svar: list[str]) -> None:
    assert fundne(hus, **felter) == svar


def test_hver_ser_sit(hus: Hus) -> None:
    v = hus.v
    assert fundne(hus, v.naboen, tekst="skånehensyn") == []
    assert fundne(hus, v.koordinator, tekst="skånehensyn") == []
    v.udelukket(v.teammedlem, hus.sager["Søren Kjær"].borger_id)
    assert fundne(hus, v.teammedlem, tekst="skånehensyn") == ["skjult"]


def test_siden_siges_med_uddrag(hus: Hus) -> None:
    v = hus.v
    with kontekst.arbejder_som(v.sagsbehandler):
        (fund,) = find_dokumenter(v.sagsbehandler, Valg(tekst="tung"), 25).dokumenter
    (side,) = fund.sider
    assert (side.nr, side.foer, side.ordet, side.ocr) == (2, "Hun kan ikke løfte ", "tungt", True)


def test_foresporgslerne_er_de_samme_uanset_hvor_meget_der_findes(hus: Hus) -> None:
    v = hus.v

    def antal(tekst: str) -> int:
        with kontekst.arbejder_som(v.sagsbehandler), CaptureQueriesContext(connection) as fanget:
            find_dokumenter(v.sagsbehandler, Valg(tekst=tekst), 25)
        return len(fanget)

    assert antal("gartneren") == antal("skånehensyn")


def test_hvert_spoergsmaal_om_dokumenter_siger_selv_hvis(hus: Hus) -> None:
    """Or PostgreSQL takes the kommune for one of ninety-eight, and a search of 1 ms becomes one of 14."""
    v, hvis = hus.v, hus.v.sagsbehandler.organisation_id
    with kontekst.arbejder_som(v.sagsbehandler), CaptureQueriesContext(connection) as fanget:
        assert find_dokumenter(v.sagsbehandler, Valg(tekst="skånehensyn"), 25).dokumenter
    om = [q["sql"] for q in fanget if re.search(r'FROM "?sager_dokument', q["sql"])]
    assert len(om) == 4
    assert all(hvis.hex in sql.replace("-", "") for sql in om)


def test_det_samme_paa_tidligere_sager(hus: Hus) -> None:
    """Only where the wall shows the other case too."""
    v = hus.v
    her = hus.dokumenter["notat"]
    with kontekst.arbejder_som(v.sagsbehandler):
        assert list(samme_indhold(v.sagsbehandler, her)) == []
    en = laeg(v, hus.sager["Åse Ågård"], "notat", "andet", date(2026, 2, 2), PDF)
    to = laeg(v, v.genoptaget(v.forloeb(navn="Ny Nysen")), "notat", "andet", date(2026, 2, 2), PDF)
    with kontekst.arbejder_som(v.sagsbehandler):
        assert to.id in {d.id for d in samme_indhold(v.sagsbehandler, en)}
    with kontekst.arbejder_som(v.naboen):
        assert list(samme_indhold(v.naboen, en)) == []


def test_trukket_tilbage_findes_ikke(hus: Hus) -> None:
    v = hus.v
    d = laeg(v, hus.sager["Åse Ågård"], "notat", "dokumentation", date(2026, 1, 5))
    hus.dokumenter["tilbage"] = d
    assert "tilbage" in fundne(hus, tekst="gartneren")
    v.goer(v.sagsbehandler, traek_dokument_tilbage, d.sag_id, d.id, grund="Forkert sag")
    assert "tilbage" not in fundne(hus, tekst="gartneren")


def test_siden_viser_logger_og_skjuler(hus: Hus) -> None:
    v = hus.v
    klient, adresse = v.klient(v.sagsbehandler), reverse("web:find_dokumenter")
    assert klient.get(adresse).status_code == 200
    html = klient.post(adresse, {"tekst": "skånehensyn"}).content.decode()
    assert "side 1" in html and "<mark>skånehensyn</mark>" in html and "Beskytter" not in html
    post = Adgangspost.objects.using("vedligehold").filter(art="soeg").latest("id")
    assert post.rute == "dokumenter.soeg"
    assert set(post.borgere) == {hus.sager[n].borger_id for n in ("Søren Kjær", "Bea Beskytter")}
    assert "skånehensyn" not in str(post.__dict__)


@pytest.mark.parametrize(
    ("felter", "siger"),
    [
        ({}, "mindst én ting"),
        ({"tekst": "ab"}, "mindst tre bogstaver"),
        ({"fra": "02.05.2026", "til": "01.05.2026"}, "ligger før den første"),
        ({"fra": "xx"}, "Datoen kan ikke læses"),
        ({"slags": "findes ikke"}, "Vælg"),
    ],
)
def test_fejl_siges_ved_feltet(hus: Hus, felter: dict[str, str], siger: str) -> None:
    svar = hus.v.klient(hus.v.sagsbehandler).post(reverse("web:find_dokumenter"), felter)
    assert svar.status_code == 422 and siger in svar.content.decode()


def test_regionen_finder_ikke_paa_tvaers(hus: Hus) -> None:
    assert hus.v.klient(hus.v.sekretariat).get(reverse("web:find_dokumenter")).status_code == 403


def test_uddraget_er_kort_og_begynder_ved_et_ord() -> None:
    foer, ordet, efter = uddrag("fyld " * 40 + "Skånehensynet\ner   vigtigt " + "mere " * 60, ["skanehensyn"])
    assert ordet == "Skånehensynet" and foer.startswith("… fyld") and efter.endswith(" …")
    assert len(foer) <= 64 and len(efter) <= 115
    assert uddrag("Intet her", ["x9"]) == ("Intet her", "", "")
