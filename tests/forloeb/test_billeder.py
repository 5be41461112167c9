"""`make billeder`: a picture of each screen at 1280 and 320 px, in ./billeder/, in the order of the story."""

from __future__ import annotations

import re
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.forloeb.fortaelling import HELE
from tests.forloeb.haandbogen import HAANDBOG, gem
from tests.forloeb.sagsgang import Sagsgang
from tests.forloeb.servering import ROD, Site
from tests.forloeb.skaerm import BRED, SMAL, Aabn, Skaerm
from tests.forloeb.test_indlaesning import arbejd

pytestmark = pytest.mark.billeder
MAPPE = ROD / "billeder"
NUMRE = count(1)
TAGET: set[str] = set()
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
    ("samira.nordby", "sagen Bente Roslev Kjærgaard attester/", "attester"),
    ("mette.nordby", "sagen Freja Lindskov Palle forberedende-del/", "forberedende del"),
    ("mette.nordby", "sagen Freja Lindskov Palle forberedende-del/stk1_nr6/", "forberedende del, en del"),
    (
        "mette.nordby",
        "sagen Freja Lindskov Palle forberedende-del/stk2_beskaeftigelse/",
        "forberedende del, indsatser",
    ),
    ("karsten.nordby", "sagen Lisbeth Thygesen Ravn moede/rum/", "mødet, udfaldet vælges"),
    ("bodil.nordby", "/kalender/?fra=2026-06-01", "kalender"),
    ("mette.nordby", "/paamindelser/", "påmindelser"),
    ("bodil.nordby", "/enheden/", "hvem har hvad"),
    ("jonas.nordby", "/sag/modtag/", "modtag en sag"),
    ("mette.nordby", "sagen Freja Lindskov Palle overdrag/", "overdrag en sag"),
    ("mette.nordby", "sagen Freja Lindskov Palle noter/", "noter"),
    ("mette.nordby", "sagen Freja Lindskov Palle historik/", "historik"),
    ("jonas.nordby", "sagen Finn Overby Malmros afgoerelse/", "afgjort uden team"),
    ("samira.nordby", "sagen Ulrikke Fabricius Nørmark ", "en sag, der er åbnet igen"),
    ("bodil.nordby", "/vikarer/", "vikarer"),
    ("pia.region", "/noedadgange/", "nødadgange"),
    ("", "/loven/", "loven"),
    ("", "/loven/17/", "loven, § 17"),
    ("bodil.nordby", "/moeder/planlaegning/", "planlægning"),
    ("samira.nordby", "sagen Ulrikke Fabricius Nørmark ny-slags/", "skift sagens slags"),
    ("mette.nordby", "sagen Yusuf Demir indkaldelser/", "indkaldelser"),
    ("inger.nordby", "/mine-moeder/", "mine møder"),
    ("pia.region", "/regionens-moededage/", "regionens mødedage"),
    ("pia.region", "sagen Marianne Ørum Falkenberg spoergsmaal-fra-regionen/", "spørgsmål fra regionen"),
    ("bodil.nordby", "/ledelsestal/", "ledelsestal"),
]


class Fotograf(Skaerm):
    """Photographs each page that others inspect."""

    def efterse(self, navn: str, *, axe: tuple[int, ...] = ()) -> None:
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
            png = self.side.screenshot(path=MAPPE / f"{nr:02}-{filnavn}-{bredde}.png", full_page=True)
            if bredde == BRED and navn in HAANDBOG:
                gem(png, MAPPE / "haandbog" / f"{HAANDBOG[navn]}.png")
                TAGET.add(navn)
        self.side.set_viewport_size({"width": BRED, "height": 900})


@pytest.fixture(scope="module", autouse=True)
def mappe() -> None:
    MAPPE.mkdir(exist_ok=True)
    for gammelt in MAPPE.rglob("*.png"):
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


# Who follows which links from which page, to a page whose address is made anew each time.
VED_LINKS = [
    ("karsten.nordby", "/moeder/", ("Torsdag 11. juni 2026",), "mødets dag"),
    ("inger.nordby", "/mine-moeder/", ("Læs til mødet",), "læs til mødet"),
    ("pia.region", "/aftaler/", ("Nordby Kommune",), "samarbejdsaftale"),
    ("pia.region", "/afregning/", ("Marts 2026 Nordby Kommune",), "afregning"),
]


@pytest.mark.parametrize(("hvem", "fra", "links", "navn"), VED_LINKS, ids=[v[3] for v in VED_LINKS])
def test_billede_ad_links(aabn: Aabn, hvem: str, fra: str, links: tuple[str, ...], navn: str) -> None:
    s = aabn(hvem, klasse=Fotograf)
    s.gaa(fra)
    for link in links:
        s.foelg(link, inden_i=s.indhold)
    s.efterse(navn)


def test_billede_af_en_soegning(aabn: Aabn) -> None:
    s = aabn("mette.nordby", klasse=Fotograf)
    felt = s.side.locator("input[name=q]").first
    felt.fill("rehabiliteringsteam")
    with s.side.expect_navigation():
        felt.press("Enter")
    s.efterse("søgning")


def test_billeder_af_en_indlaesning(aabn: Aabn, site: Site) -> None:
    s = aabn("bodil.nordby", klasse=Fotograf)
    s.gaa("/indlaesning/ny/")
    fil = s.hent(s.indhold.get_by_role("link", name="Hent en fil at prøve med"))
    s.skriv("Systemets navn", "Momentum")
    s.indhold.locator("input[type=file]").set_input_files(fil)
    s.tryk("Se filerne igennem")
    arbejd(site)
    s.foelg("Se, hvor langt den er nået", inden_i=s.indhold)
    s.efterse("indlæsning, set igennem")


def test_hvert_billede_i_haandbogen_er_taget() -> None:
    """Last: a state that no story comes to any more would leave its picture to grow old."""
    assert set(HAANDBOG) == TAGET


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
