"""Who uses what in the program, read from the source: every name a function mentions, followed through imports.

Names are "module:name" for what stands at the top of a module. A function that hands another one on (in a table, as
an argument) uses it as well as one that calls it. Asking for a rule by its subject, `gaeldende("par17")`, leads to
the rules of that subject; so does its name as a text in the order itself ("par14"): chosen there, asked for after.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import rehabteam
from rehabteam.lov import love
from rehabteam.lov.regel import REGLER

ROD = Path(rehabteam.__file__).parent
ORDEN = "rehabteam.lov.bek2408_2021."
PARAGRAFFENS = re.compile(r"par\d\d")


@cache
def grafen() -> dict[str, frozenset[str]]:
    """From each top-level name to the names it mentions."""
    graf: dict[str, frozenset[str]] = {}
    for fil in sorted(ROD.rglob("*.py")):
        dele = fil.relative_to(ROD.parent).with_suffix("").parts
        modul = ".".join(dele[:-1] if dele[-1] == "__init__" else dele)
        graf.update(_modul(modul, dele[-1] == "__init__", ast.parse(fil.read_text(encoding="utf-8"))))
    assert love.UDGAVER  # imported, so that every rule is known
    for regel in REGLER.values():
        emne = f"emne:{regel.emne}"
        graf[emne] = graf.get(emne, frozenset()) | {f"{regel.funktion.__module__}:{regel.funktion.__name__}"}
    return graf


def naar(fra: str, til: str) -> bool:
    """Does following the names from `fra` lead to `til`?"""
    return til in _alt_fra(fra)


@cache
def _alt_fra(fra: str) -> frozenset[str]:
    graf, fundne, mangler = grafen(), set(), [fra]
    while mangler:
        navn = mangler.pop()
        if navn not in fundne:
            fundne.add(navn)
            mangler += graf.get(navn, ())
    return frozenset(fundne)


def _modul(modul: str, er_pakke: bool, trae: ast.Module) -> Iterator[tuple[str, frozenset[str]]]:
    importeret = dict(_importer(modul, er_pakke, trae))
    egne = {navn for del_ in trae.body for navn in _navne(del_)}
    for lokal, fjern in importeret.items():
        yield f"{modul}:{lokal}", frozenset({fjern})
    alt: set[str] = set()
    for del_ in trae.body:
        naevnt = frozenset(_naevnt(modul, del_, importeret, egne))
        for navn in _navne(del_):
            yield f"{modul}:{navn}", naevnt
            alt.add(f"{modul}:{navn}")
    # The module as a whole: what one gets with `import module`.
    yield modul, frozenset(alt)


def _navne(del_: ast.stmt) -> Iterator[str]:
    if isinstance(del_, ast.FunctionDef | ast.ClassDef):
        yield del_.name
    elif isinstance(del_, ast.Assign | ast.AnnAssign):
        maal = del_.targets if isinstance(del_, ast.Assign) else [del_.target]
        for m in maal:
            yield from (n.id for n in ast.walk(m) if isinstance(n, ast.Name))


def _importer(modul: str, er_pakke: bool, trae: ast.Module) -> Iterator[tuple[str, str]]:
    pakke = modul if er_pakke else modul.rpartition(".")[0]
    for del_ in ast.walk(trae):
        if isinstance(del_, ast.ImportFrom):
            hvor = "." * del_.level + (del_.module or "")
            fra = importlib.util.resolve_name(hvor, pakke) if del_.level else hvor
            for navn in del_.names:
                under = _findes(f"{fra}.{navn.name}")
                yield navn.asname or navn.name, f"{fra}.{navn.name}" if under else f"{fra}:{navn.name}"


@cache
def _findes(modul: str) -> bool:
    """Is it a module of the program?"""
    if not modul.startswith("rehabteam."):
        return False
    sti = ROD.joinpath(*modul.split(".")[1:])
    return sti.with_suffix(".py").is_file() or (sti / "__init__.py").is_file()


def _naevnt(modul: str, del_: ast.stmt, importeret: dict[str, str], egne: set[str]) -> Iterator[str]:
    """The names a statement mentions. `x.y` of an imported module is y of that module, and not all of x."""
    med_punktum = {id(n.value) for n in ast.walk(del_) if isinstance(n, ast.Attribute)}
    for n in ast.walk(del_):
        if isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "gaeldende":
            yield from (f"emne:{a.value}" for a in n.args[:1] if isinstance(a, ast.Constant))
        if modul.startswith(ORDEN) and isinstance(n, ast.Constant) and PARAGRAFFENS.fullmatch(str(n.value)):
            yield f"emne:{n.value}"
        if isinstance(n, ast.Attribute) and isinstance(n.value, ast.Name) and n.value.id in importeret:
            fjern = importeret[n.value.id]
            yield f"{fjern}:{n.attr}" if ":" not in fjern else fjern
        elif isinstance(n, ast.Name) and n.id in importeret:
            if id(n) not in med_punktum or ":" in importeret[n.id]:
                yield importeret[n.id]
        elif isinstance(n, ast.Name) and n.id in egne:
            yield f"{modul}:{n.id}"
