"""Where a provision lives in the code: § → stk. → our own line in Danish → the function, or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from rehabteam.lov.vurdering import Hjemmel

F = TypeVar("F", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Stykke:
    """One provision: our paraphrase, and its function; where there is none, `hvorfor` says why."""

    hjemmel: Hjemmel
    tekst: str
    funktion: Callable[..., Any] | None = None
    hvorfor: str = ""


STYKKER: list[Stykke] = []


def stykke(hjemmel: Hjemmel, tekst: str) -> Callable[[F], F]:
    """Written above a function: the provision it is, in our own words. The function itself is unchanged."""

    def registrer(funktion: F) -> F:
        STYKKER.append(Stykke(hjemmel, tekst, funktion))
        return funktion

    return registrer


def uden_funktion(hjemmel: Hjemmel, tekst: str, hvorfor: str) -> None:
    """A provision with nothing to work out: what it says, and why no function answers for it."""
    STYKKER.append(Stykke(hjemmel, tekst, None, hvorfor))


def i_lovens_orden() -> list[Stykke]:
    """Every provision: the order and the Act by § and stk., then the procedure; within a stk. as its file has them."""
    return sorted(STYKKER, key=lambda s: _plads(s.hjemmel))


def _plads(h: Hjemmel) -> tuple[bool, str, int, str, int]:
    """The sources by name, those without a § last; § 11 a comes after § 11."""
    tal, _, bogstav = h.paragraf.partition(" ")
    return not h.paragraf, h.kilde if h.paragraf else "", int(tal or 0), bogstav, h.stk or 0
