"""The shapes of the data that letters are made of. Plain dicts; dates are ISO strings ("2026-06-03").

Texts are plain text: a blank line begins a new paragraph, nothing is read as markup.
`demo: True` adds a line in the foot of each page saying that everything is made up.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class Borger(TypedDict):
    navn: str
    cpr_maskeret: NotRequired[str | None]  # "070880-••••"; never the whole number


class Afsender(TypedDict):
    navn: str  # "Nordby Kommune"
    linjer: NotRequired[list[str]]  # department, address


class Modtager(TypedDict):
    navn: str
    linjer: NotRequired[list[str]]


class Underskrift(TypedDict):
    navn: str
    rolle: NotRequired[str | None]
    dato: NotRequired[str | None]  # ISO
    organisation: NotRequired[str | None]


class Tabel(TypedDict):
    hoveder: list[str]
    raekker: list[list[str]]
    bredder: NotRequired[list[float]]  # relative widths, one per column


class Afsnit(TypedDict):
    """Heading and any of the contents, shown in this order."""

    overskrift: NotRequired[str | None]
    niveau: NotRequired[int]  # 1 (default) or 2 = under the one before
    tekst: NotRequired[str]
    punkter: NotRequired[list[str]]
    tabel: NotRequired[Tabel]
    citat: NotRequired[str]
    hjemmel: NotRequired[str | None]  # label under the heading: "BEK 2408/2021 § 19, 1. pkt."


class Dokument(TypedDict):
    """Any paper: forberedende del, certificate, letter, journal note."""

    titel: str
    slags: str  # "Forberedende del", shown above the title
    afsender: Afsender
    dato: str
    borger: Borger
    afsnit: list[Afsnit]
    modtager: NotRequired[Modtager | None]
    sagsnummer: NotRequired[str | None]
    underskrift: NotRequired[Underskrift | None]
    demo: NotRequired[bool]


class Deltager(TypedDict):
    navn: str
    rolle: str
    til_stede: bool
    grund: NotRequired[str | None]  # why absent


class Indsats(TypedDict):
    indsats: str
    hjemmel: NotRequired[str | None]  # "LAB kap. 11"
    omraade: NotRequired[str | None]  # "Beskæftigelse"
    formaal: NotRequired[str | None]
    start: NotRequired[str | None]  # ISO date, or words ("inden 1. juli")
    opfoelgning: NotRequired[str | None]
    ansvarlig: NotRequired[str | None]
    nr: NotRequired[str | None]  # its place in the order


class SeIgen(TypedDict):
    svar: bool
    begrundelse: NotRequired[str | None]


class Indstilling(TypedDict):
    """The team's recommendation in a re-treatment (§ 19)."""

    afsender: Afsender  # the kommune whose team it is
    sagsnummer: str
    borger: Borger
    forloeb_start: NotRequired[str | None]
    moededato: str
    deltagere: list[Deltager]
    borgerens_ord: NotRequired[str | None]
    aarsag: str  # § 19: why nothing began
    indsatser: list[Indsats]  # § 19: which efforts now
    indsatser_begrundelse: NotRequired[str | None]
    opfoelgning: str  # § 19: how the kommune follows up
    se_igen: SeIgen
    uenighed: NotRequired[str | None]  # who disagrees, and about what
    afgivet_af: Underskrift  # with dato = the day it was given
    udgave: str  # "BEK 2408/2021"
    udgave_hvorfor: NotRequired[str | None]
    hjemler: NotRequired[dict[str, str]]  # other labels for "aarsag", "indsatser", "opfoelgning", "se_igen"
    demo: NotRequired[bool]


class Indstillingsdel(TypedDict):
    """One part: words, or a yes or no, or the efforts."""

    overskrift: str
    hjemmel: str  # "BEK 2408/2021 § 8, stk. 1"
    tekst: NotRequired[str | None]
    indsatser: NotRequired[list[Indsats]]


class Grund(TypedDict):
    tekst: str
    hjemmel: NotRequired[str | None]


class Udfaldsindstilling(TypedDict):
    """The team's recommendation of an outcome (§§ 7-11 and 16)."""

    afsender: Afsender  # the kommune whose team it is
    sagsnummer: str
    borger: Borger
    sagens_art: str  # "Fleksjob": the kind of case
    udfald: str  # "fleksjob", in a sentence
    moededato: str
    deltagere: list[Deltager]
    borgerens_ord: NotRequired[str | None]
    dele: list[Indstillingsdel]  # in the order they are read
    vurderinger: NotRequired[list[Grund]]  # what a human judged before this outcome was open
    uenighed: NotRequired[str | None]
    tilstraekkelig: bool  # § 7, stk. 4: the reasons suffice to decide on
    afgivet_af: Underskrift  # with dato = the day it was given
    udgave: str
    udgave_hvorfor: NotRequired[str | None]
    demo: NotRequired[bool]


class Delmaal(TypedDict):
    omraade: str  # "Beskæftigelse", "Uddannelse", "Sundhed", "Socialt"
    delmaal: str
    begrundelse: NotRequired[str | None]


class Mentor(TypedDict):
    behov: bool
    rolle: NotRequired[str | None]


class Jobformidler(TypedDict):
    navn: str
    kontaktdata: str
    rolle: str
    aftaler: str


class Indsatsplan(TypedDict):
    """The kommune's plan after its decision (§ 5)."""

    afsender: Afsender
    sagsnummer: str
    borger: Borger
    dato: str
    slags: NotRequired[str | None]  # "Kommunens plan for jobafklaringsforløbet"
    min_plan: NotRequired[bool]  # everything stands in Min Plan, and what is here is only what was noted
    maal: str
    maal_art: NotRequired[str | None]  # "Et konkret mål"
    maal_hvorfor: NotRequired[str | None]  # why no concrete one
    delmaal: NotRequired[list[Delmaal]]
    delmaal_samlet: NotRequired[str | None]  # plans from before: one text
    plan_fra: NotRequired[str | None]  # ISO
    plan_til: NotRequired[str | None]
    jobformidler: NotRequired[Jobformidler | None]
    indsatser: list[Indsats]
    opfoelgning: NotRequired[str | None]
    mentor: NotRequired[Mentor | None]
    indstilling_afgivet: NotRequired[str | None]  # ISO: the recommendation it follows
    udgave: NotRequired[str | None]
    underskrift: NotRequired[Underskrift | None]
    demo: NotRequired[bool]


class Afgoerelsesbrev(TypedDict):
    """The kommune's decision, told to the citizen in plain words. Without an address: it lies on the case."""

    afsender: Afsender
    modtager: Modtager
    sagsnummer: str
    dato: str
    anbefalet: str | None  # "fleksjob"; None: no team was asked
    anbefalet_dag: str | None  # ISO
    foelger: bool | None
    udfald: str  # "fleksjob"
    bevilget: bool
    begrundelse: str
    naeste: str
    klagevejledning: str
    forloeb_start: str | None  # ISO
    sagsbehandler: str
    demo: NotRequired[bool]


class Uenighedsbrev(TypedDict):
    """To the citizen: the kommune does not want to follow the recommendation yet, and asks the team again."""

    afsender: Afsender
    modtager: Modtager
    sagsnummer: str
    dato: str
    anbefalet: str
    anbefalet_dag: str | None  # ISO
    begrundelse: str
    moededato: str | None  # ISO, where the day is known
    sagsbehandler: str
    demo: NotRequired[bool]


class Laegebesked(TypedDict):
    """A short notice to the praktiserende læge, on the citizen's consent."""

    afsender: Afsender
    modtager: Modtager
    borger: Borger
    sagsnummer: str
    dato: str
    udfald: str | None  # what is decided; None: only that the kommune has decided
    bevilget: bool
    afgjort_dag: str  # ISO
    samtykke_givet: str  # ISO
    sagsbehandler: str
    demo: NotRequired[bool]


class Sundhedsnotat(TypedDict):
    """The sundhedskoordinator's signed note."""

    afsender: Afsender  # the region, Klinisk Funktion
    sagsnummer: str
    borger: Borger
    dato: str
    moededato: NotRequired[str | None]
    afsnit: list[Afsnit]  # Funktionsniveau, Skånehensyn …
    underskrift: Underskrift
    demo: NotRequired[bool]


class Resume(TypedDict):
    """The koordinerende sagsbehandler's resumé since the last meeting."""

    afsender: Afsender
    sagsnummer: str
    borger: Borger
    dato: str
    siden: NotRequired[str | None]  # ISO: the last meeting
    afsnit: list[Afsnit]
    dokumentation: NotRequired[list[str]]  # titles of the documents that bear it out
    underskrift: Underskrift
    demo: NotRequired[bool]
