"""Every kind of case in the browser, from "Ny sag" to its end, through the pages the case itself points at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.testnumre import testnummer
from tests.forloeb import sagens_gang
from tests.forloeb.klargoering import Klargoering
from tests.forloeb.skaerm import BRED, Aabn, Skaerm

pytestmark = pytest.mark.langsom
HVEM = "samira.nordby"
# Long, and each with a word of its own, so that a row of a list is hers alone.
NAVN = "{}-Kirstine Bjerregaard-Thorvaldsen af Vester Hjermitslev"


@dataclass(frozen=True)
class Slags:
    """One kind's story. `udfald`: the outcome's key and heading; "" where no team is asked. `skriver`: see Klargoering."""

    art: str
    fornavn: str
    udfald: str = ""
    overskrift: str = ""
    skriver: bool = False
    plan: bool = False
    svar: Mapping[str, str] = field(default_factory=dict)
    attest: str = "LÆ 265"


JAF, KAT3 = "Indsats i jobafklaringsforløb", "Indsats i en sygedagpengesag"
HISTORIER = (
    Slags("ressourceforloeb", "Alma", "ressourceforloeb", "Ressourceforløb", skriver=True, plan=True),
    Slags("jaf_foerste", "Berta", "indsats_jobafklaringsforloeb", JAF, plan=True),
    Slags("jaf_nyt", "Cilla", "nyt_jobafklaringsforloeb", "Et nyt jobafklaringsforløb", plan=True),
    Slags("sygedagpenge_kat3", "Ditte", "indsats_sygedagpenge_kat3", KAT3, plan=True),
    Slags("fleksjob", "Ellen", "fleksjob", "Fleksjob"),
    Slags("tilskud_selvstaendig", "Fanny", "tilskud_selvstaendig", "Tilskud til selvstændige", skriver=True),
    Slags("foertidspension", "Gerda", "foertidspension", "Førtidspension"),
    Slags("ftp_12_team", "Hanne", "foertidspension", "Førtidspension"),
    Slags("ftp_12_uden", "Irene"),
    Slags("ftp_13_team", "Jytte", "foertidspension", "Førtidspension"),
    Slags("ftp_13_uden", "Karla"),
    Slags("revalidering", "Laura", skriver=True),
    Slags("anden_sag", "Maren", "anden_indsats", "En anden indsats"),
    Slags("samtale_113_stk3", "Nanna"),
)


@pytest.fixture(scope="module")
def kig() -> Callable[[Skaerm, str], None]:
    """Inspects a state the first time any of the stories comes to it: axe, width, words, address."""
    set_: set[str] = set()

    def _kig(s: Skaerm, navn: str) -> None:
        if navn not in set_:
            set_.add(navn)
            s.efterse(navn, axe=(BRED,))

    return _kig


def test_hver_slags_har_sin_historie() -> None:
    assert [h.art for h in HISTORIER] == [a.noegle for a in ARTER.values() if a.vaelges]


@pytest.mark.parametrize("h", HISTORIER, ids=[h.art for h in HISTORIER])
def test_fra_ny_sag_til_ende(aabn: Aabn, demo: Path, kig: Callable[[Skaerm, str], None], h: Slags) -> None:
    s, navn = aabn(HVEM), NAVN.format(h.fornavn)
    sag = opret(s, h, navn)
    s.efterse(f"{h.art}: sagen, når den er oprettet")
    klar = Klargoering(
        s, sag, next((demo / "papirer").glob("*/*.pdf")), kig, skriver=h.skriver, svar=h.svar, attest=h.attest
    )
    if h.art == "samtale_113_stk3":
        samtalen(aabn, s, sag, navn, kig)
        return
    klar.til_den_er_klar()
    s.efterse(f"{h.art}: sagen er klar")
    if not h.udfald:
        sagens_gang.intet_moede_tilbydes(s, sag)
        sagens_gang.traef_afgoerelse(s, sag, kig, hvad=h.art)
    else:
        sagens_gang.vaelg_moedet(s, sag, kig)
        sagens_gang.send(s, sag, kig)
        sagens_gang.fordel(aabn("pia.region"), navn, kig)
        sagens_gang.hold_moedet(aabn("karsten.nordby"), sag, h.udfald, h.overskrift, kig)
        sagens_gang.traef_afgoerelse(s, sag, kig, hvad=h.udfald)
    if h.plan:
        sagens_gang.laeg_planen(s, sag, kig)
        sagens_gang.foerste_indsats_begynder(s, sag, kig)
    sagens_gang.afslut(s, sag, kig)


def opret(s: Skaerm, h: Slags, navn: str) -> str:
    s.gaa("/mit-arbejde/")
    s.foelg("Ny sag")
    s.foelg(ARTER[h.art].navn)
    s.ser(ARTER[h.art].navn)
    nr = HISTORIER.index(h)
    s.skriv("CPR-nummer", testnummer(date(1961 + nr, 3, 2 + nr), "K"))
    s.skriv("Navn", navn)
    s.skriv("Bisidder", "Veninden Annemette Frederikke Christoffersen")
    s.skriv("Tolk", "nej")
    s.tryk("Opret sagen")
    s.ser("Sagen er oprettet.", navn)
    return s.sti


def samtalen(aabn: Aabn, s: Skaerm, sag: str, navn: str, kig: Callable[[Skaerm, str], None]) -> None:
    """LAB § 113, stk. 3: the region's sundhedskoordinator talks with the citizen; no team, no decision."""
    assert "Vælg møde" not in s.tekst
    sagens_gang.send(s, sag, kig)
    sagens_gang.fordel(aabn("pia.region"), navn, kig)
    s.gaa(sag)
    s.ser("Sundhedskoordinator taler med borgeren.")
    sagens_gang.afslut(s, sag, kig)
