"""Invitations on paper: short and plain, whole, and without what they must not hold."""

from typing import Any

import pytest

from rehabteam import breve
from tests.breve import aflaes
from tests.breve.test_efter_moedet import lix

DATA: dict[str, Any] = {
    "afsender": {"navn": "Nordby Kommune"},
    "modtager": {"navn": "Else Bang Mortensen"},
    "sagsnummer": "2026-00001",
    "dato": "2026-05-27",
    "sagsbehandler": "Jonas Brandt",
    "tid": {"dato": "2026-06-11", "kl": "09.30", "sted": "Lokale 2, Rådhuset", "video": False},
    "hvem": ["Jonas Brandt, som er din sagsbehandler.", "En læge fra regionen."],
    "samtykke_givet": "2026-05-20",
    "til": "borger",
    "udgave": "foerste",
}


def _tekst(**felter: Any) -> str:
    return " ".join(aflaes.tekst(breve.indkaldelse(DATA | felter)).split())  # type: ignore[arg-type]


def _broed(tekst: str) -> str:
    return tekst[tekst.index("Indkaldelse til møde") : tekst.rindex("Venlig hilsen")]


@pytest.mark.parametrize("udgave", ["foerste", "aendret", "aflyst"])
@pytest.mark.parametrize("video", [False, True])
def test_borgerens_brev_i_almindelige_ord(udgave: str, video: bool) -> None:
    tekst = _tekst(udgave=udgave, tid=DATA["tid"] | {"video": video})
    for ventet in ("torsdag 11. juni 2026", "09.30", "Lokale 2, Rådhuset", "Jonas Brandt"):
        assert ventet in tekst, tekst
    assert ("Mødet er på video" in tekst) == video
    assert ("Det gamle gælder ikke længere" in tekst) == (udgave == "aendret")
    assert ("bliver ikke til noget" in tekst) == (udgave == "aflyst")
    if udgave != "aflyst":
        for ventet in ("bisidder", "tolk", "Tag det her med", "Kan du ikke komme", "En læge fra regionen."):
            assert ventet in tekst, tekst
    assert lix(_broed(tekst)) < 35
    assert "§" not in tekst


def test_tolk_og_bisidder_som_borgeren_har_sagt() -> None:
    tekst = _tekst(tolk="arabisk", har_bisidder=True)
    assert "tolk (arabisk)" in tekst and "Du må gerne vælge en anden." in tekst


@pytest.mark.parametrize("udgave", ["foerste", "aendret", "aflyst"])
@pytest.mark.parametrize("til", ["bisidder", "laege"])
def test_andres_breve_siger_ikke_hvem_borgeren_er(til: str, udgave: str) -> None:
    tekst = _tekst(til=til, udgave=udgave, modtager={"navn": "Bo Bisidder"})
    assert "2026-00001" in tekst and "torsdag 11. juni 2026" in tekst and "Bo Bisidder" in tekst
    assert "Else" not in tekst and "Mortensen" not in tekst
    assert ("samtykke onsdag 20. maj 2026" in tekst) == (til == "laege" and udgave != "aflyst")
    assert lix(_broed(tekst)) < 40
