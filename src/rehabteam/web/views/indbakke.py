"""Klinisk Funktion's inbox: what must leave the desk today, and to whom."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.sager.aftaler import aftalebog
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek import indbakke as udtraek
from rehabteam.sager.udtraek.flytninger import saet_flyttet_fra
from rehabteam.sager.udtraek.fravaer import kommende
from rehabteam.sager.udtraek.synlige import synlige_sager
from rehabteam.web.belastning import aftaler, belastning, fri
from rehabteam.web.formular import proev
from rehabteam.web.formularer.region import FordelForm
from rehabteam.web.indbakkeside import efter_kommune, grupper
from rehabteam.web.ret import kraever
from rehabteam.web.visning import husk, husket

LAENGST = 25
VALGT = "indbakke"  # where the chosen kommune and order are kept
EFTER_DAG, EFTER_KOMMUNE = "dag", "kommune"


@kraever("indbakke.se", "GET", "POST")
def indbakke(request: HttpRequest) -> HttpResponse:
    """A POST chooses which kommune is shown, or in which order; the choices are kept until others are made."""
    if request.method == "POST":
        aktoer = request.aktoer  # type: ignore[attr-defined]
        valg = husket(aktoer, VALGT)
        if "efter" in request.POST:
            valg["efter"] = EFTER_KOMMUNE if request.POST["efter"] == EFTER_KOMMUNE else EFTER_DAG
        if "kommune" in request.POST:
            kendte = {str(k.id) for k in udtraek.kommuner(aktoer)}
            valg["kommune"] = request.POST["kommune"] if request.POST["kommune"] in kendte else ""
        husk(aktoer, VALGT, valg)
        return redirect("web:indbakke")
    return _side(request)


def _side(request: HttpRequest, form: FordelForm | None = None, fejl_paa: UUID | None = None) -> HttpResponse:
    """The inbox; a case whose dispatch was refused stands first, with the error and "Send igen"."""
    aktoer, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    alle = list(udtraek.modtagne(aktoer))
    kommuner = list(udtraek.kommuner(aktoer))
    valg = husket(aktoer, VALGT)
    valgt, pr_kommune = valg.get("kommune", ""), valg.get("efter") == EFTER_KOMMUNE
    sager = [s for s in alle if str(s.kommune_id) == valgt] if valgt else alle
    fravaer = list(kommende(aktoer, dag))
    vaek = {f.medarbejder_id: fri(f) for f in fravaer if f.fra <= dag}
    koordinatorer = list(udtraek.koordinatorer(aktoer))
    for k in koordinatorer:
        k.fri = vaek.get(k.id, "")  # type: ignore[attr-defined]
    spurgte = list(udtraek.ubesvarede(aktoer))
    ventende = [sag for sag in sager if sag.tilstand == Sag.Tilstand.SENDT]
    givne = [sag for sag in sager if sag.tilstand == Sag.Tilstand.HOS_KOORDINATOR]
    vist = givne if "alle" in request.GET else givne[:LAENGST]
    saet_flyttet_fra([*ventende, *vist])
    bog = aftalebog({k.id for k in kommuner})
    fundne = (efter_kommune if pr_kommune else grupper)(
        ventende, dag, bog, {s.sag_id for s in spurgte}, _sider(request)
    )
    fejlet = next((s for s in alle if s.id == fejl_paa), None)
    venter = [s for s in spurgte if not valgt or str(s.kommune_id) == valgt]
    sete = [r.sag for g in fundne for r in g.raekker] + vist + [s.sag for s in venter]
    request.spor.viser(*{s.borger_id for s in sete + ([fejlet] if fejlet else [])})  # type: ignore[attr-defined]
    med_sager = {s.kommune_id for s in sager}
    kontekst: dict[str, Any] = {
        "grupper": fundne,
        "antal": len(ventende),
        "haster": sum(g.hastende for g in fundne),
        "naeste_dag": next((g.senest for g in fundne if not g.hastende and g.senest), None),
        "pr_kommune": pr_kommune,
        "fordelte": vist,
        "antal_fordelte": len(givne) if len(vist) < len(givne) else 0,
        "koordinatorer": koordinatorer,
        "fri_nu": set(vaek),
        "belastning": belastning(
            koordinatorer, (s for s in alle if s.tilstand == Sag.Tilstand.HOS_KOORDINATOR), dag, fravaer
        ),
        "venter": venter,
        "aftaler": aftaler((k for k in kommuner if k.id in med_sager or not med_sager), bog, dag),
        "kommuner": kommuner,
        "valgt": valgt,
        "valgt_navn": next((k.navn for k in kommuner if str(k.id) == valgt), ""),
        "i_dag": dag,
        "form": form,
        "fejl_paa": fejl_paa,
        "fejlet": fejlet,
        "udgaver": [for_proceduren("frist", dag)],
    }
    return render(request, "web/region/indbakke.html", kontekst, status=422 if form else 200)


def _sider(request: HttpRequest) -> dict[str, int]:
    """Which page of which group is asked for."""
    side = request.GET.get("side", "")
    return {request.GET.get("gruppe", ""): int(side)} if side.isdecimal() and len(side) < 5 else {}


@kraever("fordel_til_koordinator", "GET", "POST")
def fordel(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Give the case to the chosen sundhedskoordinator; back to the inbox, at the next row."""
    sag = get_object_or_404(synlige_sager(request.aktoer), id=sag_id)  # type: ignore[attr-defined]
    request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
    if request.method == "GET":  # the address of a form that was refused, opened again
        return redirect("web:indbakke")
    koordinatorer = {str(k.id): k.navn for k in udtraek.koordinatorer(request.aktoer)}  # type: ignore[attr-defined]
    form = FordelForm(request.POST, valg=list(koordinatorer.items()))
    if form.is_valid():
        valgt = form.cleaned_data["koordinator"]
        if sag.koordinator_id == UUID(valgt) and sag.tilstand == Sag.Tilstand.HOS_KOORDINATOR:
            messages.info(request, _("%(navn)s har allerede sagen.") % {"navn": koordinatorer[valgt]})
            return redirect("web:indbakke")
        if proev(request, form, fordel_til_koordinator, sag.id, koordinator_id=UUID(valgt)):
            messages.success(
                request,
                _("Sag %(nummer)s er givet til %(navn)s, som nu kan læse den.")
                % {"nummer": sag.nummer, "navn": koordinatorer[valgt]},
            )
            naeste = form.cleaned_data["naeste"]
            return redirect(reverse("web:indbakke") + (f"#k-{naeste}" if naeste else ""))
    return _side(request, form, sag.id)
