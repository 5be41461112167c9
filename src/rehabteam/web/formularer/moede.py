"""What is typed about a meeting day: when and where, who leads it, and when each case comes up."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.sager.models import Moede
from rehabteam.web.formular import Datofelt, Formular


class Klokkefelt(forms.TimeField):
    """A time as people write it: 9, 9.30 or 09:30."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%H.%M", "%H:%M", "%H%M", "%H"],
            widget=forms.TimeInput(format="%H.%M", attrs={"autocomplete": "off"}),
            error_messages={
                "required": gettext_lazy("Skriv et klokkeslæt, fx 09.30."),
                "invalid": gettext_lazy("Klokkeslættet kan ikke læses. Skriv det som 09.30."),
            },
            **kwargs,
        )


class Moededagen(Formular):
    """Where a meeting day is held, and who leads it: one day or a series. `ledere`: (value, name)."""

    afholdes = forms.ChoiceField(
        label=gettext_lazy("Hvordan mødes I"),
        choices=Moede.Form.choices,
        widget=forms.RadioSelect,
        initial=Moede.Form.RUM,
        required=False,
    )
    sted = forms.CharField(
        label=gettext_lazy("Sted"),
        help_text=gettext_lazy("Lokalet, eller hvor video-mødet findes."),
        max_length=120,
        error_messages={
            "required": gettext_lazy("Skriv, hvor mødet holdes."),
            "max_length": gettext_lazy("Stedet er over 120 tegn. Skriv det kortere."),
        },
    )
    moedeleder = forms.ChoiceField(
        label=gettext_lazy("Mødeleder"),
        error_messages={
            "required": gettext_lazy("Vælg en mødeleder."),
            "invalid_choice": gettext_lazy("Vælg en mødeleder på listen."),
        },
    )

    def __init__(self, *args: Any, ledere: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moedeleder"].choices = [("", _("Vælg")), *ledere]  # type: ignore[attr-defined]
        self.fields["afholdes"].choices = [(v, _(t)) for v, t in Moede.Form.choices]  # type: ignore[attr-defined]

    def clean_afholdes(self) -> str:
        return self.cleaned_data["afholdes"] or Moede.Form.RUM


class MoedeForm(Moededagen):
    """A meeting day. `ledere` are (id, name)."""

    dato = Datofelt(label=gettext_lazy("Dato"), help_text=gettext_lazy("Fx 11.06.2026."))
    kl = Klokkefelt(
        label=gettext_lazy("Klokkeslæt"),
        help_text=gettext_lazy("Hvornår den første sag begynder. Fx 09.00."),
    )

    field_order = ("dato", "kl", "afholdes", "sted", "moedeleder")


class KlokkeForm(Formular):
    """When one case comes up on its day."""

    sag = forms.UUIDField(widget=forms.HiddenInput)
    kl = Klokkefelt(label=gettext_lazy("Klokkeslæt"))
