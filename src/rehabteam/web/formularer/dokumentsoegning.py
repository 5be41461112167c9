"""What a document may be looked for by."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.sager.udtraek.dokumentsoegning import Valg
from rehabteam.web.bilagsliste import SLAGSNAVNE
from rehabteam.web.formular import Datofelt, Formular


class FindForm(Formular):
    tekst = forms.CharField(
        label=gettext_lazy("Ord i dokumentet"),
        help_text=gettext_lazy("Alle ordene skal stå på samme side eller i titlen."),
        required=False,
        max_length=200,
    )
    slags = forms.ChoiceField(
        label=gettext_lazy("Hvad er det for et dokument?"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Vælg en slags på listen.")},
    )
    afsender = forms.CharField(
        label=gettext_lazy("Fra (en del af navnet er nok)"),
        required=False,
        max_length=100,
    )
    fra = Datofelt(label=gettext_lazy("Dateret fra og med"), required=False)
    til = Datofelt(label=gettext_lazy("Dateret til og med"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slags"].choices = [("", _("Alle slags")), *SLAGSNAVNE.items()]

    def clean(self) -> dict[str, Any]:
        felter = super().clean() or {}
        fra, til = felter.get("fra"), felter.get("til")
        if fra and til and til < fra:
            self.add_error("til", _("Den sidste dag ligger før den første."))
        if not self.errors:
            self.valg = Valg(
                tekst=felter["tekst"],
                slags=felter["slags"],
                afsender=" ".join(felter["afsender"].split()),
                fra=fra,
                til=til,
            )
            if felter["tekst"] and not self.valg.ordene:
                self.add_error(
                    "tekst",
                    _(
                        "Skriv et ord med mindst tre bogstaver. CPR-numre og sagsnumre søges der efter under Søg."
                    ),
                )
            elif not self.valg.er_noget:
                raise ValidationError(_("Skriv eller vælg mindst én ting at søge efter."))
        return felter
