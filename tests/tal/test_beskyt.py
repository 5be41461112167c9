"""No small count can be worked out: the attacker knows the method, everything that is shown, and all that could be.

Complete enumeration: every population of a kommune within a bound is worked through, populations that show the same are
put together, and within each such heap no hidden count – of a unit, a group or any of them together – may be the same
in all of them and between 1 and the limit. That is the strongest attack there is on what is shown.
"""

from collections import defaultdict
from itertools import chain, combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehabteam.sager.udtraek.tal.alle import FIGURER
from rehabteam.sager.udtraek.tal.beskyt import Blok, Inddeling, blok, laeg_sammen

TO: tuple[Inddeling, ...] = ((("a",), ("b",)), (("a", "b"),))
TRE: tuple[Inddeling, ...] = ((("a",), ("b",), ("c",)), (("a", "b"), ("c",)), (("a", "b", "c"),))
EN: tuple[Inddeling, ...] = ((("a",),),)


def _alle(enheder: int, kaede: tuple[Inddeling, ...], hoejst: int) -> list[dict[tuple[str, str], int]]:
    celler = list(product("xyzv"[:enheder], [k for gruppe in kaede[0] for k in gruppe]))
    return [dict(zip(celler, n, strict=True)) for n in product(range(hoejst + 1), repeat=len(celler))]


def _maengder(celler: list[tuple[str, str]]) -> list[tuple[tuple[str, str], ...]]:
    """What an attacker would like to know: each cell, each unit, each category, and any cells together if few."""
    if len(celler) <= 4:
        return list(chain.from_iterable(combinations(celler, n) for n in range(1, len(celler) + 1)))
    enheder, kategorier = {e for e, _ in celler}, {k for _, k in celler}
    return [
        *((c,) for c in celler),
        *(tuple(c for c in celler if c[0] == e) for e in enheder),
        *(tuple(c for c in celler if c[1] == k) for k in kategorier),
    ]


def _angrib(enheder: int, kaede: tuple[Inddeling, ...], mindst: int, hoejst: int) -> int:
    """The number of heaps attacked; fails on the first hidden count that is worked out."""
    navne = "xyzv"[:enheder]
    bunker: dict[Blok, list[dict[tuple[str, str], int]]] = defaultdict(list)
    for antal in _alle(enheder, kaede, hoejst):
        bunker[blok(antal, navne, kaede, mindst)].append(antal)
    proevet = 0
    for vist, mulige in bunker.items():
        # Only where every population that would show this is among those worked through.
        if any(n > hoejst for rad in vist.tal for n in rad):
            continue
        proevet += 1
        for maengde in _maengder(list(mulige[0])):
            svar = {sum(m[c] for c in maengde) for m in mulige}
            assert len(svar) > 1 or svar.pop() not in range(1, mindst), (vist, maengde)
    return proevet


@pytest.mark.parametrize(
    ("enheder", "kaede", "mindst", "hoejst"),
    [(1, TO, 5, 14), (2, EN, 5, 18), (3, EN, 5, 12), (2, TO, 3, 7), (1, TRE, 4, 12), (2, TRE, 2, 4)],
)
def test_intet_lille_tal_kan_regnes_ud(
    enheder: int, kaede: tuple[Inddeling, ...], mindst: int, hoejst: int
) -> None:
    assert _angrib(enheder, kaede, mindst, hoejst) >= 2


@pytest.mark.langsom
@pytest.mark.parametrize(
    ("enheder", "kaede", "mindst", "hoejst"),
    [(4, EN, 5, 13), (2, TO, 5, 16), (3, TO, 2, 6), (2, TRE, 3, 8)],
)
def test_heller_ikke_i_stoerre_kommuner(
    enheder: int, kaede: tuple[Inddeling, ...], mindst: int, hoejst: int
) -> None:
    assert _angrib(enheder, kaede, mindst, hoejst) >= 2


TAL = st.dictionaries(
    st.tuples(st.sampled_from(["", "Nord", "Syd", "Vest"]), st.sampled_from("abcd")),
    st.integers(0, 40) | st.integers(0, 7),
)
DAGE = next(f for f in FIGURER if f.noegle == "ventetid").kaede


@given(TAL)
def test_alt_vist_er_stort_nok_og_summer_er_de_samme(antal: dict[tuple[str, str], int]) -> None:
    """Every number shown holds the limit; unit by unit gives the whole; the region's view is the kommune's own sum."""
    b = blok(antal, ("Nord", "Syd", "Vest", ""), DAGE, 5)
    i_alt = sum(antal.values())
    assert (b.inddeling is None) == (i_alt < 5)
    assert all(n >= 5 for rad in b.tal for n in rad)
    assert b.i_alt in (None, i_alt)
    regionens: dict[tuple[str, str], int] = defaultdict(int)
    for (_, kategori), n in antal.items():
        regionens["", kategori] += n
    r = blok(regionens, ("",), DAGE, 5)
    assert r.inddeling == b.inddeling and r.grupper == b.grupper
    # Any filter answers with one of the rows of the block, never with a number of its own.
    for enhed in ("Nord", "Syd", "Vest", "", "findes ikke"):
        assert set(b.for_enhed(enhed).tal) <= set(b.tal)


@given(st.lists(TAL, max_size=4))
def test_regionens_sum_er_summen_af_det_viste(kommuner: list[dict[tuple[str, str], int]]) -> None:
    """A kommune that is too small is in no sum: nothing is left when the others are subtracted."""
    blokke = [blok(k, ("Nord", ""), DAGE, 5) for k in kommuner]
    samlet, udenfor = laeg_sammen(blokke, DAGE)
    assert udenfor == sum(b.inddeling is None for b in blokke)
    assert (samlet.i_alt or 0) == sum(b.i_alt or 0 for b in blokke)


def test_enheder_samles_efter_navn_og_resten_gaar_med_den_sidste() -> None:
    antal = {("A", "a"): 2, ("B", "a"): 4, ("C", "a"): 9, ("D", "a"): 1}
    b = blok(antal, ("A", "B", "C", "D"), EN, 5)
    assert b.enheder == (("A", "B"), ("C", "D")) and b.tal == ((6,), (10,))
    assert b.for_enhed("D").i_alt == 10
    # Somebody in a unit that is not on the list counts with the last.
    assert blok({("ukendt", "a"): 6}, ("A", ""), EN, 5).i_alt == 6


def test_en_figurs_maader_at_gruppere_paa_er_faste_og_bliver_kun_grovere() -> None:
    """The last holds everything in one group; each is made of whole groups of the one before."""
    for figur in FIGURER:
        assert len(figur.kaede[-1]) == 1 and set(figur.kaede[-1][0]) == set(figur.navne)
        for fin, grov in zip(figur.kaede, figur.kaede[1:], strict=False):
            assert all(any(set(g) <= set(s) for s in grov) for g in fin)
            assert len(grov) < len(fin)
