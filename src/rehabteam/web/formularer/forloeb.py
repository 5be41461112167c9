"""Forms of the forløb itself: a new one, and asking about another day."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.sager.cpr import Cpr, CprFejl, laes_cpr

from ..byggesten.datoer import tabel
from ..formular import Datofelt, Formular

CPR_FEJL = {
    "tegn": gettext_lazy("CPR-nummeret skal have ti tegn: seks tal for fødselsdagen og fire mere."),
    "dato": gettext_lazy("De seks første tal er ikke en dag, der findes. Skriv dag, måned og år, fx 040371."),
}


class AndenDag(Formular):
    """The day the law is asked about."""

    pr = Datofelt(label=gettext_lazy("Vurdér pr."), help_text=gettext_lazy("Fx 03.06.2026"))

    def __init__(self, *args: Any, start: date, dag: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.start, self.sidste = start, date(dag.year + 5, 12, 31)

    def clean_pr(self) -> date:
        pr: date = self.cleaned_data["pr"]
        if not self.start <= pr <= self.sidste:
            raise forms.ValidationError(
                _("Vælg en dag fra forløbets start %(start)s til og med %(sidste)s.")
                % {"start": tabel(self.start), "sidste": tabel(self.sidste)}
            )
        return pr


class NytForloeb(Formular):
    """A citizen and the day the ressourceforløb began."""

    cpr = forms.CharField(
        label=gettext_lazy("CPR-nummer"),
        max_length=20,
        help_text=gettext_lazy("Ti tegn, med eller uden bindestreg. Et erstatnings-CPR kan bruges."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "text"}),
        error_messages={"required": gettext_lazy("Skriv borgerens CPR-nummer.")},
    )
    navn = forms.CharField(
        label=gettext_lazy("Navn"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"required": gettext_lazy("Skriv borgerens navn.")},
    )
    foedselsdato = Datofelt(
        label=gettext_lazy("Fødselsdato"),
        required=False,
        help_text=gettext_lazy("Kun ved erstatnings-CPR, som ikke siger årstallet."),
    )
    start = Datofelt(
        label=gettext_lazy("Ressourceforløbet begyndte"),
        help_text=gettext_lazy("Den dag, kommunens afgørelse gav borgeren ressourceforløbet. Fx 20.10.2025."),
    )
    bisidder = forms.CharField(label=gettext_lazy("Bisidder"), max_length=200, required=False)
    tolk = forms.CharField(
        label=gettext_lazy("Tolk"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Sproget, eller »nej«, hvis det er afklaret."),
    )
    telefon = forms.CharField(
        label=gettext_lazy("Telefon"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    beskyttet_adresse = forms.BooleanField(
        label=gettext_lazy("Borgeren har beskyttet adresse"), required=False
    )
    egne_ord = forms.CharField(
        label=gettext_lazy("Borgerens egne ord"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy("Hvad er vigtigt for borgeren? Teamet ser det på mødet."),
    )

    def clean_cpr(self) -> Cpr:
        """Modulus 11 is never asked about."""
        try:
            return laes_cpr(self.cleaned_data["cpr"])
        except CprFejl as fejl:
            raise forms.ValidationError(str(CPR_FEJL[fejl.kode])) from None

    def clean(self) -> dict[str, Any]:
        rene = super().clean() or self.cleaned_data
        cpr = rene.get("cpr")
        if cpr and cpr.erstatning and not rene.get("foedselsdato") and "foedselsdato" not in self.errors:
            self.add_error(
                "foedselsdato", _("Et erstatnings-CPR siger ikke fødselsåret. Skriv fødselsdatoen.")
            )
        if cpr and cpr.foedselsdato and rene.get("foedselsdato") not in (None, cpr.foedselsdato):
            self.add_error(
                "foedselsdato",
                _("Fødselsdatoen passer ikke med CPR-nummeret, som siger %(dato)s. Ret den ene af dem.")
                % {"dato": tabel(cpr.foedselsdato)},
            )
        return rene
