"""A row about a forløb: new, known by the source's key or by its first day, or changed.

A known forløb can only get the end it did not have; its other days stand.
"""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.indlaesning.kolonner import Raekke
from rehabteam.sager.models import Borger, Forloeb, Importnoegle

from ..fejl import KanIkke
from ..opret_forloeb import HAR_ALLEREDE, efterproev_forloeb
from .her import Her
from .noegler import aftryk
from .plan import Plan, Udfald


def doem(r: Raekke, her: Her, plan: Plan) -> None:
    v = r.vaerdier
    borger = her.borgere.get(v["cpr"].nummer)
    if noegle := her.noegler.find("forloeb", v["kilde_id"]):
        _kendt(r, her, plan, noegle, borger)
        return
    if borger is None:
        raise KanIkke(
            {"cpr": _("Borgeren er hverken i filerne eller i Rehabteam, eller linjen om borgeren har fejl.")}
        )
    plan.sete.add(borger.id)
    efterproev_forloeb(v["start"], v["slut"], borger.foedselsdato, her.anledning.dag)
    hendes = her.hendes(borger.id)
    samme = next((f for f in hendes if f.start == v["start"]), None)
    if samme:
        noegle = her.noegler.ny(r, samme, samme.id, _aftryk(samme.start, samme.slut))
        _kendt(r, her, plan, noegle, borger)
        return
    if v["slut"] is None and any(f.slut is None for f in hendes):
        raise KanIkke({"start": _(HAR_ALLEREDE)})
    ny = Forloeb(
        kommune_id=her.kommune_id,
        borger=borger,
        sagsbehandler_id=_kollega(her, v["sagsbehandler"]),
        start=v["start"],
        slut=v["slut"],
    )
    her.nyt_forloeb(ny)
    her.noegler.ny(r, ny, ny.id, _aftryk(ny.start, ny.slut))
    plan.forloeb.append(ny)
    plan.roer(ny, "forloeb")
    plan.svar(r, Udfald.NY)


def _kendt(r: Raekke, her: Her, plan: Plan, noegle: Importnoegle, borger: Borger | None) -> None:
    v = r.vaerdier
    forloeb = her.forloeb.get(noegle.forloeb_id)
    if forloeb is None or borger is None or forloeb.borger_id != borger.id:
        raise KanIkke({"kilde_id": _("Nøglen hører til et andet forløb, end linjen fortæller om.")})
    plan.sete.add(borger.id)
    nyt = _aftryk(v["start"], v["slut"])
    if nyt == noegle.aftryk:
        plan.svar(r, Udfald.ENS)
        return
    if forloeb.start != v["start"]:
        raise KanIkke(
            {"start": _("Forløbet har en anden startdato i Rehabteam. Den ændres ikke ved indlæsning.")}
        )
    if forloeb.slut != v["slut"] and (forloeb.slut or not v["slut"]):
        raise KanIkke(
            {"slut": _("Forløbet har en anden slutdato i Rehabteam. Den ændres ikke ved indlæsning.")}
        )
    her.noegler.ret(noegle, nyt)
    if forloeb.slut == v["slut"]:
        plan.svar(r, Udfald.ENS)
        return
    efterproev_forloeb(v["start"], v["slut"], forloeb.borger.foedselsdato, her.anledning.dag)
    forloeb.slut = v["slut"]
    plan.slut.append(forloeb)
    plan.roer(forloeb, "slut")
    plan.svar(r, Udfald.AENDRET)


def _kollega(her: Her, navn: str) -> UUID:
    """The caseworker of that name, or who imports where none is named."""
    if not navn:
        return her.anledning.aktoer.medarbejder_id
    fundne = her.kolleger.get(navn, [])
    if len(fundne) == 1:
        return fundne[0]
    raise KanIkke(
        {
            "sagsbehandler": _("Der er flere i kommunen med det navn. Lad feltet stå tomt.")
            if fundne
            else _("Der er ingen i kommunen med det navn i Rehabteam.")
        }
    )


def _aftryk(start: Any, slut: Any) -> str:
    return aftryk("forloeb", (start, slut))
