"""Somebody who has no mouse: every act is Tab to it and a key, and what has focus is seen all the way."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator

from tests.forloeb.skaerm import Skaerm

#: What has focus: its name as a screen reader would say it, where it stands, and whether it can be seen.
FOKUS = """() => {
    const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);
    const fra = document.elementFromPoint(
        Math.min(innerWidth - 1, Math.max(0, r.left + r.width / 2)), Math.max(0, r.top + r.height / 2));
    const maerkat = e.labels && e.labels.length ? e.labels[0].textContent : "";
    return {
        navn: (e.getAttribute("aria-label") || maerkat || e.textContent || "").replace(/\\s+/g, " ").trim(),
        inde: document.querySelector("#indhold").contains(e), svg: !!e.closest("svg"), krop: e === document.body,
        ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== "none",
        synlig: r.width > 0 && r.top >= 0 && r.bottom <= innerHeight + 1,
        daekket: !(fra && (e.contains(fra) || fra.contains(e) || (e.labels && [...e.labels].includes(fra)))),
        hoej: r.height > innerHeight, ramme: e.tagName === "IFRAME",
    };
}"""
#: Where the target is from what has focus: here, a brother in the same group of radio buttons, before or after.
RETNING = """maal => {
    const e = document.activeElement;
    if (e === maal) return "her";
    if (maal.type === "radio" && e.type === "radio" && e.name === maal.name && e.form === maal.form) return "gruppe";
    if (e === document.body) return "begynd";
    return e.compareDocumentPosition(maal) & Node.DOCUMENT_POSITION_PRECEDING ? "foer" : "efter";
}"""
HOEJST = 150


def set_(her: dict[str, object]) -> None:
    """What has focus must be seen, and nothing may lie over it. A text taller than the window is seen in part."""
    assert her["ring"], f"fokus kan ikke ses på »{her['navn']}«"
    assert (her["synlig"] or her["hoej"]) and not her["daekket"], f"»{her['navn']}« er skjult i fokus: {her}"


class Tastatur(Skaerm):
    """The same person at the same screen, by keyboard alone."""

    def naa(self, maal: Locator) -> None:
        """Tab, or Tab back, until the target has focus; in a group of radio buttons by the arrows."""
        element, tast = maal.element_handle(), self.side.keyboard
        for _ in range(HOEJST):
            retning = self.side.evaluate(RETNING, element)
            if retning == "her":
                return
            if retning == "begynd":
                self._til_indholdet(maal)
                continue
            tast.press({"gruppe": "ArrowDown", "foer": "Shift+Tab"}.get(retning, "Tab"))
            her = self.side.evaluate(FOKUS)
            if her["inde"] and not her["ramme"]:
                set_(her)
        raise AssertionError(f"{self.side.url}: »{maal}« kan ikke nås med tastaturet")

    def _til_indholdet(self, maal: Locator) -> None:
        """The first stop of every page leads past the menu; an address that names a place on it begins there."""
        self.side.keyboard.press("Tab")
        her = self.side.evaluate(FOKUS)["navn"]
        if her == "Gå til indholdet" and maal.evaluate("e => document.querySelector('#indhold').contains(e)"):
            self.side.keyboard.press("Enter")

    def klik(self, maal: Locator) -> None:
        self.naa(maal)
        with self.side.expect_navigation():
            self.side.keyboard.press("Enter")

    def udfyld(self, felt: Locator, vaerdi: str) -> None:
        self.naa(felt)
        self.side.keyboard.press("Control+a")
        self.side.keyboard.insert_text(vaerdi)
        assert felt.input_value() == vaerdi

    def vaelg_i(self, felt: Locator, vaerdi: str) -> None:
        self.naa(felt)
        self.side.keyboard.press("Home")
        valg = [v.strip() for v in felt.locator("option").all_inner_texts()]
        for _ in range(valg.index(vaerdi)):
            self.side.keyboard.press("ArrowDown")
        assert felt.evaluate("e => e.selectedOptions[0].textContent.trim()") == vaerdi

    def kryds(self, felt: Locator) -> None:
        self.naa(felt)
        if not felt.is_checked():
            self.side.keyboard.press("Space")
        assert felt.is_checked()

    def hent(self, knap: Locator) -> Path:
        self.naa(knap)
        with self.side.expect_download() as hentning:
            self.side.keyboard.press("Enter")
        return Path(hentning.value.path())

    def laeg_fil(self, felt: Locator, fil: Path) -> None:
        self.naa(felt)
        with self.side.expect_file_chooser() as vindue:
            self.side.keyboard.press("Space")
        vindue.value.set_files(fil)
