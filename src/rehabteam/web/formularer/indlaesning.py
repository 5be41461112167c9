"""The form that files from the kommune's other system come in by."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..formular import Formular

HOEJST = 10


class FlereFiler(forms.FileInput):
    allow_multiple_selected = True


class Filfelt(forms.FileField):
    """Some files; the value is a list."""

    widget = FlereFiler(attrs={"accept": ".csv,.txt,.jsonl,.json"})
    default_error_messages = {
        "required": _("Vælg mindst én fil."),
        "missing": _("Vælg mindst én fil."),
        "invalid": _("Filerne kom ikke med. Vælg dem igen."),
        "mange": _("Der kan højst vælges ti filer ad gangen."),
        "store": _("Filerne er tilsammen over 50 MB. Del dem."),
        "max_length": _("En fils navn er for langt. Giv den et kortere navn, og vælg den igen."),
    }

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        filer = [super(Filfelt, self).clean(en, initial) for en in (data or [None])]
        if len(filer) > HOEJST:
            raise forms.ValidationError(self.error_messages["mange"], code="mange")
        if sum(fil.size for fil in filer) > settings.MAX_FILSTOERRELSE:
            raise forms.ValidationError(self.error_messages["store"], code="store")
        return filer


class ImportForm(Formular):
    """The field names are those the Handling answers at."""

    system = forms.CharField(
        label=_("Systemets navn"),
        help_text=_(
            "Det system, filerne kommer fra, fx Momentum. Skriv det samme hver gang: så kendes rækkerne igen."
        ),
        max_length=40,
        error_messages={
            "required": _("Skriv, hvilket system filerne kommer fra."),
            "max_length": _("Skriv systemets navn med bogstaver og tal, højst 40 tegn."),
        },
    )
    filer = Filfelt(
        label=_("Filer"),
        help_text=_(
            "CSV eller JSON Lines, højst ti filer og 50 MB i alt. De må vælges på én gang og i enhver rækkefølge."
        ),
        allow_empty_file=True,
        max_length=255,
    )
