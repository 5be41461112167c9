"""What every page's frame needs: the menu of the role, the demo's day, what is switched off."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.web.byggesten.datoer import saetning

# Right, address and words of each item in the main menu, in order.
MENU = (
    ("mit_arbejde.se", "web:mit_arbejde", gettext_noop("Mit arbejde")),
    ("indbakke.se", "web:indbakke", gettext_noop("Indbakke")),
    ("mine_sager.se", "web:mine_sager", gettext_noop("Mine sager")),
    ("moede.se", "web:moeder", gettext_noop("Møder")),
    ("opret_forloeb", "web:forloeb_nyt", gettext_noop("Nyt forløb")),
)


def ramme(request: HttpRequest) -> dict[str, Any]:
    hvem = getattr(request, "aktoer", None)
    menu = []
    if hvem:
        for ret, adresse, tekst in MENU:
            if har_ret(hvem, ret):
                url = reverse(adresse)
                menu.append({"tekst": _(tekst), "url": url, "aktuel": request.path.startswith(url)})
    return {
        "demo": {"aktiv": settings.DEMO, "dag_tekst": saetning(settings.DEMODAG) if settings.DEMODAG else ""},
        "menu": menu,
        "bruger": {"navn": hvem.navn, "rolle": _(hvem.rolle.label), "organisation": hvem.organisation_navn}
        if hvem
        else None,
        "slaaet_fra": settings.SLAAET_FRA,
        "steder": _steder(hvem),
    }


def _steder(hvem: Any) -> dict[str, str]:
    steder = {
        "forside": reverse("web:forside"),
        "log_ind": reverse("web:log_ind"),
        "log_ud": reverse("web:log_ud"),
        "sprog": reverse("web:sprog"),
        "hjaelp": reverse("web:hjaelp"),
        "laesninger": reverse("web:regler"),
        "oplysninger": reverse("web:oplysninger"),
        "was": reverse("web:was"),
        "soeg_metode": "post",
    }
    if hvem and har_ret(hvem, "borger.soeg"):
        steder["soeg"] = reverse("web:soeg")
    return steder
