"""Who is asked to a meeting, and one's own note for reading."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.sager.models import Samtykke

from ..byggesten import datoer
from ..cprvagt import har_cpr
from ..formular import Formular


def _uden_cpr(tekst: str) -> str:
    if har_cpr(tekst):
        raise forms.ValidationError(_("Der står et CPR-nummer. Tag det ud."))
    return tekst


class IndkaldForm(Formular):
    """One press at one receiver: the next letter or file, or the cancellation."""

    uid = forms.CharField(max_length=64)
    aflys = forms.BooleanField(required=False)


class BisidderForm(Formular):
    navn = forms.CharField(
        label=_("Bisidderens navn"),
        help_text=_("Borgeren vælger selv sin bisidder. Spørg først, om bisidderen skal have brevet."),
        max_length=200,
        error_messages={"required": _("Skriv bisidderens navn.")},
    )

    def clean_navn(self) -> str:
        return _uden_cpr(self.cleaned_data["navn"])


class LaegeForm(Formular):
    """The læge is asked only when she wishes it herself, and on one of the case's consents."""

    samtykke_id = forms.TypedChoiceField(
        label=_("Samtykket"),
        required=False,
        widget=forms.RadioSelect,
        empty_value=None,
        error_messages={"invalid_choice": _("Vælg et af sagens samtykker.")},
    )
    daekker = forms.BooleanField(
        label=_("Jeg har vurderet, at samtykket dækker, at lægen får besked om mødet"), required=False
    )
    oensker = forms.BooleanField(label=_("Lægen har sagt, at lægen gerne vil være med"), required=False)
    navn = forms.CharField(label=_("Lægens navn eller klinik"), required=False, max_length=200)

    def __init__(self, *args: Any, samtykker: Iterable[Samtykke], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["samtykke_id"].choices = [  # type: ignore[attr-defined]
            (str(s.id), f"{s.kilde}: {s.oplysninger} ({datoer.tabel(s.givet)})") for s in samtykker
        ]

    def clean_navn(self) -> str:
        return _uden_cpr(self.cleaned_data["navn"])


class LaesenoteForm(Formular):
    tekst = forms.CharField(
        label=_("Dine egne noter"),
        help_text=_(
            "Kun du kan se dem. De slettes, når sagen afsluttes. Skriv det, der har betydning for sagen, på sagen selv."
        ),
        max_length=20_000,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv noten, eller slet den.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)

    def clean_tekst(self) -> str:
        return _uden_cpr(self.cleaned_data["tekst"])
