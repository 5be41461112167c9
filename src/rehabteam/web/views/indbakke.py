"""Klinisk Funktion's inbox: what must leave the desk today, and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.lov.procedure.genforelaeggelse import frist
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek import indbakke as udtraek
from rehabteam.web.anledning import anledning
from rehabteam.web.byggesten import datoer, fristmaerke
from rehabteam.web.formularer.region import FordelForm
from rehabteam.web.fristboks import hverdage_til
from rehabteam.web.ret import kraever


@dataclass
class Gruppe:
    """Cases of one last day: its heading, its badge, and the rows."""

    overskrift: str
    under: str
    maerke: fristmaerke.Fristmaerke
    for_sent: bool
    sager: list[Sag] = field(default_factory=list)


@lru_cache(maxsize=512)
def _senest(moededato: date) -> date:
    """The day the secretariat sends a case on: the same five hverdage as the kommune's own last day."""
    seneste: date = frist(moededato).detaljer.sekretariat_videresendelse
    return seneste


@kraever("indbakke.se")
def indbakke(request: HttpRequest) -> HttpResponse:
    sager = list(udtraek.modtagne(request.aktoer))
    request.spor.viser(*(sag.borger_id for sag in sager))
    ufordelte = [sag for sag in sager if sag.tilstand == Sag.Tilstand.SENDT]
    grupper = list(_grupper(ufordelte, request.dag))
    i_dag = sum(
        len(g.sager) for g in grupper if g.maerke.tone in ("over", "snart") and _haster(g, request.dag)
    )
    return render(
        request,
        "web/region/indbakke.html",
        {
            "grupper": grupper,
            "fordelte": [sag for sag in sager if sag.tilstand == Sag.Tilstand.HOS_KOORDINATOR],
            "koordinatorer": [
                {"id": k.id, "navn": k.navn, "antal": k.antal, "prikker": range(k.antal)}
                for k in udtraek.koordinatorer(request.aktoer, request.dag)
            ],
            "antal": len(ufordelte),
            "haster": i_dag,
            "i_dag": request.dag,
        },
    )


def _haster(gruppe: Gruppe, dag: date) -> bool:
    return any(sag.moede and _senest(sag.moede.dato) <= dag for sag in gruppe.sager)


def _grupper(sager: list[Sag], dag: date) -> Iterator[Gruppe]:
    """By last day; within a day the late ones apart, since each of them asks for a decision."""
    fundne: dict[tuple[date, UUID, bool], Gruppe] = {}
    for sag in sager:
        assert sag.moede is not None  # a case is sent to a meeting
        senest = _senest(sag.moede.dato)
        noegle = (senest, sag.moede.id, sag.sendt_for_sent)
        if noegle not in fundne:
            fundne[noegle] = _gruppe(sag, senest, dag)
        fundne[noegle].sager.append(sag)
    yield from (fundne[n] for n in sorted(fundne, key=lambda n: (n[0], str(n[1]), n[2])))


def _gruppe(sag: Sag, senest: date, dag: date) -> Gruppe:
    tilbage = hverdage_til(senest, dag)
    if sag.sendt_for_sent:
        overskrift = _("Modtaget for sent")
    elif senest < dag:
        overskrift = _("Skulle være sendt")
    elif senest == dag:
        overskrift = _("Send i dag")
    else:
        overskrift = _("Send senest %(dag)s") % {"dag": datoer.saetning(senest)}
    assert sag.moede is not None
    under = _("Møde %(dag)s i %(kommune)s") % {
        "dag": datoer.saetning(sag.moede.dato),
        "kommune": sag.kommune.navn,
    }
    return Gruppe(overskrift, under, fristmaerke.hverdage(senest, tilbage), sag.sendt_for_sent)


@kraever("fordel_til_koordinator", "POST")
def fordel(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Give the case to the chosen sundhedskoordinator; back to the inbox with a receipt."""
    valg: list[tuple[str, Any]] = [
        (str(k.id), k.navn) for k in udtraek.koordinatorer(request.aktoer, request.dag)
    ]
    form = FordelForm(request.POST, valg=valg)
    if not form.is_valid():
        messages.error(request, " ".join(form.errors["koordinator"]))
        return redirect("web:indbakke")
    try:
        sag = fordel_til_koordinator(
            anledning(request), sag_id, koordinator_id=UUID(form.cleaned_data["koordinator"])
        )
    except KanIkke as fejl:
        messages.error(request, " ".join(fejl.felter.values()))
        return redirect("web:indbakke")
    request.spor.viser(sag.borger_id, objekt=sag.id)
    messages.success(
        request,
        _("Sag %(nummer)s er sendt til %(navn)s, som nu kan læse den.")
        % {"nummer": sag.nummer, "navn": dict(valg)[form.cleaned_data["koordinator"]]},
    )
    return redirect("web:indbakke")
