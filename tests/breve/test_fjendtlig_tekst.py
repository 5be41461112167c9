"""Text is only text, however it is written, and comes out whole or is refused by name."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from rehabteam import breve
from tests.breve import aflaes
from tests.breve.eksempler import BUNDT, DOKUMENT, INDSTILLING

KODE = (
    '#read("/etc/passwd")',
    '#import "@preview/x:0.1.0": *',
    "*bold* _kursiv_ `kode` $x^2$ = ikke en overskrift",
    "<x> @henvisning <script>alert(1)</script> https://example.org/a?b=c",
    "\\u{41} \\ #(1+1) #{panic()} ]",
    "{{7*7}} ${7*7} '-- \"><img src=x onerror=...>",
    "Blåbærgrød på Ærø, Ålborg: ÆØÅæøåéüßñ",
    "»citat« – tankestreg … ½ € § ≥ 5 % ☐ ✓ →",
)


def dokument(tekst: str, **mere: Any) -> dict[str, Any]:
    return {**DOKUMENT, "afsnit": [{"overskrift": "Tekst", "tekst": tekst}], **mere}


@pytest.mark.parametrize("kode", KODE)
def test_staar_som_den_er_skrevet(kode: str) -> None:
    assert kode in aflaes.tekst(breve.dokument(dokument(kode)))
    assert "root:" not in aflaes.tekst(breve.dokument(dokument(kode)))


@pytest.mark.parametrize("kode", KODE)
def test_ogsaa_i_titel_navn_punkt_tabel_citat_og_underskrift(kode: str) -> None:
    data = dokument(
        "x",
        titel=kode,
        slags=kode,
        borger={"navn": kode},
        modtager={"navn": kode},
        sagsnummer=kode,
        underskrift={"navn": kode, "rolle": kode},
        afsnit=[
            {
                "overskrift": kode,
                "punkter": [kode],
                "citat": kode,
                "tabel": {"hoveder": [kode], "raekker": [[kode]]},
            }
        ],
    )
    uden_mellemrum = aflaes.tekst(breve.dokument(data)).replace(" ", "").replace("\xad", "")
    assert uden_mellemrum.count(kode.replace(" ", "")) >= 10


def test_lange_ord_loeber_ikke_ud_over_papiret() -> None:
    langt = "x" * 10_000
    pdf = breve.dokument(
        dokument(
            f"før {langt} efter",
            titel="T" * 300,
            afsnit=[
                {"overskrift": "O" * 200, "tekst": langt, "punkter": [langt[:400]], "citat": langt[:400]},
                {
                    "tabel": {
                        "hoveder": ["a", "b", "c"],
                        "raekker": [["speciallægeerklæringer" * 9, "b", langt[:90]]],
                    }
                },
            ],
        )
    )
    assert all(venstre > 21 and hoejre < 595 for venstre, hoejre, _ in aflaes.kasser(pdf))
    assert aflaes.tekst(pdf).count("x") == 10_000 + 400 + 400 + 90


def test_ti_tusind_tegn_kommer_alle_med() -> None:
    ord_ = [f"ord{n}" for n in range(1500)]
    assert " ".join(ord_[:20]) in aflaes.tekst(breve.dokument(dokument(" ".join(ord_))))
    tekst = aflaes.tekst(
        breve.dokument(dokument("\n\n".join(" ".join(ord_[i : i + 60]) for i in range(0, 1500, 60))))
    )
    assert all(o in tekst for o in ord_)


def test_tomme_linjer_bliver_afsnit_og_linjeskift_bevares() -> None:
    raa = aflaes.tekst(breve.dokument(dokument("en\r\nto\n\n\n\ntre\u2028fire\tfem")))
    assert "en to tre fire fem" in raa


@pytest.mark.parametrize(
    ("tegn", "art"),
    [
        ("😀", "et billedtegn"),
        ("👩🏽‍🦰", "et billedtegn"),
        ("日", "østasiatisk"),
        ("\x00", "styretegn"),
        ("\x07", "styretegn"),
        ("\u202e", "vender skriveretningen"),
        ("\u2066", "vender skriveretningen"),
        ("\ue000", "bestemt program"),
        ("\uf0b7", "bestemt program"),
        ("\ud800", "halvt tegn"),
        ("\U000e0041", "bestemt program"),
        ("ᚠ", "skrifterne ikke har"),
    ],
)
def test_tegn_der_ikke_kan_saettes_naevnes_ved_navn_og_sted(tegn: str, art: str) -> None:
    with pytest.raises(breve.TegnFejl) as fejl:
        breve.indstilling({**INDSTILLING, "opfoelgning": f"Vi ringer {tegn} hver uge"})
    assert fejl.value.tegn == tegn[0]
    assert fejl.value.felt == "opfoelgning"
    svar = str(fejl.value)
    assert art in svar and f"U+{ord(tegn[0]):04X}" in svar
    assert "»opfoelgning«" in svar and "hver uge" in svar and "Slet det" in svar
    assert svar[0].isupper()


def test_stedet_er_i_afsenderens_egne_data() -> None:
    data = dokument("x", afsnit=[{"overskrift": "a"}, {"overskrift": "b", "punkter": ["godt", "sk😀idt"]}])
    with pytest.raises(breve.TegnFejl) as fejl:
        breve.dokument(data)
    assert fejl.value.felt == "afsnit › 2 › punkter › 2"


@pytest.mark.parametrize("usynligt", ["\u200b", "\u00ad", "\ufeff", "\u200d", "\u00a0", "\u202f"])
def test_usynlige_formattegn_fra_andre_programmer_standser_ikke_brevet(usynligt: str) -> None:
    tekst = aflaes.tekst(breve.dokument(dokument(f"før{usynligt}efter")))
    assert "før" in tekst and "efter" in tekst


def test_loese_accenter_samles() -> None:
    loest = unicodedata.normalize("NFD", "Åse Bjørnø på café")
    assert "Åse Bjørnø på café" in aflaes.tekst(breve.dokument(dokument(loest)))


def test_et_afvist_tegn_afvises_ogsaa_naeste_gang_og_andre_brev_gaar_fri() -> None:
    for _ in range(2):
        with pytest.raises(breve.TegnFejl):
            breve.dokument(dokument("🦊"))
    assert breve.dokument(dokument("ræv"))


def test_indholdet_viser_en_kasse_i_stedet_for_at_standse() -> None:
    poster = [{**BUNDT["grupper"][0]["poster"][0], "titel": "Foto 😀 fra \u202efdp.exe"}]
    tekst = aflaes.tekst(breve.bundt({**BUNDT, "grupper": [{"slags": "Helbred", "poster": poster}]}))
    assert "Foto □ fra □fdp.exe" in tekst


def test_loebetitlen_fylder_en_linje() -> None:
    pdf = breve.dokument(dokument("linje\n" * 200, titel="meget lang titel " * 30))
    assert "meget lang titel meget lang titel meget lang titel meget lang titel" in aflaes.tekst(
        pdf, "-f", "2"
    )
    assert aflaes.tekst(pdf, "-f", "2", "-l", "2").count("meget lang titel") == 4
