"""A row about a citizen: new, or known. What differs is told and never overwritten."""

from django.utils.translation import gettext as _

from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import Borger

from ..borgeren import foedselsdag
from .her import Her
from .plan import Plan, Udfald

FELTER = {"navn": "fuldt_navn", "telefon": "telefon", "bisidder": "bisidder", "tolk": "tolk"}
"""Column → the field it is kept in."""


def doem(r: Raekke, her: Her, plan: Plan) -> None:
    v = r.vaerdier
    foedt = foedselsdag(her.anledning, v["cpr"], v["foedselsdato"])
    kendt = her.borgere.get(v["cpr"].nummer)
    if kendt:
        plan.sete.add(kendt.id)
        andre = _afvigelser(r, kendt)
        plan.svar(r, Udfald.AFVIGER if andre else Udfald.ENS, **andre)
        return
    ny = Borger(
        kommune_id=her.kommune_id,
        cpr=v["cpr"].nummer,
        foedselsdato=foedt,
        beskyttet_adresse=v["beskyttet"],
        **{felt: v[kolonne] for kolonne, felt in FELTER.items()},
    )
    her.borgere[ny.cpr] = ny
    plan.borgere.append(ny)
    plan.svar(r, Udfald.NY)


def _afvigelser(r: Raekke, kendt: Borger) -> dict[str, str]:
    """What the file says otherwise about a citizen who is here, by column."""
    v = r.vaerdier
    andre = {
        kolonne: _(
            "Borgeren findes med noget andet. Det er ikke rettet: ret det i Rehabteam, hvis filen har ret."
        )
        for kolonne, felt in FELTER.items()
        if v[kolonne] and v[kolonne] != getattr(kendt, felt)
    }
    if v["beskyttet"] and not kendt.er_beskyttet:
        andre["beskyttet"] = _(
            "Filen siger, at navn og adresse er beskyttet. Registrér det på borgerens side nu."
        )
    return andre
