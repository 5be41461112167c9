"""The pages round the meeting day without a mouse: planning, swapping, naming, absence, asking, inviting, settling."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.forloeb import moededag_bagefter as bagefter
from tests.forloeb import moededag_planlagt as planlagt
from tests.forloeb import moededag_regionen as regionen
from tests.forloeb import servering
from tests.forloeb.conftest import ARBEJDER
from tests.forloeb.moededag import FOR_SENT, PLANLAEGGES, VIDERE, Kalender
from tests.forloeb.tastatur import Tastatur

pytestmark = pytest.mark.langsom


def test_siderne_om_moededagen_med_tastaturet_alene(demo: Path, chromium: Browser, tmp_path: Path) -> None:
    with servering.kopi(demo, f"rehabteam_test_moedetast_{ARBEJDER}") as database:
        servering.filer(demo, tmp_path)
        kalender = Kalender(chromium, tmp_path, database, Tastatur)
        with kalender.den(PLANLAEGGES) as d:
            planlagt.en_ny_sag_kommer_til(d)
            planlagt.planlaeggeren_laegger_pladserne(d)
            planlagt.to_sager_bytter(d)
            planlagt.regionen_siger_hvem_der_kommer(d)
            planlagt.teamet_saettes_paa_dagen(d)
            planlagt.alle_indkaldes(d)
            maaned = bagefter.den_ventende_maaned(d)
            bagefter.en_linje_rettes_kun_med_en_ny(d, maaned)
            bagefter.begge_godkender(d, maaned, "Marts 2026")
            bagefter.aftalen_laeses(d)
        with kalender.den(VIDERE) as d:
            regionen.sekretariatet_spoerger_og_kommunen_svarer(d)
        with kalender.den(FOR_SENT) as d:
            planlagt.en_sag_tages_af_dagen(d)
