"""Forms of a protected name and address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.handlinger.vis_beskyttet import FORMAAL
from rehabteam.web.cprvagt import kraev_uden_cpr
from rehabteam.web.formular import Datofelt, Formular


class FormaalForm(Formular):
    formaal = forms.ChoiceField(
        label=_("Hvad skal du bruge navnet til?"),
        choices=[(kode, _(tekst)) for kode, tekst in FORMAAL.items()],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Vælg, hvad du skal bruge navnet til."),
            "invalid_choice": _("Vælg, hvad du skal bruge navnet til."),
        },
    )
    ord = forms.CharField(
        label=_("Med dine egne ord"),
        required=False,
        max_length=500,
        widget=forms.Textarea,
        help_text=_("Skal skrives ved »Andet«. Skriv ikke navnet eller et CPR-nummer her."),
        error_messages={"max_length": _("Teksten er over 500 tegn. Skriv den kortere.")},
    )

    def clean_ord(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["ord"])


class BeskyttelseForm(Formular):
    fra = Datofelt(
        label=_("Sat ind eller forlænget i CPR"),
        help_text=_("Den dag, beskyttelsen blev sat ind eller sidst forlænget. Fx 03.06.2026."),
    )
    til = Datofelt(
        label=_("Sidste dag, hvis den gælder længere end et år"),
        required=False,
        help_text=_("Kun når kommunen har fundet, at helt særlige forhold taler for det."),
    )


class OphoerForm(Formular):
    fra = Datofelt(label=_("Første dag uden beskyttelse"))
    grund = forms.CharField(
        label=_("Hvordan ved I det?"),
        max_length=500,
        required=False,
        widget=forms.Textarea,
        help_text=_("Fx at borgeren har bedt om det, eller at CPR ikke længere viser beskyttelsen."),
    )

    def clean_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["grund"])


class AdresseForm(Formular):
    linjer = forms.CharField(
        label=_("Adresse"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("Vej og nummer, postnummer og by. Uden navnet."),
    )

    def clean_linjer(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["linjer"])
