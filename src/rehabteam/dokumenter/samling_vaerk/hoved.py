"""The child's own way through a bundle. Asked over the socket it has as stdin; see dokumenter/samlebarn.py.

Hears: a JSON head; the file to write to; for each document its file or a letter for why there is none. Answers: how
many pages each has. Hears: the contents. Answers: how many pages they were; then the file is whole.
"""

from __future__ import annotations

import gc
import json
import os
import resource
import socket
import sys
from contextlib import ExitStack
from typing import Any, BinaryIO

from .sammen import Samler

KLAR = b"k"
# What comes with a file, and what comes where there is none.
PDF, BILLEDE, ANDET, HENTES, BESKADIGET = b"p", b"i", b"a", b"h", b"b"
FEJL = {HENTES: "hentes", BESKADIGET: "beskadiget"}
STOERST = 1 << 20  # what the writing to the file is gathered in


class Afbrudt(Exception):
    """Nobody asks any more."""


def main(graenser: str = "{}") -> None:
    for navn, hoejst in json.loads(graenser).items():  # where there is a wall it has set them before
        resource.setrlimit(getattr(resource, navn), (hoejst, hoejst))
    # One bundle and then the end: what is thrown away meanwhile is not worth looking for.
    gc.disable()
    ror = socket.socket(fileno=os.dup(0))
    ror.sendall(KLAR)
    try:
        _saml(ror)
    except (Afbrudt, OSError):
        sys.exit(1)
    except MemoryError:
        svar(ror, {"fejl": "for_tung"})
    except Exception:  # whatever a parser says about a hostile file, the answer is the same
        svar(ror, {"fejl": "beskadiget"})


def _saml(ror: socket.socket) -> None:
    with ExitStack() as aabne:
        samler = Samler(hoer(ror), aabne)
        ud, _ = fil(ror, "wb")
        for _ in samler.bestilt:
            samler.aabn(*fil(ror, "rb"))
        svar(ror, {"poster": [[p.antal, p.fejl, p.maerket] for p in samler.poster]})
        samler.saml()
        indhold, _ = fil(ror, "rb")
        if ud is None or indhold is None:
            raise Afbrudt
        sider = samler.saet_foran(indhold, ud)
        ud.flush()
        svar(ror, {"indholdssider": sider})
        os._exit(0)  # taking 40 documents down in order helps nobody


def hoer(ror: socket.socket) -> dict[str, Any]:
    sagt: dict[str, Any] = json.loads(_saa_mange(ror, int.from_bytes(_saa_mange(ror, 4), "big")))
    return sagt


def svar(ror: socket.socket, besked: dict[str, Any]) -> None:
    data = json.dumps(besked).encode()
    ror.sendall(len(data).to_bytes(4, "big") + data)


def fil(ror: socket.socket, hvordan: str) -> tuple[BinaryIO | None, str]:
    """The next open file and what kind it is, or None and why there is none."""
    hvad, numre, _, _ = socket.recv_fds(ror, 1, 1)
    if not hvad:
        raise Afbrudt
    if not numre:
        return None, FEJL.get(hvad, "hentes")
    aabnet: Any = os.fdopen(numre[0], hvordan, STOERST)
    return aabnet, hvad.decode()


def _saa_mange(ror: socket.socket, n: int) -> bytes:
    data = bytearray()
    while len(data) < n:
        if not (stykke := ror.recv(n - len(data))):
            raise Afbrudt
        data += stykke
    return bytes(data)
