"""What the calculators' papers are given: plain dicts of text, numbers and ISO dates."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from rehabteam.breve.former import Afsender, Borger, Grund


class Segment(TypedDict):
    fra: str
    til: str | None
    dage: int
    talt: bool
    i_alt: int
    hjemler: NotRequired[list[str]]


class IndsatsSvar(TypedDict):
    navn: str
    svar: str  # "Tæller", "Tæller ikke" …
    grund: str
    hjemmel: NotRequired[str | None]


class Aendring(TypedDict):
    overskrift: str
    tekst: str
    hjemmel: NotRequired[str | None]


class Laesning(TypedDict):
    spoergsmaal: str
    vores: str
    anden: str
    frist: NotRequired[str | None]
    anden_frist: NotRequired[str | None]


class Udgave(TypedDict):
    navn: str
    hvorfor: str
    forbehold: NotRequired[list[str]]


class Beregningsperiode(TypedDict):
    """A period, or hours and other exemptions, as they were told."""

    hvornaar: str  # "01.12.2025 – 31.12.2025"
    hvad: str
    svar: str


class Beregning(TypedDict):
    """The answer of § 17 as a sheet. Without `borger` and `sagsnummer` it names nobody."""

    afsender: Afsender
    pr: str  # assessed about this day
    dom: str  # the verdict as a heading: "Seks måneder er gået"
    forloeb_start: str
    frist: NotRequired[str | None]
    grunde: list[Grund]
    segmenter: NotRequired[list[Segment]]
    talte_dage: NotRequired[int | None]
    undtagne_dage: NotRequired[int | None]
    resterende_dage: NotRequired[int | None]
    skal_vurderes: NotRequired[list[Grund]]
    indsatser: NotRequired[list[IndsatsSvar]]
    perioder: NotRequired[list[Beregningsperiode]]
    undtagelser: NotRequired[list[Beregningsperiode]]
    aendrer: NotRequired[list[Aendring]]
    laesninger: NotRequired[list[Laesning]]
    udgave: Udgave
    grundlag: NotRequired[list[str]]  # what the sheet is and is not, in place of the usual words
    borger: NotRequired[Borger | None]
    sagsnummer: NotRequired[str | None]
    demo: NotRequired[bool]


class Moedefrist(TypedDict):
    """The procedure's deadline before a meeting as a sheet; it names nobody."""

    afsender: Afsender
    dom: str  # the verdict as a heading
    moede: str
    oprettet: NotRequired[str | None]
    seneste: str
    videresendelse: str
    grunde: list[Grund]
    advarsler: NotRequired[list[str]]
    dage: list[list[str]]  # each day to the meeting: date, its number or a dash, what it is
    laesninger: NotRequired[list[Laesning]]
    udgave: Udgave
    grundlag: list[str]
