"""One page of one document: its picture, its text, and that the document is read.

One line of the log for each document somebody reads, and a new one while she stays (adgang/log.py).
"""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from rehabteam.dokumenter import sidebilledlager
from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede
from rehabteam.handlinger.lageret import lager
from rehabteam.sager.adgang import log
from rehabteam.sager.models import Dokument, Dokumentside, Sag
from rehabteam.sager.udtraek.sidesoegning import tegnes_af
from rehabteam.sager.udtraek.synlige import synlige_sager
from rehabteam.web.filsvar import SANDKASSE, kan_ikke_hentes
from rehabteam.web.laeserside import VISES
from rehabteam.web.laest import marker
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme


@kraever("dokumenter.se")
def billede(request: HttpRequest, sag_id: UUID, dokument_id: UUID, nr: int) -> HttpResponse:
    """The page as a picture. ?b: how wide in pixels, one of the widths that are made."""
    sag = get_object_or_404(
        synlige_sager(request.aktoer).only("id", "borger_id", "kommune_id"),  # type: ignore[attr-defined]
        id=sag_id,
    )
    request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
    dokument = _dokument(sag, dokument_id, nr)
    if dokument.trukket_tilbage_tid:
        return _trukket_tilbage(request)
    if dokument.mime not in VISES:
        raise Http404
    bredde = _bredde(request.GET.get("b", ""))
    # The small picture stands in the list of documents, and is no more to read than the list is.
    request.spor.viser_del("" if bredde == sidebilledlager.LILLE else dokument.sha256)  # type: ignore[attr-defined]
    try:
        data = _billede(dokument, nr, bredde)
    except OmdanFejl as fejl:
        return kan_ikke_hentes(request, 422, _("Siden kan ikke vises"), fejl.dansk_tekst)
    except (OmdanNede, LagerFejl, OSError):
        return kan_ikke_hentes(
            request, 503, _("Siden kan ikke vises lige nu"), _("Prøv igen om lidt, eller hent originalen.")
        )
    svar = HttpResponse(data, content_type="image/webp")
    svar["X-Content-Type-Options"] = "nosniff"
    svar["Content-Security-Policy"] = SANDKASSE
    return svar


@kraever("dokumenter.se")
def tekst(request: HttpRequest, sag_id: UUID, dokument_id: UUID, nr: int) -> HttpResponse:
    """The words of the page, in the order of reading; opened for reading, so the document is read."""
    sag = hent_sag(request, sag_id)
    dokument = _dokument(sag, dokument_id, nr)
    if dokument.trukket_tilbage_tid:
        return _trukket_tilbage(request)
    request.spor.viser_del(dokument.sha256)  # type: ignore[attr-defined]
    side = Dokumentside.objects.filter(dokument=dokument, nr=nr).first()
    marker(request.aktoer, [dokument.sha256])  # type: ignore[attr-defined]
    kontekst = {
        "dokument": dokument,
        "nr": nr,
        "tekst": side.tekst.strip() if side else "",
        "ocr": bool(side and side.ocr),
        "laest_endnu": side is not None,
        "forrige": nr - 1 if nr > 1 else None,
        "naeste": nr + 1 if nr < dokument.sider else None,
    }
    if request.headers.get("X-Rehabteam-Del"):
        return render(request, "web/sag/_sidetekst.html", kontekst)
    navn = _("Teksten på side %(nr)d") % {"nr": nr}
    return render(
        request, "web/sag/sidetekst.html", ramme(request, sag, side=navn) | kontekst | {"side": navn}
    )


@kraever("dokumenter.se", "POST", engang=False)
def laest(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """It has stood still on the screen for a while (static/web/js/laeser.js says how long)."""
    sag = get_object_or_404(
        synlige_sager(request.aktoer).only("id", "borger_id", "kommune_id"),  # type: ignore[attr-defined]
        id=sag_id,
    )
    request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
    request.spor.art = log.Art.LAES  # type: ignore[attr-defined]
    dokument = get_object_or_404(Dokument, sag=sag, id=dokument_id, trukket_tilbage_tid=None)
    request.spor.viser_del(dokument.sha256)  # type: ignore[attr-defined]
    marker(request.aktoer, [dokument.sha256])  # type: ignore[attr-defined]
    return HttpResponse(status=204)


def _dokument(sag: Sag, dokument_id: UUID, nr: int) -> Dokument:
    dokument = get_object_or_404(
        Dokument.objects.select_related("gennemgang", "sag__borger"), sag=sag, id=dokument_id
    )
    if not 1 <= nr <= max(dokument.sider, 1):
        raise Http404
    return dokument


def _billede(dokument: Dokument, nr: int, bredde: int) -> bytes:
    """Drawn, or drawn before. Raises as `hent`."""
    sha256, mime = tegnes_af(dokument, getattr(dokument, "gennemgang", None))
    return sidebilledlager.hent(
        settings.DATA, sha256, mime, nr, dokument.sider, bredde, lambda: lager().laes(sha256)
    )


def _bredde(oensket: str) -> int:
    """The width that is asked for, else the one to read in."""
    bredder = {str(b): b for b in sidebilledlager.BREDDER}
    return bredder.get(oensket, sidebilledlager.BREDDER[1])


def _trukket_tilbage(request: HttpRequest) -> HttpResponse:
    return kan_ikke_hentes(
        request,
        410,
        _("Dokumentet er trukket tilbage"),
        _("Det vises ikke længere. Kommunen kan se grunden i sagens historik."),
    )
