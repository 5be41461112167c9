"""Where on the pages of one case some words stand: the page, the place of each word on it, a few words around.

Every word must be on the page. A word is found by its Danish stem, as the end of a compound, and anywhere inside one:
»team« finds »rehabiliteringsteam«. The words reach no address and no log.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Case, F, When

from ..models import Dokument, Gennemgang, Sag
from .soegning import HOEJST, fold

INDEN_I = 3  # letters from which a word is also found inside another
OMKRING = 6  # words on each side in an excerpt
LANGT_TAL = re.compile(r"\d{6}[-\s]?\d*")  # a CPR number is no way to a page

SIDER = """
SELECT dokument_id, nr, bredde, hoejde, ord, tekst FROM sager_dokumentside
WHERE sag_id = %(sag)s AND dokument_id = ANY(%(dokumenter)s)
  AND (soegning @@ adgang.soegespoergsmaal(%(q)s) OR adgang.fold(tekst) LIKE ALL(%(inden_i)s))
"""
SAMME_STAMME = """
SELECT w, t FROM unnest(%(ord)s::text[]) w, unnest(%(sogte)s::text[]) t
WHERE left(w, 3) = left(t, 3) AND cardinality(ts_lexize('danish_stem', w)) > 0
  AND ts_lexize('danish_stem', w) = ts_lexize('danish_stem', t)
"""


@dataclass(frozen=True, slots=True)
class Boks:
    """A word's place on its page, in points from the upper left corner."""

    x: float
    y: float
    bredde: float
    hoejde: float

    @property
    def bund(self) -> float:
        return round(self.y + self.hoejde, 2)


@dataclass(frozen=True, slots=True)
class Sidefund:
    """A page with the words. `bredde`, `hoejde`: of the page, in points; `uddrag`: before, the word, after."""

    dokument_id: UUID
    nr: int
    bredde: float
    hoejde: float
    bokse: tuple[Boks, ...]
    uddrag: tuple[str, str, str]


def soegte_ord(q: str) -> list[str]:
    """The words of a search, folded; long numbers left out."""
    return re.findall(r"\w+", fold(LANGT_TAL.sub(" ", q)))[:HOEJST]


def find_paa_siderne(sag: Sag, dokumenter: Iterable[UUID], q: str) -> list[Sidefund]:
    """The pages of these documents that have every word. The walls hold: another's page is no hit."""
    sogte = soegte_ord(q)
    if not sogte or max(map(len, sogte)) < 2:
        return []
    # What stands in another word must be long enough to mean something; the short ones are whole words.
    inden_i = [f"%{o}%" if len(o) >= INDEN_I else "\x01" for o in sogte]
    sagt = {"sag": sag.id, "dokumenter": list(dokumenter), "q": " ".join(sogte), "inden_i": inden_i}
    with connection.cursor() as cursor:
        cursor.execute(SIDER, sagt)
        raekker = cursor.fetchall()
        sider = [(r[:4], _som_liste(r[4]), r[5]) for r in raekker]
        foldet = {w: fold(w).strip() for _, ord_, _ in sider for w in {o[4] for o in ord_}}
        cursor.execute(SAMME_STAMME, {"ord": sorted({_rent(f) for f in foldet.values()}), "sogte": sogte})
        beslaegtet = {w for w, _ in cursor.fetchall()}
    ramte = {w for w, f in foldet.items() if _rammer(f, sogte, beslaegtet)}
    return [_fund(hoved, ord_, tekst, ramte) for hoved, ord_, tekst in sider]


def ikke_soegbare(dokumenter: Iterable[Dokument]) -> tuple[int, int]:
    """Pages whose words are not known yet; and those that were read, and where no word was found."""
    raekker = list(dokumenter)
    kendte = dict(
        Gennemgang.objects.filter(dokument__in=[d.id for d in raekker])
        .exclude(tilstand=Gennemgang.Tilstand.VENTER)
        .annotate(
            uden=Case(
                When(tilstand=Gennemgang.Tilstand.FAERDIG, then=F("sider_uden_tekst")),
                default=F("dokument__sider"),
            )
        )
        .values_list("dokument_id", "uden")
    )
    return sum(d.sider for d in raekker if d.id not in kendte), sum(kendte.values())


def tegnes_af(d: Dokument, g: Gennemgang | None) -> tuple[str, str]:
    """SHA-256 and kind of the bytes the pages are drawn from: where text was read from pictures, the edition that has it.

    The places of its words are that edition's own: a page that lay on its side has been turned.
    """
    return (g.soegbar_sha256, "application/pdf") if g and g.soegbar_sha256 else (d.sha256, d.mime)


def _som_liste(ord_: object) -> list[list[object]]:
    return list(json.loads(ord_)) if isinstance(ord_, str) else []  # PostgreSQL hands it over as text


def _rent(ord_: str) -> str:
    return "".join(re.findall(r"\w+", ord_))


def _rammer(foldet: str, sogte: list[str], beslaegtet: set[str]) -> bool:
    rent = _rent(foldet)
    return rent in beslaegtet or any(rent == o or (len(o) >= INDEN_I and o in rent) for o in sogte)


def _fund(
    hoved: tuple[UUID, int, float, float], ord_: list[list[object]], tekst: str, ramte: set[str]
) -> Sidefund:
    steder = [i for i, o in enumerate(ord_) if o[4] in ramte]
    bokse = tuple(_boks(ord_[i]) for i in steder)
    if steder:
        her = steder[0]
        uddrag = (
            _samlet(ord_[max(her - OMKRING, 0) : her]),
            str(ord_[her][4]),
            _samlet(ord_[her + 1 : her + 1 + OMKRING]),
        )
    else:  # the words stand there, but not where
        uddrag = (" ".join(tekst.split()[: 2 * OMKRING]), "", "")
    return Sidefund(*hoved, bokse, uddrag)


def _boks(o: list[object]) -> Boks:
    x0, y0, x1, y1 = (float(str(v)) for v in o[:4])
    return Boks(round(x0, 2), round(y0, 2), round(x1 - x0, 2), round(y1 - y0, 2))


def _samlet(ord_: list[list[object]]) -> str:
    return " ".join(str(o[4]) for o in ord_)
