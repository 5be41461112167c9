"""What a form field's template needs, taken from Django's BoundField, in dkfds' shape.

Label, hint (``ID-hint``), error (``ID-error``) and control, tied together by ``aria-describedby``.
All text is escaped by the templates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField

# The first kind whose widget classes fit is used, so the more special stand first.
SLAGS: tuple[tuple[str, tuple[type[forms.Widget], ...]], ...] = (
    ("afkrydsninger", (forms.CheckboxSelectMultiple,)),
    ("valgknapper", (forms.RadioSelect,)),
    ("afkrydsning", (forms.CheckboxInput,)),
    ("fil", (forms.FileInput,)),
    ("dato", (forms.DateInput,)),
    ("liste", (forms.Select,)),
    ("langt", (forms.Textarea,)),
    ("tekst", (forms.Widget,)),
)
_UDEN_FELTNAVN = {
    "required",
    "invalid",
    "invalid_choice",
    "max_length",
    "min_length",
    "empty",
    "missing",
    "incomplete",
}
_KLASSER = {"afkrydsning": "form-checkbox", "fil": "filfelt", "liste": "form-select"}


def slags(felt: BoundField) -> str:
    """Which template draws the field."""
    return next(navn for navn, klasser in SLAGS if isinstance(felt.field.widget, klasser))


def beskriv(
    felt: BoundField,
    *,
    hjaelp: str = "",
    klasse: str = "",
    frivilligt: bool | None = None,
    raekker: int = 0,
) -> dict[str, Any]:
    """The template's values. ``hjaelp`` takes the place of the field's own help text."""
    hvad = slags(felt)
    ident = felt.auto_id or felt.html_name
    hint = hjaelp or felt.help_text
    fejl = list(felt.errors)
    beskrevet = " ".join(filter(None, (f"{ident}-hint" if hint else "", f"{ident}-error" if fejl else "")))
    return {
        "felt": felt,
        "slags": hvad,
        "ident": ident,
        "hint": hint,
        "fejl": fejl,
        "beskrevet": beskrevet,
        "klasse": klasse,
        "kontrol": _kontrol(felt, hvad, beskrevet, raekker),
        "valgmuligheder": _valgmuligheder(felt) if hvad in ("valgknapper", "afkrydsninger") else (),
        "frivilligt": not felt.field.required if frivilligt is None else frivilligt,
    }


def _kontrol(felt: BoundField, hvad: str, beskrevet: str, raekker: int) -> str:
    """The control itself, drawn by Django with dkfds' class and our references."""
    if hvad in ("valgknapper", "afkrydsninger"):
        return ""
    egne = felt.field.widget.attrs
    attrs: dict[str, Any] = {
        "class": " ".join(filter(None, (_KLASSER.get(hvad, "form-input"), egne.get("class"))))
    }
    if beskrevet:
        attrs["aria-describedby"] = beskrevet
    if felt.errors:
        attrs["aria-invalid"] = "true"
    if raekker:
        attrs["rows"] = raekker
    if hvad == "dato":
        attrs.setdefault("autocomplete", "off")
    if egne.get("maxlength") == str(getattr(felt.field, "max_length", None)):
        # A browser would cut a pasted text off without a word; the form says it instead.
        attrs["maxlength"] = False
    return felt.as_widget(attrs=attrs)


def _valgmuligheder(felt: BoundField) -> list[dict[str, Any]]:
    """Each radio button or checkbox: id, value, label, whether it is chosen."""
    ident = felt.auto_id or felt.html_name
    # "Choose" has no place among radio buttons: none chosen says the same.
    muligheder = [d for d in felt.subwidgets if d.data["value"] not in ("", None)]
    return [
        {
            "ident": f"{ident}-option{nr}",
            "vaerdi": d.data["value"],
            "etiket": d.data["label"],
            "valgt": d.data["selected"],
            "deaktiveret": bool(d.data["attrs"].get("disabled")),
        }
        for nr, d in enumerate(muligheder, start=1)
    ]


def alle_fejl(formularer: Iterable[Any]) -> list[dict[str, str]]:
    """Errors of forms (or lists of forms) in the order of the page: ``{"tekst", "maal"}``.

    ``maal`` is the id of the control to go to; empty for an error about the form as a whole.
    """
    fejl: list[dict[str, str]] = []
    for formular in formularer:
        if isinstance(formular, forms.BaseForm):
            fejl += [{"tekst": str(t), "maal": ""} for t in formular.non_field_errors()]
            ens = Counter(str(t) for felt in formular for t in felt.errors)
            for felt in formular:
                fejl += [{"tekst": t, "maal": _maal(felt)} for t in _tekster(felt, ens)]
        elif isinstance(formular, forms.BaseFormSet):
            fejl += [{"tekst": str(t), "maal": ""} for t in formular.non_form_errors()]
            fejl += alle_fejl(formular.forms)
        elif formular:
            fejl += alle_fejl(formular)
    return fejl


def _tekster(felt: BoundField, ens: Counter[str]) -> list[str]:
    """The field's errors; one that names no field, or that several fields have, gets the label before it."""
    navn = str(felt.label)
    navn += " " if navn.endswith("?") else ": "
    return [
        f"{navn}{tekst}" if fejl.code in _UDEN_FELTNAVN or ens[str(tekst)] > 1 else str(tekst)
        for fejl in felt.errors.as_data()
        for tekst in fejl.messages
    ]


def _maal(felt: BoundField) -> str:
    ident = felt.auto_id or felt.html_name
    return f"{ident}-option1" if slags(felt) in ("valgknapper", "afkrydsninger") else ident
