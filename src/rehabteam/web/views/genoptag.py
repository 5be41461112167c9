"""Genoptag sag: what will happen is shown first, then one button does it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.handlinger.frist import vurder
from rehabteam.handlinger.genoptag_sag import AlleredeGenoptaget, genoptag_sag, oprindelig_sag
from rehabteam.lov.love import gaeldende
from rehabteam.lov.procedure.genforelaeggelse import GENBEHANDLING, GenforelaeggelsesDokumenter
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.models import GENFORELAEGGELSE, Dokument, Sag

from .. import svar
from ..formular import proev
from ..formularer.oplysninger import Begrundelse
from ..ret import kraever
from .forloeb import hent, ramme


@kraever("genoptag_sag", "GET", "POST")
def genoptag(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    f = hent(request, forloeb_id)
    aaben = f.sager.filter(undertype=GENFORELAEGGELSE).exclude(tilstand=Sag.Tilstand.AFSLUTTET).first()
    gammel = oprindelig_sag(f)
    papirer = list(gammel.dokument_raekker.filter(trukket_tilbage_tid=None)) if gammel else []
    form = Begrundelse(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sag = proev(request, form, genoptag_sag, f.id, **form.cleaned_data)
        except AlleredeGenoptaget as findes:
            return _allerede(request, findes.sag)
        if sag is not None:
            messages.success(request, _kvittering(sag, len(papirer)))
            return redirect("web:sag", sag.id)
    elif aaben:
        return _allerede(request, aaben)
    v = vurder(f, request.dag)  # type: ignore[attr-defined]
    manglende = _det_nye_mangler(gammel, papirer)
    indhold = ramme(request, f, _("Genoptag sag")) | {
        "form": form,
        "dom": svar.dom(f, v, request.dag),  # type: ignore[attr-defined]
        "kraever_grund": v.status != "SKAL_GENBEHANDLES",
        "gammel": gammel,
        "papirer": papirer,
        "mangler": manglende,
        "undertype": GENFORELAEGGELSE,
        "udgaver": [v.udgave, manglende.udgave],
    }
    return render(request, "web/forloeb/genoptag.html", indhold, status=422 if form.errors else 200)


def _allerede(request: HttpRequest, sag: Sag) -> HttpResponse:
    messages.info(
        request,
        _("Sagen er allerede genoptaget. Her er genforelæggelsen %(nummer)s.") % {"nummer": sag.nummer},
    )
    return redirect("web:sag", sag.id)


def _kvittering(sag: Sag, antal: int) -> str:
    fulgte = ngettext(
        "%(antal)s dokument fulgte med fra den oprindelige sag.",
        "%(antal)s dokumenter fulgte med fra den oprindelige sag.",
        antal,
    ) % {"antal": antal}
    genoptaget = _("Sagen er genoptaget som %(undertype)s %(nummer)s.") % {
        "undertype": sag.undertype,
        "nummer": sag.nummer,
    }
    return f"{genoptaget} {fulgte} {_('Næste: se, hvad der mangler, og vælg et møde.')}"


def _det_nye_mangler(gammel: Sag | None, papirer: list[Dokument]) -> Vurdering:
    """The law's list for the case as it will be the moment it is made."""
    slags = {d.slags for d in papirer}
    return gaeldende("dokumenter").funktion(
        GenforelaeggelsesDokumenter(
            sagstype=GENBEHANDLING,
            undertype=GENFORELAEGGELSE,
            oprindelig_sag_genoptaget=gammel is not None,
            forberedende_del_oprindelig="forberedende_del" in slags,
            indsatsplan="indsatsplan" in slags,
            vaesentlige_aendringer=None,
            nye_oplysninger=(),
            forrige_indstilling_i_it="indstilling" in slags,
            forrige_indstilling_uploadet="forrige_indstilling" in slags,
            forrige_sundhedskoordinator_resume_i_it="sundhedsnotat" in slags,
            koordinerende_sagsbehandler_resume=False,
            dokumentation_til_resume=(),
        )
    )
