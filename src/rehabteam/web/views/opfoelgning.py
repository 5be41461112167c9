"""After the plan: the plan for Min Plan, and each effort until it has begun."""

import json
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.registrer_start import registrer_start
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indsatsplan
from rehabteam.sager.udtraek import min_plan as udtraek
from rehabteam.sager.udtraek.opfoelgning import planlagte

from ..filsvar import filsvar
from ..formular import proev
from ..formularer.afgoerelse import Start
from ..ret import kraever
from ..sagsramme import hent_sag, ramme


@kraever("min_plan.se")
def min_plan(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The plan as a page to read, print and copy from; with ?json the same as data."""
    sag = hent_sag(request, sag_id)
    plan = Indsatsplan.objects.filter(sag=sag).exclude(faerdig_tid=None).select_related("dokument").first()
    if plan is None:
        raise Http404
    if "json" in request.GET:
        data = json.dumps(udtraek.som_data(sag, plan), ensure_ascii=False, indent=2).encode()
        return filsvar(data, "application/json", f"min-plan-{sag.nummer}.json", hent=True)
    side = _("Til Min Plan")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "plan": plan,
        "indsatser": udtraek.indsatser(sag),
        "hjemmel": bek(5, 3),
        "par_stk4": bek(5, 4),
    }
    return render(request, "web/plan/min_plan.html", kontekst)


@kraever("registrer_start", "GET", "POST")
def start(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Each effort of the plan in a case without a ressourceforløb: has it begun, and when?"""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "registrer_start", sag)  # type: ignore[attr-defined]
    if sag.forloeb_id:
        return redirect("web:forloeb", sag.forloeb_id)
    alle = planlagte(sag)
    form = Start(request.POST or None, indsatser=alle)
    if form.is_valid() and proev(request, form, registrer_start, sag.id, **form.cleaned_data):
        messages.success(request, _("Det er registreret."))
        return redirect("web:indsats_start", sag.id)
    side = _("Registrér start")
    kontekst = ramme(request, sag, side=side) | {"side": side, "form": form, "indsatser": alle}
    return render(request, "web/plan/start.html", kontekst, status=422 if form.errors else 200)
