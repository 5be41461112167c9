"""What is typed before a case is left at the meeting: the next task, and the minutes."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from rehabteam.web.cprvagt import har_cpr
from rehabteam.web.formular import Datofelt, Formular

from .moede import Klokkefelt
from .raekker import kort, langt

OPGAVEN = ("hvad", "hvem", "inden")


class SlutForm(Formular):
    """`folk` are (id, name) of those who may be given a task. Nothing is required here: the Handlinger say what is."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    hvem = forms.ChoiceField(
        label=gettext_lazy("Hvem gør det?"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Vælg en på listen.")},
    )
    inden = Datofelt(
        label=gettext_lazy("Inden hvilken dag?"), help_text=gettext_lazy("Fx 18.06.2026."), required=False
    )
    begyndt = Klokkefelt(label=gettext_lazy("Begyndte kl."), required=False)
    sluttet = Klokkefelt(label=gettext_lazy("Sluttede kl."), required=False)

    def __init__(self, *args: Any, folk: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hvad"] = kort(gettext_lazy("Hvad skal gøres?"), 200)
        self.fields["ingen_opgave"] = kort(gettext_lazy("Ingen opgave? Skriv hvorfor"), 300)
        self.fields["bemaerkninger"] = langt(
            gettext_lazy("Bemærkninger"), gettext_lazy("Kun det, der ikke står i indstillingen."), raekker=4
        )
        self.fields["ingen_indstilling"] = kort(gettext_lazy("Hvorfor er der ingen indstilling?"), 500)
        self.fields["hvem"].choices = [("", gettext_lazy("Vælg")), *folk]
        self.order_fields(
            [
                "hvad",
                "hvem",
                "inden",
                "ingen_opgave",
                "begyndt",
                "sluttet",
                "ingen_indstilling",
                "bemaerkninger",
            ]
        )

    def clean_hvad(self) -> str:
        tekst = str(self.cleaned_data["hvad"])
        if har_cpr(tekst):
            raise forms.ValidationError(gettext_lazy("Der står et CPR-nummer. Tag det ud."))
        return tekst

    def opgave(self) -> bool:
        """Is a task being written?"""
        return any(self.cleaned_data.get(felt) for felt in OPGAVEN)
