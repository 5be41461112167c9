"""The calculators' fields: a day, a choice, and the fields of a row of each kind (p periods, i efforts, u exemptions)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from .. import hjemler
from ..beregning_datoer import SENEST, TIDLIGST, kan_ikke_laeses, uden_for
from ..formular import Datofelt, Jafelt
from .oplysninger import FRA_LISTEN, VAELG, Timefelt

SVAR_JA_NEJ = gettext_lazy("Svar ja eller nej.")
LOENTILSKUD_15, STU = "LOENTILSKUD_15", "STU"
UNDTAGELSER = (
    (gettext_lazy("Timer en dag"), tuple(hjemler.TIMEARTER.items())),
    (
        gettext_lazy("Løntilskud og uddannelse"),
        (
            (LOENTILSKUD_15, gettext_lazy("Løntilskud efter kompensationslovens § 15")),
            (STU, gettext_lazy("STU, særligt tilrettelagt ungdomsuddannelse")),
        ),
    ),
)


class Beregndato(Datofelt):
    """A day within the years asked about; one that cannot be read is answered with what was probably meant."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.DateInput(format="%d.%m.%Y", attrs={"maxlength": 20}))
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> date | None:
        try:
            dag = super().to_python(value)
        except forms.ValidationError:
            raise forms.ValidationError(kan_ikke_laeses(str(value)[:40]), code="invalid") from None
        if dag is not None and not TIDLIGST <= dag <= SENEST:
            raise forms.ValidationError(uden_for(dag), code="invalid")
        return dag


def _valg(label: Any, choices: Any, **kwargs: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[*VAELG, *choices], required=False, error_messages=FRA_LISTEN, **kwargs
    )


def _loeber() -> forms.BooleanField:
    return forms.BooleanField(
        label=gettext_lazy("Perioden løber stadig"),
        required=False,
        widget=forms.CheckboxInput(attrs={"value": "ja"}),
    )


def _dato(label: Any, hjaelp: Any = "") -> Beregndato:
    return Beregndato(label=label, required=False, help_text=hjaelp)


def periode() -> dict[str, forms.Field]:
    return {
        "hjemmel": _valg(gettext_lazy("Grundlag"), hjemler.PERIODER),
        "fra": _dato(gettext_lazy("Fra")),
        "til": _dato(gettext_lazy("Til")),
        "loeber": _loeber(),
    }


def indsats() -> dict[str, forms.Field]:
    return {
        "hjemmel": _valg(gettext_lazy("Hjemmel"), hjemler.INDSATSER),
        "begyndt": _dato(
            gettext_lazy("Begyndt"),
            gettext_lazy("Den dag, borgeren faktisk begyndte. Bevilget er ikke nok"),
        ),
        "indsatsdel": Jafelt(label=gettext_lazy("Står den i indsatsdelen eller Min Plan?"), required=False),
        "optaget": _dato(gettext_lazy("Skrevet ind den"), gettext_lazy("Kun hvis den kom ind efter starten")),
    }


def undtagelse() -> dict[str, forms.Field]:
    return {
        "hvad": _valg(gettext_lazy("Hvad"), UNDTAGELSER),
        "dato": _dato(gettext_lazy("Dag"), gettext_lazy("Én dag er nok til et svar")),
        "timer": Timefelt(
            label=gettext_lazy("Timer"),
            required=False,
            help_text=gettext_lazy("Fx 7,5. Tomt, hvis tallet ikke er kendt"),
        ),
        "fra": _dato(gettext_lazy("Fra")),
        "til": _dato(gettext_lazy("Til")),
        "loeber": _loeber(),
    }


RAEKKEFELTER: dict[str, Callable[[], dict[str, forms.Field]]] = {"p": periode, "i": indsats, "u": undtagelse}
"""Kind of row → its fields by name, in the order of the page."""
