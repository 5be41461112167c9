"""What the letters say."""

from __future__ import annotations

import pytest

from rehabteam import breve
from tests.breve import aflaes
from tests.breve.eksempler import (
    ALLE,
    BEREGNING,
    BUNDT,
    DOKUMENT,
    INDSATSPLAN,
    INDSTILLING,
    RESUME,
    SUNDHEDSNOTAT,
)


def test_indstillingen_siger_alt_det_den_skal() -> None:
    tekst = aflaes.tekst(breve.indstilling(INDSTILLING))
    for ventet in (
        "Nordby Kommune",
        "Birgitte Holm Andresen",
        "070880-••••",
        "Sag 2026-01847",
        "torsdag 11. juni 2026",
        "Jeg vil gerne i gang, men jeg kan ikke love fulde dage.",
        "Praktikstedet lukkede for ombygning.",
        "Virksomhedspraktik",
        "22.06.2026",
        "07.09.2026",
        "Der holdes møde hver fjerde uge.",
        "Nej. Teamet orienteres, når indsatserne er begyndt.",
        "Anne Thing",
        "Ikke til stede: Sygdom.",
        "BEK 2408/2021 § 19, 1. pkt.",
        "BEK 2408/2021 § 19, 2. pkt.",
        "ikke en afgørelse",
        "ikke klage over den",
        "Peter Lindholm",
        "Indstillingen er givet efter BEK 2408/2021. Den gælder, fordi forløbet begyndte i 2025.",
        "Side 1 af 2",
    ):
        assert ventet in tekst


def test_indstillingens_tre_dele_kommer_i_lovens_orden() -> None:
    tekst = aflaes.tekst(breve.indstilling(INDSTILLING))
    steder = [tekst.index(del_) for del_ in ("1. Hvorfor er", "2. Det anbefaler", "3. Sådan skal kommunen")]
    assert steder == sorted(steder)


def test_uden_borgerens_ord_er_der_ingen_tom_overskrift() -> None:
    assert "Det siger borgeren" in aflaes.tekst(breve.indstilling(INDSTILLING))
    assert "Det siger borgeren" not in aflaes.tekst(breve.indstilling({**INDSTILLING, "borgerens_ord": None}))


def test_hjemler_kan_foelge_en_anden_udgave() -> None:
    data = {**INDSTILLING, "udgave": "BEK 9/2027", "hjemler": {"se_igen": "BEK 9/2027 § 4"}}
    tekst = aflaes.tekst(breve.indstilling(data))
    assert "BEK 9/2027 § 19, 1. pkt." in tekst and "BEK 9/2027 § 4" in tekst and "2408" not in tekst


def test_indsatsplanen() -> None:
    tekst = aflaes.tekst(breve.indsatsplan(INDSATSPLAN))
    for ventet in (
        "11. juni 2026",
        "Et arbejde på få timer",
        "Kunne planlægge en uge",
        "Der er behov for en",
    ):
        assert ventet in tekst
    uden = breve.indsatsplan({**INDSATSPLAN, "mentor": {"behov": False}, "delmaal": []})
    assert "Der er ikke behov for en mentor." in aflaes.tekst(uden)
    assert "Delmål" not in aflaes.tekst(uden)


def test_sundhedsnotatet() -> None:
    tekst = aflaes.tekst(breve.sundhedsnotat(SUNDHEDSNOTAT))
    for ventet in ("Region Fjordlandet", "Klinisk Funktion", "Kan sidde 20–30 minutter", "Lone Skovgaard"):
        assert ventet in tekst


def test_resumeet() -> None:
    tekst = aflaes.tekst(breve.resume(RESUME))
    for ventet in ("torsdag 2. oktober 2025", "Praktikken faldt fra i februar.", "Opfølgningsnotat, marts"):
        assert ventet in tekst


def test_beregningen_viser_tallet_og_tallets_grunde() -> None:
    tekst = aflaes.tekst(breve.beregning(BEREGNING))
    for ventet in (
        "mandag 25. maj 2026",
        "76 dage",
        "35 dage",
        "Holdt ude",
        "løber stadig",
        "LAS § 13, stk. 7",
        "Om betalt fravær",
        "Ingen indsats er begyndt i tide (BEK 2408/2021 § 17, stk. 1).",
        "Tæller ikke",
        "Nej (24.05.2026)",
        "ikke en afgørelse",
    ):
        assert ventet in tekst


def test_beregning_uden_borger_og_uden_dato_naevner_ingen() -> None:
    data = {**BEREGNING, "borger": None, "sagsnummer": None, "frist": None}
    tekst = aflaes.tekst(breve.beregning(data))
    assert "Ingen dato endnu" in tekst
    assert "Birgitte" not in tekst and "2026-01847" not in tekst and "CPR" not in tekst


def test_dokumentet() -> None:
    tekst = aflaes.tekst(breve.dokument(DOKUMENT))
    for ventet in (
        "Rehabiliteringsteamet",
        "Forberedende del",
        "Uddannet i 2003.",
        "Solgården",
        "Faste tider",
    ):
        assert ventet in tekst


def test_indholdet_siger_at_filen_ikke_har_koder_til_skaermlaesere() -> None:
    tekst = aflaes.tekst(breve.bundt(BUNDT))
    for ventet in ("PDF/UA", "åbnes for sig", "2 dokumenter, 5 sider", "Nyt", "Fulgte med", "kan ikke vises"):
        assert ventet in tekst
    assert "Filen er låst." in tekst


@pytest.mark.parametrize("navn", ALLE)
def test_demoens_vandmaerke_staar_paa_hver_side_og_kun_i_demoen(navn: str) -> None:
    if navn == "bundt":
        data = {**BUNDT, "grupper": []}
    else:
        data = ALLE[navn]
    med, uden = ({**data, "demo": svar} for svar in (True, False))
    lav = getattr(breve, navn)
    with aflaes.aabn(lav(med)) as doc:
        sider = len(doc.pages)
    assert aflaes.tekst(lav(med)).count("Demo – alle personer og oplysninger er opdigtede") == sider
    assert "opdigtede" not in aflaes.tekst(lav(uden))
