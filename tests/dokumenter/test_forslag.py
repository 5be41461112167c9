"""What is suggested about a file: kind, day and title, from its name and its first page."""

from datetime import date

import pytest

from rehabteam.dokumenter.forslag import REGLER, foreslaa
from rehabteam.handlinger.sagt import SLAGS

DAG = date(2026, 5, 27)


@pytest.mark.parametrize(
    ("navn", "forside", "slags", "dato", "titel"),
    [
        ("LÆ 265 12.03.2026.pdf", "", "laegeattest", date(2026, 3, 12), "LÆ 265 12.03.2026"),
        ("LÆ265.pdf", "", "laegeattest", None, "LÆ265"),
        ("lae_285_2026-02-01.pdf", "", "laegeattest", date(2026, 2, 1), "lae 285 2026-02-01"),
        ("helbredsattest.docx", "", "laegeattest", None, "helbredsattest"),
        ("Epikrise_Aalborg.pdf", "", "dokumentation", None, "Epikrise Aalborg"),
        ("CV Birthe.pdf", "", "cv", None, "CV Birthe"),
        ("scv-rapport.pdf", "", "", None, "scv-rapport"),
        ("Opfølgningsnotat, marts.pdf", "", "opfoelgningsnotat", None, "Opfølgningsnotat, marts"),
        ("indsatsplan 2025.pdf", "", "indsatsplan", None, "indsatsplan 2025"),
        ("20260214_scan.pdf", "", "", date(2026, 2, 14), "20260214 scan"),
        ("IMG_0042.jpg", "", "", None, "IMG 0042"),
        (
            "scan0001.pdf",
            "Region Nord\nEPIKRISE\nFødt 01.02.1970\nAalborg, den 4. marts 2026",
            "dokumentation",
            date(2026, 3, 4),
            "Region Nord",
        ),
        ("brev.pdf", "Dato: 31.02.2026 og 3/4-2026", "brev", date(2026, 4, 3), "brev"),
        ("brev.pdf", "Aftalt til 01.06.2027, skrevet 01.05.2026", "brev", date(2026, 5, 1), "brev"),
        ("a.pdf", "", "", None, "a"),
        ("x" * 300 + ".pdf", "", "", None, "x" * 200),
    ],
)
def test_forslag(navn: str, forside: str, slags: str, dato: date | None, titel: str) -> None:
    fundet = foreslaa(navn, forside, DAG)
    assert (fundet.slags, fundet.dato, fundet.titel) == (slags, dato, titel)


def test_kun_slags_et_menneske_kan_vaelge() -> None:
    assert {slags for slags, _ in REGLER} <= set(SLAGS)
