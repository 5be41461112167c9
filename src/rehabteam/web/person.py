"""The person bar: who the page is about. A CPR number and a protected name stay hidden until somebody asks for them."""

from datetime import date
from typing import Any

from django.urls import reverse

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Borger, Forloeb


def alder(foedt: date, dag: date) -> int:
    return dag.year - foedt.year - ((dag.month, dag.day) < (foedt.month, foedt.day))


def personlinje(
    borger: Borger, dag: date, forloeb: Forloeb | None = None, hvem: Aktoer | None = None
) -> dict[str, Any]:
    """The dict that {% personlinje %} shows. `forloeb` only where the viewer may see it; `hvem` may ask for the name."""
    maa_spoerge = hvem is not None and borger.er_beskyttet and har_ret(hvem, "beskyttet.se", borger)
    maa_se_cpr = hvem is None or har_ret(hvem, "cpr.se")  # not in an emergency
    return {
        "navn": borger.navn,
        "url": reverse("web:forloeb", args=[forloeb.id]) if forloeb else "",
        "cpr_skjult": maskeret(borger.cpr),
        "vis_cpr_url": reverse("web:vis_cpr", args=[borger.id]) if maa_se_cpr else "",
        "alder": alder(borger.foedselsdato, dag),
        "forloeb": f"Ressourceforløb siden {forloeb.start:%d.%m.%Y}" if forloeb else "",
        "bisidder": borger.bisidder,
        "bisidder_url": reverse("web:bisiddere", args=[forloeb.id])
        if forloeb and hvem and har_ret(hvem, "fuldmagter.se", forloeb)
        else "",
        "tolk": borger.tolk,
        "beskyttet": borger.er_beskyttet,
        "beskyttet_url": reverse("web:beskyttet", args=[borger.id]) if maa_spoerge else "",
        "kontakt_url": reverse("web:navn_og_adresse", args=[forloeb.id]) if forloeb else "",
    }
