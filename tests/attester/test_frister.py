"""The clock of a certificate: from which day, the last day in time, and the first day out. No database."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from rehabteam.sager.attestformer import Attestform, Formfejl, attestformer
from rehabteam.sager.attestfrister import Stand, stand

FORMER = attestformer()
BEDT = date(2026, 5, 4)


def paa(dag: date, *skridt: tuple[str, date], form: str = "LAE_265", svarfrist: date | None = None) -> Stand:
    return stand(FORMER[form], BEDT, skridt, dag, svarfrist)


def test_uret_begynder_foerst_naar_laegen_har_anmodningen_fra_borgeren() -> None:
    """LÆ 265: 30 days from then, not from when the citizen was given it; before that nothing is late."""
    udleveret = ("udleveret", date(2026, 5, 6))
    venter = paa(date(2027, 5, 6), udleveret)
    assert (venter.frist, venter.forsinket, venter.venter_paa) == (None, False, "hos_laegen")
    hos = ("hos_laegen", date(2026, 5, 11))
    sidste = date(2026, 6, 10)
    inde, ude = paa(sidste, udleveret, hos), paa(sidste + timedelta(days=1), udleveret, hos)
    assert (inde.frist, inde.forsinket, inde.dage(sidste)) == (sidste, False, 0)
    assert (ude.frist, ude.forsinket, ude.dage(date(2026, 6, 11))) == (sidste, True, -1)


def test_helbredsattesten_har_to_ure_og_det_foerste_der_ender_gaelder() -> None:
    hos, konsultation = ("hos_laegen", date(2026, 5, 11)), ("konsultation", date(2026, 5, 13))
    assert paa(BEDT, hos, form="LAE_135").frist == date(2026, 6, 10)
    svar = paa(BEDT, hos, konsultation, form="LAE_145")
    assert svar.frist == date(2026, 5, 27) and svar.uret and svar.uret.fra == "konsultation"
    assert paa(BEDT, hos, ("konsultation", date(2026, 6, 9)), form="LAE_135").frist == date(2026, 6, 10)


def test_statusattesten_gaar_lige_til_laegen() -> None:
    assert paa(date(2026, 5, 18), form="LAE_125").forsinket is False
    assert paa(date(2026, 5, 19), form="LAE_125").forsinket is True


def test_hvor_kommunen_selv_saetter_dagen_gaelder_den_til_konsultationen_er_holdt() -> None:
    frist = date(2026, 5, 20)
    assert paa(BEDT, form="LAE_285").frist is None, "der er ikke sat nogen"
    assert paa(frist, form="LAE_285", svarfrist=frist).forsinket is False
    assert paa(date(2026, 5, 21), form="LAE_285", svarfrist=frist).forsinket is True
    holdt = paa(date(2026, 6, 30), ("konsultation", frist), form="LAE_285", svarfrist=frist)
    assert (holdt.frist, holdt.forsinket) == (None, False)


def test_det_ingen_har_noteret_ser_kommunen_selv_efter() -> None:
    """Fourteen days from the request, or from when the citizen was given it; never a deadline, and over when it moves."""
    udleveret = ("udleveret", date(2026, 5, 6))
    ren = paa(BEDT)
    assert (ren.tjek, ren.ikke_noteret, ren.frist) == (date(2026, 5, 18), "udleveret", None)
    given = paa(BEDT, udleveret)
    assert (given.tjek, given.ikke_noteret) == (date(2026, 5, 20), "hos_laegen")
    assert not paa(date(2027, 5, 6), udleveret).forsinket
    for skridt in ("hos_laegen", "tid_bestilt", "konsultation", "modtaget"):
        assert paa(BEDT, (skridt, date(2026, 5, 7))).tjek is None
    # Where a deadline runs, it is the one that is looked for; what goes straight to the doctor has nothing to note.
    assert paa(BEDT, form="LAE_285", svarfrist=date(2026, 5, 20)).tjek is None
    assert paa(BEDT, form="LAE_125").tjek is None
    assert stand(Attestform("X", "X"), BEDT, [], BEDT).tjek is None


def test_modtaget_og_rykket() -> None:
    hos, sent = ("hos_laegen", BEDT), date(2026, 6, 4)
    assert paa(sent, hos).boer_rykkes
    assert not paa(sent, hos, ("rykket", sent)).boer_rykkes
    kom = paa(date(2026, 7, 1), hos, ("modtaget", sent))
    assert (kom.modtaget, kom.forsinket, kom.kom_for_sent, kom.naeste) == (True, False, True, "")
    assert not paa(sent, hos, ("modtaget", date(2026, 6, 3))).kom_for_sent


@pytest.mark.parametrize(
    ("skridt", "naeste"),
    [
        ((), "udleveret"),
        ((("udleveret", BEDT),), "hos_laegen"),
        # What was passed over is not asked for again; a later step of a kind replaces the earlier.
        ((("tid_bestilt", BEDT), ("tid_bestilt", date(2026, 6, 1))), "konsultation"),
        ((("konsultation", BEDT),), "modtaget"),
    ],
)
def test_naeste_skridt(skridt: tuple[tuple[str, date], ...], naeste: str) -> None:
    assert paa(BEDT, *skridt).naeste == naeste


def test_det_ingen_kilde_siger_er_ikke_angivet_og_alt_andet_har_en_kilde() -> None:
    for form in FORMER.values():
        assert form.kilder or not (form.frister or form.kommunens_mindst)
        assert form.honorar is None or form.honorar.kilde.url
    assert stand(Attestform("X", "X"), BEDT, [("hos_laegen", BEDT)], date(2030, 1, 1)).frist is None


def test_kommunens_egen_fil_siger_det_anderledes(tmp_path: Path) -> None:
    fil = tmp_path / "attester.toml"
    fil.write_text(
        '[LAE_265]\nfrister = [{ dage = 21, fra = "hos_laegen" }]\n'
        "[kommuner.Nordby.LAE_265]\n"
        'honorar = { kr = 1500, aar = 2026, navn = "Aftale i Nordby" }\n',
        encoding="utf-8",
    )
    alle, nordby = attestformer(fil), attestformer(fil, "Nordby")
    assert alle["LAE_265"].frister[0].dage == nordby["LAE_265"].frister[0].dage == 21
    assert alle["LAE_265"].honorar is None and nordby["LAE_265"].honorar is not None
    assert nordby["LAE_265"].honorar.kr == 1500 and nordby["LAE_265"].navn == FORMER["LAE_265"].navn


@pytest.mark.parametrize(
    ("tekst", "ord_"),
    [
        ("[LAE_999]\n", "LAE_999"),
        ("[LAE_265]\negen_opfoelgning = 0\n", "antal dage"),
        ("[LAE_265]\ndage = 3\n", "»dage« kendes ikke"),
        ('[LAE_265]\nfrister = [{ dage = 0, fra = "hos_laegen" }]\n', "antal dage"),
        ('[LAE_265]\nfrister = [{ dage = 9, fra = "i går" }]\n', "regnes ikke fra"),
        ('[LAE_265]\nskridt = ["sovet"]\n', "sovet"),
        ('[LAE_265]\nhonorar = { kr = 5, navn = "N" }\n', "LAE_265"),
        ('[LAE_265]\nkilder = [{ navn = "N", url = "javascript:x" }]\n', "https://"),
        ("[kommuner.Andetsteds.LAE_265]\ndage = 3\n", "»dage« kendes ikke"),
        ("LAE_265 = 3\n", "LAE_265"),
        ("[", "kan ikke læses"),
    ],
)
def test_en_fil_med_en_fejl_siger_hvor(tmp_path: Path, tekst: str, ord_: str) -> None:
    fil = tmp_path / "attester.toml"
    fil.write_text(tekst, encoding="utf-8")
    with pytest.raises(Formfejl, match=ord_):
        attestformer(fil, "Nordby")
