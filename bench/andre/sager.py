"""The benchmark's cases as the other engines are given them: days as numbers, and what they cannot do done already.

Done outside for both: dates to day numbers, and the day six calendar months after the start. For zen, which has no
way to fold a list, also the union of the periods kept out, with the days kept out before each (`foer`).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from bench.regel import spoergsmaal
from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.bek2408_2021.par17.stykker import stk1, stk3_holder_ude
from rehabteam.lov.fakta import Periode
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.tid import EVIGT, forenet


def sager(antal: int) -> tuple[list[dict[str, Any]], list[list[Any]]]:
    """The cases, and our own answer to each: [status, day number of the limit or None]."""
    laes = SPOERGSMAAL["bek2408.par17"].laes
    fakta = [laes(s["fakta"]) for s in spoergsmaal(antal)]
    svar = [seks_maaneder(f, f.vurderingsdato) for f in fakta]
    return [sag(f) for f in fakta], [[v.status, _dag(v.frist)] for v in svar]


def sag(f: Any) -> dict[str, Any]:
    """One case."""
    start = f.forloeb_start.toordinal()
    perioder = [
        (max(p.fra.toordinal(), start + 1), _dag(p.til) or EVIGT)
        for p in f.undtagne_perioder
        if stk3_holder_ude(p) and (p.til is None or p.til > f.forloeb_start)
    ]
    ude, foer = [], 0
    for fra, til in forenet(perioder):
        ude.append({"fra": fra, "dage": til - fra + 1, "foer": foer, "aaben": til == EVIGT})
        foer += til - fra + 1
    return {
        "start": start,
        "pr": f.vurderingsdato.toordinal(),
        "d0": stk1(f.forloeb_start)[0].toordinal(),
        "perioder": perioder,
        "ude": ude,
        "indsatser": [
            {"hjemmel": i.hjemmel, "paabegyndt": _dag(i.paabegyndt), "i_indsatsdel": bool(i.i_indsatsdel)}
            for i in f.indsatser
        ],
        "timer": [{"dato": _dag(t.dato), "timer": t.timer, "art": t.art} for t in f.ordinaere_timer],
        "loentilskud": [_spaend(p) for p in f.loentilskud_kompensationslov_15],
        "stu": [_spaend(p) for p in f.stu],
    }


def _spaend(p: Periode) -> dict[str, int]:
    return {"fra": p.fra.toordinal(), "til": _dag(p.til) or EVIGT}


def _dag(d: date | None) -> int | None:
    return None if d is None else d.toordinal()
