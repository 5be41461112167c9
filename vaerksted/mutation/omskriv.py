"""A module of the law, rewritten so that mutmut can reach all of it; what it does is the same.

mutmut changes only plain functions: a decorated one is left out, and so is what stands outside functions. So
decorators that only register, remember or make a property become calls after the function, and a constant
becomes the value of a function that is called in its place.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

EFTER = frozenset({"regel", "stykke", "property", "lru_cache", "husk"})
"""Decorators that may as well be called after the function."""
TAALT = frozenset({"staticmethod", "classmethod"})
"""Decorators that mutmut knows."""
VAERDI = "vaerdi_af_"
"""The beginning of the name of a function made from a constant."""


@dataclass(frozen=True)
class _Rettelse:
    """Replace the bytes from `fra` to `til`."""

    fra: int
    til: int
    tekst: str


class _Kilde:
    """Source text with its lines' places, so that a node's place in the text is known."""

    def __init__(self, tekst: str) -> None:
        self.bytes = tekst.encode()
        self.linjer = [0]
        for linje in self.bytes.splitlines(keepends=True):
            self.linjer.append(self.linjer[-1] + len(linje))

    def slut(self, node: ast.stmt | ast.expr) -> int:
        return self.linjer[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)

    def stykke(self, node: ast.stmt | ast.expr) -> str:
        return self.bytes[self.linjer[node.lineno - 1] + node.col_offset : self.slut(node)].decode()


def omskriv(tekst: str) -> str:
    """The same program for mutmut. Raises SyntaxError if the text is no module."""
    kilde = _Kilde(tekst)
    rettelser: list[_Rettelse] = []
    for del_ in ast.parse(tekst).body:
        for node in del_.body if isinstance(del_, ast.ClassDef) else [del_]:
            if isinstance(node, ast.FunctionDef):
                rettelser += _uden_dekorator(node, kilde)
        if isinstance(del_, ast.Assign | ast.AnnAssign) and (rettelse := _konstant(del_, kilde)):
            rettelser.append(rettelse)
    ud = kilde.bytes
    for r in sorted(rettelser, key=lambda r: (r.fra, r.til), reverse=True):
        ud = ud[: r.fra] + r.tekst.encode() + ud[r.til :]
    return ud.decode()


def funktioner(tekst: str) -> list[str]:
    """The module's functions and methods: foo, Klasse.foo."""
    return [navn for navn, _ in _alle(tekst)]


def pyntede(tekst: str) -> list[str]:
    """Those of them that mutmut leaves out, since a decorator stands above them."""
    return [navn for navn, f in _alle(tekst) if any(_navn(d) not in TAALT for d in f.decorator_list)]


def _alle(tekst: str) -> list[tuple[str, ast.FunctionDef]]:
    fundne = []
    for del_ in ast.parse(tekst).body:
        if isinstance(del_, ast.FunctionDef):
            fundne.append((del_.name, del_))
        elif isinstance(del_, ast.ClassDef):
            fundne += [(f"{del_.name}.{m.name}", m) for m in del_.body if isinstance(m, ast.FunctionDef)]
    return fundne


def _navn(dekorator: ast.expr) -> str:
    kaldt = dekorator.func if isinstance(dekorator, ast.Call) else dekorator
    return kaldt.id if isinstance(kaldt, ast.Name) else ""


def _uden_dekorator(funktion: ast.FunctionDef, kilde: _Kilde) -> list[_Rettelse]:
    """The decorators moved behind the function; nothing where one is of another kind."""
    if not funktion.decorator_list or any(_navn(d) not in EFTER for d in funktion.decorator_list):
        return []
    rettelser, efter = [], []
    for dekorator in funktion.decorator_list:
        linje = kilde.linjer[dekorator.lineno - 1]
        rettelser.append(_Rettelse(linje, kilde.linjer[dekorator.end_lineno or dekorator.lineno], ""))
        efter.append(f"{funktion.name} = {kilde.stykke(dekorator)}({funktion.name})")
    indryk = "\n" + " " * funktion.col_offset
    slut = kilde.slut(funktion)
    rettelser.append(_Rettelse(slut, slut, indryk + indryk.join(reversed(efter))))
    return rettelser


def _konstant(del_: ast.Assign | ast.AnnAssign, kilde: _Kilde) -> _Rettelse | None:
    """`X = 5` as `def vaerdi_af_X(): return 5` and `X = vaerdi_af_X()`; nothing for names of types."""
    maal = del_.targets if isinstance(del_, ast.Assign) else [del_.target]
    if del_.value is None or len(maal) != 1:
        return None
    navne = [n.id for n in ast.walk(maal[0]) if isinstance(n, ast.Name)]
    if not navne or not all(n.lstrip("_").isupper() and len(n) > 1 for n in navne):
        return None
    fra = kilde.linjer[del_.lineno - 1] + del_.col_offset
    laengde = len(kilde.stykke(del_.value).encode())
    vaerdi_fra = kilde.slut(del_.value) - laengde
    vaerdi_fra, vaerdi_til = _med_parenteser(kilde.bytes, vaerdi_fra, kilde.slut(del_))
    funktion = VAERDI + "_".join(navne)
    vaerdi = kilde.bytes[vaerdi_fra:vaerdi_til].decode()
    venstre = kilde.bytes[fra:vaerdi_fra].decode()
    return _Rettelse(fra, vaerdi_til, f"def {funktion}():\n    return {vaerdi}\n{venstre}{funktion}()")


def _med_parenteser(kilde: bytes, fra: int, til: int) -> tuple[int, int]:
    """The value's place with the parentheses round it, which the tree does not have: from the equals sign on."""
    start = kilde.rfind(b"=", 0, fra)
    # An annotation or the target holds no "=", so the nearest one before the value is the assignment's own.
    start += 1
    while kilde[start : start + 1] == b" ":
        start += 1
    return start, til
