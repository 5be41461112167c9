"""One Django field for each fact of a rule. Left out, null, no and yes are four different things here.

Danish alone, as the law and its answers are.
"""

from __future__ import annotations

import re
from typing import Any

from django import forms

from rehabteam.lovspor import i_ord
from rehabteam.lovspor.felter import Felt

from ..formular import Datofelt

UDELADT, NULL, INTET = "udeladt", "null", "intet"
IKKE_MED = "Ikke med i spørgsmålet"
LAENGSTE_TAL, LAENGSTE_TEKST, LAENGSTE_LISTE = 12, 500, 4000


class Talfelt(forms.CharField):
    """A number as Danes write it ("7,5"); kept as int where it is whole."""

    def __init__(self, *, heltal: bool, **kwargs: Any) -> None:
        self.heltal = heltal
        super().__init__(widget=forms.TextInput(attrs={"inputmode": "decimal"}), **kwargs)

    def to_python(self, value: Any) -> Any:
        tekst = (super().to_python(value) or "").strip()
        if not tekst:
            return None
        if len(tekst) > LAENGSTE_TAL or not re.fullmatch(r"-?[0-9]+(?:[.,][0-9]+)?", tekst, re.ASCII):
            raise forms.ValidationError("Skriv et tal, fx 7 eller 7,5.")
        if re.fullmatch(r"-?[0-9]+", tekst, re.ASCII):
            return int(tekst)
        if self.heltal:
            raise forms.ValidationError("Skriv et helt tal.")
        return float(tekst.replace(",", "."))


def _stort(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def tomfelt(felt: Felt) -> forms.ChoiceField:
    """What an empty field means."""
    valg = [(UDELADT, IKKE_MED), (NULL, _stort(i_ord.ikke_besvaret(felt)))]
    if felt.slags in ("flere", "linjer"):
        valg.append((INTET, "Undersøgt: der er intet"))
    return forms.ChoiceField(
        label="Når intet er udfyldt" if felt.slags in ("flere", "gruppe") else "Når feltet er tomt",
        choices=valg,
        initial=UDELADT,
        required=False,
    )


def djangofelt(felt: Felt, i_raekke: bool) -> forms.Field:
    """The field of one fact that is neither a group nor rows."""
    faelles: dict[str, Any] = {
        "label": felt.navn,
        "help_text": felt.hjaelp,
        "required": felt.kraevet and not i_raekke and not felt.kan_vaere_null,
    }
    if felt.slags == "dato":
        return Datofelt(**faelles)
    if felt.slags in ("tal", "heltal"):
        return Talfelt(heltal=felt.slags == "heltal", **faelles)
    if felt.slags == "linjer":
        faelles["help_text"] = felt.hjaelp or "Én på hver linje."
        return forms.CharField(
            max_length=LAENGSTE_LISTE, widget=forms.Textarea(attrs={"rows": 3}), strip=False, **faelles
        )
    if felt.slags == "flere":
        return forms.MultipleChoiceField(
            choices=[(str(kode), navn) for kode, navn in felt.valg],
            widget=forms.CheckboxSelectMultiple,
            **faelles,
        )
    if felt.slags == "tekst":
        return forms.CharField(max_length=LAENGSTE_TEKST, **faelles)
    return _valgfelt(felt, i_raekke, faelles)


def _valgfelt(felt: Felt, i_raekke: bool, faelles: dict[str, Any]) -> forms.Field:
    """Yes and no, or one of the choices; with null and left out as choices of their own where they are."""
    ja_nej = felt.slags == "ja_nej"
    valg: list[tuple[Any, Any]] = [("ja", "Ja"), ("nej", "Nej")] if ja_nej else list(felt.valg)
    if felt.null_er_sit_eget or (felt.kraevet and felt.kan_vaere_null):
        valg.append((NULL, _stort(i_ord.ikke_besvaret(felt))))
    if not felt.kraevet:
        udeladt = IKKE_MED if felt.null_er_sit_eget or not felt.kan_vaere_null else "Ikke oplyst"
        valg = [*valg, (UDELADT, udeladt)] if ja_nej else [(UDELADT, udeladt), *valg]
        faelles["initial"] = UDELADT
    elif not ja_nej:
        valg.insert(0, ("", "Vælg"))
    return forms.ChoiceField(
        choices=valg,
        widget=forms.RadioSelect if ja_nej else forms.Select,
        error_messages={"required": "Vælg et svar.", "invalid_choice": "Vælg et svar på listen."},
        **{**faelles, "required": felt.kraevet and not i_raekke},
    )
