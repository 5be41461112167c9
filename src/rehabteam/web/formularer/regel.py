"""The form of a rule, made from its facts.

Names are the paths of the contract with "-": `indsatser-0-hjemmel`. `…-tom` says what an empty field means,
`…-antal` how many rows there are. Rows work without JavaScript.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django import forms
from django.forms import BoundField

from rehabteam.lovspor.felter import Felt, for_regel

from ..cprvagt import har_cpr
from ..formular import Formular
from .regelfelter import INTET, NULL, UDELADT, djangofelt, tomfelt
from .regeludfyldt import HOEJST, antal_raekker


@dataclass
class Knude:
    """A part of the form as the page draws it: a field, a group, or a list of rows."""

    felt: Felt
    navn: str
    bundet: BoundField | None = None
    tom: BoundField | None = None
    antal: BoundField | None = None
    boern: list[Knude] = field(default_factory=list)
    raekker: list[Dele] = field(default_factory=list)

    @property
    def slags(self) -> str:
        return self.felt.slags if self.felt.slags in ("gruppe", "raekker") else "felt"

    @property
    def er_udfyldt(self) -> bool:
        """Does it hold anything, or an error, so that it must be seen?"""
        if self.raekker:
            return True
        return self.bundet is not None and (
            bool(self.bundet.errors) or self.bundet.value() not in (None, "", UDELADT)
        )

    @property
    def kan_tilfoeje(self) -> bool:
        return len(self.raekker) < HOEJST


@dataclass
class Dele:
    """What the answer can turn on, and what is only kept for the record."""

    afgoer: list[Knude]
    orientering: list[Knude]

    @classmethod
    def af(cls, knuder: list[Knude]) -> Dele:
        return cls(
            [k for k in knuder if not k.felt.til_orientering], [k for k in knuder if k.felt.til_orientering]
        )

    @property
    def aaben(self) -> bool:
        return any(k.er_udfyldt for k in self.orientering)


class Regelform(Formular):
    """The facts of one rule. `fakta()` gives them as the contract writes them, when the form is valid."""

    def __init__(self, regel: str, data: Any = None, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, initial=dict(initial or {}), auto_id="f-%s")
        self.felter = for_regel(regel)
        kilde: Mapping[str, Any] = initial or {} if data is None else data
        self.antal = {f.noegle: antal_raekker(kilde, f.noegle) for f in self.felter if f.slags == "raekker"}
        self.numre: dict[str, list[int]] = {}
        for felt in self.felter:
            self._byg(felt, felt.noegle)

    # --- The fields ------------------------------------------------------------------------------

    def _byg(self, felt: Felt, navn: str, *, i_raekke: bool = False) -> None:
        if felt.slags == "gruppe":
            if felt.null_er_sit_eget:
                self.fields[f"{navn}-tom"] = tomfelt(felt)
            for barn in felt.boern:
                self._byg(barn, f"{navn}-{barn.noegle}")
        elif felt.slags == "raekker":
            self.fields[f"{navn}-antal"] = forms.CharField(
                required=False, max_length=4, widget=forms.HiddenInput
            )
            self.initial[f"{navn}-antal"] = self.antal[navn]
            for nr in range(self.antal[navn]):
                for barn in felt.boern:
                    self._byg(barn, f"{navn}-{nr}-{barn.noegle}", i_raekke=True)
        else:
            self.fields[navn] = djangofelt(felt, i_raekke)
            if felt.null_er_sit_eget and felt.slags not in ("ja_nej", "valg"):
                self.fields[f"{navn}-tom"] = tomfelt(felt)

    def dele(self) -> Dele:
        """The form as the page draws it."""
        return Dele.af([self._knude(felt, felt.noegle) for felt in self.felter])

    def _knude(self, felt: Felt, navn: str) -> Knude:
        tom = self[f"{navn}-tom"] if f"{navn}-tom" in self.fields else None
        if felt.slags == "gruppe":
            boern = [self._knude(b, f"{navn}-{b.noegle}") for b in felt.boern]
            return Knude(felt, navn, tom=tom, boern=boern)
        if felt.slags == "raekker":
            raekker = [
                Dele.af([self._knude(b, f"{navn}-{nr}-{b.noegle}") for b in felt.boern])
                for nr in range(self.antal[navn])
            ]
            return Knude(felt, navn, antal=self[f"{navn}-antal"], raekker=raekker)
        return Knude(felt, navn, bundet=self[navn], tom=tom)

    # --- What was filled in ----------------------------------------------------------------------

    def clean(self) -> dict[str, Any]:
        felter = self.cleaned_data
        for navn, vaerdi in list(felter.items()):
            if isinstance(vaerdi, str) and har_cpr(vaerdi):
                self.add_error(navn, "Skriv ikke CPR-nummer her. Reglen har ikke brug for det.")
        for felt in self.felter:
            if felt.slags == "raekker":
                self._krav_i_raekkerne(felt)
        return felter

    def _krav_i_raekkerne(self, felt: Felt) -> None:
        """An empty row is no row; one with anything in it must have what the rule cannot do without."""
        self.numre[felt.noegle] = []
        for nr in range(self.antal[felt.noegle]):
            foran = f"{felt.noegle}-{nr}"
            if not self._roert(felt, foran):
                continue
            self.numre[felt.noegle].append(nr)
            for barn in felt.boern:
                navn = f"{foran}-{barn.noegle}"
                mangler = barn.kraevet and (not barn.kan_vaere_null or barn.slags == "ja_nej")
                if mangler and navn not in self.errors and self.cleaned_data.get(navn) in (None, ""):
                    self.add_error(navn, "Udfyld feltet, eller fjern rækken.")

    def _roert(self, felt: Felt, foran: str) -> bool:
        return any(
            f"{foran}-{b.noegle}" in self.errors
            or self.cleaned_data.get(f"{foran}-{b.noegle}") not in (None, "", UDELADT)
            for b in felt.boern
        )

    def fakta(self) -> dict[str, Any]:
        """The facts as JSON values. Only for a valid form."""
        return dict(self._vaerdier((f, f.noegle) for f in self.felter))

    def _vaerdier(self, felter: Iterable[tuple[Felt, str]]) -> Iterator[tuple[str, Any]]:
        for felt, navn in felter:
            med, vaerdi = self._vaerdi(felt, navn)
            if med:
                yield felt.noegle, vaerdi

    def _vaerdi(self, felt: Felt, navn: str) -> tuple[bool, Any]:
        """Whether the fact is part of the question, and its value."""
        if felt.slags == "gruppe":
            indhold = dict(self._vaerdier((b, f"{navn}-{b.noegle}") for b in felt.boern))
            return (True, indhold) if indhold else self._tomt(felt, navn)
        if felt.slags == "raekker":
            raekker = [
                dict(self._vaerdier((b, f"{navn}-{nr}-{b.noegle}") for b in felt.boern))
                for nr in self.numre[navn]
            ]
            return True, raekker
        if felt.slags in ("ja_nej", "valg"):
            valgt: str = self.cleaned_data.get(navn) or ""
            kendt = {"": (felt.kraevet, None), UDELADT: (False, None), NULL: (True, None)}.get(valgt)
            return kendt or (True, {"ja": True, "nej": False}[valgt] if felt.slags == "ja_nej" else valgt)
        vaerdi = self.cleaned_data.get(navn)
        if vaerdi in (None, "", []):
            return self._tomt(felt, navn)
        if felt.slags == "flere":
            return True, [kode for kode, _navn in felt.valg if str(kode) in vaerdi]
        if felt.slags == "linjer":
            return True, [linje.strip() for linje in vaerdi.splitlines()]
        return True, vaerdi.isoformat() if isinstance(vaerdi, date) else vaerdi

    def _tomt(self, felt: Felt, navn: str) -> tuple[bool, Any]:
        """What an empty field says: what was chosen; else null where the fact must be there, or left out."""
        valgt = self.cleaned_data.get(f"{navn}-tom")
        if valgt == INTET:
            return True, []
        return (True, None) if valgt == NULL or felt.kraevet else (False, None)

    def afvis(self, stier: Iterable[str]) -> None:
        """Put what the rule could not accept at its fields; the paths are those of the contract."""
        for sti in stier:
            navn = self._feltnavn(sti)
            sidste = sti.rpartition(".")[2]
            tekst = _FEJL.get(sidste, _UMULIGT)
            self.add_error(navn if navn in self.fields else None, tekst)

    def _feltnavn(self, sti: str) -> str:
        """`indsatser[0].til` → the field's name; empty rows before it were not asked about."""
        fundet = re.match(r"(\w+)\[(\d+)\](.*)", sti)
        if fundet is None:
            return sti.replace(".", "-")
        numre = self.numre.get(fundet[1], [])
        nr = numre[int(fundet[2])] if int(fundet[2]) < len(numre) else int(fundet[2])
        return f"{fundet[1]}-{nr}{fundet[3].replace('.', '-')}"


_FOER = "Den sidste dag ligger før den første."
_KALENDER = "Datoen ligger uden for den kalender, reglen kan regne med."
_UMULIGT = "Reglen kan ikke regne med det, der står her."
_FEJL = {
    "til": _FOER,
    "plan_til": _FOER,
    "afsluttet": "Indsatsen kan ikke slutte, før den begynder.",
    "forloeb_start": _KALENDER,
    "moededato": _KALENDER,
    "plan_fra": _KALENDER,
    "jaf_start": _KALENDER,
}
