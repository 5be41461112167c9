"""A note beside a page: its words, where on the page, and who may read it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.handlinger.skriv_margennote import HOEJST
from rehabteam.sager.models import Margennote

from ..cprvagt import kraev_uden_cpr
from ..formular import Formular


class MargennoteForm(Formular):
    """`sider`: of the document; `huset`: the house it may be shared with, "" where it may not."""

    side = forms.IntegerField(
        label=_("Side i dokumentet"),
        error_messages={
            "required": _("Skriv, hvilken side noten hører til."),
            "invalid": _("Skriv et sidetal."),
        },
    )
    tekst = forms.CharField(
        label=_("Noten"),
        max_length=HOEJST,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv noten.")},
    )
    sted = forms.ChoiceField(
        label=_("Hvor på siden"),
        choices=[(v, _(navn)) for v, navn in Margennote.Sted.choices],
        required=False,
        error_messages={"invalid_choice": _("Vælg et sted på siden.")},
    )
    hvem = forms.ChoiceField(
        label=_("Hvem må læse noten"),
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Vælg, hvem der må læse noten.")),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, sider: int = 1, huset: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sider = max(sider, 1)
        if huset:
            self.fields["hvem"].choices = [  # type: ignore[attr-defined]
                ("mig", _("Kun mig")),
                ("huset", _("Mig og mine kolleger i %(huset)s") % {"huset": huset}),
            ]
            self.fields["hvem"].initial = "mig"
        else:
            del self.fields["hvem"]

    def clean_side(self) -> int:
        side: int = self.cleaned_data["side"]
        if not 1 <= side <= self.sider:
            raise forms.ValidationError(
                _("Dokumentet har %(sider)d sider. Skriv et tal fra 1 til %(sider)d.") % {"sider": self.sider}
            )
        return side

    def clean_tekst(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["tekst"])
