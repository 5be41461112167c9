"""English is a choice, Danish the start; and the catalogue is whole, so that no page is half in each language."""

import re
from collections.abc import Iterator
from functools import cache

import polib
import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, trans_real

from rehabteam.opsaetning.oversaet import PAKKE, oversaet
from rehabteam.sager.models import Rolle
from rehabteam.web.byggesten.statusord import STATUSORD
from rehabteam.web.ramme import MENU
from tests.verden import Verden
from tests.web.sagshjaelp import indsend

KATALOG = PAKKE / "locale" / "en" / "LC_MESSAGES" / "django.po"
PLADS = re.compile(r"%\(\w+\)[sd]")
MAERKE = re.compile(r"<[^>]+>")


@pytest.fixture(autouse=True, scope="module")
def _oversat() -> None:
    """Set-up compiles the catalogue; where only the tests run, do it here, the same way."""
    if not KATALOG.with_suffix(".mo").exists():
        oversaet()
        trans_real._translations.clear()


@cache
def _poster() -> tuple[polib.POEntry, ...]:
    return tuple(polib.pofile(str(KATALOG)))


def _par(post: polib.POEntry) -> Iterator[tuple[str, str]]:
    """Each English text with the Danish it stands for; English and Danish have the same two number forms."""
    if not post.msgid_plural:
        yield post.msgid, post.msgstr
        return
    assert sorted(post.msgstr_plural) == [0, 1], post.msgid
    yield post.msgid, post.msgstr_plural[0]
    yield post.msgid_plural, post.msgstr_plural[1]


def _vaelg(klient: Client, sprog: str) -> None:
    svar = klient.post(reverse("web:sprog"), {"language": sprog, "next": reverse("web:mit_arbejde")})
    assert (svar.status_code, svar["Location"]) == (302, reverse("web:mit_arbejde"))


def test_engelsk_vaelges_og_vaelges_fra(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.sagsbehandler)
    _vaelg(klient, "en")
    side = klient.get(reverse("web:mit_arbejde")).content.decode()
    assert '<html lang="en">' in side
    for engelsk, dansk in (
        ("My work", "Mit arbejde"),
        ("Log out", "Log ud"),
        ("Caseworker", "Sagsbehandler,"),
    ):
        assert engelsk in side and dansk not in side
    formular = klient.get(reverse("web:forloeb_nyt")).content.decode()
    assert "CPR number" in formular and "The ressourceforløb began" in formular
    _vaelg(klient, "da")
    side = klient.get(reverse("web:mit_arbejde")).content.decode()
    assert '<html lang="da">' in side
    assert "Mit arbejde" in side and "My work" not in side


def test_fejl_i_en_formular_er_ogsaa_paa_engelsk(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.sagsbehandler)
    _vaelg(klient, "en")
    svar = indsend(klient, reverse("web:forloeb_nyt"))
    assert svar.status_code == 422
    side = svar.content.decode()
    assert "Write the citizen’s name." in side and "Skriv borgerens navn." not in side


@pytest.mark.parametrize("oensker", ["en", "en-GB,en;q=0.9", "da;q=0.1,en"])
def test_dansk_er_begyndelsen_ogsaa_for_en_engelsk_browser(verden: Verden, oensker: str) -> None:
    side = Client().get(reverse("web:log_ind"), headers={"accept-language": oensker}).content.decode()
    assert '<html lang="da">' in side
    assert "Brugernavn" in side and "Username" not in side


def test_et_ukendt_sprog_aendrer_intet(verden: Verden) -> None:
    klient = Client()
    klient.post(reverse("web:sprog"), {"language": "xx", "next": reverse("web:log_ind")})
    assert '<html lang="da">' in klient.get(reverse("web:log_ind")).content.decode()
    klient.cookies[settings.LANGUAGE_COOKIE_NAME] = "../../en"
    assert '<html lang="da">' in klient.get(reverse("web:log_ind")).content.decode()


def test_menu_roller_og_statusord_har_en_oversaettelse() -> None:
    kendte = {post.msgid for post in _poster()}
    with translation.override("da"):
        ord_ = [tekst for *_rest, tekst in MENU]
        ord_ += [str(rolle.label) for rolle in Rolle]
        ord_ += [str(status.ord) for status in STATUSORD.values()]
    assert sorted(set(ord_) - kendte) == []
    with translation.override("en"):
        assert [tekst for tekst in ord_ if gettext(tekst) in (tekst, "")] == []


def test_kataloget_er_helt() -> None:
    assert _poster()
    assert [p.msgid for p in _poster() if p.obsolete or p.fuzzy or not p.translated()] == []
    assert [p.msgid for p in _poster() if not all(engelsk for _, engelsk in _par(p))] == []


def test_pladserne_er_de_samme_paa_begge_sprog() -> None:
    forkerte = [
        (dansk, engelsk)
        for post in _poster()
        for dansk, engelsk in _par(post)
        if set(PLADS.findall(dansk)) != set(PLADS.findall(engelsk))
        or MAERKE.findall(dansk) != MAERKE.findall(engelsk)
    ]
    assert forkerte == []


def test_kataloget_kan_oversaettes_til_maskinform() -> None:
    katalog = polib.pofile(str(KATALOG), check_for_duplicates=True)
    assert katalog.metadata["Content-Type"] == "text/plain; charset=UTF-8"
    assert katalog.to_binary()
