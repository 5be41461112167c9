"""Who is asked to a meeting: of a case, and of a whole day. What is no longer so is said, and put right in one press."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.indkald import indkald
from rehabteam.handlinger.indkald_team import LAVES, indkald_team
from rehabteam.handlinger.indkaldelsespapir import fil
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Invitation, Moede, Sag
from rehabteam.sager.udtraek import indkaldelser as udtraek
from rehabteam.sager.udtraek.indkaldelser import Plads, Stand
from rehabteam.sager.udtraek.moeder import moeder
from rehabteam.sager.udtraek.samtykker import synlige_samtykker

from ..byggesten import datoer
from ..filsvar import filsvar
from ..formular import Formular, proev
from ..formularer.indkaldelse import BisidderForm, IndkaldForm, LaegeForm
from ..ret import kraever
from ..sagsramme import hent_sag, ramme

M = Invitation.Modtager
KALENDER = "text/calendar; charset=utf-8; method={}"
# Where each receiver's next invitation is made, when more than a press is asked for.
EGNE_SIDER = {M.BISIDDER: "web:indkald_bisidder", M.LAEGE: "web:indkald_laege"}


@kraever("indkaldelser.se", "GET", "POST")
def indkaldelser(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Everyone who may be asked to the meeting of a case."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "indkaldelser.se", sag)  # type: ignore[attr-defined]
    form = None
    if request.method == "POST":
        form = IndkaldForm(request.POST)
        if form.is_valid() and (lavet := proev(request, form, indkald, sag.id, **form.cleaned_data)):
            messages.success(request, _kvittering(lavet))
            return redirect("web:indkaldelser", sag.id)
        if "uid" in form.errors:  # no row of the page sends that
            raise Http404
    pladser = udtraek.sagens_pladser(sag, request.dag)  # type: ignore[attr-defined]
    side = _("Indkaldelser")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "form": form,
        "raekker": [_raekke(sag, p) for p in pladser],
        "forkerte": sum(p.stand in (Stand.FORKERT, Stand.AFLYSES) for p in pladser),
        "tid": udtraek.sagens_tid(sag),
        "maa_indkalde": har_ret(request.aktoer, "indkald", sag),  # type: ignore[attr-defined]
    }
    return render(request, "web/indkaldelse/sagen.html", kontekst, status=422 if form else 200)


def _raekke(sag: Sag, p: Plads) -> dict[str, Any]:
    """One receiver: who, how, what was told, how it stands, and what may be done about it."""
    egen_side = EGNE_SIDER.get(M(p.modtager))
    navn = sag.borgerens_navn if p.modtager == M.BORGER else p.seneste.navn if p.seneste else p.navn
    return {
        "p": p,
        "hvem": _(M(p.modtager).label),
        "navn": navn,
        "brev": p.modtager in udtraek.BREVE,
        "egen_side": reverse(egen_side, args=[sag.id]) if egen_side and p.tid else "",
        "kan_afmeldes": p.seneste is not None and not p.seneste.aflyst,
        "laves": p.stand in LAVES,
        "knap": _knap(p),
    } | _stand(p)


def _stand(p: Plads) -> dict[str, Any]:
    kode, ord_ = {
        Stand.MANGLER: ("ikke_angivet", _("Ikke indkaldt")),
        Stand.RIGTIG: ("klar", _("Indkaldt")),
        Stand.FORKERT: ("delvis", _("Indkaldelsen er ikke længere rigtig")),
        Stand.AFLYSES: ("delvis", _("Indkaldelsen er ikke længere rigtig")),
        Stand.INTET: ("ikke_angivet", _("Ikke indkaldt")),
    }[p.stand]
    if p.seneste is not None and p.seneste.aflyst:
        ord_ = _("Aflyst")
    return {"kode": kode, "ord": ord_}


def _knap(p: Plads) -> str:
    brev = p.modtager in udtraek.BREVE
    if p.stand == Stand.AFLYSES:
        return _("Lav aflysningen")
    if p.stand == Stand.FORKERT:
        return _("Lav et nyt brev") if brev else _("Lav en ny kalenderfil")
    return _("Lav brevet") if brev else _("Lav kalenderfilen")


def _kvittering(i: Invitation) -> str:
    hvem = _(M(i.modtager).label)
    if i.slags == Invitation.Slags.BREV:
        return _("Brevet er lavet og ligger på sagen: %(hvem)s. Hent det, og send det.") % {"hvem": hvem}
    return _("Kalenderfilen er lavet: %(hvem)s. Hent den, og send den med jeres mail.") % {"hvem": hvem}


@kraever("indkald", "GET", "POST")
def bisidder(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "indkald", sag)  # type: ignore[attr-defined]
    plads = _plads(request, sag, M.BISIDDER)
    kendt = plads.seneste.navn if plads.seneste else plads.navn
    form = BisidderForm(request.POST) if request.method == "POST" else BisidderForm(initial={"navn": kendt})
    if form.is_valid() and _lav(request, form, sag, plads):
        return redirect("web:indkaldelser", sag.id)
    return _form(request, sag, form, _("Indkald bisidderen"), "web/indkaldelse/bisidder.html")


@kraever("indkald", "GET", "POST")
def laege(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The praktiserende læge: only when she wishes it, and with the citizen's consent."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "indkald", sag)  # type: ignore[attr-defined]
    plads = _plads(request, sag, M.LAEGE)
    samtykker = list(
        synlige_samtykker(request.aktoer).filter(sag=sag, tilbagekaldt_tid=None).order_by("-givet", "id")  # type: ignore[attr-defined]
    )
    kendt = {"navn": plads.seneste.navn} if plads.seneste else {}
    data = request.POST if request.method == "POST" else None
    form = LaegeForm(data, samtykker=samtykker, initial=kendt)
    if form.is_valid():
        valgt = form.cleaned_data.pop("samtykke_id")
        form.cleaned_data["samtykke_id"] = UUID(valgt) if valgt else None
        if _lav(request, form, sag, plads):
            return redirect("web:indkaldelser", sag.id)
    mere = {"samtykker": samtykker}
    return _form(request, sag, form, _("Indkald lægen"), "web/indkaldelse/laege.html", **mere)


def _plads(request: HttpRequest, sag: Sag, modtager: str) -> Plads:
    return next(p for p in udtraek.sagens_pladser(sag, request.dag) if p.modtager == modtager)  # type: ignore[attr-defined]


def _lav(request: HttpRequest, form: Formular, sag: Sag, plads: Plads) -> bool:
    lavet = proev(request, form, indkald, sag.id, uid=plads.uid, **form.cleaned_data)
    if lavet:
        messages.success(request, _kvittering(lavet))
    return lavet is not None


def _form(
    request: HttpRequest, sag: Sag, form: Formular, side: str, skabelon: str, **mere: Any
) -> HttpResponse:
    kontekst = ramme(request, sag, side=side) | {"side": side, "form": form, **mere}
    kontekst["tid"] = udtraek.sagens_tid(sag)
    return render(request, skabelon, kontekst, status=422 if form.errors else 200)


@kraever("indkaldelser.se", "GET", "POST")
def dagen(request: HttpRequest, moede_id: UUID) -> HttpResponse:
    """The team of a meeting day: one press makes what is missing."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    moede = get_object_or_404(moeder(hvem), id=moede_id)
    request.spor.viser(objekt=moede.id)  # type: ignore[attr-defined]
    form = None
    if request.method == "POST":
        form = Formular(request.POST)
        if form.is_valid() and (lavet := proev(request, form, indkald_team, moede.id)):
            messages.success(request, _lavet(lavet))
            return redirect("web:indkaldelser_dag", moede.id)
    pladser = udtraek.dagens_pladser(hvem, moede)
    kontekst = {
        "moede": moede,
        "form": form,
        "raekker": [{"p": p, "navn": p.navn} | _stand(p) for p in pladser],
        "mangler": sum(p.stand in LAVES for p in pladser),
        "forkerte": sum(p.stand in (Stand.FORKERT, Stand.AFLYSES) for p in pladser),
        "maa_indkalde": har_ret(hvem, "indkald_team", moede) and moede.dato >= request.dag,  # type: ignore[attr-defined]
        "led": _led(moede),
    }
    return render(request, "web/indkaldelse/dagen.html", kontekst, status=422 if form else 200)


def _lavet(lavet: list[Invitation]) -> str:
    return _("%(antal)s kalenderfiler er lavet. Hent dem her, og send dem med jeres mail.") % {
        "antal": len(lavet)
    }


def _led(moede: Moede) -> list[dict[str, str]]:
    return [
        {"tekst": _("Møder"), "url": reverse("web:moeder")},
        {"tekst": datoer.tabel(moede.dato), "url": reverse("web:moede", args=[moede.id])},
        {"tekst": _("Indkaldelser"), "url": ""},
    ]


@kraever("indkaldelser.se")
def kalenderfil(request: HttpRequest, invitation_id: UUID) -> HttpResponse:
    """One calendar file, made from its row: the number of the case, and nothing else about the citizen."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    alle = udtraek.synlige_indkaldelser(hvem).filter(slags=Invitation.Slags.KALENDER)
    i = get_object_or_404(alle.select_related("sag", "kommune"), id=invitation_id)
    borgere = [i.sag.borger_id] if i.sag else []
    request.spor.viser(*borgere, objekt=i.id)  # type: ignore[attr-defined]
    metode = "CANCEL" if i.aflyst else "REQUEST"
    navn = f"moede-{i.dato.isoformat()}.ics"
    return filsvar(fil(i, i.kommune.navn), KALENDER.format(metode), navn, hent=True)
