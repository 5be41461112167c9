"""What Klinisk Funktion may type."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.web.formular import Formular


class FordelForm(Formular):
    """Which sundhedskoordinator gets the case; `valg` are (id, name). `naeste`: the row that has the turn after."""

    koordinator = forms.ChoiceField(
        error_messages={
            "required": _("Vælg en sundhedskoordinator."),
            "invalid_choice": _("Vælg en sundhedskoordinator på listen."),
        }
    )

    naeste = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, valg: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["koordinator"].choices = valg  # type: ignore[attr-defined]


def _felt(label: Any, hjaelp: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hjaelp,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class NotatForm(Formular):
    """The sundhedskoordinator's note in its four parts; a draft may leave any of them empty."""

    funktionsniveau = _felt(
        _("Funktionsniveau"), _("Hvad kan borgeren i hverdagen og i et arbejde, og hvad koster det?")
    )
    skaanehensyn = _felt(_("Skånehensyn"), _("Hvad skal der tages hensyn til, og hvor længe?"))
    tilbud = _felt(
        _("Kommunale tilbud, der kan støtte"), _("Hvilke tilbud om sundhed og beskæftigelse kan hjælpe nu?")
    )
    dokumentationsbehov = _felt(
        _("Behov for mere dokumentation"),
        _("Mangler der noget, før teamet kan tage stilling? Skriv også et nej."),
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def mangler(self, dele: Mapping[str, str]) -> None:
        """What lacks before it can be signed; the list at the top names each part."""
        for felt, tekst in dele.items():
            fejl = forms.ValidationError(tekst, code="required")
            self.add_error(felt if felt in self.fields else None, fejl)
