"""What was done, day by day, as people say it; and the law's answer of then as a page of its own."""

from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER, har_ret
from rehabteam.sager.models import Borger, Haendelse, Sag
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.sager.udtraek.borgerlog import rolleord
from rehabteam.web import historieord, kvittering
from rehabteam.web.cprvagt import uden_cpr
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme
from rehabteam.web.views import forloeb as forloebsviews

LAENGST = 25


@kraever("sag.se")
def sagens(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The case's history; for the leader also who has looked."""
    sag = hent_sag(request, sag_id)
    i_kommunen = request.aktoer.vaeg == Vaeg.KOMMUNE  # type: ignore[attr-defined]
    alle = sagsbillede.historik(sag)
    kontekst = ramme(request, sag, "sag_historik") | _historik(request, alle, sag.borger, i_kommunen)
    if har_ret(request.aktoer, "log.se"):  # type: ignore[attr-defined]
        kontekst |= _opslag(request, sag)
    return render(request, "web/sag/historik.html", kontekst)


@kraever("forloeb.se")
def forloebets(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    """The history of the forløb and of its cases. Forløb are the kommune's own."""
    f = forloebsviews.hent(request, forloeb_id)
    alle = f.haendelser.order_by("-tid", "-id")
    kontekst = forloebsviews.ramme(request, f, _("Historik")) | _historik(request, alle, f.borger, True)
    kontekst["maa_se_log"] = har_ret(request.aktoer, "borgerlog.se")  # type: ignore[attr-defined]
    return render(request, "web/forloeb/historik.html", kontekst)


@kraever("sag.se")
def sagens_kvittering(request: HttpRequest, sag_id: UUID, haendelse_id: UUID) -> HttpResponse:
    """The law's answer when this was done on the case."""
    sag = hent_sag(request, sag_id)
    haendelse = get_object_or_404(sagsbillede.historik(sag), id=haendelse_id, vurdering__isnull=False)
    kontekst = ramme(request, sag, side=_("Lovens svar dengang"))
    kontekst["historik_url"] = reverse("web:sag_historik", args=[sag.id])
    i_kommunen = request.aktoer.vaeg == Vaeg.KOMMUNE  # type: ignore[attr-defined]
    return _kvittering(request, kontekst, haendelse, sag.borger, i_kommunen)


@kraever("forloeb.se")
def forloebets_kvittering(request: HttpRequest, forloeb_id: UUID, haendelse_id: UUID) -> HttpResponse:
    """The law's answer when this was done on the forløb."""
    f = forloebsviews.hent(request, forloeb_id)
    haendelse = get_object_or_404(f.haendelser, id=haendelse_id, vurdering__isnull=False)
    kontekst = forloebsviews.ramme(request, f, _("Lovens svar dengang"))
    kontekst["historik_url"] = reverse("web:forloeb_historik", args=[f.id])
    kontekst["nu_url"] = reverse("web:forloeb", args=[f.id])
    return _kvittering(request, kontekst, haendelse, f.borger, True)


def _kvittering(
    request: HttpRequest, kontekst: dict[str, Any], haendelse: Haendelse, borger: Borger, i_kommunen: bool
) -> HttpResponse:
    kontekst |= {
        "linje": historieord.linje(haendelse, borger, i_kommunen=i_kommunen),
        "kvittering": kvittering.kvittering(haendelse),
        "andre": kvittering.andre(haendelse),
        "udgaver": [],  # today's rules are not those of then: the receipt names its own
    }
    return render(request, "web/historik/kvittering.html", kontekst)


def _historik(
    request: HttpRequest, alle: "QuerySet[Haendelse]", borger: Borger, i_kommunen: bool
) -> dict[str, Any]:
    """The list by day, cut at 25, of all kinds or of the one chosen in ?slags=."""
    valgt = request.GET.get("slags", "")
    valgt = valgt if valgt in historieord.SLAGS else ""
    antal_af = _antal(alle)
    if valgt:
        alle = alle.filter(handling__in=historieord.handlinger_af(valgt))
    antal = antal_af[valgt] if valgt else sum(antal_af.values())
    viste = alle if "alle" in request.GET else alle[:LAENGST]
    linjer = [historieord.linje(h, borger, i_kommunen=i_kommunen) for h in viste]
    filtre = [{"tekst": _("Alt"), "url": "?", "antal": sum(antal_af.values()), "aktuel": not valgt}]
    filtre += [
        {"tekst": navn, "url": f"?slags={slags}", "antal": antal_af[slags], "aktuel": slags == valgt}
        for slags, navn in historieord.SLAGS.items()
        if antal_af.get(slags) or slags == valgt
    ]
    return {
        "dage": historieord.efter_dag(linjer),
        "filtre": filtre if len(filtre) > 2 else [],
        "skjulte": antal if antal > len(linjer) else 0,
        "alle_url": f"?slags={valgt}&alle=1" if valgt else "?alle=1",
    }


def _antal(alle: "QuerySet[Haendelse]") -> dict[str, int]:
    """How many acts there are of each kind: one query."""
    fundet = dict.fromkeys(historieord.SLAGS, 0)
    for navn, antal in alle.order_by().values_list("handling").annotate(antal=Count("id")):
        fundet[historieord.UDSAGN.get(navn, historieord.UKENDT).slags] += antal
    return fundet


def _opslag(request: HttpRequest, sag: Sag) -> dict[str, Any]:
    poster = sagsbillede.opslag(request.aktoer, sag)  # type: ignore[attr-defined]
    antal = poster.count()
    viste = list(poster if "alle_opslag" in request.GET else poster[:LAENGST])
    navne = sagsbillede.navne(hvem for p in viste for hvem in (p.medarbejder_id, p.vikar_for))
    dokumenter = sagsbillede.laeste_dokumenter(sag, viste)
    return {
        "viser_opslag": True,
        "antal_opslag": antal if "alle_opslag" not in request.GET else 0,
        "opslag": [
            {
                "tid": p.tid,
                "hvem": navne.get(p.medarbejder_id, "") if p.medarbejder_id else "",
                "vikar_for": navne.get(p.vikar_for, "") if p.vikar_for else "",
                "rolle": _(ord_) if (ord_ := rolleord(p)) else "",
                "hvad": RETTIGHEDER[p.rute].hvad if p.rute in RETTIGHEDER else p.rute,
                "dokument": uden_cpr(dokumenter.get(p.aftryk, "")),
                "samlet": p.rute == "dokumenter.se" and bool(p.aftryk) and p.aftryk not in dokumenter,
                "afvist": p.art == "afvist",
                "skrev": p.art == "skriv",
            }
            for p in viste
        ],
    }
