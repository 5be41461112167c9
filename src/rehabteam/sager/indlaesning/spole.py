"""Where the rows wait: one file per job, for the owner's eyes only, gathered citizen by citizen, gone when it is over.

A line is JSON: [group, kind, file, line, {column: text}], or [group, "", file, line, message] for a line that cannot
be read. All of a citizen's rows stand together, so that a batch never parts them and memory stays flat.
"""

import json
import os
import time
from array import array
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.utils.translation import gettext as _

from ..cpr import CprFejl, laes_cpr
from .filer import Filfejl, Fundet, Linjefejl, Raa, raekker, undersoeg
from .kolonner import SLAGS, Raekke, laes

GEMMES = 7 * 24 * 60 * 60  # seconds
ORDEN = {slags: nr for nr, slags in enumerate(SLAGS)}


@dataclass(frozen=True, slots=True)
class Bundt:
    """Some citizens' rows, whole; the lines that could not be read; and the place in the file behind them (bytes)."""

    grupper: list[list[Raekke]]
    ulaeselige: list[tuple[int, int, str]]
    til: int

    @property
    def antal(self) -> int:
        return sum(map(len, self.grupper)) + len(self.ulaeselige)


@dataclass(frozen=True, slots=True)
class Lagt:
    """What was laid on the spool. `filer`: per file what it was found to be."""

    antal: int
    stoerrelse: int
    filer: list[Fundet]


def sti(rod: Path | str, job_id: UUID) -> Path:
    """The job's file: its name is the job's id and says nothing."""
    return Path(rod) / "import" / f"{job_id}.jsonl"


def laeg(filer: Iterable[BinaryIO], maal: Path) -> Lagt:
    """Read the files through and write the spool. Raises Filfejl for a file that cannot be used at all."""
    maal.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    raa = maal.with_suffix(".raa")
    try:
        with open(_kun_os(raa), "wb") as ud:
            fundne, steder, grupper = _skriv(filer, ud)
        with open(raa, "rb") as ind, open(_kun_os(maal), "wb") as ud:
            for nr in sorted(range(len(steder)), key=grupper.__getitem__):
                ind.seek(steder[nr])
                ud.write(b"[%d," % grupper[nr] + ind.readline())
            ud.flush()
            os.fsync(ud.fileno())
            return Lagt(len(steder), ud.tell(), fundne)
    except BaseException:
        maal.unlink(missing_ok=True)
        raise
    finally:
        raa.unlink(missing_ok=True)


def _kun_os(fil: Path) -> Path:
    os.close(os.open(fil, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    return fil


class _Grupper:
    """Number the citizens: a forløb belongs to its CPR number, a fact to its forløb's key."""

    def __init__(self) -> None:
        self.af_cpr: dict[str, int] = {}
        self.af_forloeb: dict[str, int] = {}
        self.sete: dict[int, tuple[int, int]] = {}
        self.naeste = 0

    def ny(self) -> int:
        self.naeste += 1
        return self.naeste

    def cpr(self, tekst: str) -> int:
        try:
            nummer = laes_cpr(tekst).nummer
        except CprFejl:
            return self.ny()
        return self.af_cpr.get(nummer) or self.af_cpr.setdefault(nummer, self.ny())

    def set_foer(self, raa: Raa, fil: int) -> tuple[int, int] | None:
        """Where the same key stood before, as (file, line)."""
        kilde = raa.felter.get("kilde_id", "").strip()
        if not kilde:
            return None
        her = (fil, raa.linje)
        foerst = self.sete.setdefault(hash((raa.slags, kilde)), her)
        return None if foerst == her else foerst


def _skriv(filer: Iterable[BinaryIO], ud: BinaryIO) -> tuple[list[Fundet], "array[int]", "array[int]"]:
    """All rows as they come; where each begins, and which citizen it belongs to."""
    fundne: list[Fundet] = []
    steder, grupper = array("Q"), array("Q")
    nummer = _Grupper()
    venter: list[tuple[int, str]] = []
    her = 0
    for fil_nr, fil in enumerate(filer):
        try:
            fundet = undersoeg(fil)
        except Filfejl as fejl:
            raise Filfejl(_("Fil %(nr)s: %(hvad)s") % {"nr": fil_nr + 1, "hvad": fejl}) from None
        fundne.append(fundet)
        for raa in raekker(fil, fundet):
            if not isinstance(raa, Linjefejl) and (foer := nummer.set_foer(raa, fil_nr)):
                raa = Linjefejl(raa.linje, _samme(*foer))
            if isinstance(raa, Linjefejl):
                gruppe, linje = nummer.ny(), ["", fil_nr, raa.linje, str(raa)]
            else:
                gruppe = _gruppe(nummer, raa, venter, len(steder))
                linje = [raa.slags, fil_nr, raa.linje, raa.felter]
            steder.append(her)
            grupper.append(gruppe)
            her += ud.write(json.dumps(linje, ensure_ascii=False, separators=(",", ":")).encode()[1:] + b"\n")
    for nr, forloeb in venter:
        grupper[nr] = nummer.af_forloeb.get(forloeb) or nummer.af_forloeb.setdefault(forloeb, nummer.ny())
    return fundne, steder, grupper


def _samme(fil: int, linje: int) -> str:
    return _("Samme kilde_id står også i fil %(fil)s på linje %(linje)s. Kun den første bruges.") % {
        "fil": fil + 1,
        "linje": linje,
    }


def _gruppe(nummer: _Grupper, raa: Raa, venter: list[tuple[int, str]], nr: int) -> int:
    if raa.slags in ("borger", "forloeb"):
        gruppe = nummer.cpr(raa.felter.get("cpr", ""))
        if raa.slags == "forloeb":
            nummer.af_forloeb.setdefault(raa.felter.get("kilde_id", "").strip(), gruppe)
        return gruppe
    # The forløb may come later in the files.
    venter.append((nr, raa.felter.get("forloeb", "").strip()))
    return 0


def bundter(fil: Path, fra: int, mindst: int) -> Iterator[Bundt]:
    """The rows from that place on, some citizens at a time: at least so many rows, and never a part of one citizen."""
    with open(fil, "rb") as ind:
        ind.seek(fra)
        grupper: list[list[Raekke]] = []
        ulaeselige: list[tuple[int, int, str]] = []
        antal, nu, her = 0, None, fra
        for linje in ind:
            gruppe, slags, fil_nr, nr, indhold = json.loads(linje)
            if gruppe != nu and antal >= mindst:
                yield Bundt(_i_orden(grupper), ulaeselige, her)
                grupper, ulaeselige, antal = [], [], 0
            if not slags:
                ulaeselige.append((fil_nr, nr, indhold))
            elif gruppe != nu or not grupper:
                grupper.append([laes(slags, indhold, fil_nr, nr)])
            else:
                grupper[-1].append(laes(slags, indhold, fil_nr, nr))
            nu, antal, her = gruppe, antal + 1, her + len(linje)
        if antal:
            yield Bundt(_i_orden(grupper), ulaeselige, her)


def _i_orden(grupper: list[list[Raekke]]) -> list[list[Raekke]]:
    """Each citizen's rows in the order they depend on one another."""
    for gruppe in grupper:
        gruppe.sort(key=lambda r: ORDEN[r.slags])
    return grupper


def fjern(fil: Path) -> None:
    """The rows are gone; twice is as good as once."""
    with suppress(FileNotFoundError):
        fil.unlink()


def ryd(rod: Path | str) -> None:
    """Rows nobody has asked to have read in within a week are deleted."""
    for fil in (Path(rod) / "import").glob("*"):
        with suppress(FileNotFoundError):
            if time.time() - fil.stat().st_mtime > GEMMES:
                fil.unlink()
