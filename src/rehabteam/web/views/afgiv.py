"""The recommendation is given: asked once, then locked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling, hvad_mangler
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.web.anledning import anledning
from rehabteam.web.formularer.raekker import heltal
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag
from rehabteam.web.views.moederum import ramme


@kraever("afgiv_indstilling", "GET", "POST")
def afgiv(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Asks once, then gives it. With a part missing it goes back to the room and says which."""
    sag = hent_sag(request, sag_id)
    indstilling = sag.indstilling_raekker.first()
    if indstilling and indstilling.afgivet_tid:
        messages.info(request, _("Indstillingen er allerede afgivet. Der er ikke sket noget igen."))
        return redirect("web:moederum", sag.id)
    kraev_ret(request.aktoer, "afgiv_indstilling", sag)  # type: ignore[attr-defined]
    if indstilling is None or (mangler := hvad_mangler(sag, indstilling)):
        messages.warning(
            request, " ".join(mangler.values()) if indstilling else _("Der er ikke skrevet noget endnu.")
        )
        return redirect("web:moederum", sag.id)
    fejl: list[str] = []
    mangler_kryds = False
    if request.method == "POST":
        version = request.POST.get("version", "")
        god_nok = "begrundelse_tilstraekkelig" in request.POST
        try:
            afgiv_indstilling(
                anledning(request), sag.id, version=heltal(version, -1), begrundelse_tilstraekkelig=god_nok
            )
        except KanIkke as afvist:
            fejl, mangler_kryds = list(afvist.felter.values()), "begrundelse_tilstraekkelig" in afvist.felter
        else:
            messages.success(
                request,
                _(
                    "Indstillingen er afgivet og låst. Den ligger på sagen som PDF. Nu træffer kommunen sin afgørelse."
                ),
            )
            return redirect("web:moederum", sag.id)
    kontekst = ramme(request, sag, indstilling) | {"fejl": fejl, "mangler_kryds": mangler_kryds}
    return render(request, "web/moede/afgiv.html", kontekst, status=422 if fejl else 200)
