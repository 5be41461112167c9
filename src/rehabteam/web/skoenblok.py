"""One question to a human, ready to be shown: its help, the answer that governs, the earlier ones, the form."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.lov.vurdering import Hjemmel
from rehabteam.sager.models import Sag, Skoen
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL, Spoergsmaal
from rehabteam.web.formular import Formular

JANEJ = {"ja": True, "nej": False}
TILBAGE = "ikke"


class SkoenForm(Formular):
    """An answer with its reason. The choices are the question's own; `noget` takes an earlier answer back."""

    vaerdi = forms.ChoiceField(
        label=gettext_lazy("Dit svar"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Vælg et af svarene."),
            "invalid_choice": gettext_lazy("Vælg et af svarene."),
        },
    )
    grund = forms.CharField(
        label=gettext_lazy("Hvad lægger du vægt på?"),
        help_text=gettext_lazy("Gemmes på sagen med dit navn og datoen."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        required=False,
    )

    def __init__(self, *args: Any, spoergsmaal: Spoergsmaal, besvaret: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["vaerdi"].choices = valgene(spoergsmaal, besvaret)  # type: ignore[attr-defined]
        self.fields["vaerdi"].label = _(spoergsmaal.tekst)
        self.kraever_grund = spoergsmaal.med_grund

    def clean(self) -> dict[str, Any] | None:
        if self.kraever_grund and not (self.cleaned_data.get("grund") or "").strip():
            self.add_error("grund", _("Skriv, hvad du lægger vægt på i vurderingen."))
        return self.cleaned_data


def valgene(spoergsmaal: Spoergsmaal, besvaret: bool) -> list[tuple[str, str]]:
    """The answers as a form writes them; taking back is only there when something was answered."""
    valg = [(v, _(tekst)) for v, tekst in spoergsmaal.valg.items()] or [("ja", _("Ja")), ("nej", _("Nej"))]
    return valg + ([(TILBAGE, _("Jeg kan ikke svare alligevel"))] if besvaret else [])


def laes_svar(skrevet: str) -> bool | str | None:
    """What a form wrote, as the Handling takes it."""
    return None if skrevet == TILBAGE else JANEJ.get(skrevet, skrevet)


def skrevet(vaerdi: object) -> str:
    """An answer as a form writes it."""
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    return str(vaerdi or "")


@dataclass(frozen=True, slots=True)
class Svarlinje:
    """One answer that was given: in words, with its reason, and by whom."""

    svar: str
    skoen: Skoen


@dataclass(frozen=True, slots=True)
class Skoenblok:
    noegle: str
    tekst: str
    hjaelp: str
    hjemmel: Hjemmel
    form: SkoenForm
    svar: list[Svarlinje]
    naeste: str


def skoenblok(sag: Sag, noegle: str, *, form: SkoenForm | None = None, naeste: str = "") -> Skoenblok:
    """The block web/sag/_skoen.html. Raises KeyError for a question there is not."""
    spoergsmaal = SPOERGSMAAL[noegle]
    givne = sorted(
        (s for s in sag.skoen_raekker.all() if s.noegle == noegle), key=lambda s: s.version, reverse=True
    )
    nu = givne[0] if givne else None
    return Skoenblok(
        noegle,
        _(spoergsmaal.tekst),
        _(spoergsmaal.hjaelp) if spoergsmaal.hjaelp else "",
        spoergsmaal.hjemmel,
        form
        or SkoenForm(
            spoergsmaal=spoergsmaal,
            besvaret=bool(nu and nu.vaerdi is not None),
            initial={"vaerdi": skrevet(nu.vaerdi), "grund": nu.grund} if nu else None,
        ),
        [Svarlinje(_(spoergsmaal.ord(s.vaerdi)), s) for s in givne],
        naeste,
    )
