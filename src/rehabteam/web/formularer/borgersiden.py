"""The citizen's own forms, and the kommune's of a fuldmagt on paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..formular import Datofelt, Formular, Jafelt


class EgneOrd(Formular):
    """What she wants the team to know, in her own words."""

    tekst = forms.CharField(
        label=_("Det vil jeg gerne sige til teamet"),
        max_length=4000,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": _("Skriv højst 4000 tegn. Har du mere, så tag det med til mødet.")},
    )


class Fuldmagtform(Formular):
    navn = forms.CharField(
        label=_("Bisidderens navn"),
        max_length=120,
        error_messages={"required": _("Skriv bisidderens navn."), "max_length": _("Skriv et kortere navn.")},
    )
    dokumenter = Jafelt(
        label=_("Må bisidderen også se dokumenterne?"),
        error_messages={"required": _("Vælg ja eller nej.")},
    )
    til = Datofelt(label=_("Til og med"))


class Kodeform(Formular):
    """The code a citizen has given her bisidder."""

    kode = forms.CharField(
        label=_("Koden fra borgeren"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}
        ),
        help_text=_("Tolv bogstaver og tal, fx ABCD-EFGH-JKMN"),
        error_messages={"required": _("Skriv koden.")},
    )
