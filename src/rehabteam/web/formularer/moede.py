"""What may be typed at the meeting: a meeting day, the recommendation, and who is there."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rehabteam.handlinger.registrer_deltagere import Fremmoede
from rehabteam.handlinger.skriv_indstilling import Indstillet
from rehabteam.sager.models import Deltager
from rehabteam.web.formular import Datofelt, Formular, Jafelt

from .raekker import RaekkeFormular, begynder, kort, langt, omraade


class MoedeForm(Formular):
    dato = Datofelt(label=_("Dato"))
    kl = forms.TimeField(
        label=_("Klokken"),
        input_formats=["%H.%M", "%H:%M", "%H%M", "%H"],
        widget=forms.TextInput,
        error_messages={
            "invalid": _("Skriv klokkeslættet som 09.00."),
            "required": _("Skriv klokkeslættet."),
        },
    )
    sted = forms.CharField(
        label=_("Sted"), max_length=120, error_messages={"required": _("Skriv, hvor mødet holdes.")}
    )
    moedeleder = forms.ChoiceField(
        label=_("Mødeleder"),
        error_messages={"required": _("Vælg en mødeleder."), "invalid_choice": _("Vælg en mødeleder.")},
    )

    def __init__(self, *args: Any, ledere: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moedeleder"].choices = [("", _("Vælg")), *ledere]  # type: ignore[attr-defined]


class IndstillingForm(RaekkeFormular):
    """The three parts of § 19, whether to see the case again, and the seats round the table.

    `pladser`: seat → the name we know, in the order of the page.
    """

    aarsag = langt(_("Hvorfor er ingen indsats begyndt?"), _("Det, teamet har drøftet om årsagen."))
    opfoelgning = langt(
        _("Hvordan følger kommunen op?"), _("Hvem gør hvad, og hvornår, når indsatserne er i gang?")
    )
    se_igen = Jafelt(label=_("Ønsker teamet at se sagen igen?"), required=False)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, pladser: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pladser = pladser
        for slags in pladser:
            self.fields[f"{slags}_navn"] = kort(_("Navn"))
            self.fields[f"{slags}_til"] = Jafelt(
                label=_("Til stede?"),
                required=False,
                choices=[("ja", _("Til stede")), ("nej", _("Ikke med"))],
            )
            self.fields[f"{slags}_bem"] = kort(_("Bemærkning"), 300)

    def raekkefelter(self) -> dict[str, forms.Field]:
        return {
            "navn": kort(_("Indsats")),
            "omraade": omraade(),
            "begynder": begynder(),
            "ansvarlig": kort(_("Ansvarlig")),
        }

    def indsatser(self) -> list[Indstillet]:
        return [Indstillet(**raekke) for raekke in self.raekker()]

    def fremmoede(self) -> list[Fremmoede]:
        rent = self.cleaned_data
        return [
            Fremmoede(slags, rent[f"{slags}_navn"], rent[f"{slags}_til"], rent[f"{slags}_bem"])
            for slags in self.pladser
        ]

    @property
    def bord(self) -> list[dict[str, Any]]:
        """Each seat with its three fields, for the page."""
        return [
            {
                "slags": slags,
                "titel": Deltager.Slags(slags).label,
                "navn": self[f"{slags}_navn"],
                "til": self[f"{slags}_til"],
                "bem": self[f"{slags}_bem"],
            }
            for slags in self.pladser
        ]
