"""What may be typed when a case is handed over to another kommune, or taken in from one."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.sager.models import Samtykke

from ..byggesten import datoer
from ..formular import Formular
from .raekker import langt


class Overdrag(Formular):
    til = forms.CharField(
        label=_("Kommunen, der overtager sagen"),
        required=False,
        max_length=200,
        error_messages={"max_length": _("Teksten er over %(limit_value)d tegn. Skriv den kortere.")},
    )
    grund = langt(_("Hvorfor overdrages sagen?"), _("Fx at borgeren er flyttet."), 3)
    samtykker = forms.MultipleChoiceField(
        label=_("Samtykker, borgeren også har givet til den nye kommune"),
        help_text=_("De andre følger ikke med. Den nye kommune spørger selv."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("Vælg mellem sagens samtykker.")},
    )

    def __init__(self, *args: Any, samtykker: Iterable[Samtykke], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [(str(s.id), f"{s.kilde}: {s.oplysninger} ({datoer.tabel(s.givet)})") for s in samtykker]
        if valg:
            self.fields["samtykker"].choices = valg  # type: ignore[attr-defined]
        else:
            del self.fields["samtykker"]


class Modtag(Formular):
    fil = forms.FileField(
        label=_("Pakken fra den anden kommune"),
        help_text=_("En ZIP-fil, lavet i Rehabteam. Pak den ikke ud."),
        max_length=255,
        error_messages={
            "required": _("Vælg filen med pakken."),
            "missing": _("Vælg filen med pakken."),
            "empty": _("Filen er tom. Bed om at få den sendt igen."),
            "max_length": _("Filens navn er for langt. Giv den et kortere navn."),
        },
    )
