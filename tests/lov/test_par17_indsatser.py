"""§ 17 and the efforts: which count, from which day, and for each that does not, why."""

from __future__ import annotations

from datetime import date

import pytest

from rehabteam.lov.fakta import (
    Indsats,
    OrdinaereTimer,
)
from tests.lov.par17 import EN_DAG, FRIST, SENT, START, indsats, spoerg, ude


@pytest.mark.parametrize(
    ("dag", "status"),
    [
        (START - EN_DAG, "SKAL_GENBEHANDLES"),
        (START, "INDSATS_RETTIDIG"),
        (FRIST, "INDSATS_RETTIDIG"),
        (FRIST + EN_DAG, "SKAL_GENBEHANDLES"),
    ],
)
def test_indsatsens_foerste_og_sidste_dag(dag: date, status: str) -> None:
    assert spoerg(indsatser=(indsats(dag),)).status == status


@pytest.mark.parametrize(
    ("optaget", "svar"),
    [
        (None, "TAELLER"),
        (START - EN_DAG, "TAELLER"),
        (FRIST, "TAELLER"),
        (FRIST + EN_DAG, "TAELLER_IKKE"),
        (SENT + EN_DAG, "TAELLER_IKKE"),
    ],
)
def test_en_indsats_taeller_fra_den_staar_i_indsatsdelen(optaget: date | None, svar: str) -> None:
    v = spoerg(indsatser=(indsats(date(2024, 3, 1), optaget=optaget),))
    assert v.detaljer.indsatser[0].svar == svar
    t9 = [laesning for laesning in v.laesninger if laesning.nr == "T9"]
    assert bool(t9) == (optaget is not None and optaget > date(2024, 3, 1))
    if optaget == FRIST + EN_DAG:
        assert t9[0].forskel and t9[0].anden_resultat == "En indsats er begyndt i tide"


@pytest.mark.parametrize(
    ("i", "kode"),
    [
        (Indsats("LAB_KAP_26", START, True), "ikke_paa_listen"),
        (Indsats("SUNDHEDSLOV_REGIONAL", START, True), "ikke_paa_listen"),
        (Indsats("LAB_KAP_13", START, True), "ikke_paa_listen"),
        (Indsats("SERVICELOV", None, True), "ikke_begyndt"),
        (Indsats("SERVICELOV", SENT + EN_DAG, True), "begynder_senere"),
        (Indsats("SERVICELOV", START - EN_DAG, True, genoptaget=START + EN_DAG), "genoptaget"),
        (Indsats("SERVICELOV", START - EN_DAG, True), "begyndt_foer"),
        (Indsats("SERVICELOV", START, False), "ikke_i_indsatsdel"),
        (Indsats("SERVICELOV", START, None), "ikke_i_indsatsdel"),
        (Indsats("SERVICELOV", START, True, SENT + EN_DAG), "senere_i_indsatsdel"),
        (Indsats("SERVICELOV", FRIST + EN_DAG, True), "begyndt_for_sent"),
        (Indsats("SERVICELOV", FRIST, True, FRIST + EN_DAG), "optaget_for_sent"),
        (Indsats("BARNETS_LOV", date(2023, 12, 31), True), "barnets_lov_foer_2024"),
        (Indsats("BARNETS_LOV", START, True), "barnets_lov"),
        (Indsats("SUNDHEDSLOV_KOMMUNAL", START, True), "indsats_rettidig"),
    ],
)
def test_hver_grund_til_at_en_indsats_ikke_taeller(i: Indsats, kode: str) -> None:
    v = spoerg(start=date(2023, 12, 1) if kode == "barnets_lov_foer_2024" else START, indsatser=(i,))
    assert v.detaljer.indsatser[0].grund.kode == kode
    assert kode in {g.kode for g in v.grunde}


def test_mens_fristen_staar_stille_afgoer_indsats_og_timer_stadig() -> None:
    aaben = (ude(date(2024, 3, 1), None),)
    i = spoerg(undtagne_perioder=aaben, indsatser=(indsats(date(2024, 11, 1)),))
    t = spoerg(undtagne_perioder=aaben, ordinaere_timer=(OrdinaereTimer(START, 2, "ORDINAER_LOENMODTAGER"),))
    assert (i.status, i.frist, t.status) == ("INDSATS_RETTIDIG", None, "UNDTAGET_STK_4")


@pytest.mark.parametrize(("dage", "bemaerket"), [(0, True), (5, True), (6, False), (60, False)])
def test_en_indsats_under_en_uge_taeller_men_bemaerkes(dage: int, bemaerket: bool) -> None:
    i = Indsats("LAB_KAP_11", START, True, afsluttet=START + dage * EN_DAG)
    v = spoerg(indsatser=(i,))
    assert v.status == "INDSATS_RETTIDIG" and v.grunde[0].kode == "indsats_rettidig"
    assert ("under_en_uge" in {g.kode for g in v.grunde}) == bemaerket


@pytest.mark.parametrize(("hjemmel", "foreslaaet"), [("SERVICELOV", True), ("SUNDHEDSLOV_REGIONAL", False)])
def test_kun_en_indsats_paa_listen_kan_reddes_af_indsatsdelen(hjemmel: str, foreslaaet: bool) -> None:
    v = spoerg(indsatser=(Indsats(hjemmel, START, False),))
    assert ("i_indsatsdel" in {a.kode for a in v.detaljer.aendrer}) == foreslaaet


@pytest.mark.parametrize(
    ("begyndt", "svar"), [(date(2023, 12, 31), "TAELLER_IKKE"), (date(2024, 1, 1), "VURDER")]
)
def test_barnets_lov_fra_den_dag_den_gaelder(begyndt: date, svar: str) -> None:
    v = spoerg(start=date(2023, 12, 1), indsatser=(indsats(begyndt, "BARNETS_LOV"),))
    assert v.detaljer.indsatser[0].svar == svar
    assert v.status == ("MANUEL_VURDERING" if svar == "VURDER" else "SKAL_GENBEHANDLES")
