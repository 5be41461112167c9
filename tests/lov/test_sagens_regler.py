"""Which rules measure one case: by kind, route and choices."""

import itertools

import pytest

from rehabteam.lov.bek2408_2021.par01 import SPOR
from rehabteam.lov.bek2408_2021.par18 import henter_nyt
from rehabteam.lov.bek2408_2021.sagens_regler import (
    grundlagets_regel,
    har_egen_plan,
    naeste_valg,
    staar_inde_for,
)
from rehabteam.lov.fakta import SAGSTYPER

JA_NEJ_UVIST = (True, False, None)


@pytest.mark.parametrize(
    ("spor", "regel"),
    [
        ("TEAM_12", "par12"),
        ("LSP_18_STK_2", "par12"),
        ("LSP_17_STK_2", "par13"),
        ("LSP_17_STK_3", "par13"),
        (None, "par03"),
    ],
)
def test_foertidspension_efter_sin_vej(spor: str | None, regel: str) -> None:
    assert grundlagets_regel("foertidspension", spor) == regel


def test_de_andre_efter_deres_slags_og_ingen_vej_aendrer_det() -> None:
    egne = {"revalidering": "par14", "tilskud_selvstaendig": "par15"}
    for sagstype, spor in itertools.product(SAGSTYPER, (None, *SPOR)):
        if sagstype != "foertidspension":
            assert grundlagets_regel(sagstype, spor) == egne.get(sagstype, "par03"), (sagstype, spor)


def test_planen_foelger_par_1() -> None:
    for sagstype, kraeves, *valg in itertools.product(SAGSTYPER, JA_NEJ_UVIST, JA_NEJ_UVIST, JA_NEJ_UVIST):
        har = har_egen_plan(sagstype, kraeves, (valg[0], valg[1]))
        if sagstype == "ressourceforloeb_genbehandling":
            assert har is False
        elif sagstype == "andet":
            assert har is (valg == [True, True])
        else:
            assert har is (kraeves is True)


@pytest.mark.parametrize(
    ("valg", "naeste"),
    [
        ((None, None), "kommunen_vaelger"),
        ((None, True), "kommunen_vaelger"),
        ((True, None), "bruger_bekendtgoerelsen"),
        ((True, False), None),
        ((True, True), None),
        ((False, None), None),
    ],
)
def test_de_to_valg_et_ad_gangen(valg: tuple[bool | None, bool | None], naeste: str | None) -> None:
    assert naeste_valg("andet", valg) == naeste
    assert naeste_valg("fleksjob", valg) is None


@pytest.mark.parametrize(
    ("regel", "til_teamet", "noegler"),
    [
        ("par03", True, ("udarbejdet_sammen_med_borger", "fuldt_oplyst")),
        ("par15", True, ("udarbejdet_sammen_med_borger", "fuldt_oplyst")),
        ("par14", False, ("udarbejdet_sammen_med_borger",)),
        ("par12", True, ("udarbejdet_sammen_med_borger",)),
        ("par12", False, ("udarbejdet_sammen_med_borger",)),
        ("par13", True, ()),
        ("par13", False, ()),
    ],
)
def test_hvad_et_menneske_staar_inde_for(regel: str, til_teamet: bool, noegler: tuple[str, ...]) -> None:
    assert staar_inde_for(regel, til_teamet=til_teamet) == noegler


@pytest.mark.parametrize(("aendringer", "ja"), [(True, True), (False, False), (None, False)])
def test_nye_papirer_kun_efter_en_vaesentlig_aendring(aendringer: bool | None, ja: bool) -> None:
    assert henter_nyt(aendringer) is ja
