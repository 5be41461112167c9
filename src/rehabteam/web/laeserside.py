"""What the reader shows: every page of every document of a case, each in its place, with its marks and its notes."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam.dokumenter import sidebilledlager
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Dokument, Dokumentside, Gennemgang, Margennote, Sag
from rehabteam.sager.udtraek.margennoter import synlige_margennoter
from rehabteam.sager.udtraek.sidesoegning import Sidefund, tegnes_af

from .bilagsliste import Bilagslinje
from .cprvagt import uden_cpr

A4 = (595.0, 842.0)
# So many pictures stand in the page itself; the rest are links, which laeser.js makes into pictures that wait until they
# are near. A browser without scripts heeds no loading=lazy, and would ask for four hundred at once.
VINDUE = 12
VISES = frozenset({"application/pdf", "image/jpeg", "image/png"})
T = Gennemgang.Tilstand


@dataclass(slots=True)
class Side:
    """A page: `i_alt` is its number in the whole reading, `nr` in its document. Sizes in points. `vist`: its picture
    stands in the page without scripts too.
    """

    nr: int
    i_alt: int
    bredde: float = A4[0]
    hoejde: float = A4[1]
    har_tekst: bool = False
    fund: Sidefund | None = None
    noter: list[Margennote] = field(default_factory=list)
    vist: bool = False

    @property
    def ramme(self) -> tuple[int, int]:
        """Width and height of the picture in whole pixels at the width it is made in."""
        return 1100, max(round(1100 * self.hoejde / self.bredde), 1)


@dataclass(slots=True)
class Bilag:
    """A document in the reading. `klar`: its words can be searched; `hvorfor_ikke`: why it cannot be shown."""

    linje: Bilagslinje
    sider: list[Side]
    klar: bool
    hvorfor_ikke: str = ""
    miniature: bool = False

    @property
    def dokument(self) -> Dokument:
        return self.linje.dokument

    @property
    def foerste(self) -> int:
        return self.sider[0].i_alt

    @property
    def sidste(self) -> int:
        return self.sider[-1].i_alt


def opstil(
    aktoer: Aktoer, sag: Sag, linjer: Iterable[Bilagslinje], fund: Iterable[Sidefund] = ()
) -> list[Bilag]:
    """All of it in a fixed number of queries, in the order and with the numbers of the collected PDF."""
    gennemgange = {g.dokument_id: g for g in Gennemgang.objects.filter(sag=sag)}
    maal = _maal(sag)
    noter: dict[tuple[UUID, int], list[Margennote]] = defaultdict(list)
    for note in synlige_margennoter(aktoer, sag):
        noter[note.dokument_id, note.side].append(note)
    ramt = {(f.dokument_id, f.nr): f for f in fund}
    bilag, i_alt = [], 0
    for linje in linjer:
        d = linje.dokument
        sider = []
        for nr in range(1, max(d.sider, 1) + 1):
            i_alt += 1
            side = Side(nr, i_alt, fund=ramt.get((d.id, nr)), noter=noter.get((d.id, nr), []))
            if (kendt := maal.get((d.id, nr))) is not None:
                side.bredde, side.hoejde, side.har_tekst = kendt
            sider.append(side)
        g = gennemgange.get(d.id)
        bilag.append(
            Bilag(
                linje,
                sider,
                klar=g is not None and g.tilstand != T.VENTER,
                hvorfor_ikke=_hvorfor_ikke(d, g),
                miniature=g is not None and g.tilstand == T.FAERDIG,
            )
        )
    return bilag


def vaelg_viste(bilag: list[Bilag], her: Side, valgt: Bilag | None) -> None:
    """After a search those with a hit, else from the page before `her` on, in the document that is open."""
    sider = valgt.sider if valgt else [s for b in bilag for s in b.sider]
    fra = max((her.nr if valgt else her.i_alt) - 2, 0)
    for side in [s for s in sider if s.fund][:VINDUE] or sider[fra : fra + VINDUE]:
        side.vist = True
    her.vist = True


def _maal(sag: Sag) -> dict[tuple[UUID, int], tuple[float, float, bool]]:
    sider = Dokumentside.objects.filter(sag=sag).values_list("dokument_id", "nr", "bredde", "hoejde")
    tomme = set(Dokumentside.objects.filter(sag=sag, tekst="").values_list("dokument_id", "nr"))
    return {
        (d, nr): (bredde or A4[0], hoejde or A4[1], (d, nr) not in tomme) for d, nr, bredde, hoejde in sider
    }


def _hvorfor_ikke(d: Dokument, g: Gennemgang | None) -> str:
    if d.mime not in VISES:
        return _("Filen er af en slags, der ikke kan vises her.")
    fejl = sidebilledlager.kendt_fejl(settings.DATA, tegnes_af(d, g)[0])
    return f"{fejl.dansk_tekst.partition('.')[0]}." if fejl else ""


def soegesvar(bilag: Iterable[Bilag]) -> list[dict[str, Any]]:
    """The pages with a hit in the order of reading, each with its number in the whole and its excerpt."""
    return [
        {
            "bilag": b,
            "side": s,
            "antal": max(len(s.fund.bokse), 1),
            "uddrag": [uden_cpr(u) for u in s.fund.uddrag],
        }
        for b in bilag
        for s in b.sider
        if s.fund
    ]


def i_grupper(bilag: Iterable[Bilag]) -> list[tuple[str, list[Bilag]]]:
    grupper: dict[str, list[Bilag]] = {}
    for b in bilag:
        grupper.setdefault(b.linje.gruppe, []).append(b)
    return list(grupper.items())


def find_side(bilag: list[Bilag], i_alt: str) -> tuple[Bilag, Side]:
    """The page of the whole with this number; the nearest there is, and the first where it is no number."""
    nr = int(i_alt) if i_alt.isascii() and i_alt.isdigit() and len(i_alt) < 7 else 1
    nr = min(max(nr, 1), bilag[-1].sidste)
    b = next(b for b in bilag if nr <= b.sidste)
    return b, b.sider[nr - b.foerste]
