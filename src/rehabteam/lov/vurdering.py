"""The answer of the law: a Vurdering with its grounds, sources, readings and edition.

Grounds are kept as data (a `Grundslag` and its values); the Danish sentence is made when it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

BESVARET = "BESVARET"
"""Status of an answer that is only its figures: neither complete/incomplete nor in time/too late."""
MANUEL_VURDERING = "MANUEL_VURDERING"

ADRESSER = {
    "BEK 2408/2021": "https://www.retsinformation.dk/eli/lta/2021/2408",
    "LAB": "https://www.retsinformation.dk/eli/lta/2024/280",
    "CPR-loven": "https://www.retsinformation.dk/eli/lta/2023/1010",
    "Offentlighedsloven": "https://www.retsinformation.dk/eli/lta/2020/145",
    "Retssikkerhedsloven": "https://www.retsinformation.dk/eli/lta/2022/265",
}


@dataclass(frozen=True, slots=True)
class Hjemmel:
    """Where a rule stands. `str()` is the full name: "BEK 2408/2021 § 17, stk. 1"."""

    kilde: str
    paragraf: str = ""
    stk: int | None = None
    nr: int | None = None
    pkt: int | None = None

    @property
    def kort(self) -> str:
        """The provision alone, as a mangel's code writes it: "§ 17, stk. 1"; the source if it has no §."""
        if not self.paragraf:
            return self.kilde
        dele = [f"§ {self.paragraf}"]
        if self.stk is not None:
            dele.append(f"stk. {self.stk}")
        if self.nr is not None:
            dele.append(f"nr. {self.nr}")
        if self.pkt is not None:
            dele.append(f"{self.pkt}. pkt.")
        return ", ".join(dele)

    @property
    def url(self) -> str:
        """Address of the official text; empty where the source is not published."""
        return ADRESSER.get(self.kilde, "")

    def __str__(self) -> str:
        return f"{self.kilde} {self.kort}" if self.paragraf else self.kilde


def bek(
    paragraf: str | int, stk: int | None = None, nr: int | None = None, pkt: int | None = None
) -> Hjemmel:
    """A provision of BEK 2408/2021."""
    return Hjemmel("BEK 2408/2021", str(paragraf), stk, nr, pkt)


_ny_tuple = tuple.__new__


@dataclass(frozen=True, slots=True, eq=False)
class Grundslag:
    """A kind of ground: its code, its source, and the function that says it in Danish. Each is one of its kind."""

    kode: str
    hjemmel: Hjemmel
    saetning: Callable[..., str]

    def __call__(self, *data: object) -> Grund:
        # Straight to the tuple: an answer holds several grounds, and this halves the price of one.
        return _ny_tuple(Grund, (self, data))


class Grund(NamedTuple):
    """One ground of an answer: its kind and its values, in the order of the kind's sentence.

    A named tuple is as unchangeable as a frozen dataclass and made in half the time; so is Vurdering.
    """

    slags: Grundslag
    vaerdier: tuple[object, ...] = ()

    @property
    def kode(self) -> str:
        return self.slags.kode

    @property
    def hjemmel(self) -> Hjemmel:
        return self.slags.hjemmel

    @property
    def data(self) -> tuple[tuple[str, object], ...]:
        """The values by name."""
        navne = self.slags.saetning.__code__.co_varnames
        return tuple(zip(navne, self.vaerdier, strict=False))

    @property
    def tekst(self) -> str:
        """The ground as a Danish sentence."""
        return self.slags.saetning(*self.vaerdier)

    def som_json(self) -> dict[str, Any]:
        return {
            "kode": self.kode,
            "hjemmel": str(self.hjemmel),
            "tekst": self.tekst,
            "url": self.hjemmel.url,
            "data": {navn: jsonbar(vaerdi) for navn, vaerdi in self.data},
        }


@dataclass(frozen=True, slots=True)
class Mangel:
    """Something required that is not there, something forbidden that is, or an advice: code, source, sentence."""

    kode: str
    hjemmel: Hjemmel
    tekst: str

    def som_json(self) -> dict[str, Any]:
        return {"kode": self.kode, "hjemmel": str(self.hjemmel), "tekst": self.tekst}


@dataclass(frozen=True, slots=True, eq=False)
class SkalVurderes:
    """A judgement the law leaves to a human and that nobody has made yet. Each is one of its kind."""

    noegle: str
    spoergsmaal: str
    hjemmel: Hjemmel

    def som_json(self) -> dict[str, Any]:
        return {"noegle": self.noegle, "spoergsmaal": self.spoergsmaal, "hjemmel": str(self.hjemmel)}


@dataclass(frozen=True, slots=True)
class Laesning:
    """An open question of law: the reading used, the other one, and what each gives in this case."""

    nr: str
    spoergsmaal: str
    vores: str
    anden: str
    frist: date | None = None
    anden_frist: date | None = None
    resultat: str = ""
    anden_resultat: str = ""

    @property
    def forskel(self) -> bool:
        """Does the other reading give another date or another result here?"""
        return self.frist != self.anden_frist or self.resultat != self.anden_resultat

    def som_json(self) -> dict[str, Any]:
        return {
            "nr": self.nr,
            "spoergsmaal": self.spoergsmaal,
            "vores": self.vores,
            "frist": jsonbar(self.frist),
            "resultat": self.resultat,
            "anden": self.anden,
            "anden_frist": jsonbar(self.anden_frist),
            "anden_resultat": self.anden_resultat,
            "forskel": self.forskel,
        }


@dataclass(frozen=True, slots=True)
class Udgave:
    """The edition of the rules that governs, why, and what about it has not been verified."""

    navn: str
    hvorfor: str
    forbehold: tuple[str, ...] = ()

    def som_json(self) -> dict[str, Any]:
        return {"navn": self.navn, "hvorfor": self.hvorfor, "forbehold": list(self.forbehold)}


@dataclass(frozen=True, slots=True)
class Aendring:
    """One thing that would change the answer: code, heading, sentence, source."""

    kode: str
    overskrift: str
    tekst: str
    hjemmel: Hjemmel

    def som_json(self) -> dict[str, Any]:
        return {
            "kode": self.kode,
            "overskrift": self.overskrift,
            "tekst": self.tekst,
            "hjemmel": str(self.hjemmel),
        }


@dataclass(frozen=True, slots=True)
class Uddybning:
    """What is only worked out when somebody asks for it.

    laesninger: the open questions of law; detaljer: the rule's own details, for its pages; aendrer: what would
    change the answer; tal: the figures of the count by name, for the receipt.
    """

    laesninger: tuple[Laesning, ...] = ()
    detaljer: Any = None
    aendrer: tuple[Aendring, ...] = ()
    tal: tuple[tuple[str, Any], ...] = ()


def _intet() -> Uddybning:
    return Uddybning()


class Vurdering(NamedTuple):
    """A rule's answer about one set of facts.

    regel: the rule's name in the contract; status: its result; frist: last day in time, None where there is
    none; grunde: every ground that applies, the decisive one first; svar: the rule's own figures by name;
    uddyb: the function that works out readings and details when they are asked for, and what it is given.
    """

    regel: str
    status: str
    grunde: tuple[Grund, ...]
    udgave: Udgave
    frist: date | None = None
    mangler: tuple[Mangel, ...] = ()
    fejl: tuple[Mangel, ...] = ()
    advarsler: tuple[Mangel, ...] = ()
    skal_vurderes: tuple[SkalVurderes, ...] = ()
    svar: tuple[tuple[str, Any], ...] = ()
    valideringsfejl: tuple[str, ...] = ()
    uddyb: tuple[Callable[..., Uddybning], tuple[Any, ...]] = (_intet, ())

    @property
    def laesninger(self) -> tuple[Laesning, ...]:
        return self._uddybet().laesninger

    @property
    def aendrer(self) -> tuple[Aendring, ...]:
        return self._uddybet().aendrer

    @property
    def detaljer(self) -> Any:
        return self._uddybet().detaljer

    def _uddybet(self) -> Uddybning:
        funktion, fakta = self.uddyb
        return funktion(*fakta)

    def som_json(self) -> dict[str, Any]:
        """The whole answer as a receipt that can be stored: JSON values only, with the texts."""
        uddybet = self._uddybet()
        return {
            "regel": self.regel,
            "status": self.status,
            "frist": jsonbar(self.frist),
            **{navn: jsonbar(vaerdi) for navn, vaerdi in self.svar},
            "grunde": [g.som_json() for g in self.grunde],
            "mangler": [m.som_json() for m in self.mangler],
            "fejl": [m.som_json() for m in self.fejl],
            "advarsler": [m.som_json() for m in self.advarsler],
            "skal_vurderes": [s.som_json() for s in self.skal_vurderes],
            "laesninger": [laesning.som_json() for laesning in uddybet.laesninger],
            "aendrer": [a.som_json() for a in uddybet.aendrer],
            "detaljer": {navn: jsonbar(vaerdi) for navn, vaerdi in uddybet.tal},
            "valideringsfejl": list(self.valideringsfejl),
            "udgave": self.udgave.som_json(),
        }


def jsonbar(vaerdi: object) -> Any:
    """A value as JSON can hold it: dates as YYYY-MM-DD, tuples as lists."""
    if isinstance(vaerdi, date):
        return vaerdi.isoformat()
    if isinstance(vaerdi, (tuple, list)):
        return [jsonbar(v) for v in vaerdi]
    return vaerdi
