"""Reads the examples: YAML files that a jurist can read and sign, one per §.

A file says which § it is about and holds a list of examples. An example has `id`, `titel` (a sentence), `hjemmel`
(the provision, or several), `viser` (one of VISER), `om` (what it is the edge of, or the T-number), `regel`,
`fakta`, `forventet` and, where it helps, `note`. Dates are text, as in the contract; only true, false and null are
anything else than what they look like. Anything unexpected is an error, so that a slip of the pen is not a pass.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MAPPE = Path(__file__).parent

VISER = {
    "ja": "Reglen svarer ja: det er i orden, det er i tide, eller pligten er der.",
    "nej": "Reglen svarer nej, eller noget er svaret nej eller ikke der.",
    "undtagelse": "En undtagelse fra hovedreglen gælder.",
    "mangler": "En oplysning er ikke givet (null), eller en nødvendig oplysning er slet ikke med.",
    "menneske": "Et menneske skal vurdere.",
    "fejl": "Noget er der, som ikke må være der.",
    "raad": "Et råd, der ikke ændrer svaret.",
    "ugyldig": "Oplysningerne kan ikke være rigtige og bliver afvist.",
    "udeladt": "Det, der ikke er spurgt om, er ikke en mangel.",
    "uden_betydning": "En oplysning, der kun er til orientering, ændrer intet.",
    "laesning": "En anden læsning af reglen giver et andet svar, som vises ved siden af (om: dens T-nummer).",
    "sidste_dag": "Den yderste dag, der er med (om: det, den er yderste dag for).",
    "foerste_dag": "Den nærmeste dag, der ikke er med. Hører sammen med en sidste_dag.",
    "sidste_tal": "Det yderste tal, der er med.",
    "foerste_tal": "Det nærmeste tal, der ikke er med. Hører sammen med et sidste_tal.",
}
"""What an example can show."""
KANTER = {"sidste_dag": "foerste_dag", "sidste_tal": "foerste_tal"}
"""The kinds that come in pairs: in, and out."""

KRAEVEDE = {"id", "titel", "hjemmel", "viser", "regel", "fakta", "forventet"}
FRIVILLIGE = {"om", "note"}


@dataclass(frozen=True, slots=True)
class Eksempel:
    """One example as the file has it; `hjemmel` holds one provision or more."""

    id: str
    titel: str
    hjemmel: tuple[str, ...]
    viser: str
    regel: str
    fakta: dict[str, Any]
    forventet: dict[str, Any]
    om: str = ""
    note: str = ""
    fil: str = ""

    @property
    def spoergsmaal(self) -> dict[str, Any]:
        """The question as the contract puts it."""
        return {"id": self.id, "regel": self.regel, "fakta": self.fakta}


@dataclass(frozen=True, slots=True)
class Fil:
    """One file: its §, its heading, the official address (empty where nothing is published), its examples."""

    navn: str
    paragraf: str
    overskrift: str
    adresse: str
    eksempler: tuple[Eksempel, ...]


class _Laeser(yaml.CSafeLoader):
    """YAML without surprises: no dates, no yes/no, and never the same key twice."""

    yaml_implicit_resolvers: dict[str, Any] = {}

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        fundet: dict[Hashable, Any] = super().construct_mapping(node, deep)
        if len(fundet) != len(node.value):
            raise yaml.constructor.ConstructorError(None, None, "samme nøgle to gange", node.start_mark)
        return fundet


for _tag, _moenster, _foerste in (
    ("bool", "true|false", "tf"),
    ("null", "null", "n"),
    ("int", "-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
):
    _Laeser.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_moenster})$"), list(_foerste)
    )


def laes_fil(sti: Path) -> Fil:
    """One file. Raises ValueError where it does not have the shape above."""
    raa = yaml.load(sti.read_text(encoding="utf-8"), Loader=_Laeser)
    if set(raa) != {"paragraf", "overskrift", "adresse", "eksempler"}:
        raise ValueError(f"{sti.name}: {sorted(raa)}")
    return Fil(
        sti.stem,
        raa["paragraf"],
        raa["overskrift"],
        raa["adresse"],
        tuple(_eksempel(e, sti.stem) for e in raa["eksempler"]),
    )


def _eksempel(raa: dict[str, Any], fil: str) -> Eksempel:
    noegler = set(raa)
    if not KRAEVEDE <= noegler <= KRAEVEDE | FRIVILLIGE:
        raise ValueError(f"{fil}: {raa.get('id')}: {sorted(noegler ^ KRAEVEDE)}")
    if raa["viser"] not in VISER:
        raise ValueError(f"{fil}: {raa['id']}: viser {raa['viser']}")
    hjemmel = raa["hjemmel"]
    return Eksempel(
        **{**raa, "hjemmel": tuple(hjemmel) if isinstance(hjemmel, list) else (hjemmel,), "fil": fil}
    )


def _orden(sti: Path) -> tuple[str, int, str]:
    """§ 9 before § 10; the order first, then the Act and the procedure."""
    bogstaver, tal = re.match(r"([a-z]+)([0-9]*)", sti.stem).groups()  # type: ignore[union-attr]
    return (
        {"par": "a", "lab": "b", "cpr": "c", "ofl": "c", "rsl": "c"}.get(bogstaver, "d"),
        int(tal or 0),
        sti.stem,
    )


FILER = tuple(laes_fil(sti) for sti in sorted(MAPPE.glob("*.yaml"), key=_orden))
EKSEMPLER = tuple(e for fil in FILER for e in fil.eksempler)
