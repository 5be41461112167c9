"""Every sentence the law can say: grounds, requirements, judgements, each with its source and its code."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from functools import cache

from rehabteam.lov import bek2408_2021, lab, procedure
from rehabteam.lov.vurdering import Grund, Grundslag, Mangel, SkalVurderes

Saetning = tuple[str, str, str]
"""Source, code, text."""


@cache
def saetninger() -> tuple[Saetning, ...]:
    """In the order of the provisions; a ground whose sentence needs values is shown without it."""
    fundne: set[Saetning] = set()
    for pakke in (bek2408_2021, lab, procedure):
        for m in pkgutil.walk_packages(pakke.__path__, f"{pakke.__name__}."):
            for vaerdi in vars(importlib.import_module(m.name)).values():
                for x in vaerdi.values() if isinstance(vaerdi, dict) else [vaerdi]:
                    saetning = _laest(x)
                    if saetning:
                        fundne.add(saetning)
    return tuple(sorted(fundne, key=lambda f: (_plads(f[0]), f[1], f[2])))


def _laest(x: object) -> Saetning | None:
    if isinstance(x, Mangel):
        return str(x.hjemmel), x.kode, x.tekst
    if isinstance(x, SkalVurderes):
        return str(x.hjemmel), x.noegle, x.spoergsmaal
    if isinstance(x, Grund | Grundslag):
        slags = x.slags if isinstance(x, Grund) else x
        uden_vaerdier = not inspect.signature(slags.saetning).parameters
        return str(slags.hjemmel), slags.kode, slags.saetning() if uden_vaerdier else "…"
    return None


def _plads(hjemmel: str) -> tuple[str, list[int]]:
    """Sorts § 9 before § 10."""
    kilde, _, rest = hjemmel.partition(" § ")
    return kilde, [int(tal) for tal in re.findall("[0-9]+", rest)]
