"""What is typed when meetings are planned: a plan accepted, a series, the team of a day, a swap, a cancellation."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.web.formular import Datofelt, Formular

from .moede import Klokkefelt, Moededagen

ID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
LINJE = re.compile(rf"{ID}:{ID}:\d{{1,9}}", re.ASCII)


class Linjer(forms.MultipleChoiceField):
    """Lines of the proposal, each as the page wrote it."""

    def valid_value(self, value: str) -> bool:
        return bool(LINJE.fullmatch(value))


class PlanForm(Formular):
    """Accept the whole proposal (`hele`, with its mark) or the lines chosen."""

    valg = Linjer(
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Et af valgene kan ikke læses. Vælg igen.")},
    )
    hele = forms.CharField(required=False, max_length=4)
    aftryk = forms.CharField(required=False, max_length=16)


def _grund(label: Any, hjaelp: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hjaelp,
        max_length=250,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Skriv hvorfor.")},
    )


class AflysSagForm(Formular):
    grund = _grund(
        gettext_lazy("Hvorfor tages sagen af mødet?"),
        gettext_lazy("Står i sagens historik. Skriv ikke oplysninger om helbred."),
    )


class AflysMoedeForm(Formular):
    grund = _grund(
        gettext_lazy("Hvorfor aflyses mødedagen?"),
        gettext_lazy("Står på mødet og i hver sags historik. Skriv ikke om enkelte borgere."),
    )


class BytForm(Formular):
    """`sager` are (id, what it is called)."""

    med = forms.ChoiceField(
        label=gettext_lazy("Sag at bytte med"),
        error_messages={
            "required": gettext_lazy("Vælg den sag, der skal byttes med."),
            "invalid_choice": gettext_lazy("Vælg en sag på listen."),
        },
    )
    grund = _grund(gettext_lazy("Hvorfor bytter de?"), gettext_lazy("Står i begge sagers historik."))

    def __init__(self, *args: Any, sager: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["med"].choices = [("", _("Vælg")), *sager]  # type: ignore[attr-defined]


class SerieForm(Moededagen):
    """A series of meeting days. `ledere` are (id, name)."""

    fra = Datofelt(
        label=gettext_lazy("Første mødedag"), help_text=gettext_lazy("Ugedagen gælder for hele serien.")
    )
    til = Datofelt(label=gettext_lazy("Til og med"))
    hver_uge = forms.IntegerField(
        label=gettext_lazy("Hvor mange uger imellem"),
        help_text=gettext_lazy("1 er hver uge, 2 er hver anden uge."),
        initial=1,
        error_messages={
            "required": gettext_lazy("Skriv et tal fra 1 til 12."),
            "invalid": gettext_lazy("Skriv et tal fra 1 til 12."),
        },
    )
    kl = Klokkefelt(
        label=gettext_lazy("Klokkeslæt"), help_text=gettext_lazy("Hvornår den første sag begynder.")
    )

    field_order = ("fra", "til", "hver_uge", "kl", "afholdes", "sted", "moedeleder")


class MedlemForm(Formular):
    """One area of a day's team. `omraader`, `folk`: (value, name)."""

    fagomraade = forms.ChoiceField(
        label=gettext_lazy("Område"),
        error_messages={
            "required": gettext_lazy("Vælg et område."),
            "invalid_choice": gettext_lazy("Vælg et område på listen."),
        },
    )
    medarbejder = forms.ChoiceField(
        label=gettext_lazy("Hvem"),
        error_messages={
            "required": gettext_lazy("Vælg en person."),
            "invalid_choice": gettext_lazy("Vælg en person på listen."),
        },
    )
    stedfortraeder = forms.ChoiceField(
        label=gettext_lazy("Stedfortræder"),
        help_text=gettext_lazy("Kommer, hvis den første ikke kan."),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Vælg en person på listen.")},
    )

    def __init__(
        self, *args: Any, omraader: Sequence[tuple[str, str]], folk: Sequence[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fagomraade"].choices = [("", _("Vælg")), *omraader]  # type: ignore[attr-defined]
        self.fields["medarbejder"].choices = [("", _("Vælg")), *folk]  # type: ignore[attr-defined]
        self.fields["stedfortraeder"].choices = [("", _("Ingen")), *folk]  # type: ignore[attr-defined]
