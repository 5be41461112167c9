"""All the rules say about one case: must it go to the team, and what does its basis lack?

The kind of case decides by the rules' own answers; which rule measures its basis is lov's to say (sagens_regler).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import Prefetch, QuerySet

from rehabteam.lov.bek2408_2021.par01 import Par01
from rehabteam.lov.bek2408_2021.par03 import Par03
from rehabteam.lov.bek2408_2021.par12 import Par12
from rehabteam.lov.bek2408_2021.par13 import Par13
from rehabteam.lov.bek2408_2021.par14 import Par14
from rehabteam.lov.bek2408_2021.par15 import Par15
from rehabteam.lov.bek2408_2021.saerveje import Saervej
from rehabteam.lov.bek2408_2021.sagens_regler import (
    OPLYST,
    SAMMEN,
    VALGENE,
    grundlagets_regel,
    har_egen_plan,
    naeste_valg,
    staar_inde_for,
)
from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Mangel, SkalVurderes, Vurdering
from rehabteam.sager.fakta import genforelaeggelse
from rehabteam.sager.models import GENFORELAEGGELSE, Resume, Sag
from rehabteam.sager.sagsarter import SAMTALE, art

from . import laege
from .plan import dele, med_plan, par15_dele
from .skoen import SPOERGSMAAL, svar

PAR12_SKOEN = (
    *("vaesentligt_nedsat", "helt_aabenbart"),
    *("helbredsoplysninger_tilstraekkelige", "grundlag_tilstraekkeligt"),
)
OMFANGSFAKTA = ("foerste_jaf", "indsats_13d", "ophoer", "kommunen_vaelger", "spor")


class Vej(StrEnum):
    """Where the case goes: to the team, to the kommune alone, to a talk with a sundhedskoordinator, or not known yet."""

    TEAM = "team"
    UDEN_TEAM = "uden_team"
    SAMTALE = "samtale"
    UAFKLARET = "uafklaret"


@dataclass(frozen=True, slots=True)
class Samlet:
    """The answers about one case, the scope first, and the way that follows from it.

    `spoerges`: what no rule can be asked, but a human must answer: the kommune's choices (BEK § 1, stk. 5), and what
    somebody must stand by with her name (§ 2, stk. 2; § 3, stk. 1).
    """

    vej: Vej
    vurderinger: tuple[Vurdering, ...]
    spoerges: tuple[SkalVurderes, ...] = ()

    @property
    def mangler(self) -> tuple[Mangel, ...]:
        return _en_gang(m for v in self.vurderinger for m in v.mangler)

    @property
    def fejl(self) -> tuple[Mangel, ...]:
        return _en_gang(m for v in self.vurderinger for m in v.fejl)

    @property
    def advarsler(self) -> tuple[Mangel, ...]:
        return _en_gang(m for v in self.vurderinger for m in v.advarsler)

    @property
    def skal_vurderes(self) -> tuple[SkalVurderes, ...]:
        alle = (*(s for v in self.vurderinger for s in v.skal_vurderes), *self.spoerges)
        return tuple({s.noegle: s for s in alle}.values())

    @property
    def antal(self) -> int:
        """What is missing, what must not be there, and what nobody has judged yet."""
        return len(self.mangler) + len(self.fejl) + len(self.skal_vurderes)

    def som_json(self) -> list[dict[str, Any]]:
        """Every answer as a receipt."""
        return [v.som_json() for v in self.vurderinger]


def med_fakta(sager: "QuerySet[Sag]", versioner: bool = True) -> "QuerySet[Sag]":
    """The same cases with all that the rules ask about: a fixed number of queries, however many cases.

    `versioner`: see med_plan.
    """
    return med_plan(laege.med_laege(sager), versioner).prefetch_related(
        "skoen_raekker", "dokument_raekker", Prefetch("resume_raekker", Resume.objects.order_by("-version"))
    )


def samlet(sag: Sag) -> Samlet:
    """Ask every rule that applies to this case as it stands now."""
    v = vurderinger(sag)
    retning = _vej(sag, v[0])
    plan = sag.undertype != GENFORELAEGGELSE and plan_kraeves(sag, v[0])
    return Samlet(retning, v, _spoergsmaal(sag, retning, plan))


def omfang(sag: Sag) -> Vurdering:
    """§ 1: must, may or must not the case go to the team? A question that was asked and not answered is None."""
    s = svar(sag)
    kendte = {noegle: s[noegle] for noegle in OMFANGSFAKTA if noegle in s}
    ubesvarede = {noegle: None for noegle in art(sag).spoergsmaal if noegle in OMFANGSFAKTA}
    fakta: dict[str, Any] = {**ubesvarede, **kendte}
    return gaeldende("par01").funktion(Par01(sagstype=sag.sagstype, **fakta))


def vej(sag: Sag) -> Vej:
    """Where the case goes, by § 1 and the kommune's own choice."""
    return _vej(sag, omfang(sag))


def frist_kendt(sag: Sag) -> bool:
    """Is it known how long before the meeting the case must be sent? The procedure says it of re-submissions only."""
    return sag.undertype == GENFORELAEGGELSE


def _vej(sag: Sag, omfanget: Vurdering) -> Vej:
    if sag.undertype == SAMTALE:
        return Vej.SAMTALE
    tal = dict(omfanget.svar)
    if tal["skal_forelaegges"] is None:
        return Vej.UAFKLARET
    if tal["skal_forelaegges"]:
        return Vej.TEAM
    if tal["kan_forelaegges"]:
        valgt = svar(sag).get("kommunen_vaelger")
        return Vej.UAFKLARET if valgt is None else Vej.TEAM if valgt is True else Vej.UDEN_TEAM
    return Vej.UDEN_TEAM


def vurderinger(sag: Sag) -> tuple[Vurdering, ...]:
    """The scope, then what the basis lacks: §§ 3-4, the special routes of §§ 12-15, or § 18 and the procedure."""
    omfanget = omfang(sag)
    if sag.undertype == GENFORELAEGGELSE:
        return (omfanget, gaeldende("dokumenter").funktion(genforelaeggelse(sag)))
    if not plan_kraeves(sag, omfanget):
        return (omfanget,)
    return (omfanget, *_grundlag(sag))


def plan_kraeves(sag: Sag, omfanget: Vurdering) -> bool:
    """Is there a forberedende del of this case's own?"""
    return har_egen_plan(sag.sagstype, dict(omfanget.svar)["forberedende_del_kraeves"], _valg(sag))


def _valg(sag: Sag) -> tuple[bool | None, bool | None]:
    s = svar(sag)
    foerste, anden = (s.get(navn) for navn in VALGENE)
    return _ja_nej(foerste), _ja_nej(anden)


def _ja_nej(vaerdi: object) -> bool | None:
    return vaerdi if isinstance(vaerdi, bool) else None


def _regel(sag: Sag) -> str:
    spor = svar(sag).get("spor")
    return grundlagets_regel(sag.sagstype, None if spor is None else str(spor))


def _grundlag(sag: Sag) -> tuple[Vurdering, ...]:
    s = svar(sag)
    pl = laege.pl_vurdering(sag)
    # What § 3 asks in every plan, also where a special rule stands in place of its lists.
    maerker: dict[str, Any] = {
        "indeholder_vurdering": s.get("indeholder_vurdering"),
        "sagstype_angivet": s.get("sagstype_angivet"),
    }
    if "foerste_jaf" in s:
        maerker["foerste_jaf"] = s["foerste_jaf"]
    faelles: dict[str, Any] = {
        "sagstype": sag.sagstype,
        "laegelig_kilde": pl.kilde,
        "konsultation": pl.konsultation,
        "nr": pl.nr,
        "forberedende_del": dele(sag),
    }
    regel = _regel(sag)
    if regel == "par03":
        # That nobody has judged whether the first talk's certificate is enough is itself what is missing (§ 4, stk. 2).
        fakta4 = laege.fakta(sag, {"kommunens_vurdering_tilstraekkelig": None, **s})
        plan = Par03(sagstype=sag.sagstype, forberedende_del=faelles["forberedende_del"], **maerker)
        return gaeldende("par03").funktion(plan), gaeldende("par04").funktion(fakta4)
    saerlig = gaeldende(regel).funktion(_saervej(sag, regel, s, faelles))
    return saerlig, gaeldende("par03").funktion(Par03(sagstype=sag.sagstype, **maerker))


def _saervej(sag: Sag, regel: str, s: Mapping[str, Any], faelles: dict[str, Any]) -> Saervej:
    """The facts of the special rule: what all of them ask, and what only this one does."""
    if regel == "par12":
        skoen: dict[str, Any] = {noegle: s.get(noegle) for noegle in PAR12_SKOEN}
        return Par12(spor=s["spor"], **faelles, **skoen)
    if regel == "par13":
        return Par13(spor=s["spor"], **faelles)
    if regel == "par14":
        return Par14(arbejdsevne_beskrevet=s.get("arbejdsevne_beskrevet"), **faelles)
    return Par15(par15=par15_dele(sag), **faelles)


def _spoergsmaal(sag: Sag, retning: Vej, plan: bool) -> tuple[SkalVurderes, ...]:
    """What no rule can be asked: the kommune's next choice, and what nobody has stood by yet."""
    valget = naeste_valg(sag.sagstype, _valg(sag))
    noegler = [valget] if valget else []
    if plan:
        s = svar(sag)
        attester = staar_inde_for(_regel(sag), til_teamet=retning == Vej.TEAM)
        noegler += [noegle for noegle in attester if s.get(noegle) is not True]
    return tuple(EGNE[noegle] for noegle in noegler)


EGNE = {
    noegle: SkalVurderes(noegle, SPOERGSMAAL[noegle].tekst, SPOERGSMAAL[noegle].hjemmel)
    for noegle in (*VALGENE, SAMMEN, OPLYST)
}


def _en_gang(fundet: Iterable[Mangel]) -> tuple[Mangel, ...]:
    return tuple({m.kode: m for m in fundet}.values())
