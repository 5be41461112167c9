"""{% paa_forsiden %}: on a role's first page, whom one may stand in for today, and nødadgange nobody has looked at."""

from typing import Any

from django import template

from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.udtraek.stedfortraedere import aabne, ukvitterede

register = template.Library()

FORSIDER = frozenset({"mit_arbejde", "indbakke", "mine_sager", "loggennemgang"})


@register.inclusion_tag("web/byggesten/ramme/paa_forsiden.html", takes_context=True)
def paa_forsiden(context: dict[str, Any]) -> dict[str, Any]:
    request = context.get("request")
    hvem = getattr(request, "aktoer", None)
    fundet = getattr(request, "resolver_match", None)
    if hvem is None or fundet is None or fundet.url_name not in FORSIDER:
        return {}
    return {
        "csrf_token": context.get("csrf_token"),
        "alarmer": ukvitterede(hvem).count() if har_ret(hvem, "noedadgang.se") else 0,
        "vikariater": [] if hvem.vikar_for else list(aabne(hvem, request.dag)),
    }
