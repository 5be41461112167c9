"""`rehabteam vurder FIL…|-`: questions about the rules as JSON Lines in, one answer per line out, in the same order.

Exit code: 0 all answered, 1 some UGYLDIGE_DATA, 2 could not run. Reads and writes in blocks; memory stays flat.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, NoReturn

from rehabteam.lov.kontrakt.forklar import forklar, ulaeselig
from rehabteam.lov.kontrakt.svar import UGYLDIGE_DATA, besvar, besvar_som_json, indkod

Form = Callable[[Any], tuple[str, bool]]
"""A question in; the answer as text, and whether its data were valid."""
BLOK = 1 << 16
LAENGSTE_LINJE = 16 * 1024 * 1024
"""Bytes; a longer line is answered as unreadable and skipped, so that one line cannot take all memory."""
FREMSKRIDT = 2000


def tilfoej(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("vurder", help="besvar spørgsmål om reglerne (JSON Lines ind og ud)")
    parser.add_argument(
        "filer", nargs="+", metavar="FIL", help="filer med ét spørgsmål pr. linje; - er standard ind"
    )
    form = parser.add_mutually_exclusive_group()
    form.set_defaults(form=besvar_som_json)
    hjaelp = "også læsninger, koder og grundenes værdier"
    form.add_argument("--fuldt", dest="form", action="store_const", const=fuldt, help=hjaelp)
    hjaelp = "svaret som dansk tekst i stedet for JSON"
    form.add_argument("--forklar", dest="form", action="store_const", const=forklar, help=hjaelp)


def koer(args: argparse.Namespace) -> int:
    """Answer every line of every file."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    alle_besvaret = True
    try:
        for navn in args.filer:
            if navn == "-":
                alle_besvaret &= _besvar_fil(sys.stdin.buffer, 0, args.form)
            else:
                with open(navn, "rb") as fil:
                    alle_besvaret &= _besvar_fil(fil, os.fstat(fil.fileno()).st_size, args.form)
    except BrokenPipeError:
        # The reader has gone; point stdout elsewhere so that Python's own last flush does not complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        return 2
    except OSError as fejl:
        print(
            f"rehabteam vurder: {fejl.filename or 'filen'} kan ikke læses: {fejl.strerror}", file=sys.stderr
        )
        return 2
    return 0 if alle_besvaret else 1


def _besvar_fil(fil: BinaryIO, stoerrelse: int, form: Form) -> bool:
    """Answer one stream; returns whether every line was answered."""
    ud = sys.stdout.buffer
    vis = sys.stderr.isatty() and not sys.stdout.isatty()
    alle, nummer, laest = True, 0, 0
    for linjer in _blokke(fil):
        svar = []
        for linje in linjer:
            nummer += 1
            svaret, gyldigt = besvar_linje(linje, nummer, form)
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
    """The lines that have arrived, without their ends, as soon as they have; None for a line that is too long."""
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


def besvar_linje(linje: bytes | None, nummer: int, form: Form = besvar_som_json) -> tuple[bytes, bool]:
    """The answer to one line as UTF-8 in the given form, and whether its data were valid."""
    if nummer == 1 and linje is not None:
        linje = linje.removeprefix(b"\xef\xbb\xbf")
    try:
        if linje is None:
            raise ValueError("line too long")
        spoergsmaal = _afkod(linje.decode())
        if type(spoergsmaal) is not dict:
            raise ValueError("not an object")
    except (ValueError, RecursionError):
        if form is forklar:
            return (ulaeselig(None, ["$"], nummer) + "\n").encode(), False
        svar = {"id": None, "linje": nummer, "status": UGYLDIGE_DATA, "valideringsfejl": ["$"]}
        return (indkod(svar) + "\n").encode(), False
    tekst, gyldigt = form(spoergsmaal)
    # Half a character in an id or a key can only be carried as \uXXXX, which is also right JSON.
    return (tekst + "\n").encode(errors="backslashreplace"), gyldigt


def fuldt(spoergsmaal: Any) -> tuple[str, bool]:
    """The whole receipt: readings, codes and the grounds' values as well."""
    svar = besvar(spoergsmaal, fuldt=True)
    return indkod(svar), svar["status"] != UGYLDIGE_DATA


def _ikke_json(konstant: str) -> NoReturn:
    raise ValueError(konstant)


def _objekt(par: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; with the same key twice nobody can say which value was meant."""
    fundet = dict(par)
    if len(fundet) != len(par):
        raise ValueError("same key twice")
    return fundet


_afkod = json.JSONDecoder(parse_constant=_ikke_json, object_pairs_hook=_objekt).decode


def _vis_fremskridt(nummer: int, laest: int, stoerrelse: int) -> None:
    andel = f" ({min(100, 100 * laest // stoerrelse)} %)" if stoerrelse else ""
    print(f"\r{nummer} linjer{andel}", end="", file=sys.stderr, flush=True)
