"""What may be typed on one part of the forberedende del. Nothing is required: a draft is saved as it is."""

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.skriv_plandel import Indhold
from rehabteam.sager.plandele import POSTFELTER, Del
from rehabteam.web.formular import Formular
from rehabteam.web.planhjaelp import FELTNAVNE, INGEN

from .raekker import HOEJST, RaekkeFormular, antal_raekker

LAENGST = 40_000
LANGE = tuple(felt for felt in POSTFELTER if felt not in ("navn", "varighed"))
PUNKT = "p_"


def _langt(etiket: Any, raekker: int) -> forms.CharField:
    return forms.CharField(
        label=etiket,
        required=False,
        max_length=LAENGST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": raekker}),
        error_messages={
            "max_length": gettext_lazy("Teksten er over 40.000 tegn. Kort den af, og gem igen."),
        },
    )


def _kort(etiket: Any) -> forms.CharField:
    return forms.CharField(
        label=etiket,
        required=False,
        max_length=300,
        error_messages={"max_length": gettext_lazy("Teksten er over 300 tegn. Skriv den kortere.")},
    )


class PlandelForm(Formular):
    """The kommune's text beside the citizen's own words; where the law splits the part, its points."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, del_: Del, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for navn, titel in del_.punkter:
            self.fields[PUNKT + navn] = _langt(_(titel), 5)
        if not del_.punkter:
            self.fields["kommunen"] = _langt(FELTNAVNE["kommunen"], 14)
        self.fields["borgeren"] = _langt(FELTNAVNE["borgeren"], 14)

    @property
    def tekster(self) -> list[str]:
        return [navn for navn in self.fields if navn != "version"]

    def indhold(self) -> Indhold:
        felter = self.cleaned_data
        punkter = {n.removeprefix(PUNKT): felter[n] for n in self.tekster if n.startswith(PUNKT)}
        return Indhold(felter.get("kommunen", ""), felter.get("borgeren", ""), punkter)


class PlanlisteForm(RaekkeFormular):
    """Earlier efforts, row by row. A row without a name is kept as well: not one word is dropped."""

    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    foer_raekker = ("version", "ingen")

    def __init__(self, *args: Any, del_: Del, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nr in range(self.antal):
            self.fields[f"i{nr}_navn"].label = FELTNAVNE["navn"]  # the number stands above the row
        self.fields["ingen"] = forms.BooleanField(label=INGEN[del_.noegle], required=False)
        self.order_fields(["version", "ingen"])

    def raekkefelter(self) -> dict[str, forms.Field]:
        return {
            felt: _langt(FELTNAVNE[felt], 3) if felt in LANGE else _kort(FELTNAVNE[felt])
            for felt in POSTFELTER
        }

    def clean(self) -> dict[str, Any]:
        return self.cleaned_data

    def indhold(self) -> Indhold:
        return Indhold(poster=self.raekker(), ingen=self.cleaned_data["ingen"])


Planform = PlandelForm | PlanlisteForm


def sendt(del_: Del, data: QueryDict) -> Planform:
    """The form as it was sent."""
    if del_.liste:
        return PlanlisteForm(data, antal=antal_raekker(data), del_=del_)
    return PlandelForm(data, del_=del_)


def udfyldt(del_: Del, indhold: Indhold, version: int, mindst: int = 1) -> Planform:
    """The form with what stands in the part; of a list also an empty row to write in."""
    if del_.liste:
        start: dict[str, Any] = {"version": version, "ingen": indhold.ingen}
        for nr, post in enumerate(indhold.poster):
            start |= {f"i{nr}_{felt}": post.get(felt, "") for felt in POSTFELTER}
        antal = min(max(len(indhold.poster), mindst, 1), HOEJST)
        return PlanlisteForm(initial=start, antal=antal, del_=del_)
    start = {"version": version, "kommunen": indhold.kommunen, "borgeren": indhold.borgeren}
    start |= {PUNKT + navn: tekst for navn, tekst in indhold.punkter.items()}
    return PlandelForm(initial=start, del_=del_)


class PlanbilagForm(Formular):
    """Which parts a document holds."""

    nr = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    dele = forms.MultipleChoiceField(
        label=gettext_lazy("Hvilke dele rummer dokumentet?"),
        help_text=gettext_lazy("Sæt kun hak ved det, du selv har set i dokumentet."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": gettext_lazy("Vælg blandt sagens egne dele.")},
    )

    def __init__(self, *args: Any, valg: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["dele"].choices = valg  # type: ignore[attr-defined]
