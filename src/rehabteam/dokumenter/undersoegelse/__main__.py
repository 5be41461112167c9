"""Read a hostile file inside limits. Started as a program: what to do as argument, bytes on stdin, answer on stdout.

Imports nothing of ours from outside this folder: it starts alone, without Django, and knows no case. Answers
{"sider": n or null}, with "slags" where only the content tells, or {"afvist": code}; a mail that is to be read out
answers as `brev` says. A process that is stopped by its limits answers nothing.
"""

from __future__ import annotations

import importlib
import json
import sys

from graenser import Nej, saet_graenser

# What can be asked, and the module and function that answers: only that one is loaded.
OPGAVER = {
    "pdf": ("pdf", "pdf"),
    "jpeg": ("billeder", "jpeg"),
    "png": ("billeder", "png"),
    "tiff": ("tiff", "tiff"),
    "heic": ("heic", "heic"),
    "eml": ("eml", "eml"),
    "laes-eml": ("eml", "laes"),
    "ole": ("msg", "ole"),
    "laes-msg": ("msg", "laes"),
    "zip": ("kontor", "kontor"),
}


def main(opgave: str) -> None:
    saet_graenser()
    modul, navn = OPGAVER[opgave]
    data = sys.stdin.buffer.read()
    try:
        svar = getattr(importlib.import_module(modul), navn)(data)
        stykker = svar if isinstance(svar, list) else [json.dumps(svar).encode()]
    except Nej as nej:
        stykker = [_nej(str(nej))]
    except (MemoryError, RecursionError):
        stykker = [_nej("for_tung")]
    except Exception:  # whatever a parser says about a hostile file, the answer is the same
        stykker = [_nej("beskadiget")]
    sys.stdout.buffer.writelines(stykker)


def _nej(kode: str) -> bytes:
    return json.dumps({"afvist": kode}).encode()


if __name__ == "__main__":
    main(sys.argv[1])
