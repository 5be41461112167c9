"""Documents for a receiver outside the house: who has been given what, a new selection, and the PDF."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.handlinger.beskyttede_ord import skal_ses_efter
from rehabteam.handlinger.lav_udvalg import lav_udvalg
from rehabteam.handlinger.opgiv_udvalg import opgiv_udvalg
from rehabteam.handlinger.udlever_udvalg import modtageren, udlever_udvalg
from rehabteam.handlinger.vaelg_udgaver import vaelg_udgaver
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Forsendelse, Sag
from rehabteam.sager.udtraek import forsendelser as udtraek
from rehabteam.sager.udtraek import fuldmagter, overstregninger
from rehabteam.web.anledning import anledning
from rehabteam.web.bilagsliste import bilagsliste
from rehabteam.web.filsvar import kan_ikke_hentes
from rehabteam.web.formular import Formular, proev
from rehabteam.web.formularer.udvalg import UdgaverForm, UdvalgForm
from rehabteam.web.gemtfil import gemt_fil
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@kraever("forsendelser.se")
def forsendelser(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """What was given, the latest first, and what is being put together."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "forsendelser.se", sag)  # type: ignore[attr-defined]
    alle = [(f, modtageren(sag, f)) for f in udtraek.paa_sagen(request.aktoer, sag)]  # type: ignore[attr-defined]
    side = _("Givet til andre")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "aabne": [x for x in alle if not x[0].udleveret_tid],
        "givne": [x for x in alle if x[0].udleveret_tid],
        "maa_lave": har_ret(request.aktoer, "lav_udvalg", sag),  # type: ignore[attr-defined]
        "udgaver": [],
    }
    return render(request, "web/udlevering/forsendelser.html", kontekst)


@kraever("lav_udvalg", "GET", "POST")
def udvalg_nyt(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """?dokument: chosen from the start."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "lav_udvalg", sag)  # type: ignore[attr-defined]
    dokumenter = [x.dokument for x in bilagsliste(sag, ()) if x.dokument.mime in overstregninger.KAN_TEGNES]
    bisiddere = fuldmagter.gaeldende(sag.borger_id, request.dag).filter(  # type: ignore[attr-defined]
        dokumenter=True,
        fra__lte=request.dag,  # type: ignore[attr-defined]
    )
    form = UdvalgForm(
        request.POST if request.method == "POST" else None,
        dokumenter=dokumenter,
        bisiddere=list(bisiddere),
        region=sag.kommune.region.navn if sag.kommune.region else "",
    )
    form.initial["dokumenter"] = request.GET.getlist("dokument")
    if form.is_valid() and (f := proev(request, form, lav_udvalg, sag.id, **form.felter())):
        return redirect("web:udvalg", f.id)
    side = _("Vælg dokumenter til en modtager")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "dokumenter": dokumenter,
        "beskyttet": sag.borger.er_beskyttet,
        "udgaver": [],
    }
    return render(request, "web/udlevering/nyt.html", kontekst, status=422 if form.errors else 200)


@kraever("forsendelser.se")
def udvalg(request: HttpRequest, forsendelse_id: UUID) -> HttpResponse:
    f, sag = _hent(request, forsendelse_id)
    return _vis(request, f, sag, _form(f, sag, None))


@kraever("vaelg_udgaver", "POST")
def udvalg_valg(request: HttpRequest, forsendelse_id: UUID) -> HttpResponse:
    f, sag = _hent(request, forsendelse_id)
    form = _form(f, sag, request)
    if form.is_valid() and proev(request, form, vaelg_udgaver, f.id, valg=form.valg()):
        messages.success(request, _("Valgene er gemt."))
        return redirect("web:udvalg", f.id)
    return _vis(request, f, sag, form)


@kraever("udlever_udvalg", "POST")
def udvalg_giv(request: HttpRequest, forsendelse_id: UUID) -> HttpResponse:
    f, sag = _hent(request, forsendelse_id)
    form = Formular(request.POST)
    try:
        givet = form.is_valid() and proev(request, form, udlever_udvalg, f.id)
    except (breve.BrevFejl, breve.SkrifterMangler):
        return kan_ikke_hentes(
            request, 503, _("PDF'en kan ikke laves lige nu"), _("Intet er givet. Prøv igen om lidt.")
        )
    if givet:
        messages.success(request, _("PDF'en er lavet og skrevet ned. Hent den, og giv den til modtageren."))
        return redirect("web:udvalg", f.id)
    f.refresh_from_db()
    return _vis(request, f, sag, _form(f, sag, None), form)


@kraever("opgiv_udvalg", "POST")
def udvalg_opgiv(request: HttpRequest, forsendelse_id: UUID) -> HttpResponse:
    f, sag = _hent(request, forsendelse_id)
    opgiv_udvalg(anledning(request), f.id)
    messages.success(request, _("Udvalget er opgivet. Intet er givet til nogen."))
    return redirect("web:forsendelser", sag.id)


@kraever("forsendelser.se")
def udvalg_hent(request: HttpRequest, forsendelse_id: UUID) -> HttpResponse:
    """The PDF as it was given, byte for byte. The log keeps how much is in it."""
    f, sag = _hent(request, forsendelse_id)
    if not f.udleveret_tid:
        raise Http404
    navn = _("Dokumenter, sag %(nummer)s") % {"nummer": sag.nummer}
    return gemt_fil(
        *(request, f.sha256, "application/pdf", f"{navn}.pdf"),
        nede=_("PDF'en kan ikke hentes lige nu"),
        antal=f.antal,
        hent="vis" not in request.GET,
    )


def _hent(request: HttpRequest, forsendelse_id: UUID) -> tuple[Forsendelse, Sag]:
    fundne = udtraek.forsendelser(request.aktoer).filter(opgivet_tid=None)  # type: ignore[attr-defined]
    f: Forsendelse = get_object_or_404(fundne, id=forsendelse_id)
    sag = hent_sag(request, f.sag_id)
    kraev_ret(request.aktoer, "forsendelser.se", sag)  # type: ignore[attr-defined]
    request.spor.objekt = f.id  # type: ignore[attr-defined]
    return f, sag


def _form(f: Forsendelse, sag: Sag, request: HttpRequest | None) -> UdgaverForm:
    return UdgaverForm(
        request.POST if request else None,
        linjer=udtraek.linjer(f),
        udgaver=overstregninger.gaeldende(sag),
    )


def _vis(
    request: HttpRequest, f: Forsendelse, sag: Sag, form: UdgaverForm, fejlet: Formular | None = None
) -> HttpResponse:
    side = _("Dokumenter til en modtager")
    raekker = form.raekker()
    for r in raekker:
        x = r["linje"]
        r["venter"] = udtraek.venter(x)
        r["sider"] = ", ".join(map(str, x.fund.get("sider", [])[:30]))
        ulaest = [nr for nr in x.fund.get("ulaest", []) if nr]
        r["ulaest"] = ", ".join(map(str, ulaest[:30]))
        r["uset"] = 0 in x.fund.get("ulaest", [])
        r["laeses"] = udtraek.laeses(x)
        r["usete"] = "venter" in x.fund
        r["spoerg"] = bool(x.fund.get("sider") or x.fund.get("ulaest"))
    kontekst: dict[str, Any] = ramme(request, sag, side=side) | {
        "side": side,
        "f": f,
        "til": modtageren(sag, f),
        "form": fejlet or form,
        "raekker": raekker,
        "mangler": sum(r["venter"] for r in raekker),
        "laeses": sum(r["laeses"] for r in raekker),
        "beskyttet": skal_ses_efter(sag, f.modtager),
        "udgaver": [],
    }
    fejl = bool(form.errors) or (fejlet is not None and bool(fejlet.errors))
    skabelon = "web/udlevering/givet.html" if f.udleveret_tid else "web/udlevering/udvalg.html"
    return render(request, skabelon, kontekst, status=422 if fejl else 200)
