"""The kommune's indsatsplan, with the four parts of § 5: it begins with what the team recommended."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.laeg_indsatsplan import er_tvaerfaglig, hvad_mangler, laeg_indsatsplan
from rehabteam.handlinger.skriv_indsatsplan import Planindhold, skriv_indsatsplan, udfyldt_fra_indstillingen
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Indsatsplan, Sag
from rehabteam.sager.sagsfakta.afgoerelse import afgjort, indsatsdel_kraeves
from rehabteam.sager.sagsfakta.indsatsdel import svar
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web import hjemler
from rehabteam.web.anledning import anledning
from rehabteam.web.byggesten import datoer
from rehabteam.web.formular import proev
from rehabteam.web.formularer import indsatsplan as formular
from rehabteam.web.formularer.indsatsplan import IndsatsplanForm
from rehabteam.web.formularer.raekker import HOEJST, antal_raekker, heltal, med_datoer, udfyldt
from rehabteam.web.opfoelgningsside import panel
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

TEKSTER = ("maal", "maal_hvorfor", "opfoelgning", "mentor")
MINDST = 3  # rows for efforts on a new plan
PAR5 = {
    "par_nr1": bek(5, 1, 1),
    "par_nr2": bek(5, 1, 2),
    "par_nr3": bek(5, 1, 3),
    "par_nr4": bek(5, 1, 4),
    "par_stk2": bek(5, 2),
    "par_stk3": bek(5, 3),
    "par_stk4": bek(5, 4),
}


@kraever("skriv_indsatsplan", "GET", "POST")
def indsatsplan(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Write the plan; once finished it is there to be read."""
    sag = hent_sag(request, sag_id)
    plan = udfyldt_fra_indstillingen(sag)
    if plan.faerdig_tid:
        return _laes(request, sag, plan, _skrevet(request) if request.method == "POST" else [])
    kraev_ret(request.aktoer, "skriv_indsatsplan", sag)  # type: ignore[attr-defined]
    if not indsatsdel_kraeves(sag, afgjort(sag)):
        return _ikke_kraevet(request, sag)
    if request.method == "POST":
        form = IndsatsplanForm(request.POST, antal=antal_raekker(request.POST))
        return _gem(request, sag, plan, form)
    antal = max(MINDST, len(plan.indsatser), heltal(request.GET.get("raekker", "")))
    start = formular.udfyldt(plan) | udfyldt(plan.indsatser)
    return _side(request, sag, plan, IndsatsplanForm(initial=start, antal=antal))


def _gem(request: HttpRequest, sag: Sag, plan: Indsatsplan, form: IndsatsplanForm) -> HttpResponse:
    if not form.is_valid():
        return _side(request, sag, plan, form, 422)
    indhold = form.indhold()
    try:
        gemt = proev(
            request,
            form,
            skriv_indsatsplan,
            sag.id,
            version=form.cleaned_data["version"],
            indhold=indhold,
        )
    except AendretAfAnden as fejl:
        form.data = form.data.copy()
        form.data["version"] = str(fejl.version)
        return _side(request, sag, plan, form, 409, konflikt=fejl, deres=_deres(fejl.deres, indhold))
    if not gemt:
        return _side(request, sag, plan, form, 422)
    gem = request.POST.get("gem")
    if gem == "faerdig":
        if mangler := hvad_mangler(gemt):
            form.mangler(mangler)
            return _side(request, sag, plan, form, 422)
        if har_ret(request.aktoer, "laeg_indsatsplan", sag):  # type: ignore[attr-defined]
            return redirect("web:indsatsplan_faerdig", sag.id)
        messages.info(request, _("Planen er gemt. Den kan gøres færdig, når kommunen har afgjort sagen."))
        return redirect("web:afgoerelse", sag.id)
    adresse = reverse("web:indsatsplan", args=[sag.id])
    if gem == "raekke":
        nr = min(form.antal + 1, HOEJST)
        return redirect(f"{adresse}?raekker={nr}#raekke-{nr}")
    messages.success(request, _("Planen er gemt. Du kan fortsætte nu eller senere."))
    return redirect(adresse)


def _deres(deres: Mapping[str, object], mine: Planindhold) -> list[tuple[str, str]]:
    """What another saved that is not what was typed here: (what it is called, their words)."""
    her = mine.felter()
    navne = IndsatsplanForm(antal=0).fields
    andre = {"delmaalene": _("Delmål"), "indsatser": _("Indsatser"), "jobformidler": _("Jobformidler")}
    return [
        (andre.get(felt) or str(navne[felt].label), _i_ord(vaerdi) or _("Intet skrevet"))
        for felt, vaerdi in deres.items()
        if vaerdi != her[felt]
    ]


def _i_ord(vaerdi: object) -> str:
    match vaerdi:
        case None | "":
            return ""
        case bool():
            return _("Ja") if vaerdi else _("Nej")
        case date():
            return datoer.tabel(vaerdi)
        case dict():
            return ", ".join(str(x) for x in vaerdi.values() if x)
        case list():
            return "\n".join(_i_ord(x) for x in vaerdi)
    return str(vaerdi)


def _side(
    request: HttpRequest, sag: Sag, plan: Indsatsplan, form: IndsatsplanForm, status: int = 200, **ekstra: Any
) -> HttpResponse:
    side = _("Indsatsplan")
    kontekst = ramme(request, sag, side=side) | _stand(sag, plan) | {"side": side, "form": form} | ekstra
    kontekst["kan_faerdig"] = har_ret(request.aktoer, "laeg_indsatsplan", sag)  # type: ignore[attr-defined]
    return render(request, "web/plan/indsatsplan.html", kontekst, status=status)


def _stand(sag: Sag, plan: Indsatsplan) -> dict[str, Any]:
    vurdering = svar(plan)
    return PAR5 | {
        "plan": plan,
        "indsatser": [
            i | {"hjemmel": hjemler.indsats(i["hjemmel"]) if i.get("hjemmel") else ""}
            for i in med_datoer(plan.indsatser)
        ],
        "ny": plan.version == 0,
        "indstilling": sagsbillede.afgivet_indstilling(sag),
        "ensidig": bool(plan.indsatser) and not er_tvaerfaglig(plan),
        "hjemmel": bek(5, 1),
        "skoen": vurdering.skal_vurderes,
        "udgaver": [vurdering.udgave],
    }


def _ikke_kraevet(request: HttpRequest, sag: Sag) -> HttpResponse:
    """The rules want no indsatsdel after this decision: say so, and show the way on."""
    side = _("Indsatsplan")
    kontekst = ramme(request, sag, side=side) | {"side": side, "hjemmel": bek(2, 1, pkt=3)}
    return render(request, "web/plan/ikke_kraevet.html", kontekst)


def _laes(request: HttpRequest, sag: Sag, plan: Indsatsplan, tabt: list[str]) -> HttpResponse:
    """The finished plan. `tabt`: what was typed while a colleague finished it, so that it can be copied."""
    side = _("Indsatsplan")
    kontekst = ramme(request, sag, side=side) | _stand(sag, plan) | {"side": side, "tabt": tabt}
    kontekst["opfoelgning"] = panel(request.aktoer, sag, request.dag)  # type: ignore[attr-defined]
    return render(request, "web/plan/laes.html", kontekst, status=409 if tabt else 200)


def _skrevet(request: HttpRequest) -> list[str]:
    navne = [*TEKSTER, *formular.DELMAAL, *formular.FORMIDLER, *(f"i{nr}_navn" for nr in range(HOEJST))]
    return [tekst for navn in navne if (tekst := request.POST.get(navn, "").strip())]


@kraever("laeg_indsatsplan", "GET", "POST")
def faerdig(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Asks once, then locks the plan. With a part missing it goes back and says which."""
    sag = hent_sag(request, sag_id)
    plan = udfyldt_fra_indstillingen(sag)
    if plan.faerdig_tid:
        messages.info(request, _("Planen er allerede gjort færdig. Der er ikke sket noget igen."))
        return redirect("web:indsatsplan", sag.id)
    kraev_ret(request.aktoer, "laeg_indsatsplan", sag)  # type: ignore[attr-defined]
    if mangler := hvad_mangler(plan):
        messages.warning(request, " ".join(mangler.values()))
        return redirect("web:indsatsplan", sag.id)
    fejl: list[str] = []
    if request.method == "POST":
        try:
            lagt = laeg_indsatsplan(
                anledning(request), sag.id, version=heltal(request.POST.get("version", ""), -1)
            )
        except KanIkke as afvist:
            fejl = list(afvist.felter.values())
        else:
            messages.success(request, _kvittering(request, lagt))
            return redirect("web:indsatsplan", sag.id)
    side = _("Gør planen færdig")
    kontekst = ramme(request, sag, side=side) | _stand(sag, plan) | {"side": side, "fejl": fejl}
    return render(request, "web/plan/faerdig.html", kontekst, status=422 if fejl else 200)


def _kvittering(request: HttpRequest, plan: Indsatsplan) -> str:
    antal = len(plan.indsatser)
    tekst = ngettext(
        "Indsatsplanen er færdig og ligger på sagen som PDF. Indsatsen står nu på forløbet og venter på sin start.",
        "Indsatsplanen er færdig og ligger på sagen som PDF. De %(antal)s indsatser står nu på forløbet og venter "
        "på deres start.",
        antal,
    ) % {"antal": antal}
    if har_ret(request.aktoer, "registrer_indsatsens_gang"):  # type: ignore[attr-defined]
        tekst += " " + _("Registrér hver start, når den er sket.")
    return tekst
