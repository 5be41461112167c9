"""Mit arbejde: what must I do first, and why?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehabteam.lov.offentlighedsloven.par36 import UDGAVE
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Aktindsigt, Forloeb, Rolle, Sag
from rehabteam.sager.udtraek import aktindsigt, arbejdsliste

from ..arbejdsside import Raekke, Side, godt_at_vide
from ..regellinje import regellinje
from ..ret import kraever

VIST, MEST = 25, 300
# Answers with which a forløb still waits for something.
VENTER = {"SKAL_GENBEHANDLES", "IKKE_UDLOEBET", "SUSPENDERET", "MANUEL_VURDERING"}


@dataclass
class Gruppe:
    """One heading with its rows: at most VIST, unless all were asked for. `antal`: how many there are."""

    navn: str
    poster: list[Any]
    antal: int
    raekker: list[Raekke] = field(default_factory=list)

    @property
    def flere(self) -> bool:
        return self.antal > len(self.poster)


@kraever("mit_arbejde.se")
def mit_arbejde(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    kan_vaelge = hvem.rolle == Rolle.SAGSBEHANDLER
    mine = kan_vaelge and request.GET.get("hvem") != "enhed"
    alle = request.GET.get("alle", "")

    def gruppe(navn: str, raekker: "QuerySet[Any]") -> Gruppe:
        return Gruppe(navn, list(raekker[: MEST if alle == navn else VIST]), raekker.count())

    skal = gruppe("skal", arbejdsliste.skal_for_teamet(hvem, dag, mine))
    snart = gruppe("snart", arbejdsliste.naermer_sig(hvem, dag, mine))
    dokument = gruppe("dokument", arbejdsliste.uden_moede(hvem, mine))
    moede = gruppe("moede", arbejdsliste.til_moede(hvem, mine))
    indsats = gruppe("indsats", arbejdsliste.venter_paa_indsats(hvem, mine))

    maa_svare = har_ret(hvem, "aktindsigt.se")
    indsigt = gruppe("indsigt", aktindsigt.aabne(hvem, mine) if maa_svare else Aktindsigt.objects.none())

    sager = [*dokument.poster, *moede.poster]
    ider = {f.id for f in [*skal.poster, *snart.poster]} | {s.forloeb_id for s in dokument.poster}
    forloeb = {f.id: f for f in med_fakta(arbejdsliste.forloeb_til(hvem, [i for i in ider if i]))}
    side = Side(hvem, dag, forloeb)

    begynd = _begynd_her(skal.poster, side)
    skal.raekker = _forloeb(side, (f for f in skal.poster if f.id != begynd))
    snart.raekker = _forloeb(side, snart.poster)
    dokument.raekker = _sager(side.uden_moede, dokument.poster)
    moede.raekker = _sager(side.til_moede, moede.poster)
    indsats.raekker = _sager(side.venter_paa_indsats, indsats.poster)

    indsigt.raekker = [side.aktindsigt(a) for a in indsigt.poster]

    i_dag = list(arbejdsliste.moeder_i_dag(hvem, dag, mine)[:20])
    nyt = list(arbejdsliste.nyt(hvem, _i_gaar(dag), mine)[:6])
    grupper = [skal, snart, dokument, moede, indsats, indsigt]
    tomt = not any(g.antal for g in grupper)
    request.spor.viser(  # type: ignore[attr-defined]
        *(f.borger_id for f in forloeb.values()),
        *(s.borger_id for s in [*sager, *indsats.poster, *i_dag]),
        *(a.sag.borger_id for a in indsigt.poster),
        *(h.borger_id for h in nyt if h.borger_id),
    )
    indhold = {
        "dag": dag,
        "kan_vaelge": kan_vaelge,
        "mine": mine,
        "i_gang": arbejdsliste.i_gang(hvem, mine).count(),
        "opgaver": sum(g.antal for g in grupper),
        "skal": skal,
        "begynd": side.begynd_her(begynd) if begynd else None,
        "snart": snart,
        "dokument": dokument,
        "moede": moede,
        "indsats": indsats,
        "indsigt": indsigt,
        "tomt": tomt,
        "naeste_frist": arbejdsliste.naeste_frist(hvem, dag, mine) if tomt else None,
        "i_dag": i_dag,
        "nyt": nyt,
        "godt": godt_at_vide(list(arbejdsliste.kommende_moeder(hvem, dag)[:8]), dag),
        "maa_oprette": har_ret(hvem, "opret_forloeb"),
        "udgaver": regellinje(
            [
                *(v.udgave for v in side.svar.values()),
                for_proceduren("frist", dag),
                *([UDGAVE] if indsigt.antal else []),
            ]
        ),
    }
    return render(request, "web/arbejde/mit_arbejde.html", indhold)


def _begynd_her(poster: Iterable[Forloeb], side: Side) -> Any:
    """The most overdue without an act done yet, where the law is clear that the team must see it."""
    return next((f.id for f in poster if side.svar[f.id].status == "SKAL_GENBEHANDLES"), None)


def _forloeb(side: Side, poster: Iterable[Forloeb]) -> list[Raekke]:
    return [side.et_forloeb(f.id) for f in poster if side.svar[f.id].status in VENTER]


def _sager(lav: Callable[[Sag], Raekke], poster: Iterable[Sag]) -> list[Raekke]:
    return [lav(s) for s in poster]


def _i_gaar(dag: date) -> datetime:
    """Yesterday's first moment, in Danish time."""
    return datetime.combine(dag - timedelta(days=1), time(), ZoneInfo(settings.TIME_ZONE))
