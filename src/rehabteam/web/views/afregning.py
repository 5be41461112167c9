"""What a kommune pays its region, month by month: the lines, what differs from what happened, and both sides' word."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.dokumenter import regneark as ark
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.godkend_afregning import godkend_afregning
from rehabteam.handlinger.opgoer_afregning import opgoer_afregning
from rehabteam.handlinger.ret_afregning import ret_afregning
from rehabteam.lov.tid import plus_maaneder
from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.afregning import forskelle, i_alt, stillinger
from rehabteam.sager.aftaler import vilkaar
from rehabteam.sager.models import Afregning, Afregningslinje, Organisation
from rehabteam.sager.udtraek import afregning as udtraek

from ..afregningsside import (
    KOLONNER,
    maanedsnavn,
    opgoerelser,
    pr_kategori,
    raekker,
    viste_forskelle,
)
from ..anledning import anledning
from ..filsvar import filsvar
from ..formular import proev
from ..formularer.afregning import GodkendForm, RetForm
from ..ret import kraever

VIST = 25
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@kraever("afregning.se")
def afregninger(request: HttpRequest) -> HttpResponse:
    """Every month with something to settle, the latest first."""
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    navne = {k.id: k.navn for k in udtraek.kommuner(hvem)}
    seneste: dict[tuple[UUID, date], Afregning] = {}
    for a in udtraek.synlige_afregninger(hvem).order_by("nr"):
        seneste[a.kommune_id, a.maaned] = a
    alle = sorted(
        (m for m in udtraek.maaneder(hvem, dag) if m[0] in navne),
        key=lambda m: (-m[1].toordinal(), navne[m[0]]),
    )
    vist = alle if "alle" in request.GET else alle[:VIST]
    kontekst = {
        "raekker": [
            {
                "kommune": navne[kommune_id],
                "kommune_id": kommune_id,
                "maaned": maaned,
                "navn": maanedsnavn(maaned),
                "afregning": seneste.get((kommune_id, maaned)),
            }
            for kommune_id, maaned in vist
        ],
        "antal": len(alle) if len(vist) < len(alle) else 0,
        "i_kommunen": hvem.vaeg == Vaeg.KOMMUNE,
    }
    return render(request, "web/afregning/afregninger.html", kontekst)


def _maaned(request: HttpRequest, kommune_id: UUID, maaned: str) -> tuple[Organisation, date]:
    kommune = get_object_or_404(udtraek.kommuner(request.aktoer), id=kommune_id)  # type: ignore[attr-defined]
    try:
        return kommune, datetime.strptime(maaned, "%Y-%m").date()  # noqa: DTZ007  (a month, not a time)
    except ValueError:
        raise Http404 from None


@kraever("afregning.se")
def afregning(request: HttpRequest, kommune_id: UUID, maaned: str) -> HttpResponse:
    return _side(request, *_maaned(request, kommune_id, maaned))


def _side(request: HttpRequest, kommune: Organisation, maaned: date, fejl: str = "") -> HttpResponse:
    """The month as it stands, recomputed at every look. `fejl`: what a Handling refused."""
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    linjer = udtraek.maanedens_linjer(kommune.id, maaned)
    numre = udtraek.numre(hvem, linjer)
    skjulte = sum(1 for linje in linjer if linje.sag_id and linje.sag_id not in numre)
    poster = udtraek.poster(hvem, kommune.id, maaned)
    fundne = [] if skjulte else forskelle(poster, linjer)
    numre |= udtraek.sagsnumre(hvem, (f.post.sag_id for f in fundne if f.post and f.post.sag_id))
    request.spor.viser(*udtraek.borgere(hvem, numre), objekt=kommune.id)  # type: ignore[attr-defined]
    opgjorte = opgoerelser(linjer, numre, stillinger(linjer))
    min_side = "kommune" if hvem.vaeg == Vaeg.KOMMUNE else "region"
    aaben = opgjorte[-1] if opgjorte and not opgjorte[-1].afregning.laast_tid else None
    foerste: dict[str, Afregningslinje] = {}
    for linje in linjer:
        foerste.setdefault(linje.noegle, linje)
    kontekst = {
        "fejl": fejl,
        "kommune": kommune,
        "maaned": maaned,
        "navn": maanedsnavn(maaned),
        "opgjorte": opgjorte,
        "i_alt": i_alt(linjer),
        "kategorier": pr_kategori(linjer),
        "forskelle": viste_forskelle(fundne, foerste, numre),
        "kan_opgoeres": any(f.kan_rettes for f in fundne) and maaned <= dag,
        "skjulte": skjulte,
        "uafklarede": sum(1 for s in stillinger(linjer).values() if s.aaben),
        "slut": plus_maaneder(maaned, 1) <= dag,
        "aaben": aaben,
        "min_godkendelse": getattr(aaben, min_side) if aaben else None,
        "foerst": not linjer,
        "opdigtet": vilkaar(kommune.id, maaned).opdigtet
        or any(linje.aftale and linje.aftale.opdigtet for linje in linjer),
        "led": [
            {"tekst": _("Afregning"), "url": reverse("web:afregninger")},
            {"tekst": f"{kommune.navn}, {maanedsnavn(maaned)}", "url": ""},
        ],
    }
    return render(request, "web/afregning/afregning.html", kontekst, status=422 if fejl else 200)


def _proev(
    request: HttpRequest, kommune: Organisation, maaned: date, handling: Callable[[], object], sagt: str
) -> HttpResponse:
    """Do it and go back to the month; refused, the month says why."""
    try:
        handling()
    except KanIkke as fejl:
        return _side(request, kommune, maaned, " ".join(fejl.felter.values()))
    messages.success(request, sagt)
    return redirect("web:afregning", kommune.id, f"{maaned:%Y-%m}")


@kraever("opgoer_afregning", "POST")
def opgoer(request: HttpRequest, kommune_id: UUID, maaned: str) -> HttpResponse:
    kommune, maaneden = _maaned(request, kommune_id, maaned)
    return _proev(
        request,
        kommune,
        maaneden,
        lambda: opgoer_afregning(anledning(request), kommune.id, maaned=maaneden),
        _("Måneden er opgjort."),
    )


@kraever("godkend_afregning", "POST")
def godkend(request: HttpRequest, afregning_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    den = get_object_or_404(udtraek.synlige_afregninger(hvem).select_related("kommune"), id=afregning_id)
    form = GodkendForm(request.POST)
    if not form.is_valid():
        return _side(request, den.kommune, den.maaned, _("Siden var ikke hel. Læs den igen, og prøv så."))
    return _proev(
        request,
        den.kommune,
        den.maaned,
        lambda: godkend_afregning(anledning(request), den.id, linjer=form.cleaned_data["linjer"]),
        _("Afregningen er godkendt fra jeres side."),
    )


@kraever("ret_afregning", "GET", "POST")
def ret(request: HttpRequest, linje_id: UUID) -> HttpResponse:
    """A new line on what this one is about."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    linje = get_object_or_404(
        Afregningslinje.objects.select_related("afregning__kommune"),
        id=linje_id,
        afregning__in=udtraek.synlige_afregninger(hvem),
    )
    den = linje.afregning
    linjer = udtraek.maanedens_linjer(den.kommune_id, den.maaned)
    numre = udtraek.numre(hvem, linjer)
    request.spor.viser(*udtraek.borgere(hvem, [linje.sag_id]), objekt=den.id)  # type: ignore[attr-defined]
    form = RetForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        felter = form.cleaned_data
        if proev(request, form, ret_afregning, linje.id, beloeb=felter["beloeb"], grund=felter["grund"]):
            messages.success(request, _("Rettelsen er skrevet som en ny linje."))
            return redirect("web:afregning", den.kommune_id, f"{den.maaned:%Y-%m}")
    staar = stillinger(linjer)
    vist = [v for o in opgoerelser(linjer, numre, staar) for v in o.linjer if v.linje.noegle == linje.noegle]
    kontekst = {
        "form": form,
        "linje": linje,
        "viste": vist,
        "sum": i_alt(v.linje for v in vist),
        "aaben": staar[linje.noegle].aaben,
        "navn": maanedsnavn(den.maaned),
        "led": [
            {"tekst": _("Afregning"), "url": reverse("web:afregninger")},
            {
                "tekst": f"{den.kommune.navn}, {maanedsnavn(den.maaned)}",
                "url": reverse("web:afregning", args=[den.kommune_id, f"{den.maaned:%Y-%m}"]),
            },
            {"tekst": _("Ret en linje"), "url": ""},
        ],
    }
    return render(request, "web/afregning/ret.html", kontekst, status=422 if form.errors else 200)


def _fil(request: HttpRequest, kommune_id: UUID, maaned: str) -> tuple[str, list[tuple[object, ...]]]:
    """The file's name without its ending, and the rows: the same lines as the page."""
    kommune, maaneden = _maaned(request, kommune_id, maaned)
    linjer = udtraek.maanedens_linjer(kommune.id, maaneden)
    hvem = request.aktoer  # type: ignore[attr-defined]
    numre = udtraek.numre(hvem, linjer)
    request.spor.viser(*udtraek.borgere(hvem, numre), objekt=kommune.id)  # type: ignore[attr-defined]
    opgjorte = opgoerelser(linjer, numre, stillinger(linjer))
    return f"afregning {kommune.navn} {maaneden:%Y-%m}", raekker(opgjorte)


@kraever("afregning.se")
def regneark(request: HttpRequest, kommune_id: UUID, maaned: str) -> HttpResponse:
    navn, indhold = _fil(request, kommune_id, maaned)
    return _givet(
        request, filsvar(ark.xlsx(_("Afregning"), KOLONNER, indhold), EXCEL, f"{navn}.xlsx", hent=True)
    )


@kraever("afregning.se")
def som_csv(request: HttpRequest, kommune_id: UUID, maaned: str) -> HttpResponse:
    navn, indhold = _fil(request, kommune_id, maaned)
    return _givet(
        request, filsvar(ark.csv(KOLONNER, indhold), "text/csv; charset=utf-8", f"{navn}.csv", hent=True)
    )


def _givet(request: HttpRequest, svar: HttpResponse) -> HttpResponse:
    """The log keeps the file's fingerprint."""
    request.spor.gav_fil(svar)  # type: ignore[attr-defined]
    return svar
