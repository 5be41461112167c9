"""The forløb: do the six months run out, when, and what makes it so?"""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.frist import vurder
from rehabteam.handlinger.opret_forloeb import opret_forloeb
from rehabteam.lov.love import udgave
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.fakta import med_fakta, ressourceforloeb
from rehabteam.sager.models import GENFORELAEGGELSE, Forloeb, Sag
from rehabteam.sager.udtraek.synlige import synlige_forloeb

from .. import forloebsside, svar
from ..byggesten import optaelling, tidslinje
from ..formular import proev
from ..formularer.forloeb import AndenDag, NytForloeb
from ..opfoelgningsside import panel
from ..person import personlinje
from ..ret import kraever

SENESTE = 6  # of the history, on the page itself


def hent(request: HttpRequest, forloeb_id: UUID) -> Forloeb:
    """The forløb with its facts, or 404; the log is told whose it is."""
    synlige = synlige_forloeb(request.aktoer)  # type: ignore[attr-defined]
    forloeb: Forloeb = get_object_or_404(
        med_fakta(synlige.select_related("borger", "sagsbehandler")), id=forloeb_id
    )
    request.spor.viser(forloeb.borger_id, objekt=forloeb.id)  # type: ignore[attr-defined]
    return forloeb


def ramme(request: HttpRequest, forloeb: Forloeb, her: str = "") -> dict[str, Any]:
    """Person bar and breadcrumb of every page below a forløb."""
    led = [
        {"tekst": _("Mit arbejde"), "url": reverse("web:mit_arbejde")},
        {"tekst": forloeb.borger.navn, "url": reverse("web:forloeb", args=[forloeb.id])},
    ]
    if not her:
        led = [led[0], {"tekst": forloeb.borger.navn, "url": ""}]
    else:
        led.append({"tekst": her, "url": ""})
    return {
        "forloeb": forloeb,
        "person": personlinje(forloeb.borger, request.dag, forloeb, request.aktoer),  # type: ignore[attr-defined]
        "led": led,
        "udgaver": [udgave(forloeb.start, request.dag)],  # type: ignore[attr-defined]
    }


@kraever("forloeb.se")
def forloeb(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    """GET ?pr=YYYY-MM-DD asks about another day; nothing is stored by asking."""
    f = hent(request, forloeb_id)
    dag: date = request.dag  # type: ignore[attr-defined]
    form = AndenDag(request.GET if "pr" in request.GET else None, start=f.start, dag=dag)
    pr = form.cleaned_data["pr"] if form.is_bound and form.is_valid() else dag
    v = vurder(f, pr)
    detaljer = v.detaljer
    navne = [i.navn for i in f.gaeldende_indsatser]  # type: ignore[attr-defined]
    aftalt = [i.aftalt_start for i in f.gaeldende_indsatser]  # type: ignore[attr-defined]
    fakta = ressourceforloeb(f)
    laesninger = v.laesninger
    indhold = (
        ramme(request, f)
        | {
            "dom": svar.dom(f, v, pr),
            "tvivl": v.status == "MANUEL_VURDERING" and not svar.genbehandlet(f, pr),
            "udgave_tvivl": svar.find(v, "udgave_usikker") is not None,
            "spoergsmaal": [s for s in v.skal_vurderes if s.noegle != "saerlige_grunde"],
            "vurdering": v,
            "udgaver": [v.udgave],
            "detaljer": detaljer,
            "pr": pr,
            "anden_dag": pr != dag,
            "dagform": form,
            "billeder": tidslinje.tegn(
                tidslinje.af_vurdering(fakta, v, i_dag=dag, pr=pr, navne=navne, aftalt=aftalt)
            ),
            "optalt": optaelling.raekker(detaljer.segmenter, detaljer.n, detaljer.frist),
            "optalt_note": forloebsside.overlap(detaljer),
            "indsatser": forloebsside.indsatser(f, detaljer),
            "perioder": forloebsside.perioder(f, detaljer),
            "undtagelser": forloebsside.undtagelser(f),
            "beslutninger": f.gaeldende_saerlige_grunde,  # type: ignore[attr-defined]
            "forskelle": [x for x in laesninger if x.forskel],
            "ens": [x for x in laesninger if not x.forskel],
            "samme_resultat": all(x.resultat == x.anden_resultat for x in laesninger),
            "historik": list(f.haendelser.order_by("-tid")[: SENESTE + 1]),
            "sager": list(f.sager.order_by("-oprettet", "-nummer")),
        }
    )
    indhold["flere_haendelser"] = len(indhold["historik"]) > SENESTE
    indhold["historik"] = indhold["historik"][:SENESTE]
    indhold |= _handlinger(request, f, indhold["sager"])
    paneler = (panel(request.aktoer, sag, dag) for sag in indhold["sager"])  # type: ignore[attr-defined]
    indhold["opfoelgning"] = next((p for p in paneler if p), None)
    # A day that cannot be read is an error of the form, although the page is shown.
    return render(request, "web/forloeb/forloeb.html", indhold, status=422 if form.errors else 200)


def _handlinger(request: HttpRequest, f: Forloeb, sager: list[Sag]) -> dict[str, Any]:
    """What this person may do here, and the open re-submission if there is one."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    aaben = next(
        (s for s in sager if s.undertype == GENFORELAEGGELSE and s.tilstand != Sag.Tilstand.AFSLUTTET), None
    )
    return {
        "aaben_sag": aaben,
        "maa_registrere": har_ret(hvem, "registrer_indsats"),
        "maa_genoptage": har_ret(hvem, "genoptag_sag") and aaben is None,
        "maa_oprette_sag": har_ret(hvem, "opret_sag"),
        "maa_beslutte": har_ret(hvem, "beslut_saerlige_grunde"),
    }


@kraever("opret_forloeb", "GET", "POST")
def nyt(request: HttpRequest) -> HttpResponse:
    form = NytForloeb(request.POST or None)
    if request.method == "POST" and form.is_valid():
        f = proev(request, form, opret_forloeb, **form.cleaned_data)
        if f is not None:
            request.spor.viser(f.borger_id, objekt=f.id)  # type: ignore[attr-defined]
            messages.success(request, _("Forløbet er registreret. Fristen er regnet ud herunder."))
            return redirect("web:forloeb", f.id)
    led = [
        {"tekst": _("Mit arbejde"), "url": reverse("web:mit_arbejde")},
        {"tekst": _("Nyt forløb"), "url": ""},
    ]
    return render(
        request, "web/forloeb/nyt.html", {"form": form, "led": led}, status=422 if form.errors else 200
    )
