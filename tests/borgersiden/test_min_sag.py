"""The citizen's own page, as she meets it."""

from django.urls import reverse

from rehabteam.sager.models import Borger
from tests.borgersiden.borgere import borgerens_klient
from tests.verden import Verden


def _borger(v: Verden, sag: object) -> Borger:
    return Borger.objects.using("vedligehold").get(id=sag.borger_id)  # type: ignore[attr-defined]


def test_hun_ser_sin_sag_og_sit_moede(verden: Verden) -> None:
    sag = verden.sendt()
    klient = borgerens_klient(_borger(verden, sag))
    svar = klient.get(reverse("web:min_sag"))
    html = svar.content.decode()
    assert svar.status_code == 200, html[:500]
    assert "Hej Birthe" in html and "torsdag 11. juni 2026" in html and "Jeg kommer" in html
