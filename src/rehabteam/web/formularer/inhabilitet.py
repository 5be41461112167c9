"""Who is kept out of a citizen's cases, and why."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.sager.models import Inhabilitet
from rehabteam.web.cprvagt import kraev_uden_cpr
from rehabteam.web.formular import Formular

Valg = Sequence[tuple[str, str]]


class InhabilForm(Formular):
    """Oneself. `afloesere`: (id, name) of those who can take the case over; empty where there is none to hand on."""

    grund = forms.ChoiceField(
        label=gettext_lazy("Hvad drejer det sig om?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Vælg, hvad det drejer sig om."),
            "invalid_choice": gettext_lazy("Vælg, hvad det drejer sig om."),
        },
    )
    begrundelse = forms.CharField(
        label=gettext_lazy("Hvad er forbindelsen?"),
        help_text=gettext_lazy("Med få ord, fx »Min fætter«. Læses kun af ledelsen. Ingen CPR-numre."),
        widget=forms.Textarea,
        max_length=500,
        error_messages={
            "required": gettext_lazy("Skriv med få ord, hvad forbindelsen er."),
            "max_length": gettext_lazy("Teksten er over 500 tegn. Skriv den kortere."),
        },
    )
    ny_sagsbehandler = forms.ChoiceField(
        label=gettext_lazy("Hvem overtager sagen?"),
        help_text=gettext_lazy(
            "Sagen skal have en sagsbehandler. Er det ikke aftalt, så spørg din leder først."
        ),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Vælg en kollega på listen.")},
    )

    def __init__(self, *args: Any, afloesere: Valg, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grund"].choices = [(g.value, _(g.label)) for g in Inhabilitet.Grund]  # type: ignore[attr-defined]
        self.fields["ny_sagsbehandler"].choices = [("", _("Vælg")), *afloesere]  # type: ignore[attr-defined]
        if not afloesere:
            del self.fields["ny_sagsbehandler"]

    def clean_begrundelse(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["begrundelse"])


class UdelukForm(InhabilForm):
    """A colleague. `kolleger`: (id, name and role)."""

    medarbejder = forms.ChoiceField(
        label=gettext_lazy("Hvem skal udelukkes?"),
        error_messages={
            "required": gettext_lazy("Vælg en kollega på listen."),
            "invalid_choice": gettext_lazy("Vælg en kollega på listen."),
        },
    )
    field_order = ("medarbejder", "grund", "begrundelse", "ny_sagsbehandler")

    def __init__(self, *args: Any, kolleger: Valg, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["medarbejder"].choices = [("", _("Vælg")), *kolleger]  # type: ignore[attr-defined]
        if "ny_sagsbehandler" in self.fields:
            self.fields["ny_sagsbehandler"].help_text = _(
                "Vælges, når den, der udelukkes, er sagsbehandler på sagen."
            )


class OphaevForm(Formular):
    grund = forms.CharField(
        label=gettext_lazy("Hvorfor ophæves udelukkelsen?"),
        help_text=gettext_lazy("Gemmes med dit navn og datoen. Ingen CPR-numre."),
        widget=forms.Textarea,
        max_length=500,
        error_messages={
            "required": gettext_lazy("Skriv, hvorfor udelukkelsen ophæves."),
            "max_length": gettext_lazy("Teksten er over 500 tegn. Skriv den kortere."),
        },
    )

    def clean_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["grund"])
