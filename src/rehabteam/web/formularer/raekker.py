"""Forms with repeated rows that work without JavaScript: i0_navn, i0_omraade, i1_navn …"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rehabteam.web.formular import Datofelt, Formular

OMRAADER = (
    ("Beskæftigelse", _("Beskæftigelse")),
    ("Uddannelse", _("Uddannelse")),
    ("Sundhed", _("Sundhed")),
    ("Socialt", _("Socialt")),
)
HOEJST = 20


class RaekkeFormular(Formular):
    """`antal` rows of the fields that `raekkefelter` makes; `raekkevis` gives them back as bound fields.

    `foer_raekker`: the fields above the rows, so that errors are told in the order of the page.
    """

    foer_raekker: tuple[str, ...] = ()

    def __init__(self, *args: Any, antal: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.antal = min(antal, HOEJST)
        for nr in range(self.antal):
            for navn, felt in self.raekkefelter().items():
                if navn == "navn":
                    felt.label = f"{felt.label} {nr + 1}"
                self.fields[f"i{nr}_{navn}"] = felt
        self.order_fields([*self.foer_raekker, *(felt for felt in self.fields if felt.startswith("i"))])

    def raekkefelter(self) -> dict[str, forms.Field]:
        raise NotImplementedError

    def raekkevis(self) -> list[dict[str, BoundField]]:
        navne = list(self.raekkefelter())
        return [{navn: self[f"i{nr}_{navn}"] for navn in navne} for nr in range(self.antal)]

    def raekker(self) -> list[dict[str, str]]:
        """The rows as texts; dates as ISO. Empty rows are left to the Handling."""
        return [
            {navn: _tekst(self.cleaned_data.get(f"i{nr}_{navn}")) for navn in self.raekkefelter()}
            for nr in range(self.antal)
        ]

    def clean(self) -> dict[str, Any]:
        """A row without a name would be dropped: what else stands in it must not be lost."""
        felter = self.cleaned_data
        navne = list(self.raekkefelter())
        for nr in range(self.antal):
            raekke = {navn: felter.get(f"i{nr}_{navn}") for navn in navne}
            navn = f"i{nr}_navn"
            if any(raekke.values()) and not raekke["navn"] and navn not in self.errors:
                self.add_error(navn, gettext("Skriv, hvad indsatsen er, eller tøm rækken."))
        return felter


def _tekst(vaerdi: Any) -> str:
    if vaerdi is None:
        return ""
    return vaerdi.isoformat() if isinstance(vaerdi, date) else str(vaerdi)


def antal_raekker(data: Mapping[str, str]) -> int:
    """How many rows a sent form has."""
    return sum(1 for nr in range(HOEJST) if f"i{nr}_navn" in data)


def heltal(tekst: str, ellers: int = 0) -> int:
    """A number from an address or a hidden field; `ellers` for what is none."""
    return int(tekst) if tekst.isdecimal() and len(tekst) < 10 else ellers


def med_datoer(raekker: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    """Rows from the database, with `begynder` as a date (None: not said)."""
    return [
        {**raekke, "begynder": date.fromisoformat(raekke["begynder"]) if raekke.get("begynder") else None}
        for raekke in raekker
    ]


def udfyldt(raekker: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Rows from the database as initial values."""
    return {
        f"i{nr}_{navn}": vaerdi
        for nr, raekke in enumerate(med_datoer(raekker))
        for navn, vaerdi in raekke.items()
    }


def kort(label: str | Promise, hoejst: int = 200) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=hoejst,
        error_messages={
            "max_length": _("Teksten er over %(limit_value)d tegn. Skriv den kortere."),
        },
    )


def langt(label: str | Promise, hjaelp: str | Promise = "", raekker: int = 5) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hjaelp,
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": raekker}),
        error_messages={"max_length": _("Teksten er over 20.000 tegn. Kort den af, og gem igen.")},
    )


def omraade() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Område"),
        required=False,
        choices=[("", _("Vælg")), *OMRAADER],
        error_messages={"invalid_choice": _("Vælg et område på listen.")},
    )


def begynder() -> Datofelt:
    return Datofelt(label=_("Begynder"), required=False)
