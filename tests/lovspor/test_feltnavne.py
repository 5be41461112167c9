"""Every fact and every choice has Danish words, and no word stands for something that is not there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from rehabteam.lov.kontrakt.skema import skema
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lovspor import eksempler, feltnavne, i_ord
from rehabteam.lovspor.felter import Felt, for_regel
from rehabteam.lovspor.paragraffer import REGELNAVNE


def _alle(felter: tuple[Felt, ...]) -> Iterator[Felt]:
    for felt in felter:
        yield felt
        yield from _alle(felt.boern)


ALLE = [(regel, f) for regel in SPOERGSMAAL for f in _alle(for_regel(regel))]


@pytest.mark.parametrize(("regel", "felt"), ALLE, ids=lambda x: x if isinstance(x, str) else x.noegle)
def test_hvert_faktum_har_et_navn(regel: str, felt: Felt) -> None:
    assert felt.navn and felt.navn != felt.noegle and "_" not in felt.navn
    assert felt.navn.endswith("?") == (felt.slags == "ja_nej")
    assert i_ord.ikke_besvaret(felt)


def _skemaets_valg(del_: object) -> Iterator[tuple[str, list[object]]]:
    """Every key of the JSON Schema with the values it may have."""
    if isinstance(del_, dict):
        for noegle, under in del_.get("properties", {}).items():
            for mulig in (
                (under, under.get("items", {}), *under.get("anyOf", ())) if under is not True else ()
            ):
                for valg in (mulig, mulig.get("items", {})):
                    if "enum" in valg and noegle != "regel":
                        yield noegle, valg["enum"]
        for under in del_.values():
            yield from _skemaets_valg(under)
    elif isinstance(del_, list):
        for under in del_:
            yield from _skemaets_valg(under)


def test_hvert_valg_har_ord() -> None:
    """Asked of the schema, which is made from the types in another way."""
    fundne = list(_skemaets_valg(skema()["$defs"]["spoergsmaal"]))
    assert len(fundne) > 20
    for noegle, vaerdier in fundne:
        tabeller = [t for navn, t in feltnavne.VALG.items() if navn.rpartition(".")[2] == noegle]
        assert any(set(vaerdier) <= set(tabel) for tabel in tabeller), (noegle, vaerdier)


def test_ingen_ord_staar_for_noget_der_ikke_er_der() -> None:
    noegler = {f.noegle for _, f in ALLE} | {f"{f.klasse}.{f.noegle}" for _, f in ALLE}
    for tabel in (
        feltnavne.FELTER,
        feltnavne.HJAELP,
        feltnavne.VALG,
        feltnavne.NULL,
        feltnavne.SKOEN,
        feltnavne.KUN_TIL_ORIENTERING,
    ):
        assert set(tabel) <= noegler, set(tabel) - noegler


def test_hver_regel_har_et_navn() -> None:
    assert set(REGELNAVNE) == set(SPOERGSMAAL)
    assert all(navn.endswith("?") for navn in REGELNAVNE.values())


@pytest.mark.parametrize("id", list(eksempler.alle()))
def test_hvert_eksempel_kan_laeses_uden_koder(id: str) -> None:
    """No key of the contract, no code and no English value, unless the facts are themselves not valid."""
    e = eksempler.alle()[id]
    hoved, vurdering = eksempler.svar(id)
    linjer = [f"{navn}: {tekst}" for navn, tekst in i_ord.fakta(e.regel, e.fakta)]
    linjer += i_ord.svar(hoved, vurdering)
    assert linjer
    if vurdering is not None:
        for linje in linjer:
            assert not any(x in linje for x in ("_", "None", "True", "False", "null", "[", "{")), linje
