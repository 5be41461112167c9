"""A screen nobody touches is logged out, and what was written on it is not lost."""

import re
import time
import uuid

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Adgangspost
from rehabteam.web.hvile import SIDST
from rehabteam.web.models import Konto
from tests.verden import Verden

TEKST = "Hun kan sidde i tyve minutter og skal have pauser."


def _sidst(klient: Client, siden: int) -> None:
    """As if the latest sign of life was so many seconds ago."""
    session = SessionStore(klient.cookies[settings.SESSION_COOKIE_NAME].value)
    with transaction.atomic():
        kontekst.aabn_doeren()
        session[SIDST] = int(time.time()) - siden
        session.save()


def _findes(noegle: str) -> bool:
    return Session.objects.using("vedligehold").filter(session_key=noegle).exists()


def test_en_side_ingen_har_roert_er_logget_ud(verden: Verden) -> None:
    klient = verden.klient(verden.sagsbehandler)
    side = reverse("web:mit_arbejde")
    _sidst(klient, settings.HVILE - 5)
    assert klient.get(side).status_code == 200, "lige før er hun inde"
    _sidst(klient, settings.HVILE + 5)
    noegle = klient.cookies[settings.SESSION_COOKIE_NAME].value
    svar = klient.get(side)
    assert svar.status_code == 302 and svar["Location"].startswith(reverse("web:log_ind"))
    assert not _findes(noegle), "login-kagen er død, også i en kopi"
    assert "ikke er sket noget i 30 minutter" in klient.get(svar["Location"]).content.decode()


def test_det_skrevne_kommer_tilbage_og_gemmes_ikke(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient = v.klient(v.sagsbehandler)
    adresse = reverse("web:resume", args=[sag.id])
    felter = {"tekst": TEKST, "version": "0", "gem": "kladde"}
    _sidst(klient, settings.HVILE + 5)
    svar = klient.post(adresse, {**felter, "noegle": str(uuid.uuid4())})
    assert svar.status_code == 401 and TEKST in svar.content.decode()
    assert "no-store" in svar["Cache-Control"]
    post = Adgangspost.objects.using("vedligehold").filter(udfald=401).latest("id")
    assert (post.art, post.rute, post.medarbejder_id) == ("afvist", "skriv_resume", None)
    assert klient.get(adresse).status_code == 302, "loginnet var ude i samme øjeblik"
    inde = v.klient(v.sagsbehandler)
    assert TEKST not in inde.get(adresse).content.decode(), "intet er gemt"
    assert inde.post(adresse, {**felter, "noegle": str(uuid.uuid4())}).status_code == 302
    assert TEKST in inde.get(adresse).content.decode(), "den samme formular tages imod af den, der er inde"


def test_teksten_vises_kun_for_vores_egen_formular(verden: Verden) -> None:
    """A form from elsewhere is refused before anything of it is shown again."""
    klient = Client(enforce_csrf_checks=True)
    klient.cookies = verden.klient(verden.sagsbehandler).cookies
    klient.get(reverse("web:mit_arbejde"))
    _sidst(klient, settings.HVILE + 5)
    svar = klient.post(reverse("web:forloeb_nyt"), {"navn": TEKST, "noegle": str(uuid.uuid4())})
    assert svar.status_code == 403 and TEKST not in svar.content.decode()


def test_den_der_skriver_er_der(verden: Verden) -> None:
    klient = verden.klient(verden.sagsbehandler)
    _sidst(klient, settings.HVILE - 60)
    assert klient.post(reverse("web:her")).status_code == 204
    _sidst_nu = SessionStore(klient.cookies[settings.SESSION_COOKIE_NAME].value)
    with transaction.atomic():
        kontekst.aabn_doeren()
        assert time.time() - _sidst_nu[SIDST] < 30
    _sidst(klient, settings.HVILE + 5)
    assert klient.post(reverse("web:her")).status_code == 401
    assert Client().post(reverse("web:her")).status_code == 401


def _maerke(svar: HttpResponse) -> str:
    return re.search(r'csrfmiddlewaretoken" value="(\w+)"', svar.content.decode())[1]  # type: ignore[index]


def test_den_naeste_ved_skaermen_faar_intet_med(verden: Verden) -> None:
    """A out, B in, one browser: the cache is emptied, and A's open form is nobody's."""
    v, kode = verden, "en lang og hemmelig kode"
    konto = Konto.objects.using("vedligehold").get(medarbejder_id=v.leder.medarbejder_id)
    konto.set_password(kode)
    konto.save(using="vedligehold")
    klient = Client(enforce_csrf_checks=True, REMOTE_ADDR="10.8.8.8")
    klient.cookies = v.klient(v.sagsbehandler).cookies
    side = klient.get(reverse("web:mit_arbejde"))
    a = _maerke(side)
    assert "Clear-Site-Data" not in side
    ud = klient.post(reverse("web:log_ud"), {"csrfmiddlewaretoken": a})
    assert ud["Clear-Site-Data"] == '"cache", "storage"'
    ind = {"username": konto.brugernavn, "password": kode}
    svar = klient.post("/log-ind/", {**ind, "csrfmiddlewaretoken": _maerke(klient.get("/log-ind/"))})
    assert svar.status_code == 302
    b = _maerke(klient.get(reverse("web:mit_arbejde")))
    assert klient.post(reverse("web:soeg"), {"q": "Birthe", "csrfmiddlewaretoken": a}).status_code == 403
    assert klient.post(reverse("web:soeg"), {"q": "Birthe", "csrfmiddlewaretoken": b}).status_code == 200
