"""Reads the whole stories: one text file per citizen, several papers in each, in a plain notation.

    # Title of a paper             a paper begins
    slags: forberedende_del        then its head, one line each: slags, dato, afsender, modtager, underskrift, sag
    (blank line)
    ## Heading                     a section
    text                           paragraphs, divided by blank lines
    - point                        a list
    > words                        somebody's own words
    | a | b |                      a table; its first row is the heading row

Nothing else is notation, so whoever writes good Danish can write a story.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rehabteam.breve.former import Afsnit

MAPPE = Path(__file__).parent / "data" / "historier"
HOVEDLINJER = frozenset({"slags", "dato", "afsender", "modtager", "underskrift", "sag"})
SLAGS = {
    "forberedende_del": "Forberedende del",
    "laegeattest": "Lægeattest",
    "indstilling": "Indstilling",
    "indsatsplan": "Indsatsplan",
    "sundhedsnotat": "Notat fra sundhedskoordinator",
    "afgoerelse": "Afgørelse",
    "brev": "Brev",
    "opfoelgningsnotat": "Opfølgningsnotat",
    "cv": "CV",
    "epikrise": "Epikrise",
    "andet": "Andet",
}
# "2009-2014" and "a - b" are typed with the key that is there; in print the dash is longer.
STREG = re.compile(r"(?<=[0-9])-(?=[0-9])|(?<= )-(?= )")
#: Papers of the original case, and papers from the time since the forløb began.
SAGER = ("oprindelig", "siden")


class HistorieFejl(ValueError):
    """A story that cannot be read: says which file and what is wrong."""


@dataclass(frozen=True, slots=True)
class Papir:
    """One paper as it is written, before it is known who the citizen and the organisations are.

    afsender, modtager and underskrift are as written: the key of an organisation, or names divided by "|".
    """

    titel: str
    slags: str
    dato: date
    afsender: str
    afsnit: tuple[Afsnit, ...]
    modtager: str = ""
    underskrift: str = ""
    sag: str = "oprindelig"


def laes(noegle: str) -> tuple[Papir, ...]:
    """The papers of one citizen, oldest first. Raises HistorieFejl."""
    fil = MAPPE / f"{noegle}.md"
    try:
        papirer = [_papir(linjer) for linjer in _del(fil.read_text("utf-8"), "# ")]
    except (ValueError, KeyError, OSError) as fejl:
        raise HistorieFejl(f"{fil.name}: {fejl}") from fejl
    return tuple(sorted(papirer, key=lambda papir: papir.dato))


def _del(tekst: str, maerke: str) -> Iterator[list[str]]:
    """The parts of a text that each begin with a line bearing the mark; what stands before the first is left out."""
    del_: list[str] | None = None
    for linje in tekst.splitlines():
        if linje.startswith(maerke):
            if del_ is not None:
                yield del_
            del_ = []
        if del_ is not None:
            del_.append(linje)
    if del_ is not None:
        yield del_


def _papir(linjer: list[str]) -> Papir:
    titel = linjer[0].removeprefix("# ").strip()
    hoved: dict[str, str] = {}
    nr = 1
    while nr < len(linjer) and linjer[nr].strip():
        navn, _, vaerdi = linjer[nr].partition(":")
        if navn not in HOVEDLINJER:
            raise HistorieFejl(f"»{titel}«: {navn!r} is not a head line")
        hoved[navn] = vaerdi.strip()
        nr += 1
    if hoved.get("slags") not in SLAGS or hoved.get("sag", "oprindelig") not in SAGER:
        raise HistorieFejl(f"»{titel}«: unknown slags or sag")
    krop = linjer[nr:]
    foer_foerste = next((i for i, linje in enumerate(krop) if linje.startswith("## ")), len(krop))
    afsnit = list(blokke(krop[:foer_foerste]))
    for del_ in _del("\n".join(krop), "## "):
        afsnit += blokke(del_[1:], overskrift=del_[0].removeprefix("## ").strip())
    if not afsnit:
        raise HistorieFejl(f"»{titel}«: nothing in it")
    return Papir(
        titel=titel,
        slags=hoved["slags"],
        dato=date.fromisoformat(hoved["dato"]),
        afsender=hoved["afsender"],
        afsnit=tuple(afsnit),
        modtager=hoved.get("modtager", ""),
        underskrift=hoved.get("underskrift", ""),
        sag=hoved.get("sag", "oprindelig"),
    )


def blokke(linjer: list[str], overskrift: str = "") -> Iterator[Afsnit]:
    """The sections of some lines: what stands together in another order than a section shows it is divided."""
    samlet: Afsnit = {"overskrift": overskrift} if overskrift else {}
    orden = ("tekst", "punkter", "tabel", "citat")
    for slags, indhold in _ens(linjer):
        seneste = max((orden.index(n) for n in orden if n in samlet), default=-1)
        if slags == "tekst" and seneste == 0:
            samlet["tekst"] += "\n\n" + indhold[0]
            continue
        if orden.index(slags) <= seneste:
            yield samlet
            samlet = {}
        if slags == "tekst":
            samlet["tekst"] = indhold[0]
        elif slags == "punkter":
            samlet["punkter"] = indhold
        elif slags == "citat":
            samlet["citat"] = " ".join(indhold)
        else:
            hoveder, *raekker = [[celle.strip() for celle in linje.split("|")] for linje in indhold]
            if any(len(raekke) != len(hoveder) for raekke in raekker):
                raise HistorieFejl(
                    f"»{overskrift}«: a row of the table has another number of cells than its head"
                )
            samlet["tabel"] = {"hoveder": hoveder, "raekker": raekker}
    if samlet:
        yield samlet


def _ens(linjer: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Runs of lines of the same kind: "tekst" (one paragraph), "punkter", "tabel" or "citat", without the marks."""
    slags = ""
    indhold: list[str] = []
    for linje in [*linjer, ""]:
        linje = STREG.sub("–", linje.strip())
        if linje.startswith(("- ", "– ")):
            ny, rest = "punkter", linje[2:]
        elif linje.startswith("> "):
            ny, rest = "citat", linje[2:]
        elif linje.startswith("|"):
            ny, rest = "tabel", linje.strip("|")
        else:
            ny, rest = ("tekst", linje) if linje else ("", "")
        if ny != slags and slags:
            yield slags, [" ".join(indhold)] if slags == "tekst" else indhold
            indhold = []
        slags = ny
        if rest:
            indhold.append(rest.strip())
