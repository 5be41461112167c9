"""The canary: known CPR numbers go through the whole main flow, and stand nowhere they could travel from.

Not in an address, a redirect, a header, a file name, a title, a log line, the login's data, or the access log.
"""

import json
import logging
import re
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.sessions.models import Session
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.opsaetning.loglinjer import UdenCpr
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import GENFORELAEGGELSE, Adgangspost, Borger, Dokument, Forloeb, Haendelse, Sag
from rehabteam.sager.testnumre import testnumre
from rehabteam.web.models import Engangsnoegle
from tests.verden import PDF, Verden

NUMRE = list(testnumre())[-6:]
CPR, ANDRE = NUMRE[0], NUMRE[1:]


def skrivemaader(cpr: str) -> Iterator[str]:
    bindestreg = f"{cpr[:6]}-{cpr[6:]}"
    yield from (
        cpr,
        bindestreg,
        f"{cpr[:6]} {cpr[6:]}",
        quote(f"{cpr[:6]} {cpr[6:]}"),
        f"{cpr[:6]}+{cpr[6:]}",
    )


FORBUDT = re.compile("|".join(re.escape(s) for cpr in NUMRE for s in skrivemaader(cpr)))


class Vagt:
    """Browsers whose every answer is looked through for the numbers."""

    def __init__(self, v: Verden) -> None:
        self.v = v
        self.klienter: dict[Aktoer, Client] = {}
        self.fund: list[str] = []

    def _klient(self, hvem: Aktoer) -> Client:
        if hvem not in self.klienter:
            self.klienter[hvem] = self.v.klient(hvem)
            self.klienter[hvem].raise_request_exception = False
        return self.klienter[hvem]

    def _set(self, svar: HttpResponse) -> HttpResponse:
        sti = svar.wsgi_request.get_full_path()
        krop = svar.content.decode("utf-8", "replace") if "html" in svar.get("Content-Type", "") else ""
        titel = re.search(r"<title>(.*?)</title>", krop, re.S)
        adresser = re.findall(r'(?:href|src|action|formaction|data-[\w-]+|hx-[\w-]+)="([^"]*)"', krop)
        for hvor, tekst in (
            ("adressen", sti),
            ("hovederne", str(svar.headers)),
            ("kagerne", svar.cookies.output()),
            ("titlen", titel[1] if titel else ""),
            ("et link", " ".join(adresser)),
        ):
            if fund := FORBUDT.search(tekst):
                self.fund.append(f"{hvor} på {svar.wsgi_request.resolver_match}: {fund[0]}")
        return svar

    def hent(self, hvem: Aktoer, adresse: str, **ekstra: Any) -> HttpResponse:
        return self._set(self._klient(hvem).get(adresse, **ekstra))

    def send(self, hvem: Aktoer, adresse: str, status: int = 302, **felter: Any) -> HttpResponse:
        svar = self._set(self._klient(hvem).post(adresse, {"noegle": str(uuid.uuid4()), **felter}))
        assert svar.status_code == status, (adresse, svar.status_code)
        if status == 302:
            self.hent(hvem, svar["Location"].split("#")[0])
        return svar


def _hele_vejen(vagt: Vagt) -> Sag:
    """From the new forløb to the indsatsplan, as each role, with the numbers typed where they can be typed."""
    v, hvem = vagt.v, vagt.v.sagsbehandler
    ny = {"navn": "Kanariefugl Prøve", "start": "20.10.2025", "egne_ord": f"Mit nummer er {CPR}."}
    vagt.send(hvem, reverse("web:forloeb_nyt"), 422, cpr=CPR, **ny | {"start": "i går"})
    vagt.send(hvem, reverse("web:forloeb_nyt"), cpr=CPR, **ny)
    borger = Borger.objects.using("vedligehold").get(cpr=CPR)
    forloeb = Forloeb.objects.using("vedligehold").get(borger=borger)
    vagt.send(hvem, reverse("web:soeg"), 200, q=f"{CPR[:6]}-{CPR[6:]}")
    vagt.send(hvem, reverse("web:soeg"), 200, q=ANDRE[0])
    vagt.send(hvem, reverse("web:vis_cpr", args=[borger.id]), 200)
    vagt.hent(hvem, reverse("web:mit_arbejde"))
    for fane in ("forloeb", "forloeb_historik", "registrer", "genoptag"):
        vagt.hent(hvem, reverse(f"web:{fane}", args=[forloeb.id]))
    v.gammel_sag(forloeb)
    vagt.send(hvem, reverse("web:genoptag", args=[forloeb.id]), grund=f"Om {CPR}")
    sag = Sag.objects.using("vedligehold").get(forloeb=forloeb, undertype=GENFORELAEGGELSE)
    return sag


def _adresse(navn: str, sag: Sag, *mere: object) -> str:
    return reverse(f"web:{navn}", args=[sag.id, *mere])


def _til_moedet(vagt: Vagt, sag: Sag) -> None:
    v, hvem = vagt.v, vagt.v.sagsbehandler
    moede = v.moede()
    vagt.send(hvem, _adresse("vaelg_moede", sag), moede=str(moede.id))
    vagt.send(hvem, _adresse("resume", sag), tekst=f"Siden sidst, {CPR}.", version="0", gem="faerdig")
    vagt.send(hvem, _adresse("aendringer", sag), aendret="nej", grund=f"Som før, {CPR}.")
    bilag = {"slags": "dokumentation", "dato": "01.05.2026"}
    fil = SimpleUploadedFile(f"{CPR} attest.pdf", PDF)
    vagt.send(hvem, _adresse("dokument_nyt", sag), 422, titel=f"Attest {CPR}", fil=fil, **bilag)
    fil = SimpleUploadedFile(f"{ANDRE[1][:6]}-{ANDRE[1][6:]} {CPR}.pdf", PDF + b"\n")
    vagt.send(hvem, _adresse("dokument_nyt", sag), titel="Attest", fil=fil, **bilag)
    vagt.send(hvem, _adresse("send", sag), grund=f"Sendes for {CPR}.")
    vagt.hent(v.sekretariat, reverse("web:indbakke"))
    vagt.send(v.sekretariat, _adresse("fordel", sag), koordinator=str(v.koordinator.medarbejder_id))
    dele = ("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov", "vurderingsbehov")
    notat = dict.fromkeys(dele, f"Om {CPR}.")
    vagt.hent(v.koordinator, reverse("web:mine_sager"))
    vagt.send(v.koordinator, _adresse("notat", sag), version="0", gem="kladde", **notat)
    vagt.send(v.koordinator, _adresse("notat_underskriv", sag))


def _paa_moedet(vagt: Vagt, sag: Sag) -> None:
    v = vagt.v
    rum = {
        "version": "0",
        "aarsag": f"Årsagen, {CPR}.",
        "i0_navn": "Praktik",
        "i0_omraade": "Beskæftigelse",
        "opfoelgning": "Hver fredag.",
        "se_igen": "nej",
        "borger_til": "ja",
        "borger_bem": CPR,
    }
    vagt.send(v.moedeleder, _adresse("moederum", sag), gem="gem", **rum)
    vagt.send(v.moedeleder, _adresse("indstilling_afgiv", sag), version="1")
    plan = {
        "maal": "Arbejde.",
        "delmaal": "Styrke.",
        "opfoelgning": "Fredag.",
        "mentor": "Nej.",
        "version": "0",
    }
    raekke = {"i0_navn": "Praktik", "i0_hjemmel": "LAB_KAP_11", "i0_omraade": "Beskæftigelse"}
    vagt.send(v.sagsbehandler, _adresse("indsatsplan", sag), gem="kladde", **plan, **raekke)


def _se_alt(vagt: Vagt, sag: Sag) -> None:
    v = vagt.v
    dokumenter = Dokument.objects.using("vedligehold").filter(sag=sag)
    for hvem in (v.sagsbehandler, v.leder, v.moedeleder, v.sekretariat, v.koordinator):
        for fane in (
            "sag",
            "sag_dokumenter",
            "sag_team",
            "sag_koordinator",
            "sag_historik",
            "alle_dokumenter",
        ):
            vagt.hent(hvem, _adresse(fane, sag))
        vagt.hent(hvem, _adresse("samlet_pdf", sag) + "?hent")
        for dokument in dokumenter:
            vagt.hent(hvem, _adresse("dokument", sag, dokument.id) + "?hent")
    # What somebody types in the address line is only asked about in the log.
    for sti in (f"/soeg/{CPR}/", f"/?q={CPR}", f"/forloeb/{CPR}/", f"/sag/{CPR[:6]}-{CPR[6:]}/"):
        assert vagt._klient(v.sagsbehandler).get(sti).status_code in (302, 404)


class Opsamling(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.linjer: list[str] = []
        self.addFilter(UdenCpr())

    def emit(self, record: logging.LogRecord) -> None:
        self.linjer.append(self.format(record))


@pytest.fixture
def loglinjer() -> Iterator[list[str]]:
    opsamling, rod = Opsamling(), logging.getLogger()
    rod.addHandler(opsamling)
    yield opsamling.linjer
    rod.removeHandler(opsamling)


def test_intet_cpr_nummer_kommer_ud_af_huset(verden: Verden, loglinjer: list[str]) -> None:
    vagt = Vagt(verden)
    sag = _hele_vejen(vagt)
    _til_moedet(vagt, sag)
    _paa_moedet(vagt, sag)
    _se_alt(vagt, sag)
    assert not vagt.fund, "\n".join(vagt.fund)
    assert loglinjer and not [x for x in loglinjer if FORBUDT.search(x)]
    gemt: dict[str, list[Any]] = {
        "adgangsloggen": list(Adgangspost.objects.using("vedligehold").values()),
        "engangsnøglerne": list(Engangsnoegle.objects.using("vedligehold").values()),
        "login": [s.get_decoded() for s in Session.objects.using("vedligehold").all()],
        "filnavne og titler": list(Dokument.objects.using("vedligehold").values("titel", "filnavn")),
        "hændelsernes data": list(Haendelse.objects.using("vedligehold").values("data", "vurdering")),
    }
    for hvor, raekker in gemt.items():
        assert raekker, hvor
        assert not FORBUDT.search(json.dumps(raekker, default=str)), hvor


def test_kanariefuglen_ville_blive_set(verden: Verden) -> None:
    """The search itself: each way of writing the number is found."""
    assert all(FORBUDT.search(f"/x?q={s}") for s in skrivemaader(CPR))
