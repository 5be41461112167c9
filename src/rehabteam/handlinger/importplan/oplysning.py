"""A row about a fact of a forløb: new, here already, or changed by the source.

A changed fact is not written over: the old row is taken back and a new one stands. Where somebody has changed it here
as well, it is left to a human.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import Forloeb, Importnoegle, Indsats, Oplysning, OrdinaereTimer, UndtagetPeriode

from ..fejl import KanIkke
from ..registrer_indsats import efterproev_indsats
from ..registrer_timer import efterproev_timer
from ..registrer_undtaget_periode import efterproev_periode
from .her import Her
from .noegler import aftryk
from .plan import Plan, Udfald

# Kind of row → its table, the columns that are its values, and where they stand among the facts of `med_fakta`.
FAKTA: dict[str, tuple[type[Oplysning], tuple[str, ...], str]] = {
    "indsats": (
        Indsats,
        (
            *("navn", "hjemmel", "bevilget", "aftalt_start", "paabegyndt", "afsluttet", "genoptaget"),
            *("i_indsatsdel", "optaget_i_indsatsdel"),
        ),
        "gaeldende_indsatser",
    ),
    "periode": (UndtagetPeriode, ("fra", "til", "hjemmel", "note"), "gaeldende_perioder"),
    "timer": (OrdinaereTimer, ("dato", "timer", "art"), "gaeldende_timer"),
}


def doem(r: Raekke, her: Her, plan: Plan) -> None:
    forloeb = her.forloebet(r.vaerdier["forloeb"])
    if forloeb is None:
        raise KanIkke(
            {
                "forloeb": _(
                    "Forløbet er hverken i filerne eller indlæst før, eller linjen om forløbet har fejl."
                )
            }
        )
    plan.sete.add(forloeb.borger_id)
    model, felter, sted = FAKTA[r.slags]
    ny = model(
        kommune_id=her.kommune_id,
        forloeb=forloeb,  # type: ignore[misc]
        registreret_tid=her.anledning.nu,
        registreret_af=her.anledning.aktoer.navn,
        **{felt: r.vaerdier[felt] for felt in felter},
    )
    _efterproev(ny, forloeb.borger.foedselsdato, her.anledning.dag)
    gaeldende: list[Oplysning] = getattr(forloeb, sted, [])
    if noegle := her.noegler.find(r.slags, r.vaerdier["kilde_id"]):
        _kendt(r, her, plan, noegle, forloeb, gaeldende, ny)
        return
    nyt = _aftryk(r.slags, r.vaerdier)
    ledige = (g for g in gaeldende if not her.noegler.er_optaget(g.id))
    samme = next((g for g in ledige if _aftryk(r.slags, vars(g)) == nyt), None)
    her.noegler.ny(r, forloeb, (samme or ny).id, nyt)
    if samme:
        plan.svar(r, Udfald.ENS)
        return
    plan.oplysninger.append(ny)
    plan.roer(forloeb, r.slags)
    plan.svar(r, Udfald.NY)


def _kendt(
    r: Raekke,
    her: Her,
    plan: Plan,
    noegle: Importnoegle,
    forloeb: Forloeb,
    gaeldende: list[Oplysning],
    ny: Oplysning,
) -> None:
    if noegle.forloeb_id != forloeb.id:
        raise KanIkke({"kilde_id": _("Nøglen hører til et andet forløb, end linjen fortæller om.")})
    nyt = _aftryk(r.slags, r.vaerdier)
    if noegle.aftryk == nyt:
        plan.svar(r, Udfald.ENS)
        return
    gammel = next((g for g in gaeldende if g.id == noegle.raekke), None)
    if gammel is None or _aftryk(r.slags, vars(gammel)) != noegle.aftryk:
        raise KanIkke(
            {
                "kilde_id": _(
                    "Oplysningen er ændret både i filen og i Rehabteam. Den er ikke rettet: ret den her."
                )
            }
        )
    her.noegler.ret(noegle, nyt, ny.id)
    plan.tilbage.append(gammel)
    plan.oplysninger.append(ny)
    plan.roer(forloeb, "rettet")
    plan.svar(r, Udfald.AENDRET)


def _efterproev(ny: Oplysning, foedt: date, dag: date) -> None:
    match ny:
        case Indsats():
            efterproev_indsats(ny, foedt, dag)
        case UndtagetPeriode():
            efterproev_periode(ny.fra, ny.til, ny.hjemmel, foedt, dag)
        case OrdinaereTimer():
            efterproev_timer(ny.dato, ny.timer, ny.art, foedt, dag)


def _aftryk(slags: str, vaerdier: Mapping[str, Any]) -> str:
    return aftryk(slags, (vaerdier.get(felt) for felt in FAKTA[slags][1]))
