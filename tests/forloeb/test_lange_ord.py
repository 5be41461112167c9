"""Long names and long words on the pages of a whole case: at 320 px, at 1280 px, and at 1280 px enlarged to 200 %."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn, Skaerm

pytestmark = pytest.mark.langsom
FREJA, LISBETH, BENTE = "Freja Lindskov Palle", "Lisbeth Thygesen Ravn", "Bente Roslev Kjærgaard"
ORD = "Arbejdsmarkedsrehabiliteringsforløbskoordineringsudvalgsformandskab"
LANGT = f"{ORD} og {ORD}svikar har skrevet: " + "det er en meget lang tekst. " * 40
# Width, height and how many dots each pixel is drawn with: 640 × 450 at two is 1280 × 900 enlarged to 200 %.
SKAERME = ((320, 640, 1), (1280, 900, 1), (640, 450, 2))
SIDER = (
    ("mette.nordby", "/mit-arbejde/"),
    ("bodil.nordby", "/mit-arbejde/?hvem=enhed"),
    ("bodil.nordby", "/enheden/"),
    ("mette.nordby", "/kalender/"),
    ("mette.nordby", "/kalender/?vis=uge"),
    ("mette.nordby", "/paamindelser/"),
    ("mette.nordby", "/sag/ny/"),
    ("mette.nordby", "/sag/ny/?art=jaf_foerste"),
    ("mette.nordby", "/sag/ny/?art=anden_sag"),
    ("mette.nordby", "/sag/modtag/"),
    ("mette.nordby", FREJA),
    ("mette.nordby", f"{FREJA}|forberedende-del/"),
    ("mette.nordby", f"{FREJA}|forberedende-del/stk1_nr2/"),
    ("mette.nordby", f"{FREJA}|forberedende-del/stk1_nr2/versioner/"),
    ("mette.nordby", f"{FREJA}|forberedende-del/stk2_beskaeftigelse/"),
    ("mette.nordby", f"{FREJA}|svar/"),
    ("mette.nordby", f"{FREJA}|noter/"),
    ("mette.nordby", f"{FREJA}|historik/"),
    ("mette.nordby", f"{FREJA}|overdrag/"),
    ("mette.nordby", f"{FREJA}|afslut/"),
    ("samira.nordby", f"{BENTE}|attester/"),
    ("samira.nordby", f"{BENTE}|samtykke/"),
    ("mette.nordby", f"{LISBETH}|afgoerelse/"),
    ("jonas.nordby", "Finn Overby Malmros|afgoerelse/"),
    ("jonas.nordby", "Malthe Sejersen Bukh|afgoerelse/traef/"),
    ("samira.nordby", "Ulrikke Fabricius Nørmark|historik/"),
    ("bodil.nordby", "/indlaesning/"),
    ("bodil.nordby", "/indlaesning/ny/"),
    ("bodil.nordby", "/vikarer/"),
    ("pia.region", "/noedadgange/"),
)
#: For screen readers only: drawn so small, or cut so hard, that nobody sees it.
GEMT = """e => { for (; e; e = e.parentElement) {
    const s = getComputedStyle(e), r = e.getBoundingClientRect();
    if (s.clipPath !== "none" || s.position === "absolute" && (r.width <= 1.5 || r.height <= 1.5)) return true;
} return false; }"""
#: Text that does not fit where it stands: cut off by its box, or past the window's edge.
SKAARET = """gemt => {
    const ud = [];
    for (const e of document.querySelectorAll("body *")) {
        if (!e.checkVisibility() || e.closest("svg, iframe, option") || gemt(e)) continue;
        const s = getComputedStyle(e), r = e.getBoundingClientRect();
        if (!r.width || !(e.textContent || "").trim()) continue;
        const egen = [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
        const skjuler = s.overflowX !== "visible";
        if (skjuler && e.scrollWidth > e.clientWidth + 1) ud.push(["skåret", e]);
        else if (egen && r.right > document.documentElement.clientWidth + 1) ud.push(["uden for", e]);
    }
    const ord = e => e.tagName + "." + e.className + " «" + e.textContent.trim().slice(0, 60) + "»";
    return ud.slice(0, 6).map(([h, e]) => h + ": " + ord(e));
}"""
#: Lines of text that lie over each other, though neither is inside the other.
OVERLAP = """gemt => {
    const linjer = [];
    const gang = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let n; (n = gang.nextNode());) {
        const e = n.parentElement;
        if (!n.textContent.trim() || !e.checkVisibility() || e.closest("svg, option, .moedefod") || gemt(e)) continue;
        const o = document.createRange();
        o.selectNodeContents(n);
        for (const r of o.getClientRects()) if (r.width > 2 && r.height > 2) linjer.push([r, n]);
    }
    const ud = [];
    for (let i = 0; i < linjer.length && ud.length < 6; i++)
        for (let j = i + 1; j < linjer.length; j++) {
            const [a, x] = linjer[i], [b, y] = linjer[j];
            if (x === y) continue;
            const bredt = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const hoejt = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            if (bredt > 3 && hoejt > 0.5 * Math.min(a.height, b.height)) {
                ud.push("«" + x.textContent.trim().slice(0, 50) + "» over «" + y.textContent.trim().slice(0, 50) + "»");
                break;
            }
        }
    return ud;
}"""


@pytest.fixture(scope="module")
def lang(site: Site) -> Iterator[Site]:
    """The demo with names twice as long, written behind the program's back: nobody has such a name to click with."""
    site.sql(
        "UPDATE sager_medarbejder SET navn = navn || ' Frederikssundsvejgaard-Christoffersen' WHERE navn !~ 'Hessellund'"
    )
    yield site


def adresse(site: Site, hvor: str) -> str:
    if hvor.startswith("/"):
        return hvor
    navn, _, side = hvor.partition("|")
    return site.aaben(navn) + side


def maal(s: Skaerm, navn: str) -> list[str]:
    """What does not fit at each of the three sizes."""
    fejl = []
    cdp = s.omraade.new_cdp_session(s.side)
    for bredde, hoejde, prikker in SKAERME:
        cdp.send(
            "Emulation.setDeviceMetricsOverride",
            {"width": bredde, "height": hoejde, "deviceScaleFactor": prikker, "mobile": False},
        )
        ved = f"{navn} ved {bredde} × {prikker}"
        bred = s.side.evaluate("document.scrollingElement.scrollWidth")
        fejl += [f"{ved}: {bred} px bred"] if bred > bredde else []
        fejl += [
            f"{ved}: {f}"
            for f in (*s.side.evaluate(f"({SKAARET})({GEMT})"), *s.side.evaluate(f"({OVERLAP})({GEMT})"))
        ]
    cdp.send("Emulation.clearDeviceMetricsOverride")
    cdp.detach()
    return fejl


def test_intet_skaeres_af_og_intet_ligger_oven_i(aabn: Aabn, lang: Site) -> None:
    skriv_langt(aabn("mette.nordby"), lang)
    fejl: list[str] = []
    for hvem in dict.fromkeys(hvem for hvem, _ in SIDER):
        s = aabn(hvem)
        for hvor in (sti for en, sti in SIDER if en == hvem):
            assert s.gaa(adresse(lang, hvor)) == 200, hvor
            fejl += maal(s, hvor)
    assert not fejl, "\n".join(fejl)


def skriv_langt(s: Skaerm, site: Site) -> None:
    """A note, a part of the plan in two versions, and a reminder, with words that no line can hold."""
    sag = site.aaben(FREJA)
    s.gaa(sag + "noter/")
    s.skriv("Ny note", "@Bodil Hessellund, " + LANGT)
    s.tryk("Gem noten")
    for tekst in (LANGT, "Kort og " + LANGT):
        s.gaa(sag + "forberedende-del/stk1_nr2/")
        s.skriv("Kommunens beskrivelse", tekst)
        s.skriv("Borgerens egne ord", tekst)
        s.tryk("Gem")
    s.gaa(sag + "forberedende-del/stk2_beskaeftigelse/")
    s.skriv("Hvad hed indsatsen?", ORD * 3)
    s.tryk("Gem")
    s.gaa(sag + "paamindelse/")
    s.skriv("Hvilken dag?", "27.05.2026")
    s.skriv("Hvad vil du mindes om?", ORD)
    s.tryk("Sæt påmindelsen")
