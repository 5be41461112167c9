"""The letters after the meeting: short and plain (LIX below 35), complete, and without what they must not hold."""

import re
from typing import Any

import pytest

from rehabteam import breve
from tests.breve import aflaes

FAELLES: dict[str, Any] = {
    "afsender": {"navn": "Nordby Kommune"},
    "modtager": {"navn": "Else Bang Mortensen"},
    "sagsnummer": "2026-00001",
    "dato": "2026-05-12",
    "sagsbehandler": "Jonas Brandt",
}
AFGJORT = FAELLES | {
    "anbefalet": "fleksjob",
    "anbefalet_dag": "2026-05-07",
    "begrundelse": "Du kan arbejde lidt hver dag.",
    "naeste": "Jonas ringer på fredag.",
    "klagevejledning": "Skriv til os.",
    "forloeb_start": None,
}


def lix(tekst: str) -> float:
    """Words per sentence, and the part of words longer than six letters."""
    ord_ = re.findall(r"[^\W\d_]+", tekst)
    saetninger = len(re.findall(r"[.:!?](?=\s|$)", tekst)) or 1
    return len(ord_) / saetninger + 100 * sum(len(o) > 6 for o in ord_) / len(ord_)


def _broed(pdf: bytes) -> str:
    """What the letter says to her, without its head and foot."""
    tekst = aflaes.tekst(pdf)
    return tekst[tekst.index("Det ") : tekst.rindex("Venlig hilsen")]


@pytest.mark.parametrize(
    ("felter", "siger"),
    [
        (
            {"foelger": True, "udfald": "fleksjob", "bevilget": True},
            ("Du får fleksjob.", "Det følger vi.", "bisidder", "klage", "Skriv til os."),
        ),
        (
            {"foelger": False, "udfald": "fleksjob", "bevilget": False},
            ("Du får ikke fleksjob.", "Vi har bestemt noget andet.", "en gang til"),
        ),
        (
            {"foelger": None, "udfald": "revalidering", "bevilget": True, "anbefalet": None},
            ("Din sag har ikke været i teamet.",),
        ),
        (
            {
                "foelger": True,
                "udfald": "ressourceforløb",
                "bevilget": True,
                "forloeb_start": "2026-06-01",
            },
            ("begynder mandag 1. juni 2026",),
        ),
    ],
)
def test_afgoerelsen_i_almindelige_ord(felter: dict[str, Any], siger: tuple[str, ...]) -> None:
    pdf = breve.afgoerelse(AFGJORT | felter)  # type: ignore[arg-type]
    tekst = " ".join(aflaes.tekst(pdf).split())
    for ventet in siger:
        assert ventet in tekst, tekst
    assert lix(_broed(pdf)) < 35
    assert "§" not in tekst


def test_at_teamet_spoerges_igen_i_almindelige_ord() -> None:
    felter = {
        "anbefalet": "fleksjob",
        "anbefalet_dag": "2026-05-07",
        "begrundelse": "Din læge har skrevet noget nyt.",
    }
    pdf = breve.uenighed(FAELLES | felter | {"moededato": "2026-06-11"})  # type: ignore[arg-type]
    tekst = " ".join(aflaes.tekst(pdf).split())
    for ventet in ("Vi har ikke bestemt noget endnu.", "torsdag 11. juni 2026", "bisidder"):
        assert ventet in tekst, tekst
    assert lix(_broed(pdf)) < 35


@pytest.mark.parametrize("udfald", [None, "fleksjob"])
def test_laegen_faar_kun_besked_om_afgoerelsen(udfald: str | None) -> None:
    felter = {
        "borger": {"navn": "Else Bang Mortensen", "cpr_maskeret": "290567-••••"},
        "udfald": udfald,
        "bevilget": False,
        "afgjort_dag": "2026-05-12",
        "samtykke_givet": "2026-05-01",
    }
    tekst = " ".join(aflaes.tekst(breve.laegebesked(FAELLES | felter)).split())  # type: ignore[arg-type]
    assert "samtykke fredag 1. maj 2026" in tekst
    assert ("fleksjob" in tekst) == (udfald is not None)
    assert "begrundelse" not in tekst.lower()
