"""Set a template with data and get PDF bytes: PDF/UA-1 and PDF/A-2a in one file, same bytes every time.

Text reaches Typst as JSON, never as source. Templates can read the template folder and nothing else.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path

import typst

from rehabteam.breve.tegn import TegnFejl, Tegnproeve, ens

SKABELONER = Path(__file__).parent / "skabeloner"
PROJEKT = Path(__file__).resolve().parents[3]
SKRIFTER = Path("dkfds/src/fonts/IBMPlexSans/complete/ttf")
STANDARDER: list[typst.PDFStandard] = ["ua-1", "a-2a"]
IKKE_VIST = re.compile(r'the text `"(.+?)"` could not be displayed|codepoint `"(.+?)"`')


class BrevFejl(RuntimeError):
    """The letter could not be set. `str()` says why, for the log; the data is not in it."""


class SkrifterMangler(BrevFejl):
    """IBM Plex Sans is not where it should be: npm packages are not installed."""


def skriftmappe(npm: str | os.PathLike[str] | None = None) -> Path:
    """Folder with the letter's fonts.

    `npm`: the node_modules folder; else the environment's REHABTEAM_NPM; else the project's own.
    Raises SkrifterMangler.
    """
    rod = Path(npm or os.environ.get("REHABTEAM_NPM") or PROJEKT / "node_modules")
    mappe = rod / SKRIFTER
    if not (mappe / "IBMPlexSans-Regular.ttf").is_file():
        raise SkrifterMangler(
            f"Skrifttypen IBM Plex Sans mangler i {mappe}. Den følger med npm-pakken dkfds: "
            "kør »npm ci« i projektet, eller peg REHABTEAM_NPM på mappen node_modules."
        )
    return mappe


@lru_cache(maxsize=4)
def _skrifter(mappe: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[mappe])


@lru_cache(maxsize=4)
def _proeve(mappe: Path) -> Tegnproeve:
    def kan_saettes(tekst: str) -> bool:
        try:
            _saet("tegnproeve.typ", {"tekst": tekst}, date(2000, 1, 1), mappe)
        except TegnFejl:
            return False
        return True

    return Tegnproeve(kan_saettes)


def tryk(
    skabelon: str, data: Mapping[str, object], dato: date, kilde: object = None, *, erstat: bool = False
) -> bytes:
    """Set `skabelon` (a file in skabeloner/) with `data`; the PDF is dated `dato`, midnight UTC.

    `kilde`: what the caller gave; a bad character is looked for here first, so that its place
    is the caller's own.
    `erstat`: show a box for a character the fonts lack, for papers that must come out whatever a title holds.
    Raises TegnFejl (a character cannot be shown), SkrifterMangler, BrevFejl.
    """
    mappe = skriftmappe()
    renset = _overalt(ens, data)
    proeve = _proeve(mappe)
    if erstat:
        return _saet(skabelon, _overalt(proeve.erstat, renset), dato, mappe)
    proeve.undersoeg(_overalt(ens, kilde))
    proeve.undersoeg(renset)
    return _saet(skabelon, renset, dato, mappe)


def _overalt(goer: Callable[[str], str], data: object) -> object:
    if isinstance(data, str):
        return goer(data)
    if isinstance(data, Mapping):
        return {navn: _overalt(goer, v) for navn, v in data.items()}
    if isinstance(data, list | tuple):
        return [_overalt(goer, v) for v in data]
    return data


def _saet(skabelon: str, data: object, dato: date, mappe: Path) -> bytes:
    try:
        pdf, advarsler = typst.compile_with_warnings(
            SKABELONER / skabelon,
            root=SKABELONER,
            font_paths=_skrifter(mappe),
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(data)},
            pdf_standards=STANDARDER,
            timestamp=datetime.combine(dato, time(), UTC),
        )
    except typst.TypstError as fejl:
        if ramt := IKKE_VIST.search(fejl.message):
            raise TegnFejl(_tegn(ramt[1] or ramt[2])) from fejl
        raise BrevFejl(f"{skabelon}: {fejl.message}") from fejl
    except RuntimeError as fejl:  # the template itself is not there
        raise BrevFejl(f"{skabelon}: {fejl}") from fejl
    if advarsler:  # an unknown font is only a warning, and would change the letter
        raise BrevFejl(f"{skabelon}: {'; '.join(str(a) for a in advarsler)}")
    return pdf


def _tegn(skrevet: str) -> str:
    r"""Typst writes a character as itself or as \u{e000}."""
    return re.sub(r"\\u\{([0-9a-f]+)\}", lambda m: chr(int(m[1], 16)), skrevet)
