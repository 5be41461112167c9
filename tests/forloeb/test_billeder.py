"""`make billeder`: a picture of each screen at 1280 and 320 px, in ./billeder/, in the order of the story."""

from __future__ import annotations

import re
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.forloeb.fortaelling import HELE
from tests.forloeb.sagsgang import Sagsgang
from tests.forloeb.servering import ROD, Site
from tests.forloeb.skaerm import BRED, SMAL, Aabn, Skaerm

pytestmark = pytest.mark.billeder
MAPPE = ROD / "billeder"
NUMRE = count(1)
BEREGNET = (
    "/beregn/seksmaanedersfristen/?start=31.10.2025&p1-hjemmel=LAS_13_STK_7&p1-fra=01.12.2025&p1-til=31.12.2025"
    "&indsats=nej&undtaget=nej&pr=27.05.2026"
)
ANDRE = [
    ("", "/log-ind/", "log ind"),
    ("", "/beregn/seksmaanedersfristen/", "beregner, tom"),
    ("", BEREGNET, "beregner, svar"),
    ("", "/beregn/seksmaanedersfristen/?start=31.04.2025&indsats=ja", "beregner, fejl"),
    ("", "/beregn/fristen-foer-moedet/?moede=11.06.2026&oprettet=03.06.2026", "fristen før mødet"),
    ("", "/hjaelp/", "hjælp"),
    ("", "/regler-og-laesninger/", "regler og læsninger"),
    ("", "/findes/ikke/", "siden findes ikke"),
    ("mette.nordby", "Poul-Erik Bruun Thomsen", "forløb, står stille"),
    ("jonas.nordby", "Preben Quistgaard", "forløb, et menneske skal vurdere"),
    ("jonas.nordby", "Susanne Degn Olrik", "forløb, undtaget"),
    ("jonas.nordby", "Ole Damgaard Friis", "forløb, i tide"),
    ("samira.nordby", "Charlotte Winding Aagesen", "forløb, særlige grunde"),
    ("jonas.nordby", "Bjørn Egholm Isaksen", "forløb, tre perioder"),
    ("bodil.nordby", "/mit-arbejde/?hvem=enhed", "hele enhedens arbejde"),
    ("bodil.nordby", "/indlaesning/", "indlæsning"),
    ("bodil.nordby", "/indlaesning/ny/", "indlæsning, vælg filer"),
    ("mette.nordby", "/sag/ny/", "ny sag, slagsen vælges"),
    ("mette.nordby", "/sag/ny/?art=jaf_foerste", "ny sag, et jobafklaringsforløb"),
    ("jonas.nordby", "sagen Malthe Sejersen Bukh ", "sag uden team"),
    ("jonas.nordby", "sagen Anders Bælum Rytter svar/?spoergsmaal=indsats_13d", "et spørgsmål i sagen"),
    ("samira.nordby", "sag Bente Roslev Kjærgaard attester/", "lægeattester"),
    ("mette.nordby", "sagen Freja Lindskov Palle forberedende-del/", "forberedende del"),
    ("mette.nordby", "sagen Freja Lindskov Palle forberedende-del/stk1_nr6/", "forberedende del, en del"),
    (
        "mette.nordby",
        "sagen Freja Lindskov Palle forberedende-del/stk2_beskaeftigelse/",
        "forberedende del, indsatser",
    ),
    ("karsten.nordby", "sag Lisbeth Thygesen Ravn moede/rum/", "mødet, udfaldet vælges"),
    ("mette.nordby", "/kalender/", "kalender"),
    ("mette.nordby", "/paamindelser/", "påmindelser"),
    ("bodil.nordby", "/enheden/", "hvem har hvad"),
    ("jonas.nordby", "/sag/modtag/", "modtag en sag"),
]


class Fotograf(Skaerm):
    """Photographs each page that others inspect."""

    def efterse(self, navn: str) -> None:
        nr = next(NUMRE)
        filnavn = re.sub(r"[^a-zæøåé0-9]+", "-", navn.lower()).strip("-")
        for bredde in (BRED, SMAL):
            self.side.set_viewport_size({"width": bredde, "height": 900})
            if self.side.locator("iframe").count():
                self.side.wait_for_timeout(
                    3000
                )  # the browser's own reader of PDF files draws when it is ready
            if self.side.locator(".moedefod").count():
                # The foot that stays in sight would lie across the middle of a picture of the whole page.
                hoejde = self.side.evaluate("document.scrollingElement.scrollHeight")
                self.side.set_viewport_size({"width": bredde, "height": hoejde})
            self.side.screenshot(path=MAPPE / f"{nr:02}-{filnavn}-{bredde}.png", full_page=True)
        self.side.set_viewport_size({"width": BRED, "height": 900})


@pytest.fixture(scope="module", autouse=True)
def mappe() -> None:
    MAPPE.mkdir(exist_ok=True)
    for gammelt in MAPPE.glob("*.png"):
        gammelt.unlink()


def test_billeder_af_historien(aabn: Aabn, demo: Path) -> None:
    gang = Sagsgang(partial(aabn, klasse=Fotograf), js=True, papirer=demo / "papirer")
    for trin in HELE:
        trin(gang)


@pytest.mark.parametrize(("hvem", "hvor", "navn"), ANDRE, ids=[a[2] for a in ANDRE])
def test_billede_af(aabn: Aabn, site: Site, hvem: str, hvor: str, navn: str) -> None:
    s = aabn(hvem, klasse=Fotograf)
    s.gaa(_adresse(site, hvor))
    s.efterse(navn)


def _adresse(site: Site, hvor: str) -> str:
    """An address as it is, "sag <name> <page>", or the forløb of the one named."""
    if hvor.startswith("/"):
        return hvor
    if hvor.startswith("sagen "):
        navn, side = hvor.removeprefix("sagen ").rsplit(" ", 1)
        return site.aaben(navn) + side
    if hvor.startswith("sag "):
        navn, side = hvor.removeprefix("sag ").rsplit(" ", 1)
        return site.sag(navn) + side
    return site.forloeb(hvor)
