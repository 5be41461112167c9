"""What every page's frame needs: the menu of the role, the demo's day, what is switched off."""

import math
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Rolle
from rehabteam.web import rumnoegle
from rehabteam.web.byggesten.datoer import klokken, saetning

# Right, address and words of each item in the main menu, in order.
MENU = (
    ("mit_arbejde.se", "web:mit_arbejde", gettext_noop("Mit arbejde")),
    ("indbakke.se", "web:indbakke", gettext_noop("Indbakke")),
    ("moededage.se", "web:moededage", gettext_noop("Mødedage")),
    ("mine_sager.se", "web:mine_sager", gettext_noop("Mine sager")),
    ("mine_moeder.se", "web:mine_moeder", gettext_noop("Mine møder")),
    ("moede.se", "web:moeder", gettext_noop("Møder")),
    ("kalender.se", "web:kalender", gettext_noop("Kalender")),
    ("enheden.se", "web:enheden", gettext_noop("Hvem har hvad")),
    ("ledelsestal.se", "web:ledelsestal", gettext_noop("Ledelsestal")),
    ("opret_sag", "web:sag_ny", gettext_noop("Ny sag")),
    ("opret_forloeb", "web:forloeb_nyt", gettext_noop("Nyt forløb")),
    ("loggennemgang.se", "web:loggennemgang", gettext_noop("Loggennemgang")),
    ("drift.se", "web:drift", gettext_noop("Drift")),
    ("min_sag.se", "web:min_sag", gettext_noop("Min sag")),
    ("mine_fuldmagter.se", "web:mine_bisiddere", gettext_noop("Min bisidder")),
    ("min_log.se", "web:min_log", gettext_noop("Hvem har set min sag")),
)

# A bisidder reads another person's case.
SOM_BISIDDER = {"min_sag.se": gettext_noop("Sagen")}

# Right and address of what lies behind one's own name.
STEDER = (
    ("borger.soeg", "soeg"),
    ("dokumenter.soeg", "find_dokumenter"),
    ("vikariat.se", "vikarer"),
    ("tag_noedadgang", "noedadgang"),
    ("noedadgang.se", "noedadgange"),
    ("aftale.se", "aftaler"),
    ("afregning.se", "afregninger"),
    ("import.se", "import"),
    ("rettigheder.se", "rettigheder"),
)

# The calculators, open to all: the menu of those who are not logged in, tabs for those who are.
BEREGNERE = (
    ("web:beregn_seks_maaneder", gettext_noop("Seksmånedersfristen")),
    ("web:beregn_moedefrist", gettext_noop("Fristen før mødet")),
    ("web:lovspor", gettext_noop("Reglerne")),
)


def ramme(request: HttpRequest) -> dict[str, Any]:
    hvem = getattr(request, "aktoer", None)
    beregnere = [_punkt(request, adresse, tekst) for adresse, tekst in BEREGNERE]
    menu = beregnere
    if hvem:
        menu = [
            _punkt(request, adresse, SOM_BISIDDER.get(ret, tekst) if hvem.rolle == Rolle.BISIDDER else tekst)
            for ret, adresse, tekst in MENU
            if har_ret(hvem, ret)
        ]
    return {
        "demo": {"aktiv": settings.DEMO, "dag_tekst": saetning(settings.DEMODAG) if settings.DEMODAG else ""},
        "menu": menu,
        "beregnere": beregnere,
        "bruger": {"navn": hvem.navn, "rolle": _(hvem.rolle.label), "organisation": hvem.organisation_navn}
        if hvem
        else None,
        "stedfortraeder": _stedfortraeder(hvem),
        "rumnoegle": rumnoegle.noegle(request),
        "rumgemt": rumnoegle.gemt(request),
        "slaaet_fra": settings.SLAAET_FRA,
        "steder": _steder(request, hvem),
    }


def _stedfortraeder(hvem: Any) -> dict[str, Any]:
    """What the bar below the header says: an emergency and its end, or whom one stands in for. No question asked."""
    if hvem and hvem.noed:
        tilbage = hvem.noed.udloeber - timezone.now()
        return {
            "noed": True,
            "minutter": max(1, math.ceil(tilbage.total_seconds() / 60)),
            "indtil": klokken(timezone.localtime(hvem.noed.udloeber)),
            "sag": reverse("web:sag", args=[hvem.noed.sag_id]),
            "afslut": reverse("web:noedadgang_slut", args=[hvem.noed.noedadgang_id]),
        }
    if hvem and hvem.vikar_for:
        return {
            "vikar_for": hvem.vikar_for.navn,
            "vikariat": hvem.vikar_for.vikariat_id,
            "som_sig_selv": reverse("web:vikar_fra"),
        }
    return {}


def _punkt(request: HttpRequest, adresse: str, tekst: str) -> dict[str, Any]:
    url = reverse(adresse)
    return {"tekst": _(tekst), "url": url, "aktuel": request.path.startswith(url)}


def _steder(request: HttpRequest, hvem: Any) -> dict[str, str]:
    steder = {
        "forside": reverse("web:forside"),
        "log_ind": reverse("web:log_ind"),
        "log_ud": reverse("web:log_ud"),
        "sprog": reverse("web:sprog"),
        "hjaelp": reverse("web:hjaelp"),
        "loven": reverse("web:lovspor"),
        "laesninger": reverse("web:regler"),
        "oplysninger": reverse("web:oplysninger"),
        "was": reverse("web:was"),
        "soeg_metode": "post",
        "beregnere": reverse("web:beregn_seks_maaneder"),
    }
    if not hvem and getattr(request, "uden_cookie", False):
        del steder["sprog"]  # the choice of language is a form with a cookie
    for ret, navn in STEDER:
        if hvem and har_ret(hvem, ret):
            steder[navn] = reverse(f"web:{navn}")
    if hvem and hvem.vaeg != Vaeg.KOORDINATOR:
        steder.pop("noedadgang", None)  # others see their house's cases already: the link would lead nowhere
    return steder
