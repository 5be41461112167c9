"""Forms of a selection for a receiver: who, why, which documents, and which edition of each."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.vaelg_udgaver import Udgavevalg
from rehabteam.sager.models import Dokument, Forsendelse, Forsendelseslinje, Fuldmagt, Overstregning
from rehabteam.web.cprvagt import har_cpr, kraev_uden_cpr
from rehabteam.web.formular import Formular

VAELG = gettext_lazy("Vælg, hvem der skal have dokumenterne.")


class UdvalgForm(Formular):
    """The field names are those the Handling answers at."""

    modtager = forms.ChoiceField(
        label=gettext_lazy("Hvem skal have dokumenterne?"),
        widget=forms.RadioSelect,
        error_messages={"required": VAELG, "invalid_choice": VAELG},
    )
    fuldmagt = forms.ChoiceField(
        label=gettext_lazy("Bisidder"),
        required=False,
        help_text=gettext_lazy("Kun bisiddere, hvis fuldmagt dækker dokumenterne."),
    )
    modtager_navn = forms.CharField(
        label=gettext_lazy("Modtagerens navn"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Kun for læge, en anden kommune og en anden. Borgeren kan se navnet på sin side."
        ),
    )
    grundlag = forms.CharField(
        label=gettext_lazy("Hvorfor må modtageren få dem?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
        help_text=gettext_lazy(
            "Fx borgerens samtykke, eller den bestemmelse, der giver ret til dem. Ikke til borgeren selv."
        ),
    )
    dokumenter = forms.MultipleChoiceField(
        label=gettext_lazy("Hvilke dokumenter?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Vælg mindst ét dokument.")},
    )

    def __init__(
        self, data: QueryDict | None, *, dokumenter: list[Dokument], bisiddere: list[Fuldmagt], region: str
    ) -> None:
        super().__init__(data)
        M = Forsendelse.Modtager
        navne = {m: _(m.label) for m in M} | {
            M.REGION: _("Klinisk Funktion, %(region)s") % {"region": region}
        }
        valg = [(m.value, navne[m]) for m in M if m != M.BISIDDER or bisiddere]
        self.fields["modtager"].choices = valg  # type: ignore[attr-defined]
        self.fields["fuldmagt"].choices = [("", _("Vælg"))] + [  # type: ignore[attr-defined]
            (str(f.id), f.bisidder_navn) for f in bisiddere
        ]
        if not bisiddere:
            del self.fields["fuldmagt"]
        self.fields["dokumenter"].choices = [(str(d.id), d.vist_titel) for d in dokumenter]  # type: ignore[attr-defined]

    def clean_grundlag(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["grundlag"])

    def clean_modtager_navn(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["modtager_navn"])

    def felter(self) -> dict[str, Any]:
        """As the Handling takes them."""
        v = self.cleaned_data
        return {
            "modtager": v["modtager"],
            "modtager_navn": v["modtager_navn"],
            "fuldmagt_id": UUID(v["fuldmagt"]) if v.get("fuldmagt") else None,
            "grundlag": v["grundlag"],
            "dokumenter": [UUID(d) for d in v["dokumenter"]],
        }


class UdgaverForm(Formular):
    """Two fields for each document: the edition, and why it goes although something was found in it."""

    def __init__(
        self,
        data: QueryDict | None,
        *,
        linjer: list[Forsendelseslinje],
        udgaver: dict[UUID, list[Overstregning]],
    ) -> None:
        super().__init__(data)
        self.linjer = linjer
        for x in linjer:
            mulige = [("", _("Dokumentet, som det er"))] + [
                (str(o.id), _("Overstreget udgave %(nr)s") % {"nr": o.nr})
                for o in udgaver.get(x.dokument_id, ())
            ]
            self.fields[f"{x.dokument_id.hex}-udgave"] = forms.ChoiceField(
                label=_("Udgave"),
                choices=mulige,
                required=False,
                initial=str(x.overstregning_id or ""),
                error_messages={"invalid_choice": _("Udgaven er trukket tilbage. Vælg en anden.")},
            )
            self.fields[f"{x.dokument_id.hex}-trods"] = forms.CharField(
                label=_("Hvorfor må det gå ud sådan?"),
                max_length=2000,
                required=False,
                widget=forms.Textarea,
                initial=x.trods,
            )

    def clean(self) -> dict[str, Any]:
        rene = super().clean() or self.cleaned_data
        for navn in [n for n in self.fields if n.endswith("-trods") and har_cpr(rene.get(n) or "")]:
            self.add_error(navn, _("Der står et CPR-nummer. Tag det ud."))
        return rene

    def valg(self) -> list[Udgavevalg]:
        v = self.cleaned_data
        return [
            Udgavevalg(
                x.dokument_id,
                UUID(v[f"{x.dokument_id.hex}-udgave"]) if v[f"{x.dokument_id.hex}-udgave"] else None,
                v[f"{x.dokument_id.hex}-trods"],
            )
            for x in self.linjer
        ]

    def raekker(self) -> list[dict[str, Any]]:
        return [
            {
                "linje": x,
                "udgave": self[f"{x.dokument_id.hex}-udgave"],
                "trods": self[f"{x.dokument_id.hex}-trods"],
            }
            for x in self.linjer
        ]
