"""Registering a fact: the answer is computed at once, and the page says what moved and why."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.afslut_undtaget_periode import afslut_undtaget_periode
from rehabteam.handlinger.beslut_saerlige_grunde import beslut_saerlige_grunde
from rehabteam.handlinger.fejl import AendretAfAnden
from rehabteam.handlinger.frist import Svarskifte, vurder
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_indsatsens_gang import FELTER, registrer_indsatsens_gang
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.registrer_timer import registrer_timer
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.handlinger.tilbagekald_oplysning import SLAGS, tilbagekald_oplysning
from rehabteam.sager.models import Forloeb

from .. import forskelle, svar
from ..formular import Formular, proev
from ..formularer import oplysninger as former
from ..ret import kraever
from .forloeb import hent, ramme


@kraever("registrer_indsats")
def registrer(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    """The choice of what to register, each with when it matters."""
    f = hent(request, forloeb_id)
    indhold = _indhold(request, f, _("Registrér oplysning"))
    indhold["indsatser_i_gang"] = [i for i in f.gaeldende_indsatser if i.afsluttet is None]  # type: ignore[attr-defined]
    indhold["perioder_i_gang"] = [p for p in f.gaeldende_perioder if p.til is None]  # type: ignore[attr-defined]
    return render(request, "web/forloeb/registrer.html", indhold)


@kraever("registrer_indsats", "GET", "POST")
def indsats_ny(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    return _registrer(
        request, forloeb_id, former.NyIndsats, registrer_indsats, _("Tilføj indsats"), "indsats"
    )


@kraever("registrer_undtaget_periode", "GET", "POST")
def periode_ny(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    return _registrer(
        request, forloeb_id, former.NyPeriode, registrer_undtaget_periode, _("Tilføj periode"), "periode"
    )


@kraever("registrer_timer", "GET", "POST")
def timer_ny(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    return _registrer(request, forloeb_id, former.NyeTimer, registrer_timer, _("Registrér timer"), "timer")


@kraever("registrer_spaend", "GET", "POST")
def spaend_ny(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    return _registrer(
        request, forloeb_id, former.NytSpaend, registrer_spaend, _("Registrér løntilskud eller STU"), "spaend"
    )


@kraever("beslut_saerlige_grunde", "GET", "POST")
def saerlige_grunde(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    return _registrer(
        request,
        forloeb_id,
        former.Beslutning,
        beslut_saerlige_grunde,
        _("Særlige grunde taler imod"),
        "saerlige_grunde",
        initial={"beslutningstager": request.aktoer.navn, "dato": request.dag},  # type: ignore[attr-defined]
    )


@kraever("afslut_undtaget_periode", "GET", "POST")
def periode_slut(request: HttpRequest, forloeb_id: UUID, periode_id: UUID) -> HttpResponse:
    f = hent(request, forloeb_id)
    periode = get_object_or_404(f.undtagne_perioder.filter(tilbagekaldt_tid=None), id=periode_id)
    return _registrer(
        request,
        forloeb_id,
        former.PeriodeSlut,
        afslut_undtaget_periode,
        _("Sæt slutdato"),
        "periode_slut",
        periode_id,
        ekstra={"periode": periode},
        f=f,
    )


@kraever("tilbagekald_oplysning", "GET", "POST")
def tilbagekald(request: HttpRequest, forloeb_id: UUID, slags: str, oplysning_id: UUID) -> HttpResponse:
    if slags not in SLAGS:
        raise Http404
    f = hent(request, forloeb_id)
    model, hvad = SLAGS[slags]
    hvilken = {"id": oplysning_id, "forloeb": f, "tilbagekaldt_tid": None}
    oplysning = get_object_or_404(model._default_manager.filter(**hvilken))
    return _registrer(
        request,
        forloeb_id,
        former.TagTilbage,
        tilbagekald_oplysning,
        _("Tag %(hvad)s tilbage") % {"hvad": hvad},
        "tilbage",
        slags,
        oplysning_id,
        ekstra={"oplysning": oplysning, "slags": slags},
        f=f,
    )


@kraever("registrer_indsatsens_gang", "GET", "POST")
def indsats_gang(request: HttpRequest, forloeb_id: UUID, indsats_id: UUID) -> HttpResponse:
    """Two caseworkers on one effort: the second sees both, and decides."""
    f = hent(request, forloeb_id)
    indsats = get_object_or_404(f.indsatser.filter(tilbagekaldt_tid=None), id=indsats_id)
    nu = {felt: getattr(indsats, felt) for felt in FELTER} | {"version": f.version}
    titel, ekstra = _("Ret %(navn)s") % {"navn": indsats.navn}, {"indsats": indsats}
    try:
        return _registrer(
            request,
            forloeb_id,
            former.IndsatsensGang,
            registrer_indsatsens_gang,
            titel,
            "gang",
            indsats_id,
            initial=nu,
            ekstra=ekstra,
            f=f,
        )
    except AendretAfAnden as anden:
        form = former.IndsatsensGang(forskelle.med_ny_version(request, anden.version))
        form.is_valid()
        ekstra["konflikt"] = forskelle.af(form, anden)
        return _side(request, f, form, titel, "gang", ekstra, status=409)


def _registrer(
    request: HttpRequest,
    forloeb_id: UUID,
    formklasse: type[Formular],
    handling: Callable[..., Svarskifte],
    titel: str,
    skabelon: str,
    *ids: object,
    initial: dict[str, Any] | None = None,
    ekstra: dict[str, Any] | None = None,
    f: Forloeb | None = None,
) -> HttpResponse:
    """One form, one Handling: what it refuses stands at the field, what it did is said on the forløb's page."""
    f = f or hent(request, forloeb_id)
    form = formklasse(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        skifte = proev(request, form, handling, forloeb_id, *ids, **form.cleaned_data)
        if skifte is not None:
            messages.success(request, skifte.tekst)
            return redirect("web:forloeb", forloeb_id)
    return _side(request, f, form, titel, skabelon, ekstra, status=422 if form.errors else 200)


def _side(
    request: HttpRequest,
    f: Forloeb,
    form: Formular,
    titel: str,
    skabelon: str,
    ekstra: dict[str, Any] | None,
    status: int,
) -> HttpResponse:
    indhold = _indhold(request, f, titel) | {"form": form} | (ekstra or {})
    return render(request, f"web/forloeb/{skabelon}.html", indhold, status=status)


def _indhold(request: HttpRequest, f: Forloeb, titel: str) -> dict[str, Any]:
    """Frame, title, and the answer as it is before anything new."""
    v = vurder(f, request.dag)  # type: ignore[attr-defined]
    dom = svar.dom(f, v, request.dag)  # type: ignore[attr-defined]
    return ramme(request, f, titel) | {
        "titel": titel,
        "dom": dom,
        "vurdering": v,
        "tilbage_url": reverse("web:forloeb", args=[f.id]),
    }
