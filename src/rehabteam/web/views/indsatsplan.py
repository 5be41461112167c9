"""The kommune's own last step: its indsatsplan, beginning with what the team recommended."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.laeg_indsatsplan import er_tvaerfaglig, hvad_mangler, laeg_indsatsplan
from rehabteam.handlinger.skriv_indsatsplan import skriv_indsatsplan, udfyldt_fra_indstillingen
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indsatsplan, Sag
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.anledning import anledning
from rehabteam.web.formular import proev
from rehabteam.web.formularer.indsatsplan import IndsatsplanForm
from rehabteam.web.formularer.raekker import antal_raekker, udfyldt
from rehabteam.web.konfliktside import konfliktside
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

TEKSTER = ("maal", "delmaal", "opfoelgning", "mentor")


@kraever("skriv_indsatsplan", "GET", "POST")
def indsatsplan(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_indsatsplan", sag)  # type: ignore[attr-defined]
    plan = udfyldt_fra_indstillingen(sag)
    side = _("Indsatsplan")
    kontekst = ramme(request, sag, side=side) | {"side": side}
    if request.method == "POST":
        form = IndsatsplanForm(request.POST, antal=antal_raekker(request.POST))
        svar = _gem(request, sag, form, kontekst)
        if svar:
            return svar
    else:
        form = _form(plan, int(request.GET.get("flere") == "1"))
    kontekst |= _stand(sag, plan) | {"form": form, "vis_mangler": request.GET.get("mangler") == "1"}
    return render(request, "web/plan/indsatsplan.html", kontekst, status=422 if form.errors else 200)


def _gem(
    request: HttpRequest, sag: Sag, form: IndsatsplanForm, kontekst: dict[str, Any]
) -> HttpResponse | None:
    if not form.is_valid():
        return None
    felter = {navn: form.cleaned_data[navn] for navn in (*TEKSTER, "version")}
    try:
        gemt = proev(request, form, skriv_indsatsplan, sag.id, indsatser=form.indsatser(), **felter)
    except AendretAfAnden as fejl:
        tilbage = reverse("web:indsatsplan", args=[sag.id])
        return konfliktside(request, form, fejl, TEKSTER, **kontekst, tilbage_url=tilbage)
    if not gemt:
        return None
    gem = request.POST.get("gem")
    if gem == "faerdig":
        return redirect("web:indsatsplan_faerdig", sag.id)
    if gem == "raekke":
        return redirect(reverse("web:indsatsplan", args=[sag.id]) + "?flere=1#indsatser")
    messages.success(request, _("Planen er gemt. Du kan fortsætte senere."))
    return redirect("web:indsatsplan", sag.id)


def _form(plan: Indsatsplan, flere: int) -> IndsatsplanForm:
    start = {navn: getattr(plan, navn) for navn in TEKSTER} | {"version": plan.version}
    antal = max(2, len(plan.indsatser) + flere)
    return IndsatsplanForm(initial=start | udfyldt(plan.indsatser), antal=antal)


def _stand(sag: Sag, plan: Indsatsplan) -> dict[str, Any]:
    return {
        "plan": plan,
        "ny": plan.version == 0,
        "indstilling": sagsbillede.afgivet_indstilling(sag),
        "mangler": hvad_mangler(plan),
        "tvaerfaglig": er_tvaerfaglig(plan),
        "hjemmel": bek(5, 1),
    }


@kraever("laeg_indsatsplan", "GET", "POST")
def faerdig(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Asks once, then locks the plan. With a part missing it goes back and says which."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "laeg_indsatsplan", sag)  # type: ignore[attr-defined]
    plan = udfyldt_fra_indstillingen(sag)
    if plan.version == 0 or hvad_mangler(plan):
        return redirect(reverse("web:indsatsplan", args=[sag.id]) + "?mangler=1")
    fejl: list[str] = []
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            laeg_indsatsplan(anledning(request), sag.id, version=int(version) if version.isdecimal() else -1)
        except KanIkke as afvist:
            fejl = list(afvist.felter.values())
        else:
            messages.success(
                request,
                _(
                    "Indsatsplanen er færdig og ligger på sagen. Indsatserne står nu på forløbet og venter på at begynde."
                ),
            )
            return redirect("web:sag_team", sag.id)
    side = _("Gør planen færdig")
    kontekst = ramme(request, sag, side=side) | _stand(sag, plan) | {"side": side, "fejl": fejl}
    return render(request, "web/plan/faerdig.html", kontekst, status=422 if fejl else 200)
