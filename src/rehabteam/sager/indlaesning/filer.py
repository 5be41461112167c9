"""Reading a file of unknown make: which encoding, which separator, which kind of rows. What was found is said.

CSV with ; , or tab, or JSON Lines; UTF-8 with or without a byte mark, or Latin-1. A file is read as a stream.
"""

import codecs
import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from .kolonner import SLAGS

STYKKE = 1 << 20
LAENGSTE_FELT = 10_000  # characters; a missing quotation mark would else swallow the rest of the file
TEGN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", " ": "_", "-": "_"})


class Filfejl(ValueError):
    """A file that cannot be used at all. `str()` is Danish, and says how to mend it."""


@dataclass(frozen=True, slots=True)
class Fundet:
    """What a file turned out to be. `slags` is "" for JSON Lines, where each line says its own."""

    tegnsaet: str
    form: str
    slags: str = ""
    skilletegn: str = ""

    @property
    def ord(self) -> str:
        form = f"CSV med {SKILLETEGN[self.skilletegn]}" if self.form == "csv" else "JSON Lines"
        return f"{form}, {self.tegnsaet}"


@dataclass(frozen=True, slots=True)
class Raa:
    """One row as it stood: its kind, its line (from 1), and column → text."""

    slags: str
    linje: int
    felter: dict[str, str]


SKILLETEGN = {";": "semikolon", ",": "komma", "\t": "tabulator"}


def undersoeg(fil: BinaryIO) -> Fundet:
    """What the file is; it is read to its end once. Raises Filfejl."""
    tegnsaet = _tegnsaet(fil)
    with _aabn(fil, tegnsaet) as tekst:
        foerste = tekst.readline(65_536).strip()
    if not foerste:
        raise Filfejl(_("Filen er tom, eller dens første linje er."))
    if foerste.startswith("["):
        raise Filfejl(_("Filen er ét stort JSON-dokument. Skriv én række pr. linje (JSON Lines)."))
    if foerste.startswith("{"):
        return Fundet(tegnsaet, "jsonl")
    skilletegn = max(SKILLETEGN, key=lambda tegn: _uden_citater(foerste).count(tegn))
    return Fundet(tegnsaet, "csv", _slags(_hoved(foerste, skilletegn)), skilletegn)


def raekker(fil: BinaryIO, fundet: Fundet) -> "Iterator[Raa | Linjefejl]":
    """Every row of the file; a line that cannot be read comes as the Linjefejl it is, with its number."""
    with _aabn(fil, fundet.tegnsaet) as tekst:
        yield from _jsonlinjer(tekst) if fundet.form == "jsonl" else _csv(tekst, fundet)


class Linjefejl(Filfejl):
    """One line that cannot be read."""

    def __init__(self, linje: int, tekst: str) -> None:
        super().__init__(tekst)
        self.linje = linje


def _tegnsaet(fil: BinaryIO) -> str:
    fil.seek(0)
    begyndelse = fil.read(4)
    if begyndelse.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Filfejl(_("Filen er gemt som Unicode-tekst (UTF-16). Gem den som CSV UTF-8 i stedet."))
    if begyndelse.startswith(b"PK"):
        raise Filfejl(_("Filen er et regneark eller et arkiv. Gem arket som CSV UTF-8 i stedet."))
    fil.seek(0)
    afkoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while stykke := fil.read(STYKKE):
            if b"\0" in stykke:
                raise Filfejl(_("Filen er ikke en tekstfil. Gem den som CSV UTF-8."))
            afkoder.decode(stykke)
        afkoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "Latin-1"
    return "UTF-8 med BOM" if begyndelse.startswith(codecs.BOM_UTF8) else "UTF-8"


KODNING = {"UTF-8": "utf-8", "UTF-8 med BOM": "utf-8-sig", "Latin-1": "cp1252"}


class _Aaben(io.TextIOWrapper):
    """Text over a file that stays open for the next reader."""

    def __exit__(self, *_fejl: object) -> None:
        self.detach()


def _aabn(fil: BinaryIO, tegnsaet: str) -> "_Aaben":
    fil.seek(0)
    # What Windows calls Latin-1 has letters where Latin-1 has none; five places are empty in both.
    return _Aaben(fil, encoding=KODNING[tegnsaet], errors="replace", newline="")  # type: ignore[arg-type]


def _navn(kolonne: str) -> str:
    return kolonne.strip().casefold().translate(TEGN)


def _uden_citater(linje: str) -> str:
    return re.sub(r'"[^"]*"', "", linje)


def _hoved(linje: str, skilletegn: str) -> list[str]:
    return [_navn(k) for k in next(csv.reader([linje], delimiter=skilletegn))]


def _slags(hoved: list[str]) -> str:
    """The kind whose columns these are. Raises Filfejl, naming what is unknown or missing."""
    if len(set(hoved)) != len(hoved):
        raise Filfejl(_("En kolonne står to gange i filens første linje."))
    passer = {
        slags: [k.navn for k in kolonner if k.paakraevet and k.navn not in hoved]
        for slags, kolonner in SLAGS.items()
    }
    kendte = {slags: {k.navn for k in kolonner} for slags, kolonner in SLAGS.items()}
    hele = [slags for slags, mangler in passer.items() if not mangler and set(hoved) <= kendte[slags]]
    if hele:
        return hele[0]
    naermest = max(SLAGS, key=lambda slags: (len(kendte[slags] & set(hoved)), -len(passer[slags])))
    mangler = ", ".join(passer[naermest]) or _("ingen")
    # Never the words of the file: a file without a first line of names begins with a citizen.
    fremmede = len(set(hoved) - kendte[naermest])
    raise Filfejl(
        _(
            "Filens første linje passer ikke til nogen slags. Den ligner mest »%(slags)s«: disse kolonner mangler: "
            "%(mangler)s, og %(fremmede)s kolonner er ukendte. Er der ingen linje med kolonnenavne?"
        )
        % {"slags": naermest, "mangler": mangler, "fremmede": fremmede}
    )


def _csv(tekst: io.TextIOBase, fundet: Fundet) -> Iterator[Raa | Linjefejl]:
    laeser = csv.reader(tekst, delimiter=fundet.skilletegn, strict=True)
    csv.field_size_limit(LAENGSTE_FELT)
    hoved = [_navn(k) for k in next(laeser)]
    while True:
        linje = laeser.line_num + 1
        try:
            felter = next(laeser)
        except StopIteration:
            return
        except csv.Error:
            yield Linjefejl(linje, _("Linjen kan ikke læses. Mangler der et citationstegn?"))
            continue
        if not any(felter):
            continue
        if len(felter) != len(hoved):
            yield Linjefejl(
                linje,
                _("Linjen har %(antal)s felter, men der er %(hoved)s kolonner.")
                % {"antal": len(felter), "hoved": len(hoved)},
            )
            continue
        yield Raa(fundet.slags, linje, dict(zip(hoved, felter, strict=True)))


def _jsonlinjer(tekst: io.TextIOBase) -> Iterator[Raa | Linjefejl]:
    for nr, linje in enumerate(tekst, start=1):
        if not linje.strip():
            continue
        try:
            post = json.loads(
                linje, object_pairs_hook=_objekt, parse_float=str, parse_int=str, parse_constant=_ikke
            )
        except (ValueError, RecursionError):
            yield Linjefejl(nr, _("Linjen er ikke JSON, eller et navn står to gange i den."))
            continue
        if not isinstance(post, dict) or post.get("slags") not in SLAGS:
            yield Linjefejl(
                nr,
                _("Linjen siger ikke, hvad den er. Skriv »slags« som en af: %(slags)s.")
                % {"slags": ", ".join(SLAGS)},
            )
            continue
        slags = str(post.pop("slags"))
        ukendte = set(post) - {k.navn for k in SLAGS[slags]}
        if ukendte or any(isinstance(v, dict | list) for v in post.values()):
            yield Linjefejl(
                nr, _("Linjen har %(antal)s felter, der ikke kendes.") % {"antal": max(1, len(ukendte))}
            )
            continue
        yield Raa(slags, nr, {navn: _som_tekst(vaerdi) for navn, vaerdi in post.items()})


def _objekt(par: list[tuple[str, Any]]) -> dict[str, Any]:
    fundet = dict(par)
    if len(fundet) != len(par):
        raise ValueError("same key twice")
    return fundet


def _ikke(konstant: str) -> Any:
    raise ValueError(konstant)


def _som_tekst(vaerdi: object) -> str:
    if vaerdi is None:
        return ""
    if isinstance(vaerdi, bool):
        return "ja" if vaerdi else "nej"
    return str(vaerdi)
