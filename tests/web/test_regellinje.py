"""Every page that shows an answer of the law says which edition it was given by, and what is not verified."""

from __future__ import annotations

from rehabteam.lov.vurdering import Udgave
from rehabteam.web.regellinje import regellinje
from tests.web.scene import Scene

A = Udgave("BEK 2408/2021", "Forløbet begyndte i maj.", ("Et.",))
B = Udgave("BEK 2408/2021", "Forløbet begyndte i juni.", ("Et.", "To."))
SVAR = ("par-maerke", "fristmaerke", "dagstrip")
"""What only stands on a page where the law has answered: a § label, a deadline's badge, the strip of days."""
UDEN_UDGAVE = {"web:byggesten", "web:regler", "web:hjaelp_side"}
"""About no case: the blocks' own page, the page of the readings, the handbook."""


def test_samme_udgave_naevnes_en_gang_med_alle_forbehold() -> None:
    assert regellinje([A, B]) == [Udgave("BEK 2408/2021", "", ("Et.", "To."))]
    assert regellinje([A, A]) == [A]


def test_en_side_med_et_svar_siger_hvilken_udgave(scene: Scene) -> None:
    svar = [s for s in scene.sider if s.svar.status_code < 400 and any(f'class="{x}' in s.html for x in SVAR)]
    uden = {
        f"{s.rute.name} ({s.hvem.rolle})"
        for s in svar
        if 'class="regellinje"' not in s.html and f"web:{s.rute.name}" not in UDEN_UDGAVE
    }
    assert len({s.rute.name for s in svar}) > 10
    assert not uden
