"""Every state a forløb and a case can be in, as the demo has them, inspected at 1280 and 320 px."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Skaerm

Aabn = Callable[..., Skaerm]

FORLOEB = [
    ("mette.nordby", "Amira Al-Hassan", ["5 dage", "mandag 1. juni 2026"]),
    ("mette.nordby", "Lærke Sommer Nygaard", ["46 dage"]),
    ("mette.nordby", "Poul-Erik Bruun Thomsen", ["Står stille", "62", "120"]),
    ("mette.nordby", "Torben Krogh Iversen", ["19 dage"]),
    ("jonas.nordby", "Lars-Bo Thygesen Rix", ["I dag"]),
    ("jonas.nordby", "Ole Damgaard Friis", ["Tæller"]),
    ("samira.nordby", "Emil Vestergaard Thorup", ["§ 17, stk. 6"]),
    ("jonas.nordby", "Susanne Degn Olrik", ["§ 17, stk. 4"]),
    ("jonas.nordby", "Jan Overby Kramer", ["§ 17, stk. 5"]),
    ("samira.nordby", "Charlotte Winding Aagesen", ["LAB § 113, stk. 2, 2. pkt."]),
    ("jonas.nordby", "Bjørn Egholm Isaksen", ["14 dage over"]),
    ("samira.nordby", "Mogens Frydenlund", ["29.02.2024"]),
    ("jonas.nordby", "Preben Quistgaard", ["Du skal vurdere"]),
    ("mette.nordby", "Sofie Amalie Hedegaard-Juul", ["31. juli 2026"]),
    ("katrine.soendervang", "Niels-Erik Bloch", ["Du skal vurdere"]),
    ("camilla.aastrup", "Thea Nørskov Lunde", ["Vurdér"]),
    ("camilla.aastrup", "Thi Lan Nguyen", ["Beskyttet adresse"]),
    ("zeynep.soendervang", "Leyla Şahin", ["42 dage over"]),
]
SAGER = [
    ("mette.nordby", "Søren Aagaard Lund", ["mangler, før sagen er klar"]),
    ("mette.nordby", "Gitte Malling Frandsen-Hjortshøj", ["Dokumentation til resuméet"]),
    ("mette.nordby", "Yusuf Demir", ["Sendt"]),
    ("camilla.aastrup", "Ejnar Kvistgaard", ["Nye oplysninger"]),
    ("camilla.aastrup", "Bent Lauritz Mikkelsen", ["For sent"]),
    ("bjarke.aastrup", "Hamid Ebrahimi", ["Sendt"]),
    ("bjarke.aastrup", "Rikke Damsgård Bruhn", ["indstilling"]),
    ("bjarke.aastrup", "Per Hviid Storgaard", ["Indsats begyndt"]),
]
FANER = ("", "forberedende-del/", "dokumenter/", "rehabiliteringsteam/", "sundhedskoordinator/", "historik/")


@pytest.mark.parametrize(("hvem", "navn", "ser"), FORLOEB, ids=[f[1] for f in FORLOEB])
def test_forloeb(aabn: Aabn, site: Site, hvem: str, navn: str, ser: list[str]) -> None:
    s = aabn(hvem)
    assert s.gaa(site.forloeb(navn)) == 200
    s.ser("Sådan er der talt", "Hvad ville ændre svaret?", "BEK 2408", navn, *ser)
    s.efterse(f"forløb, {navn}")


@pytest.mark.parametrize(("hvem", "navn", "ser"), SAGER, ids=[f[1] for f in SAGER])
def test_sag_og_dens_faner(aabn: Aabn, site: Site, hvem: str, navn: str, ser: list[str]) -> None:
    s = aabn(hvem)
    for fane in FANER:
        assert s.gaa(site.sag(navn) + fane) == 200
        if not fane:
            s.ser(*ser)
        s.efterse(f"sag, {navn}, {fane or 'overblik'}")


def test_den_gamle_sag_ligger_uroert(aabn: Aabn, site: Site) -> None:
    s = aabn("mette.nordby")
    s.gaa(site.sag("Birgitte Holm Andresen", gammel=True))
    s.ser("Afsluttet")
    assert s.indhold.get_by_role("button").count() == 0
    s.efterse("den gamle sag")
    s.gaa(site.sag("Birgitte Holm Andresen", gammel=True) + "dokumenter/")
    s.efterse("den gamle sags dokumenter")
