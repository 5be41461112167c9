"""What Klinisk Funktion may type."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.web.formular import Datofelt, Formular


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


def _tekst(label: Any, hjaelp: Any, tom: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hjaelp,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": tom},
    )


class SpoergForm(Formular):
    """A question to the kommune."""

    tekst = _tekst(
        _("Spørgsmål til kommunen"),
        _("Ét spørgsmål ad gangen er lettest at svare på. Det kan ikke rettes, når det er sendt."),
        _("Skriv, hvad kommunen skal svare på."),
    )


class SvarForm(Formular):
    """The kommune's answer to one question."""

    spoergsmaal = forms.UUIDField(widget=forms.HiddenInput)
    svar = _tekst(
        _("Svar til Klinisk Funktion"), _("Svaret kan ikke rettes, når det er sendt."), _("Skriv svaret.")
    )


class StillingForm(Formular):
    """What happens to a case that came too late. `moeder`: (id, day and place)."""

    valg = forms.ChoiceField(
        label=_("Hvad sker der med sagen?"),
        choices=[("tag_med", _("Tag med")), ("flyt", _("Flyt til et senere møde"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, om sagen tages med eller flyttes.")},
    )
    moede = forms.ChoiceField(
        label=_("Møde at flytte til"),
        help_text=_("Kun når sagen flyttes."),
        required=False,
        error_messages={"invalid_choice": _("Vælg en dag på listen.")},
    )
    grund = _tekst(
        _("Hvorfor?"), _("Kommunen læser det på sagen."), _("Skriv hvorfor. Kommunen læser det på sagen.")
    )

    def __init__(self, *args: Any, moeder: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moede"].choices = [("", _("Vælg en dag")), *moeder]  # type: ignore[attr-defined]


class FravaerForm(Formular):
    """When a sundhedskoordinator is away; `folk` are (id, name)."""

    hvem = forms.ChoiceField(
        label=_("Hvem er væk?"),
        error_messages={
            "required": _("Vælg, hvem der er væk."),
            "invalid_choice": _("Vælg en sundhedskoordinator på listen."),
        },
    )
    fra = Datofelt(label=_("Første dag"), help_text=_("Fx 01.06.2026."))
    til = Datofelt(label=_("Sidste dag"), help_text=_("Dagen er med. Højst et år frem."))
    stedfortraeder = forms.ChoiceField(
        label=_("Stedfortræder"),
        help_text=_("Hvem der kan få sagerne. Ingen sager flytter af sig selv."),
        required=False,
        error_messages={"invalid_choice": _("Vælg en sundhedskoordinator på listen.")},
    )

    def __init__(self, *args: Any, folk: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hvem"].choices = [("", _("Vælg")), *folk]  # type: ignore[attr-defined]
        self.fields["stedfortraeder"].choices = [("", _("Ingen")), *folk]  # type: ignore[attr-defined]


class GivForm(Formular):
    """Why the cases of one who is away go to her substitute."""

    grund = _tekst(
        _("Hvorfor får stedfortræderen sagerne?"),
        _("Det står i hver sags historik. Ingen oplysninger om helbred."),
        _("Skriv hvorfor. Det står i hver sags historik."),
    )


def _felt(label: Any, hjaelp: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hjaelp,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )


class NotatForm(Formular):
    """The sundhedskoordinator's note in its five parts; a draft may leave any of them empty."""

    funktionsniveau = _felt(
        _("Funktionsniveau"), _("Hvad kan borgeren i hverdagen og i et arbejde, og hvad koster det?")
    )
    skaanehensyn = _felt(_("Skånehensyn"), _("Hvad skal der tages hensyn til, og hvor længe?"))
    tilbud = _felt(
        _("Kommunale tilbud, der kan støtte"), _("Hvilke tilbud om sundhed og beskæftigelse kan hjælpe nu?")
    )
    dokumentationsbehov = _felt(
        _("Behov for mere dokumentation"),
        _("Mangler der oplysninger, før teamet kan tage stilling? Hvilke? Skriv også et nej."),
    )
    vurderingsbehov = _felt(
        _("Behov for vurdering hos Klinisk Funktion"),
        _("Skal Klinisk Funktion vurdere borgeren, og hvad skal den svare på? Skriv også et nej."),
    )
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def mangler(self, dele: Mapping[str, str]) -> None:
        """What lacks before it can be signed; the list at the top names each part."""
        for felt, tekst in dele.items():
            fejl = forms.ValidationError(tekst, code="required")
            self.add_error(felt if felt in self.fields else None, fejl)
