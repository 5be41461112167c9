"""The sundhedskoordinator's own cases: what is next, what is new, what is signed."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from rehabteam.lov.udgaver import for_proceduren
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek import indbakke as udtraek
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.sager.udtraek.flytninger import saet_flyttet_fra
from rehabteam.sager.udtraek.moeder import FAERDIGE
from rehabteam.web.byggesten import fristmaerke
from rehabteam.web.byggesten.fristmaerke import Fristmaerke
from rehabteam.web.laest import laeste
from rehabteam.web.ret import kraever

LAENGST = 25
SNART = 10  # days before the meeting from which the badge is amber


@dataclass(frozen=True, slots=True)
class Raekke:
    """One of her cases. `notat`: "underskrevet", "tillaeg" (an unsigned addition), "kladde" or ""."""

    sag: Sag
    maerke: Fristmaerke | None
    dokumenter: int
    nye: int
    ulaeste: int
    notat: str


@kraever("mine_sager.se")
def mine_sager(request: HttpRequest) -> HttpResponse:
    hvem, dag = request.aktoer, request.dag  # type: ignore[attr-defined]
    sager = list(udtraek.mine(hvem))
    kommende = [s for s in sager if s.tilstand not in FAERDIGE]
    holdte = [s for s in reversed(sager) if s.tilstand in FAERDIGE]
    vist = holdte if "alle" in request.GET else holdte[:LAENGST]
    request.spor.viser(*(sag.borger_id for sag in (*kommende, *vist)))  # type: ignore[attr-defined]
    saet_flyttet_fra(kommende)
    laest = laeste(hvem, (d.sha256 for s in (*kommende, *vist) for d in sagsbillede.gyldige(s)))
    til_moede = [
        _raekke(s, laest, fristmaerke.dage(s.moede.dato, dag, SNART) if s.moede else None) for s in kommende
    ]
    kontekst = {
        "mangler": [r for r in til_moede if r.notat in ("", "kladde")],
        "skrevet": [r for r in til_moede if r.notat in ("underskrevet", "tillaeg")],
        "holdte": [_raekke(s, laest, None) for s in vist],
        "antal_holdte": len(holdte) if len(vist) < len(holdte) else 0,
        "i_dag": dag,
        "udgaver": [for_proceduren("frist", dag)],
    }
    return render(request, "web/region/mine_sager.html", kontekst)


def _raekke(sag: Sag, laest: set[str], maerke: Fristmaerke | None) -> Raekke:
    dokumenter = sagsbillede.gyldige(sag)
    return Raekke(
        sag,
        maerke,
        len(dokumenter),
        sum(1 for d in dokumenter if d.fulgte_med_id is None),
        sum(1 for d in dokumenter if d.sha256 not in laest),
        _notat(sag),
    )


def _notat(sag: Sag) -> str:
    notater = list(sag.sundhedsnotat_raekker.all())
    underskrevet = any(n.underskrevet_tid for n in notater)
    kladde = any(not n.underskrevet_tid for n in notater)
    if underskrevet:
        return "tillaeg" if kladde else "underskrevet"
    return "kladde" if kladde else ""
