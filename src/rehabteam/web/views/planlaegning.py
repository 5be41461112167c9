"""Planning: who waits, which days have places, what the planner proposes and why; and the forecast of the half year."""

import hashlib
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.godkend_plan import Valg, godkend_plan
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.sager.aftaler import KATEGORIER
from rehabteam.sager.models import Sag
from rehabteam.sager.planlaegning.opgaven import Placering
from rehabteam.sager.udtraek.planlaegning import Planbillede, Ventesag, planbillede
from rehabteam.sager.udtraek.prognose import prognose
from rehabteam.web.formular import proev
from rehabteam.web.formularer.planlaegning import PlanForm
from rehabteam.web.planforklaring import antal_uden, hvorfor_ikke, tidligst
from rehabteam.web.prognosetegning import BREDDE, BUND, HOEJDE, soejler
from rehabteam.web.ret import kraever

LAENGST = 25


@kraever("planlaegning.se", "GET", "POST")
def planlaegning(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    maa_flytte = "flyt" in (request.POST if request.method == "POST" else request.GET)
    billede = planbillede(hvem, dag, maa_flytte=maa_flytte)
    form = PlanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _godkend(request, form, billede):
        return redirect("web:planlaegning")
    vis_alle = "alle" in request.GET
    viste = billede.venter if vis_alle else billede.venter[:LAENGST]
    request.spor.viser(*(v.sag.borger_id for v in viste))  # type: ignore[attr-defined]
    fremskrevet = prognose(hvem, dag)
    kontekst: dict[str, Any] = {
        "form": form,
        "raekker": [_raekke(billede, v, form) for v in viste],
        "antal": 0 if vis_alle else len(billede.venter),
        "venter": len(billede.venter),
        "uden": antal_uden(billede.forslag.placeringer),
        "nye": len(_nye(billede)),
        "maal": billede.forslag.maal,
        "dage": billede.dage if vis_alle else billede.dage[:LAENGST],
        "antal_dage": 0 if vis_alle else len(billede.dage),
        "uden_tal": any(not d.har_tal for d in billede.dage),
        "kategorier": KATEGORIER,
        "aftryk": _aftryk(billede),
        "flyt": maa_flytte,
        "prognose": fremskrevet,
        "tegning": {"soejler": soejler(fremskrevet), "bredde": BREDDE, "hoejde": HOEJDE, "bund": BUND},
        "i_dag": dag,
        "udgaver": [for_proceduren("frist", dag)],
    }
    return render(request, "web/moede/planlaegning.html", kontekst, status=422 if form.errors else 200)


def _raekke(billede: Planbillede, v: Ventesag, form: PlanForm) -> dict[str, Any]:
    plads = billede.efter_sag[v.sag.id]
    moede = billede.moeder[plads.dag.id] if plads.dag else None
    linje = _linje(v.sag, plads)
    return {
        "v": v,
        "sag": v.sag,
        "plads": plads,
        "moede": moede,
        "kategori": KATEGORIER.get(v.kategori or "", ""),
        "lovgrundlag": KATEGORIER.get(v.lovgrundlag or "", ""),
        "tidligst": tidligst(v),
        "hvorfor": hvorfor_ikke(billede, plads),
        "linje": linje,
        "valgt": linje in form.data.getlist("valg") if form.is_bound else True,
    }


def _linje(sag: Sag, plads: Placering) -> str:
    """What is accepted, as it was shown; "" when the case gets no day, or keeps the one it has."""
    if plads.dag is None or plads.dag.id == plads.sag.nu:
        return ""
    return f"{sag.id}:{plads.dag.id}:{sag.version}"


def _nye(billede: Planbillede) -> list[str]:
    return [linje for v in billede.venter if (linje := _linje(v.sag, billede.efter_sag[v.sag.id]))]


def _aftryk(billede: Planbillede) -> str:
    """Of the whole proposal, so that what is accepted is what was shown."""
    return hashlib.sha256("\n".join(_nye(billede)).encode()).hexdigest()[:16]


def _godkend(request: HttpRequest, form: PlanForm, billede: Planbillede) -> bool:
    felter = form.cleaned_data
    linjer: Iterable[str] = felter["valg"]
    if felter["hele"]:
        if felter["aftryk"] != _aftryk(billede):
            form.add_error(
                None, _("Forslaget er ændret, siden det blev vist. Se det nye forslag, og godkend det.")
            )
            return False
        linjer = _nye(billede)
    try:
        antal = proev(request, form, godkend_plan, valg=[_valg(linje) for linje in linjer])
    except FindesIkke:
        form.add_error(None, _("En sag eller en mødedag findes ikke længere. Se det nye forslag."))
        return False
    if not antal:
        return False
    messages.success(
        request,
        ngettext("%(antal)s sag har fået en dag.", "%(antal)s sager har fået en dag.", antal)
        % {"antal": antal},
    )
    return True


def _valg(linje: str) -> Valg:
    sag, moede, version = linje.split(":")
    return Valg(UUID(sag), UUID(moede), int(version))
