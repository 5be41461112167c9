"""What is typed at the meeting: a meeting day, and in the room the indstilling and who is there."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.registrer_deltagere import Fremmoede
from rehabteam.handlinger.skriv_indstilling import Indstillet
from rehabteam.sager.models import Deltager, Indstilling
from rehabteam.web.formular import Datofelt, Formular, Jafelt

from .raekker import RaekkeFormular, begynder, kort, langt, omraade

Slags = Deltager.Slags
FREMMOEDE = (
    ("", gettext_lazy("Ikke noteret")),
    ("ja", gettext_lazy("Til stede")),
    ("nej", gettext_lazy("Ikke til stede")),
)
SVAR = {"ja": True, "nej": False}


class Klokkefelt(forms.TimeField):
    """A time as people write it: 9, 9.30 or 09:30."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%H.%M", "%H:%M", "%H%M", "%H"],
            widget=forms.TimeInput(format="%H.%M", attrs={"autocomplete": "off"}),
            error_messages={
                "required": gettext_lazy("Skriv et klokkeslæt, fx 09.30."),
                "invalid": gettext_lazy("Klokkeslættet kan ikke læses. Skriv det som 09.30."),
            },
            **kwargs,
        )


class MoedeForm(Formular):
    """A meeting day. `ledere` are (id, name)."""

    dato = Datofelt(label=gettext_lazy("Dato"), help_text=gettext_lazy("Fx 11.06.2026."))
    kl = Klokkefelt(
        label=gettext_lazy("Klokkeslæt"),
        help_text=gettext_lazy("Hvornår den første sag begynder. Fx 09.00."),
    )
    sted = forms.CharField(
        label=gettext_lazy("Sted"),
        help_text=gettext_lazy("Fx »Rådhuset, lokale 2.14«."),
        max_length=120,
        error_messages={
            "required": gettext_lazy("Skriv, hvor mødet holdes."),
            "max_length": gettext_lazy("Stedet er over 120 tegn. Skriv det kortere."),
        },
    )
    moedeleder = forms.ChoiceField(
        label=gettext_lazy("Mødeleder"),
        error_messages={
            "required": gettext_lazy("Vælg en mødeleder."),
            "invalid_choice": gettext_lazy("Vælg en mødeleder på listen."),
        },
    )

    def __init__(self, *args: Any, ledere: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moedeleder"].choices = [("", _("Vælg")), *ledere]  # type: ignore[attr-defined]


class KlokkeForm(Formular):
    """When one case comes up on its day."""

    sag = forms.UUIDField(widget=forms.HiddenInput)
    kl = Klokkefelt(label=gettext_lazy("Klokkeslæt"))


class IndstillingForm(RaekkeFormular):
    """The three parts of § 19, whether to see the case again, and the seats: `pladser` kind → name."""

    foer_raekker = ("aarsag",)
    foerste_mangel = ""

    aarsag = langt(gettext_lazy("Det, teamet har drøftet om årsagen"), raekker=4)
    opfoelgning = langt(gettext_lazy("Hvem følger op, hvordan og hvornår?"), raekker=4)
    se_igen = Jafelt(label=gettext_lazy("Ønsker teamet at se sagen igen?"), required=False)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, pladser: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pladser = pladser
        for slags in pladser:
            plads = {"plads": _(Slags(slags).label)}
            self.fields[f"{slags}_til"] = forms.TypedChoiceField(
                label=_("%(plads)s: til stede?") % plads,
                choices=FREMMOEDE,
                required=False,
                coerce=SVAR.get,
                empty_value=None,
                widget=forms.Select(attrs={"class": "form-select", "form": "indstilling"}),
            )
            self.fields[f"{slags}_navn"] = _sidefelt(kort(_("%(plads)s: navn") % plads))
            self.fields[f"{slags}_bem"] = _sidefelt(kort(_("%(plads)s: bemærkning") % plads, 300))

    def raekkefelter(self) -> dict[str, forms.Field]:
        return {
            "navn": kort(_("Indsats"), 300),
            "omraade": omraade(),
            "begynder": begynder(),
            "ansvarlig": kort(_("Ansvarlig")),
        }

    def indsatser(self) -> list[Indstillet]:
        return [Indstillet(**raekke) for raekke in self.raekker()]

    def fremmoede(self) -> list[Fremmoede]:
        """The seats as they were noted. The citizen's name is the case's, never what a page sends."""
        felter = self.cleaned_data
        return [
            Fremmoede(
                slags,
                navn if slags == Slags.BORGER else felter[f"{slags}_navn"],
                felter[f"{slags}_til"],
                felter[f"{slags}_bem"],
            )
            for slags, navn in self.pladser.items()
        ]

    def aendrede(self, noteret: Mapping[str, Deltager]) -> list[Fremmoede]:
        """The seats that say something else than what is noted: only noting what is new is an act."""
        return [
            f
            for f in self.fremmoede()
            if (f.til_stede, f.bemaerkning.strip()) != _foer(noteret.get(f.slags))
            or (f.slags in noteret and f.navn.strip() != noteret[f.slags].navn)
            or (f.slags not in noteret and f.navn.strip() != self.pladser[f.slags])
        ]

    def udkast(self) -> Indstilling:
        """What stands on the page right now, saved or not, so that the law can be asked what is missing."""
        return Indstilling(
            aarsag=self._nu("aarsag").strip(),
            indsatser=[{"navn": n} for nr in range(self.antal) if (n := self._nu(f"i{nr}_navn").strip())],
            opfoelgning=self._nu("opfoelgning").strip(),
            se_igen=SVAR.get(self._nu("se_igen")),
        )

    def til_stede(self) -> dict[str, bool | None]:
        return {slags: SVAR.get(self._nu(f"{slags}_til")) for slags in self.pladser}

    def _nu(self, navn: str) -> str:
        return str(self[navn].value() or "")

    def tag_imod_pladser(self, felter: Mapping[str, str]) -> None:
        """What registrer_deltagere said about a seat stands at that seat's remark."""
        for slags, tekst in felter.items():
            self.add_error(f"{slags}_bem" if slags in self.pladser else None, tekst)

    def mangler(self, dele: Mapping[str, str]) -> None:
        """Put each missing part at its field, and let the first one have the focus when the page opens."""
        felter = {"indsatser": "i0_navn", "deltagere": f"{Slags.BORGER}_til"}
        for nr, (del_, tekst) in enumerate(dele.items()):
            felt = felter.get(del_, del_)
            self.add_error(felt, tekst)
            if nr == 0:
                self.foerste_mangel = felt
                self.fields[felt].widget.attrs["autofocus"] = True


def _foer(deltager: Deltager | None) -> tuple[bool | None, str]:
    return (deltager.til_stede, deltager.bemaerkning) if deltager else (None, "")


def _sidefelt(felt: forms.CharField) -> forms.CharField:
    """The seats stand beside the form, not inside it."""
    felt.widget.attrs |= {"form": "indstilling", "class": "form-input"}
    return felt
