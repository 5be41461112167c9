"""The law as pages: each § can be read, and each rule answers a form as `rehabteam vurder` answers the same facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.lov.kontrakt.forklar import OVERSKRIFT
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.kontrakt.svar import spoerg
from rehabteam.lov.regel import REGLER
from rehabteam.lovspor import eksempler, i_ord
from rehabteam.lovspor.paragraffer import PARAGRAFFER
from rehabteam.lovspor.spor import alle
from rehabteam.web.formularer.regel import Regelform
from rehabteam.web.formularer.regeludfyldt import fra_fakta
from rehabteam.web.lovsporside import kan_proeves
from rehabteam.web.views import lovspor as views
from tests.verden import Verden

PROEVER = [(p.slug, regel) for p in PARAGRAFFER.values() for regel in p.regler]
PAR17 = ("17", "bek2408.par17")


@pytest.fixture
def klient(verden: Verden) -> Client:
    """Somebody from the street: no login."""
    return Client()


def adresse(slug: str, regel: str) -> str:
    return reverse("web:lovspor_proev", args=[slug, REGLER[regel].emne])


def tekst(svar: Any) -> str:
    """The page's words, without tags and with one space between them."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", svar.content.decode())).split())


class Sendt(HTMLParser):
    """What a browser sends from the rule's form if nobody touches it."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, list[str]] = {}
        self.inde = False
        self.liste = self.lang = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {navn: vaerdi or "" for navn, vaerdi in attrs}
        if tag == "form":
            self.inde = "lov-formular" in a.get("class", "")
        if not self.inde:
            return
        navn = a.get("name", "")
        if tag == "option" and "selected" in a:
            self.data[self.liste] = [a["value"]]
        elif tag == "select":
            self.liste = navn
        elif tag == "textarea":
            self.lang = navn
            self.data[navn] = [""]
        elif (tag == "input" and a.get("type") not in ("radio", "checkbox")) or "checked" in a:
            self.data.setdefault(navn, []).append(a.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.data[self.lang] = [self.data[self.lang][0].removeprefix("\r\n").removeprefix("\n")]
            self.lang = ""
        elif tag == "form":
            self.inde = False

    def handle_data(self, data: str) -> None:
        if self.lang:
            self.data[self.lang][0] += data


def udfyldt(klient: Client, slug: str, regel: str, eksempel: str = "") -> dict[str, list[str]]:
    laeser = Sendt()
    side = klient.get(adresse(slug, regel), {"eksempel": eksempel} if eksempel else {})
    assert side.status_code == 200
    laeser.feed(side.content.decode())
    return laeser.data


# --- The pages -----------------------------------------------------------------------------------------


def test_listen_har_hver_paragraf_og_siger_hvad_den_handler_om(klient: Client) -> None:
    side = klient.get(reverse("web:lovspor"))
    assert side.status_code == 200
    for p in PARAGRAFFER.values():
        assert reverse("web:lovspor_paragraf", args=[p.slug]) in side.content.decode()
        assert p.emne in tekst(side)


@pytest.mark.parametrize("slug", PARAGRAFFER)
def test_hver_paragraf_kan_laeses(klient: Client, verden: Verden, slug: str) -> None:
    svar = klient.get(reverse("web:lovspor_paragraf", args=[slug]))
    assert svar.status_code == 200
    side, html = tekst(svar), svar.content.decode()
    spor = alle()[slug]
    if spor.paragraf.url:
        assert f'href="{spor.paragraf.url}"' in html
    for led in spor.led:
        assert led.hjemmel.kort in side
        for d in led.dele:
            assert d.stykke.tekst in side
            assert (d.kode.fil if d.kode else d.stykke.hvorfor) in side
        for e in led.eksempler:
            assert e.titel in side and f'id="{e.id}"' in html
    for t in spor.paragraf.tvivl:
        assert t.spoergsmaal in side and t.vores in side and t.anden in side
    for regel in spor.paragraf.regler:
        assert adresse(slug, regel) in html
    for udgave in spor.udgaver:
        assert udgave.navn in side and all(f in side for f in udgave.forbehold)
    identer = re.findall(r' id="([^"]+)"', html)
    assert len(identer) == len(set(identer))
    assert verden.klient(verden.koordinator).get(svar.request["PATH_INFO"]).status_code == 200


@pytest.mark.parametrize("slug", ["22", "0", "lab-1", "17a", "x" * 200])
def test_en_paragraf_der_ikke_er_der(klient: Client, slug: str) -> None:
    assert klient.get(f"/loven/{slug}/").status_code == 404
    assert klient.get("/loven/17/proev/par03/").status_code == 404
    assert klient.get("/loven/6/proev/par17/").status_code == 404


@pytest.mark.parametrize(("slug", "regel"), PROEVER)
def test_hver_formular_kan_aabnes_tom(klient: Client, slug: str, regel: str) -> None:
    svar = klient.get(adresse(slug, regel))
    assert svar.status_code == 200
    assert "Skriv ikke navn eller CPR-nummer" in tekst(svar)
    assert 'class="regellinje"' in svar.content.decode()


# --- The answers -----------------------------------------------------------------------------------------


def _hjemme(e: eksempler.Eksempel) -> str:
    return next(p.slug for p in PARAGRAFFER.values() if e.regel in p.regler)


@pytest.mark.parametrize("id", [e.id for e in eksempler.alle().values() if kan_proeves(e)])
def test_formularen_til_et_eksempel_svarer_som_kommandoen(id: str) -> None:
    """All of the answer, figures and grounds and edition, and not only its status."""
    e = eksempler.alle()[id]
    data = {k: v for k, v in fra_fakta(e.regel, e.fakta).items() if v is not None}
    form = Regelform(e.regel, data=_som_sendt(e.regel, data))
    assert form.is_valid(), form.errors
    hoved, vurdering = eksempler.svar(id)
    vores_hoved, vores = spoerg({"id": id, "regel": e.regel, "fakta": form.fakta()})
    assert vores_hoved == hoved
    if vurdering is not None:
        assert vores is not None and vores.som_json() == vurdering.som_json()


def _som_sendt(regel: str, data: dict[str, Any]) -> Any:
    """The form's first values with the example's on top, as a browser would send them."""
    form = Regelform(regel, initial=data)
    ud: dict[str, Any] = {}
    for navn in form.fields:
        vaerdi = form[navn].value()
        ud[navn] = "" if vaerdi is None else vaerdi
    return ud


@pytest.mark.parametrize("regel", sorted(SPOERGSMAAL))
def test_et_eksempel_gennem_hele_siden(klient: Client, regel: str) -> None:
    """Fetched, sent as it stands, and answered on the same page with everything the answer holds."""
    eks = [e for e in eksempler.for_regel(regel) if eksempler.svar(e.id)[1] is not None]
    for e in (eks[0], eks[len(eks) // 2], eks[-1]):
        slug = _hjemme(e)
        svar = klient.post(adresse(slug, regel), udfyldt(klient, slug, regel, e.id))
        v = eksempler.svar(e.id)[1]
        assert svar.status_code == 200 and v is not None
        side = tekst(svar)
        if v.status != "BESVARET":
            assert OVERSKRIFT[v.status] in side
        for fundet in (*v.mangler, *v.fejl, *v.advarsler):
            assert fundet.tekst in side
        for g in v.grunde:
            assert " ".join(g.tekst.split()) in side
        for s in v.skal_vurderes:
            assert s.spoergsmaal in side
        for laesning in v.laesninger:
            assert laesning.anden in side
        for a in v.aendrer:
            assert a.tekst in side
        assert v.udgave.hvorfor in side and all(f in side for f in v.udgave.forbehold)


def test_kun_det_ingen_kan_skrive_kan_ikke_proeves(klient: Client) -> None:
    """An unknown key, choice or type: the example is shown with its answer, but no form is offered for it."""
    uden = [e for e in eksempler.alle().values() if not kan_proeves(e)]
    assert 0 < len(uden) < 40
    for e in uden:
        assert eksempler.svar(e.id)[1] is None
        side = klient.get(reverse("web:lovspor_paragraf", args=[_hjemme(e)])).content.decode()
        assert f"?eksempel={e.id}" not in side


def test_udeladt_null_og_nej_er_tre_ting(klient: Client) -> None:
    data = udfyldt(klient, "12", "bek2408.par12")
    data |= {"sagstype": ["foertidspension"], "spor": ["TEAM_12"], "vaesentligt_nedsat": ["ja"]}
    data |= {"grundlag_tilstraekkeligt": ["ja"], "helbredsoplysninger_tilstraekkelige": ["ja"]}
    svar = {}
    for valgt in ("ja", "nej", "null", "udeladt"):
        side = tekst(klient.post(adresse("12", "bek2408.par12"), {**data, "helt_aabenbart": [valgt]}))
        svar[valgt] = side.partition("Det, der blev spurgt om")[0]
    assert "Et menneske skal vurdere" in svar["null"]
    assert len({svar["ja"], svar["nej"], svar["null"]}) == 3


def test_intet_fundet_er_noget_andet_end_ikke_spurgt(klient: Client) -> None:
    data = udfyldt(klient, "19", "bek2408.par19") | {
        "aarsag_droeftet": ["ja"],
        "opfoelgning_tilrettelagt": ["ja"],
    }
    for valgt, ventet in (
        ("udeladt", "Der mangler ikke noget"),
        ("null", "Der mangler noget"),
        ("intet", "Der mangler noget"),
    ):
        svar = klient.post(adresse("19", "bek2408.par19"), data | {"indsatser_fremadrettet-tom": [valgt]})
        assert ventet in tekst(svar), valgt


# --- Rows ------------------------------------------------------------------------------------------------


def test_raekker_tilfoejes_og_fjernes_uden_javascript(klient: Client) -> None:
    url = adresse(*PAR17)
    data = udfyldt(klient, *PAR17, "par17-21")
    assert data["indsatser-antal"] == ["1"]
    mere = klient.post(url, {**data, "tilfoej": "indsatser", "forloeb_start": "vrøvl"})
    assert mere.status_code == 200
    laeser = Sendt()
    laeser.feed(mere.content.decode())
    assert laeser.data["indsatser-antal"] == ["2"]
    assert laeser.data["indsatser-0-paabegyndt"] == data["indsatser-0-paabegyndt"]
    assert laeser.data["forloeb_start"] == ["vrøvl"]
    to = {**laeser.data, "indsatser-1-hjemmel": ["SERVICELOV"], "indsatser-1-i_indsatsdel": ["ja"]}
    faerre = klient.post(url, {**to, "fjern": "indsatser-0"})
    laeser = Sendt()
    laeser.feed(faerre.content.decode())
    assert laeser.data["indsatser-antal"] == ["1"]
    assert laeser.data["indsatser-0-hjemmel"] == ["SERVICELOV"]


def test_en_tom_raekke_er_ingen_raekke_men_en_halv_er_en_fejl(klient: Client) -> None:
    url, data = adresse(*PAR17), udfyldt(klient, *PAR17, "par17-1")
    laeser = Sendt()
    laeser.feed(klient.post(url, {**data, "tilfoej": "indsatser"}).content.decode())
    assert klient.post(url, laeser.data).status_code == 200
    halv = klient.post(url, {**laeser.data, "indsatser-0-paabegyndt": ["01.03.2022"]})
    assert halv.status_code == 422
    assert 'value="01.03.2022"' in halv.content.decode()
    assert "Udfyld feltet, eller fjern rækken" in tekst(halv)


def test_fejlen_staar_ved_den_raekke_der_har_den(klient: Client) -> None:
    """Empty rows before it are not asked about, but the error must not move up into them."""
    url, data = adresse(*PAR17), udfyldt(klient, *PAR17, "par17-1")
    data |= {
        "undtagne_perioder-antal": ["2"],
        "undtagne_perioder-1-fra": ["30.04.2022"],
        "undtagne_perioder-1-til": ["01.04.2022"],
        "undtagne_perioder-1-hjemmel": ["LAS_13_STK_7"],
    }
    svar = klient.post(url, data)
    assert svar.status_code == 422
    assert 'id="f-undtagne_perioder-1-til-error"' in svar.content.decode()
    assert 'href="#f-undtagne_perioder-1-til"' in svar.content.decode()


# --- What goes wrong --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("slug", "regel"), PROEVER)
def test_en_tom_formular_siger_hvad_den_mangler(klient: Client, slug: str, regel: str) -> None:
    svar = klient.post(adresse(slug, regel), {})
    kraevede = [f for f in Regelform(regel).felter if f.kraevet]
    assert svar.status_code == (422 if kraevede else 200)
    for felt in kraevede:
        assert f'href="#f-{felt.noegle}' in svar.content.decode()


@pytest.mark.parametrize(
    ("felt", "vaerdi"),
    [
        ("forloeb_start", "32.02.2022"),
        ("forloeb_start", "01.02.0000"),
        ("vurderingsdato", "i går"),
        ("sagstype", "ukendt"),
        ("saerlige_grunde-besluttet", "måske"),
        ("saerlige_grunde-begrundelse", "x" * 501),
        ("ordinaere_timer-0-timer", "syv"),
        ("ordinaere_timer-0-timer", "9" * 13),
        ("ordinaere_timer-0-timer", "-1"),
    ],
)
def test_det_der_ikke_kan_laeses_afvises_og_bliver_staaende(klient: Client, felt: str, vaerdi: str) -> None:
    data = {**udfyldt(klient, *PAR17, "par17-15"), felt: [vaerdi]}
    svar = klient.post(adresse(*PAR17), data)
    assert svar.status_code == 422
    assert 'id="fejl"' in svar.content.decode()
    if felt != "sagstype" and felt != "saerlige_grunde-besluttet":
        assert vaerdi in unescape(svar.content.decode())


def test_cpr_nummer_afvises(klient: Client, verden: Verden) -> None:
    cpr = verden.genoptaget().borger.cpr
    data = {**udfyldt(klient, *PAR17, "par17-1"), "saerlige_grunde-begrundelse": [f"Se sagen om {cpr}"]}
    svar = klient.post(adresse(*PAR17), data)
    assert svar.status_code == 422 and "Skriv ikke CPR-nummer" in tekst(svar)


def _ondt() -> Iterator[tuple[str, Any]]:
    yield "forloeb_start", "31.12.9999"
    yield "forloeb_start", "01.01.0001"
    yield "vurderingsdato", "31.12.9999"
    yield "indsatser-antal", "99999999999999999999"
    yield "indsatser-antal", "-1"
    yield "indsatser-antal", "²"
    yield "indsatser-0-hjemmel", "LAB_KAP_0"
    yield "saerlige_grunde-begrundelse", "<script>alert(1)</script>\U0001f600"
    yield "sagstype", ["fleksjob", "andet"]
    yield "x" * 300, "y"
    yield "tilfoej", "sagstype"
    yield "tilfoej", "../../etc"
    yield "fjern", "indsatser-999999999999999999999"
    yield "fjern", "indsatser-²"
    yield "fjern", "indsatser"
    yield "fjern", "-".join(["indsatser"] * 50)


@pytest.mark.parametrize(("navn", "vaerdi"), list(_ondt()))
def test_ondsindet_tekst_giver_aldrig_en_fejl_hos_os(klient: Client, navn: str, vaerdi: Any) -> None:
    svar = klient.post(adresse(*PAR17), {**udfyldt(klient, *PAR17, "par17-21"), navn: vaerdi})
    assert svar.status_code in (200, 422)
    assert "<script>alert" not in svar.content.decode()


@pytest.mark.parametrize("eksempel", ["", "par03-1", "findes-ikke", "<script>", "x" * 5000])
def test_et_ukendt_eksempel_giver_en_tom_formular(klient: Client, eksempel: str) -> None:
    svar = klient.get(adresse(*PAR17), {"eksempel": eksempel})
    assert svar.status_code == 200 and "Udfyldt med eksemplet" not in tekst(svar)


@pytest.mark.parametrize("dato", ["01.01.0001", "31.12.9999", "29.02.2024", "31.08.2025"])
@pytest.mark.parametrize(("slug", "regel"), PROEVER)
def test_yderste_datoer(klient: Client, slug: str, regel: str, dato: str) -> None:
    """The ends of the calendar are answered or refused at the field, whichever rule is asked."""
    form = Regelform(regel)
    data = {f.noegle: [dato] for f in form.felter if f.slags == "dato"}
    data |= {f.noegle: [str(f.valg[0][0])] for f in form.felter if f.slags == "valg" and f.kraevet}
    assert klient.post(adresse(slug, regel), data).status_code in (200, 422)


# --- Nothing is kept ------------------------------------------------------------------------------------


def test_intet_gemmes_og_intet_logges(
    klient: Client, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    maerke = "Mærkelig-begrundelse-47"
    data = {**udfyldt(klient, *PAR17, "par17-1"), "saerlige_grunde-begrundelse": [maerke]}
    with CaptureQueriesContext(connection) as sql:
        svar = klient.post(adresse(*PAR17), data)
    assert svar.status_code == 200 and maerke in svar.content.decode()
    assert not [q for q in sql if re.search(r"\b(INSERT|UPDATE|DELETE)\b", q["sql"])]
    assert maerke not in "".join(q["sql"] for q in sql)
    ud = capsys.readouterr()
    assert maerke not in caplog.text + ud.out + ud.err
    assert settings.SESSION_COOKIE_NAME not in svar.cookies


def test_fakta_staar_aldrig_i_en_adresse(klient: Client) -> None:
    """The form is sent in the body; the only thing an address may name is an example of our own."""
    html = klient.get(adresse(*PAR17)).content.decode()
    assert re.findall(r'<form method="(\w+)" action="[^"]*" novalidate', html) == ["post"]
    felter = re.findall(r'<form method="get".*?</form>', html, re.DOTALL)
    assert all(set(re.findall(r' name="([^"]+)"', f)) <= {"eksempel", "q"} for f in felter)


def test_en_formular_uden_csrf_afvises() -> None:
    assert Client(enforce_csrf_checks=True).post(adresse(*PAR17), {}).status_code == 403


def test_siderne_spoerger_ikke_databasen_mere_for_en_lang_paragraf(klient: Client) -> None:
    antal = set()
    for slug in PARAGRAFFER:
        with CaptureQueriesContext(connection) as sql:
            klient.get(reverse("web:lovspor_paragraf", args=[slug]))
        antal.add(len(sql))
    assert len(antal) == 1


def test_reglerne_og_laesningerne_henviser_til_hinanden(klient: Client) -> None:
    regler = klient.get(reverse("web:regler")).content.decode()
    assert reverse("web:lovspor") in regler
    assert reverse("web:regler") in klient.get(reverse("web:lovspor")).content.decode()
    for navn in ("log_ind", "hjaelp", "was"):
        assert f'href="{reverse("web:lovspor")}"' in klient.get(reverse(f"web:{navn}")).content.decode()


def test_paa_engelsk_er_loven_stadig_dansk(klient: Client) -> None:
    klient.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    side = klient.get(reverse("web:lovspor_paragraf", args=["17"])).content.decode()
    assert '<html lang="en">' in side and "The law, section by section" in side
    assert "Stykke for stykke" not in side
    assert re.search(r'<h1 lang="da">', side)


def test_viewet_kender_alle_paragraffer() -> None:
    assert views.PARAGRAFFER is PARAGRAFFER and i_ord.fakta("bek2408.par17", {}) == []
