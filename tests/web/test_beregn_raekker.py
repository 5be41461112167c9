"""The calculator of the six months without JavaScript: rows come and go, and what was written stays."""

import re

from rehabteam.web.formularer.beregn import HOEJST
from tests.verden import Verden
from tests.web.beregnside import IGANG, NEJ, PR, SEKS, hent, tekst


def test_en_raekke_mere_beholder_alt_det_skrevne(verden: Verden) -> None:
    par = (
        *(("start", "31.02.2025"), ("p3-hjemmel", "LAS_13_STK_8"), ("p3-fra", "noget"), ("p3-loeber", "ja")),
        *(
            ("indsats", "ja"),
            ("i1-begyndt", "1/2-26"),
            ("undtaget", ""),
            ("pr", "27.05.2026"),
            ("tilfoej", "p"),
        ),
    )
    svar = hent(SEKS, *par)
    side = svar.content.decode()
    assert svar.status_code == 200 and "form-error" not in side
    for skrevet in (
        'value="31.02.2025"',
        'value="noget"',
        'value="1/2-26"',
        "Periode 2",
        'name="p4-hjemmel"',
    ):
        assert skrevet in side, skrevet
    assert '<option value="LAS_13_STK_8" selected>' in side
    assert re.search(r'<input[^>]*name="p3-loeber"[^>]*checked', side)
    assert 'value="ja" value=' not in side
    assert re.search(r'<select name="p4-hjemmel"[^>]*autofocus', side)


def test_en_raekke_mindre(verden: Verden) -> None:
    par = (("p1-fra", "01.12.2025"), ("p2-fra", "01.01.2026"), ("start", "31.10.2025"), ("fjern", "p1"))
    side = hent(SEKS, *par).content.decode()
    assert "01.12.2025" not in re.sub(r"<p.*?</p>", "", side) and 'value="01.01.2026"' in side
    assert re.search(r'<button[^>]*value="p"[^>]*autofocus', side)


def test_der_er_plads_til_fyrre(verden: Verden) -> None:
    mange = [(f"p{n}-fra", "01.12.2025") for n in range(1, HOEJST + 1)]
    side = hent(SEKS, *mange, ("tilfoej", "p"))
    assert side.status_code == 200 and f"Der er plads til {HOEJST}" in tekst(side)
    assert side.content.decode().count('class="raekke"') == HOEJST + 1  # and the effort's own
    svar = hent(SEKS, *mange, ("p999-fra", "01.12.2025"))
    assert svar.status_code == 422 and f"Der er plads til {HOEJST} af hver slags" in tekst(svar)


def test_enter_beregner_og_tilfoejer_ikke(verden: Verden) -> None:
    """The first button of a form is the one that Enter presses."""
    side = hent(SEKS).content.decode()
    formular = side[side.index('class="beregner__form') :]
    foerste = re.search(r"<button[^>]*>", formular)
    assert foerste and "name=" not in foerste[0]


def test_tomme_perioder_er_der_ikke(verden: Verden) -> None:
    svar = hent(SEKS, *IGANG, ("p1-hjemmel", ""), ("p1-fra", ""), *NEJ, *PR)
    assert svar.status_code == 302 and "p1" not in svar["Location"]


def test_nej_lukker_og_glemmer(verden: Verden) -> None:
    svar = hent(SEKS, *IGANG, ("i1-begyndt", "sludder"), ("u1-timer", "99"), *NEJ, *PR)
    assert svar.status_code == 302 and "i1" not in svar["Location"] and "u1" not in svar["Location"]
