"""Forms of a request to see the papers of a case."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from rehabteam.handlinger.vaelg_udlevering import HJEMLER, Valg
from rehabteam.sager.models import Aktindsigt, Overstregning
from rehabteam.sager.udtraek.aktindsigt import Stykke
from rehabteam.web.cprvagt import har_cpr, kraev_uden_cpr
from rehabteam.web.formular import Datofelt, Formular


class AnmodningForm(Formular):
    modtaget = Datofelt(
        label=_("Anmodningen kom"),
        help_text=_("Den dag, kommunen fik den. Fristen tælles fra dagen efter. Fx 03.06.2026."),
    )
    fra_hvem = forms.ChoiceField(
        label=_("Hvem beder om at se sagen?"),
        choices=[(h.value, _(h.label)) for h in Aktindsigt.Hvem],
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Vælg, hvem der beder om at se sagen."),
            "invalid_choice": _("Vælg, hvem der beder om at se sagen."),
        },
    )
    repraesentant = forms.CharField(
        label=_("Navn på den, der beder på borgerens vegne"),
        max_length=200,
        required=False,
        help_text=_("Se efter, at der er en fuldmagt på sagen."),
    )
    hvad = forms.CharField(
        label=_("Hvad bedes der om?"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Med borgerens ord, fx »alt i min sag siden januar«. Ingen CPR-numre."),
        error_messages={
            "required": _("Skriv, hvad der bedes om. Er det hele sagen, så skriv det."),
            "max_length": _("Teksten er over 2000 tegn. Skriv den kortere."),
        },
    )

    def clean_hvad(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["hvad"])


class BeskedForm(Formular):
    underrettet = Datofelt(label=_("Borgeren fik besked"))
    ventes = Datofelt(label=_("Svaret ventes"), help_text=_("Den dag, borgeren har fået at vide."))
    grund = forms.CharField(
        label=_("Hvorfor det tager længere tid"),
        max_length=2000,
        widget=forms.Textarea,
        help_text=_("Som borgeren har fået det at vide. Ferie og lukkedage er ikke en grund."),
        error_messages={
            "required": _("Skriv, hvorfor det tager længere tid, som borgeren har fået det at vide.")
        },
    )

    def clean_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["grund"])


class SvarForm(Formular):
    for_sent_grund = forms.CharField(
        label=_("Hvorfor kommer svaret for sent?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea,
        help_text=_("Borgeren får det at læse."),
    )

    def clean_for_sent_grund(self) -> str:
        return kraev_uden_cpr(self.cleaned_data["for_sent_grund"])


class ValgForm(Formular):
    """Three fields for each part: handed over or not, the provision, the reason.

    Where the document has redacted editions, one of them may be handed over in its place.
    """

    def __init__(
        self,
        data: QueryDict | None,
        *,
        stykker: list[Stykke],
        udgaver: Mapping[UUID, Sequence[Overstregning]],
    ) -> None:
        super().__init__(data)
        self.stykker = stykker
        for s in stykker:
            v = s.valg
            egne = udgaver.get(s.dokument.id, ()) if s.dokument else ()
            delvis = [("delvis", _("Udleveres som overstreget udgave"))] if egne else []
            self.fields[f"{s.noegle}-valg"] = forms.ChoiceField(
                label=s.titel,
                choices=[("ja", _("Udleveres")), *delvis, ("nej", _("Holdes tilbage"))],
                widget=forms.RadioSelect,
                required=False,
                initial=""
                if v is None
                else "nej"
                if not v.udleveres
                else "delvis"
                if v.overstregning
                else "ja",
            )
            if egne:
                self.fields[f"{s.noegle}-udgave"] = forms.ChoiceField(
                    label=_("Overstreget udgave"),
                    choices=[
                        (str(o.id), _("Udgave %(nr)s: %(grund)s") % {"nr": o.nr, "grund": o.grund})
                        for o in egne
                    ],
                    required=False,
                    initial=str(v.overstregning_id if v and v.overstregning_id else egne[0].id),
                    error_messages={"invalid_choice": _("Udgaven er trukket tilbage. Vælg en anden.")},
                )
            self.fields[f"{s.noegle}-hjemmel"] = forms.ChoiceField(
                label=_("Bestemmelse"),
                choices=[("", _("Vælg"))] + [(kode, _(tekst)) for kode, tekst in HJEMLER.items()],
                required=False,
                initial=v.hjemmel if v else "",
            )
            self.fields[f"{s.noegle}-begrundelse"] = forms.CharField(
                label=_("Begrundelse"),
                max_length=2000,
                required=False,
                widget=forms.Textarea,
                initial=v.begrundelse if v else "",
            )

    def clean(self) -> dict[str, Any]:
        rene = super().clean() or self.cleaned_data
        for s in self.stykker:
            udgave = f"{s.noegle}-udgave"
            if (
                rene.get(f"{s.noegle}-valg") == "delvis"
                and udgave not in self.errors
                and not rene.get(udgave)
            ):
                self.add_error(udgave, _("Vælg, hvilken udgave der udleveres."))
            if har_cpr(rene.get(f"{s.noegle}-begrundelse") or ""):
                self.add_error(f"{s.noegle}-begrundelse", _("Der står et CPR-nummer. Tag det ud."))
        return rene

    def valg(self) -> list[Valg]:
        felter = self.cleaned_data
        return [
            Valg(
                s.noegle,
                {"ja": True, "delvis": True, "nej": False}.get(felter[f"{s.noegle}-valg"]),
                felter[f"{s.noegle}-hjemmel"],
                felter[f"{s.noegle}-begrundelse"],
                self._udgaven(s),
            )
            for s in self.stykker
        ]

    def _udgaven(self, s: Stykke) -> UUID | None:
        if self.cleaned_data[f"{s.noegle}-valg"] != "delvis":
            return None
        return UUID(self.cleaned_data[f"{s.noegle}-udgave"])

    def raekker(self) -> list[dict[str, Any]]:
        """Each part with its bound fields; what is held back stands open."""
        return [self._raekke(s) for s in self.stykker]

    def _raekke(self, s: Stykke) -> dict[str, Any]:
        navne = [
            "valg",
            "hjemmel",
            "begrundelse",
            *(["udgave"] if f"{s.noegle}-udgave" in self.fields else []),
        ]
        felter: dict[str, Any] = {navn: self[f"{s.noegle}-{navn}"] for navn in navne}
        fejl = any(felt.errors for navn, felt in felter.items() if navn != "valg")
        return {"stykke": s, **felter, "aaben": fejl or felter["valg"].value() in ("nej", "delvis")}


def resten_udleveres(data: QueryDict, stykker: list[Stykke]) -> QueryDict:
    """What was sent, with everything nobody has chosen about handed over."""
    ny = data.copy()
    for s in stykker:
        if not ny.get(f"{s.noegle}-valg"):
            ny[f"{s.noegle}-valg"] = "ja"
    return ny
