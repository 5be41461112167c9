"""A guess at what a file is, from its name and its first page. Never more than a guess: a person says what it is.

The table is read from the top: what is said most plainly stands first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

FORSIDE = 3000  # characters of the first page that are looked at
TIDLIGST = 1990
MAANEDER = {
    navn: nr
    for nr, navne in enumerate(
        (
            ("januar", "jan"), ("februar", "feb"), ("marts", "mar"), ("april", "apr"), ("maj",), ("juni", "jun"),
            ("juli", "jul"), ("august", "aug"), ("september", "sep", "sept"), ("oktober", "okt"),
            ("november", "nov"), ("december", "dec"),
        ),
        1,
    )
    for navn in navne
}  # fmt: skip

# kind → words that tell of it, in the name of the file or at the top of its first page
REGLER: tuple[tuple[str, str], ...] = (
    ("laegeattest", r"\bl[æa]e?\s?-?(125|135|145|155|165|175|265|275|285|295)\b"),
    ("laegeattest", r"\b(l[æa]e?ge|helbreds|status|speciall[æa]e?ge)\s?-?(attest|erkl[æa]e?ring)"),
    ("sundhedsnotat", r"\bsundhedskoordinator"),
    ("forberedende_del", r"\bforberedende\s+del\b"),
    ("indsatsplan", r"\bindsats\s?plan"),
    ("indsatsplan", r"\brehabiliteringsplan"),
    ("forrige_indstilling", r"\b(teamets\s+)?indstilling\b"),
    ("opfoelgningsnotat", r"\b(opf[øo]e?lgning|opf[øo]e?lgningsnotat|samtalenotat|jobsamtale)"),
    ("afgoerelse", r"\b(afg[øo]e?relse|bevilling)"),
    ("cv", r"\b(cv|curriculum\s+vitae)\b"),
    (
        "dokumentation",
        r"\b(epikrise|udskrivningsbrev|journal|journaludskrift|r[øo]e?ntgen|mr[\s-]skanning|genoptr[æa]e?ning"
        r"|praktik(evaluering|rapport)?|virksomhedspraktik|arbejdspr[øo]e?vning|mentor|statusrapport|evaluering)",
    ),
    ("brev", r"\b(brev|indkaldelse|partsh[øo]e?ring)\b"),
)
LAEST = tuple((slags, re.compile(udtryk, re.IGNORECASE)) for slags, udtryk in REGLER)

_TAL = re.compile(r"(?<!\d)(\d{1,2})[.\-/_](\d{1,2})[.\-/_](\d{4}|\d{2})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})[.\-/_]?(\d{2})[.\-/_]?(\d{2})(?!\d)")
_ORD = re.compile(rf"(?<!\d)(\d{{1,2}})\.?\s*({'|'.join(MAANEDER)})\b\.?\s*(\d{{4}})", re.IGNORECASE)
_FOEDT = re.compile(r"(f[øo]e?dt|f[øo]e?dselsdato|cpr)\W{0,3}(nr\.?|nummer|den|dato)?\W{0,3}$", re.IGNORECASE)
_ENDELSE = re.compile(r"\.[A-Za-z0-9]{1,5}$")
_KAMERA = re.compile(
    r"^(img|image|dsc|pxl|scan|skan|foto|billede|dokument|doc)?[\s_\-]*[\d\s_\-]*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Forslag:
    """`slags`: a kind a person can choose, "" when nothing tells; `titel`: at most 200 characters.

    `afsender`: who it is from, where the file itself says so (a mail), else "".
    """

    slags: str
    dato: date | None
    titel: str
    afsender: str = ""


def foreslaa(filnavn: str, forside: str, dag: date) -> Forslag:
    """From the name and the text of the first page ("" where there is none). A day after `dag` is never suggested."""
    navn = _ENDELSE.sub("", filnavn)
    i_ord = re.sub(r"[_\s]+", " ", navn).strip(" -.,")
    tekst = forside[:FORSIDE]
    return Forslag(
        _slags(i_ord) or _slags(tekst), _dato(navn, dag) or _dato(tekst, dag), _titel(i_ord, tekst)
    )


def _slags(tekst: str) -> str:
    return next((slags for slags, udtryk in LAEST if udtryk.search(tekst)), "")


def _titel(navn: str, tekst: str) -> str:
    """The name as it reads; a camera's number says nothing, and then the first line does, if there is one."""
    if not _KAMERA.match(navn):
        return navn[:200]
    linjer = (" ".join(linje.split()) for linje in tekst.splitlines())
    return next(
        (linje[:200] for linje in linjer if len(linje) >= 4 and re.search(r"[^\W\d]{3}", linje)), navn[:200]
    )


def _dato(tekst: str, dag: date) -> date | None:
    """The first day in the text that can be the document's; a birthday is none."""
    fundne: list[tuple[int, date]] = []
    for udtryk, orden in ((_ISO, (1, 2, 3)), (_TAL, (3, 2, 1)), (_ORD, (3, 2, 1))):
        for m in udtryk.finditer(tekst):
            if _FOEDT.search(tekst[max(0, m.start() - 25) : m.start()]):
                continue
            aar, maaned, dagen = (m[nr] for nr in orden)
            if fundet := _som_dag(aar, maaned, dagen, dag):
                fundne.append((m.start(), fundet))
    return min(fundne)[1] if fundne else None


def _som_dag(aar: str, maaned: str, dagen: str, dag: date) -> date | None:
    fuldt = int(aar) + (2000 if len(aar) == 2 else 0)
    try:
        fundet = date(fuldt, MAANEDER.get(maaned.lower()) or int(maaned), int(dagen))
    except ValueError:
        return None
    return fundet if fundet.year >= TIDLIGST and fundet <= dag else None
