"""The brake on machines and on those in a hurry: so many searches, files and sheets, and then a pause.

People at work are counted in the access log, which has each search and each file already. The calculators ask no
database: their sheets are counted by address in Django's cache, that is in each of the site's processes.
"""

from collections.abc import Callable
from datetime import timedelta

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import timezone

from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.log import Art
from rehabteam.sager.models import Adgangspost

from . import fejlsider
from .klientip import klient_ip

VINDUE = timedelta(minutes=10)
# Of one person in VINDUE. A long day's work has a search a minute; a list of names has thousands.
HOEJST = {Art.SOEG: 100, Art.EKSPORT: 100}
ARK = {"beregn_seks_maaneder_pdf", "beregn_moedefrist_pdf"}
ARK_HOEJST, ARK_SEKUNDER = 60, 60  # a whole kommune may share one address
# Those who look things up. A citizen's few files are her own.
TAELLES = (Vaeg.KOMMUNE, Vaeg.REGION, Vaeg.KOORDINATOR, Vaeg.AUDIT)


class Bremse:
    """Stands inside the guard (web/vaern.py): the person is known, and what is refused is logged and rolled back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        svar = self.get_response(request)
        hvem: Aktoer | None = request.aktoer  # type: ignore[attr-defined]
        if hvem and svar.status_code < 400 and svar.get("Content-Disposition", "").startswith("attachment"):
            request.spor.art = Art.EKSPORT  # type: ignore[attr-defined]
            if _nok(hvem, Art.EKSPORT):
                return fejlsider.for_mange(request, VINDUE)
        return svar

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponseBase | None:
        hvem: Aktoer | None = request.aktoer  # type: ignore[attr-defined]
        if request.resolver_match and request.resolver_match.url_name in ARK:
            return _ark(request)
        if hvem and getattr(view, "ret", None) == "borger.soeg" and _nok(hvem, Art.SOEG):
            request.spor.art = Art.SOEG  # type: ignore[attr-defined]
            return fejlsider.for_mange(request, VINDUE)
        return None


def _nok(hvem: Aktoer, art: Art) -> bool:
    """Has she done as many as are allowed? What was refused does not make the wait longer."""
    if hvem.vaeg not in TAELLES:
        return False
    gjort = Adgangspost.objects.filter(
        organisation_id=hvem.organisation_id,
        medarbejder_id=hvem.medarbejder_id,
        art=art,
        tid__gte=timezone.now() - VINDUE,
        udfald__lt=400,
    )
    return gjort[: HOEJST[art]].count() >= HOEJST[art]


def _ark(request: HttpRequest) -> HttpResponseBase | None:
    noegle = f"ark:{klient_ip(request)}"
    cache.add(noegle, 0, ARK_SEKUNDER)
    try:
        antal = cache.incr(noegle)
    except ValueError:  # the minute ended between the two
        return None
    return fejlsider.for_mange(request, timedelta(seconds=ARK_SEKUNDER)) if antal > ARK_HOEJST else None
