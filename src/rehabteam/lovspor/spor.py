"""The trail of each §: stk. by stk. in our words, the function, its examples, its places, or why there is none."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rehabteam.lov import love
from rehabteam.lov.regel import REGLER
from rehabteam.lov.stykke import Stykke, i_lovens_orden
from rehabteam.lov.udgaver import BEK2408, forbehold
from rehabteam.lov.vurdering import Hjemmel, Udgave
from rehabteam.lovspor import eksempler
from rehabteam.lovspor.eksempler import Eksempel
from rehabteam.lovspor.paragraffer import PARAGRAFFER, PROCEDURENS_ORDEN, Paragraf
from rehabteam.lovspor.steder import Sted, steder

PAKKER = Path(love.__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Kode:
    """Where a function stands in the repository: file, name; and the text of it."""

    fil: str
    navn: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Del:
    """One line of a provision in our words, and its function; None where there is none (`stykke.hvorfor`)."""

    stykke: Stykke
    kode: Kode | None


@dataclass(frozen=True, slots=True)
class Led:
    """One provision with all that is known of it."""

    hjemmel: Hjemmel
    dele: tuple[Del, ...]
    eksempler: tuple[Eksempel, ...]
    steder: tuple[Sted, ...]

    @property
    def har_kode(self) -> bool:
        return any(d.kode for d in self.dele)


@dataclass(frozen=True, slots=True)
class Spor:
    """One § with its provisions in the order of the law."""

    paragraf: Paragraf
    led: tuple[Led, ...]

    @property
    def eksempler(self) -> tuple[Eksempel, ...]:
        """The examples that are about the §, each once, in the order of the files."""
        return tuple(
            e
            for e in eksempler.alle().values()
            if any(_naevner(self.paragraf, naevnt) for naevnt in e.hjemmel)
        )

    @property
    def steder(self) -> tuple[Sted, ...]:
        """Every place where the § shows, each once."""
        return tuple(dict.fromkeys(sted for led in self.led for sted in led.steder))

    @property
    def udgaver(self) -> tuple[Udgave, ...]:
        """The edition each of the §'s rules goes by, and everything that is not verified about it."""
        return tuple(dict.fromkeys(udgave(regel) for regel in self.paragraf.regler))


@cache
def alle() -> dict[str, Spor]:
    """Every § by its slug, in the order of the law."""
    return {slug: Spor(p, _led(p)) for slug, p in PARAGRAFFER.items()}


def _led(paragraf: Paragraf) -> tuple[Led, ...]:
    efter_hjemmel: dict[Hjemmel, list[Stykke]] = {}
    stykker = [s for s in i_lovens_orden() if paragraf.har(s.hjemmel)]
    stykker.sort(key=_plads if paragraf.nr else _plads_i_proceduren)
    for stykke in stykker:
        efter_hjemmel.setdefault(stykke.hjemmel, []).append(stykke)
    eksemplerne: dict[Hjemmel, list[Eksempel]] = {h: [] for h in efter_hjemmel}
    med_kode = [h for h, stykker in efter_hjemmel.items() if any(s.funktion for s in stykker)]
    for e in eksempler.alle().values():
        for h in dict.fromkeys(_hoerer_til(naevnt, [*efter_hjemmel], med_kode) for naevnt in e.hjemmel):
            if h is not None:
                eksemplerne[h].append(e)
    return tuple(_et_led(h, stykker, tuple(eksemplerne[h])) for h, stykker in efter_hjemmel.items())


def _plads(stykke: Stykke) -> tuple[int, int]:
    """The whole § first, then by stk. and sentence."""
    return stykke.hjemmel.stk or 0, stykke.hjemmel.pkt or 0


def _plads_i_proceduren(stykke: Stykke) -> tuple[int, str]:
    """By the course of a case; its modules are read in in no fixed order."""
    modul = stykke.funktion.__module__ if stykke.funktion else ""
    return PROCEDURENS_ORDEN.index(str(stykke.hjemmel)), modul


def _et_led(hjemmel: Hjemmel, stykker: list[Stykke], eksemplerne: tuple[Eksempel, ...]) -> Led:
    dele = tuple(Del(s, kode(s.funktion) if s.funktion else None) for s in stykker)
    return Led(hjemmel, dele, eksemplerne, steder(hjemmel) if any(d.kode for d in dele) else ())


def _hoerer_til(naevnt: str, alle_led: list[Hjemmel], med_kode: list[Hjemmel]) -> Hjemmel | None:
    """The provision an example stands with: the most particular that covers what it names.

    A number of a list ("§ 3, stk. 1, nr. 7") stands with the sentence of that stk. which has code.
    """
    daekker = [h for h in alle_led if naevnt == str(h) or naevnt.startswith(f"{h},")]
    bedst = max(daekker, key=lambda h: len(str(h)), default=None)
    if bedst is not None and bedst.stk is not None:
        return bedst
    stk = re.match(r"[^,]+, stk\. \d+", naevnt)
    i_stykket = [h for h in med_kode if stk and str(h).startswith(f"{stk[0]},")]
    return i_stykket[0] if i_stykket else bedst


def _naevner(paragraf: Paragraf, naevnt: str) -> bool:
    """Does an example's provision stand in this §?"""
    hele = paragraf.fuldt_navn
    return naevnt == hele or naevnt.startswith(f"{hele},")


def kode(funktion: Callable[..., Any]) -> Kode:
    """The address and the text of a function, below whatever is wrapped around it."""
    inderst = inspect.unwrap(funktion)
    fil = Path(inspect.getsourcefile(inderst) or "").resolve()
    tekst = inspect.getsource(inderst)
    return Kode(f"src/{fil.relative_to(PAKKER).as_posix()}", inderst.__name__, tekst[tekst.index("def ") :])


def udgave(regel: str) -> Udgave:
    """The edition of a rule when it is asked about no particular case, with every later change that touches it."""
    emne = REGLER[regel].emne
    egen = getattr(inspect.getmodule(REGLER[regel].funktion), "UDGAVE", None)
    if isinstance(egen, Udgave):
        return egen
    if regel.startswith("procedure."):
        hvorfor = "Regionens procedure for genforelæggelse, som den foreligger. Den har ingen dato."
        return Udgave("Proceduren", hvorfor, forbehold(emne, None))
    gaelder = "Reglen svarer efter bekendtgørelsen, som gælder fra 1. januar 2022."
    return Udgave(BEK2408, gaelder, forbehold(emne, None))
