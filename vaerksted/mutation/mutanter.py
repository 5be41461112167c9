"""The law with one thing changed, without a copy on disk: mutmut's mutants, and a reader that runs one of them.

A process starts from a parent that has read everything but the law and its tests; the law is then read with the
changed file in place of its own. So a constant costs no more than a function, and nothing is remembered from one
mutant to the next.
"""

from __future__ import annotations

import ast
import gc
import importlib.abc
import importlib.machinery
import json
import os
import resource
import signal
import sys
import textwrap
from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from importlib import import_module
from pathlib import Path
from types import CodeType, ModuleType

LOV = Path("src/rehabteam/lov")
MUTANTER = Path("mutants")
HUKOMMELSE = 3 << 30
FUNDET, LEVER, UDEN_PROEVE, TIDEN_GIK = 1, 0, 33, 36
"""mutmut's own numbers, so that its `results` and `browse` read the same files."""


def lav() -> None:
    """Let mutmut make the mutants; those of a function that has not changed keep their results."""
    import_module("mutmut.mutation.trampoline").set_mutant_under_test("mutant_generation")
    mappe = import_module("mutmut.utils.file_utils")
    MUTANTER.mkdir(exist_ok=True)
    mappe.copy_src_dir()
    mappe.setup_source_paths()
    import_module("mutmut.__main__").create_mutants(1)


class Fil:
    """One file of the law: its text, and what mutmut made of it."""

    def __init__(self, sti: Path) -> None:
        self.sti = sti
        self.tekst = sti.read_text("utf-8")
        mutanter = MUTANTER / sti
        self.linjer = mutanter.read_text("utf-8").splitlines()
        self.meta = mutanter.with_name(mutanter.name + ".meta")
        self.spaend = json.loads(mutanter.with_name(mutanter.name + ".spans").read_text("utf-8"))["spans"]
        self.koder: dict[str, int | None] = json.loads(self.meta.read_text("utf-8"))["exit_code_by_key"]

    def muteret(self, mutant: str) -> CodeType:
        """The whole file with one mutant in its function's place."""
        traeet = ast.parse(self.tekst)
        fra, til = self.spaend[mutant.rpartition(".")[2]]
        [ny] = ast.parse(textwrap.dedent("\n".join(self.linjer[fra - 1 : til]))).body
        klasse, navn = funktion(mutant)
        [hvor] = (
            [d for d in traeet.body if isinstance(d, ast.ClassDef) and d.name == klasse]
            if klasse
            else [traeet]
        )
        [gammel] = [d for d in hvor.body if isinstance(d, ast.FunctionDef) and d.name == navn]
        assert isinstance(ny, ast.FunctionDef)
        gammel.args, gammel.body = ny.args, ny.body
        return compile(ast.fix_missing_locations(traeet), str(self.sti.absolute()), "exec")

    def gem(self) -> None:
        """The results, in mutmut's own file."""
        raa = json.loads(self.meta.read_text("utf-8"))
        raa["exit_code_by_key"] = self.koder
        self.meta.write_text(json.dumps(raa, indent=1), "utf-8")


Mutant = tuple[Fil, str]


def filer() -> list[Fil]:
    """Every file that has mutants."""
    metaer = sorted((MUTANTER / LOV).rglob("*.meta"))
    return [Fil(m.with_suffix("").relative_to(MUTANTER)) for m in metaer]


def funktion(mutant: str) -> tuple[str, str]:
    """The class, if any, and the function: rehabteam.lov.regel.xǁRegelǁafstand__mutmut_3 → Regel, afstand."""
    navn = mutant.rpartition(".")[2].partition("__mutmut_")[0]
    if "ǁ" in navn:
        _, klasse, metode = navn.split("ǁ")
        return klasse, metode
    return "", navn.removeprefix("x_")


def valgt(mutant: str, moenstre: Sequence[str]) -> bool:
    """Named by one of the patterns, or none is given."""
    return not moenstre or any(fnmatch(mutant, m) for m in moenstre)


class Laeser(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The copy's modules, compiled once, so that a process only has to run them."""

    def __init__(self) -> None:
        self.kode: dict[str, tuple[CodeType, Path]] = {}
        for sti in _moduler():
            self.kode[_modul(sti)] = (
                compile(sti.read_text("utf-8"), str(sti.absolute()), "exec"),
                sti.absolute(),
            )

    def muter(self, fil: Fil, kode: CodeType) -> None:
        """From now on the file is this. Only in a process of its own."""
        self.kode[_modul(fil.sti)] = kode, fil.sti.absolute()

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        """Where the module is; None where it is none of ours."""
        if fullname not in self.kode:
            return None
        sti = self.kode[fullname][1]
        pakke = sti.name == "__init__.py"
        spec = importlib.machinery.ModuleSpec(fullname, self, origin=str(sti), is_package=pakke)
        spec.has_location = True
        spec.submodule_search_locations = [str(sti.parent)] if pakke else None
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run it."""
        exec(self.kode[module.__name__][0], vars(module))  # noqa: S102  the law itself


def _moduler() -> Iterator[Path]:
    """The product's modules and what the tests share; the tests themselves are pytest's to read."""
    for mappe in ("src/rehabteam", "tests"):
        yield from (
            f for f in sorted(Path(mappe).rglob("*.py")) if not f.name.startswith(("test_", "conftest"))
        )


def _modul(sti: Path) -> str:
    dele = sti.with_suffix("").parts
    dele = dele[1:] if dele[0] == "src" else dele
    return ".".join(dele[:-1] if dele[-1] == "__init__" else dele)


def i_barn(goer: Callable[[], int], sekunder: int) -> int:
    """What a function returns (0-255) in a process of its own; TIDEN_GIK if it takes longer, FUNDET if it dies."""
    sys.stdout.flush()
    barn = os.fork()
    if barn == 0:
        kode = FUNDET
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (sekunder, sekunder + 1))
            resource.setrlimit(resource.RLIMIT_AS, (HUKOMMELSE, HUKOMMELSE))
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            signal.alarm(sekunder * 20)
            gc.disable()
            kode = goer()
        except BaseException:
            kode = FUNDET
        finally:
            os._exit(kode)
    kode = os.waitstatus_to_exitcode(os.waitpid(barn, 0)[1])
    if kode in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGALRM):
        return TIDEN_GIK
    return FUNDET if kode < 0 else kode
