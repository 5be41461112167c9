"""Let in: a proved statement becomes a person and a role. Who has more than one role says which she works in now."""

import time
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rehabteam.sager.adgang import log
from rehabteam.sager.models import Rolle

from ..indgang import billet, borgere, indlogning, personer
from ..indgang.doere import Doer
from ..indgang.paastand import Paastand
from ..models import Konto
from ..ret import aaben

VALG = "indgang_valg"
VALGETS_LEVETID = 10 * 60  # seconds


def luk_ind(request: HttpRequest, doer: Doer, paastand: Paastand, noegle: str) -> HttpResponseBase:
    """A proved statement: use it up, find the person and her roles, and let her in or ask which role."""
    billet.brug(paastand.noegler, paastand.gyldig_til)
    if doer.borger:
        svar = _begynd(request, borgere.konto(doer, paastand), Rolle.BORGER, _om_sessionen(paastand))
        # What a bisidder is called when her fuldmagt is taken into use.
        request.session[borgere.NAVN] = paastand.navn
        billet.glem(request, svar, noegle)
        return svar
    konti = personer.konti(doer, paastand, settings.INDGANGE.system)
    muligheder = [(konto, Rolle(rolle)) for konto in konti for rolle in konto.roller]
    if len(muligheder) == 1:
        svar = _begynd(request, *muligheder[0], _om_sessionen(paastand))
    else:
        request.session.cycle_key()
        request.session[VALG] = _om_sessionen(paastand) | {
            "konti": [str(konto.id) for konto in konti],
            "tid": time.time(),
        }
        svar = redirect("web:vaelg_rolle")
    billet.glem(request, svar, noegle)
    return svar


def _om_sessionen(paastand: Paastand) -> dict[str, Any]:
    """What the session must remember of the statement, as JSON."""
    return {
        "doer": paastand.doer,
        "niveau": paastand.niveau,
        "session_til": paastand.session_til.isoformat() if paastand.session_til else "",
        "sessionsnoegle": paastand.sessionsnoegle,
        "navne_id": paastand.navne_id,
        "videre": paastand.videre,
    }


def _begynd(request: HttpRequest, konto: Konto, rolle: Rolle, om: dict[str, Any]) -> HttpResponseBase:
    spor = request.spor  # type: ignore[attr-defined]
    spor.aktoer = indlogning.begynd(
        request,
        konto,
        rolle,
        om["doer"],
        niveau=om["niveau"],
        session_til=datetime.fromisoformat(om["session_til"]) if om["session_til"] else None,
        sessionsnoegle=om["sessionsnoegle"],
        navne_id=om["navne_id"],
    )
    spor.rute, spor.art = f"log_ind_{om['doer'].split(':')[0]}", log.Art.LOGIN
    if spor.aktoer is None:  # from the citizens' door, and known nowhere
        return redirect("web:fuldmagt_kode")
    return redirect(om["videre"] or "web:forside")


@aaben
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def vaelg_rolle(request: HttpRequest) -> HttpResponseBase:
    """More than one role: she says which she works in now. Shown once, right after the door."""
    om = request.session.get(VALG)
    if not om or om["tid"] < time.time() - VALGETS_LEVETID:
        request.session.pop(VALG, None)
        return redirect("web:log_ind")
    muligheder = {
        f"{konto.id}:{rolle}": (konto, Rolle(rolle))
        for konto in Konto.objects.filter(id__in=om["konti"], is_active=True, medarbejder__aktiv=True)
        .select_related("medarbejder__organisation")
        .order_by("medarbejder__organisation__navn")
        for rolle in konto.roller
    }
    if request.method == "POST":
        valgt = muligheder.get(request.POST.get("rolle", ""))
        if valgt:
            request.session.pop(VALG, None)
            request.spor.behold = True  # type: ignore[attr-defined]
            return _begynd(request, *valgt, om)
    grupper: dict[str, list[dict[str, str]]] = {}
    for vaerdi, (konto, rolle) in muligheder.items():
        grupper.setdefault(konto.medarbejder.organisation.navn, []).append(
            {"vaerdi": vaerdi, "navn": _(rolle.label)}
        )
    fejl = request.method == "POST"
    return render(
        request, "web/login/vaelg_rolle.html", {"grupper": grupper, "fejl": fejl}, status=422 if fejl else 200
    )
