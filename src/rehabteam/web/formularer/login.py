"""The login forms."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..formular import Formular


class Logindform(Formular):
    """What a person types to come in. Neither field says what the other got wrong.

    The fields bear the names that django-axes paints over in what it keeps of a failed try.
    """

    username = forms.CharField(
        label=_("Brugernavn"),
        max_length=80,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
        error_messages={"required": _("Skriv dit brugernavn.")},
    )
    password = forms.CharField(
        label=_("Adgangskode"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Skriv din adgangskode.")},
    )

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).strip().lower()


class Kodeform(Formular):
    """The one-time code of a local account."""

    kode = forms.CharField(
        label=_("Kode"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
        help_text=_("De seks cifre, kodegeneratoren viser nu"),
        error_messages={"required": _("Skriv koden fra kodegeneratoren.")},
    )

    def clean_kode(self) -> str:
        renset = "".join(str(self.cleaned_data["kode"]).split())
        if not (renset.isascii() and renset.isdigit() and len(renset) == 6):
            raise forms.ValidationError(_("Koden har seks cifre."))
        return renset
