"""The way in and out, the front page of each role, and the language."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from rehabteam.sager.adgang import log
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Deltager, Rolle

from ..adresse import sikker_adresse
from ..formularer.login import Kodeform, Logindform
from ..indgang import indlogning, kodetrin, oidc_ud, saml_ud
from ..models import Borgerkonto, Indlogning, Konto
from ..ret import aaben

# The first page a role may see is where its day begins.
BEGYNDELSER = (
    ("mit_arbejde.se", "web:mit_arbejde"),
    ("indbakke.se", "web:indbakke"),
    ("mine_sager.se", "web:mine_sager"),
    ("loggennemgang.se", "web:loggennemgang"),
    ("drift.se", "web:drift"),
    ("min_sag.se", "web:min_sag"),
)


@aaben
def forside(request: HttpRequest) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    if hvem is None:
        return redirect("web:log_ind")
    if hvem.noed:
        return redirect("web:sag", hvem.noed.sag_id)
    return redirect(next(adresse for ret, adresse in BEGYNDELSER if har_ret(hvem, ret)))


@aaben
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def log_ind(request: HttpRequest) -> HttpResponse:
    """Says never which of name and password was wrong. Every try leaves a row in the access log."""
    videre = sikker_adresse(request, request.POST.get("next") or request.GET.get("next") or "")
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
    if konto.demo:
        login(request, konto, backend=indlogning.BAGENDE)
        spor.aktoer = indlogning.hvem(request)
        return redirect(videre or "web:forside")
    spor.rute = "log_ind.adgangskode"
    kodetrin.begynd(request, konto, videre)
    return redirect("web:log_ind_kode")


def _genkend(request: HttpRequest, form: Logindform) -> Konto | None:
    """The account, if the password is right and it could come further."""
    fundet = authenticate(
        request, brugernavn=form.cleaned_data["username"], password=form.cleaned_data["password"]
    )
    if not isinstance(fundet, Konto) or (fundet.medarbejder and not fundet.medarbejder.aktiv):
        return None
    if fundet.medarbejder and fundet.medarbejder.rolle in indlogning.MASKINER:
        return None
    if fundet.demo:
        return fundet if settings.DEMO else None
    if fundet.medarbejder is None:  # citizens have no local accounts
        return None
    return fundet if kodetrin.har_generator(fundet) else None


@aaben
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def kode(request: HttpRequest) -> HttpResponse:
    """The second step of a local account: the one-time code. Three wrong ones, and it begins again."""
    trin = kodetrin.aktuelt(request)
    if trin is None:
        return redirect("web:log_ind")
    form = Kodeform(request.POST or None)
    if request.method != "POST":
        return render(request, "web/login/kode.html", {"form": form})
    spor = request.spor  # type: ignore[attr-defined]
    spor.rute, spor.art, spor.behold, spor.aktoer = "log_ind.kode", log.Art.LOGIN, True, None
    fejl = kodetrin.proev(trin, form.cleaned_data["kode"]) if form.is_valid() else None
    if form.is_valid() and fejl is None:
        videre = trin.videre
        spor.aktoer = kodetrin.ind(request, trin)
        return redirect(videre or "web:forside")
    if fejl is not None:
        form.add_error("kode", str(fejl))
        if kodetrin.brugt_op(request):
            spor.skriv(422)
            messages.error(request, _("Koden var forkert tre gange. Begynd forfra."))
            return redirect("web:log_ind")
    spor.skriv(422)
    return render(request, "web/login/kode.html", {"form": form}, status=422)


def _side(request: HttpRequest, form: Logindform, videre: str, status: int, som: str = "") -> HttpResponse:
    indhold = {"form": form, "videre": videre, "som": som, "demokonti": _demokonti(), "doere": _doere()}
    # With doors, the local form is for emergencies and waits behind a fold, until it has been used.
    indhold["noedadgang"] = bool(indhold["doere"]) and not settings.DEMO
    indhold["demokode"] = getattr(settings, "DEMOKODE", "") if settings.DEMO else ""
    return render(request, "web/login/log_ind.html", indhold, status=status)


def _doere() -> list[dict[str, str]]:
    """The providers one may log in at, as IT operations has named them."""
    return [
        {"navn": doer.navn, "adresse": reverse(f"web:{slags}_begynd", args=[doer.id])}
        for slags, liste in (("saml", settings.INDGANGE.saml), ("oidc", settings.INDGANGE.oidc))
        for doer in liste
    ]


def _demokonti() -> list[dict[str, Any]]:
    """The invented people of the demo, by organisation; nothing where there is no demo."""
    if not settings.DEMO:
        return []
    konti = Konto.objects.filter(demo=True, is_active=True, medarbejder__isnull=False)
    grupper: dict[str, list[dict[str, str]]] = {}
    for konto in sorted(konti.select_related("medarbejder__organisation"), key=_raekkefoelge):
        m = konto.medarbejder
        fag = dict(Deltager.Slags.choices).get(m.fagomraade, "")
        rolle = f"{_(m.get_rolle_display())}, {fag.lower()}" if fag else _(m.get_rolle_display())
        grupper.setdefault(m.organisation.navn, []).append(
            {"navn": m.navn, "rolle": rolle, "brugernavn": konto.brugernavn}
        )
    if borgerne := _demoborgere():
        grupper[_("Borgere og bisiddere")] = borgerne
    return [{"organisation": navn, "konti": liste} for navn, liste in grupper.items()]


def _demoborgere() -> list[dict[str, str]]:
    """The demo's own citizens and bisiddere, who have no Medarbejder: one line each, however many cases."""
    linjer: dict[str, dict[str, str]] = {}
    for b in (
        Borgerkonto.objects.filter(konto__demo=True, konto__is_active=True)
        .select_related("konto", "kommune")
        .order_by("fuldmagt", "navn", "kommune__navn")
    ):
        rolle = _("Bisidder") if b.fuldmagt_id else _("Borger")
        linje = linjer.setdefault(
            b.konto.brugernavn, {"navn": b.navn, "rolle": rolle, "brugernavn": b.konto.brugernavn}
        )
        linje["rolle"] += f", {b.kommune.navn}"
    return sorted(linjer.values(), key=lambda linje: linje["navn"])


def _raekkefoelge(konto: Konto) -> tuple[object, ...]:
    """Kommuner before the region, and in each the caseworkers first."""
    m = konto.medarbejder
    return m.organisation.slags, m.organisation.navn, Rolle.values.index(m.rolle), m.navn


@aaben
@require_POST
def log_ud(request: HttpRequest) -> HttpResponse:
    """Out here, and at the provider one came in by: its page is asked for from ours, never in a form's answer."""
    spor = request.spor  # type: ignore[attr-defined]
    spor.rute, spor.art = "log_ud", log.Art.LOGIN
    # An open view runs as the door, which alone may touch logins.
    session = indlogning.aktuel(request)
    navn, adresse = _ud_hos(session) if session else ("", "")
    if session:
        spor.objekt = session.id
        indlogning.afslut(session)
    logout(request)
    request.aktoer = None  # type: ignore[attr-defined]
    if not adresse:
        return redirect("web:log_ind")
    svar = render(request, "web/login/ud_hos.html", {"navn": navn, "adresse": adresse})
    svar["Refresh"] = f"0;url={adresse}"
    return svar


def _ud_hos(session: Indlogning) -> tuple[str, str]:
    """The name of the provider the session came from, and where to log out there; ("", "") for none."""
    for doer in settings.INDGANGE.saml:
        if session.doer == f"saml:{doer.id}":
            return doer.navn, saml_ud.bed_om(doer, session)
    for oidcdoer in settings.INDGANGE.oidc:
        if session.doer == f"oidc:{oidcdoer.id}":
            return oidcdoer.navn, oidc_ud.bed_om(oidcdoer)
    return "", ""


@aaben
@require_POST
def sprog(request: HttpRequest) -> HttpResponse:
    valgt = request.POST.get("language", "")
    svar = redirect(sikker_adresse(request, request.POST.get("next", "")) or "web:forside")
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
