"""The demo region as data: organisations, people, meeting days and citizens, read from the files in data/.

Nothing here knows of the database. A CPR number never stands in a file: it is made from date of birth and sex
by sager/testnumre.py, so it can belong to nobody.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from rehabteam.sager.testnumre import testnummer

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at work, with a demo login."""

    brugernavn: str
    navn: str
    rolle: str
    titel: str
    omraade: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A kommune, or the region with its Klinisk Funktion."""

    noegle: str
    navn: str
    linjer: tuple[str, ...]
    personer: tuple[Person, ...]
    laegehus: str = ""
    enhed: str = ""

    def en(self, rolle: str, omraade: str = "") -> Person:
        """The first person in the role; of the team members, the one of that area."""
        return next(p for p in self.personer if p.rolle == rolle and p.omraade == omraade)


@dataclass(frozen=True, slots=True)
class Moededag:
    noegle: str
    kommune: str
    dato: date
    sted: str


@dataclass(frozen=True, slots=True)
class Borgerlogin:
    """A citizen who can log in to the demo and see her own case. `borger`: her key."""

    brugernavn: str
    borger: str


@dataclass(frozen=True, slots=True)
class Bisidder:
    """Somebody a citizen has given a fuldmagt, with a demo login."""

    brugernavn: str
    navn: str
    borger: str
    dokumenter: bool
    givet: date
    til: date


@dataclass(frozen=True, slots=True)
class Indsats:
    """An effort as registered on the forløb (BEK § 17, stk. 1-2)."""

    navn: str
    hjemmel: str
    i_indsatsdel: bool
    bevilget: date | None = None
    aftalt_start: date | None = None
    paabegyndt: date | None = None
    afsluttet: date | None = None
    genoptaget: date | None = None
    optaget_i_indsatsdel: date | None = None


@dataclass(frozen=True, slots=True)
class Periode:
    fra: date
    hjemmel: str = ""
    til: date | None = None


@dataclass(frozen=True, slots=True)
class Timer:
    dato: date
    timer: float
    art: str


@dataclass(frozen=True, slots=True)
class SaerligeGrunde:
    dato: date
    besluttet_af: str
    begrundelse: str


@dataclass(frozen=True, slots=True)
class Samtykke:
    """What the citizen said yes to in the resumed case; `bedt`: the day it was used, `trukket`: taken back."""

    oplysninger: str
    kilde: str
    formaal: str
    givet: date
    maade: str
    til: date | None = None
    attest: str = "OPLYSNINGER"
    bedt: date | None = None
    trukket: date | None = None


@dataclass(frozen=True, slots=True)
class Genforelaeggelse:
    """How far the resumed case has come; what is empty has not happened yet.

    resume: "" is none yet, unless the citizen's documents are made from `liv`. aendring: the judgement of
    BEK § 18 as {svar, begrundelse}.
    """

    genoptaget: date
    moede: str = ""
    klokken: str = "09.00"
    resume: str = ""
    resume_faerdigt: bool = True
    dokumentation: bool = True
    tidligere_i_systemet: bool = True
    aendring: dict[str, Any] = field(default_factory=dict)
    sendt: date | None = None
    for_sent_begrundelse: str = ""
    for_sent_aarsag: str = ""
    koordinator: str = ""
    fordelt: date | None = None
    notat: date | None = None
    indstilling: date | None = None
    indsatsplan: date | None = None


@dataclass(frozen=True, slots=True)
class Borger:
    """One citizen with a ressourceforløb, and all that has happened in it.

    liv: short texts that papers are made from, where no whole story is written. indstilling, plan and notat:
    what was written in the resumed case.
    """

    noegle: str
    navn: str
    foedt: date
    koen: Literal["K", "M"]
    kommune: str
    sagsbehandler: str
    tidligere_moede: date
    start: date
    egne_ord: str
    bisidder: str = ""
    tolk: str = ""
    adressebeskyttet: bool = False
    historie: bool = False
    indsatser: tuple[Indsats, ...] = ()
    perioder: tuple[Periode, ...] = ()
    timer: tuple[Timer, ...] = ()
    loentilskud_15: tuple[Periode, ...] = ()
    stu: tuple[Periode, ...] = ()
    saerlige_grunde: SaerligeGrunde | None = None
    samtykker: tuple[Samtykke, ...] = ()
    genforelaeggelse: Genforelaeggelse | None = None
    liv: dict[str, Any] = field(default_factory=dict)
    indstilling: dict[str, Any] = field(default_factory=dict)
    plan: dict[str, Any] = field(default_factory=dict)
    notat: dict[str, str] = field(default_factory=dict)

    @property
    def cpr(self) -> str:
        return testnummer(self.foedt, self.koen)

    @property
    def fornavn(self) -> str:
        return self.navn.split()[0]


@dataclass(frozen=True, slots=True)
class DemoRegion:
    demodag: date
    region: Organisation
    kommuner: tuple[Organisation, ...]
    moeder: tuple[Moededag, ...]
    borgere: tuple[Borger, ...]
    borgerlogins: tuple[Borgerlogin, ...] = ()
    bisiddere: tuple[Bisidder, ...] = ()

    def borger(self, noegle: str) -> Borger:
        return next(b for b in self.borgere if b.noegle == noegle)

    def kommune(self, noegle: str) -> Organisation:
        return next(k for k in self.kommuner if k.noegle == noegle)

    def person(self, brugernavn: str) -> Person:
        return next(
            p for o in (self.region, *self.kommuner) for p in o.personer if p.brugernavn == brugernavn
        )


@lru_cache(maxsize=1)
def laes() -> DemoRegion:
    """Read all files. Raises TypeError on a key that no dataclass knows, so a misspelt one is found."""
    raa = laes_fil(DATA / "region.toml")
    kommuner = tuple(_organisation(k) for k in raa["kommuner"])
    borgere = tuple(
        _borger({"kommune": kommune.noegle, **b})
        for kommune in kommuner
        for b in laes_fil(DATA / "borgere" / f"{kommune.noegle}.toml")["borger"]
    )
    return DemoRegion(
        demodag=raa["demodag"],
        region=_organisation(raa["region"]),
        kommuner=kommuner,
        moeder=tuple(Moededag(**m) for m in raa["moeder"]),
        borgere=borgere,
        borgerlogins=tuple(Borgerlogin(**b) for b in raa["borgerlogins"]),
        bisiddere=tuple(Bisidder(**b) for b in raa["bisiddere"]),
    )


def laes_fil(fil: Path) -> dict[str, Any]:
    with fil.open("rb") as indhold:
        return tomllib.load(indhold)


def _organisation(raa: dict[str, Any]) -> Organisation:
    personer = tuple(Person(**p) for p in raa["personer"])
    return Organisation(**{**raa, "linjer": tuple(raa["linjer"]), "personer": personer})


FLERE = {
    "indsatser": Indsats,
    "perioder": Periode,
    "timer": Timer,
    "loentilskud_15": Periode,
    "stu": Periode,
    "samtykker": Samtykke,
}
EN = {"saerlige_grunde": SaerligeGrunde, "genforelaeggelse": Genforelaeggelse}


def _borger(raa: dict[str, Any]) -> Borger:
    kendte = {f.name for f in fields(Borger)}
    if ukendte := raa.keys() - kendte:
        raise TypeError(f"{raa.get('noegle')}: unknown keys {sorted(ukendte)}")
    for navn, slags in FLERE.items():
        raa[navn] = tuple(slags(**post) for post in raa.get(navn, ()))
    for navn, slags in EN.items():
        raa[navn] = slags(**raa[navn]) if navn in raa else None
    return Borger(**raa)
