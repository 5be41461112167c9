"""The provisions: choose a §, read it stk. by stk., try the rule. Public; nothing about the facts is kept."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from rehabteam.lov.kontrakt.svar import spoerg
from rehabteam.lov.regel import REGLER
from rehabteam.lovspor import eksempler, spor
from rehabteam.lovspor.paragraffer import GRUPPER, PARAGRAFFER, REGELNAVNE, Paragraf

from .. import lovsporside
from ..formularer import regeludfyldt
from ..formularer.regel import Regelform
from ..regellinje import regellinje
from ..ret import aaben


@aaben
@require_safe
def lovspor(request: HttpRequest) -> HttpResponse:
    """Every § with one line, in groups."""
    grupper = [
        {"navn": gruppe, "spor": [s for s in spor.alle().values() if s.paragraf.gruppe == gruppe]}
        for gruppe in GRUPPER
    ]
    return render(request, "web/lovspor/alle.html", {"grupper": grupper, "antal": len(eksempler.alle())})


@aaben
@require_safe
def paragraf(request: HttpRequest, slug: str) -> HttpResponse:
    """One §: our words, the code, the examples, the places, the readings, the edition."""
    p = _paragraf(slug)
    return render(request, "web/lovspor/paragraf.html", lovsporside.paragraf(spor.alle()[p.slug]))


@aaben
@require_http_methods(["GET", "HEAD", "POST"])
def proev(request: HttpRequest, slug: str, emne: str) -> HttpResponse:
    """The rule's form; POST answers on the same page. The facts are in the body, never in an address."""
    p = _paragraf(slug)
    regel = next((r for r in p.regler if REGLER[r].emne == emne), None)
    if regel is None:
        raise Http404
    ramme: dict[str, Any] = {
        "p": p,
        "regel": regel,
        "navn": REGELNAVNE[regel],
        "eksempler": [e for e in eksempler.for_regel(regel) if lovsporside.kan_proeves(e)],
        "url": request.path,
        "udgaver": regellinje([spor.udgave(regel)]),
        "udgave_tvivl": True,
        "led": [
            {"tekst": _("Loven, paragraf for paragraf"), "url": reverse("web:lovspor")},
            {"tekst": p.navn, "url": reverse("web:lovspor_paragraf", args=[p.slug])},
            {"tekst": _("Prøv reglen")},
        ],
    }
    if request.method != "POST":
        valgt = eksempler.alle().get(request.GET.get("eksempel", ""))
        if valgt not in ramme["eksempler"]:
            valgt = None
        ramme |= {"valgt": valgt}
        form = Regelform(regel, initial=regeludfyldt.fra_fakta(regel, valgt.fakta) if valgt else None)
        return render(request, "web/lovspor/proev.html", ramme | {"form": form})
    if "tilfoej" in request.POST or "fjern" in request.POST:
        return render(request, "web/lovspor/proev.html", ramme | {"form": _andre_raekker(request, regel)})
    form = Regelform(regel, data=request.POST)
    if form.is_valid():
        hoved, vurdering = spoerg({"id": "proev", "regel": regel, "fakta": form.fakta()})
        if vurdering is not None:
            ramme["svar"] = lovsporside.svar(vurdering, form.fakta())
            ramme["udgaver"] = regellinje([vurdering.udgave])
        else:
            form.afvis(hoved["valideringsfejl"])
    status = 200 if form.is_valid() else 422
    return render(request, "web/lovspor/proev.html", ramme | {"form": form}, status=status)


def _paragraf(slug: str) -> Paragraf:
    if slug not in PARAGRAFFER:
        raise Http404
    return PARAGRAFFER[slug]


def _andre_raekker(request: HttpRequest, regel: str) -> Regelform:
    """What was typed, with a row more or less; nothing is judged yet."""
    udfyldt = regeludfyldt.som_udfyldt(regel, request.POST)
    lister = {f.noegle for f in Regelform(regel).felter if f.slags == "raekker"}
    liste, _nr, nr = request.POST.get("fjern", "").partition("-")
    if request.POST.get("tilfoej") in lister:
        udfyldt = regeludfyldt.med_en_raekke_mere(udfyldt, request.POST["tilfoej"])
    elif liste in lister and nr.isdecimal() and len(nr) < 4:
        udfyldt = regeludfyldt.uden_raekken(udfyldt, liste, int(nr))
    return Regelform(regel, initial=udfyldt)
