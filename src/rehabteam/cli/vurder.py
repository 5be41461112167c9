"""`rehabteam vurder FIL…|-`: questions about the rules as JSON Lines in, one answer per line out, in the same order.

Exit code: 0 all answered, 1 some UGYLDIGE_DATA, 2 could not run. Reads and writes in blocks; memory stays flat.
"""

from __future__ import annotations

import argparse
import gc
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO

from rehabteam.cli.fremskridt import Fremskridt
from rehabteam.cli.jsonlinje import afkod, indkod
from rehabteam.lov.kontrakt import forklar
from rehabteam.lov.kontrakt.svar import UGYLDIGE_DATA, besvar

Form = Callable[[Any], tuple[bytes, bool]]
"""A question in; the answer as UTF-8 with its line end, and whether the data were valid."""
BLOK = 1 << 16
LAENGSTE_LINJE = 16 * 1024 * 1024
"""Bytes; a longer line is answered as unreadable and skipped, so that one line cannot take all memory."""
BYTEMAERKE = b"\xef\xbb\xbf"


def som_svar(spoergsmaal: Any) -> tuple[bytes, bool]:
    """The contract's answer."""
    svar = besvar(spoergsmaal)
    return indkod(svar), svar.get("status") != UGYLDIGE_DATA


def som_kvittering(spoergsmaal: Any) -> tuple[bytes, bool]:
    """The whole receipt: readings, what would change the answer, codes and the grounds' values as well."""
    svar = besvar(spoergsmaal, fuldt=True)
    return indkod(svar), svar.get("status") != UGYLDIGE_DATA


def som_prosa(spoergsmaal: Any) -> tuple[bytes, bool]:
    """The answer as Danish text."""
    tekst, gyldigt = forklar.forklar(spoergsmaal)
    return _linje(tekst), gyldigt


def tilfoej(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = subparsers.add_parser("vurder", help="besvar spørgsmål om reglerne (JSON Lines ind og ud)")
    parser.add_argument(
        "filer", nargs="+", metavar="FIL", help="filer med ét spørgsmål pr. linje; - er standard ind"
    )
    form = parser.add_mutually_exclusive_group()
    form.set_defaults(form=som_svar)
    hjaelp = "også læsninger, hvad der ændrer svaret, koder og grundenes værdier"
    form.add_argument("--fuldt", dest="form", action="store_const", const=som_kvittering, help=hjaelp)
    hjaelp = "svaret som dansk tekst i stedet for JSON"
    form.add_argument("--forklar", dest="form", action="store_const", const=som_prosa, help=hjaelp)


def koer(args: argparse.Namespace) -> int:
    """Answer every line of every file."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    alle_besvaret = True
    try:
        with Fremskridt(_stoerrelse(args.filer)) as fremskridt:
            for navn in args.filer:
                if navn == "-":
                    alle_besvaret &= _besvar_fil(sys.stdin.buffer, args.form, fremskridt)
                else:
                    with open(navn, "rb") as fil:
                        alle_besvaret &= _besvar_fil(fil, args.form, fremskridt)
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


def _stoerrelse(filer: Sequence[str]) -> int | None:
    """Bytes in all the files together; None where one of them is a pipe or cannot be looked at."""
    i_alt = 0
    for navn in filer:
        try:
            fundet = os.fstat(sys.stdin.fileno()) if navn == "-" else os.stat(navn)
        except (OSError, ValueError):
            return None
        if not stat.S_ISREG(fundet.st_mode):
            return None
        i_alt += fundet.st_size
    return i_alt


def _besvar_fil(fil: BinaryIO, form: Form, fremskridt: Fremskridt) -> bool:
    """Answer one stream; returns whether every line was answered."""
    ud = sys.stdout.buffer
    paa_skaermen = sys.stdout.isatty()
    alle, nummer = True, 0
    for linjer in _blokke(fil):
        svar, laest = [], len(linjer)
        for linje in linjer:
            nummer += 1
            svaret, gyldigt = besvar_linje(linje, nummer, form)
            svar.append(svaret)
            alle &= gyldigt
            laest += len(linje or b"")
        if paa_skaermen:
            fremskridt.visk_ud()
        ud.write(b"".join(svar))
        ud.flush()
        fremskridt.kommet(len(linjer), laest)
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


def besvar_linje(linje: bytes | None, nummer: int, form: Form = som_svar) -> tuple[bytes, bool]:
    """The answer to one line as UTF-8 in the given form, and whether its data were valid."""
    if linje is None:
        return _ulaeselig(nummer, form), False
    if nummer == 1:
        linje = linje.removeprefix(BYTEMAERKE)
    try:
        spoergsmaal = afkod(linje)
    except (ValueError, RecursionError):
        return _ulaeselig(nummer, form), False
    if type(spoergsmaal) is not dict:
        return _ulaeselig(nummer, form), False
    try:
        return form(spoergsmaal)
    except RecursionError:
        # Just shallow enough to be read, and too deep to be repeated as the answer's id.
        return _ulaeselig(nummer, form), False


def _ulaeselig(nummer: int, form: Form) -> bytes:
    """The answer to a line that is no question."""
    if form is som_prosa:
        return _linje(forklar.ulaeselig(None, ["$"], nummer))
    return indkod({"id": None, "linje": nummer, "status": UGYLDIGE_DATA, "valideringsfejl": ["$"]})


def _linje(tekst: str) -> bytes:
    """Text as UTF-8; half a character is shown as what it is."""
    return (tekst + "\n").encode(errors="backslashreplace")
