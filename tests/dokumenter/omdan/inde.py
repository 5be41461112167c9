"""Code run behind the wall, as a program that had been taken over by the file it read."""

from __future__ import annotations

import json
import textwrap

from rehabteam.dokumenter.omdan import barn, mur
from rehabteam.dokumenter.omdan.graenser import MB, Graenser

PYTHON = str(barn.PYTHON)
SMAA = Graenser(sekunder=10, cpu=5, hukommelse=200 * MB, skrivebord=20 * MB, svar=5 * MB)


def inde(kode: str, graenser: Graenser = SMAA, ind: bytes = b"", *sagt: str) -> mur.Svar:
    """Run Python code behind the wall, as a program that had been taken over."""
    return mur.koer(
        [PYTHON, "-I", "-S", "-c", textwrap.dedent(kode), *sagt], ind, graenser, barn.det_der_laeses()
    )


def fortalt(kode: str, *sagt: str) -> object:
    svar = inde(kode, SMAA, b"", *sagt)
    assert svar.kode == 0, svar.klage
    return json.loads(svar.ud)
