"""A new version of an agreement: every term may stand empty, which means that it is not given."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rehabteam.sager.aftaler import KATEGORIER, SAERLIGE_NAVNE, Vilkaar, fast_kategori
from rehabteam.sager.sagsarter import ARTER

from ..aftaleside import AFTALTE, FELTER
from ..formular import Datofelt, Formular
from .kroner import Kronefelt

TRIN = 4  # steps of cancellation terms in the form
LUKKEDAG = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\S.{0,79})", re.ASCII)
IKKE_ANGIVET = ("", _("Ikke angivet"))


def _tal(navn: Any, hint: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=navn,
        help_text=hint,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages={"invalid": _("Skriv et helt tal, eller lad feltet stå tomt.")},
    )


class AftaleForm(Formular):
    """`som(vilkaar)`: the initial values, from the version in force."""

    gaelder_fra = Datofelt(label=_("Gælder fra"))
    begrundelse = forms.CharField(
        label=_("Hvorfor aftalen ændres"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    skaeringstid = forms.TimeField(
        label=_("Seneste klokkeslæt på den sidste dag"),
        required=False,
        input_formats=["%H.%M", "%H:%M", "%H"],
        widget=forms.TimeInput(format="%H.%M"),
        error_messages={"invalid": _("Skriv et klokkeslæt som 12.00.")},
    )
    senest_maal_dage = _tal(
        _("Mål for ventetiden, dage"),
        _("Jeres eget mål fra sagen er klar, til mødet holdes. Loven sætter ingen grænse."),
    )
    lukkedage = forms.CharField(
        label=_("Lokale lukkedage"),
        help_text=_("Én på hver linje, fx 15.05.2026 Dagen efter Kristi himmelfart."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    pris_per_moede = Kronefelt(label=_("Pris pr. møde, kr."), required=False)
    pris_per_dag = Kronefelt(label=_("Pris pr. mødedag, kr."), required=False)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for noegle, navn in KATEGORIER.items():
            navnet = gettext(navn)
            self.fields[f"frist_hverdage_{noegle}"] = _tal(navnet)
            self.fields[f"sager_per_dag_{noegle}"] = _tal(navnet)
            self.fields[f"pris_per_sag_{noegle}"] = Kronefelt(label=f"{navnet}, kr.", required=False)
        for noegle, navn in SAERLIGE_NAVNE.items():
            self.fields[f"dag_{noegle}"] = forms.ChoiceField(
                label=gettext(navn),
                required=False,
                choices=[IKKE_ANGIVET, ("ja", _("Hverdag")), ("nej", _("Ikke hverdag"))],
            )
        for nr in range(TRIN):
            self.fields[f"afbud{nr}_dage"] = _tal(gettext("Hverdage før mødet"))
            self.fields[f"afbud{nr}_procent"] = _tal(gettext("Procent af prisen"))
        for noegle in AFTALTE:
            navn = gettext(ARTER[noegle].navn)
            if not fast_kategori(ARTER[noegle].sagstype):
                self.fields[f"kategori_{noegle}"] = forms.ChoiceField(
                    label=gettext("Tælles som"), required=False, choices=[IKKE_ANGIVET, *_kategorier()]
                )
            self.fields[f"dokumenter_{noegle}"] = forms.CharField(
                label=gettext("Dokumenter, et på hver linje"),
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 3}),
            )
        for felt in (*FELTER, "dokumenter"):
            self.fields[f"afsnit_{felt}"] = forms.CharField(
                label=gettext("Aftalens afsnit"), required=False, max_length=20
            )

    # --- as the page shows it ---
    def pr_kategori(self, felt: str) -> list[BoundField]:
        return [self[f"{felt}_{noegle}"] for noegle in KATEGORIER]

    @property
    def frister(self) -> list[BoundField]:
        return self.pr_kategori("frist_hverdage")

    @property
    def pladser(self) -> list[BoundField]:
        return self.pr_kategori("sager_per_dag")

    @property
    def priser(self) -> list[BoundField]:
        return self.pr_kategori("pris_per_sag")

    @property
    def dage(self) -> list[BoundField]:
        return [self[f"dag_{noegle}"] for noegle in SAERLIGE_NAVNE]

    @property
    def trin(self) -> list[tuple[BoundField, BoundField]]:
        return [(self[f"afbud{nr}_dage"], self[f"afbud{nr}_procent"]) for nr in range(TRIN)]

    @property
    def slags(self) -> Iterator[tuple[str, BoundField | None, BoundField]]:
        for noegle in AFTALTE:
            valg = f"kategori_{noegle}"
            felt = self[valg] if valg in self.fields else None
            yield gettext(ARTER[noegle].navn), felt, self[f"dokumenter_{noegle}"]

    # --- what was typed ---
    def clean_lukkedage(self) -> tuple[tuple[date, str], ...] | None:
        dage = []
        for nr, linje in enumerate(self.cleaned_data["lukkedage"].splitlines(), 1):
            if not linje.strip():
                continue
            fundet = LUKKEDAG.fullmatch(linje.strip())
            try:
                dag, maaned, aar, navn = fundet.groups() if fundet else ("0", "0", "0", "")
                dage.append((date(int(aar), int(maaned), int(dag)), navn.strip()))
            except ValueError:
                raise forms.ValidationError(
                    gettext("Linje %(nr)d kan ikke læses. Skriv en dato og et navn, fx 15.05.2026 Lukket.")
                    % {"nr": nr}
                ) from None
        return tuple(dage) or None

    def clean(self) -> dict[str, Any]:
        felter = self.cleaned_data
        for nr in range(TRIN):
            par = {n: felter.get(f"afbud{nr}_{n}") for n in ("dage", "procent")}
            for navn, andet in (("dage", "procent"), ("procent", "dage")):
                mangler = par[navn] is None and par[andet] is not None
                if mangler and f"afbud{nr}_{navn}" not in self.errors:
                    self.add_error(
                        f"afbud{nr}_{navn}", gettext("Udfyld begge felter, eller lad begge stå tomme.")
                    )
        return felter

    def vilkaar(self) -> Vilkaar:
        """The terms as they were typed; the empty fields are not given."""
        f = self.cleaned_data
        trin = [(f[f"afbud{nr}_dage"], f[f"afbud{nr}_procent"]) for nr in range(TRIN)]
        return Vilkaar(
            frist_hverdage=_kendte(f, "frist_hverdage", KATEGORIER),
            skaeringstid=f["skaeringstid"],
            saerlige_dage={k: v == "ja" for k in SAERLIGE_NAVNE if (v := f[f"dag_{k}"])},
            lukkedage=f["lukkedage"],
            sager_per_dag=_kendte(f, "sager_per_dag", KATEGORIER),
            pris_per_sag=_kendte(f, "pris_per_sag", KATEGORIER),
            pris_per_moede=f["pris_per_moede"],
            pris_per_dag=f["pris_per_dag"],
            afbud=tuple((d, p) for d, p in trin if d is not None and p is not None) or None,
            dokumenter={
                k: linjer
                for k in AFTALTE
                if (linjer := tuple(li.strip() for li in f[f"dokumenter_{k}"].splitlines() if li.strip()))
            },
            kategorier={k: v for k in AFTALTE if (v := f.get(f"kategori_{k}"))},
            afsnit={k: v for k in (*FELTER, "dokumenter") if (v := f[f"afsnit_{k}"])},
            senest_maal_dage=f["senest_maal_dage"],
        )

    def tag_imod(self, fejl: Any) -> None:
        """The terms of cancellation are several fields on the page."""
        if besked := fejl.felter.pop("afbud", ""):
            fejl.felter["afbud0_dage"] = besked
        super().tag_imod(fejl)


def _kategorier() -> list[tuple[str, str]]:
    return [(noegle, gettext(navn)) for noegle, navn in KATEGORIER.items()]


def _kendte(felter: dict[str, Any], navn: str, noegler: Any) -> dict[str, Any]:
    return {k: v for k in noegler if (v := felter[f"{navn}_{k}"]) is not None}


def som(v: Vilkaar) -> dict[str, Any]:
    """A version's terms as the form's initial values."""
    felter: dict[str, Any] = {
        "skaeringstid": v.skaeringstid,
        "senest_maal_dage": v.senest_maal_dage,
        "pris_per_moede": v.pris_per_moede,
        "pris_per_dag": v.pris_per_dag,
        "lukkedage": "\n".join(f"{d:%d.%m.%Y} {navn}" for d, navn in v.lukkedage or ()),
        **{f"dag_{k}": "ja" if ja else "nej" for k, ja in v.saerlige_dage.items()},
        **{f"kategori_{k}": kategori for k, kategori in v.kategorier.items()},
        **{f"dokumenter_{k}": "\n".join(linjer) for k, linjer in v.dokumenter.items()},
        **{f"afsnit_{k}": nr for k, nr in v.afsnit.items()},
    }
    for navn in ("frist_hverdage", "sager_per_dag", "pris_per_sag"):
        felter |= {f"{navn}_{k}": tal for k, tal in getattr(v, navn).items()}
    for nr, (dage, procent) in enumerate(sorted(v.afbud or ())):
        felter |= {f"afbud{nr}_dage": dage, f"afbud{nr}_procent": procent}
    return felter
