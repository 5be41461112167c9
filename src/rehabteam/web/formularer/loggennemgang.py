"""What the reviewer of the log found."""

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.sager.models import Logstikproeve
from rehabteam.web.cprvagt import kraev_uden_cpr
from rehabteam.web.formular import Formular


class GennemgangForm(Formular):
    udfald = forms.ChoiceField(
        label=_("Hvad fandt du?"),
        choices=[(u.value, _(u.label)) for u in Logstikproeve.Udfald],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Vælg, hvad du fandt."),
            "invalid_choice": _("Vælg, hvad du fandt."),
        },
    )
    bemaerkning = forms.CharField(
        label=_("Bemærkning"),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Skal skrives, når noget skal undersøges. Ellers hvad du fik at vide. Ingen CPR-numre."),
        error_messages={"max_length": _("Bemærkningen er over 2000 tegn. Skriv den kortere.")},
    )

    def clean_bemaerkning(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["bemaerkning"])
