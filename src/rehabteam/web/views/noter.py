"""The kommune's own notes on a case: written, read, corrected. The region does not see them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.skriv_note import skriv_note
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Note
from rehabteam.sager.udtraek import huset
from rehabteam.sager.udtraek.noter import sagens_noter

from .. import notelaesning
from ..formular import proev
from ..formularer.arbejde import NoteForm
from ..ret import kraever
from ..sagsramme import hent_sag, ramme

VIST, MEST = 25, 500


@kraever("noter.se", "GET", "POST")
def sag_noter(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    sag = hent_sag(request, sag_id)
    kraev_ret(hvem, "noter.se", sag)
    form = NoteForm(request.POST) if request.method == "POST" else NoteForm()
    if form.is_valid() and proev(request, form, skriv_note, sag.id, tekst=form.cleaned_data["tekst"]):
        messages.success(request, _("Noten er skrevet."))
        return redirect("web:sag_noter", sag.id)
    alle = sagens_noter(hvem, sag.id)
    noter = list(alle[: MEST if request.GET.get("alle") else VIST])
    laest = {n.id for n in notelaesning.ulaeste(hvem, noter)}
    if request.method == "GET":
        notelaesning.marker(hvem, noter)
    kontekst = ramme(request, sag, fane="sag_noter") | {
        "form": form,
        "noter": [_note(request, n, n.id in laest) for n in noter],
        "antal": alle.count(),
        "vist": VIST,
        "maa_skrive": har_ret(hvem, "skriv_note", sag),
        "kolleger": list(huset.kolleger(hvem)),
    }
    return render(request, "web/arbejde/noter.html", kontekst, status=422 if form.errors else 200)


def _note(request: HttpRequest, note: Note, ulaest: bool) -> dict[str, Any]:
    hvem = request.aktoer  # type: ignore[attr-defined]
    rettet = getattr(note, "rettet_af", None)
    return {
        "n": note,
        "rettet": rettet,
        "ny": ulaest and hvem.medarbejder_id in note.omtalte,
        "min": note.forfatter_id == hvem.medarbejder_id and rettet is None,
    }


@kraever("skriv_note", "GET", "POST")
def note_ret(request: HttpRequest, sag_id: UUID, note_id: UUID) -> HttpResponse:
    """A correction is a new note; the older one stays, struck through."""
    hvem = request.aktoer  # type: ignore[attr-defined]
    sag = hent_sag(request, sag_id)
    kraev_ret(hvem, "skriv_note", sag)
    note = sagens_noter(hvem, sag.id).filter(id=note_id).first()
    if note is None:
        raise Http404
    form = NoteForm(request.POST) if request.method == "POST" else NoteForm(initial={"tekst": note.tekst})
    form.fields["tekst"].label = _("Den rettede note")
    if form.is_valid() and proev(
        request, form, skriv_note, sag.id, tekst=form.cleaned_data["tekst"], retter_id=note.id
    ):
        messages.success(request, _("Noten er rettet. Den gamle står der stadig, streget over."))
        return redirect("web:sag_noter", sag.id)
    side = _("Ret note")
    kontekst = ramme(request, sag, side=side) | {"side": side, "form": form, "note": note}
    return render(request, "web/arbejde/note_ret.html", kontekst, status=422 if form.errors else 200)
