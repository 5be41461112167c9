"""What all forms share: what a Handling refuses is shown at its field, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from rehabteam.handlinger.fejl import KanIkke

from .anledning import anledning

R = TypeVar("R")
FOR_LANGT = _("Teksten er over %(limit_value)d tegn. Skriv den kortere.")


class Datofelt(forms.DateField):
    """A day as people write it: 03.06.2026, 3-6-2026, 03/06/2026, 03062026 or 2026-06-03."""

    default_error_messages = {
        "invalid": _("Datoen kan ikke læses. Skriv en dag, der findes, som 03.06.2026."),
        "required": _("Skriv en dato, fx 03.06.2026."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%d.%m.%Y"))
        super().__init__(
            input_formats=["%d.%m.%Y", "%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d%m%Y"],
            **kwargs,
        )


class Jafelt(forms.TypedChoiceField):
    """Yes, no, or not answered yet (None): never a ticked box that hides the difference."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("choices", [("ja", _("Ja")), ("nej", _("Nej"))])
        kwargs.setdefault("widget", forms.RadioSelect)
        super().__init__(coerce=lambda v: {"ja": True, "nej": False}.get(v), empty_value=None, **kwargs)


class Formular(forms.Form):
    """A form whose texts are long enough for people and short enough for the database."""

    use_required_attribute = False

    def full_clean(self) -> None:
        """As Django does; a text that is too long is said in the house's words where the field has none."""
        for felt in self.fields.values():
            if isinstance(felt, forms.CharField):
                felt.error_messages.setdefault("max_length", FOR_LANGT)
        super().full_clean()

    def tag_imod(self, fejl: KanIkke) -> None:
        """Put what the Handling said at the fields it named; the rest at the top."""
        for felt, tekst in fejl.felter.items():
            self.add_error(felt if felt in self.fields else None, tekst)


def proev(
    request: HttpRequest, form: Formular, handling: Callable[..., R], *args: Any, **kwargs: Any
) -> R | None:
    """Run a Handling with a valid form. None: it refused, and the form now says why."""
    try:
        return handling(anledning(request), *args, **kwargs)
    except KanIkke as fejl:
        form.tag_imod(fejl)
        return None
