"""Two people on one text: what both wrote, side by side, and the form ready to be sent again."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import AendretAfAnden

from .byggesten.datoer import klokken, tabel


@dataclass(frozen=True, slots=True)
class Forskel:
    """One field that both have changed."""

    felt: str
    deres: str
    dit: str


@dataclass(frozen=True, slots=True)
class Konflikt:
    hvem: str
    kl: str
    forskelle: tuple[Forskel, ...]


def med_ny_version(request: HttpRequest, version: int) -> QueryDict:
    """What was typed, on top of the version that is there now."""
    data = request.POST.copy()
    data["version"] = str(version)
    return data


def af(form: forms.Form, anden: AendretAfAnden) -> Konflikt:
    """`form` is bound and has been validated; only fields with different values are shown."""
    forskelle = [
        Forskel(str(form.fields[navn].label), _vis(deres), _vis(form.cleaned_data.get(navn)))
        for navn, deres in anden.deres.items()
        if navn in form.fields and form.cleaned_data.get(navn) != deres
    ]
    kl = klokken(timezone.localtime(anden.hvornaar)) if isinstance(anden.hvornaar, datetime) else ""
    return Konflikt(anden.hvem, kl, tuple(forskelle))


def _vis(vaerdi: Any) -> str:
    if isinstance(vaerdi, bool):
        return _("Ja") if vaerdi else _("Nej")
    if isinstance(vaerdi, date):
        return tabel(vaerdi)
    return str(vaerdi) if vaerdi else _("Tomt")
