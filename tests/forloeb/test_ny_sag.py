"""New cases in the browser: a case whose way is asked, one that never leaves the kommune, and every kind's first page."""

from __future__ import annotations

from datetime import date

import pytest

from rehabteam.cli.demo import sager
from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.testnumre import testnummer
from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn

pytestmark = pytest.mark.langsom


@pytest.mark.parametrize("js", [True, False], ids=["med_js", "uden_js"])
def test_det_foerste_jobafklaringsforloeb_spoerger_om_sin_vej(aabn: Aabn, js: bool) -> None:
    s = aabn("jonas.nordby", js=js)
    s.gaa("/mit-arbejde/")
    s.foelg("Ny sag")
    s.efterse("slagsen vælges")
    s.foelg("Jobafklaringsforløb, det første")
    s.tryk("Opret sagen")
    s.ser("Skriv borgerens CPR-nummer.")
    s.efterse("fejl i formularen")
    s.skriv("CPR-nummer", testnummer(date(1983, 6, 14 + js), "K"))
    s.skriv("Navn", "Annemette Kirstine Bjerregaard-Thorvaldsen af Vester Hjermitslev")
    s.tryk("Opret sagen")
    s.ser("Sagen er oprettet.", "Det er ikke afklaret", "Svar først")
    s.efterse("vejen er ikke afklaret")
    s.foelg("Svar")
    s.efterse("et spørgsmål")
    s.tryk("Gem svaret")
    s.ser("Vælg et af svarene.")
    s.saet("Ja")
    s.tryk("Gem svaret")
    s.foelg("Svar")
    s.saet("Ved revurderingen efter sygedagpengelovens § 24, stk. 1")
    s.tryk("Gem svaret")
    s.ser("Sagen skal ikke for rehabiliteringsteamet. Kommunen afgør den selv.", "Der er intet møde")
    s.efterse("sagen går ikke til teamet")
    s.foelg("Spørgsmål og svar")
    s.efterse("alle svar")
    s.foelg("Ret svaret")
    s.saet("Nej")
    s.tryk("Gem svaret")
    s.ser("Sagen skal for rehabiliteringsteamet.", "Frist før mødet: 5 hverdage", "Opdigtet", "§ 4, stk. 1")
    s.efterse("sagen går til teamet")


def test_hver_slags_sag_i_demoen_har_en_foerste_side(aabn: Aabn, site: Site) -> None:
    """Axe, width and words on the overview of every kind, each as its own caseworker sees it."""
    alle = sager.laes()
    assert {s.art for s in alle} == {a.noegle for a in ARTER.values() if a.vaelges}
    for hvem in sorted({s.sagsbehandler for s in alle}):
        s = aabn(hvem)
        for sag in (x for x in alle if x.sagsbehandler == hvem):
            s.gaa(site.aaben(sag.navn))
            s.ser(sag.navn)
            s.efterse(f"{sag.art}: {sag.navn}")
