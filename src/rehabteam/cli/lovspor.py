"""`rehabteam lovspor`: from § to code, examples and pages, as docs/lovspor.md holds it. Read from the code itself.

`--eksempler MAPPE` instead packs the example files for the program (src/rehabteam/lovspor/eksempler.json).
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rehabteam.lovspor.eksempler import pakket
from rehabteam.lovspor.side import side

SKALARER = (
    ("bool", "true|false", "tf"),
    ("null", "null", "n"),
    ("int", "-?[0-9]+", "-0123456789"),
    ("float", r"-?[0-9]+\.[0-9]+", "-0123456789"),
)
"""What is anything else than text in the files: name, pattern, first characters."""


def tilfoej(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser(
        "lovspor", help="vis vejen fra paragraf til kode, eksempler og sider (Markdown)"
    )
    parser.add_argument(
        "--eksempler",
        type=Path,
        metavar="MAPPE",
        help="pak i stedet eksemplerne i mappens YAML-filer, som programmet bærer dem (JSON)",
    )


def koer(args: argparse.Namespace) -> int:
    """Print the page, or the packed examples."""
    if args.eksempler is None:
        print(side(), end="")
        return 0
    try:
        print(pakket(_eksempler(args.eksempler)), end="")
    except ModuleNotFoundError:
        print("rehabteam lovspor: PyYAML mangler. Det følger med prøverne.", file=sys.stderr)
        return 2
    return 0


def _eksempler(mappe: Path) -> Iterator[dict[str, Any]]:
    """Every example of every file, in the order of the law. Dates are text, as in the contract."""
    # Only those who change the examples need PyYAML: the program reads the packed file.
    yaml = importlib.import_module("yaml")
    laeser: Any = type("Laeser", (yaml.SafeLoader,), {"yaml_implicit_resolvers": {}})
    for navn, moenster, begynder in SKALARER:
        laeser.add_implicit_resolver(
            f"tag:yaml.org,2002:{navn}", re.compile(f"^(?:{moenster})$"), [*begynder]
        )
    for fil in sorted(mappe.glob("*.yaml"), key=_orden):
        yield from yaml.load(fil.read_text(encoding="utf-8"), Loader=laeser)["eksempler"]


def _orden(fil: Path) -> tuple[int, int, str]:
    """The order first, § 9 before § 10; then the Acts and the procedure."""
    bogstaver, tal = re.match(r"([a-z]+)([0-9]*)", fil.stem).groups()  # type: ignore[union-attr]
    return {"par": 0, "lab": 1, "cpr": 2, "ofl": 2, "rsl": 2}.get(bogstaver, 3), int(tal or 0), fil.stem
