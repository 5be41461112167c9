"""How every program behind the wall is asked and answers. Imports nothing of ours but what lies beside it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any


class Nej(Exception):
    """The file cannot be used; the argument is the code."""


def svar(goer: Callable[[bytes, dict[str, Any]], tuple[dict[str, Any], Sequence[bytes]]]) -> None:
    """Call `goer` with the bytes and what was asked; write its header and files."""
    data = sys.stdin.buffer.read()
    try:
        hoved, filer = goer(data, json.loads(sys.argv[2]))
    except Nej as nej:
        hoved, filer = {"fejl": str(nej)}, ()
    except MemoryError:
        hoved, filer = {"fejl": "for_tung"}, ()
    except Exception as fejl:  # whatever a parser says about a hostile file, the answer is the same
        print(type(fejl).__name__, fejl, file=sys.stderr)
        hoved, filer = {"fejl": "beskadiget"}, ()
    sys.stdout.buffer.write(json.dumps({**hoved, "filer": [len(f) for f in filer]}).encode() + b"\n")
    for fil in filer:
        sys.stdout.buffer.write(fil)
    sys.stdout.buffer.flush()
