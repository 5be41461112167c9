"""The sundhedskoordinator's own cases: what is next, what is new, what is signed."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek import indbakke as udtraek
from rehabteam.web.models import Laest
from rehabteam.web.ret import kraever

FAERDIGE = frozenset({Sag.Tilstand.INDSTILLET, Sag.Tilstand.PLAN_LAGT, Sag.Tilstand.AFSLUTTET})


@dataclass(frozen=True, slots=True)
class Raekke:
    """One of her cases. `notat`: "underskrevet", "kladde" or ""."""

    sag: Sag
    dokumenter: int
    nye: int
    ulaeste: int
    notat: str


@kraever("mine_sager.se")
def mine_sager(request: HttpRequest) -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    sager = list(udtraek.mine(hvem))
    request.spor.viser(*(sag.borger_id for sag in sager))  # type: ignore[attr-defined]
    laest = set(Laest.objects.filter(medarbejder_id=hvem.medarbejder_id).values_list("sha256", flat=True))
    raekker = [_raekke(sag, laest) for sag in sager]
    return render(
        request,
        "web/region/mine_sager.html",
        {
            "kommende": [r for r in raekker if r.sag.tilstand not in FAERDIGE],
            "holdte": [r for r in raekker if r.sag.tilstand in FAERDIGE],
            "i_dag": request.dag,  # type: ignore[attr-defined]
        },
    )


def _raekke(sag: Sag, laest: set[str]) -> Raekke:
    dokumenter = [d for d in sag.dokument_raekker.all() if d.trukket_tilbage_tid is None]
    notater = list(sag.sundhedsnotat_raekker.all())
    underskrevet = any(n.underskrevet_tid for n in notater)
    return Raekke(
        sag,
        len(dokumenter),
        sum(1 for d in dokumenter if d.fulgte_med_id is None),
        sum(1 for d in dokumenter if d.sha256 not in laest),
        "underskrevet" if underskrevet else "kladde" if notater else "",
    )
