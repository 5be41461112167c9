"""The register from § to function is whole: every stk. of the order, each in the file of its §, in our own words."""

from __future__ import annotations

import inspect
from collections import Counter

import pytest

from rehabteam.lov import love
from rehabteam.lov.regel import REGLER
from rehabteam.lov.stykke import STYKKER, Stykke, i_lovens_orden

ANTAL_STK = {
    1: 5, 2: 4, 3: 4, 4: 4, 5: 4, 6: 0, 7: 4, 8: 6, 9: 2, 10: 0, 11: 0, 12: 2, 13: 2, 14: 0, 15: 2, 16: 0, 17: 6,
    18: 0, 19: 0, 20: 2, 21: 2,
}  # fmt: skip
"""The stk. of each § as the order numbers them; 0 where the § is not divided."""
PKT = {
    (6, None): 2,
    (10, None): 2,
    (14, None): 3,
    (18, None): 2,
    (19, None): 2,
    (2, 1): 3,
    (3, 1): 3,
    (5, 1): 3,
}
"""Provisions whose sentences are each of their own."""
MED_FUNKTION = [s for s in STYKKER if s.funktion is not None]


def navn(s: Stykke) -> str:
    return f"{s.hjemmel} {s.funktion.__name__ if s.funktion else ''}"


def registreret(paragraf: int, stk: int | None) -> list[Stykke]:
    return [
        s
        for s in STYKKER
        if (s.hjemmel.kilde, s.hjemmel.paragraf, s.hjemmel.stk) == ("BEK 2408/2021", str(paragraf), stk)
    ]


@pytest.mark.parametrize("paragraf", ANTAL_STK)
def test_hvert_stykke_er_der(paragraf: int) -> None:
    for stk in range(1, ANTAL_STK[paragraf] + 1):
        assert registreret(paragraf, stk), f"§ {paragraf}, stk. {stk}"
    if not ANTAL_STK[paragraf]:
        assert registreret(paragraf, None), f"§ {paragraf}"


def test_ingen_stykker_er_opfundet() -> None:
    for s in STYKKER:
        if s.hjemmel.kilde == "BEK 2408/2021":
            assert (s.hjemmel.stk or 0) <= ANTAL_STK[int(s.hjemmel.paragraf)], navn(s)


@pytest.mark.parametrize(("sted", "antal"), PKT.items())
def test_hvert_punktum_er_der(sted: tuple[int, int | None], antal: int) -> None:
    assert {s.hjemmel.pkt for s in registreret(*sted)} >= set(range(1, antal + 1))


def test_loven_og_proceduren_er_der() -> None:
    alle = {str(s.hjemmel) for s in STYKKER}
    assert {
        "LAB § 109",
        "LAB § 113, stk. 2, 1. pkt.",
        "LAB § 113, stk. 2, 2. pkt.",
        "LAB § 113, stk. 3",
    } <= alle
    assert sum(hjemmel.startswith("Proceduren") for hjemmel in alle) == 10


@pytest.mark.parametrize("s", MED_FUNKTION, ids=navn)
def test_funktionen_er_offentlig_og_staar_i_sin_paragrafs_fil(s: Stykke) -> None:
    assert s.funktion is not None and not s.hvorfor
    assert not s.funktion.__name__.startswith("_")
    fil = s.funktion.__module__
    if s.hjemmel.paragraf:
        tal, _, bogstav = s.hjemmel.paragraf.partition(" ")
        assert f"par{int(tal):02}{bogstav}" in fil.split(".")
    else:
        assert fil.startswith("rehabteam.lov.procedure.")
    stk = s.funktion.__name__.partition("_")[0]
    if stk.startswith("stk"):
        assert stk == f"stk{s.hjemmel.stk}", navn(s)


@pytest.mark.parametrize("s", MED_FUNKTION, ids=navn)
def test_funktionen_er_den_samme_som_uden_linjen(s: Stykke) -> None:
    """The line is only registered: nothing stands between the caller and the function."""
    assert s.funktion is not None
    modul = inspect.getmodule(inspect.unwrap(s.funktion))
    assert getattr(modul, s.funktion.__name__) is s.funktion


@pytest.mark.parametrize("s", [s for s in STYKKER if s.funktion is None], ids=navn)
def test_uden_funktion_staar_der_hvorfor(s: Stykke) -> None:
    assert s.hvorfor.endswith(".") and "!" not in s.hvorfor and len(s.hvorfor) <= 200
    assert s.hvorfor != s.tekst


def test_linjerne_er_korte_og_forskellige() -> None:
    for s in STYKKER:
        assert s.tekst.endswith(".") and "!" not in s.tekst and len(s.tekst) <= 200, navn(s)
        assert s.tekst[0].isupper(), navn(s)
    assert max(Counter(s.tekst for s in STYKKER).values()) == 1


def test_raekkefoelgen_er_lovens() -> None:
    orden = i_lovens_orden()
    assert len(orden) == len(STYKKER)
    bek = [(int(s.hjemmel.paragraf), s.hjemmel.stk or 0) for s in orden if s.hjemmel.kilde == "BEK 2408/2021"]
    assert bek == sorted(bek)
    assert [s.hjemmel.kilde[:4] for s in orden] == sorted(
        (s.hjemmel.kilde[:4] for s in orden), key=["BEK ", "CPR-", "LAB", "Offe", "Rets", "Proc"].index
    )


def test_hver_paragraf_har_sin_fil_og_hver_fil_sin_adresse() -> None:
    filer = {m.__name__.rpartition(".")[2]: m for m in love.bek2408_2021.PARAGRAFFER}
    assert {f"par{n:02}" for n in ANTAL_STK} <= set(filer)
    for fil in (*filer.values(), *love.lab.PARAGRAFFER, *love.retssikkerhedsloven.PARAGRAFFER):
        assert "https://www.retsinformation.dk/eli/lta/" in (fil.__doc__ or ""), fil.__name__


def test_hver_regel_staar_i_en_udgave() -> None:
    filer = {m.__name__ for udgave in love.UDGAVER for m in udgave.PARAGRAFFER}
    for r in REGLER.values():
        assert r.funktion.__module__ in filer, r.navn
