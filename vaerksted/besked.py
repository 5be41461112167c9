"""What the workshop says at the terminal, and the one way it gives up."""

from __future__ import annotations

import sys


class Stop(Exception):
    """Set-up cannot go on. The text tells the person at the terminal what to do; `kode` is the exit code."""

    def __init__(self, tekst: str, kode: int = 1) -> None:
        super().__init__(tekst)
        self.kode = kode


def sig(tekst: str) -> None:
    """Print one message at once, also when the output is a file or a pipe."""
    print(tekst, flush=True)


def sig_fejl(tekst: str) -> None:
    """Print what went wrong on stderr, after everything said so far."""
    sys.stdout.flush()
    print(tekst, file=sys.stderr, flush=True)
