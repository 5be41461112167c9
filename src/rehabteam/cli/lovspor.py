"""`rehabteam lovspor`: from § to code to examples, as docs/lovspor.md holds it. Read from the code itself."""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

from rehabteam.lov import bek2408_2021, lab, procedure
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.regel import REGLER
from rehabteam.lov.tvivl import TVIVL
from rehabteam.lov.vurdering import Grund, Grundslag, Mangel, SkalVurderes

IKKE_MODELLERET = (
    (
        "§ 2, stk. 2",
        "At den forberedende del er lavet sammen med borgeren, er noget et menneske står inde for.",
    ),
    ("§ 2, stk. 4", "Styrelsens skabeloner er en hjælp. Andre opstillinger afvises ikke."),
    ("§ 3, stk. 1, 2. pkt.", "Om sagen er fuldt oplyst, vurderer et menneske."),
    ("§ 4, stk. 4", "Betalingen for attesten er ikke et spørgsmål, reglerne her svarer på."),
    ("§ 6", "Kommunen tilrettelægger selv forberedelse og møde. Der er intet at regne ud."),
    ("§ 7, stk. 4", "Om en begrundelse er fyldestgørende, vurderer et menneske."),
    ("§ 8, stk. 6, 2. pkt.", "Rækkefølgen er frivillig."),
    ("§ 21", "Ikrafttræden er lagt i valget af udgave (lov/udgaver.py)."),
    (
        "LAB § 113, stk. 2, 2. pkt.",
        "Hvad der er særlige grunde, afgør et menneske. Reglen ser kun, om beslutningen er hel.",
    ),
)


def tilfoej(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("lovspor", help="vis vejen fra paragraf til kode og eksempler (Markdown)")
    parser.add_argument("--eksempler", type=Path, default=Path("tests/eksempler"), metavar="MAPPE")


def koer(args: argparse.Namespace) -> int:
    """Print the page."""
    print("\n".join(_side(args.eksempler)))
    return 0


def _side(eksempler: Path) -> Iterator[str]:
    yield "# Lovspor"
    yield ""
    yield "Lavet af koden med `rehabteam lovspor`. Hver funktion bærer sin egen linje om, hvad stykket siger."
    yield "Koden ligger i `src/rehabteam/lov/`, eksemplerne i `tests/eksempler/`."
    for pakke, overskrift in (
        (bek2408_2021, "Bekendtgørelse 2408 af 13. december 2021"),
        (lab, "Lov om en aktiv beskæftigelsesindsats"),
        (procedure, "Regionens procedure"),
    ):
        yield ""
        yield f"## {overskrift}"
        for modul in _moduler(pakke):
            yield from _modul(modul)
    yield ""
    yield "## Regler, der kan spørges om"
    yield ""
    yield "| Regel | Hjemmel | Gælder | Eksempler |"
    yield "|---|---|---|---|"
    for navn in SPOERGSMAAL:
        regel = REGLER[navn]
        gaelder = f"{regel.fra or ''} – {regel.til or ''}" if regel.fra or regel.til else "uden dato"
        yield f"| `{navn}` | {regel.hjemmel} | {gaelder} | {_antal(eksempler, navn)} |"
    yield ""
    yield "## Det, et svar kan sige, og hvor det står"
    yield ""
    yield "| Hjemmel | Kode | Tekst |"
    yield "|---|---|---|"
    for hjemmel, kode, tekst in _saetninger():
        yield f"| {hjemmel} | `{kode}` | {tekst} |"
    yield ""
    yield "## Hvor reglerne kan læses på flere måder"
    yield ""
    yield "| Nr. | Hvor | Spørgsmål | Sådan læses det her | Den anden læsning | Vises ved svaret |"
    yield "|---|---|---|---|---|---|"
    for t in TVIVL.values():
        vises = "ja" if t.vises else "nej"
        yield f"| {t.nr} | {t.hvor} | {t.spoergsmaal} | {t.vores} | {t.anden} | {vises} |"
    yield ""
    yield "## Ikke modelleret, og hvorfor"
    yield ""
    for hvad, hvorfor in IKKE_MODELLERET:
        yield f"- **{hvad}**: {hvorfor}"


def _moduler(pakke: ModuleType) -> Iterator[ModuleType]:
    """The package's modules, the paragraphs first and in their order."""
    moduler = [
        importlib.import_module(m.name) for m in pkgutil.iter_modules(pakke.__path__, f"{pakke.__name__}.")
    ]
    yield from sorted(moduler, key=lambda m: (not _kort(m).startswith("par"), m.__name__))


def _saetninger() -> list[tuple[str, str, str]]:
    """Every requirement, judgement and ground of the law; a ground whose sentence needs values is shown without it."""
    fundne = set()
    for pakke in (bek2408_2021, lab, procedure):
        for m in pkgutil.walk_packages(pakke.__path__, f"{pakke.__name__}."):
            for vaerdi in vars(importlib.import_module(m.name)).values():
                for x in vaerdi.values() if isinstance(vaerdi, dict) else [vaerdi]:
                    if isinstance(x, Mangel):
                        fundne.add((str(x.hjemmel), x.kode, x.tekst))
                    elif isinstance(x, SkalVurderes):
                        fundne.add((str(x.hjemmel), x.noegle, x.spoergsmaal))
                    elif isinstance(x, Grund | Grundslag):
                        slags = x.slags if isinstance(x, Grund) else x
                        uden_vaerdier = not inspect.signature(slags.saetning).parameters
                        fundne.add(
                            (str(slags.hjemmel), slags.kode, slags.saetning() if uden_vaerdier else "…")
                        )
    return sorted(fundne, key=lambda f: (_tal(f[0]), f[1], f[2]))


def _tal(hjemmel: str) -> tuple[str, list[int]]:
    """Sorts § 9 before § 10."""
    kilde, _, rest = hjemmel.partition(" § ")
    return kilde, [int(tal) for tal in re.findall("[0-9]+", rest)]


def _kort(modul: ModuleType) -> str:
    return modul.__name__.rpartition(".")[2]


def _modul(modul: ModuleType) -> Iterator[str]:
    yield ""
    yield f"### {_foerste_linje(modul.__doc__)}"
    yield ""
    undermoduler = [modul]
    if hasattr(modul, "__path__"):
        navne = [m.name for m in pkgutil.iter_modules(modul.__path__, f"{modul.__name__}.")]
        undermoduler += [importlib.import_module(navn) for navn in navne]
    for under in undermoduler:
        sti = Path(inspect.getsourcefile(under) or "").as_posix().partition("rehabteam/lov/")[2]
        for funktion, hvad in _funktioner(under):
            yield f"- `{funktion}` ({sti}): {hvad}"


def _funktioner(modul: ModuleType) -> Iterator[tuple[str, str]]:
    """The public functions in the order of the file, each with the first sentence of its docstring."""
    for del_ in ast.parse(inspect.getsource(modul)).body:
        if isinstance(del_, ast.FunctionDef) and not del_.name.startswith("_"):
            yield del_.name, _foerste_linje(ast.get_docstring(del_))


def _foerste_linje(tekst: str | None) -> str:
    foerste = (tekst or "").split("\n\n")[0]
    return " ".join(ord_ for ord_ in foerste.split() if not ord_.startswith("https://"))


def _antal(mappe: Path, regel: str) -> str:
    fil = mappe / f"{regel.partition('.')[2]}.jsonl"
    linjer = fil.read_text(encoding="utf-8").splitlines() if fil.exists() else []
    antal = sum(json.loads(linje)["regel"] == regel for linje in linjer)
    return f"{antal} i `{fil.name}`"
