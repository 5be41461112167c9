"""Mit arbejde: what must I do first, and why?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rehabteam.handlinger.terminer import VENTER
from rehabteam.lov.offentlighedsloven.par36 import UDGAVE
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Aktindsigt, Forloeb, Sag
from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.udtraek import aktindsigt, arbejdsliste, noter
from rehabteam.sager.udtraek.indbakke import ubesvarede
from rehabteam.sager.udtraek.udvalg import ALLE, ENHED, MINE, MOEDER, NAERMESTE, NAVN

from ..arbejdsside import Raekke, Side, godt_at_vide
from ..notelaesning import ulaeste
from ..regellinje import regellinje
from ..ret import kraever
from ..udvalgsside import SIDER, hjem, laes, valg
from ..visning import husk

VIST, MEST = 25, 300
HUSK = 5  # reminders beside the list
OMTALES = timedelta(days=13)  # with yesterday, two weeks: then a mention is no longer news
ALLE_HVEM = (MINE, ENHED, ALLE, MOEDER)


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
    valgt = valg(request, "arbejde")
    u = valgt.udvalg
    moederne = u.hvem == MOEDER
    alle = request.GET.get("alle", "")

    def gruppe(navn: str, raekker: "QuerySet[Any]") -> Gruppe:
        # What the team's own list has no room for is not asked about.
        if moederne and navn != "moede":
            raekker = raekker.none()
        return Gruppe(navn, list(raekker[: MEST if alle == navn else VIST]), raekker.count())

    skal = gruppe("skal", arbejdsliste.skal_for_teamet(hvem, dag, u))
    snart = gruppe("snart", arbejdsliste.naermer_sig(hvem, dag, u))
    dokument = gruppe("dokument", arbejdsliste.uden_moede(hvem, u))
    moede = gruppe("moede", arbejdsliste.til_moede(hvem, u))
    indsats = gruppe("indsats", arbejdsliste.efter_moedet(hvem, u))

    maa_svare = har_ret(hvem, "aktindsigt.se")
    anmodninger = aktindsigt.aabne(hvem, False).filter(u.hos_q("sag__sagsbehandler_id"))
    indsigt = gruppe("indsigt", anmodninger if maa_svare else Aktindsigt.objects.none())

    sager = [*dokument.poster, *moede.poster]
    ider = {f.id for f in [*skal.poster, *snart.poster]} | {s.forloeb_id for s in dokument.poster}
    forloeb = {f.id: f for f in med_fakta(arbejdsliste.forloeb_til(hvem, [i for i in ider if i]))}
    side = Side(hvem, dag, forloeb)

    begynd = _begynd_her(skal.poster, side)
    skal.raekker = _forloeb(side, (f for f in skal.poster if f.id != begynd))
    snart.raekker = _forloeb(side, snart.poster)
    dokument.raekker = _sager(side.uden_moede, dokument.poster)
    moede.raekker = _sager(side.til_moede, moede.poster)
    indsats.raekker = _sager(side.efter_moedet, indsats.poster)

    indsigt.raekker = [side.aktindsigt(a) for a in indsigt.poster]

    i_dag = list(arbejdsliste.moeder_i_dag(hvem, dag, u)[:20])
    i_gaar = _i_gaar(dag)
    nyt = list(arbejdsliste.nyt(hvem, i_gaar, u)[:6])
    omtaler = ulaeste(hvem, list(noter.omtaler(hvem, i_gaar - OMTALES)[:20]))[:6]
    spurgt = list(ubesvarede(hvem).filter(u.hos_q("sag__sagsbehandler_id"))[:VIST])
    paamindelser = list(noter.paamindelser(hvem).filter(dag__lte=dag)[: HUSK + 1])
    grupper = [skal, snart, dokument, moede, indsats, indsigt]
    tomt = not any(g.antal for g in grupper)
    request.spor.viser(  # type: ignore[attr-defined]
        *(f.borger_id for f in forloeb.values()),
        *(s.borger_id for s in [*sager, *indsats.poster, *i_dag]),
        *(a.sag.borger_id for a in indsigt.poster),
        *(h.borger_id for h in nyt if h.borger_id),
        *(n.sag.borger_id for n in omtaler),
        *(s.sag.borger_id for s in spurgt),
        *(p.borger_id for p in paamindelser[:HUSK]),
    )
    indhold = {
        "dag": dag,
        "valg": valgt,
        "q": valgt.adresse,
        "mine": u.hvem == MINE and not valgt.person,
        "moederne": moederne,
        "i_gang": arbejdsliste.i_gang(hvem, u).count(),
        "opgaver": sum(g.antal for g in grupper),
        "skal": skal,
        "begynd": side.begynd_her(begynd) if begynd else None,
        "snart": snart,
        "dokument": dokument,
        "moede": moede,
        "indsats": indsats,
        "indsigt": indsigt,
        "tomt": tomt,
        "naeste_frist": arbejdsliste.naeste_frist(hvem, dag, u) if tomt else None,
        "i_dag": i_dag,
        "nyt": nyt,
        "omtaler": omtaler,
        "spurgt": spurgt,
        "husk": paamindelser[:HUSK],
        "husk_flere": len(paamindelser) > HUSK,
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


@kraever("mit_arbejde.se", "POST", engang=False)
def visning(request: HttpRequest) -> HttpResponse:
    """Keep how the person wants to see a list, and show it so. Only words from the lists are kept."""
    side = request.POST.get("side", "")
    side = side if side in SIDER else "arbejde"
    valgt = laes(request.POST)
    kendt = {
        "hvem": {*ALLE_HVEM},
        "art": set(ARTER),
        "orden": {NAERMESTE, NAVN},
    }
    valgt = {k: v for k, v in valgt.items() if v in kendt.get(k, {v}) and (k != "person" or _er_id(v))}
    husk(request.aktoer, side, valgt)  # type: ignore[attr-defined]
    return redirect(hjem(side, valgt))


def _er_id(tekst: str) -> bool:
    try:
        UUID(tekst)
    except ValueError:
        return False
    return True


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
