"""Redaction by shape: every page is drawn anew as a picture with the marked areas painted over in the pixels.

Nothing of the old file is carried into the new one: no object, text, font, picture, annotation, attachment or name.
What can be searched in the new file is read from the new pictures (OCR), never taken from the old text. The document
may be hostile, so all of it is done behind the wall of `omdan`.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede, mur
from rehabteam.dokumenter.omdan.barn import PYTHON
from rehabteam.dokumenter.omdan.graenser import MB, Graenser
from rehabteam.dokumenter.omdan.scanning import goer_soegbar
from rehabteam.dokumenter.sidetal import antal_sider

VAERK = Path(__file__).with_name("overstreg_vaerk")
START = "import sys;sys.path+=['/overstreg','/pakker'];import importlib;importlib.import_module(sys.argv[1]).main()"
TEGNER = Graenser(sekunder=300, cpu=240, hukommelse=900 * MB, svar=400 * MB)
FINDER = Graenser(sekunder=60, cpu=50, hukommelse=700 * MB)
HOEJST_FELTER = 4000
NAESTEN = 0.0005  # of the page: less than a hair
HOEJST_LAESES = (
    12  # pages read again while a person waits, a second or two each; longer ones are the worker's
)
PDF = "application/pdf"


class OverstregFejl(Exception):
    """The document cannot be drawn anew or searched. `str()` is Danish, for the user."""


@dataclass(frozen=True, slots=True, order=True)
class Felt:
    """One area on one page (from 1): fractions of the page as the reader sees it, from its top left corner."""

    side: int
    x0: float
    y0: float
    x1: float
    y1: float

    def __post_init__(self) -> None:
        if self.side < 1 or not (0 <= self.x0 < self.x1 <= 1 and 0 <= self.y0 < self.y1 <= 1):
            raise ValueError("feltet ligger ikke på siden")


@dataclass(frozen=True, slots=True)
class Soegt:
    """Words to look for. `helt_ord`: only as a word of its own (or its genitive), not inside another."""

    tekst: str
    helt_ord: bool = False


@dataclass(frozen=True, slots=True)
class Fundet:
    """Where the words stand, and the pages that have no text to look in (a scan not read, or a blank page)."""

    felter: tuple[Felt, ...]
    uden_tekst: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Overstreget:
    """A new file whose pictures were read. `uden_tekst`: how many of its `sider` nothing was found on."""

    pdf: bytes
    sider: int
    uden_tekst: int

    @property
    def soegbar(self) -> bool:
        return self.uden_tekst < self.sider


def overstreg(data: bytes, mime: str, felter: Sequence[Felt], *, kun_side: int | None = None) -> bytes:
    """A new PDF of pictures, 200 dots to the inch. `kun_side`: that page alone, as a look before it is made.

    Raises OverstregFejl.
    """
    if len(felter) > HOEJST_FELTER:
        raise OverstregFejl("Der er markeret for mange felter i dokumentet.")
    paa_sider: dict[int, list[tuple[float, float, float, float]]] = {}
    for f in felter:
        paa_sider.setdefault(f.side, []).append((f.x0, f.y0, f.x1, f.y1))
    bestilling = {"mime": mime, "felter": paa_sider, "sider": [kun_side] if kun_side else None}
    ud = _bag_muren("tegn_om", bestilling, data, TEGNER)
    if not ud.startswith(b"%PDF-"):
        raise OverstregFejl("Dokumentets sider kan ikke tegnes om. Åbn det, og se, om det er helt.")
    return ud


def find(data: bytes, udtryk: Sequence[Soegt]) -> Fundet:
    """Every place the words stand in a PDF, whole words painted: in other case, divided at a line, in a longer word.

    Spaces and signs do not count, so that »12 34 56« finds »12-3456«. Raises OverstregFejl.
    """
    svar = json.loads(_bag_muren("find", {"udtryk": [(u.tekst, u.helt_ord) for u in udtryk]}, data, FINDER))
    felter = {Felt(int(nr), *map(float, boks)) for nr, *boks in svar["felter"]}
    stoerst = sorted(felter, key=lambda f: (f.side, (f.x0 - f.x1) * (f.y1 - f.y0)))
    uden: list[Felt] = []
    for felt in stoerst:  # a part of a name inside the whole name is painted already
        if not any(_rummer(stor, felt) for stor in uden):
            uden.append(felt)
    return Fundet(tuple(sorted(uden)), tuple(map(int, svar["uden_tekst"])))


def _rummer(stor: Felt, lille: Felt) -> bool:
    return (
        stor.side == lille.side
        and stor.x0 <= lille.x0 + NAESTEN
        and stor.y0 <= lille.y0 + NAESTEN
        and stor.x1 >= lille.x1 - NAESTEN
        and stor.y1 >= lille.y1 - NAESTEN
    )


def laes_straks(pdf: bytes) -> Overstreget | None:
    """A short one read while somebody waits. None: it is long, or this machine cannot now; the worker reads it."""
    if antal_sider(pdf) <= HOEJST_LAESES:
        with contextlib.suppress(OmdanNede):
            return laes(pdf)
    return None


def laes(pdf: bytes, fremdrift: Callable[[int, int], None] = lambda nr, antal: None) -> Overstreget:
    """The new pictures read (OCR), so that the file can be searched and heard. Takes seconds for each page.

    `fremdrift(done, of)` is called after each.

    One that cannot be read stays as it is drawn, without text. Raises OmdanNede when this machine cannot.
    """
    sider = antal_sider(pdf)
    try:
        laest = goer_soegbar(pdf, fremdrift=fremdrift)
    except OmdanFejl:
        return Overstreget(pdf, sider, sider)
    return Overstreget(laest.pdf, sider, len(laest.uden_tekst))


def _bag_muren(modul: str, bestilling: Mapping[str, Any], data: bytes, graenser: Graenser) -> bytes:
    program = [str(PYTHON), "-I", "-S", "-B", "-c", START, modul]
    try:
        svar = mur.koer(program, json.dumps(bestilling).encode() + b"\n" + data, graenser, _det_den_laeser())
    except OmdanFejl:
        raise OverstregFejl("Dokumentet er for tungt at tegne om. Del det i mindre dele.") from None
    except OmdanNede as fejl:
        raise OverstregFejl(str(fejl)) from None
    if svar.kode:
        raise OverstregFejl("Dokumentets sider kan ikke tegnes om. Åbn det, og se, om det er helt.")
    return svar.ud


def _det_den_laeser() -> dict[Path, str]:
    fundet = importlib.util.find_spec("pikepdf")
    assert fundet and fundet.origin
    laeser = {VAERK: "/overstreg", Path(fundet.origin).parent.parent: "/pakker"}
    if not PYTHON.is_relative_to("/usr"):
        laeser[Path(sys.base_prefix)] = sys.base_prefix
    return laeser
