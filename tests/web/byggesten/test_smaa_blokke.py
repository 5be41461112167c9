"""Dates, badges, the day strip, the count's table and the page with everything on it."""

from __future__ import annotations

import re
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string

from rehabteam.lov.procedure import genforelaeggelse
from rehabteam.lov.vurdering import bek
from rehabteam.web.byggesten import datoer, eksempler, fristmaerke, optaelling, statusord
from rehabteam.web.byggesten.dagstrip import dagstrip
from tests.web.byggesten.dom import alle, trae

DAG = date(2026, 6, 3)


def tegn(kode: str, **kontekst: object) -> str:
    return Template("{% load byggesten %}" + kode).render(Context(kontekst))


@pytest.mark.parametrize(
    ("form", "ventet"),
    [
        (datoer.saetning, "onsdag 3. juni 2026"),
        (datoer.tabel, "03.06.2026"),
        (datoer.tabel_med_ugedag, "ons. 03.06.2026"),
        (datoer.uden_ugedag, "3. juni 2026"),
        (datoer.dag_og_maaned, "3. juni"),
        (datoer.kort, "03.06."),
        (datoer.to_bogstaver, "on"),
        (datoer.maaned_kort, "jun."),
    ],
)
def test_danske_datoer(form: object, ventet: str) -> None:
    assert form(DAG) == ventet  # type: ignore[operator]


def test_datofiltre_taaler_at_der_ingen_dato_er() -> None:
    assert tegn("{{ d|dato }}|{{ d|dato_saetning }}|{{ t|klokken }}", d=None, t=None) == "||"
    assert tegn("{{ t|klokken }}", t=datetime(2026, 6, 3, 9, 30)) == "09.30"


@pytest.mark.parametrize(
    ("frist", "tone", "linje1"),
    [
        (date(2026, 5, 25), "over", "2 dage over"),
        (date(2026, 5, 26), "over", "1 dag over"),
        (date(2026, 5, 27), "snart", "I dag"),
        (date(2026, 5, 28), "snart", "1 dag"),
        (date(2026, 6, 26), "snart", "30 dage"),
        (date(2026, 6, 27), "ro", "31 dage"),
    ],
)
def test_fristmaerket_skifter_tone_paa_dagen(frist: date, tone: str, linje1: str) -> None:
    maerke = fristmaerke.dage(frist, date(2026, 5, 27))
    assert (maerke.tone, maerke.linje1) == (tone, linje1)


def test_hverdage_og_dage_blandes_aldrig() -> None:
    assert fristmaerke.hverdage(DAG, 5).linje1 == "5 hverdage"
    assert fristmaerke.hverdage(DAG, -1).linje1 == "1 hverdag over"
    assert fristmaerke.hverdage(DAG, 11).tone == "ro"


def test_hver_tone_har_sit_eget_ikon_og_sine_egne_ord() -> None:
    maerker = [fristmaerke.dage(DAG, d) for d in (date(2026, 6, 5), date(2026, 6, 1), date(2026, 1, 1))]
    maerker += [fristmaerke.klar("møde 04.06.2026"), fristmaerke.staar_stille()]
    assert len({m.ikon for m in maerker}) == 5
    assert len({m.linje1 for m in maerker}) == 5


def test_dagstrippen_siger_det_hele_i_ord() -> None:
    svar = genforelaeggelse.frist(date(2026, 6, 11))
    strip = dagstrip(
        svar.detaljer.dage, svar.detaljer.seneste_oprettelsesdato, date(2026, 6, 11), date(2026, 5, 27)
    )
    html = tegn("{% dagstrip s %}", s=strip)
    assert "onsdag 3. juni 2026: sidste dag at sende, hverdag nummer 5 før mødet" in html
    assert "torsdag 11. juni 2026: mødedag" in html
    assert "Skraveret tæller ikke: Grundlovsdag og weekend." in html
    tilstande = [b.tilstand for b in strip.bokse]
    assert tilstande.count("sidste") == tilstande.count("moede") == 1
    assert tilstande.count("fri") == 3


def test_optaellingen_har_lovens_tal_og_grundlag() -> None:
    foerste, ude, sidste = optaelling.raekker(eksempler.TALT, 182, date(2026, 5, 25))
    assert (foerste.periode, foerste.dage) == ("21.10.2025 – 11.01.2026", "83")
    assert ude.hvorfor == "Holdt ude: LAS § 13, stk. 7 og LAB § 33, stk. 5"
    assert (sidste.i_alt, sidste.sidste) == ("182 af 182", True)
    aaben = SimpleNamespace(
        fra=date(2026, 3, 2), til=None, dage=87, talt=False, i_alt=61, hjemler=("LAS_13_STK_7",)
    )
    (raekke,) = optaelling.raekker([aaben], 182, None)
    assert (raekke.periode, raekke.dage) == ("02.03.2026 – ingen slutdato", "87 til nu")


def test_paragrafmaerket_er_et_link_til_loven_uden_aarstal() -> None:
    html = tegn("{% par_maerke h %}", h=bek(17, 1))
    assert "BEK 2408 § 17, stk. 1" in html
    assert alle(html, "a")[0]["href"] == bek(17, 1).url
    assert not alle(tegn("{% par_maerke 'Proceduren' %}"), "a")


@pytest.mark.parametrize("kode", statusord.STATUSORD)
def test_hvert_statusord_har_ord_og_ikon(kode: str) -> None:
    html = tegn("{% statusord k %}", k=kode)
    assert str(statusord.STATUSORD[kode].ord) in html
    assert alle(html, "use")


def test_blokke_med_indhold_undslipper_vaerdier_men_ikke_egen_html() -> None:
    html = tegn(
        "{% hvorfor %}<p>{{ v }}</p>{% endhvorfor %}{% kvittering o %}{{ v }}{% endkvittering %}",
        v="<b>x</b>",
        o="<i>",
    )
    assert alle(html, "p")
    assert not alle(html, "b")
    assert not alle(html, "i")


def side() -> str:
    return render_to_string(
        "web/byggesten/alle.html",
        {
            **eksempler.alle(),
            "demo": {"aktiv": True, "dag_tekst": "onsdag 27. maj 2026"},
            "menu": [{"tekst": "Mit arbejde", "url": "/", "aktuel": True}],
            "slaaet_fra": ["Digital Post"],
            "bruger": {"navn": "Mette Overgaard", "rolle": "Sagsbehandler", "organisation": "Nordby Kommune"},
            "steder": {
                n: f"/{n}/"
                for n in (
                    "forside",
                    "soeg",
                    "log_ind",
                    "log_ud",
                    "sprog",
                    "hjaelp",
                    "laesninger",
                    "oplysninger",
                    "was",
                )
            },
        },
    )


def test_siden_med_alle_blokke_er_hel_og_uden_noget_csp_ville_afvise() -> None:
    html = side()
    trae(html)
    assert not re.search(r"\sstyle=|\son[a-z]+=|javascript:", html)
    assert all(s.get("src") for s in alle(html, "script")), "intet script i siden selv"
    ider = re.findall(r'\sid="([^"]+)"', html)
    assert len(ider) == len(set(ider)), sorted(i for i in ider if ider.count(i) > 1)
    assert "Dagen er onsdag 27. maj 2026." in html
    assert "Digital Post" in html


def test_sidefoden_har_tilgaengelighedserklaeringen_og_hver_tidslinje_har_titel_og_tekst() -> None:
    html = side()
    assert "/was/" in [a["href"] for a in alle(html, "a")]
    billeder = [s for s in alle(html, "svg") if s.get("role") == "img"]
    assert billeder
    assert all(len(s["aria-labelledby"].split()) == 2 for s in billeder)
