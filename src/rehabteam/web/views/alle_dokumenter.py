"""Åbn alle dokumenter: the contents with what is new and unread, one document at a time, or all as one PDF."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.dokumenter import samling
from rehabteam.dokumenter.lager import BlobBeskadiget, LagerFejl
from rehabteam.handlinger.lageret import lager
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Sag
from rehabteam.web.bilagsliste import Bilagslinje, bilagsliste, grupperet
from rehabteam.web.cprvagt import uden_cpr
from rehabteam.web.filsvar import filsvar, kan_ikke_hentes
from rehabteam.web.laest import laeste, marker
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

FILTRE = ("alle", "nye", "ulaeste")


@kraever("dokumenter.se")
def laes(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The reader. ?dokument=<id> shows that one alone, in its own tagged file, and it is then read."""
    sag = hent_sag(request, sag_id)
    linjer = _linjer(request, sag)
    valgt = _valgt(request, linjer)
    if valgt and not valgt.laest:
        marker(request.aktoer, [valgt.dokument.sha256])
        linjer = [replace(x, laest=True) if x.dokument.sha256 == valgt.dokument.sha256 else x for x in linjer]
        valgt = linjer[valgt.nr - 1]
    filter_ = request.GET.get("vis", "alle")
    viste = [x for x in linjer if _passer(x, filter_ if filter_ in FILTRE else "alle")]
    ulaeste = [x for x in linjer if not x.laest and x is not valgt]
    efter = [x for x in ulaeste if valgt and x.nr > valgt.nr]
    kontekst = ramme(request, sag, side=_("Alle dokumenter")) | {
        "linjer": linjer,
        "grupper": grupperet(viste),
        "viste": len(viste),
        "valgt": valgt,
        "forrige": linjer[valgt.nr - 2] if valgt and valgt.nr > 1 else None,
        "naeste": linjer[valgt.nr] if valgt and valgt.nr < len(linjer) else None,
        "naeste_ulaeste": next(iter(efter or ulaeste), None),
        "sider": sum(x.dokument.sider for x in linjer),
        "nye": sum(x.nyt for x in linjer),
        "filtre": _filtre(sag, linjer, filter_, valgt),
        "filter": filter_ if filter_ != "alle" else "",
        "samlet": reverse("web:samlet_pdf", args=[sag.id]),
    }
    return render(request, "web/sag/alle_dokumenter.html", kontekst)


@kraever("dokumenter.se")
def samlet_pdf(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """All documents as one PDF, made in memory. ?hent fetches it as a file; ?vis is the reader's own look at it,
    which does not yet mean that each document has been read.
    """
    sag = hent_sag(request, sag_id)
    linjer = _linjer(request, sag)
    if not linjer:
        raise Http404
    try:
        pdf = samling.saml([_bilag(x) for x in linjer], _forside(request, sag), breve.bundt)
    except (breve.BrevFejl, breve.SkrifterMangler):
        return kan_ikke_hentes(
            request,
            503,
            _("Den samlede PDF kan ikke laves lige nu"),
            _("Hvert dokument kan stadig åbnes for sig fra sagens dokumenter."),
        )
    if "vis" not in request.GET:
        marker(request.aktoer, (x.dokument.sha256 for x in linjer))
    navn = _("Alle dokumenter, sag %(nummer)s") % {"nummer": sag.nummer}
    return filsvar(pdf, "application/pdf", f"{navn}.pdf", hent="hent" in request.GET)


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
            "tekst": navne[f],
            "antal": sum(_passer(x, f) for x in linjer),
            "url": f"{adresse}?vis={f}{hale}",
            "aktuel": f == aktuel or (f == "alle" and aktuel not in FILTRE),
        }
        for f in FILTRE
    ]


def _bilag(linje: Bilagslinje) -> samling.Bilag:
    d = linje.dokument
    return samling.Bilag(
        titel=uden_cpr(d.vist_titel),
        slags=linje.gruppe,
        dato=d.dato,
        kilde_tekst=d.vist_afsender,
        data=_data(d.sha256),
        mime=d.mime,
        nyt=linje.nyt,
        fulgte_med=d.fulgte_med_id is not None,
    )


def _data(sha256: str) -> bytes | Path:
    """The bytes; what cannot be had is told by the page that stands in for the document."""
    try:
        return lager().laes(sha256)
    except BlobBeskadiget:
        return b""
    except LagerFejl:
        return Path(settings.DATA) / "mangler"


def _forside(request: HttpRequest, sag: Sag) -> dict[str, object]:
    return {
        "afsender": {"navn": sag.kommune.navn, "linjer": []},
        "sagsnummer": sag.nummer,
        "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
        "dato": request.dag.isoformat(),  # type: ignore[attr-defined]
        "moededato": sag.moede.dato.isoformat() if sag.moede else None,
        "demo": settings.DEMO,
    }
