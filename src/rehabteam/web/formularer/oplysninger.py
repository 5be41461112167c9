"""Forms of the facts § 17 asks about. Which dates can be true, the Handlinger say."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.sager.models import Spaend

from .. import hjemler
from ..formular import Datofelt, Formular

VAELG = [("", _("Vælg"))]
FRA_LISTEN = {"invalid_choice": _("Vælg en fra listen.")}
TOM_DATO = _("Lad feltet stå tomt, hvis det ikke er sket.")


class Timefelt(forms.DecimalField):
    """Hours as people write them: 7,5 or 7.5."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            max_digits=5,
            decimal_places=2,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            error_messages={
                "required": _("Skriv antallet af timer, fx 7,5."),
                "invalid": _("Timerne kan ikke læses. Skriv dem som 7,5."),
                "max_decimal_places": _("Skriv højst to decimaler."),
                "max_digits": _("Skriv timerne på den ene dag: mere end 0 og højst 24."),
                "max_whole_digits": _("Skriv timerne på den ene dag: mere end 0 og højst 24."),
            },
            **kwargs,
        )

    def to_python(self, value: Any) -> Decimal | None:
        try:
            return super().to_python(str(value).replace(",", ".") if value else value)
        except InvalidOperation:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid") from None


class Gang(Formular):
    """The four different days of an effort, and its place in the indsatsdel."""

    bevilget = Datofelt(
        label=_("Bevilget"),
        required=False,
        help_text=_("Den dag, kommunen gav indsatsen. Det er ikke en start."),
    )
    aftalt_start = Datofelt(
        label=_("Aftalt start"), required=False, help_text=_("En aftale om at begynde. Må ligge ude i tiden.")
    )
    paabegyndt = Datofelt(
        label=_("Begyndt"), required=False, help_text=_("Den dag, borgeren faktisk begyndte.")
    )
    i_indsatsdel = forms.BooleanField(label=_("Indsatsen står i indsatsdelen eller Min Plan"), required=False)
    optaget_i_indsatsdel = Datofelt(
        label=_("Skrevet ind den"),
        required=False,
        help_text=_("Kun hvis den først kom ind efter starten."),
    )
    afsluttet = Datofelt(label=_("Afsluttet"), required=False, help_text=TOM_DATO)


class NyIndsats(Gang):
    """An effort with its name and legal basis."""

    navn = forms.CharField(
        label=_("Indsats"),
        max_length=200,
        help_text=_("Fx »Virksomhedspraktik, Nordby Genbrug«."),
        error_messages={"required": _("Skriv, hvad indsatsen er.")},
    )
    hjemmel = forms.ChoiceField(
        label=_("Hjemmel"),
        choices=[*VAELG, *hjemler.INDSATSER],
        help_text=_("Loven indsatsen gives efter. Den afgør, om indsatsen kan tælle med."),
        error_messages=FRA_LISTEN | {"required": _("Vælg den hjemmel, indsatsen gives efter.")},
    )
    field_order = ("navn", "hjemmel")


class IndsatsensGang(Gang):
    """New dates on an effort; `version` is the forløb's when the form was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class NyPeriode(Formular):
    """A period that may stand outside the six months."""

    hjemmel = forms.ChoiceField(
        label=_("Grundlag"),
        choices=[*VAELG, *hjemler.PERIODER],
        help_text=_("Kun de fire første grundlag holder tiden ude. Sygdom alene gør ikke."),
        error_messages=FRA_LISTEN | {"required": _("Vælg et grundlag.")},
    )
    fra = Datofelt(label=_("Fra og med"), help_text=_("Fx 12.01.2026."))
    til = Datofelt(
        label=_("Til og med"),
        required=False,
        help_text=_("Lad feltet stå tomt, hvis perioden stadig løber. Så står tiden stille."),
    )
    note = forms.CharField(
        label=_("Note"), max_length=300, required=False, help_text=_("Fx hvornår du ser på det igen.")
    )


class PeriodeSlut(Formular):
    """The last day of a period that was running."""

    til = Datofelt(
        label=_("Til og med"), help_text=_("Den sidste dag, der holdes ude. Dagen efter tæller igen.")
    )


class NyeTimer(Formular):
    """Hours on one day."""

    dato = Datofelt(label=_("Dag"), help_text=_("En dag, borgeren havde timerne. Én dag er nok til et svar."))
    timer = Timefelt(label=_("Timer"), help_text=_("Timerne den dag, fx 7,5."))
    art = forms.ChoiceField(
        label=_("Slags"),
        choices=list(hjemler.TIMEARTER.items()),
        widget=forms.RadioSelect,
        error_messages=FRA_LISTEN | {"required": _("Vælg, hvilke timer det var.")},
    )


class NytSpaend(Formular):
    """A span in § 15 subsidy or STU."""

    slags = forms.ChoiceField(
        label=_("Hvad"),
        choices=Spaend.Slags.choices,
        widget=forms.RadioSelect,
        error_messages=FRA_LISTEN | {"required": _("Vælg løntilskud eller STU.")},
    )
    fra = Datofelt(label=_("Fra og med"))
    til = Datofelt(
        label=_("Til og med"), required=False, help_text=_("Lad feltet stå tomt, hvis det stadig løber.")
    )


class Beslutning(Formular):
    """Særlige grunde: written, named, dated."""

    begrundelse = forms.CharField(
        label=_("Begrundelse"),
        max_length=10_000,
        widget=forms.Textarea,
        help_text=_("Hvad i borgerens situation taler imod, at teamet ser sagen igen nu?"),
        error_messages={"required": _("Skriv begrundelsen. Uden den gælder beslutningen ikke.")},
    )
    beslutningstager = forms.CharField(
        label=_("Besluttet af"),
        max_length=200,
        error_messages={"required": _("Skriv navnet på den, der har truffet beslutningen.")},
    )
    dato = Datofelt(label=_("Besluttet den"))


class TagTilbage(Formular):
    """Why a fact is taken back."""

    grund = forms.CharField(
        label=_("Hvorfor tages den tilbage?"),
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": _("Skriv, hvorfor oplysningen tages tilbage.")},
    )


class Begrundelse(Formular):
    """Why a case is resumed although § 17 does not demand it today."""

    grund = forms.CharField(
        label=_("Hvorfor skal teamet se sagen igen?"),
        max_length=2000,
        widget=forms.Textarea,
        required=False,
    )
