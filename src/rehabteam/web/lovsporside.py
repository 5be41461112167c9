"""What the pages of the law show, put in order: a § with its examples, and the full answer to a question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.lov.kontrakt.forklar import OVERSKRIFT
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import REGLER
from rehabteam.lov.vurdering import BESVARET, MANUEL_VURDERING, Mangel, Vurdering
from rehabteam.lovspor import eksempler, i_ord
from rehabteam.lovspor.eksempler import VISER, Eksempel
from rehabteam.lovspor.paragraffer import PARAGRAFFER, REGELNAVNE, Paragraf
from rehabteam.lovspor.spor import Led, Spor
from rehabteam.lovspor.steder import OFFENTLIGT, Sted

from . import laesninger
from .byggesten import optaelling, tidslinje
from .regellinje import regellinje

GROENNE = frozenset({"FULDSTAENDIG", "RETTIDIG", "INDSATS_RETTIDIG"})
TEGNES = (2000, 2100)
RAEKKEFOELGE = frozenset({"til", "plan_til", "afsluttet"})
"""Facts that are refused for standing before another date: they can be typed all the same."""
ROEDE = frozenset({"MANGELFULD", "FEJL", "FOR_SENT", "SKAL_GENBEHANDLES"})


@dataclass(frozen=True, slots=True)
class Eksempelrad:
    """An example as a row a jurist can read; `ident` is empty where the same example stands further up."""

    eksempel: Eksempel
    ident: str
    viser: str
    fakta: list[i_ord.Linje]
    svar: list[str]
    proev_url: str


@dataclass(frozen=True, slots=True)
class Stykkerad:
    """One provision with its rows of examples and its places."""

    led: Led
    rader: list[Eksempelrad]
    steder: list[dict[str, str]]


def paragraf(spor: Spor) -> dict[str, Any]:
    """The values of the page of one §."""
    p = spor.paragraf
    sete: set[str] = set()
    overalt = _faelles_steder(spor)
    return {
        "p": p,
        "led": [
            {"tekst": _("Loven, paragraf for paragraf"), "url": reverse("web:lovspor")},
            {"tekst": p.navn},
        ],
        "regler": [proev_regel(p, regel) for regel in p.regler],
        "stykker": [
            Stykkerad(
                led,
                [_rad(p, e, sete) for e in led.eksempler],
                [_sted(s) for s in led.steder if s not in overalt],
            )
            for led in spor.led
        ],
        "steder": [_sted(s) for s in overalt],
        "kun_reglen": not spor.steder and any(led.har_kode for led in spor.led),
        "antal": len(spor.eksempler),
        "valg": [laesninger.Valg(t, laesninger.HVORFOR[t.nr]) for t in p.tvivl],
        "udgaver": regellinje(spor.udgaver),
        "udgave_tvivl": True,
        "naboer": _naboer(p),
    }


def _faelles_steder(spor: Spor) -> list[Sted]:
    """The places where every provision with code shows: told once for the whole §."""
    med_kode = [led.steder for led in spor.led if led.har_kode]
    return [s for s in spor.steder if all(s in steder for steder in med_kode)]


def _naboer(p: Paragraf) -> list[dict[str, str]]:
    """The § before and the § after."""
    alle = list(PARAGRAFFER.values())
    nr = alle.index(p)
    return [
        {"tekst": f"{n.navn}: {n.emne}", "url": reverse("web:lovspor_paragraf", args=[n.slug]), "hvor": hvor}
        for n, hvor in (
            (alle[nr - 1] if nr else None, "prev"),
            (alle[nr + 1] if nr + 1 < len(alle) else None, "next"),
        )
        if n
    ]


def proev_regel(p: Paragraf, regel: str) -> dict[str, str]:
    """A rule that can be tried from this §: the question it answers, and its address."""
    r = REGLER[regel]
    return {
        "navn": REGELNAVNE[regel],
        "url": reverse("web:lovspor_proev", args=[p.slug, r.emne]),
    }


def kan_proeves(e: Eksempel) -> bool:
    """Can its facts be typed? Those refused for an unknown key or a wrong type can only be asked as JSON."""
    hoved, vurdering = eksempler.svar(e.id)
    return vurdering is not None or all(
        sti.rpartition(".")[2] in RAEKKEFOELGE for sti in hoved["valideringsfejl"]
    )


def _rad(p: Paragraf, e: Eksempel, sete: set[str]) -> Eksempelrad:
    her = e.regel if e.regel in p.regler and kan_proeves(e) else ""
    url = reverse("web:lovspor_proev", args=[p.slug, REGLER[her].emne]) + f"?eksempel={e.id}" if her else ""
    ident = "" if e.id in sete else e.id
    sete.add(e.id)
    return Eksempelrad(
        e,
        ident,
        VISER.get(e.viser, ""),
        i_ord.fakta(e.regel, e.fakta),
        i_ord.svar(*eksempler.svar(e.id)),
        url,
    )


def _sted(s: Sted) -> dict[str, str]:
    """A place in words; a link only where anybody may go there and no case is needed."""
    url = reverse(f"web:{s.adresse}") if s.hvem == OFFENTLIGT and s.adresse else ""
    return {"titel": s.titel, "hvem": s.hvem, "url": url, "handling": s.handling}


def svar(v: Vurdering, fakta: Mapping[str, Any]) -> dict[str, Any]:
    """The full answer: status, figures, what was found, grounds, judgements, readings, changes, edition."""
    tal = i_ord.tal(v, dag)
    overskrift = f"{tal[0][0]}: {tal[0][1]}" if v.status == BESVARET and tal else OVERSKRIFT[v.status]
    return {
        "overskrift": overskrift,
        "tone": _tone(v.status),
        "tal": tal[1:] if v.status == BESVARET else tal,
        "fundet": [
            {"overskrift": navn, "status": status, "punkter": fundne}
            for navn, status, fundne in (
                ("Mangler", "mangler", v.mangler),
                ("Det må ikke være der", "fejl", v.fejl),
                ("Godt at vide", "ikke_angivet", v.advarsler),
            )
            if fundne
        ],
        **_tegnet(v, fakta),
        "grunde": _uden_gentagelser(v),
        "skal_vurderes": v.skal_vurderes,
        "laesninger": v.laesninger,
        "aendrer": v.aendrer,
        "ikke_udfyldt": [i_ord.sted_i_ord(sti) for sti in v.valideringsfejl],
        "fakta": i_ord.fakta(v.regel, fakta),
        "json": json.dumps({"id": "1", "regel": v.regel, "fakta": dict(fakta)}, ensure_ascii=False),
    }


def _tegnet(v: Vurdering, fakta: Mapping[str, Any]) -> dict[str, Any]:
    """§ 17 as a line of time and as a count. Far off in the calendar there is nothing to see on a line."""
    if v.regel != "bek2408.par17":
        return {}
    laest = SPOERGSMAAL[v.regel].laes(fakta)
    pr = laest.vurderingsdato
    if not all(TEGNES[0] <= d.year <= TEGNES[1] for d in (laest.forloeb_start, pr)):
        return {}
    linjen = tidslinje.af_vurdering(laest, v, i_dag=pr, pr=pr)
    d = v.detaljer
    return {
        "billeder": tidslinje.tegn(replace(linjen, vis_i_dag=False)),
        "optalt": optaelling.raekker(d.segmenter, d.n, d.frist),
    }


def _tone(status: str) -> str:
    if status in GROENNE:
        return "groen"
    return "roed" if status in ROEDE else "gul" if status == MANUEL_VURDERING else ""


def _uden_gentagelser(v: Vurdering) -> list[Any]:
    """The grounds that are not already told as something missing or to be judged."""
    sagt: set[str] = {m.tekst for m in _alle_fundne(v)} | {s.spoergsmaal for s in v.skal_vurderes}
    return [g for g in v.grunde if g.tekst not in sagt]


def _alle_fundne(v: Vurdering) -> tuple[Mangel, ...]:
    return (*v.mangler, *v.fejl, *v.advarsler)
