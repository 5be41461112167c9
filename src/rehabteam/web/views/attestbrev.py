"""The request for a certificate as a letter: to the doctor, by the citizen's hand or as the kommune usually sends it."""

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from rehabteam import breve
from rehabteam.lov.bek2408_2021.par04 import ORDINAER
from rehabteam.lov.retssikkerhedsloven.undtagelse import UNDTAGELSER
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.attestformer import ANMODET
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Attestskridt, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.udtraek import attester as udtraek
from rehabteam.web.byggesten import datoer
from rehabteam.web.filsvar import filsvar, kan_ikke_hentes
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag

from .attester import FORVENTET

S = Attestskridt.Slags
# What the ordinary certificate must hold, as a doctor is asked for it (§ 4, stk. 3, nr. 1-4).
PUNKTER = (
    "De helbredsforhold, der betyder noget for, hvordan borgeren kan hjælpes i job eller uddannelse eller blive i sin "
    "egen virksomhed.",
    "De særlige hensyn, der skal tages til helbredet i det videre forløb.",
    "Dine kommentarer til, hvordan borgeren selv ser på sit helbred og på arbejde.",
    "Andet af betydning for arbejde eller uddannelse, fx sociale forhold eller misbrug.",
)

# The day a deadline is counted from, as the doctor knows it.
EFTER = {
    ANMODET: "efter dette brevs dato",
    S.UDLEVERET: "efter, at borgeren fik brevet",
    S.HOS_LAEGEN: "efter, at du fik brevet af borgeren",
    S.TID_BESTILT: "efter den dag, borgeren har fået tid",
    S.KONSULTATION: "efter konsultationen",
}


@kraever("registrer_attestskridt")
def brev(request: HttpRequest, sag_id: UUID, anmodning_id: UUID) -> HttpResponse:
    """A PDF for an open request. Nothing is kept: that it was handed over is noted by the person who did it."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "registrer_attestskridt", sag)
    rader = udtraek.sagens(request.aktoer, sag.id, request.dag)
    rad = next((r for r in rader if r.anmodning.id == anmodning_id and r.aaben), None)
    if rad is None:
        raise Http404
    try:
        with override("da"):  # letters are Danish
            pdf = _saet(request, sag, rad)
    except breve.TegnFejl as fejl:
        return kan_ikke_hentes(request, 422, _("Brevet kan ikke laves"), str(fejl))
    return filsvar(pdf, "application/pdf", "anmodning-om-attest.pdf")


def _saet(request: HttpRequest, sag: Sag, rad: udtraek.Attestrad) -> bytes:
    a, aktoer = rad.anmodning, request.aktoer  # type: ignore[attr-defined]
    ordinaer = FORVENTET.get(a.form) == ORDINAER
    return breve.attestanmodning(
        {
            "afsender": {"navn": aktoer.organisation_navn},
            "sagsnummer": sag.nummer,
            "borger": {"navn": sag.borger.navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
            "dato": request.dag.isoformat(),  # type: ignore[attr-defined]
            "til": a.til,
            "nummer": rad.form.nummer,
            "anmodes": rad.form.anmodes,
            "navn": rad.form.navn or rad.form.nummer,
            "sagens_art": str(art(sag).navn),
            "oplysninger": sag.borger.uden_navn(a.oplysninger),
            "fremmoede": S.UDLEVERET in rad.form.skridt,
            "punkter": list(PUNKTER) if ordinaer else [],
            "frister": _frister(rad),
            "betaling_hjemmel": str(bek(4, 4)) if ordinaer else None,
            "samtykke": a.samtykke.givet.isoformat() if a.samtykke else None,
            "undtagelse": str(UNDTAGELSER[a.undtagelse]) if a.undtagelse else None,
            "underskrift": {"navn": aktoer.navn, "organisation": aktoer.organisation_navn},
            "demo": settings.DEMO,
        }
    )


def _frister(rad: udtraek.Attestrad) -> list[str]:
    """The deadlines as the doctor reads them; none when nobody has said one."""
    if rad.anmodning.svarfrist:
        return [f"Konsultationen skal være holdt senest {datoer.saetning(rad.anmodning.svarfrist)}."]
    return [f"Attesten skal være hos kommunen senest {f.dage} dage {EFTER[f.fra]}." for f in rad.form.frister]
