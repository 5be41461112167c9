"""One person at one screen: a page in the browser that notes every complaint, and the inspection of a page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Request, StorageState, expect

from tests.forloeb.servering import ADGANGSKODE

BRED, SMAL = 1280, 320
AXE: str = Axe().axe_script
WCAG = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],  # of what is as it should be, one node is enough
}
CPR = re.compile(r"(?<!\d)\d{6}[- ]?\d{4}(?!\d)")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
#: What Django, dkfds and browsers say when nobody has put it into Danish.
ENGELSK = re.compile(
    r"this field is|please (fill|enter|select|correct)|enter a valid|select a valid|ensure (this|that)|"
    r"\b(not found|forbidden|bad request|server error|csrf|submit|required|upload|choose file|currently|"
    r"unknown|untitled|today|yesterday|previous|next page|search|log in|log out|save|delete|cancel|"
    r"january|february|march|june|july|october|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
#: Elements that stick out of the window to the right, for the message when a page is too wide.
FOR_BREDE = """() => [...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && e.checkVisibility())
    .slice(0, 8).map(e => e.tagName + "." + e.className + " " + Math.round(e.getBoundingClientRect().right)
        + " " + (e.textContent || "").trim().slice(0, 40))"""


class Skaerm:
    """A logged-in browser window. `klager` is all it would have said to the person who uses it."""

    def __init__(
        self,
        browser: Browser,
        adresse: str,
        *,
        js: bool = True,
        husker: StorageState | None = None,
    ) -> None:
        self.adresse = adresse
        self.js = js
        self.klager: list[str] = []
        self.omraade = browser.new_context(
            base_url=adresse,
            viewport={"width": BRED, "height": 900},
            java_script_enabled=js,
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            reduced_motion="reduce",
            accept_downloads=True,
            storage_state=husker,
        )
        self.omraade.set_default_timeout(20_000)
        self.side: Page = self.omraade.new_page()
        self.side.on("console", self._konsol)
        self.side.on("pageerror", lambda e: self.klager.append(f"scriptfejl: {e}"))
        self.side.on("request", self._anmodning)

    # --- What it notes ------------------------------------------------------------------------------

    def _konsol(self, besked: ConsoleMessage) -> None:
        # The browser notes an answer of 4xx to a page too; that is an answer here, not a fault.
        svar_paa_siden = besked.text.startswith("Failed to load resource") and "/static/" not in str(
            besked.location.get("url")
        )
        if besked.type in ("error", "warning") and not svar_paa_siden:
            self.klager.append(f"{self.side.url}: {besked.text}")

    def _anmodning(self, anmodning: Request) -> None:
        # The browser's own reader of PDF files asks itself for things, under chrome://.
        if anmodning.url.startswith(("http", "ws")) and not anmodning.url.startswith(self.adresse):
            self.klager.append(f"beder om noget udefra: {anmodning.url}")

    # --- What one does ------------------------------------------------------------------------------

    def log_ind(self, brugernavn: str) -> Skaerm:
        self.gaa("/log-ind/")
        self.skriv("Brugernavn", brugernavn)
        self.skriv("Adgangskode", ADGANGSKODE)
        self.tryk("Log ind")
        assert "/log-ind/" not in self.side.url, self.tekst
        return self

    def gaa(self, sti: str) -> int:
        """Open an address; returns the status."""
        svar = self.side.goto(sti)
        assert svar is not None
        return svar.status

    def tryk(self, navn: str, *, inden_i: Locator | None = None, nr: int = 0) -> None:
        """Press the button of this name, and wait for the page it leads to."""
        self.klik((inden_i or self.indhold).get_by_role("button", name=_navn(navn)).nth(nr))

    def foelg(self, navn: str, *, inden_i: Locator | None = None, nr: int = 0) -> None:
        """Follow the link of this name, and wait for the page it leads to."""
        self.klik((inden_i or self.side.locator("body")).get_by_role("link", name=_navn(navn)).nth(nr))

    def skriv(self, etiket: str | re.Pattern[str], vaerdi: str, *, nr: int = 0) -> None:
        self.udfyld(self.indhold.get_by_label(etiket).nth(nr), vaerdi)

    def vaelg(self, etiket: str | re.Pattern[str], vaerdi: str, *, nr: int = 0) -> None:
        self.vaelg_i(self.indhold.get_by_label(etiket).nth(nr), vaerdi)

    def saet(self, etiket: str | re.Pattern[str], *, nr: int = 0) -> None:
        """Tick a box or choose a radio button by its label."""
        self.kryds(self.indhold.get_by_label(etiket).nth(nr))

    # What the hand does; a subclass has other hands.

    def klik(self, maal: Locator) -> None:
        with self.side.expect_navigation():
            maal.click()

    def udfyld(self, felt: Locator, vaerdi: str) -> None:
        felt.fill(vaerdi)

    def vaelg_i(self, felt: Locator, vaerdi: str) -> None:
        felt.select_option(label=vaerdi)

    def kryds(self, felt: Locator) -> None:
        """The drawn box lies over the real one, so the label is pressed."""
        felt.check(force=True)
        expect(felt).to_be_checked()

    def laeg_fil(self, felt: Locator, fil: Path) -> None:
        felt.set_input_files(fil)

    def hent(self, knap: Locator) -> Path:
        """Press what gives a file; returns the file."""
        with self.side.expect_download() as hentning:
            knap.click()
        fil = Path(hentning.value.path())
        assert not CPR.search(hentning.value.suggested_filename)
        return fil

    def pdf(self, adresse: str) -> bytes:
        """What this person gets at an address that gives a PDF."""
        svar = self.omraade.request.get(adresse)
        assert svar.status == 200, (adresse, svar.status)
        assert svar.headers["content-type"].startswith("application/pdf")
        return svar.body()

    # --- What one sees ------------------------------------------------------------------------------

    @property
    def sti(self) -> str:
        """The address without the host and what comes after "?"."""
        return urlsplit(self.side.url).path

    @property
    def indhold(self) -> Locator:
        return self.side.locator("main#indhold")

    @property
    def h1(self) -> str:
        return self.indhold.locator("h1").inner_text()

    @property
    def tekst(self) -> str:
        return self.indhold.inner_text()

    def ser(self, *tekster: str) -> None:
        """Each of these stands on the screen, in capitals or not."""
        staar = re.sub(r"\s+", " ", self.side.locator("body").inner_text().replace("\xad", ""))
        mangler = [t for t in tekster if t.lower() not in staar.lower()]
        assert not mangler, f"{self.side.url}: {mangler} står ikke i:\n{staar[:6000]}"

    def raekke(self, navn: str) -> Locator:
        """The row of a table whose first cell says who it is about."""
        hoved = self.side.get_by_role("rowheader").filter(has_text=navn)
        return self.indhold.get_by_role("row").filter(has=hoved)

    def adresse_paa(self, link: str | re.Pattern[str]) -> str:
        """Where the first link of this name leads."""
        return str(self.indhold.get_by_role("link", name=link).first.get_attribute("href"))

    # --- The inspection -----------------------------------------------------------------------------

    def efterse(self, navn: str, *, axe: tuple[int, ...] = (BRED, SMAL)) -> None:
        """Nothing to find at 1280 px nor at 320 px: axe (at the widths of `axe`), width, language, title, address."""
        fejl = self._ord(navn)
        for bredde in (BRED, SMAL):
            self.side.set_viewport_size({"width": bredde, "height": 900})
            fejl += self._bredde(navn, bredde)
            if self.js and bredde in axe:
                fejl += [f"{navn} ved {bredde}: {f}" for f in self._axe()]
        self.side.set_viewport_size({"width": BRED, "height": 900})
        fejl += self.klager
        self.klager.clear()
        assert not fejl, "\n".join(fejl)

    def _ord(self, navn: str) -> list[str]:
        fejl = []
        if self.side.evaluate("document.documentElement.lang") != "da":
            fejl.append(f"{navn}: siden er ikke mærket som dansk")
        if self.indhold.locator("h1").count() != 1:
            fejl.append(f"{navn}: {self.indhold.locator('h1').count()} overskrifter på første niveau")
        titel = self.side.title()
        if not titel.endswith(" – Rehabteam") or titel.startswith(" –"):
            fejl.append(f"{navn}: titlen er »{titel}«")
        if CPR.search(titel) or CPR.search(UUID.sub("", self.side.url)):
            fejl.append(f"{navn}: CPR i titel eller adresse")
        tekst = self.side.locator("body").inner_text().replace("English", "")
        fejl += [f"{navn}: »{m.group()}« i: {_omkring(tekst, m)}" for m in ENGELSK.finditer(tekst)]
        for rest in re.findall(r"\{\{|\{%|None|\[\]|\bnan\b|datetime|&(?:amp|quot|#)", tekst):
            fejl.append(f"{navn}: »{rest}« står i teksten")
        return fejl

    def _bredde(self, navn: str, bredde: int) -> list[str]:
        bred = self.side.evaluate("document.scrollingElement.scrollWidth")
        if bred <= bredde:
            return []
        return [f"{navn}: {bred} px bred ved {bredde}: {self.side.evaluate(FOR_BREDE)}"]

    def _axe(self) -> list[str]:
        if not self.side.evaluate("'axe' in window"):
            self.side.evaluate(AXE)
        fundne: list[dict[str, Any]] = self.side.evaluate("o => axe.run(o).then(s => s.violations)", WCAG)
        return [
            f"{fund['id']} ({fund['help']}): {k['html'][:160]} | {k['failureSummary'][:200]}"
            for fund in fundne
            for k in fund["nodes"][:3]
        ]


def _navn(navn: str) -> re.Pattern[str]:
    """The words on a button or link. What only a screen reader hears may follow: a colon, or whose it is."""
    return re.compile(rf"^\s*{re.escape(navn)}\s*((:| [A-ZÆØÅ]).*)?$", re.DOTALL)


def _omkring(tekst: str, fund: re.Match[str]) -> str:
    return tekst[max(0, fund.start() - 30) : fund.end() + 30].replace("\n", " ")


#: The fixture `aabn` (conftest.py): a window by the name of the one who is logged in there.
Aabn = Callable[..., Skaerm]
