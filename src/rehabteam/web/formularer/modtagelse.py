"""Files sent to a case: which, and what each of them is."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy

from rehabteam.web.formular import Formular

from .indlaesning import FlereFiler
from .sag import TAGES_IMOD, DokumentForm

HOEJST = 100  # in one post; with JavaScript there is no such limit


class Modtagefelt(forms.FileField):
    """Some files of the kinds that are taken in; the value is a list."""

    widget = FlereFiler(attrs={"accept": TAGES_IMOD})
    default_error_messages = {
        "required": gettext_lazy("Vælg en eller flere filer."),
        "missing": gettext_lazy("Vælg en eller flere filer."),
        "invalid": gettext_lazy("Filerne kom ikke med. Vælg dem igen."),
        "mange": gettext_lazy("Der kan højst sendes 100 filer ad gangen her. Send dem i flere hold."),
        "max_length": gettext_lazy("En fils navn er for langt. Giv den et kortere navn, og vælg den igen."),
    }

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        filer = [super(Modtagefelt, self).clean(en, initial) for en in (data or [None])]
        if len(filer) > HOEJST:
            raise forms.ValidationError(self.error_messages["mange"], code="mange")
        return filer


class FilerForm(Formular):
    """Many files in one post: what the page can do without JavaScript."""

    filer = Modtagefelt(
        label=gettext_lazy("Filer"),
        help_text=gettext_lazy(
            "PDF, Word (docx), ODT, JPEG, PNG, TIFF, HEIC og mails (eml og msg). Højst 50 MB hver."
        ),
        allow_empty_file=True,
        max_length=255,
    )

    def clean(self) -> dict[str, Any] | None:
        if sum(fil.size for fil in self.cleaned_data.get("filer", [])) > settings.MAX_FILSTOERRELSE:
            self.add_error("filer", gettext_lazy("Filerne er tilsammen over 50 MB. Send dem i flere hold."))
        return self.cleaned_data


class LaegForm(DokumentForm):
    """What a person says of one file before it is laid on the case. One that is left out is not asked about."""

    fil = None
    med = forms.BooleanField(label=gettext_lazy("Læg den på sagen"), required=False)

    def __init__(self, *args: Any, filnavn: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for felt in self.fields.values():
            # The rows' fields have the same labels: whoever hears one is told which file it is of.
            felt.widget.attrs["aria-label"] = f"{felt.label}: {filnavn}"

    def clean(self) -> dict[str, Any] | None:
        if not self.cleaned_data.get("med"):
            self.errors.clear()
        return self.cleaned_data
