"""The examples of the rules, as the program carries them: eksempler.json, made from tests/eksempler/*.yaml."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from rehabteam.lov.kontrakt.svar import spoerg
from rehabteam.lov.vurdering import Vurdering

FIL = Path(__file__).with_name("eksempler.json")
VISER = {
    "ja": "et ja",
    "nej": "et nej",
    "undtagelse": "en undtagelse",
    "mangler": "noget, der mangler",
    "menneske": "noget, et menneske skal vurdere",
    "fejl": "noget, der ikke må være der",
    "raad": "et råd",
    "ugyldig": "fakta, der ikke kan passe",
    "udeladt": "noget, der ikke er spurgt om",
    "uden_betydning": "noget uden betydning",
    "laesning": "to læsninger",
    "sidste_dag": "den sidste dag",
    "foerste_dag": "den første dag",
    "sidste_tal": "det sidste tal",
    "foerste_tal": "det første tal",
}
"""What an example is there to show, in words."""


@dataclass(frozen=True, slots=True)
class Eksempel:
    """A case a jurist can read: title, provisions, what it shows, the facts as the contract writes them, the answer.

    `om`: the fact or answer whose limit it shows, or the number of the reading.
    """

    id: str
    titel: str
    hjemmel: tuple[str, ...]
    viser: str
    om: str
    regel: str
    fakta: Mapping[str, Any]
    forventet: Mapping[str, Any]
    note: str

    @property
    def spoergsmaal(self) -> dict[str, Any]:
        """The question as `rehabteam vurder` takes it."""
        return {"id": self.id, "regel": self.regel, "fakta": self.fakta}


@cache
def alle() -> dict[str, Eksempel]:
    """Every example by its id, in the order of the files."""
    raa = json.loads(FIL.read_text(encoding="utf-8"))
    return {e["id"]: Eksempel(**{**e, "hjemmel": tuple(e["hjemmel"])}) for e in raa}


def for_regel(regel: str) -> tuple[Eksempel, ...]:
    """The rule's examples."""
    return tuple(e for e in alle().values() if e.regel == regel)


@cache
def svar(id: str) -> tuple[dict[str, Any], Vurdering | None]:
    """The answer to an example, as the program gives it; the Vurdering is None where the facts are not valid."""
    return spoerg(alle()[id].spoergsmaal)


def pakket(raa: Iterable[Mapping[str, Any]]) -> str:
    """The text of eksempler.json from the examples as they stand in the files: one a line."""
    linjer = [json.dumps(_ens(e), ensure_ascii=False) for e in raa]
    return "[\n" + ",\n".join(linjer) + "\n]\n"


def _ens(e: Mapping[str, Any]) -> dict[str, Any]:
    """The same keys in the same order for every example."""
    hjemmel = e["hjemmel"]
    return {
        "id": e["id"],
        "titel": e["titel"],
        "hjemmel": [hjemmel] if isinstance(hjemmel, str) else list(hjemmel),
        "viser": e.get("viser", ""),
        "om": e.get("om", ""),
        "regel": e["regel"],
        "fakta": e["fakta"],
        "forventet": e["forventet"],
        "note": e.get("note", ""),
    }
