"""`rehabteam lovspor`: from § to code, examples and pages, as docs/lovspor.md holds it. Read from the code itself.

`--eksempler MAPPE` instead packs the example files for the program (src/rehabteam/lovspor/eksempler.json).
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rehabteam.lovspor.eksempler import pakket
from rehabteam.lovspor.side import side


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
    """Every example of every file, in the order of the § numbers. Dates are kept as text."""
    # Only those who change the examples need PyYAML: the program reads the packed file.
    yaml = importlib.import_module("yaml")
    for fil in sorted(mappe.glob("*.yaml"), key=_nummer):
        # BaseLoader would make numbers text as well; SafeLoader without its timestamps is what is wanted.
        laeser = type("Laeser", (yaml.SafeLoader,), {})
        laeser.yaml_implicit_resolvers = {
            tegn: [(maerke, passer) for maerke, passer in regler if maerke != "tag:yaml.org,2002:timestamp"]
            for tegn, regler in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }
        yield from yaml.load(fil.read_text(encoding="utf-8"), Loader=laeser)["eksempler"]  # noqa: S506


def _nummer(fil: Path) -> tuple[str, int, str]:
    """par5 before par17."""
    bogstaver = fil.stem.rstrip("0123456789")
    return bogstaver, int(fil.stem[len(bogstaver) :] or 0), fil.stem
