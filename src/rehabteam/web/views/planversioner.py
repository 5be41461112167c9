"""The versions of one part: who wrote when, two of them compared, an older one taken back; and the plan as paper."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.gendan_plandel import gendan_plandel
from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.planpapir import plan_som_pdf
from rehabteam.handlinger.skriv_plandel import indhold_af
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.web import planside
from rehabteam.web.anledning import anledning
from rehabteam.web.filsvar import filsvar, kan_ikke_hentes
from rehabteam.web.formularer.raekker import heltal
from rehabteam.web.planversioner import sammenlign
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

from .forberedende import sagens_del

VISES = 25


@kraever("plan.se")
def versioner(request: HttpRequest, sag_id: UUID, noegle: str) -> HttpResponse:
    """The list, and below it one version beside the one before, or beside the one that is asked for."""
    sag = hent_sag(request, sag_id)
    del_ = sagens_del(sag, noegle)
    alle = list(sag.plandel_raekker.filter(noegle=noegle).order_by("-version"))
    if not alle:
        raise Http404
    efter_nr = {v.version: v for v in alle}
    vist = efter_nr.get(heltal(request.GET.get("version", "")), alle[0])
    mod = efter_nr.get(heltal(request.GET.get("mod", ""))) or efter_nr.get(vist.version - 1)
    titel = _(del_.titel)
    side = _("Versioner af »%(titel)s«") % {"titel": titel}
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "del_": del_,
        "titel": titel,
        "versioner": alle if "alle" in request.GET else alle[:VISES],
        "antal": 0 if "alle" in request.GET else len(alle),
        "nyeste": alle[0],
        "vist": vist,
        "mod": mod,
        "felter": sammenlign(del_, indhold_af(mod), indhold_af(vist)) if mod else [],
        "hele": sammenlign(del_, indhold_af(vist), indhold_af(vist)),
        "maa_gendanne": har_ret(request.aktoer, "gendan_plandel", sag),
    }
    return render(request, "web/forberedende/versioner.html", kontekst)


@kraever("gendan_plandel", "POST")
def gendan(request: HttpRequest, sag_id: UUID, noegle: str) -> HttpResponse:
    """Take an older version back as a new one; what stands there now is kept as a version."""
    sag = hent_sag(request, sag_id)
    del_ = sagens_del(sag, noegle)
    gammel, version = (heltal(request.POST.get(felt, "")) for felt in ("gammel", "version"))
    try:
        ny = gendan_plandel(anledning(request), sag.id, noegle=noegle, gammel=gammel, version=version)
    except KanIkke as fejl:
        messages.info(request, str(fejl))
    except AendretAfAnden as fejl:
        messages.warning(
            request,
            _(
                "%(hvem)s har gemt en nyere version i mellemtiden. Se den først, og hent så den gamle frem igen."
            )
            % {"hvem": fejl.hvem},
        )
    else:
        messages.success(
            request,
            _("Version %(gammel)d af »%(titel)s« gælder igen. Den er nu version %(ny)d.")
            % {"gammel": gammel, "titel": _(del_.titel), "ny": ny.version},
        )
    return redirect("web:sag_planversioner", sag.id, noegle)


@kraever("plan.se")
def som_pdf(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The plan as it stands now, on paper."""
    sag = hent_sag(request, sag_id)
    if not planside.skrives_her(request.aktoer, sag, mangler(sag)):
        raise Http404
    try:
        pdf = plan_som_pdf(anledning(request), sag, kladde=True)
    except KanIkke as fejl:
        return kan_ikke_hentes(request, 422, _("Planen kan ikke laves som PDF"), str(fejl))
    navn = _("Forberedende del %(nummer)s.pdf") % {"nummer": sag.nummer}
    return filsvar(pdf, "application/pdf", navn, hent="hent" in request.GET)
