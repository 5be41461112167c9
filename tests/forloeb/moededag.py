"""Whom the meeting day is about, and the days it is told over: one copy of the demo, served on day after day."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser

from tests.forloeb import servering
from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Skaerm

PLANLAEGGES, VIDERE, FOR_SENT, MOEDET, BAGEFTER = (
    *("2026-05-27", "2026-06-03", "2026-06-08"),
    *("2026-06-11", "2026-07-01"),
)
MOEDEDAG = "Torsdag 11. juni 2026"


@dataclass(frozen=True)
class Medsag:
    """One of the eight: whose, who sends it, and what the team recommends ("" = a re-submission, BEK § 19)."""

    navn: str
    hos: str
    udfald: str = ""
    overskrift: str = ""
    sendes: str = PLANLAEGGES

    @property
    def fornavn(self) -> str:
        return self.navn.split()[0]


GITTE = Medsag("Gitte Malling Frandsen-Hjortshøj", "mette.nordby")
SOEREN = Medsag("Søren Aagaard Lund", "mette.nordby", sendes=FOR_SENT)
BENTE = Medsag(
    "Bente Roslev Kjærgaard",
    "samira.nordby",
    "nyt_jobafklaringsforloeb",
    "Et nyt jobafklaringsforløb",
    sendes="",  # it has been sent already
)
KURT = Medsag("Kurt Aagesen Winther", "samira.nordby", "foertidspension", "Førtidspension")
FREJA = Medsag("Freja Lindskov Palle", "mette.nordby", "ressourceforloeb", "Ressourceforløb")
LISBETH = Medsag("Lisbeth Thygesen Ravn", "mette.nordby", "fleksjob", "Fleksjob", sendes="")
VILLADS = Medsag(
    "Villads Munkholm",
    "jonas.nordby",
    "indsats_sygedagpenge_kat3",
    "Indsats i en sygedagpengesag",
)
FANNY = Medsag(
    "Fanny-Kirstine Bjerregaard-Thorvaldsen",
    "samira.nordby",
    "tilskud_selvstaendig",
    "Tilskud til selvstændige",
)
DE_OTTE = (GITTE, SOEREN, BENTE, KURT, FREJA, LISBETH, VILLADS, FANNY)
NAJA, ULRIKKE = (
    "Naja Petrussen",
    "Ulrikke Fabricius Nørmark",
)  # taken off the day again; changed places with Lisbeth


@dataclass
class Dag:
    """One day: everybody logs in at her own screen, and no screen has anything to complain of when the day is over."""

    chromium: Browser
    site: Site
    set_: set[str]
    klasse: type[Skaerm] = Skaerm
    vinduer: dict[str, Skaerm] = field(default_factory=dict)

    def som(self, brugernavn: str) -> Skaerm:
        if brugernavn not in self.vinduer:
            self.vinduer[brugernavn] = self.klasse(self.chromium, self.site.adresse)
            self.vinduer[brugernavn].omraade.set_default_timeout(60_000)  # the site has just been started
            self.vinduer[brugernavn].log_ind(brugernavn)
        s = self.vinduer[brugernavn]
        s.gaa("/")
        return s

    def kig(self, s: Skaerm, navn: str) -> None:
        """Inspect a state the first time the story comes to it."""
        if navn not in self.set_:
            self.set_.add(navn)
            if self.klasse is Skaerm:  # without a mouse it is the focus that is looked at
                s.efterse(navn)


@dataclass
class Kalender:
    """The copy of the demo, and what has been inspected."""

    chromium: Browser
    mappe: Path
    database: str
    klasse: type[Skaerm] = Skaerm
    set_: set[str] = field(default_factory=set)

    @contextmanager
    def den(self, dag: str) -> Iterator[Dag]:
        with servering.paa_dagen(self.mappe, self.database, dag) as site:
            dagen = Dag(self.chromium, site, self.set_, self.klasse)
            try:
                yield dagen
            finally:
                for vindue in dagen.vinduer.values():
                    vindue.omraade.close()
            klager = [k for vindue in dagen.vinduer.values() for k in vindue.klager]
            assert not klager, "\n".join(klager)


def paa_moededagen(s: Skaerm) -> str:
    """Follow the links from the front page to the meeting day; its address."""
    s.foelg("Møder")
    s.foelg(MOEDEDAG)
    return s.sti
