"""The calendar of what is due: a month or a week at a time, as a table."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ..byggesten import datoer
from ..kalenderside import dage, udgaver
from ..ret import kraever
from ..udvalgsside import valg

UGE, MAANED = "uge", "maaned"
TIDLIGST, SENEST = date(2000, 1, 1), date(2100, 12, 31)


@kraever("kalender.se")
def kalender(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    vis = UGE if request.GET.get("vis") == UGE else MAANED
    fra, til = _tiden(_fra(request.GET.get("fra", ""), dag), vis)
    valgt = valg(request, "kalender")
    fundne, for_mange = dage(hvem, fra, til, dag, valgt.udvalg)
    request.spor.viser(*(p.borger.id for d in fundne for p in d.poster))  # type: ignore[attr-defined]
    indhold: dict[str, Any] = {
        "valg": valgt,
        "q": valgt.adresse,
        "vis": vis,
        "fra": fra,
        "til": til,
        "titel": _titel(fra, til, vis),
        "foer": fra - timedelta(days=1),
        "efter": til + timedelta(days=1),
        "dag": dag,
        "er_nu": fra <= dag <= til,
        "dage": fundne,
        "for_mange": for_mange,
        "udgaver": udgaver(p for d in fundne for p in d.poster),
        "antal": sum(len(d.poster) for d in fundne),
    }
    return render(request, "web/arbejde/kalender.html", indhold)


def _fra(skrevet: str, dag: date) -> date:
    """A day of the time that was asked for; today if it cannot be read."""
    try:
        fundet = date.fromisoformat(skrevet)
    except ValueError:
        return dag
    return fundet if TIDLIGST <= fundet <= SENEST else dag


def _tiden(dag: date, vis: str) -> tuple[date, date]:
    """First and last day of the week (Monday to Sunday) or month that the day lies in."""
    if vis == UGE:
        mandag = dag - timedelta(days=dag.weekday())
        return mandag, mandag + timedelta(days=6)
    foerste = dag.replace(day=1)
    return foerste, (foerste + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def _titel(fra: date, til: date, vis: str) -> str:
    if vis == UGE:
        return _("Uge %(uge)s: %(fra)s til %(til)s") % {
            "uge": fra.isocalendar().week,
            "fra": datoer.tabel(fra),
            "til": datoer.tabel(til),
        }
    # "1. juni" without its day.
    return f"{datoer.dag_og_maaned(fra).split(' ', 1)[1].capitalize()} {fra.year}"
