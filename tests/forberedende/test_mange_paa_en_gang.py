"""Many caseworkers on one plan at once: every word is in a version, or on a 409 page that shows both texts."""

import threading
import uuid
from html import unescape

import pytest
from django.db import connections
from django.test import Client

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Rolle, Sag
from tests.forberedende.planen import NR1, gem, sag_af, versioner
from tests.verden import Verden

# The other half writes on these, several on each.
ANDRE = ("stk1_nr2", "stk1_nr3", "stk1_nr4", "stk1_nr5", "stk1_nr7")


class Skriver(threading.Thread):
    """One session that saves again and again. What it meets is kept: (version shown, both texts on the page)."""

    def __init__(self, klient: Client, sag: Sag, noegle: str, navn: str, gange: int) -> None:
        super().__init__()
        self.klient, self.sag, self.noegle, self.navn, self.gange = klient, sag, noegle, navn, gange
        self.gemt: list[str] = []
        self.moedt: list[tuple[str, str]] = []
        self.andet: list[int] = []

    def run(self) -> None:
        try:
            self._skriv()
        finally:
            connections.close_all()

    def _skriv(self) -> None:
        version = 0
        for nr in range(self.gange):
            ord_ = f"{self.navn}-{nr}-{uuid.uuid4().hex}"
            # Every other save is the script's; what it meets is taken to the page with both texts.
            stille = nr % 2 == 0
            svar = gem(
                self.klient, self.sag, self.noegle, stille, version=version, kommunen=ord_, borgeren=""
            )
            if svar.status_code == 409 and stille:
                svar = gem(self.klient, self.sag, self.noegle, version=version, kommunen=ord_, borgeren="")
            if svar.status_code == 409:
                side = unescape(svar.content.decode())
                self.moedt.append((ord_, side))
                version = int(side.split('name="version" value="')[1].split('"')[0])
            elif svar.status_code in (200, 302):
                self.gemt.append(ord_)
                # The script is told the version; whoever does not load the page anew meets her own.
                version = svar.json()["version"] if svar.status_code == 200 else version + 1
            else:
                self.andet.append(svar.status_code)


def _kappes(v: Verden, mange: int, gange: int) -> None:
    sag = sag_af(v)
    roller: list[Aktoer] = [
        v.person(Rolle.SAGSBEHANDLER, v.kommune, f"Kollega {nr}") for nr in range(min(mange, 8))
    ]
    skrivere = [
        Skriver(
            v.klient(roller[nr % len(roller)]),
            sag,
            NR1 if nr % 2 else ANDRE[nr // 2 % len(ANDRE)],
            f"s{nr}",
            gange,
        )
        for nr in range(mange)
    ]
    for s in skrivere:
        s.start()
    for s in skrivere:
        s.join(timeout=540)
    assert not any(s.is_alive() for s in skrivere) and not [a for s in skrivere for a in s.andet]
    tekster = {n: [p.kommunen for p in versioner(v, sag, n)] for n in (NR1, *ANDRE)}
    for s in skrivere:
        assert len(s.gemt) + len(s.moedt) == gange
        for ord_ in s.gemt:
            assert ord_ in tekster[s.noegle], "gemt, men ikke i en version"
        for ord_, side in s.moedt:
            assert ord_ in side, "mødte en nyere version og mistede sin tekst"
            assert any(t in side for t in tekster[s.noegle]), "den andens tekst vises ikke"
            assert ord_ not in tekster[s.noegle], "meldt som ikke gemt, men gemt"
    assert [p.version for p in versioner(v, sag)] == list(range(1, len(tekster[NR1]) + 1))
    assert any(s.moedt for s in skrivere), "ingen mødtes: prøven siger intet"


def test_seks_skriver_fire_gange(verden: Verden) -> None:
    _kappes(verden, 6, 4)


@pytest.mark.langsom
def test_halvtreds_skriver_tyve_gange(verden: Verden) -> None:
    _kappes(verden, 50, 20)
