"""What § 17 says about each citizen of the demo on the demo's day, worked out by hand.

The notes say how: a start, its corresponding day six months later (D0), and what moves or ends it.
"""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from rehabteam.cli.demo import regionen
from rehabteam.cli.demo.regionen import Borger
from rehabteam.lov import fakta
from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.testnumre import er_testnummer

REGION = regionen.laes()
IKKE, SKAL, RETTIDIG = "IKKE_UDLOEBET", "SKAL_GENBEHANDLES", "INDSATS_RETTIDIG"
STK_4, STK_5, STK_6 = "UNDTAGET_STK_4", "UNDTAGET_STK_5", "UNDTAGET_STK_6"
STAAR, SAERLIGE, MENNESKE = "SUSPENDERET", "SAERLIGE_GRUNDE", "MANUEL_VURDERING"

# noegle: (status, the last day in time; None where an open period stops the count)
VENTET: dict[str, tuple[str, date | None]] = {
    # Nordby
    "birgitte": (SKAL, date(2026, 5, 25)),  # D0 20.04. + 35: 28 + 14 less 7 shared
    "soeren": (SKAL, date(2026, 5, 24)),
    "amira": (IKKE, date(2026, 6, 1)),
    "torben": (IKKE, date(2026, 6, 15)),
    "laerke": (IKKE, date(2026, 7, 12)),
    "poul_erik": (STAAR, None),
    "yusuf": (SKAL, date(2026, 4, 30)),
    "gitte": (SKAL, date(2026, 5, 3)),  # a Sunday is not moved
    "hanne": (IKKE, date(2026, 6, 8)),
    "ole": (RETTIDIG, date(2026, 3, 15)),
    "katarzyna": (SKAL, date(2026, 5, 26)),
    "lars_bo": (IKKE, date(2026, 5, 27)),  # the last day itself is in time
    "ida_marie": (IKKE, date(2026, 6, 26)),
    "mogens": (RETTIDIG, date(2024, 2, 29)),  # 31 August, leap year
    "naja": (SKAL, date(2026, 2, 28)),  # 31 August, no leap year; in the plan 23.03., too late
    "emil": (STK_6, date(2026, 3, 1)),
    "susanne": (STK_4, date(2026, 4, 6)),
    "jan": (STK_5, date(2026, 2, 18)),
    "charlotte": (SAERLIGE, date(2026, 4, 27)),
    "bjoern": (SKAL, date(2026, 5, 13)),  # D0 08.03. + 31 reaches the second period, + 21 the third, + 14
    "anne_grethe": (IKKE, date(2026, 6, 12)),  # D0 24.04. + 28 + 21
    "mustafa": (RETTIDIG, date(2026, 5, 6)),  # counts from 20.04., when it was written into the plan
    "else": (SKAL, date(2025, 11, 8)),
    "kim": (SKAL, date(2026, 5, 7)),
    "preben": (MENNESKE, date(2022, 3, 15)),  # begun before the order was in force
    "sofie": (IKKE, date(2026, 7, 31)),
    # Åstrup
    "bent": (SKAL, date(2026, 4, 13)),
    "marianne": (SKAL, date(2026, 5, 17)),
    "hamid": (SKAL, date(2026, 5, 12)),
    "rikke": (SKAL, date(2026, 3, 22)),
    "per": (SKAL, date(2026, 3, 29)),
    "aase": (MENNESKE, date(2026, 4, 9)),  # paid absence only (T7)
    "thea": (MENNESKE, date(2026, 5, 5)),  # barnets lov only (T23)
    "lan": (RETTIDIG, date(2026, 4, 21)),
    "ejnar": (SKAL, date(2026, 4, 9)),
    "dorte": (SKAL, date(2026, 5, 20)),  # illness without exemption takes nothing out
    "frederikke": (IKKE, date(2026, 6, 15)),  # D0 18.05. + 28
    "joern": (STAAR, None),
    "tove": (SKAL, date(2026, 4, 1)),  # the open period begins after the limit
    "abdi": (RETTIDIG, date(2026, 6, 3)),  # the first day itself is not "before"
    "lisa": (IKKE, date(2026, 7, 30)),
    "henny": (RETTIDIG, date(2024, 8, 29)),
    "gorm": (SKAL, date(2026, 5, 14)),  # own business is not ordinary employment
    # Søndervang
    "fatima": (SKAL, date(2026, 5, 19)),
    "jens_ole": (SKAL, date(2026, 4, 29)),
    "niels_erik": (MENNESKE, date(2026, 10, 13)),  # begun after the last day for new ones
    "magnus": (IKKE, date(2026, 6, 17)),
    "oda": (IKKE, date(2026, 7, 15)),  # 76 days before the leave, 108 after 29.03.
    "ruth": (SAERLIGE, date(2026, 4, 25)),
    "carsten": (RETTIDIG, date(2026, 4, 8)),
    "leyla": (SKAL, date(2026, 4, 15)),  # begun 04.05., too late
    "ib": (SKAL, date(2026, 5, 17)),  # resumed under the same grant (T10)
    "trine": (IKKE, date(2026, 6, 18)),
    "vibeke": (SKAL, date(2026, 4, 7)),
    "anders": (SKAL, date(2025, 10, 22)),
    "pernille": (STK_4, date(2026, 5, 10)),  # hours on the last day of the window
    "steen": (SKAL, date(2026, 5, 6)),  # D0 16.04. + 20; hours after D0 do not exempt (T6)
    "kurt": (IKKE, date(2026, 6, 30)),
    "malou": (RETTIDIG, date(2022, 7, 1)),
    "viggo": (RETTIDIG, date(2023, 2, 28)),  # 29 August, no 29 February
}
ANTAL = {IKKE: 14, SKAL: 25, RETTIDIG: 9, STK_4: 2, STK_5: 1, STK_6: 1, STAAR: 2, SAERLIGE: 2, MENNESKE: 4}


def svar(borger: Borger) -> Vurdering:
    """§ 17 asked directly about the data, without the database."""
    grunde = borger.saerlige_grunde
    return seks_maaneder(
        fakta.Ressourceforloeb(
            forloeb_start=borger.start,
            indsatser=tuple(
                fakta.Indsats(
                    hjemmel=i.hjemmel,
                    paabegyndt=i.paabegyndt,
                    i_indsatsdel=i.i_indsatsdel,
                    optaget_i_indsatsdel=i.optaget_i_indsatsdel,
                    bevilget=i.bevilget,
                    genoptaget=i.genoptaget,
                    afsluttet=i.afsluttet,
                )
                for i in borger.indsatser
            ),
            undtagne_perioder=tuple(fakta.UndtagetPeriode(p.fra, p.til, p.hjemmel) for p in borger.perioder),
            ordinaere_timer=tuple(fakta.OrdinaereTimer(t.dato, t.timer, t.art) for t in borger.timer),
            loentilskud_kompensationslov_15=tuple(fakta.Periode(s.fra, s.til) for s in borger.loentilskud_15),
            stu=tuple(fakta.Periode(s.fra, s.til) for s in borger.stu),
            saerlige_grunde=fakta.SaerligeGrunde(True, grunde.begrundelse, grunde.besluttet_af, grunde.dato)
            if grunde
            else None,
        ),
        REGION.demodag,
    )


@pytest.mark.parametrize("borger", REGION.borgere, ids=lambda b: b.noegle)
def test_the_state_of_each_citizen(borger: Borger) -> None:
    vurdering = svar(borger)
    assert (vurdering.status, vurdering.frist) == VENTET[borger.noegle]


def test_every_state_is_there_and_how_often() -> None:
    assert Counter(status for status, _ in VENTET.values()) == ANTAL
    assert set(VENTET) == {b.noegle for b in REGION.borgere}


def test_the_days_that_the_work_list_should_show() -> None:
    igen = {(frist - REGION.demodag).days for status, frist in VENTET.values() if status == IKKE and frist}
    over = {(REGION.demodag - frist).days for status, frist in VENTET.values() if status == SKAL and frist}
    assert {0, 5, 12, 19, 30, 46, 65} <= igen
    assert {1, 2, 3, 20, 200} <= over


def test_what_the_standing_still_one_has_counted() -> None:
    borger = next(b for b in REGION.borgere if b.noegle == "poul_erik")
    detaljer = svar(borger).detaljer
    assert (detaljer.talte_dage, detaljer.resterende_dage) == (62, 120)


def test_birgitte_is_as_in_the_story() -> None:
    borger = next(b for b in REGION.borgere if b.noegle == "birgitte")
    vurdering = svar(borger)
    detaljer = vurdering.detaljer
    assert (detaljer.n, detaljer.undtagne_dage, detaljer.pligt_fra) == (182, 35, date(2026, 5, 26))
    assert [i.svar for i in detaljer.indsatser] == ["TAELLER_IKKE"] * 3 + ["IKKE_BEGYNDT"]


def test_people_are_only_test_people() -> None:
    numre = [b.cpr for b in REGION.borgere]
    assert len(set(numre)) == len(numre) == 60
    assert all(er_testnummer(nummer) for nummer in numre)
