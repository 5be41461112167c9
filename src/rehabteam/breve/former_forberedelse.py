"""What the papers of the preparation are given: the plan's parts, a consent, a request to a læge."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from rehabteam.breve.former import Afsender, Borger, Underskrift


class Planindsats(TypedDict):
    """An earlier effort: its name, (field, text) about it, and (field, the kommune's text, the citizen's)."""

    navn: str
    om: list[tuple[str, str]]
    syn: list[tuple[str, str, str]]


class Plandel(TypedDict):
    """One part of the forberedende del; what is not there is left out."""

    titel: str
    hjemmel: str
    kommunen: NotRequired[str]
    borgeren: NotRequired[str]
    punkter: NotRequired[list[tuple[str, str]]]
    indsatser: NotRequired[list[Planindsats]]
    ingen: NotRequired[str]  # "Der har ikke været nogen …"
    bilag: NotRequired[list[str]]  # titles of the documents that hold the part
    note: NotRequired[str]


class ForberedendeDel(TypedDict):
    """The forberedende del of the plan (§ 3, § 15)."""

    afsender: Afsender
    sagsnummer: str
    borger: Borger
    dato: str
    slags_sag: str  # § 3, stk. 4
    om_sagen: NotRequired[list[tuple[str, str]]]
    dele: list[Plandel]
    attester: NotRequired[list[list[str]]]  # question, answer, who and when
    udgave: str
    kladde: NotRequired[bool]
    underskrift: NotRequired[Underskrift | None]
    demo: NotRequired[bool]


class Samtykke(TypedDict):
    """The citizen's consent to ask others about her; without `givet` it is a paper to sign."""

    afsender: Afsender
    sagsnummer: str
    borger: Borger
    dato: str
    oplysninger: str
    kilde: str
    formaal: str
    til: NotRequired[str | None]  # ISO: the last day, where she set one
    givet: NotRequired[str | None]  # ISO
    tilbagekaldt: NotRequired[str | None]  # ISO
    demo: NotRequired[bool]


class Attestanmodning(TypedDict):
    """What a doctor is asked for, on paper: handed over by the citizen, or sent as the kommune usually does.

    `fremmoede`: she is to see the doctor; `punkter`: what the certificate must hold; `frister`: whole sentences.
    `samtykke`: ISO, the day she said yes; `undtagelse`: the provision it rests on without her yes.
    """

    afsender: Afsender
    sagsnummer: str
    borger: Borger
    dato: str
    til: str
    nummer: str
    anmodes: NotRequired[str]
    navn: str
    sagens_art: str
    oplysninger: str
    fremmoede: bool
    punkter: NotRequired[list[str]]
    frister: NotRequired[list[str]]
    betaling_hjemmel: NotRequired[str | None]
    samtykke: NotRequired[str | None]
    undtagelse: NotRequired[str | None]
    underskrift: Underskrift
    demo: NotRequired[bool]
