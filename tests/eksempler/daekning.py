"""What the examples lack: for each rule its sides and its edges, and every provision, code and reading of the law.

Each function takes the examples and returns what is missing, in words; none of them says anything when all is there.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import ModuleType
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import rehabteam.lov
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.kontrakt.svar import spoerg
from rehabteam.lov.stykke import STYKKER
from rehabteam.lov.tvivl import TVIVL
from rehabteam.lov.vurdering import Grund, Grundslag, Mangel, SkalVurderes, Vurdering
from tests.eksempler.laes import EKSEMPLER, KANTER, Eksempel

MODULER = [
    importlib.import_module(m.name) for m in pkgutil.walk_packages(rehabteam.lov.__path__, "rehabteam.lov.")
]
Eksempler = Sequence[Eksempel]
KUN_TIL_ORIENTERING = {
    (
        "bek2408.par17",
        "indsatser.bevilget",
    ): "At en indsats er bevilget, er ikke, at den er begyndt (stk. 1).",
    ("bek2408.par17", "tidligere_teammoede"): "Uret begynder ved forløbets start, ikke ved mødet (T25).",
    ("bek2408.par17", "afgoerelse"): "Uret begynder ved forløbets start, ikke ved afgørelsen.",
    ("bek2408.par17", "ansaettelse_begyndt"): "Stk. 4 ser på timerne, ikke på ansættelsen.",
    ("bek2408.par17", "anden_uddannelse.fra"): "Kun STU undtager (stk. 6).",
    ("bek2408.par17", "anden_uddannelse.til"): "Kun STU undtager (stk. 6).",
    (
        "bek2408.par20",
        "indsats_ivaerksat",
    ): "Stk. 2 spørger, om indsatsen kom før mødet; dagen selv afgør intet.",
    ("bek2408.par20", "indsendt"): "En sag er forelagt den dag, teamet holder møde (T15).",
}
"""Dates that are kept and decide nothing, and why; that they decide nothing is tested too."""


@cache
def _besvaret(nr: int) -> tuple[dict[str, Any], Vurdering | None]:
    return spoerg(_EFTER_NR[nr].spoergsmaal)


_EFTER_NR = {id(e): e for e in EKSEMPLER}


def besvaret(eksempel: Eksempel) -> tuple[dict[str, Any], Vurdering | None]:
    """The answer and the Vurdering behind it (None: invalid), asked for once."""
    _EFTER_NR.setdefault(id(eksempel), eksempel)
    return _besvaret(id(eksempel))


# --- Both sides, and a missing fact ---------------------------------------------------------------------


def svaret_er(eksempel: Eksempel) -> str:
    """Whether the rule's question is answered "ja" or "nej" here, read off the answer; else ""."""
    svar, _ = besvaret(eksempel)
    status = svar.get("status")
    if status in ("UGYLDIGE_DATA", "MANUEL_VURDERING"):
        return ""
    ja: bool | None
    match "par02" if eksempel.fil == "par02" else eksempel.regel.partition(".")[2]:
        case "par01":
            ja = svar["skal_forelaegges"]
        case "par02":
            ja = svar["forberedende_del_kraeves"]
        case "par17":
            ja = status == "SKAL_GENBEHANDLES"
        case "par20":
            ja = status == "RETTIDIG" or (status is None and svar["omfattet_par20"])
        case "frist":
            ja = status != "FOR_SENT"
        case "par28":
            ja = status == "BESKYTTET"
        case "par36":
            ja = status not in ("FOR_SENT", "OVERSKREDET")
        case "kategori":
            ja = svar["reform"] is not None
        case _:
            ja = status == "FULDSTAENDIG"
    return "ja" if ja else "nej"


def noget_mangler(eksempel: Eksempel) -> bool:
    """A null or a blank text among the facts, or the answer itself names what is not filled in."""
    svar, _ = besvaret(eksempel)
    tomt = any(v is None or (isinstance(v, str) and not v.strip()) for _, v in blade(eksempel.fakta))
    return tomt or bool(svar.get("valideringsfejl"))


def sider(eksempler: Eksempler) -> list[str]:
    """For each rule a yes, a no and a missing fact, each of which is what it says."""
    mangler = []
    for regel in SPOERGSMAAL:
        egne = [e for e in eksempler if e.regel == regel]
        for side in ("ja", "nej"):
            if not any(e.viser == side and svaret_er(e) == side for e in egne):
                mangler.append(f"{regel}: ingen eksempler viser {side}")
        if not any(e.viser == "mangler" and noget_mangler(e) for e in egne):
            mangler.append(f"{regel}: ingen eksempler viser en oplysning, der mangler")
    return mangler


# --- The last day in, the first day out -----------------------------------------------------------------


def blade(vaerdi: Any, sti: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that is not a list or an object, with its path; list items are numbered."""
    if isinstance(vaerdi, dict):
        for noegle, v in vaerdi.items():
            yield from blade(v, f"{sti}.{noegle}" if sti else noegle)
    elif isinstance(vaerdi, list):
        for nr, v in enumerate(vaerdi):
            yield from blade(v, f"{sti}[{nr}]")
    else:
        yield sti, vaerdi


def uden_nummer(sti: str) -> str:
    """indsatser[0].paabegyndt → indsatser.paabegyndt"""
    return "".join(del_.partition("]")[2] if nr else del_ for nr, del_ in enumerate(sti.split("[")))


def datoer_og_tal(klasse: type, sti: str = "") -> Iterator[tuple[str, type]]:
    """The paths of all dates and numbers that a fact class can hold."""
    typer = get_type_hints(klasse, include_extras=True)
    for felt in fields(klasse):
        for art in _arter(typer[felt.name]):
            navn = f"{sti}.{felt.name}" if sti else felt.name
            if is_dataclass(art):
                yield from datoer_og_tal(art, navn)
            elif art in (date, int, float):
                yield navn, art


def _arter(art: Any) -> Iterator[type]:
    """The plain types inside a field's type."""
    if get_origin(art) is Annotated:
        yield from _arter(get_args(art)[0])
    elif get_args(art):
        for indre in get_args(art):
            yield from _arter(indre)
    elif isinstance(art, type):
        yield art


def svarets_datoer(eksempler: Eksempler, regel: str) -> list[str]:
    """The keys under which the rule answers with a date."""
    fundne = {
        navn
        for e in eksempler
        if e.regel == regel
        for navn, v in besvaret(e)[0].items()
        if isinstance(v, str) and _som_dato(v)
    }
    return sorted(fundne)


def _som_dato(v: Any) -> date | None:
    try:
        return date.fromisoformat(v) if isinstance(v, str) and len(v) == 10 else None
    except ValueError:
        return None


def skikkelse(eksempel: Eksempel) -> list[Any]:
    """The answer without its dates and sentences: status, figures, codes. Two sides of an edge differ in it."""
    svar, v = besvaret(eksempel)
    tal = sorted(
        (k, str(x)) for k, x in svar.items() if not isinstance(x, list) and not _som_dato(x) and k != "id"
    )
    if v is None:
        return [tal, svar["valideringsfejl"]]
    koder = [[m.kode for m in liste] for liste in (v.mangler, v.fejl, v.advarsler)]
    return [tal, koder, [g.kode for g in v.grunde]]


def er_par(inde: Eksempel, ude: Eksempel) -> bool:
    """The same facts but for one value, one step apart, that is what the pair is about; and another answer."""
    a, b = dict(blade(inde.fakta)), dict(blade(ude.fakta))
    forskelle = [sti for sti in a if sti in b and a[sti] != b[sti]]
    if a.keys() != b.keys() or len(forskelle) != 1 or skikkelse(inde) == skikkelse(ude):
        return False
    sti = forskelle[0]
    if not _et_skridt(a[sti], b[sti]):
        return False
    # The edge of an answer's date: the last day in is that very date.
    return uden_nummer(sti) == inde.om or a[sti] == besvaret(inde)[0].get(inde.om)


def _et_skridt(a: Any, b: Any) -> bool:
    fra, til = _som_dato(a), _som_dato(b)
    if fra and til:
        return abs((til - fra).days) == 1
    return isinstance(a, int | float) and isinstance(b, int | float) and abs(a - b) <= 1


def makker(eksempel: Eksempel, eksempler: Eksempler) -> Eksempel | None:
    """The other half of an edge."""
    inde = eksempel.viser in KANTER
    for anden in eksempler:
        if (anden.regel, anden.om) != (eksempel.regel, eksempel.om):
            continue
        a, b = (eksempel, anden) if inde else (anden, eksempel)
        if KANTER.get(a.viser) == b.viser and er_par(a, b):
            return anden
    return None


def kanter(eksempler: Eksempler) -> list[str]:
    """For each date and number among a rule's facts, and each date it answers with, both sides of its edge."""
    mangler = []
    for regel, s in SPOERGSMAAL.items():
        egne = [e for e in eksempler if e.regel == regel]
        kraevet = [
            (navn, "sidste_dag" if art is date else "sidste_tal")
            for navn, art in datoer_og_tal(s.fakta)
            if (regel, navn) not in KUN_TIL_ORIENTERING
        ]
        kraevet += [(navn, "sidste_dag") for navn in svarets_datoer(EKSEMPLER, regel)]
        for navn, viser in kraevet:
            if not any(e.viser == viser and e.om == navn and makker(e, egne) for e in egne):
                mangler.append(f"{regel}: {navn} har ikke både {viser} og {KANTER[viser]}")
    return mangler


# --- Every provision, every sentence, every reading -----------------------------------------------------


def provisioner(eksempler: Eksempler) -> list[str]:
    """Each provision with a function is cited by an example, itself or one of its own parts."""
    citeret = {h for e in eksempler for h in e.hjemmel}
    return [
        f"{hjemmel}: intet eksempel"
        for hjemmel in dict.fromkeys(str(s.hjemmel) for s in STYKKER if s.funktion is not None)
        if not any(c == hjemmel or c.startswith(f"{hjemmel}, ") for c in citeret)
    ]


def _i_modulerne(moduler: Iterable[ModuleType]) -> Iterator[Any]:
    for modul in moduler:
        for vaerdi in vars(modul).values():
            yield from vaerdi.values() if isinstance(vaerdi, dict) else (vaerdi,)


def _grunde_i(detaljer: Any) -> Iterator[Grund]:
    """The grounds that are only shown: one for each effort, period or outcome."""
    if isinstance(detaljer, Grund):
        yield detaljer
    elif isinstance(detaljer, tuple):
        for x in detaljer:
            yield from _grunde_i(x)
    elif is_dataclass(detaljer):
        for felt in fields(detaljer):
            yield from _grunde_i(getattr(detaljer, felt.name))


def saetninger(eksempler: Eksempler) -> list[str]:
    """Every requirement, judgement and kind of ground that stands in the law's modules is in some answer."""
    krav: set[tuple[str, str]] = set()
    grunde: set[str] = set()
    for e in eksempler:
        v = besvaret(e)[1]
        if v is None:
            continue
        krav |= {(m.kode, m.tekst) for m in (*v.mangler, *v.fejl, *v.advarsler)}
        krav |= {(s.noegle, s.spoergsmaal) for s in v.skal_vurderes}
        grunde |= {g.kode for g in v.grunde}
        grunde |= {g.kode for g in _grunde_i(v.detaljer)}
    mangler: list[str] = []
    for x in _i_modulerne(MODULER):
        match x:
            case Mangel() if (x.kode, x.tekst) not in krav:
                mangler.append(f"{x.kode}: {x.tekst}")
            case SkalVurderes() if (x.noegle, x.spoergsmaal) not in krav:
                mangler.append(f"{x.noegle}: {x.spoergsmaal}")
            case Grund() | Grundslag() if x.kode not in grunde:
                mangler.append(f"grunden {x.kode} ({x.hjemmel})")
    return list(dict.fromkeys(mangler))


def laesninger(eksempler: Eksempler) -> list[str]:
    """Each reading that is shown beside the answer makes a difference in an example that says so."""
    forskel = {
        e.om
        for e in eksempler
        if e.viser == "laesning"
        and (v := besvaret(e)[1])
        and any(x.nr == e.om and x.forskel for x in v.laesninger)
    }
    return [
        f"{t.nr}: intet eksempel, hvor den anden læsning gør en forskel"
        for t in TVIVL.values()
        if t.vises and t.nr not in forskel
    ]


ALLE: tuple[Callable[[Eksempler], list[str]], ...] = (sider, kanter, provisioner, saetninger, laesninger)
