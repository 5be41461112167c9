"""A new case: who it is about, and the questions its kind asks before anything else."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.borgeren import NyBorger
from rehabteam.sager.sagsarter import Sagsart
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL
from rehabteam.web.formular import Formular
from rehabteam.web.skoenblok import laes_svar, valgene

from .forloeb import NytForloeb


class Artens(Formular):
    """The fields of one kind of case: each question, and its reason where it is a judgement. None must be answered now."""

    def __init__(self, *args: Any, art: Sagsart, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.art = art
        for noegle in art.spoergsmaal:
            spoergsmaal = SPOERGSMAAL[noegle]
            self.fields[f"svar_{noegle}"] = forms.ChoiceField(
                label=_(spoergsmaal.tekst),
                help_text=_(spoergsmaal.hjaelp) if spoergsmaal.hjaelp else "",
                choices=valgene(spoergsmaal, besvaret=False),
                widget=forms.RadioSelect,
                required=False,
                error_messages={"invalid_choice": gettext_lazy("Vælg et af svarene.")},
            )
            if spoergsmaal.med_grund:
                self.fields[f"grund_{noegle}"] = forms.CharField(
                    label=gettext_lazy("Hvad lægger du vægt på?"),
                    help_text=gettext_lazy("Gemmes på sagen med dit navn og datoen."),
                    widget=forms.Textarea(attrs={"rows": 3}),
                    max_length=4000,
                    required=False,
                )

    def spoergsmaal(self) -> list[forms.BoundField]:
        """The kind's own fields, for the page."""
        return [self[navn] for navn in self.fields if navn.startswith(("svar_", "grund_"))]

    def svarene(self) -> dict[str, Any]:
        """What was answered, as opret_sag takes it."""
        rene = self.cleaned_data
        svar = {n: laes_svar(rene[f"svar_{n}"]) for n in self.art.spoergsmaal if rene.get(f"svar_{n}")}
        grunde = {n: rene[f"grund_{n}"] for n in svar if rene.get(f"grund_{n}")}
        return {"art": self.art.noegle, "svar": svar, "grunde": grunde}


class NySagForm(Artens, NytForloeb):
    """About a citizen who is written down, or found by her number, as the form is sent."""

    start = None  # type: ignore[assignment]  # a case has no start of a forløb

    def ny(self) -> NyBorger:
        rene = self.cleaned_data
        return NyBorger(
            rene["cpr"],
            rene["navn"],
            rene["foedselsdato"],
            rene["telefon"],
            rene["bisidder"],
            rene["tolk"],
            rene["beskyttet_adresse"],
            rene["egne_ord"],
        )


class SkiftForm(Artens):
    """The case goes on as this kind: also why."""

    grund = forms.CharField(
        label=gettext_lazy("Hvorfor er sagen en anden slags?"),
        help_text=gettext_lazy("Står i begge sagers historik."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        error_messages={"required": gettext_lazy("Skriv, hvorfor sagen er en anden slags.")},
    )


class NySagPaaForm(Artens):
    """About a citizen the kommune already knows."""
