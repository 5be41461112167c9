"""Each one's own meetings: the days, the cases, what is read and not, and notes that nobody else sees (BEK § 6)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.skriv_laesenote import skriv_laesenote
from rehabteam.handlinger.slet_laesenote import slet_laesenote
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Laesenote
from rehabteam.sager.udtraek.indkaldelser import min_indkaldelser
from rehabteam.sager.udtraek.mine_moeder import Minmoededag, Minsag, mine_dage, mine_laesenoter

from ..bilagsliste import bilagsliste, grupperet
from ..formular import Formular, proev
from ..formularer.indkaldelse import LaesenoteForm
from ..laest import laeste
from ..ret import kraever
from ..sagsramme import hent_sag, ramme

LAENGST = 25
PAR6 = bek(6)


@kraever("mine_moeder.se")
def mine_moeder(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    vis_alle = "alle" in request.GET
    dage = mine_dage(hvem, dag, None if vis_alle else LAENGST + 1)
    flere, dage = len(dage) > LAENGST and not vis_alle, dage if vis_alle else dage[:LAENGST]
    sager = [s for d in dage for s in d.sager]
    request.spor.viser(*(s.sag.borger_id for s in sager))  # type: ignore[attr-defined]
    laest = laeste(hvem, (d.sha256 for s in sager for d in s.dokumenter))
    i_kommunen = hvem.vaeg == Vaeg.KOMMUNE
    noter = mine_laesenoter(hvem, (s.sag.id for s in sager)) if i_kommunen else {}
    indkaldt = min_indkaldelser(hvem, (d.moede.id for d in dage)) if i_kommunen else {}
    viste = [_dag(d, laest, noter, indkaldt) for d in dage]
    raekker = [r for d in viste for r in d["sager"]]
    kontekst = {
        "dage": viste,
        "flere": flere,
        "i_dag": dag,
        "i_kommunen": i_kommunen,
        "ulaeste": sum(r["ulaeste"] for r in raekker),
        "naeste": next((r for r in raekker if r["naeste"]), None),
        "par6": PAR6,
        # Of the order itself: what governs each case stands on its own page.
        "udgaver": [udateret("indstilling")],
    }
    return render(request, "web/mine_moeder/mine_moeder.html", kontekst)


def _dag(
    d: Minmoededag, laest: set[str], noter: dict[UUID, Laesenote], indkaldt: dict[UUID, Any]
) -> dict[str, Any]:
    return {
        "moede": d.moede,
        "i_teamet": d.i_teamet,
        "sager": [_sag(s, laest, noter) for s in d.sager],
        "indkaldelse": indkaldt.get(d.moede.id),
    }


def _sag(s: Minsag, laest: set[str], noter: dict[UUID, Laesenote]) -> dict[str, Any]:
    ulaeste = [d for d in s.dokumenter if d.sha256 not in laest]
    return {
        "sag": s.sag,
        "dokumenter": len(s.dokumenter),
        "ulaeste": len(ulaeste),
        "naeste": ulaeste[0].id if ulaeste else None,
        "note": s.sag.id in noter,
    }


@kraever("mine_moeder.se", "GET", "POST")
def forbered(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """One case before the meeting: what she has read and not, the next unread, and her own notes."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    sag = hent_sag(request, sag_id)
    kraev_ret(hvem, "mine_moeder.se", sag)
    note = mine_laesenoter(hvem, [sag.id]).get(sag.id) if hvem.vaeg == Vaeg.KOMMUNE else None
    form = _noteform(request, note)
    if form.is_bound:
        kraev_ret(hvem, "skriv_laesenote", sag)
    if form.is_valid() and proev(request, form, skriv_laesenote, sag.id, **form.cleaned_data):
        messages.success(request, _("Noten er gemt. Kun du kan se den."))
        return redirect("web:mine_moeder_laes", sag.id)
    linjer = bilagsliste(sag, laeste(hvem, (d.sha256 for d in sag.dokument_raekker.all())))
    side = _("Læs til mødet")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "form": form,
        "note": note,
        "nuvaerende": note.version if note else 0,
        "grupper": grupperet(linjer),
        "antal": len(linjer),
        "ulaeste": sum(not x.laest for x in linjer),
        "naeste": next((x for x in linjer if not x.laest), None),
        "maa_skrive": har_ret(hvem, "skriv_laesenote", sag),
        "maa_notat": har_ret(hvem, "skriv_notat", sag),
        "par6": PAR6,
    }
    return render(request, "web/mine_moeder/forbered.html", kontekst, status=422 if form.errors else 200)


def _noteform(request: HttpRequest, note: Laesenote | None) -> Formular:
    if request.method == "POST":
        return LaesenoteForm(request.POST)
    return LaesenoteForm(
        initial={"tekst": note.tekst if note else "", "version": note.version if note else 0}
    )


@kraever("slet_laesenote", "POST")
def slet(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    sag = hent_sag(request, sag_id)
    if not mine_laesenoter(hvem, [sag.id]):
        raise Http404
    form = Formular(request.POST)
    form.is_valid()
    proev(request, form, slet_laesenote, sag.id)
    messages.success(request, _("Noten er slettet."))
    return redirect("web:mine_moeder_laes", sag.id)
