"""The case's other tabs: links, one page each. What is missing is said on the first one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettighed import FOER_INDSTILLING
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.sagsfakta.indstilling import udfaldets_navn
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web import moededele
from rehabteam.web.bilagsliste import bilagsliste, grupperet, slagsnavn
from rehabteam.web.laest import laeste
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

LAENGST = 25


@kraever("sag.se")
def dokumenter(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """All documents on the case, and those withdrawn with the reason."""
    sag = hent_sag(request, sag_id)
    alle = list(sag.dokument_raekker.all())
    linjer = bilagsliste(sag, laeste(request.aktoer, (d.sha256 for d in alle)))
    vis_alle = "alle" in request.GET
    maa_traekke = har_ret(request.aktoer, "traek_dokument_tilbage", sag)
    kontekst = ramme(request, sag, "sag_dokumenter") | {
        "grupper": grupperet(linjer if vis_alle else linjer[:LAENGST]),
        "antal": len(linjer),
        "vis_alle": vis_alle,
        "trukket": [d for d in alle if d.trukket_tilbage_tid] if kontekst_er_kommunen(request) else [],
        "maa_tilfoeje": har_ret(request.aktoer, "tilfoej_dokument", sag),
        "maa_traekke": maa_traekke,
        "maa_give": har_ret(request.aktoer, "overstregning.se", sag),
        "laaste": sagsbillede.lavet_her(sag) if maa_traekke else set(),
    }
    return render(request, "web/sag/dokumenter.html", kontekst)


def kontekst_er_kommunen(request: HttpRequest) -> bool:
    """Reasons for withdrawing may tell of other citizens: they stay in the kommune."""
    return request.aktoer.vaeg == Vaeg.KOMMUNE  # type: ignore[attr-defined,no-any-return]


@kraever("sag.se")
def team(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """What the team said last time, what it recommends now, who took part, and the kommune's plan after it."""
    sag = hent_sag(request, sag_id)
    plan = getattr(sag, "indsatsplan", None) if kontekst_er_kommunen(request) else None
    indstilling = sagsbillede.afgivet_indstilling(sag)
    eget = indstilling.dokument_id if indstilling else None
    tidligere = [
        d
        for d in sagsbillede.af_slags(sag, "indstilling", "forrige_indstilling", "indsatsplan", "afgoerelse")
        if d.id != eget and (d.fulgte_med_id or d.slags == "forrige_indstilling" or not sag.udspringer_af_id)
    ]
    kontekst = ramme(request, sag, "sag_team") | {
        "tidligere": [(slagsnavn(d.slags), d) for d in tidligere],
        "indstilling": indstilling,
        "laest": moededele.laest(indstilling) if indstilling else [],
        "udfaldets_navn": udfaldets_navn(indstilling.udfald) if indstilling else "",
        "vis_indstilling": bool(indstilling) or sag.tilstand in FOER_INDSTILLING,
        "deltagere": sag.deltager_raekker.exclude(til_stede=None).order_by("slags"),
        "plan": plan if plan and plan.faerdig_tid else None,
        "maa_moedet": har_ret(request.aktoer, "skriv_indstilling", sag) and sag.moede_id,
        "maa_planen": har_ret(request.aktoer, "skriv_indsatsplan", sag),
    }
    return render(request, "web/sag/team.html", kontekst)


@kraever("sag.se")
def koordinator(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The note from last time, the new signed note with its additions."""
    sag = hent_sag(request, sag_id)
    notater = list(sagsbillede.notater(sag))
    egne = {n.dokument_id for n in notater}
    kontekst = ramme(request, sag, "sag_koordinator") | {
        "notater": notater,
        "tidligere": [d for d in sagsbillede.af_slags(sag, "sundhedsnotat") if d.id not in egne],
        "maa_skrive": har_ret(request.aktoer, "skriv_notat", sag),
    }
    return render(request, "web/sag/koordinator.html", kontekst)
