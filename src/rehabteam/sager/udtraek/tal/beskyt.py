"""Small counts are hidden so that nothing else gives them away (docs/beslutninger/0015-smaa-tal.md).

One block = one figure, one kommune, one quarter. All that is ever shown of it – page, filter, total, chart, Excel –
is the numbers of its one `Blok`, or sums of them. A Blok is made from the block's own counts and two lists that do not
depend on them (the kommune's units, the figure's ways of grouping), so it is the same whoever asks for what:

1. Too few in all: nothing but »under« is shown.
2. The groups (e.g. of waiting time) are the finest of the figure's fixed ways in which each holds enough.
3. Units are taken in the order of their names and put together until each of those groups holds enough; what is left
   over goes with the last. Which units go together is never chosen by size: the choice would tell.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

# One way of grouping: the raw categories that are put together in each group.
Inddeling = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Blok:
    """What may be shown. `inddeling` None = fewer than the limit in all. `tal[e][g]`: units `enheder[e]`, group g."""

    inddeling: Inddeling | None = None
    enheder: tuple[tuple[str, ...], ...] = ()
    tal: tuple[tuple[int, ...], ...] = ()

    @property
    def i_alt(self) -> int | None:
        return sum(map(sum, self.tal)) if self.inddeling else None

    @property
    def grupper(self) -> tuple[int, ...]:
        """The sum of each group over all units."""
        return tuple(map(sum, zip(*self.tal, strict=True)))

    def for_enhed(self, enhed: str) -> "Blok":
        """The part of the block the unit is shown in, with those it is put together with."""
        for navne, tal in zip(self.enheder, self.tal, strict=True):
            if enhed in navne:
                return Blok(self.inddeling, (navne,), (tal,))
        return Blok()


def blok(
    antal: Mapping[tuple[str, str], int],
    enheder: Sequence[str],
    kaede: Sequence[Inddeling],
    mindst: int,
) -> Blok:
    """The block from its counts by (unit, raw category).

    `enheder`: all units of the kommune in fixed order; `kaede`: ways of grouping from fine to coarse, the last with one
    group. A unit that is not in the list counts with the last (it may have been renamed).
    """
    kendte = tuple(dict.fromkeys(enheder)) or ("",)
    raa = {enhed: dict[str, int]() for enhed in kendte}
    for (enhed, kategori), n in antal.items():
        plads = raa.get(enhed, raa[kendte[-1]])
        plads[kategori] = plads.get(kategori, 0) + n
    for inddeling in kaede:
        rader = [tuple(sum(raa[e].get(k, 0) for k in gruppe) for gruppe in inddeling) for e in kendte]
        if min(_sum(rader)) >= mindst:
            return Blok(inddeling, *_saml(kendte, rader, mindst))
    return Blok()


def _sum(rader: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*rader, strict=True)))


def _saml(
    enheder: Sequence[str], rader: Sequence[tuple[int, ...]], mindst: int
) -> tuple[tuple[tuple[str, ...], ...], tuple[tuple[int, ...], ...]]:
    """Units in their order, put together until every group holds `mindst`; the rest goes with the last."""
    navne: list[tuple[str, ...]] = []
    tal: list[tuple[int, ...]] = []
    aabne: tuple[str, ...] = ()
    aaben: tuple[int, ...] = (0,) * len(rader[0])
    for enhed, rad in zip(enheder, rader, strict=True):
        aabne, aaben = (*aabne, enhed), _sum((aaben, rad))
        if min(aaben) >= mindst:
            navne.append(aabne)
            tal.append(aaben)
            aabne, aaben = (), (0,) * len(rad)
    if aabne:
        navne[-1], tal[-1] = (*navne[-1], *aabne), _sum((tal[-1], aaben))
    return tuple(navne), tuple(tal)


def laeg_sammen(blokke: Iterable[Blok], kaede: Sequence[Inddeling]) -> tuple[Blok, int]:
    """The sum over kommuner of what is shown of each, in the coarsest grouping among them; and how many were left out."""
    alle = list(blokke)
    viste = [b for b in alle if b.inddeling]
    if not viste:
        return Blok(), len(alle)
    groveste = max((b.inddeling for b in viste if b.inddeling), key=list(kaede).index)
    summer = _sum(_grovere(b, groveste) for b in viste)
    return Blok(groveste, (("",),), (summer,)), len(alle) - len(viste)


def _grovere(b: Blok, til: Inddeling) -> tuple[int, ...]:
    """A block's groups in a coarser way of grouping."""
    fin = dict(zip(b.inddeling or (), b.grupper, strict=True))
    return tuple(sum(n for gruppe, n in fin.items() if set(gruppe) <= set(samlet)) for samlet in til)
