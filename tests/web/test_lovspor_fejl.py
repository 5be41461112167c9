"""The rules' forms, whatever is sent: refused at the field, never a fault of ours, and nothing is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from rehabteam.web.formularer.regel import Regelform
from tests.verden import Verden
from tests.web.lovsporside import PAR17, PROEVER, adresse, udfyldt
from tests.web.sagshjaelp import tekst


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
