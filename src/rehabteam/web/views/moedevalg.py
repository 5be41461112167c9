"""Choosing the meeting: each day with the last day to create the case. Too late is allowed, and said why."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.aftaler import Aftalebog, aftalebog
from rehabteam.sager.models import Moede, Sag
from rehabteam.sager.sagsfakta.samlet import Vej, frist_kendt, vej
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.byggesten import datoer
from rehabteam.web.formular import proev
from rehabteam.web.formularer.sag import MoedeForm
from rehabteam.web.fristboks import Fristboks, fristboks
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

LAENGST = 25


@dataclass(frozen=True, slots=True)
class Moedevalg:
    moede: Moede
    boks: Fristboks | None
    valgt: bool
    nuvaerende: bool
    aftalt: date | None  # the agreement's last day, where the procedure says none


@kraever("vaelg_moede", "GET", "POST")
def vaelg(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "vaelg_moede", sag)
    form = MoedeForm(request.POST if request.method == "POST" else None)
    if sag.moede_id:
        form.spoerg_om_flytning()
    if vej(sag) != Vej.TEAM:
        messages.info(request, _("Sagen skal ikke for teamet, så der vælges ikke et møde."))
        return redirect("web:sag", sag.id)
    if form.is_valid():
        svar = _vaelg(request, sag, form)
        if not form.errors:
            messages.success(request, _kvittering(sag, svar))
            return redirect("web:sag", sag.id)
    moeder = list(sagsbillede.kommende_moeder(request.aktoer, request.dag))
    vist = moeder if "alle" in request.GET else moeder[:LAENGST]
    valgt = form["moede"].value() if form.is_bound else sag.moede_id
    forberedes = sag.tilstand == Sag.Tilstand.FORBEREDES
    # A case that was sent in time is not late because its meeting is moved.
    pr = request.dag if forberedes else sag.sendt_dag or request.dag
    kendt = frist_kendt(sag)
    aftaler = aftalebog([sag.kommune_id])
    valg = [
        Moedevalg(
            m,
            fristboks(m.dato, pr, sendt=not forberedes) if kendt else None,
            str(m.id) == str(valgt or ""),
            m.id == sag.moede_id,
            None if kendt else _aftalt(aftaler, sag, m),
        )
        for m in vist
    ]
    side = _("Flyt mødet") if sag.moede_id else _("Vælg møde")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "valg": valg,
        "antal": len(moeder) if "alle" not in request.GET else 0,
        "spoerg_hvorfor": bool(sag.moede_id)
        or (forberedes and any(v.boks and v.boks.for_sent for v in valg)),
        "forberedes": forberedes,
        "frist_kendt": kendt,
        "aftalt_kendt": any(v.aftalt for v in valg),
        "maa_oprette": har_ret(request.aktoer, "opret_moede"),
    }
    return render(request, "web/sag/moedevalg.html", kontekst, status=422 if form.errors else 200)


def _aftalt(aftaler: Aftalebog, sag: Sag, moede: Moede) -> date | None:
    """The terms of the meeting's own date; None = not given."""
    terms = aftaler.vilkaar(sag.kommune_id, moede.dato)
    return terms.seneste_dag(terms.kategori(sag), moede.dato)


def _kvittering(sag: Sag, svar: Vurdering | None) -> str:
    if sag.tilstand != Sag.Tilstand.FORBEREDES:
        return _("Mødet er flyttet.")
    if svar is None:
        return _("Mødet er valgt.")
    seneste = {"dag": datoer.saetning(svar.frist) if svar.frist else ""}
    if svar.status == "FOR_SENT":
        return _("Mødet er valgt. Sidste dag at sende sagen var %(dag)s. Din begrundelse er gemt.") % seneste
    return _("Mødet er valgt. Sagen skal sendes senest %(dag)s.") % seneste


def _vaelg(request: HttpRequest, sag: Sag, form: MoedeForm) -> Vurdering | None:
    """The Handling, with a meeting that is not this kommune's answered at the field."""
    felter = form.cleaned_data
    try:
        return proev(request, form, vaelg_moede, sag.id, moede_id=felter["moede"], grund=felter["grund"])
    except FindesIkke:
        form.add_error("moede", _("Mødet findes ikke længere. Vælg et af møderne på listen."))
        return None
