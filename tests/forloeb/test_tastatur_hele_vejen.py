"""A new case from Ny sag to its end without a mouse: every page, every form, in the kommune, the region and the team."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.testnumre import testnummer
from tests.forloeb import sagens_gang
from tests.forloeb.klargoering import Klargoering
from tests.forloeb.skaerm import Aabn, Skaerm
from tests.forloeb.tastatur import Tastatur

pytestmark = pytest.mark.langsom
NAVN = "Rosalina Frederikke Bjerregaard-Thorvaldsen"


def uset(s: Skaerm, navn: str) -> None:
    """The stories by kind inspect the pages; here it is the focus that is looked at."""


@pytest.mark.parametrize("skriver", [True, False], ids=["planen_skrives", "planen_laegges_paa"])
def test_ftp_12_fra_ny_sag_til_ende(aabn: Aabn, demo: Path, skriver: bool) -> None:
    som = partial(aabn, klasse=Tastatur)
    navn = f"{NAVN} {'den Ældre' if skriver else 'den Yngre'}"
    s = som("samira.nordby")
    s.foelg("Ny sag")
    s.foelg(ARTER["ftp_12_team" if skriver else "revalidering"].navn)
    s.skriv("CPR-nummer", testnummer(date(1958, 4, 17 + skriver), "K"))
    s.skriv("Navn", navn)
    s.skriv("Tolk", "nej")
    s.tryk("Opret sagen")
    sag, papir = s.sti, next((demo / "papirer").glob("*/*.pdf"))
    Klargoering(s, sag, papir, uset, skriver=skriver).til_den_er_klar()
    if skriver:
        sagens_gang.vaelg_moedet(s, sag, uset)
        sagens_gang.send(s, sag, uset)
        sagens_gang.fordel(som("pia.region"), navn, uset)
        sagens_gang.hold_moedet(som("karsten.nordby"), sag, "foertidspension", "Førtidspension", uset)
    sagens_gang.traef_afgoerelse(s, sag, uset, hvad="førtidspension")
    sagens_gang.afslut(s, sag, uset)
