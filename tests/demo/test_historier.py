"""The stories: enough of them, whole, and set as papers of several pages."""

from __future__ import annotations

from datetime import date

import pytest

from rehabteam.cli.demo import historie, papirer, regionen
from rehabteam.cli.demo.historie import HistorieFejl, blokke
from rehabteam.cli.demo.regionen import Borger

REGION = regionen.laes()
HELE = [b for b in REGION.borgere if b.historie]
# What every citizen's case begins with: BEK §§ 2-5 and 7-8, and the law on decisions.
FAST = {"forberedende_del", "laegeattest", "indstilling", "sundhedsnotat", "afgoerelse", "indsatsplan"}


def test_there_are_whole_stories_in_each_kommune() -> None:
    assert len(HELE) >= 12
    assert {b.kommune for b in HELE} == {"nordby", "aastrup", "soendervang"}


@pytest.mark.parametrize("borger", HELE, ids=lambda b: b.noegle)
def test_a_whole_story_has_its_papers_and_fills_pages(borger: Borger) -> None:
    alle = papirer.papirer(borger, REGION)
    assert FAST | {"cv"} <= {p.slags for p in alle}
    assert any(p.sag == "siden" for p in alle)
    forberedende = next(p for p in alle if p.slags == "forberedende_del")
    trykt = papirer.tryk(forberedende, borger, REGION)
    assert 3 <= trykt.sider <= 6
    assert trykt.data.startswith(b"%PDF")


@pytest.mark.parametrize("borger", REGION.borgere, ids=lambda b: b.noegle)
def test_papers_come_in_the_order_of_a_case(borger: Borger) -> None:
    alle = papirer.papirer(borger, REGION)
    dag: dict[str, date] = {p.slags: p.dato for p in alle if p.sag == "oprindelig"}
    assert dag.keys() >= FAST
    assert dag["laegeattest"] <= dag["forberedende_del"] <= dag["indstilling"] == borger.tidligere_moede
    assert dag["indstilling"] < dag["afgoerelse"] <= borger.start
    assert all(borger.start < p.dato <= REGION.demodag for p in alle if p.sag == "siden")
    if borger.genforelaeggelse and borger.genforelaeggelse.sendt:
        assert all(p.dato <= borger.genforelaeggelse.sendt for p in alle)


@pytest.mark.parametrize("borger", REGION.borgere, ids=lambda b: b.noegle)
def test_the_forberedende_del_has_the_citizens_own_words(borger: Borger) -> None:
    forberedende = next(p for p in papirer.papirer(borger, REGION) if p.slags == "forberedende_del")
    assert any(afsnit.get("citat") for afsnit in forberedende.afsnit)


def test_what_stands_together_is_divided_where_a_section_shows_it_in_another_order() -> None:
    linjer = ["Et", "to", "", "- a", "- b", "", "Tre", "> sagt", "| A | B |", "| 1 | 2-3 |"]
    assert list(blokke(linjer, "Hoved")) == [
        {"overskrift": "Hoved", "tekst": "Et to", "punkter": ["a", "b"]},
        {"tekst": "Tre", "citat": "sagt"},
        {"tabel": {"hoveder": ["A", "B"], "raekker": [["1", "2–3"]]}},
    ]


def test_an_uneven_table_is_refused() -> None:
    with pytest.raises(HistorieFejl):
        list(blokke(["| A | B |", "| 1 |"]))


def test_a_missing_story_says_which_file() -> None:
    with pytest.raises(HistorieFejl, match=r"findes_ikke\.md"):
        historie.laes("findes_ikke")
