"""Pages that are about no person: the handbook, the rules, how data is handled, accessibility, the building blocks."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rehabteam.lov.love import udgave
from rehabteam.lov.vurdering import ADRESSER
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Rolle

from .. import haandbog, laesninger
from ..byggesten import eksempler
from ..ret import aaben


@aaben
@require_safe
def hjaelp(request: HttpRequest) -> HttpResponse:
    """The handbook's contents."""
    fundet = haandbog.side(haandbog.INDHOLD)
    titel, indhold = fundet or ("", "")
    return render(
        request, "web/info/hjaelp.html", {"titel": titel, "indhold": indhold, "sider": haandbog.sider()}
    )


@aaben
@require_safe
def hjaelp_side(request: HttpRequest, navn: str) -> HttpResponse:
    fundet = haandbog.side(navn)
    if fundet is None:
        raise Http404
    titel, indhold = fundet
    return render(
        request,
        "web/info/hjaelp.html",
        {"titel": titel, "indhold": indhold, "sider": haandbog.sider(), "navn": navn},
    )


@aaben
@require_safe
def regler(request: HttpRequest) -> HttpResponse:
    """The edition that is used, what about it is not settled, and each open question with our reading."""
    dag = dagen()
    forbehold = udgave(dag.replace(year=dag.year - 1), dag).forbehold
    return render(
        request,
        "web/info/regler.html",
        {"valg": laesninger.alle(), "forbehold": forbehold, "adresser": ADRESSER.items()},
    )


@aaben
@require_safe
def oplysninger(request: HttpRequest) -> HttpResponse:
    """What is kept, who may see it, and what is logged; the rights come from the table itself."""
    se = {rolle.label: [r.hvad for r in RETTIGHEDER.values() if rolle in r.roller] for rolle in Rolle}
    return render(request, "web/info/oplysninger.html", {"roller": se})


@aaben
@require_safe
def was(request: HttpRequest) -> HttpResponse:
    return render(request, "web/info/was.html")


@aaben
@require_safe
def byggesten(request: HttpRequest) -> HttpResponse:
    """Every building block in every state; only where there is a demo."""
    if not settings.DEMO:
        raise Http404
    return render(request, "web/byggesten/alle.html", eksempler.alle())
