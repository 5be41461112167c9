"""A mail and what is attached to it. The mail is read by the child with limits, never here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Vedhaeftet:
    """An attached file, not examined yet: put it through modtag.undersoeg as if a person had chosen it.

    `i_teksten`: a picture shown in the mail's own text (a signature's logo, most often).
    """

    navn: str
    data: bytes
    i_teksten: bool = False


@dataclass(frozen=True, slots=True)
class Mail:
    """`fra` and `til` as they stand in the mail; `dato` None where it has none; `tekst` is plain text."""

    emne: str
    fra: str
    til: tuple[str, ...]
    dato: datetime | None
    tekst: str
    bilag: tuple[Vedhaeftet, ...] = ()
