"""Notes, reminders, units, and handing over."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.web.cprvagt import har_cpr
from rehabteam.web.formular import Datofelt, Formular

Valg = Sequence[tuple[str, str]]


def _uden_cpr(tekst: str) -> str:
    if har_cpr(tekst):
        raise forms.ValidationError(_("Der står et CPR-nummer. Tag det ud."))
    return tekst


class NoteForm(Formular):
    tekst = forms.CharField(
        label=gettext_lazy("Ny note"),
        help_text=gettext_lazy(
            "Skriv @ og en kollegas navn, så får kollegaen besked, fx »@Lone Madsen, ringer du?«. "
            "Kun din egen kommune læser noten. Den er en del af sagen og kan ikke slettes."
        ),
        max_length=10_000,
        widget=forms.Textarea,
        error_messages={
            "required": gettext_lazy("Skriv noten."),
            "max_length": gettext_lazy("Noten er over 10.000 tegn. Skriv den kortere."),
        },
    )

    def clean_tekst(self) -> str:
        return _uden_cpr(self.cleaned_data["tekst"])


class PaamindelseForm(Formular):
    hvornaar = Datofelt(label=gettext_lazy("Hvilken dag?"), help_text=gettext_lazy("Fx 08.06.2026."))
    tekst = forms.CharField(
        label=gettext_lazy("Hvad vil du mindes om?"),
        help_text=gettext_lazy("Kort, fx »Ring til lægehuset«. Teksten kommer ikke med i mailen."),
        max_length=200,
        error_messages={
            "required": gettext_lazy("Skriv, hvad du vil mindes om."),
            "max_length": gettext_lazy("Teksten er over 200 tegn. Skriv den kortere."),
        },
    )

    def clean_tekst(self) -> str:
        return _uden_cpr(self.cleaned_data["tekst"])


class MailForm(Formular):
    til = forms.BooleanField(
        label=gettext_lazy("Send mig en mail på de dage, jeg har påmindelser"), required=False
    )
    mailadresse = forms.EmailField(
        label=gettext_lazy("Din mailadresse på arbejdet"),
        required=False,
        max_length=254,
        error_messages={"invalid": gettext_lazy("Skriv en mailadresse, fx lone@kommune.dk.")},
    )

    def clean(self) -> dict[str, Any]:
        felter = super().clean() or {}
        if felter.get("til") and not felter.get("mailadresse") and "mailadresse" not in self.errors:
            self.add_error("mailadresse", _("Skriv den mailadresse, mailen skal sendes til."))
        return felter


class EnhedForm(Formular):
    enhed = forms.CharField(
        label=gettext_lazy("Enhed"),
        help_text=gettext_lazy(
            "Som I kalder den, fx »Sygedagpenge Nord«. Lad feltet stå tomt for ingen enhed."
        ),
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"list": "enheder", "autocomplete": "off"}),
        error_messages={"max_length": gettext_lazy("Enhedens navn er over 80 tegn. Skriv det kortere.")},
    )


class OverdragForm(Formular):
    """`raekker`: what can be chosen, as "sag:<id>" and "forloeb:<id>". `kolleger`: who can take it."""

    hvad = forms.ChoiceField(
        label=gettext_lazy("Hvad skal overdrages?"),
        choices=[("valgte", gettext_lazy("Det, jeg har sat kryds ved")), ("alle", gettext_lazy("Alt"))],
        widget=forms.RadioSelect,
        initial="valgte",
        error_messages={
            "required": gettext_lazy("Vælg, om det er alt eller det, du har sat kryds ved."),
            "invalid_choice": gettext_lazy("Vælg en af mulighederne."),
        },
    )
    valgte = forms.MultipleChoiceField(
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Vælg blandt det, der står på listen.")},
    )
    til = forms.ChoiceField(
        label=gettext_lazy("Hvem skal have det?"),
        error_messages={
            "required": gettext_lazy("Vælg den kollega, der skal have sagerne."),
            "invalid_choice": gettext_lazy("Vælg en kollega på listen."),
        },
    )
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor?"),
        help_text=gettext_lazy("Det står i hver sags historik. Ingen oplysninger om helbred."),
        max_length=300,
        error_messages={
            "required": gettext_lazy("Skriv, hvorfor sagerne overdrages. Det står i hver sags historik."),
            "max_length": gettext_lazy("Teksten er over 300 tegn. Skriv den kortere."),
        },
    )

    def __init__(self, *args: Any, raekker: Sequence[str], kolleger: Valg, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["valgte"].choices = [(r, r) for r in raekker]  # type: ignore[attr-defined]
        self.fields["til"].choices = [("", _("Vælg")), *kolleger]  # type: ignore[attr-defined]

    def clean_grund(self) -> str:
        return _uden_cpr(self.cleaned_data["grund"])

    def clean(self) -> dict[str, Any]:
        felter = super().clean() or {}
        if felter.get("hvad") == "valgte" and not felter.get("valgte") and "valgte" not in self.errors:
            self.add_error("hvad", _("Sæt kryds ved mindst én sag eller ét forløb, eller vælg alt."))
        return felter
