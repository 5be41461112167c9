"""Answers one question of the contract: a JSON object in, a JSON object out, never an exception."""

from __future__ import annotations

from typing import Any

from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.husk import husk
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL, Spoergsmaal
from rehabteam.lov.vurdering import BESVARET, Grundslag, SkalVurderes, Vurdering, jsonbar

UGYLDIGE_DATA = "UGYLDIGE_DATA"
TIL_LAESEREN = frozenset({"titel", "forventet", "hjemmel", "note"})
"""Keys of a question that only a reader needs."""
ALLE_NOEGLER = TIL_LAESEREN | {"id", "regel", "fakta"}
_UDELADT = object()


def besvar(spoergsmaal: Any, *, fuldt: bool = False) -> dict[str, Any]:
    """The answer to one question {id, regel, fakta}; `fuldt` adds readings and every ground's data.

    Invalid data gives the status UGYLDIGE_DATA with every offending path in `valideringsfejl`.
    """
    svar, vurdering = spoerg(spoergsmaal)
    if vurdering is None:
        return svar
    if fuldt:
        return {"id": svar["id"], **vurdering.som_json()}
    svar["grunde"] = [
        {"hjemmel": _hjemmel(slags), "tekst": slags.saetning(*data)} for slags, data in vurdering.grunde
    ]
    svar["udgave"] = vurdering.udgave.som_json()
    return svar


@husk
def _hjemmel(slags: Grundslag) -> str:
    """The full name of a ground's source."""
    return str(slags.hjemmel)


def spoerg(spoergsmaal: Any) -> tuple[dict[str, Any], Vurdering | None]:
    """The answer without its grounds and edition, and the Vurdering these are in; None where data are invalid."""
    if type(spoergsmaal) is not dict:
        return {"id": None, "status": UGYLDIGE_DATA, "valideringsfejl": ["$"]}, None
    nummer, regel = spoergsmaal.get("id"), spoergsmaal.get("regel")
    kendt = SPOERGSMAAL.get(regel) if type(regel) is str else None
    fakta = spoergsmaal.get("fakta", _UDELADT)
    if (
        kendt is None
        or type(nummer) not in (str, int)
        or fakta is _UDELADT
        # Three keys, and the three that must be there are: then there is no other to look for.
        or (len(spoergsmaal) > 3 and not spoergsmaal.keys() <= ALLE_NOEGLER)
    ):
        return _ugyldig(nummer, _stier(spoergsmaal, kendt)), None
    if type(fakta) is not dict:
        return _ugyldig(nummer, ["fakta"]), None
    try:
        vurdering = kendt.svar(kendt.laes(fakta))
    except UgyldigeFakta as fejl:
        return _ugyldig(nummer, list(fejl.stier)), None
    return _hoved(nummer, vurdering), vurdering


def _stier(spoergsmaal: dict[str, Any], kendt: Spoergsmaal | None) -> list[str]:
    """What is wrong with the question before its facts are looked at."""
    stier = [] if type(spoergsmaal.get("id")) in (str, int) else ["id"]
    if kendt is None:
        stier.append("regel")
    if "fakta" not in spoergsmaal:
        stier.append("fakta")
    return stier + [k for k in spoergsmaal if k not in ALLE_NOEGLER]


def _ugyldig(nummer: Any, stier: list[str]) -> dict[str, Any]:
    return {"id": nummer, "status": UGYLDIGE_DATA, "valideringsfejl": [s[:200] for s in stier]}


def _hoved(nummer: Any, v: Vurdering) -> dict[str, Any]:
    svar: dict[str, Any] = {"id": nummer, "regel": v.regel}
    if v.status != BESVARET:
        svar["status"] = v.status
    if v.regel.endswith(".par17"):
        svar["frist"] = None if v.frist is None else v.frist.isoformat()
    else:
        svar["mangler"] = [m.som_json() for m in v.mangler]
        svar["fejl"] = [m.som_json() for m in v.fejl]
        svar["advarsler"] = [m.som_json() for m in v.advarsler]
    for navn, vaerdi in v.svar:
        svar[navn] = jsonbar(vaerdi)
    if v.valideringsfejl:
        svar["valideringsfejl"] = list(v.valideringsfejl)
    if v.skal_vurderes:
        svar["skal_vurderes"] = [_skoen(s) for s in v.skal_vurderes]
    return svar


@husk
def _skoen(s: SkalVurderes) -> dict[str, Any]:
    return s.som_json()
