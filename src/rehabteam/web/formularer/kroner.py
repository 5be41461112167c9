"""Money as people write it."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

TAL = re.compile(r"-?\d{1,3}(\.\d{3})+(,\d{1,2})?|-?\d+([.,]\d{1,2})?", re.ASCII)


class Kronefelt(forms.Field):
    """3.250,00 or 3250,00 or 3250 kr.: kroner and øre as a Decimal with two places; None when left empty."""

    default_error_messages = {"invalid": _("Skriv et beløb i kroner og øre, for eksempel 3250,00.")}

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"inputmode": "decimal"}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        tekst = re.sub(r"kr\.?|\s", "", str(value or "")).replace("−", "-")
        if not tekst:
            return None
        if len(tekst) > 15 or not TAL.fullmatch(tekst):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        hele = tekst.replace(".", "") if "," in tekst or re.search(r"\.\d{3}", tekst) else tekst
        return Decimal(hele.replace(",", ".")).quantize(Decimal("0.01"))

    def prepare_value(self, value: Any) -> Any:
        return f"{value:.2f}".replace(".", ",") if isinstance(value, Decimal) else value
