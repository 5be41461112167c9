"""Facts and answers in Danish words, for tables a jurist can read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from rehabteam.lov.kontrakt.forklar import OVERSKRIFT, TAL
from rehabteam.lov.ord import dato
from rehabteam.lov.vurdering import Mangel, Vurdering
from rehabteam.lovspor import feltnavne
from rehabteam.lovspor.felter import Felt, for_regel
from rehabteam.lovspor.valgnavne import NUMRE

Linje = tuple[str, str]
"""A fact or a figure: what it is, and its value in words."""
UGYLDIGE_FAKTA = "Fakta kan ikke passe sammen"


def fakta(regel: str, vaerdier: Mapping[str, Any]) -> list[Linje]:
    """The facts of a question, in the order of the form. What is not known to the rule is shown as it stands."""
    felter = for_regel(regel)
    linjer: list[Linje] = []
    tomme = []
    for felt in felter:
        if felt.noegle not in vaerdier:
            continue
        if felt.slags == "raekker" and vaerdier[felt.noegle] == []:
            tomme.append(felt.navn[:1].lower() + felt.navn[1:] if felt.navn != "STU" else felt.navn)
            continue
        linjer.append((felt.navn, vaerdi(_for_udfaldet(felt, vaerdier), vaerdier[felt.noegle])))
    if tomme:
        linjer.append(("Ingen", ", ".join(tomme)))
    kendte = {f.noegle for f in felter}
    return linjer + [(noegle, _raa(v)) for noegle, v in vaerdier.items() if noegle not in kendte]


def _for_udfaldet(felt: Felt, vaerdier: Mapping[str, Any]) -> Felt:
    """An indstilling's nr. 1 and 2 are one thing for fleksjob and another for a different effort."""
    egne = NUMRE.get(str(vaerdier.get("indstilling")), {}) if felt.noegle == "indeholder" else {}
    return (
        replace(felt, valg=tuple((kode, egne.get(kode, navn)) for kode, navn in felt.valg)) if egne else felt
    )


def vaerdi(felt: Felt, v: Any) -> str:
    """One value in words; a value of the wrong kind is shown as it stands."""
    if v is None:
        return ikke_besvaret(felt)
    if isinstance(v, bool):
        return "ja" if v else "nej"
    if isinstance(v, str) and not v.strip():
        return "tomt"
    if felt.slags == "dato" and isinstance(v, str):
        return _dato(v)
    if felt.slags == "valg" and isinstance(v, str):
        return feltnavne.i_ord(felt.klasse, felt.noegle, v)
    if felt.slags == "flere" and isinstance(v, list):
        return _flere(felt, v)
    if felt.slags == "linjer" and isinstance(v, list):
        return "; ".join(str(x).strip() or "(tomt)" for x in v) or "intet"
    if felt.slags == "gruppe" and isinstance(v, dict):
        return _gruppe(felt, v)
    if felt.slags == "raekker" and isinstance(v, list):
        return ". ".join(_gruppe(felt, x) if isinstance(x, dict) else _raa(x) for x in v) or "ingen"
    return _raa(v).replace(".", ",") if felt.slags == "tal" else _raa(v)


def ikke_besvaret(felt: Felt) -> str:
    """What null says of this fact."""
    if felt.skoen:
        return "ikke vurderet"
    eget = feltnavne.null(felt.klasse, felt.noegle)
    if eget:
        return eget
    if felt.slags == "ja_nej":
        return "ikke besvaret"
    return "mangler" if felt.null_er_sit_eget or felt.slags in ("flere", "linjer") else "ikke oplyst"


def svar(hoved: Mapping[str, Any], v: Vurdering | None) -> list[str]:
    """The answer in short: its status, its figures, and the codes of what was found."""
    if v is None:
        steder = ", ".join(sted_i_ord(s) for s in hoved["valideringsfejl"])
        return [f"{UGYLDIGE_FAKTA}: {steder}"]
    linjer = [] if v.status == "BESVARET" else [OVERSKRIFT[v.status]]
    linjer += [f"{navn}: {tekst}" for navn, tekst in tal(v)]
    for overskrift, fundet in (("Mangler", v.mangler), ("Fejl", v.fejl), ("Godt at vide", v.advarsler)):
        linjer += _fundet(overskrift, fundet)
    linjer += [f"Skal vurderes: {s.spoergsmaal}" for s in v.skal_vurderes[:1]]
    if v.valideringsfejl:
        linjer.append(f"Ikke udfyldt: {', '.join(sted_i_ord(s) for s in v.valideringsfejl)}")
    return linjer


def _fundet(overskrift: str, fundet: tuple[Mangel, ...]) -> list[str]:
    """A few are told in full, many by their provisions."""
    if not fundet:
        return []
    if len(fundet) <= 2:
        return [f"{overskrift} ({m.hjemmel.kort}): {m.tekst}" for m in fundet]
    return [f"{overskrift}: {'; '.join(dict.fromkeys(m.hjemmel.kort for m in fundet))}"]


def tal(v: Vurdering, dagen: Callable[[date], str] = dato) -> list[Linje]:
    """The rule's own figures, the limit first; `dagen` writes a date."""
    linjer: list[Linje] = []
    if v.frist is not None and v.frist not in dict(v.svar).values():
        linjer.append(("Frist", dagen(v.frist)))
    for navn, x in v.svar:
        if not (navn == "undtagne_dage" and x == 0):
            linjer.append((TAL[navn], dagen(x) if isinstance(x, date) else _tal(navn, x)))
    return linjer


def _tal(navn: str, x: object) -> str:
    if x is None:
        return {"skal_forelaegges": "ikke afgjort", "formaal": "intet"}.get(navn, "–")
    if isinstance(x, bool):
        return "ja" if x else "nej"
    if isinstance(x, tuple):
        return ", ".join(str(del_) for del_ in x) or "alle"
    return {
        "fleksjob_foertidspension": "fleksjob og førtidspension",
        "sygedagpengereform": "sygedagpengereformen",
    }.get(str(x), str(x))


def sted_i_ord(sti: str) -> str:
    """A path of the contract in words: `undtagne_perioder[0].til` → "række 1, sidste dag"."""
    dele = []
    for led in sti.split("."):
        noegle, _, resten = led.partition("[")
        nummer = resten.partition("]")[0]
        navn = feltnavne.FELTER.get(noegle, noegle).rstrip("?")
        dele.append(f"{navn}, nr. {int(nummer) + 1}" if nummer.isdecimal() else navn)
    return ": ".join([dele[0], *(d[:1].lower() + d[1:] for d in dele[1:])])


def _flere(felt: Felt, v: list[Any]) -> str:
    """The chosen ones; where nearly all are there, those that are not."""
    navne = dict(felt.valg)
    mangler = [navn for kode, navn in navne.items() if kode not in v]
    if not v:
        return "intet"
    if not mangler:
        return "alt"
    if len(v) > 3 and len(mangler) <= 2 and all(x in navne for x in v):
        return f"alt undtagen {' og '.join(m[:1].lower() + m[1:] for m in mangler)}"
    return "; ".join(navne.get(x, _raa(x)) if isinstance(x, str | int) else _raa(x) for x in v)


def _gruppe(felt: Felt, v: Mapping[str, Any]) -> str:
    boern = {b.noegle: b for b in felt.boern}
    if {"fra", "til"} <= v.keys() and isinstance(v["fra"], str):
        til = "stadig i gang" if v["til"] is None else vaerdi(boern["til"], v["til"])
        spand = f"{vaerdi(boern['fra'], v['fra'])} – {til}"
        rest = [vaerdi(boern[n], x) for n, x in v.items() if n in boern and n not in ("fra", "til")]
        return ", ".join([spand, *rest])
    dele = []
    for noegle, x in v.items():
        barn = boern.get(noegle)
        if barn is None:
            dele.append(f"{noegle}: {_raa(x)}")
        elif barn.slags == "valg" and x is not None and noegle != "kilde":
            dele.append(vaerdi(barn, x))
        else:
            navn = barn.navn.rstrip("?")
            dele.append(f"{navn[:1].lower()}{navn[1:]}: {vaerdi(barn, x)}")
    return ", ".join(dele) or "uden oplysninger"


def _dato(v: str) -> str:
    try:
        return dato(date.fromisoformat(v))
    except ValueError:
        return v


def _raa(v: Any) -> str:
    return v if isinstance(v, str) else str(v)
