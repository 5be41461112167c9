"""About one document: what it is, what has been read in it, what a certificate holds, and where else it lies."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Dokument, Sag
from rehabteam.sager.sagsfakta import laege
from rehabteam.sager.udtraek.dokumentsoegning import samme_indhold

from .. import attestside
from ..bilagsliste import slagsnavn
from ..formularer.attest import PUNKTER
from ..ret import kraever
from ..sagsramme import hent_sag, ramme

ANDRE_VIST = 25


@kraever("dokumenter.se")
def om(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """The other cases are only those she may see; their citizens are in the access log like this one's."""
    sag = hent_sag(request, sag_id)
    dokument = get_object_or_404(
        Dokument.objects.select_related("gennemgang"), sag=sag, id=dokument_id, trukket_tilbage_tid=None
    )
    dokument.sag = sag
    aktoer = request.aktoer  # type: ignore[attr-defined]
    andre = list(samme_indhold(aktoer, dokument)[: ANDRE_VIST + 1])
    request.spor.viser(*{d.sag.borger_id for d in andre[:ANDRE_VIST]})  # type: ignore[attr-defined]
    side = dokument.vist_titel
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "d": dokument,
        "slags": slagsnavn(dokument.slags),
        "gennemgang": getattr(dokument, "gennemgang", None),
        "attest": _attest(sag, dokument),
        "maa_vurdere": har_ret(aktoer, "vurder_laegeattest", sag),
        "stk3": bek(4, 3),
        "andre": andre[:ANDRE_VIST],
        "flere_andre": len(andre) > ANDRE_VIST,
        "samme_borger": all(d.sag.borger_id == sag.borger_id for d in andre),
    }
    return render(request, "web/find/om_dokument.html", kontekst)


def _attest(sag: Sag, dokument: Dokument) -> dict[str, object] | None:
    """A certificate, and what somebody has found in it, point by point. None for another kind of paper."""
    fundet = next((v for v in laege.gaeldende(sag) if v.dokument_id == dokument.id), None)
    if fundet is None:
        return {"fundet": None} if dokument.slags == "laegeattest" else None
    ordinaer = fundet.kilde == "LAEGEATTEST_PL"
    return {
        "fundet": fundet,
        "kilde": str(attestside.KILDER[fundet.kilde]),
        "punkter": [(ord_, nr in fundet.punkter) for nr, ord_ in PUNKTER] if ordinaer else [],
    }
