"""Out again through a real SAML provider, from here and from there; and what we say of ourselves."""

import re

from django.conf import settings
from django.test import Client

from rehabteam.web.indgang.doere import Samldoer
from rehabteam.web.models import Indlogning
from tests.indgang.person import BEGYND, SVAR, Person, poster
from tests.indgang.simplesaml import Simplesaml
from tests.indgang.sted import SIDE


def test_log_ud_her_og_hos_idp(sanne: Person) -> None:
    sanne.ind()
    kopi = Client()
    kopi.cookies[settings.SESSION_COOKIE_NAME] = sanne.klient.cookies[settings.SESSION_COOKIE_NAME].value
    side = sanne.klient.post("/log-ud/")
    assert side.status_code == 200 and "Du er logget ud af Rehabteam" in side.content.decode()
    assert sanne.klient.get("/mit-arbejde/").status_code == kopi.get("/mit-arbejde/").status_code == 302
    hos_idp = side["Refresh"].removeprefix("0;url=")
    assert "Signature=" in hos_idp
    tilbage = sanne.browser.foelg_til(hos_idp, SIDE).removeprefix(SIDE)
    slut = sanne.klient.get(tilbage)
    assert slut.status_code == 200 and "og af det login, du kom ind med" in slut.content.decode()
    session = Indlogning.objects.using("vedligehold").get(konto__ekstern_id=sanne.uuid)
    assert session.slut is not None and session.navne_id == {}
    assert poster("log_ud")[-1].medarbejder_id == sanne.konti[0].medarbejder_id
    assert "username" in sanne.browser.http.get(sanne.klient.get(BEGYND)["Location"], timeout=20).text


def test_log_ud_begyndt_hos_idp_lukker_her(sanne: Person, idp: Simplesaml) -> None:
    sanne.ind()
    til_os = sanne.browser.foelg_til(
        f"{idp.adresse}/saml2/idp/SingleLogoutService.php?ReturnTo={SIDE}/slut", SIDE
    )
    assert "SAMLRequest=" in til_os and "/log-ud/" in til_os
    anden = Client()  # the provider may ask in any window: it is the session's name that counts
    rettet = re.sub(r"(SAMLRequest=.{9}).", r"\1A", til_os.removeprefix(SIDE))
    assert anden.get(rettet).status_code == 403
    assert anden.get(til_os.removeprefix(SIDE).split("&Signature=")[0]).status_code == 403
    assert sanne.klient.get("/mit-arbejde/").status_code == 200, "en rettet besked lukker intet"
    svar = anden.get(til_os.removeprefix(SIDE))
    assert (
        svar.status_code == 302
        and svar["Location"].startswith(idp.adresse)
        and "SAMLResponse=" in svar["Location"]
    )
    assert sanne.klient.get("/mit-arbejde/").status_code == 302
    assert sanne.browser.foelg_til(svar["Location"], SIDE).startswith(f"{SIDE}/slut")


def test_metadata_er_vores_egne(doer: Samldoer) -> None:
    svar = Client().get("/log-ind/saml/proeve/metadata/")
    tekst = svar.content.decode()
    assert svar.status_code == 200 and f'entityID="{doer.entitet}"' in tekst
    assert 'WantAssertionsSigned="true"' in tekst and 'AuthnRequestsSigned="true"' in tekst
    assert f"{SIDE}{SVAR}" in tekst and "PRIVATE" not in tekst


def test_en_ukendt_indgang_findes_ikke(doer: Samldoer) -> None:
    for sti in ("", "svar/", "log-ud/", "metadata/"):
        svar = Client().get(f"/log-ind/saml/findes-ikke/{sti}")
        assert svar.status_code in (404, 405)
