"""The calculator of the six months gives the law's own answer, with its grounds and with what it cannot say."""

import html
import re
from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from rehabteam.web import beregning
from rehabteam.web.svar import DOMME
from tests.verden import Verden
from tests.web.beregnside import IGANG, MOEDE, NEJ, PR, SEKS, SVAR, hent, tekst


def test_billedets_eksempel(verden: Verden) -> None:
    svar = hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert svar.status_code == 200
    side = tekst(svar)
    for ventet in (
        "Svar pr. onsdag 27. maj 2026",
        "De seks måneder er ikke gået endnu",
        "til og med søndag 31. maj 2026",
        "opstår pligten mandag 1. juni 2026",
        "4 dage",
        "søn. 31.05.2026",
        "01.12.2025 – 31.12.2025",
        "181 af 181",
        "Hvor loven kan læses på flere måder",
        "01.06.2026",
        "Alle grunde bag svaret",
        "Hvad ville ændre svaret?",
        "BEK 2408/2021",
        "Lov 1750 af 29. december 2025",
        "Særlige grunde og den konkrete vurdering er kommunens",
    ):
        assert ventet in side, ventet
    raa = svar.content.decode()
    assert raa.count("<h1") == 1 and 'id="svar" tabindex="-1"' in raa and 'role="img"' in raa


def test_uden_datoer_vises_et_eksempel_der_er_maerket(verden: Verden) -> None:
    svar = hent(SEKS)
    side = tekst(svar)
    assert "Eksempel" in side and "Datoerne er opdigtede" in side and "181 af 181" in side
    assert "Hent PDF" not in side
    link = re.search(r'href="([^"]+)">Udfyld med eksemplets datoer', svar.content.decode())
    assert link and Client().get(html.unescape(link[1])).status_code == 200
    assert 'value="27.05.2026"' in svar.content.decode(), "Vurdér pr. er dagen i dag"
    assert "checked" not in svar.content.decode(), "intet er gættet på forhånd"


@pytest.mark.parametrize(("status", "par", "maerke"), SVAR)
def test_hvert_svar_har_sin_overskrift_og_sit_maerke(
    verden: Verden, status: str, par: tuple[tuple[str, str], ...], maerke: str
) -> None:
    svar = hent(SEKS, *par)
    assert svar.status_code == 200
    side = tekst(svar)
    assert DOMME[status] in side and maerke in side
    assert "§ 17, stk. 1" in side and "Regler:" in side


def test_det_mennesker_skal_vurdere_siges(verden: Verden) -> None:
    side = tekst(hent(SEKS, *SVAR[7][1]))
    assert "Er løn under sygdom eller ferie timer i ordinær ansættelse i denne sag?" in side
    side = tekst(hent(SEKS, *SVAR[8][1]))
    assert "De er ikke et svar, før du har vurderet, om den gælder" in side
    side = tekst(hent(SEKS, *SVAR[1][1]))
    assert "Det kan kun kommunen vurdere:" in side and "særlige grunde" in side


def test_hver_oplysning_staar_med_sit_svar(verden: Verden) -> None:
    par = (
        *IGANG,
        *(("p1-hjemmel", "SYGDOM_UDEN_FRITAGELSE"), ("p1-fra", "01.11.2025"), ("p1-til", "30.11.2025")),
        *(("p2-hjemmel", "LAS_13_STK_7"), ("p2-fra", "01.12.2025"), ("p2-til", "10.12.2025")),
        *(
            ("indsats", "ja"),
            ("i1-hjemmel", "LAB_KAP_26"),
            ("i1-begyndt", "02.02.2026"),
            ("i1-indsatsdel", "ja"),
        ),
        *(("i2-hjemmel", "LAB_KAP_11"), ("i2-begyndt", "03.02.2026"), ("i2-indsatsdel", "nej")),
        *(("undtaget", "ja"), ("u1-hvad", "ORDINAER_LOENMODTAGER"), ("u1-dato", "05.11.2025")),
        *PR,
    )
    side = tekst(hent(SEKS, *par))
    for ventet in (
        "Tæller med",
        "Holdt ude",
        "ikke en af de indsatser",
        "står ikke i indsatsdelen",
        "timer ikke oplyst",
    ):
        assert ventet in side, ventet


def test_perioder_der_overlapper_traekkes_fra_en_gang(verden: Verden) -> None:
    def perioder(antal: int) -> list[tuple[str, str]]:
        return [
            par
            for n in range(1, antal + 1)
            for par in (
                (f"p{n}-hjemmel", "LAS_13_STK_7"),
                (f"p{n}-fra", f"{n:02}.12.2025"),
                (f"p{n}-til", f"{n + 1:02}.12.2025"),
            )
        ]

    side = tekst(hent(SEKS, *IGANG, *perioder(2), *NEJ, *PR))
    assert "De 2 perioder er 2 og 2 dage, men 1 dag overlapper" in side
    side = tekst(hent(SEKS, *IGANG, *perioder(12), *NEJ, *PR))
    assert "De 12 perioder er tilsammen 24 dage, men 11 dage overlapper" in side


def test_linket_viser_det_samme_en_anden_dag(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMODAG", date(2027, 3, 1))
    svar = hent(SEKS, *beregning.EKSEMPEL_PAR)
    assert "4 dage" in tekst(svar) and "Svar pr. onsdag 27. maj 2026" in tekst(svar)
    assert ">I dag<" not in svar.content.decode() and ">Vurderet pr.<" in svar.content.decode()


def test_paa_engelsk(verden: Verden) -> None:
    klient = Client()
    klient.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    side = tekst(hent(SEKS, *beregning.EKSEMPEL_PAR, klient=klient))
    assert "Calculate the six-month limit" in side and "We do not keep what you write" in side
    assert "De seks måneder er ikke gået endnu" in side, "lovens svar er dansk"
    assert "Calculate the deadline before the meeting" in tekst(hent(MOEDE, klient=klient))
