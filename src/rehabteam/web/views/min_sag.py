"""The citizen's own side: where her case is, what happens next, and who has used what is known about her."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.frist import vurder
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.skriv_egne_ord import skriv_egne_ord
from rehabteam.handlinger.svar_paa_moede import svar_paa_moede
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import GENFORELAEGGELSE, Borger, Forloeb, Sag
from rehabteam.sager.sagsfakta.afgoerelse import NAVNE
from rehabteam.sager.sagsfakta.indstilling import udfaldets_navn
from rehabteam.sager.udtraek import attester, borgerlog, forsendelser, fuldmagter, samtykker
from rehabteam.sager.udtraek import min_sag as udtraek

from .. import borgerord
from .. import svar as lovens
from ..anledning import anledning
from ..borgertrin import trin
from ..filsvar import filsvar, kan_ikke_hentes
from ..formular import proev
from ..formularer.borgersiden import EgneOrd
from ..indgang.borgere import VALGT
from ..ret import kraever
from .dokumenter import ENDELSER

VIST = 25
SENESTE = 3
LAESES = 250  # lines of the log that are put together to the few that are shown


def hun(request: HttpRequest) -> Aktoer:
    """The citizen, or the one beside her; the log is told whose pages these are."""
    aktoer: Aktoer = request.aktoer  # type: ignore[attr-defined]
    assert aktoer.borger_id is not None
    request.spor.viser(aktoer.borger_id, objekt=aktoer.borger_id)  # type: ignore[attr-defined]
    return aktoer


def er_borgeren(aktoer: Aktoer) -> bool:
    return aktoer.vaeg == Vaeg.BORGER


@kraever("min_sag.se")
def min_sag(request: HttpRequest) -> HttpResponse:
    return _side(request)


def _side(request: HttpRequest, fejl: str = "") -> HttpResponse:
    aktoer, dag = hun(request), request.dag  # type: ignore[attr-defined]
    forloeb = udtraek.forloeb(aktoer)
    v = vurder(forloeb, dag) if forloeb else None
    alle = udtraek.sager(aktoer)
    min_ = next((m for m in alle if m.sag.tilstand != Sag.Tilstand.AFSLUTTET), None)
    kan_svare = bool(
        min_ and min_.moede and min_.moede.dato >= dag and har_ret(aktoer, "svar_paa_moede", min_.sag)
    )
    indhold: dict[str, Any] = {
        "fornavn": (aktoer.navn.split() or [""])[0],
        "situation": borgerord.situationen(min_, v, dag),
        "min": min_,
        "forslag": udfaldets_navn(min_.indstilling.udfald) if min_ and min_.indstilling else "",
        "afgjort": NAVNE[min_.afgoerelse.udfald] if min_ and min_.afgoerelse else "",
        "sagsbehandler": udtraek.sagsbehandler(min_.sag if min_ else alle[0].sag) if alle else "",
        "kommende": bool(
            min_ and min_.moede and min_.moede.dato >= dag and min_.sag.tilstand in borgerord.FOER_MOEDET
        ),
        "kan_svare": kan_svare,
        "kan_skrive": min_ is None or min_.sag.tilstand in borgerord.FOER_MOEDET,
        "trin": trin(forloeb, min_, dag, igen=bool(v and v.status == "SKAL_GENBEHANDLES")),
        "genforelaeggelse": bool(
            min_ and min_.sag.undertype == GENFORELAEGGELSE and min_.sag.tilstand in borgerord.FOER_MOEDET
        ),
        "papirer": [p for m in alle for p in m.papirer],
        "mine_sager": _mine_sager(request),
        "fejl": fejl,
        "udgaver": [],
    } | _fristen(forloeb, v, dag)
    if er_borgeren(aktoer):
        indhold |= _kun_hendes(aktoer, dag)
    else:
        indhold["bisidder_for"] = Borger.objects.only(
            "id", "kommune", "fuldt_navn", "beskyttet_adresse", "beskyttet_til"
        ).get(id=aktoer.borger_id)
    return render(request, "web/min_sag/min_sag.html", indhold, status=422 if fejl else 200)


def _mine_sager(request: HttpRequest) -> list[Any]:
    """The other cases her account opens: another kommune's, or a fuldmagt."""
    alle = getattr(request, "mine_sager", [])
    return alle if len(alle) > 1 else []


def _fristen(forloeb: Forloeb | None, v: Vurdering | None, dag: Any) -> dict[str, Any]:
    if forloeb is None or v is None:
        return {}
    dom = lovens.dom(forloeb, v, dag)
    return {"seks": borgerord.seks_maaneder(forloeb, v, dag), "dom": dom, "lov_udgaver": [v.udgave]}


def _kun_hendes(aktoer: Aktoer, dag: Any) -> dict[str, Any]:
    assert aktoer.borger_id is not None
    hende = Borger.objects.only("id", "kommune", "egne_ord", "bisidder", "tolk").get(id=aktoer.borger_id)
    poster = borgerlog.mine_poster(aktoer).exclude(rolle="borger")
    return {
        "hende": hende,
        "egen": True,
        "fuldmagter": list(fuldmagter.gaeldende(aktoer.borger_id, dag)),
        "opslag": borgerlog.samlet(borgerlog.mine_opslag(poster[:LAESES]))[:SENESTE],
        "samtykker": list(samtykker.mine(aktoer)),
        "attester": [borgerord.attest(r, dag) for r in attester.mine(aktoer, dag)],
        "skete": borgerord.skete(udtraek.skete(aktoer)),
    }


@kraever("min_sag.se", "POST", engang=False)
def skift(request: HttpRequest) -> HttpResponse:
    """Another of the cases her account opens. What she sends that is not one of them is asked about at the next page."""
    hun(request)
    request.session[VALGT] = request.POST.get("sag", "")[:40]
    return redirect("web:min_sag")


@kraever("mine_papirer.se")
def papir(request: HttpRequest, dokument_id: UUID) -> HttpResponse:
    """One of the papers she has been given; shown, or fetched with ?hent."""
    aktoer = hun(request)
    dokument = get_object_or_404(udtraek.papirer(aktoer), id=dokument_id)
    request.spor.objekt = dokument.id  # type: ignore[attr-defined]
    try:
        data = lager().laes(dokument.sha256)
    except LagerFejl as fejl:
        return kan_ikke_hentes(request, 503, _("Dokumentet kan ikke vises lige nu"), str(fejl))
    endelse = ENDELSER.get(dokument.mime)
    if endelse is None:
        return filsvar(data, "application/octet-stream", dokument.filnavn, hent=True)
    return filsvar(data, dokument.mime, f"{dokument.titel}.{endelse}", hent="hent" in request.GET)


@kraever("svar_paa_moede", "POST")
def svar(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    hun(request)
    try:
        moede_id = UUID(request.POST.get("moede", ""))
    except ValueError:
        raise FindesIkke from None
    try:
        nyt = svar_paa_moede(anledning(request), sag_id, moede_id=moede_id, svar=request.POST.get("svar", ""))
    except KanIkke as fejl:
        return _side(request, " ".join(fejl.felter.values()))
    if nyt.svar == nyt.Svar.KOMMER:
        messages.success(request, _("Tak. Vi har skrevet, at du kommer."))
    else:
        messages.success(
            request,
            _(
                "Vi har skrevet, at du ikke kan den dag. Mødet er ikke flyttet endnu: tal med din sagsbehandler."
            ),
        )
    return redirect("web:min_sag")


@kraever("skriv_egne_ord", "GET", "POST")
def egne_ord(request: HttpRequest) -> HttpResponse:
    aktoer = hun(request)
    hende = Borger.objects.only("id", "kommune", "egne_ord").get(id=aktoer.borger_id)
    form = EgneOrd(request.POST if request.method == "POST" else None, initial={"tekst": hende.egne_ord})
    if form.is_valid():
        proev(request, form, skriv_egne_ord, hende.id, tekst=form.cleaned_data["tekst"])
        if not form.errors:
            messages.success(request, _("Det, du skrev, er gemt. Teamet ser det på mødet."))
            return redirect("web:min_sag")
    return render(request, "web/min_sag/egne_ord.html", {"form": form}, status=422 if form.errors else 200)


@kraever("min_log.se")
def log(request: HttpRequest) -> HttpResponse:
    aktoer = hun(request)
    poster = borgerlog.mine_poster(aktoer)
    antal = poster.count()
    alle = "alle" in request.GET
    opslag = borgerlog.mine_opslag(poster if alle else poster[:LAESES])
    indhold = {
        "opslag": opslag if alle else borgerlog.samlet(opslag)[:VIST],
        "antal": 0 if alle else antal,
        "givet": [(f, borgerord.modtageren(f)) for f in forsendelser.mine(aktoer)],
    }
    return render(request, "web/min_sag/log.html", indhold)
