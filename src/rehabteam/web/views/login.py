"""The way in and out, the front page of each role, and the language."""

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rehabteam.sager.adgang import log
from rehabteam.sager.adgang.aktoer import aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Deltager, Rolle

from ..formularer.login import Logindform
from ..models import Konto
from ..ret import aaben

# The first page a role may see is where its day begins.
BEGYNDELSER = (
    ("mit_arbejde.se", "web:mit_arbejde"),
    ("indbakke.se", "web:indbakke"),
    ("mine_sager.se", "web:mine_sager"),
)


@aaben
def forside(request: HttpRequest) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    if hvem is None:
        return redirect("web:log_ind")
    return redirect(next(adresse for ret, adresse in BEGYNDELSER if har_ret(hvem, ret)))


@aaben
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_ind(request: HttpRequest) -> HttpResponse:
    """Says never which of name and password was wrong. Every try leaves a row in the access log."""
    videre = _sikker_adresse(request, request.POST.get("next") or request.GET.get("next") or "")
    if request.method != "POST":
        if request.aktoer is not None:  # type: ignore[attr-defined]
            return redirect(videre or "web:forside")
        som = str(request.GET.get("som", ""))[:80]
        form = Logindform(initial={"username": som})
        return _side(request, form, videre, 200, som=som)
    form = Logindform(request.POST)
    spor = request.spor  # type: ignore[attr-defined]
    spor.rute, spor.art, spor.behold = "log_ind", log.Art.LOGIN, True
    konto = _genkend(request, form) if form.is_valid() else None
    if konto is None:
        if form.is_valid():
            form.add_error(
                None, _("Brugernavnet og adgangskoden passer ikke sammen. Prøv igen, eller spørg din leder.")
            )
        spor.aktoer = None
        if not getattr(request, "axes_locked_out", False):  # then web/login.py answers, and writes the row
            spor.skriv(422)
        return _side(request, form, videre, 422)
    login(request, konto)
    spor.aktoer = aktoer(konto.medarbejder)
    return redirect(videre or "web:forside")


def _genkend(request: HttpRequest, form: Logindform) -> Konto | None:
    fundet = authenticate(
        request, brugernavn=form.cleaned_data["username"], password=form.cleaned_data["password"]
    )
    if not isinstance(fundet, Konto) or not fundet.medarbejder.aktiv:
        return None
    return None if fundet.demo and not settings.DEMO else fundet


def _side(request: HttpRequest, form: Logindform, videre: str, status: int, som: str = "") -> HttpResponse:
    indhold = {"form": form, "videre": videre, "som": som, "demokonti": _demokonti()}
    indhold["demokode"] = getattr(settings, "DEMOKODE", "") if settings.DEMO else ""
    return render(request, "web/login/log_ind.html", indhold, status=status)


def _demokonti() -> list[dict[str, Any]]:
    """The invented people of the demo, by organisation; nothing where there is no demo."""
    if not settings.DEMO:
        return []
    konti = Konto.objects.filter(demo=True, is_active=True).select_related("medarbejder__organisation")
    grupper: dict[str, list[dict[str, str]]] = {}
    for konto in sorted(konti, key=_raekkefoelge):
        m = konto.medarbejder
        fag = dict(Deltager.Slags.choices).get(m.fagomraade, "")
        rolle = f"{_(m.get_rolle_display())}, {fag.lower()}" if fag else _(m.get_rolle_display())
        grupper.setdefault(m.organisation.navn, []).append(
            {"navn": m.navn, "rolle": rolle, "brugernavn": konto.brugernavn}
        )
    return [{"organisation": navn, "konti": liste} for navn, liste in grupper.items()]


def _raekkefoelge(konto: Konto) -> tuple[object, ...]:
    """Kommuner before the region, and in each the caseworkers first."""
    m = konto.medarbejder
    return m.organisation.slags, m.organisation.navn, Rolle.values.index(m.rolle), m.navn


@aaben
@require_POST
def log_ud(request: HttpRequest) -> HttpResponse:
    # An open view runs as the door, which alone may touch logins.
    request.spor.rute, request.spor.art = "log_ud", log.Art.LOGIN  # type: ignore[attr-defined]
    logout(request)
    return redirect("web:log_ind")


@aaben
@require_POST
def sprog(request: HttpRequest) -> HttpResponse:
    valgt = request.POST.get("language", "")
    svar = redirect(_sikker_adresse(request, request.POST.get("next", "")) or "web:forside")
    if valgt in dict(settings.LANGUAGES):
        svar.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            valgt,
            max_age=365 * 24 * 60 * 60,
            samesite="Lax",
            httponly=True,
            secure=settings.SIKKER,
        )
    return svar


def _sikker_adresse(request: HttpRequest, adresse: str) -> str:
    """The address if it is a page of ours, else nothing."""
    vores = url_has_allowed_host_and_scheme(
        adresse, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return adresse if vores and adresse.startswith("/") else ""
