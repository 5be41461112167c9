"""The meeting days of all the region's kommuner in one view: who is the sundhedskoordinator, and where nobody is."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehabteam.sager.udtraek.moededage import regionens_dage
from rehabteam.web.ret import kraever

LAENGST = 25


@kraever("moededage.se")
def moededage(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    vis_alle = "alle" in request.GET
    dage = regionens_dage(hvem, dag, None if vis_alle else LAENGST + 1)
    flere = not vis_alle and len(dage) > LAENGST
    vist = dage[:LAENGST] if flere else dage
    kontekst = {
        "dage": vist,
        "flere": flere,
        "mangler": sum(d.koordinator is None or d.borte for d in vist),
        "i_dag": dag,
    }
    return render(request, "web/region/moededage.html", kontekst)
