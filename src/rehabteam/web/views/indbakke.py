"""Klinisk Funktion's inbox: what must leave the desk today, and to whom."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.lov.udgaver import for_proceduren
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek import indbakke as udtraek
from rehabteam.sager.udtraek.synlige import synlige_sager
from rehabteam.web.formular import proev
from rehabteam.web.formularer.region import FordelForm
from rehabteam.web.indbakkeside import belastning, grupper
from rehabteam.web.ret import kraever

LAENGST = 25


@kraever("indbakke.se")
def indbakke(request: HttpRequest) -> HttpResponse:
    return _side(request)


def _side(request: HttpRequest, form: FordelForm | None = None, fejl_paa: UUID | None = None) -> HttpResponse:
    """The inbox; with a form that was refused, the error stands in its row."""
    aktoer, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    sager = list(udtraek.modtagne(aktoer))
    koordinatorer = list(udtraek.koordinatorer(aktoer))
    ventende = [sag for sag in sager if sag.tilstand == Sag.Tilstand.SENDT]
    givne = [sag for sag in sager if sag.tilstand == Sag.Tilstand.HOS_KOORDINATOR]
    vist = givne if "alle" in request.GET else givne[:LAENGST]
    fundne = grupper(ventende, dag)
    request.spor.viser(*(sag.borger_id for sag in (*ventende, *vist)))  # type: ignore[attr-defined]
    kontekst = {
        "grupper": fundne,
        "antal": len(ventende),
        "haster": sum(len(g.raekker) for g in fundne if g.haster),
        "naeste_dag": next((g.senest for g in fundne if not g.haster), None),
        "fordelte": vist,
        "antal_fordelte": len(givne) if len(vist) < len(givne) else 0,
        "koordinatorer": koordinatorer,
        "belastning": belastning(koordinatorer, givne, dag),
        "i_dag": dag,
        "form": form,
        "fejl_paa": fejl_paa,
        "udgaver": [for_proceduren("frist", dag)],
    }
    return render(request, "web/region/indbakke.html", kontekst, status=422 if form else 200)


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
