"""Fields are dkfds' markup (compared with what its own macros make, version 11.2.0), and escape everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from django import forms
from django.template import Context, Template

from tests.web.byggesten.dom import alle, trae

DKFDS = Path(__file__).parent / "dkfds"
# Ours alone: no browser memory of case data, and Django's own limits.
EGNE = frozenset({"autocomplete", "cols", "maxlength", "minlength"})
FEJL = {"required": "Skriv en overskrift."}
VALG = [("ja", "Ja"), ("nej", "Nej")]

FELTER: dict[str, tuple[forms.Field, dict[str, object] | None]] = {
    "tekst": (forms.CharField(label="Overskrift", help_text="Højst en linje."), {"navn": "abc"}),
    "tekst-fejl": (forms.CharField(label="Overskrift", help_text="Højst en linje.", error_messages=FEJL), {}),
    "langt": (
        forms.CharField(label="Beskrivelse", widget=forms.Textarea(attrs={"rows": 5})),
        {"navn": "abc"},
    ),
    "dato": (forms.DateField(label="Dato", help_text="Fx 08.02.2026"), {"navn": "08.02.2026"}),
    "dato-fejl": (forms.DateField(label="Dato", help_text="Fx 08.02.2026", error_messages=FEJL), {}),
    "liste": (forms.ChoiceField(label="Grundlag", choices=[("", "Vælg"), ("a", "A")]), None),
    "valgknapper": (
        forms.ChoiceField(label="Begyndt?", choices=VALG, widget=forms.RadioSelect),
        {"navn": "ja"},
    ),
    "valgknapper-fejl": (
        forms.ChoiceField(
            label="Begyndt?",
            help_text="Vælg en.",
            choices=VALG,
            widget=forms.RadioSelect,
            error_messages=FEJL,
        ),
        {},
    ),
    "afkrydsninger": (
        forms.MultipleChoiceField(
            label="Hvem?",
            help_text="Sæt kryds.",
            choices=[("a", "A"), ("b", "B")],
            widget=forms.CheckboxSelectMultiple,
        ),
        {"navn": ["a"]},
    ),
}


def formular(felt: forms.Field, data: dict[str, object] | None = None, **valg: object) -> forms.Form:
    return type("Formular", (forms.Form,), {"navn": felt})(data, **valg)


def tegn(kode: str, **kontekst: object) -> str:
    return Template("{% load byggesten %}" + kode).render(Context(kontekst))


@pytest.mark.parametrize("navn", FELTER)
def test_samme_dom_som_dkfds(navn: str) -> None:
    form = formular(*FELTER[navn])
    vores = tegn("{% felt form.navn %}", form=form).replace("id_navn-legend", "navn-legend")
    assert trae(vores, EGNE) == trae((DKFDS / f"{navn}.html").read_text(encoding="utf-8"), EGNE)


def test_include_giver_det_samme_som_maerket() -> None:
    form = formular(*FELTER["dato-fejl"])
    include = tegn('{% include "web/byggesten/felt.html" with felt=form.navn hjaelp="Fx i går" %}', form=form)
    assert trae(include) == trae(tegn('{% felt form.navn hjaelp="Fx i går" %}', form=form))


ONDT = "\"><img src=x onerror=alert(1)>{{7*7}}'--\u202e"


@pytest.mark.parametrize(
    "widget",
    [
        forms.TextInput,
        forms.Textarea,
        forms.DateInput,
        forms.RadioSelect,
        forms.Select,
        forms.CheckboxInput,
        forms.CheckboxSelectMultiple,
        forms.FileInput,
    ],
)
def test_intet_felt_lader_fremmed_html_igennem(widget: type[forms.Widget]) -> None:
    felt = forms.CharField(label=ONDT, help_text=ONDT, widget=widget, error_messages={"required": ONDT})
    if hasattr(widget, "choices") or widget in (
        forms.RadioSelect,
        forms.Select,
        forms.CheckboxSelectMultiple,
    ):
        felt.widget.choices = [(ONDT, ONDT)]
    for data in ({}, {"navn": ONDT}):
        form = formular(felt, data)
        html = tegn("{% fejlopsummering form %}{% felt form.navn %}", form=form)
        assert not alle(html, "img")
        assert not [s for s in alle(html, "svg") if "onload" in s]


def test_fejlopsummeringen_gaar_til_felterne_og_naevner_dem() -> None:
    form = formular(*FELTER["valgknapper"])
    assert tegn("{% fejlopsummering form %}", form=form).strip() == "", "uden fejl tegnes intet"
    begge = {
        "a": formular(forms.CharField(label="Årsag"), {}, prefix="a"),
        "b": formular(
            forms.ChoiceField(label="Begyndt?", choices=VALG, widget=forms.RadioSelect), {}, prefix="b"
        ),
    }
    html = tegn("{% fejlopsummering a b %}{% felt a.navn %}{% felt b.navn %}", **begge)
    assert "Ret 2 felter" in html
    assert "Årsag: " in html
    maal = [a["href"][1:] for a in alle(html, "a")]
    ider = {e["id"] for e in alle(html, "input")}
    assert maal == ["id_a-navn", "id_b-navn-option1"]
    assert set(maal) <= ider


def test_det_skrevne_staar_der_stadig_efter_en_fejl() -> None:
    form = formular(forms.DateField(label="Dato"), {"navn": "31.02.2026"})
    assert not form.is_valid()
    felt = alle(tegn("{% felt form.navn %}", form=form), "input")[0]
    assert felt["value"] == "31.02.2026"
    assert felt["aria-invalid"] == "true"
    assert felt["aria-describedby"] == "id_navn-error"


def test_frivillige_felter_siger_det_og_henviser_kun_til_det_der_er_der() -> None:
    html = tegn("{% felt form.navn %}", form=formular(forms.CharField(label="Note", required=False)))
    assert "(frivilligt)" in html
    assert "aria-describedby" not in html
    assert "(frivilligt)" not in tegn(
        "{% felt form.navn frivilligt=False %}", form=formular(forms.CharField(label="Note", required=False))
    )
