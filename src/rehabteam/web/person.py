"""The person bar: who the page is about. The CPR number stays masked until somebody asks for it."""

from datetime import date
from typing import Any

from django.urls import reverse

from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Borger, Forloeb


def alder(foedt: date, dag: date) -> int:
    return dag.year - foedt.year - ((dag.month, dag.day) < (foedt.month, foedt.day))


def personlinje(borger: Borger, dag: date, forloeb: Forloeb | None = None) -> dict[str, Any]:
    """The dict that {% personlinje %} shows. `forloeb` only where the viewer may see it."""
    return {
        "navn": borger.navn,
        "url": reverse("web:forloeb", args=[forloeb.id]) if forloeb else "",
        "cpr_skjult": maskeret(borger.cpr),
        "vis_cpr_url": reverse("web:vis_cpr", args=[borger.id]),
        "alder": alder(borger.foedselsdato, dag),
        "forloeb": f"Ressourceforløb siden {forloeb.start:%d.%m.%Y}" if forloeb else "",
        "bisidder": borger.bisidder,
        "tolk": borger.tolk,
        "beskyttet": borger.beskyttet_adresse,
    }
