"""What a fact may be: marks on the facts' types that the reader and the JSON Schema both follow."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Literal


class Udeladt(enum.Enum):
    """A key that was left out: not part of the question, which is neither null nor false."""

    UDELADT = "udeladt"

    def __bool__(self) -> Literal[False]:
        return False


UDELADT = Udeladt.UDELADT


class Blandt:
    """The value is one of these names."""

    def __init__(self, *navne: str) -> None:
        self.navne = navne
        self.saet = frozenset(navne)


@dataclass(frozen=True, slots=True)
class Moenster:
    """The whole text matches this pattern; `ord` says it in words."""

    moenster: str
    ord: str


@dataclass(frozen=True, slots=True)
class Tal:
    """A finite number, not below `mindst` and, where given, not above `hoejst`."""

    mindst: float
    hoejst: float | None = None


@dataclass(frozen=True, slots=True)
class EllerTom:
    """An empty text is as null: the field is there, and nobody has filled it in."""


@dataclass(frozen=True, slots=True)
class Tekst:
    """Free text of a person's own, kept as written."""
