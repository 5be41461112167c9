"""Forms of redaction: an area in per cent of the page, words to look for, and why an edition is made or withdrawn."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.dokumenter.overstreg import Felt
from rehabteam.web.cprvagt import kraev_uden_cpr
from rehabteam.web.formular import Formular

HELE = Decimal(100)
MINDST = Decimal("0.2")  # per cent: less cannot be seen


class Procentfelt(forms.DecimalField):
    """A part of the page as people write it: 12 or 12,5."""

    default_error_messages = {
        "invalid": gettext_lazy("Skriv et tal fra 0 til 100, fx 12,5."),
        "required": gettext_lazy("Skriv et tal fra 0 til 100, fx 12,5."),
        "min_value": gettext_lazy("Skriv et tal fra 0 til 100, fx 12,5."),
        "max_value": gettext_lazy("Skriv et tal fra 0 til 100, fx 12,5."),
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(min_value=0, max_value=100, max_digits=9, decimal_places=4, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:
        return super().to_python(str(value or "").replace(",", ".").replace("%", "").strip())


class FeltForm(Formular):
    """One area, measured from the page's upper left corner."""

    venstre = Procentfelt(label=gettext_lazy("Fra venstre kant (%)"))
    top = Procentfelt(label=gettext_lazy("Fra toppen (%)"))
    bredde = Procentfelt(label=gettext_lazy("Bredde (%)"))
    hoejde = Procentfelt(label=gettext_lazy("Højde (%)"))

    def clean(self) -> dict[str, Any]:
        rene = super().clean() or self.cleaned_data
        for maal, fra in (("bredde", "venstre"), ("hoejde", "top")):
            if maal in rene and rene[maal] < MINDST:
                self.add_error(maal, _("Feltet er for lille til at ses. Gør det større."))
            elif fra in rene and rene[fra] >= HELE:
                self.add_error(fra, _("Feltet ligger uden for siden."))
        return rene

    def felt(self, side: int) -> Felt:
        """What lies beyond the edge is cut off."""
        v = self.cleaned_data
        venstre, top = v["venstre"] / HELE, v["top"] / HELE
        hoejre, bund = (
            min(Decimal(1), venstre + v["bredde"] / HELE),
            min(Decimal(1), top + v["hoejde"] / HELE),
        )
        return Felt(side, *(round(float(x), 5) for x in (venstre, top, hoejre, bund)))


class SoegForm(Formular):
    udtryk = forms.CharField(
        label=gettext_lazy("Ord eller navn"),
        max_length=200,
        min_length=2,
        help_text=gettext_lazy("Fx et navn eller en adresse. Store og små bogstaver er det samme."),
        error_messages={
            "required": gettext_lazy("Skriv det, der skal overstreges."),
            "min_length": gettext_lazy("Skriv mindst to tegn."),
        },
    )


class LavForm(Formular):
    antal = forms.IntegerField(widget=forms.HiddenInput)
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor overstreges der?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=gettext_lazy("Fx: Oplysninger om borgerens søn. Skriv ikke det, der er streget over."),
        error_messages={
            "required": gettext_lazy("Skriv, hvorfor der overstreges, fx hvem oplysningerne handler om.")
        },
    )

    def clean_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["grund"])


class TilbageForm(Formular):
    tilbage_grund = forms.CharField(
        label=gettext_lazy("Hvorfor trækkes udgaven tilbage?"),
        max_length=2000,
        widget=forms.Textarea,
        error_messages={"required": gettext_lazy("Skriv, hvorfor udgaven trækkes tilbage.")},
    )

    def clean_tilbage_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["tilbage_grund"])
