"""Which uses of the log look as if they had no purpose: plain signals with weights, no model to trust.

A use is one person's look-ups of one citizen on one day. Only rows that show a single citizen count: a list shows many
and says nothing about whom one looked for.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from ..adgang.log import Art
from ..models import Rolle

GRAENSE = 5  # a use with this score or more is always looked at
MANGE = 20  # searches in one hour
# code → (weight, words)
SIGNALER = {
    "noedadgang": (10, "Sagen blev åbnet med nødadgang"),
    "eget_navn": (6, "Borgeren har samme navn som medarbejderen selv"),
    "kollega": (5, "Borgeren har samme navn som en kollega"),
    "efternavn": (4, "Samme efternavn, og ingen opgave i sagen"),
    "uden_opgave": (3, "Ingen opgave i sagen"),
    "paa_tvaers": (1, "Ingen opgave i sagen, men rollen går på tværs"),
    "beskyttet": (3, "Navnet eller adressen er beskyttet, og der er ingen opgave i sagen"),
    "nat": (2, "Om natten eller i weekenden"),
    "mange": (2, "Mange søgninger på en time"),
    "fil": (1, "Noget blev hentet som fil"),
}
EGNE_SAGER = {Rolle.SAGSBEHANDLER, Rolle.SUNDHEDSKOORDINATOR}  # whose work is their own cases


@dataclass(frozen=True, slots=True)
class Brug:
    """One row of the log. `tid` in local time; `borger` None where none or several were shown.

    `vikar_for`: in whose stead; `noed`: in an emergency.
    """

    medarbejder: UUID
    rolle: str
    tid: datetime
    art: str
    borger: UUID | None
    vikar_for: UUID | None = None
    noed: bool = False


@dataclass(frozen=True, slots=True)
class Viden:
    """What the signals are held against. `opgaver`: (person, citizen) that have to do with each other."""

    medarbejdere: dict[UUID, str]
    borgere: dict[UUID, tuple[str, bool]]  # name, protected
    opgaver: set[tuple[UUID, UUID]] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Gruppe:
    medarbejder: UUID
    borger: UUID
    dag: date
    opslag: int
    score: int
    grunde: tuple[str, ...]


def grupper(brug: Iterable[Brug], viden: Viden) -> list[Gruppe]:
    """Every use with its score, the highest first."""
    samlet: dict[tuple[UUID, UUID, date], list[Brug]] = defaultdict(list)
    soegninger: Counter[tuple[UUID, date, int]] = Counter()
    for b in brug:
        if b.art == Art.SOEG:
            soegninger[b.medarbejder, b.tid.date(), b.tid.hour] += 1
        if b.borger and b.art != Art.AFVIST:
            samlet[b.medarbejder, b.borger, b.tid.date()].append(b)
    mange = {(m, dag) for (m, dag, _), antal in soegninger.items() if antal > MANGE}
    kolleger = {_ens(navn) for navn in viden.medarbejdere.values()}
    fundne = []
    for (medarbejder, borger, dag), linjer in samlet.items():
        grunde = tuple(_grunde(linjer, viden, kolleger, (medarbejder, dag) in mange))
        score = sum(SIGNALER[g][0] for g in grunde)
        fundne.append(Gruppe(medarbejder, borger, dag, len(linjer), score, grunde))
    return sorted(fundne, key=lambda g: -g.score)


def _grunde(linjer: list[Brug], viden: Viden, kolleger: set[str], mange: bool) -> Iterable[str]:
    foerste = linjer[0]
    assert foerste.borger is not None
    hans = _ens(viden.medarbejdere.get(foerste.medarbejder, ""))
    borger, beskyttet = viden.borgere.get(foerste.borger, ("", False))
    hendes = _ens(borger)
    # The reviewer's own task is the sample.
    # A substitute's task is that of the one who is away.
    opgave = any((b.vikar_for or b.medarbejder, b.borger) in viden.opgaver for b in linjer)
    uden = foerste.rolle != Rolle.AUDITOR and not opgave
    if any(b.noed for b in linjer):
        yield "noedadgang"
    if hans and hans == hendes:
        yield "eget_navn"
    elif hendes in kolleger:
        yield "kollega"
    elif uden and hans and hendes and hans.split()[-1] == hendes.split()[-1]:
        yield "efternavn"
    if uden:
        yield "uden_opgave" if foerste.rolle in EGNE_SAGER else "paa_tvaers"
        if beskyttet:
            yield "beskyttet"
    if any(b.tid.weekday() > 4 or not 6 <= b.tid.hour < 22 for b in linjer):
        yield "nat"
    if mange and uden:
        yield "mange"
    if any(b.art == Art.EKSPORT for b in linjer):
        yield "fil"


def _ens(navn: str) -> str:
    return " ".join(navn.casefold().split())
