"""One whole meeting day with eight cases of seven kinds, each by those whose work it is, on the days it is done."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.forloeb import moededag_bagefter as bagefter
from tests.forloeb import moededag_planlagt as planlagt
from tests.forloeb import moededag_regionen as regionen
from tests.forloeb import moededag_rummet as rummet
from tests.forloeb import servering
from tests.forloeb.conftest import ARBEJDER
from tests.forloeb.moededag import BAGEFTER, FOR_SENT, MOEDET, PLANLAEGGES, VIDERE, Kalender

pytestmark = pytest.mark.langsom


def test_moededagen(demo: Path, chromium: Browser, tmp_path: Path) -> None:
    with servering.kopi(demo, f"rehabteam_test_moededag_{ARBEJDER}") as database:
        servering.filer(demo, tmp_path)
        kalender = Kalender(chromium, tmp_path, database)
        with kalender.den(PLANLAEGGES) as d:
            planlagt.en_ny_sag_kommer_til(d)
            planlagt.planlaeggeren_laegger_pladserne(d)
            planlagt.to_sager_bytter(d)
            planlagt.regionen_siger_hvem_der_kommer(d)
            planlagt.teamet_saettes_paa_dagen(d)
            planlagt.alle_indkaldes(d)
            planlagt.sagerne_sendes(d, PLANLAEGGES)
        with kalender.den(VIDERE) as d:
            regionen.sekretariatet_spoerger_og_kommunen_svarer(d)
            regionen.sekretariatet_giver_sagerne_videre(d, VIDERE)
        with kalender.den(FOR_SENT) as d:
            planlagt.sagerne_sendes(d, FOR_SENT)
            regionen.en_sen_sag_tages_med(d)
            regionen.sekretariatet_giver_sagerne_videre(d, FOR_SENT)
            planlagt.en_sag_tages_af_dagen(d)
            regionen.koordinatoren_forbereder_sig(d)
            regionen.teammedlemmet_laeser(d)
        with kalender.den(MOEDET) as d:
            rummet.moedelederen_holder_moedet(d)
            rummet.opgaverne_staar_paa_hendes_liste(d)
        with kalender.den(BAGEFTER) as d:
            maaned = bagefter.maaneden_goeres_op(d)
            bagefter.en_linje_rettes_kun_med_en_ny(d, maaned)
            bagefter.regnearkene_siger_det_samme(d, maaned)
            bagefter.begge_godkender(d, maaned)
            bagefter.lederen_ser_tallene(d)
            bagefter.aftalen_laeses(d)
