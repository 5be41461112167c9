"""The fields of the meeting room's form: their names, and the two that are made alike many times."""

from django import forms
from django.utils.translation import gettext as _

from .raekker import HOEJST


def delfelt(noegle: str) -> str:
    """The name of the field of a part whose text is kept in `indhold`."""
    return f"del_{noegle}"


def flagfelt(flag: str) -> str:
    return f"flag_{flag}"


def ja_nej(svar: bool | None) -> str:
    """A stored answer as a field's value."""
    return "" if svar is None else "ja" if svar else "nej"


def nummer() -> forms.ChoiceField:
    """The effort's place in the order, where they come one after the other (§ 8, stk. 6)."""
    return forms.ChoiceField(
        label=_("Nr. i rækken"),
        required=False,
        choices=[("", _("Ingen")), *((str(n), str(n)) for n in range(1, HOEJST + 1))],
        error_messages={"invalid_choice": _("Vælg et nummer på listen.")},
    )


def sidefelt(felt: forms.CharField) -> forms.CharField:
    """The seats stand beside the form, not inside it."""
    felt.widget.attrs |= {"form": "indstilling", "class": "form-input"}
    return felt
