"""`rehabteam skema`: the JSON Schema of questions and answers, as docs/vurder-skema.json holds it."""

from __future__ import annotations

import argparse
import json

from rehabteam.lov.kontrakt.skema import skema


def tilfoej(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    subparsers.add_parser("skema", help="vis JSON Schema for spørgsmål og svar")


def koer(_: argparse.Namespace) -> int:
    """Print the schema."""
    print(json.dumps(skema(), ensure_ascii=False, indent=1))
    return 0
