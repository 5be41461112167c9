"""Retssikkerhedsloven § 11 a: asking others about a citizen, on her consent. The wording is not verified.

https://www.retsinformation.dk/eli/lta/2022/265
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.fakta import UgyldigeFakta
from rehabteam.lov.fuldstaendig import afgoer
from rehabteam.lov.ord import dag as i_ord
from rehabteam.lov.regel import regel
from rehabteam.lov.retssikkerhedsloven.par11c import uden_samtykke as par11c_uden_samtykke
from rehabteam.lov.retssikkerhedsloven.par12 import konsekvenser
from rehabteam.lov.retssikkerhedsloven.undtagelse import (
    KILDE,
    STK2,
    STK3,
    STK4,
    UDEN_SAMTYKKE,
    Ord,
    Undtagelse,
    er_besluttet,
    mangler_i,
)
from rehabteam.lov.stykke import stykke
from rehabteam.lov.vurdering import Grund, Grundslag, Hjemmel, Mangel, SkalVurderes, Udgave, Vurdering

STK1 = Hjemmel(KILDE, "11 a", 1)
UDGAVE = Udgave(
    KILDE,
    "Svaret følger retssikkerhedslovens regler om samtykke (lovbekendtgørelse 265 af 2022).",
    (
        "Lovens ordlyd og senere ændringer er ikke efterprøvet her. Læs undtagelserne hos Retsinformation, før "
        "en af dem bruges.",
    ),
)

HVILKE = Mangel("HVILKE_OPLYSNINGER", STK1, "Det står ikke, hvilke oplysninger der bedes om.")
HOS_HVEM = Mangel("HOS_HVEM", STK1, "Det står ikke, hvem der bedes om oplysningerne.")
HVILKEN_SAG = Mangel("HVILKEN_SAG", STK1, "Det står ikke, hvilken sag oplysningerne skal bruges i.")
INTET = Mangel("INTET_SAMTYKKE", STK1, "Der er intet samtykke fra borgeren.")
SAMTYKKETS_DELE = {
    "oplysninger": Mangel(
        "SAMTYKKE_OPLYSNINGER", STK1, "Samtykket siger ikke, hvilke oplysninger der må hentes."
    ),
    "kilde": Mangel("SAMTYKKE_KILDE", STK1, "Samtykket siger ikke, hvem oplysningerne må hentes hos."),
    "sag": Mangel("SAMTYKKE_SAG", STK1, "Samtykket siger ikke, hvilken sag det gælder."),
}
UPRAECIST = Mangel(
    "UPRAECIST",
    STK1,
    "Samtykket er for bredt. Det skal sige præcist, hvad der må hentes; »alt relevant« er ikke nok.",
)
UDEN_DATO = Mangel("IKKE_GIVET", STK1, "Det fremgår ikke, hvornår samtykket er givet.")
IKKE_FORUD = Mangel(
    "IKKE_FORUD", STK1, "Samtykket er givet senere. Det skal være givet, før der bedes om noget."
)
TILBAGEKALDT = Mangel("TILBAGEKALDT", STK1, "Borgeren har trukket samtykket tilbage.")
UDLOEBET = Mangel("UDLOEBET", STK1, "Samtykket gælder ikke længere. Borgeren satte selv en slutdato.")
ANDEN_KILDE = Mangel("ANDEN_KILDE", STK1, "Samtykket gælder oplysninger fra en anden.")
ANDEN_SAG = Mangel("ANDEN_SAG", STK1, "Samtykket gælder en anden sag.")
ANDRE_OPLYSNINGER = Mangel("ANDRE_OPLYSNINGER", STK1, "Samtykket dækker ikke de oplysninger, der bedes om.")
VAGE_ORD = Mangel(
    "VAGE_ORD",
    STK1,
    "I samtykket står ord som »alt«, »alle« eller »relevant«. Se efter, om borgeren kan vide, hvad samtykket "
    "gælder.",
)
VAGE = frozenset({"al", "alt", "alle", "relevant", "relevante", "diverse", "mv", "m.v", "osv"})

ER_DET_PRAECIST = SkalVurderes(
    "praecist",
    "Siger samtykket præcist, hvilke oplysninger der må hentes, hos hvem og til hvilken sag?",
    STK1,
)
DAEKKER_DET = SkalVurderes("daekker", "Dækker samtykket netop de oplysninger, der bedes om?", STK1)
SAMTYKKET = Grundslag(
    "samtykke",
    STK1,
    lambda givet: (
        f"Borgeren gav sit samtykke {i_ord(givet)}. Det gælder oplysningerne, den, der spørges, og sagen."
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Samtykke:
    """What the citizen said yes to. `til`: the last day, where she set one; `praecist`: a human's judgement."""

    oplysninger: Ord | None = None
    kilde: Ord | None = None
    sag: Ord | None = None
    givet: date | None = None
    praecist: bool | None = None
    konsekvenser_oplyst: bool | None = None
    til: date | None = None
    tilbagekaldt: date | None = None

    def __post_init__(self) -> None:
        if self.til is not None and self.givet is not None and self.til < self.givet:
            raise UgyldigeFakta("til")


@dataclass(frozen=True, slots=True, kw_only=True)
class Par11a:
    """A request on one day: what, from whom, for which case; and the consent or the exception it rests on.

    daekker: a human's judgement of whether the consent covers what is asked for. What is not said is missing.
    """

    dag: date
    oplysninger: Ord | None = None
    kilde: Ord | None = None
    sag: Ord | None = None
    samtykke: Samtykke | None = None
    daekker: bool | None = None
    undtagelse: Undtagelse | None = None


@regel("rsl.par11a", Hjemmel(KILDE, "11 a"))
def maa_indhentes(fakta: Par11a) -> Vurdering:
    """May the information be asked for on that day?"""
    bedt = bedt_om(fakta)
    u = fakta.undtagelse
    if u is not None and u.hjemmel is not None and uden_samtykke(u, fakta.dag):
        grund = UDEN_SAMTYKKE[u.hjemmel](str(u.besluttet_af).strip(), u.dato)
        return afgoer("rsl.par11a", UDGAVE, grund, mangler=bedt)
    mangler, skoen, advarsler = samtykket(fakta)
    if u is not None and (mangler or skoen):
        mangler = [*mangler, mangler_i(u)]
    return afgoer(
        "rsl.par11a",
        UDGAVE,
        _paa_samtykket(fakta),
        mangler=[*bedt, *mangler],
        skoen=skoen,
        advarsler=advarsler,
    )


def _paa_samtykket(fakta: Par11a) -> Grund:
    """The ground of a consent that holds; only used when one does."""
    return SAMTYKKET(fakta.samtykke.givet if fakta.samtykke else None)


def bedt_om(fakta: Par11a) -> list[Mangel]:
    """The request itself must say what, from whom, for which case."""
    dele = ((fakta.oplysninger, HVILKE), (fakta.kilde, HOS_HVEM), (fakta.sag, HVILKEN_SAG))
    return [mangel for tekst, mangel in dele if _tom(tekst)]


@stykke(
    STK1,
    "Kommunen kan bede andre om oplysninger, når borgeren på forhånd har sagt ja til præcist hvilke, hos hvem og "
    "til hvilken sag.",
)
def samtykket(fakta: Par11a) -> tuple[list[Mangel], list[SkalVurderes], list[Mangel]]:
    """What lacks in the consent for this request, what a human has not judged, and what to look at."""
    s = fakta.samtykke
    if s is None:
        return [INTET], [], []
    mangler = [m for navn, m in SAMTYKKETS_DELE.items() if _tom(getattr(s, navn))]
    mangler += gaelder(s, fakta.dag)
    if not _ens(s.kilde, fakta.kilde):
        mangler.append(ANDEN_KILDE)
    if not _ens(s.sag, fakta.sag):
        mangler.append(ANDEN_SAG)
    skoen = []
    for svar, nej, spoergsmaal in (
        (s.praecist, UPRAECIST, ER_DET_PRAECIST),
        (fakta.daekker, ANDRE_OPLYSNINGER, DAEKKER_DET),
    ):
        if svar is None:
            skoen.append(spoergsmaal)
        elif not svar:
            mangler.append(nej)
    mangler += konsekvenser(s.konsekvenser_oplyst)
    return mangler, skoen, [VAGE_ORD] if vagt(s.oplysninger) else []


def gaelder(s: Samtykke, dag: date) -> list[Mangel]:
    """Was it given by that day, and not withdrawn or run out? On its last day it still holds."""
    mangler = []
    if s.givet is None:
        mangler.append(UDEN_DATO)
    elif s.givet > dag:
        mangler.append(IKKE_FORUD)
    if s.tilbagekaldt is not None and s.tilbagekaldt <= dag:
        mangler.append(TILBAGEKALDT)
    if s.til is not None and s.til < dag:
        mangler.append(UDLOEBET)
    return mangler


def vagt(oplysninger: str | None) -> bool:
    """Are there words in it that say everything and nothing? An advice to a human, never a judgement."""
    return bool(VAGE & {o.strip(".,;:»«()").casefold() for o in (oplysninger or "").split()})


@stykke(STK2, "Nogle oplysninger kan hentes uden samtykke efter stk. 2, når et menneske har begrundet det.")
def stk2(undtagelse: Undtagelse, dag: date) -> bool:
    """What the stk. covers is not judged here: a person chooses it and writes the reason."""
    return undtagelse.hjemmel == "RSL_11A_STK_2" and er_besluttet(undtagelse, dag)


@stykke(STK3, "Nogle oplysninger kan hentes uden samtykke efter stk. 3, når et menneske har begrundet det.")
def stk3(undtagelse: Undtagelse, dag: date) -> bool:
    """As stk. 2."""
    return undtagelse.hjemmel == "RSL_11A_STK_3" and er_besluttet(undtagelse, dag)


@stykke(STK4, "Nogle oplysninger kan hentes uden samtykke efter stk. 4, når et menneske har begrundet det.")
def stk4(undtagelse: Undtagelse, dag: date) -> bool:
    """As stk. 2."""
    return undtagelse.hjemmel == "RSL_11A_STK_4" and er_besluttet(undtagelse, dag)


def uden_samtykke(undtagelse: Undtagelse, dag: date) -> bool:
    """Has a person recorded one of the four exceptions, with a reason?"""
    return any(vej(undtagelse, dag) for vej in (stk2, stk3, stk4, par11c_uden_samtykke))


def _tom(tekst: str | None) -> bool:
    return not (tekst or "").strip()


def _ens(a: str | None, b: str | None) -> bool:
    """The same words; where one says nothing, that is another mangel and not this one."""
    return _tom(a) or _tom(b) or " ".join(str(a).split()).casefold() == " ".join(str(b).split()).casefold()
