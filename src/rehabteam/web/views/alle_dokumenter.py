"""Åbn alle dokumenter: one reading of every page of a case, search in it, and all of it as one PDF."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.dokumenter import samling
from rehabteam.dokumenter.samlebarn import SamlingFejl
from rehabteam.handlinger.lageret import lager
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Gennemgang, Sag
from rehabteam.sager.udtraek.sidesoegning import find_paa_siderne, ikke_soegbare, soegte_ord, tegnes_af
from rehabteam.web.bilagsliste import Bilagslinje, bilagsliste
from rehabteam.web.cprvagt import uden_cpr
from rehabteam.web.filsvar import kan_ikke_hentes, stroem
from rehabteam.web.laeserside import Bilag, Side, find_side, i_grupper, opstil, soegesvar, vaelg_viste
from rehabteam.web.laest import laeste, marker
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

FILTRE = ("alle", "nye", "ulaeste")


@kraever("dokumenter.se")
def laes(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The reader: every page of every document. ?dokument=<id>&side=<nr> opens one, and it is then read; ?s=<nr> goes
    to a page of the whole.
    """
    sag = hent_sag(request, sag_id)
    linjer = _linjer(request, sag)
    valgt = _valgt(request, linjer)
    if valgt and not valgt.laest:
        marker(request.aktoer, [valgt.dokument.sha256])  # type: ignore[attr-defined]
        linjer = [replace(x, laest=True) if x.dokument.sha256 == valgt.dokument.sha256 else x for x in linjer]
    bilag = opstil(request.aktoer, sag, linjer)  # type: ignore[attr-defined]
    if (i_alt := request.GET.get("s", "")) and bilag:
        sted = find_side(bilag, i_alt)
        return redirect(f"{request.path}?dokument={sted[0].dokument.id}&side={sted[1].nr}#s{sted[1].i_alt}")
    samling.varm()
    return _vis(request, sag, bilag, valgt.nr if valgt else 0)


@kraever("dokumenter.se", "GET", "POST", engang=False)
def soeg(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Some words on the pages of the case. Posted: they stand in no address, and the log has them as a hash."""
    sag = hent_sag(request, sag_id)
    if request.method != "POST":
        return redirect("web:alle_dokumenter", sag.id)
    q = request.POST.get("q", "").replace("\x00", "").strip()[:200]
    linjer = _linjer(request, sag)
    fund = find_paa_siderne(sag, [x.dokument.id for x in linjer], q)
    request.spor.soegte(q, len(fund))  # type: ignore[attr-defined]
    bilag = opstil(request.aktoer, sag, linjer, fund)  # type: ignore[attr-defined]
    svar = {
        "q": q,
        "for_kort": not soegte_ord(q) or max(map(len, soegte_ord(q))) < 2,
        "fund": soegesvar(bilag),
        "steder": sum(max(len(f.bokse), 1) for f in fund),
        "i_dokumenter": len({f.dokument_id for f in fund}),
        **dict(zip(("ikke_soegbare", "uden_tekst"), ikke_soegbare(x.dokument for x in linjer), strict=True)),
    }
    if request.headers.get("X-Rehabteam-Del"):
        return render(request, "web/sag/_laeser_svar.html", svar | {"lag": True})
    return _vis(request, sag, bilag, 0, svar)


def _vis(
    request: HttpRequest, sag: Sag, bilag: list[Bilag], nr: int, svar: dict[str, Any] | None = None
) -> HttpResponse:
    """The page. `nr`: of the paper that is open, 0 if none is; `svar`: what a search found."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    linjer = [b.linje for b in bilag]
    valgt = bilag[nr - 1] if nr else None
    her = _oensket_side(request, valgt) if valgt else bilag[0].sider[0] if bilag else None
    if her:
        vaelg_viste(bilag, her, valgt)
    filter_ = request.GET.get("vis", "alle")
    viste = [b for b in bilag if _passer(b.linje, filter_ if filter_ in FILTRE else "alle")]
    ulaeste = [b for b in bilag if not b.linje.laest and b is not valgt]
    efter = [b for b in ulaeste if b.linje.nr > nr]
    kontekst = ramme(request, sag, side=_("Alle dokumenter")) | {
        "linjer": linjer,
        "bilag": bilag,
        "grupper": i_grupper(viste),
        "viste": len(viste),
        "valgt": valgt,
        "her": her,
        "naeste_ulaeste": next(iter(efter or ulaeste), None),
        "sider": bilag[-1].sidste if bilag else 0,
        "nye": sum(x.nyt for x in linjer),
        "sidste_moede": _sidste_moede(sag),
        "klar": sum(b.klar for b in bilag),
        "filtre": _filtre(sag, linjer, filter_, valgt.linje if valgt else None),
        "filter": filter_ if filter_ != "alle" else "",
        "samlet": reverse("web:samlet_pdf", args=[sag.id]),
        "noter": [(b, s, n) for b in bilag for s in b.sider for n in s.noter],
        "mig": hvem.medarbejder_id,
        "maa_notere": har_ret(hvem, "skriv_margennote", sag),
        "maa_dele": har_ret(hvem, "del_margennote", sag),
        "maa_traekke": har_ret(hvem, "traek_margennote_tilbage", sag),
        "kun_laese": bool(hvem.noed),
        "q": "",
    }
    return render(request, "web/sag/alle_dokumenter.html", kontekst | (svar or {}))


def _oensket_side(request: HttpRequest, valgt: Bilag) -> Side:
    oensket = request.GET.get("side", "")
    nr = int(oensket) if oensket.isascii() and oensket.isdigit() and len(oensket) < 6 else 1
    return valgt.sider[min(max(nr, 1), len(valgt.sider)) - 1]


def _sidste_moede(sag: Sag) -> date | None:
    """The day of the meeting the case springs from, where this person may know of it."""
    fra = sag.udspringer_af
    return fra.moede.dato if fra and fra.moede_id and fra.moede else None


@kraever("dokumenter.se")
def samlet_pdf(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """All documents as one PDF, made for this once. ?hent fetches it as a file; ?vis is the reader's own look at it,
    which does not yet mean that each document has been read.
    """
    sag = hent_sag(request, sag_id)
    linjer = _linjer(request, sag)
    if not linjer:
        raise Http404
    laest = {g.dokument_id: g for g in Gennemgang.objects.filter(sag=sag)}
    try:
        bilag = [_bilag(x, laest.get(x.dokument.id)) for x in linjer]
        samlet = samling.byg(bilag, _forside(request, sag), breve.bundt, settings.DATA)
    except (breve.BrevFejl, breve.SkrifterMangler, SamlingFejl):
        return kan_ikke_hentes(
            request,
            503,
            _("Den samlede PDF kan ikke laves lige nu"),
            _("Hvert dokument kan stadig åbnes for sig fra sagens dokumenter."),
        )
    if "vis" not in request.GET:
        marker(request.aktoer, (x.dokument.sha256 for x in linjer))
    navn = _("Alle dokumenter, sag %(nummer)s") % {"nummer": sag.nummer}
    return stroem(samlet.fil, "application/pdf", f"{navn}.pdf", hent="hent" in request.GET)


def _linjer(request: HttpRequest, sag: Sag) -> list[Bilagslinje]:
    summer = (d.sha256 for d in sag.dokument_raekker.all())
    return bilagsliste(sag, laeste(request.aktoer, summer))  # type: ignore[attr-defined]


def _valgt(request: HttpRequest, linjer: Iterable[Bilagslinje]) -> Bilagslinje | None:
    oensket = request.GET.get("dokument", "")
    if not oensket:
        return None
    for linje in linjer:
        if str(linje.dokument.id) == oensket:
            return linje
    raise Http404


def _passer(linje: Bilagslinje, filter_: str) -> bool:
    return {"alle": True, "nye": linje.nyt, "ulaeste": not linje.laest}[filter_]


def _filtre(
    sag: Sag, linjer: list[Bilagslinje], aktuel: str, valgt: Bilagslinje | None
) -> list[dict[str, object]]:
    adresse = reverse("web:alle_dokumenter", args=[sag.id])
    hale = f"&dokument={valgt.dokument.id}" if valgt else ""
    navne = {"alle": _("Alle"), "nye": _("Nye"), "ulaeste": _("Ulæste")}
    return [
        {
            "kode": f,
            "tekst": navne[f],
            "antal": sum(_passer(x, f) for x in linjer),
            "url": f"{adresse}?vis={f}{hale}",
            "aktuel": f == aktuel or (f == "alle" and aktuel not in FILTRE),
        }
        for f in FILTRE
    ]


def _bilag(linje: Bilagslinje, gennemgang: Gennemgang | None) -> samling.Bilag:
    """With the edition that can be searched, where a scan was read; the document as it came if that cannot be had."""
    d = linje.dokument
    sha256, mime = tegnes_af(d, gennemgang)
    return samling.Bilag(
        titel=uden_cpr(d.vist_titel),
        slags=linje.gruppe,
        dato=d.dato,
        kilde_tekst=d.vist_afsender,
        data=partial(lager().aaben, sha256),
        mime=mime,
        nyt=linje.nyt,
        fulgte_med=d.fulgte_med_id is not None,
        reserve=(partial(lager().aaben, d.sha256), d.mime) if sha256 != d.sha256 else None,
    )


def _forside(request: HttpRequest, sag: Sag) -> dict[str, object]:
    return {
        "afsender": {"navn": sag.kommune.navn, "linjer": []},
        "sagsnummer": sag.nummer,
        "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
        "dato": request.dag.isoformat(),  # type: ignore[attr-defined]
        "moededato": sag.moede.dato.isoformat() if sag.moede else None,
        "demo": settings.DEMO,
    }
