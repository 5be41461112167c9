"""Files sent to a case: chosen, sent in pieces, looked at while they wait, and laid on the case.

What a page with JavaScript does piece by piece, one post does without it; both go through the same Handlinger.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rehabteam.dokumenter import modtagelse
from rehabteam.handlinger.afslut_modtagelse import afslut_modtagelse
from rehabteam.handlinger.begynd_modtagelse import KENDTE, Begyndt, Valgt, begynd_modtagelse
from rehabteam.handlinger.behandl_modtaget import straks
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.opgiv_modtagelse import opgiv_modtagelse
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import ModtagetFil, Sag
from rehabteam.sager.udtraek import modtagelser
from rehabteam.sager.udtraek.synlige import synlige_sager
from rehabteam.web.anledning import anledning
from rehabteam.web.filsvar import filsvar, kan_ikke_hentes
from rehabteam.web.formular import proev
from rehabteam.web.formularer.modtagelse import FilerForm
from rehabteam.web.modtagelsesside import linje
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

HOEJST_STYKKE = 4 * 1024 * 1024
STRAKS_HOEJST = 5 * 1024 * 1024  # bytes in one post that are examined while the person waits
NY_FIL = gettext_lazy(
    "»%(navn)s« sendes som en ny fil: den fil med samme navn, der er standset, har et andet indhold."
)
T = ModtagetFil.Tilstand


@kraever("begynd_modtagelse", "GET", "POST")
def send(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The page where files are chosen, and where one sees how far each has come."""
    sag = _sag(request, sag_id)
    form = FilerForm(request.POST, request.FILES) if request.method == "POST" else FilerForm()
    if form.is_valid():
        svar = proev(request, form, modtag_hele, sag.id, filer=form.cleaned_data["filer"])
        if svar is not None:
            return _efter_at_have_sendt(request, sag, svar)
    linjer = [
        linje(fil, request.aktoer)  # type: ignore[attr-defined]
        for fil in modtagelser.i_orden(modtagelser.paa_vej(request.aktoer, sag.id))  # type: ignore[attr-defined]
    ]
    side = _("Send filer")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "linjer": linjer,
        "klar": sum(x.fil.tilstand == T.KLAR for x in linjer),
        "stykke": HOEJST_STYKKE // 2,
        "ny_fil": NY_FIL % {"navn": "%s"},
        "hoejst": settings.MAX_FILSTOERRELSE,
        "ikke_scannet": "virusscanner" in settings.SLAAET_FRA,
    }
    return render(request, "web/sag/modtagelse.html", kontekst, status=422 if form.errors else 200)


def modtag_hele(
    anledning_: Anledning, sag_id: UUID, *, filer: list[UploadedFile], **sagt: Any
) -> list[Begyndt]:
    """Whole files in one post: begun, written, finished; the small ones examined at once. Raises as the Handlinger.

    `sagt`: what the person has said of them already (slags, dato, titel, afsender).
    """
    svar = _begynd_hele(anledning_, sag_id, filer, sagt)
    smaa = sum(fil.size or 0 for fil in filer) <= STRAKS_HOEJST
    try:
        for fil, begyndt in zip(filer, svar, strict=True):
            if begyndt.fil is None:
                continue
            fil.seek(0)
            # All of it is here: what came before is compared with it, and the rest is written.
            modtagelse.laeg_stykke(settings.DATA, begyndt.fil.id, 0, fil, fil.size or 0, fil.size or 0)
            kommet = afslut_modtagelse(anledning_, sag_id, begyndt.fil.id)
            if smaa:
                straks(anledning_, kommet)
    except (modtagelse.IngenPlads, modtagelse.AndenFil, KanIkke) as nej:
        for begyndt in svar:
            if begyndt.fil is not None and begyndt.ny:  # its row is rolled back with the answer
                modtagelse.fjern(settings.DATA, begyndt.fil.id)
        if isinstance(nej, KanIkke):
            raise
        if isinstance(nej, modtagelse.AndenFil):
            raise KanIkke({"": _("En anden fil med samme navn er ved at blive sendt. Prøv igen.")}) from None
        raise KanIkke({"": _("Der er ikke plads til filerne lige nu. Prøv igen senere.")}) from None
    return svar


def _begynd_hele(
    anledning_: Anledning, sag_id: UUID, filer: list[UploadedFile], sagt: dict[str, Any]
) -> list[Begyndt]:
    """Begin them, and answer for each file of which some has come before: is it the same one?"""
    valgte = [Valgt(fil.name or "", fil.size or 0, **sagt) for fil in filer]
    svar = begynd_modtagelse(anledning_, sag_id, filer=valgte)
    spurgt = [nr for nr, begyndt in enumerate(svar) if begyndt.spoerg]
    if spurgt:
        viste = [replace(valgte[nr], begyndelser=_begyndelser(filer[nr], svar[nr].spoerg)) for nr in spurgt]
        for nr, begyndt in zip(spurgt, begynd_modtagelse(anledning_, sag_id, filer=viste), strict=True):
            svar[nr] = begyndt
    return svar


def _begyndelser(fil: UploadedFile, laengder: Iterable[int]) -> dict[int, str]:
    svar = {}
    for laengde in laengder:
        fil.seek(0)
        svar[laengde] = modtagelse.sum_(fil, laengde)
    return svar


def _efter_at_have_sendt(request: HttpRequest, sag: Sag, svar: list[Begyndt]) -> HttpResponse:
    for nej in (b for b in svar if b.fil is None):
        messages.warning(request, f"{nej.navn}: {nej.grund}")
    for anden in (b for b in svar if b.anden):
        messages.info(request, NY_FIL % {"navn": anden.navn})
    ider = [b.fil.id for b in svar if b.fil]
    paa_vej = modtagelser.paa_vej(request.aktoer, sag.id)  # type: ignore[attr-defined]
    tilstande = set(paa_vej.filter(id__in=ider).values_list("tilstand", flat=True))
    # All of them ready: what is left is to say what they are.
    return redirect("web:modtagelse_laeg" if tilstande == {T.KLAR} else "web:modtagelse", sag.id)


# A piece and a name are known again by themselves: twice is as good as once, so these posts carry no key.


@kraever("begynd_modtagelse", "POST", engang=False)
def begynd(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """`navn`, `stoerrelse`, `bevis`: lists of the same length. The answer: per file its id and how far it is, or why not,
    or `spoerg`: the lengths of the beginnings whose SHA-256 is asked for. `bevis`: those, "length:sum length:sum";
    "ny" where the browser cannot say; "" when nobody has asked.
    """
    _let_sag(request, sag_id)
    lister = [request.POST.getlist(felt) for felt in ("navn", "stoerrelse", "bevis")]
    if not lister[0] or len({len(liste) for liste in lister}) != 1:
        return JsonResponse({"fejl": _("Vælg filerne igen.")}, status=400)
    try:
        valgte = [
            Valgt(navn, _antal(stoerrelse), begyndelser=_bevis(b))
            for navn, stoerrelse, b in zip(*lister, strict=True)
        ]
    except ValueError:
        return JsonResponse({"fejl": _("Vælg filerne igen.")}, status=400)
    try:
        svar = begynd_modtagelse(anledning(request), sag_id, filer=valgte)
    except KanIkke as nej:
        return JsonResponse({"fejl": str(nej)}, status=422)
    return JsonResponse(
        {
            "filer": [
                {
                    "navn": b.navn,
                    "id": str(b.fil.id) if b.fil else "",
                    "naaet": b.naaet,
                    "grund": b.grund,
                    "spoerg": b.spoerg,
                    "anden": b.anden,
                }
                for b in svar
            ]
        }
    )


def _antal(tekst: str) -> int:
    """A number of bytes. Raises ValueError."""
    if not (tekst.isascii() and tekst.isdigit()):
        raise ValueError
    return int(tekst[:15])


def _bevis(tekst: str) -> dict[int, str] | None:
    """Length → SHA-256, as the sender says. Raises ValueError."""
    if tekst in ("", "ny"):
        return {} if tekst else None
    par = [ord_.split(":") for ord_ in tekst.split(" ")[:KENDTE]]
    return {_antal(laengde): sum_ for laengde, sum_ in par}


@kraever("begynd_modtagelse", "POST", engang=False)
def stykke(request: HttpRequest, sag_id: UUID, fil_id: UUID) -> HttpResponse:
    """One piece, straight to disk; ?fra= where it begins. 409 with `naaet` when it is to go on elsewhere."""
    fil = _min_fil(request, sag_id, fil_id)
    fra, laengde = request.GET.get("fra", ""), request.META.get("CONTENT_LENGTH") or ""
    if not all(tal.isascii() and tal.isdigit() and len(tal) < 12 for tal in (fra, laengde)):
        return JsonResponse({"fejl": _("Vælg filen igen.")}, status=400)
    if int(laengde) > HOEJST_STYKKE:
        return JsonResponse({"fejl": _("Stykket er for stort.")}, status=413)
    if fil.tilstand != T.SENDES:
        return JsonResponse({"naaet": fil.stoerrelse})
    try:
        naaet = modtagelse.laeg_stykke(settings.DATA, fil.id, int(fra), request, int(laengde), fil.stoerrelse)
    except modtagelse.ForkertSted as forkert:
        return JsonResponse({"naaet": forkert.naaet}, status=409)
    except modtagelse.AndenFil:
        return JsonResponse({"anden": True}, status=409)
    except modtagelse.IngenPlads:
        return JsonResponse({"fejl": _("Der er ikke plads til filen lige nu. Prøv igen senere.")}, status=507)
    return JsonResponse({"naaet": naaet})


@kraever("afslut_modtagelse", "POST", engang=False)
def faerdig(request: HttpRequest, sag_id: UUID, fil_id: UUID) -> HttpResponse:
    """All of it is sent."""
    _let_sag(request, sag_id)
    try:
        fil = afslut_modtagelse(anledning(request), sag_id, fil_id)
    except KanIkke as nej:
        return JsonResponse({"fejl": str(nej), "naaet": modtagelse.naaet(settings.DATA, fil_id)}, status=409)
    return JsonResponse({"fil": linje(fil, request.aktoer).som_json()})  # type: ignore[attr-defined]


@kraever("begynd_modtagelse")
def stand(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """How far each file has come, for the page that is open."""
    sag = _let_sag(request, sag_id)
    alle = modtagelser.i_orden(modtagelser.paa_vej(request.aktoer, sag.id))  # type: ignore[attr-defined]
    return JsonResponse({"filer": [linje(fil, request.aktoer).som_json() for fil in alle]})  # type: ignore[attr-defined]


@kraever("laeg_modtaget")
def vis(request: HttpRequest, sag_id: UUID, fil_id: UUID) -> HttpResponse:
    """What the file looks like, before one says what it is. Only what is examined and scanned is shown."""
    sag = _let_sag(request, sag_id)
    fil = get_object_or_404(modtagelser.paa_vej(request.aktoer, sag.id), id=fil_id, tilstand=T.KLAR)  # type: ignore[attr-defined]
    sti = modtagelse.vist_sti if fil.vist_sha256 else modtagelse.sti
    try:
        data = sti(settings.DATA, fil.id).read_bytes()
    except FileNotFoundError:
        return kan_ikke_hentes(request, 410, _("Filen er væk"), _("Fjern den fra listen, og send den igen."))
    return filsvar(data, fil.vist_mime or fil.mime, fil.filnavn)


@kraever("opgiv_modtagelse", "POST")
def opgiv(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """`fil`: which. One form on the page removes any of them: the button that is pressed says which."""
    _let_sag(request, sag_id)
    try:
        fil = opgiv_modtagelse(anledning(request), sag_id, UUID(request.POST.get("fil", "")))
    except ValueError:
        raise Http404 from None
    messages.success(request, _("Filen »%(navn)s« er fjernet.") % {"navn": fil.filnavn})
    return redirect("web:modtagelse", sag_id)


def lagt_tekst(antal: int) -> str:
    return ngettext("%(antal)s fil er lagt på sagen.", "%(antal)s filer er lagt på sagen.", antal) % {
        "antal": antal
    }


def _sag(request: HttpRequest, sag_id: UUID) -> Sag:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "begynd_modtagelse", sag)  # type: ignore[attr-defined]
    return sag


def _let_sag(request: HttpRequest, sag_id: UUID) -> Sag:
    """The case without its papers: asked for many times while files are sent."""
    sag = get_object_or_404(synlige_sager(request.aktoer), id=sag_id)  # type: ignore[attr-defined]
    request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
    kraev_ret(request.aktoer, "begynd_modtagelse", sag)  # type: ignore[attr-defined]
    return sag


def _min_fil(request: HttpRequest, sag_id: UUID, fil_id: UUID) -> ModtagetFil:
    """One of her own: nobody goes on with another's file."""
    sag = _let_sag(request, sag_id)
    hvem = request.aktoer  # type: ignore[attr-defined]
    return get_object_or_404(modtagelser.paa_vej(hvem, sag.id), id=fil_id, medarbejder_id=hvem.medarbejder_id)
