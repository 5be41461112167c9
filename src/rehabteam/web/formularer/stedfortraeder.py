"""Finding a substitute, and opening one case in an emergency."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.web.cprvagt import kraev_uden_cpr
from rehabteam.web.formular import Datofelt, Formular

Valg = Sequence[tuple[str, str]]


class VikariatForm(Formular):
    """`kolleger`: (id, name and role). `for_andre`: may the person choose who is away, or is it herself?"""

    for_hvem = forms.ChoiceField(
        label=gettext_lazy("Hvem er væk?"),
        error_messages={
            "required": gettext_lazy("Vælg, hvem der er væk."),
            "invalid_choice": gettext_lazy("Vælg en kollega på listen."),
        },
    )
    vikar = forms.ChoiceField(
        label=gettext_lazy("Hvem er vikar?"),
        help_text=gettext_lazy("Vikaren får den rolle og de sager, den anden har, i de dage."),
        error_messages={
            "required": gettext_lazy("Vælg, hvem der er vikar."),
            "invalid_choice": gettext_lazy("Vælg en kollega på listen."),
        },
    )
    fra = Datofelt(label=gettext_lazy("Første dag"), help_text=gettext_lazy("Fx 01.06.2026."))
    til = Datofelt(
        label=gettext_lazy("Sidste dag"), help_text=gettext_lazy("Dagen er med. Højst et år frem.")
    )
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor?"),
        help_text=gettext_lazy("Fx »Ferie«. Ingen oplysninger om helbred."),
        max_length=300,
        error_messages={
            "required": gettext_lazy("Skriv, hvorfor der er brug for en vikar."),
            "max_length": gettext_lazy("Teksten er over 300 tegn. Skriv den kortere."),
        },
    )

    def __init__(self, *args: Any, kolleger: Valg, for_andre: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        valg = [("", _("Vælg")), *kolleger]
        self.fields["vikar"].choices = valg  # type: ignore[attr-defined]
        if for_andre:
            self.fields["for_hvem"].choices = valg  # type: ignore[attr-defined]
        else:
            del self.fields["for_hvem"]

    def clean_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["grund"])


class NoedadgangForm(Formular):
    """`kommuner`: (id, name). With only one the choice is made."""

    kommune_id = forms.ChoiceField(
        label=gettext_lazy("Hvilken kommune har sagen?"),
        error_messages={
            "required": gettext_lazy("Vælg kommunen."),
            "invalid_choice": gettext_lazy("Vælg en kommune på listen."),
        },
    )
    nummer = forms.CharField(
        label=gettext_lazy("Sagens nummer"),
        help_text=gettext_lazy("Helt som det står på sagen, fx 2026-00012."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": gettext_lazy("Skriv sagens nummer, fx 2026-00012."),
            "max_length": gettext_lazy("Skriv sagens nummer, fx 2026-00012."),
        },
    )
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor skal du se sagen nu?"),
        help_text=gettext_lazy(
            "Din leder og den, der gennemgår loggen, læser det. Ingen navne og CPR-numre."
        ),
        max_length=1000,
        widget=forms.Textarea,
        error_messages={
            "required": gettext_lazy("Skriv, hvorfor du skal se sagen nu."),
            "max_length": gettext_lazy("Teksten er over 1000 tegn. Skriv den kortere."),
        },
    )

    def __init__(self, *args: Any, kommuner: Valg, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kommune_id"].choices = (  # type: ignore[attr-defined]
            list(kommuner) if len(kommuner) == 1 else [("", _("Vælg")), *kommuner]
        )

    def clean_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["grund"])


class KvitteringForm(Formular):
    bemaerkning = forms.CharField(
        label=gettext_lazy("Bemærkning"),
        help_text=gettext_lazy("Hvad du fandt ud af, hvis der er noget at skrive. Ingen CPR-numre."),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"max_length": gettext_lazy("Bemærkningen er over 2000 tegn. Skriv den kortere.")},
    )

    def clean_bemaerkning(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["bemaerkning"])
