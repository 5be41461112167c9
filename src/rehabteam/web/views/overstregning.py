"""Redaction: the page as a picture with what is marked, the look before it is made, and the editions."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.dokumenter import sidebilledlager
from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede
from rehabteam.dokumenter.overstreg import Felt, Fundet, OverstregFejl, Soegt, find, overstreg
from rehabteam.handlinger.beskyttede_ord import soegte
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.marker_overstregning import felterne, marker_overstregning
from rehabteam.handlinger.overstreg_dokument import overstreg_dokument
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument, Overstregning, Sag
from rehabteam.sager.udtraek import overstregninger as udtraek
from rehabteam.web.filsvar import SANDKASSE, filsvar, kan_ikke_hentes
from rehabteam.web.formular import Formular, proev
from rehabteam.web.formularer.overstregning import FeltForm, LavForm, SoegForm
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

BREDDE = sidebilledlager.BREDDER[1]


@kraever("overstregning.se")
def overstreg_side(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """?side: the page that is marked on."""
    sag, d = _hent(request, sag_id, dokument_id)
    return _vis(request, sag, d, _sidenr(request.GET.get("side", ""), d))


@kraever("marker_overstregning", "POST")
def overstreg_marker(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """`goer`: felt (an area in per cent), siden (all of it), find (words), beskyttet (the protected name and address),
    or fjern:<the area>.
    """
    sag, d = _hent(request, sag_id, dokument_id)
    nr = _sidenr(request.POST.get("side", ""), d)
    goer = request.POST.get("goer", "felt")
    form = (
        FeltForm(request.POST)
        if goer == "felt"
        else SoegForm(request.POST)
        if goer == "find"
        else Formular(request.POST)
    )
    if form.is_valid():
        if goer == "find" and isinstance(form, SoegForm):
            gemt = _find(request, sag, d, form, [Soegt(form.cleaned_data["udtryk"])], "udtryk")
        elif goer == "beskyttet" and sag.borger.er_beskyttet:
            gemt = _find(request, sag, d, form, soegte(sag.borger), None)
        elif goer.startswith("fjern:"):
            gemt = _fjern(request, sag, d, goer, form)
        elif isinstance(form, FeltForm) or goer == "siden":
            felt = form.felt(nr) if isinstance(form, FeltForm) else Felt(nr, 0.0, 0.0, 1.0, 1.0)
            gemt = bool(proev(request, form, marker_overstregning, sag.id, d.id, tilfoej=[felt]))
        else:
            raise Http404
        if gemt:
            return redirect(f"{reverse('web:overstreg', args=[sag.id, d.id])}?side={nr}#siden")
    return _vis(request, sag, d, nr, form)


def _fjern(request: HttpRequest, sag: Sag, d: Dokument, goer: str, form: Formular) -> bool:
    """The area as it was shown, by its corners: a colleague's new mark does not move it."""
    try:
        side, *boks = goer.removeprefix("fjern:").split("_")
        felt = Felt(int(side), *map(float, boks))
    except (ValueError, TypeError):
        raise Http404 from None
    return bool(proev(request, form, marker_overstregning, sag.id, d.id, fjern=[felt]))


def _find(
    request: HttpRequest, sag: Sag, d: Dokument, form: Formular, udtryk: list[Soegt], hvor: str | None
) -> bool:
    """Mark every place the words stand; what cannot be said is said at the field `hvor`."""
    sha256, mime = _kilden(d)
    if mime != udtraek.PDF:
        form.add_error(hvor, _("Billedet har ingen tekst at søge i. Markér i stedet med felter."))
        return False
    try:
        fundet = find(lager().laes(sha256), udtryk)
    except (LagerFejl, OverstregFejl) as fejl:
        form.add_error(None, str(fejl))
        return False
    if not fundet.felter:
        form.add_error(hvor, _ingen(fundet, d))
        return False
    if not proev(request, form, marker_overstregning, sag.id, d.id, tilfoej=fundet.felter):
        return False
    messages.success(request, _fundne(fundet))
    if fundet.uden_tekst:
        messages.warning(request, _uden_tekst(fundet))
    return True


def _fundne(fundet: Fundet) -> str:
    sider = ", ".join(str(nr) for nr in sorted({f.side for f in fundet.felter}))
    tekst = ngettext(
        "Der er markeret %(n)s felt, på side %(sider)s. Se efter, at det er alle steder.",
        "Der er markeret %(n)s felter, på side %(sider)s. Se efter, at det er alle steder.",
        len(fundet.felter),
    )
    return tekst % {"n": len(fundet.felter), "sider": sider}


def _uden_tekst(fundet: Fundet) -> str:
    sider = ", ".join(map(str, fundet.uden_tekst[:20]))
    return _(
        "Side %(sider)s har ingen tekst at søge i, fx fordi den er scannet. Se den igennem med øjnene."
    ) % {"sider": sider}


def _ingen(fundet: Fundet, d: Dokument) -> str:
    if len(fundet.uden_tekst) >= max(d.sider, 1):
        return _("Dokumentet har ingen tekst at søge i, fx fordi det er scannet. Markér i stedet med felter.")
    hale = f" {_uden_tekst(fundet)}" if fundet.uden_tekst else ""
    return _("Ordene er ikke fundet. Prøv en anden stavemåde, eller markér med felter.") + hale


@kraever("overstregning.se")
def overstreg_billede(request: HttpRequest, sag_id: UUID, dokument_id: UUID, nr: int) -> HttpResponse:
    """The page that is marked on, as a picture."""
    __, d = _hent(request, sag_id, dokument_id)
    sha256, mime = _kilden(d)
    if not 1 <= nr <= max(d.sider, 1):
        raise Http404
    try:
        data = sidebilledlager.hent(
            settings.DATA, sha256, mime, nr, d.sider, BREDDE, lambda: lager().laes(sha256)
        )
    except OmdanFejl as fejl:
        return kan_ikke_hentes(request, 422, _("Siden kan ikke vises"), fejl.dansk_tekst)
    except (OmdanNede, LagerFejl, OSError):
        return kan_ikke_hentes(request, 503, _("Siden kan ikke vises lige nu"), _("Prøv igen om lidt."))
    svar = HttpResponse(data, content_type="image/webp")
    svar["X-Content-Type-Options"] = "nosniff"
    svar["Content-Security-Policy"] = SANDKASSE
    return svar


@kraever("overstregning.se")
def overstreg_proeve(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """?side: the page as it will be, really drawn anew; not kept."""
    __, d = _hent(request, sag_id, dokument_id)
    kladde = udtraek.kladde(d)
    sha256, mime = _kilden(d, kladde)
    nr = _sidenr(request.GET.get("side", ""), d)
    felter = felterne(kladde) if kladde else []
    try:
        pdf = overstreg(lager().laes(sha256), mime, [f for f in felter if f.side == nr], kun_side=nr)
    except (LagerFejl, OverstregFejl) as fejl:
        return kan_ikke_hentes(request, 503, _("Siden kan ikke tegnes lige nu"), str(fejl))
    return filsvar(pdf, "application/pdf", _("Prøve, side %(nr)s") % {"nr": nr} + ".pdf")


@kraever("overstreg_dokument", "POST")
def overstreg_lav(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    sag, d = _hent(request, sag_id, dokument_id)
    form = LavForm(request.POST)
    if form.is_valid() and (
        udgave := proev(request, form, overstreg_dokument, sag.id, d.id, **form.cleaned_data)
    ):
        messages.success(
            request, _("Udgave %(nr)s er lavet. Se den igennem, før den gives til nogen.") % {"nr": udgave.nr}
        )
        if udgave.laesning == Overstregning.Laesning.VENTER:
            messages.info(
                request,
                _("Udgaven er lang og bliver gjort søgbar i baggrunden. Den kan gives, når det er gjort."),
            )
        elif not udgave.soegbar:
            messages.info(
                request, _("Udgaven består af billeder uden tekst, der kan søges i eller læses højt.")
            )
        return redirect(f"{reverse('web:overstreg', args=[sag.id, d.id])}#udgaver")
    return _vis(request, sag, d, _sidenr(request.POST.get("side", ""), d), form)


def _hent(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> tuple[Sag, Dokument]:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "overstregning.se", sag)  # type: ignore[attr-defined]
    d = get_object_or_404(
        Dokument.objects.select_related("gennemgang", "sag__borger"),
        sag=sag,
        id=dokument_id,
        trukket_tilbage_tid=None,
        mime__in=udtraek.KAN_TEGNES,
    )
    return sag, d


def _kilden(d: Dokument, kladde: Overstregning | None = None) -> tuple[str, str]:
    """The draft's own file, so that marks stay where they were put when a scan is read and turned meanwhile."""
    kladde = kladde or udtraek.kladde(d)
    return (kladde.kilde_sha256, kladde.kilde_mime) if kladde else udtraek.kilden(d)


def _sidenr(oensket: str, d: Dokument) -> int:
    nr = int(oensket) if oensket.isascii() and oensket.isdigit() and len(oensket) < 6 else 1
    return min(max(nr, 1), max(d.sider, 1))


def _vis(
    request: HttpRequest, sag: Sag, d: Dokument, nr: int, fejlet: Formular | None = None
) -> HttpResponse:
    kladde = udtraek.kladde(d)
    felter = felterne(kladde) if kladde else []
    paa_sider: dict[int, int] = {}
    for f in felter:
        paa_sider[f.side] = paa_sider.get(f.side, 0) + 1
    side = _("Overstreg et dokument")
    kontekst: dict[str, Any] = ramme(request, sag, side=side) | {
        "side": side,
        "d": d,
        "nr": nr,
        "sider": [{"nr": n, "felter": paa_sider.get(n, 0)} for n in range(1, max(d.sider, 1) + 1)],
        "forrige": nr - 1 if nr > 1 else None,
        "naeste": nr + 1 if nr < d.sider else None,
        "felter": [_vist(i, f) for i, f in enumerate((f for f in felter if f.side == nr), 1)],
        "antal": len(felter),
        "andre_sider": len(felter) - paa_sider.get(nr, 0),
        "udgaver": [],  # redaction asks no rule of law
        "editioner": list(udtraek.lavede(d)),
        "feltform": fejlet if isinstance(fejlet, FeltForm) else FeltForm(),
        "soegform": fejlet if isinstance(fejlet, SoegForm) else SoegForm(),
        "lavform": fejlet if isinstance(fejlet, LavForm) else LavForm(initial={"antal": len(felter)}),
        "form": fejlet,
        "beskyttet": sag.borger.er_beskyttet,
        "kan_soeges": _kilden(d, kladde)[1] == udtraek.PDF,
    }
    fejl = fejlet is not None and bool(fejlet.errors)
    return render(request, "web/udlevering/overstreg.html", kontekst, status=422 if fejl else 200)


def _vist(i: int, f: Felt) -> dict[str, Any]:
    """Plain strings: a comma in an SVG's number would be another number."""
    return {
        "i": i,
        "x": f"{f.x0:.5f}",
        "y": f"{f.y0:.5f}",
        "b": f"{f.x1 - f.x0:.5f}",
        "h": f"{f.y1 - f.y0:.5f}",
        "noegle": f"{f.side}_{f.x0}_{f.y0}_{f.x1}_{f.y1}",
        "hele": (f.x0, f.y0, f.x1, f.y1) == (0, 0, 1, 1),
        "venstre": round(100 * f.x0),
        "top": round(100 * f.y0),
        "bredde": max(1, round(100 * (f.x1 - f.x0))),
        "hoejde": max(1, round(100 * (f.y1 - f.y0))),
    }
