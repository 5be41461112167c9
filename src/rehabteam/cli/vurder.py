"""`rehabteam vurder FIL…|-`: questions about the rules as JSON Lines in, one answer per line out, in the
same order.

Exit code: 0 all answered, 1 some UGYLDIGE_DATA, 2 could not run. Reads and writes in blocks; memory
stays flat.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from rehabteam.lov.kontrakt.svar import UGYLDIGE_DATA, besvar, besvar_som_json, indkod

BLOK = 1 << 16
LAENGSTE_LINJE = 16 * 1024 * 1024
"""Bytes; a longer line is answered as unreadable and skipped, so that one line cannot take all memory."""
FREMSKRIDT = 2000


def tilfoej(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("vurder", help="besvar spørgsmål om reglerne (JSON Lines ind og ud)")
    parser.add_argument(
        "filer", nargs="+", metavar="FIL", help="filer med ét spørgsmål pr. linje; - er standard ind"
    )
    parser.add_argument("--fuldt", action="store_true", help="også læsninger, koder og grundenes værdier")


def koer(args: argparse.Namespace) -> int:
    """Answer every line of every file."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    alle_besvaret = True
    try:
        for navn in args.filer:
            if navn == "-":
                alle_besvaret &= _besvar_fil(sys.stdin.buffer, 0, args.fuldt)
            else:
                with open(navn, "rb") as fil:
                    alle_besvaret &= _besvar_fil(fil, os.fstat(fil.fileno()).st_size, args.fuldt)
    except BrokenPipeError:
        # The reader has gone; point stdout elsewhere so that Python's own last flush does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except OSError as fejl:
        print(
            f"rehabteam vurder: {fejl.filename or 'filen'} kan ikke læses: {fejl.strerror}", file=sys.stderr
        )
        return 2
    return 0 if alle_besvaret else 1


def _besvar_fil(fil: BinaryIO, stoerrelse: int, fuldt: bool) -> bool:
    """Answer one stream; returns whether every line was answered."""
    ud = sys.stdout.buffer
    vis = sys.stderr.isatty() and not sys.stdout.isatty()
    alle, nummer, laest = True, 0, 0
    for linjer in _blokke(fil):
        svar = []
        for linje in linjer:
            nummer += 1
            svaret, gyldigt = besvar_linje(linje, nummer, fuldt=fuldt)
            svar.append(svaret)
            alle &= gyldigt
            if vis:
                laest += len(linje or b"") + 1
                if nummer % FREMSKRIDT == 0:
                    _vis_fremskridt(nummer, laest, stoerrelse)
        ud.write(b"".join(svar))
        ud.flush()
    if vis:
        print(f"\r{nummer} linjer besvaret.{' ' * 20}", file=sys.stderr)
    return alle


def _blokke(fil: BinaryIO) -> Iterator[list[bytes | None]]:
    """The lines that have arrived, without their ends, as soon as they have; None for a line that is too
    long.
    """
    rest: list[bytes] = []
    laengde = 0
    laes = getattr(fil, "read1", fil.read)
    while blok := laes(BLOK):
        *hele, sidste = blok.split(b"\n")
        linjer: list[bytes | None] = []
        for stykke in hele:
            if rest or laengde:
                linjer.append(None if laengde + len(stykke) > LAENGSTE_LINJE else b"".join((*rest, stykke)))
                rest, laengde = [], 0
            else:
                linjer.append(stykke)
        laengde += len(sidste)
        if laengde > LAENGSTE_LINJE:
            rest = []
        elif sidste:
            rest.append(sidste)
        if linjer:
            yield linjer
    if laengde:
        yield [None if laengde > LAENGSTE_LINJE else b"".join(rest)]


def besvar_linje(linje: bytes | None, nummer: int, *, fuldt: bool = False) -> tuple[bytes, bool]:
    """The answer to one line as a line of UTF-8, and whether its data were valid."""
    if nummer == 1 and linje is not None:
        linje = linje.removeprefix(b"\xef\xbb\xbf")
    try:
        if linje is None:
            raise ValueError("line too long")
        spoergsmaal = _afkod(linje.decode())
        if type(spoergsmaal) is not dict:
            raise ValueError("not an object")
    except (ValueError, RecursionError):
        ulaeselig = {"id": None, "linje": nummer, "status": UGYLDIGE_DATA, "valideringsfejl": ["$"]}
        return (indkod(ulaeselig) + "\n").encode(), False
    if fuldt:
        svar = besvar(spoergsmaal, fuldt=True)
        tekst, gyldigt = indkod(svar), svar["status"] != UGYLDIGE_DATA
    else:
        tekst, gyldigt = besvar_som_json(spoergsmaal)
    try:
        return (tekst + "\n").encode(), gyldigt
    except UnicodeEncodeError:
        # Half a character in an id or a key: written as \uXXXX, the only way JSON can carry it.
        return (json.dumps(json.loads(tekst)) + "\n").encode(), gyldigt


def _ikke_json(konstant: str) -> NoReturn:
    raise ValueError(konstant)


_afkod = json.JSONDecoder(parse_constant=_ikke_json).decode


def _vis_fremskridt(nummer: int, laest: int, stoerrelse: int) -> None:
    andel = f" ({min(100, 100 * laest // stoerrelse)} %)" if stoerrelse else ""
    print(f"\r{nummer} linjer{andel}", end="", file=sys.stderr, flush=True)
