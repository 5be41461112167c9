"""My own logins: where am I logged in, and the end of one I do not know. And the sign that somebody is writing."""

from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from rehabteam.sager.adgang import log
from rehabteam.sager.models import Rolle

from ..indgang import indlogning
from ..models import Indlogning
from ..ret import aaben

AFSLUTTEDE_I = timedelta(days=30)


@aaben
@require_safe
def mine_indlogninger(request: HttpRequest) -> HttpResponse:
    """Open to whoever is logged in, about her own account alone. An open view runs as the door, which reads logins."""
    if request.aktoer is None:  # type: ignore[attr-defined]
        return redirect("web:log_ind")
    nu, denne = timezone.now(), indlogning.aktuel(request)
    mine = Indlogning.objects.filter(konto=request.user).order_by("-tid")
    indhold = {
        "aabne": [_linje(i, denne) for i in mine.filter(slut=None, udloeber__gt=nu)],
        "lukkede": [_linje(i, denne) for i in mine.filter(slut__gt=nu - AFSLUTTEDE_I)[:20]],
        "minutter": settings.HVILE // 60,
    }
    svar = render(request, "web/login/mine_indlogninger.html", indhold)
    patch_cache_control(svar, no_store=True, private=True)
    return svar


def _linje(i: Indlogning, denne: Indlogning | None) -> dict[str, object]:
    return {
        "id": i.id,
        "tid": i.tid,
        "slut": i.slut,
        "udloeber": i.udloeber,
        "doer": _doerens_navn(i.doer),
        "rolle": Rolle(i.rolle).label if i.rolle in Rolle.values else i.rolle,
        "denne": denne is not None and i.id == denne.id,
    }


def _doerens_navn(doer: str) -> str:
    """What the provider is called here; a door that is gone keeps its id."""
    if doer == indlogning.LOKAL:
        return _("Lokal konto")
    slags, _kolon, id_ = doer.partition(":")
    liste = {"saml": settings.INDGANGE.saml, "oidc": settings.INDGANGE.oidc}.get(slags, ())
    return next((d.navn for d in liste if d.id == id_), doer)


@aaben
@require_POST
def afslut_indlogning(request: HttpRequest, indlogning_id: UUID) -> HttpResponse:
    """End one's own login, wherever its cookie is. Another's looks as one that never was."""
    if request.aktoer is None:  # type: ignore[attr-defined]
        return redirect("web:log_ind")
    spor = request.spor  # type: ignore[attr-defined]
    min_egen = get_object_or_404(Indlogning.objects.filter(konto=request.user), id=indlogning_id)
    denne = indlogning.aktuel(request)
    spor.rute, spor.art, spor.objekt = "log_ud", log.Art.LOGIN, min_egen.id
    indlogning.afslut(min_egen)
    if denne and denne.id == min_egen.id:
        logout(request)
        request.aktoer = None  # type: ignore[attr-defined]
        return redirect("web:log_ind")
    messages.success(request, _("Indlogningen er afsluttet. Den, der brugte den, skal logge ind igen."))
    return redirect("web:mine_indlogninger")


@aaben
@require_POST
def her(request: HttpRequest) -> HttpResponse:
    """»I am writing«: the login is kept awake by web/hvile.py. 401 says that it is too late."""
    return HttpResponse(status=204 if request.aktoer else 401)  # type: ignore[attr-defined]
