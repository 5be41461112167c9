"""Every code the rules can miss in a case has a page that mends it: walked from the law's own registers."""

from collections.abc import Iterable, Iterator
from types import ModuleType
from urllib.parse import urlsplit

import pytest
from django.urls import resolve

from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.lov.bek2408_2021 import (
    indstilling,
    par01,
    par03,
    par04,
    par05,
    par07,
    par08,
    par09,
    par10,
    par11,
    par12,
    par13,
    par14,
    par15,
    par16,
    par18,
    par19,
)
from rehabteam.lov.procedure import genforelaeggelse
from rehabteam.lov.vurdering import Mangel, SkalVurderes
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import Sag
from rehabteam.web.mangelsteder import sted
from tests.verden import Verden

# Where the code can arise: a kind of case for each § of the order, and the re-submission for the rest.
SLAGS = {"12": "ftp_12_team", "13": "ftp_13_team", "14": "revalidering", "15": "tilskud_selvstaendig"}
GENFORELAEGGELSE = (par18, par19, genforelaeggelse)
MODULER = (
    *(par01, par03, par04, par05, par07, par08, par09, par10, par11, par12, par13, par14, par15, par16),
    indstilling,
    *GENFORELAEGGELSE,
)
# What no page mends, because the product itself sees to it: a resumed case is made right or not at all.
AF_SIG_SELV = {"sagstype", "undertype", "oprindelig_sag_genoptaget"}
# Asked about the plan when it is finished, and answered there.
I_PLANEN = {"alt_i_min_plan"}
# The meeting room asks these as they arise with what the team writes (§§ 8 and 9).
I_MOEDERUMMET = {"kan_ikke_parallelt", "meget_begraenset_arbejdsevne"}
# Chosen with the kind of case: § 1, stk. 3, and § 3, stk. 4.
MED_SLAGSEN = {"spor", "foerste_jaf"}


def koder(modul: ModuleType) -> Iterator[str]:
    """The codes and keys of everything a module of the law can find missing, forbidden or unjudged."""

    def i(vaerdi: object) -> Iterator[str]:
        if isinstance(vaerdi, Mangel):
            yield vaerdi.kode
        elif isinstance(vaerdi, SkalVurderes):
            yield vaerdi.noegle
        elif isinstance(vaerdi, dict):
            yield from alle(vaerdi.values())
        elif isinstance(vaerdi, tuple | list):
            yield from alle(vaerdi)

    def alle(vaerdier: Iterable[object]) -> Iterator[str]:
        for vaerdi in vaerdier:
            yield from i(vaerdi)

    yield from alle(vars(modul).values())


ALLE = sorted({(modul.__name__.rsplit(".", 1)[-1], kode) for modul in MODULER for kode in koder(modul)})


def test_registrene_er_fundet() -> None:
    fundne = {kode for _, kode in ALLE}
    assert len(fundne) > 45
    for kode in (
        "§ 3, stk. 1, nr. 7",
        "§ 4, stk. 3, nr. 4",
        "§ 12, stk. 1, 2. pkt.",
        "§ 15, stk. 2",
        "§ 10, 2. pkt.",
    ):
        assert kode in fundne


@pytest.fixture(scope="module")
def sager(database: str) -> dict[str, Sag]:
    v = Verden()
    fundne = {
        art: v.goer(v.sagsbehandler, opret_sag, art=art, borger_id=v.forloeb().borger_id)
        for art in ("ressourceforloeb", "jaf_foerste", "anden_sag", *SLAGS.values())
    }
    fundne["genforelaeggelse"] = v.genoptaget()
    fundne["v"] = v  # type: ignore[assignment]
    return fundne


@pytest.mark.parametrize(("modul", "kode"), ALLE)
def test_hver_kode_har_en_side_der_afhjaelper_den(sager: dict[str, Sag], modul: str, kode: str) -> None:
    if kode in AF_SIG_SELV | I_PLANEN | I_MOEDERUMMET | MED_SLAGSEN:
        return
    paragraf = kode.removeprefix("§ ").partition(",")[0].partition(" ")[0] if kode.startswith("§") else ""
    genforelagt = modul in {m.__name__.rsplit(".", 1)[-1] for m in GENFORELAEGGELSE}
    sag = sager["genforelaeggelse" if genforelagt else SLAGS.get(paragraf, "ressourceforloeb")]
    with kontekst.arbejder_som(sager["v"].sagsbehandler):  # type: ignore[attr-defined]
        fundet = sted(sag, kode)
    assert fundet is not None, f"{kode} har ingen side"
    assert fundet.navn and fundet.handling and fundet.ret in RETTIGHEDER
    rute = resolve(urlsplit(fundet.url).path)
    assert rute.namespace == "web" and rute.kwargs["sag_id"] == sag.id
