"""A correction of a line in a settlement, and which lines one approves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..formular import Formular
from .kroner import Kronefelt


class RetForm(Formular):
    """What a line is changed by, or set to where no price is known."""

    beloeb = Kronefelt(label=_("Beløb, kr."), error_messages={"required": _("Skriv et beløb, fx 250,00.")})
    grund = forms.CharField(
        label=_("Hvorfor"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Den anden part læser det. Skriv ikke navn eller CPR-nummer."),
    )


class GodkendForm(Formular):
    """`linjer`: how many lines there were on the page."""

    linjer = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
