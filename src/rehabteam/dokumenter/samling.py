"""The button »Åbn alle dokumenter«: every document of a case in one PDF, in one pass.

Contents first (set by the caller's `tryk`), then each document in order; every page gets a strip below its
own content saying which document and which page it is. The documents are opened by a child behind the wall
(samlebarn, samling_vaerk), and the file has no name on the disk. The same documents give the same bytes.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, cast

from rehabteam.dokumenter.lager import BlobBeskadiget, LagerFejl
from rehabteam.dokumenter.samlebarn import VENTER, Barn, SamlingFejl, barnet

NYT = "Nyt til dette møde"
# The child's codes, in the words of the page that stands in for the document.
HVORFOR_IKKE = {
    "slags": "Filen er ikke en PDF, et JPEG- eller et PNG-billede.",
    "ingen_sider": "Der er ingen sider i filen.",
    "formular": "Svarene i formularen kan kun vises i det program, den er udfyldt i.",
    "laast": "Filen er låst med en kode.",
    "beskadiget": "Filen er beskadiget og kan ikke læses.",
    "hentes": "Filen kunne ikke hentes.",
}
HOEJST_SIDER = 1_000_000

Tryk = Callable[[Any], bytes]  # breve.bundt: dict → PDF of the contents and of the pages standing in
Aabner = Callable[[], BinaryIO]
Opstilling = list[tuple[str, list[tuple[int, "Bilag"]]]]


@dataclass(frozen=True, slots=True)
class Bilag:
    """One document. `slags`: the heading it stands under ("Helbred"). `data`: bytes, a path to them, or what opens
    them; opened when its turn comes, and closed. `reserve`: what is taken, and its kind, if that cannot be had.
    """

    titel: str
    slags: str
    dato: date | str | None
    kilde_tekst: str
    data: bytes | Path | Aabner
    mime: str
    nyt: bool = False
    fulgte_med: bool = False
    reserve: tuple[Aabner, str] | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """Where a document ended up. Pages count from 1 after the contents.

    `hvorfor_ikke`: why it cannot be shown; then `antal` is the one page standing in for it. `maerket`: the document's
    own file is tagged for a screen reader, which the collected one is not.
    """

    nr: int
    gruppe: str
    titel: str
    foerste: int
    antal: int
    hvorfor_ikke: str | None
    maerket: bool = False

    @property
    def sider(self) -> str:
        """As written in a list: "37–40"."""
        return f"{self.foerste}–{self.foerste + self.antal - 1}" if self.antal > 1 else str(self.foerste)


@dataclass(frozen=True, slots=True)
class Samlet:
    """The file, open at its start; where each document is in it, and how many pages the documents and the contents have."""

    fil: BinaryIO
    poster: tuple[Post, ...]
    sider: int
    indholdssider: int

    @property
    def pdf(self) -> bytes:
        """All of it at once."""
        self.fil.seek(0)
        return self.fil.read()


def varm() -> None:
    """Somebody has a case's documents before her and may want them as one PDF: the child starts meanwhile."""
    VENTER.varm()


def opstil(bilag: Sequence[Bilag]) -> Opstilling:
    """Groups with their numbered documents: what is new first, then by kind as they first come."""
    grupper: dict[str, list[Bilag]] = {NYT: []}
    for b in bilag:
        grupper.setdefault(NYT if b.nyt else b.slags, []).append(b)
    ude: Opstilling = []
    nr = 0
    for navn, indhold in grupper.items():
        if indhold:
            ude.append((navn, [(nr + i, b) for i, b in enumerate(indhold, 1)]))
            nr += len(indhold)
    return ude


def byg(
    bilag: Sequence[Bilag], forside: Mapping[str, Any], tryk: Tryk, mappe: Path | str | None = None
) -> Samlet:
    """Collect the documents.

    `forside`: {"afsender": {"navn", "linjer"}, "sagsnummer", "borger": {"navn", "cpr_maskeret"}, "dato": ISO,
    "moededato"?, "til"?, "demo"?}; `til`: the receiver outside the house that a selection is for. `tryk`:
    breve.bundt. `mappe`: on whose disk the file is written. A document that cannot be shown keeps its place with a
    page that says so. Raises SamlingFejl, and what `tryk` raises.
    """
    raekke = [(navn, nr, b) for navn, gruppe in opstil(bilag) for nr, b in gruppe]
    if mappe:
        Path(mappe).mkdir(mode=0o700, parents=True, exist_ok=True)
    ud = cast(BinaryIO, tempfile.TemporaryFile(dir=mappe))  # noqa: SIM115 (it is handed over)
    try:
        with barnet() as barn:
            barn.sig(_sagt(raekke, forside))
            barn.giv(ud)
            for _, _, b in raekke:
                _giv(barn, b)
            poster = _poster(raekke, barn.hoer())
            # Typst sets the contents while the child puts the documents together.
            with tempfile.TemporaryFile(dir=mappe) as indhold:
                indhold.write(tryk(_bundt(poster, raekke, forside)))
                indhold.seek(0)
                barn.giv(cast(BinaryIO, indhold))
            indholdssider = _tal(barn.hoer().get("indholdssider"))
        ud.seek(0)
        if ud.read(5) != b"%PDF-":
            raise SamlingFejl
        ud.seek(0)
    except BaseException:
        ud.close()
        raise
    return Samlet(ud, tuple(poster), sum(p.antal for p in poster), indholdssider)


def _sagt(raekke: Sequence[tuple[str, int, Bilag]], forside: Mapping[str, Any]) -> dict[str, Any]:
    hvad = "Dokumenter fra" if forside.get("til") else "Alle dokumenter,"
    return {
        "sag": f"Sag {forside['sagsnummer']}",
        "titel": f"{hvad} sag {forside['sagsnummer']}",
        "dato": forside["dato"][:10],
        "til_andre": bool(forside.get("til")),
        "dokumenter": [{"titel": b.titel, "gruppe": navn} for navn, _, b in raekke],
    }


def _giv(barn: Barn, bilag: Bilag) -> None:
    udgaver = [(bilag.data, bilag.mime), *([bilag.reserve] if bilag.reserve else [])]
    beskadiget = False
    for data, mime in udgaver:
        try:
            fil = _aabn(data)
        except BlobBeskadiget:
            beskadiget = True
        except (LagerFejl, OSError):
            beskadiget = False
        else:
            with fil:
                return barn.giv(fil, mime)
    return barn.giv_ingen(beskadiget=beskadiget)


def _aabn(data: bytes | Path | Aabner) -> BinaryIO:
    if isinstance(data, Path):
        return data.open("rb")
    if callable(data):
        return data()
    fil = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115 (it is handed over)
    fil.write(data)
    fil.seek(0)
    return fil


def _poster(raekke: Sequence[tuple[str, int, Bilag]], svar: Mapping[str, Any]) -> list[Post]:
    """What the child says of each document. It is not to be believed beyond what a page of contents can bear."""
    try:
        fundet = [(_tal(antal), str(fejl), bool(m)) for antal, fejl, m in svar["poster"]]
    except (KeyError, TypeError, ValueError):
        raise SamlingFejl from None
    if len(fundet) != len(raekke):
        raise SamlingFejl
    poster, foerste = [], 1
    for (navn, nr, b), (antal, fejl, maerket) in zip(raekke, fundet, strict=True):
        hvorfor = HVORFOR_IKKE.get(fejl, HVORFOR_IKKE["beskadiget"]) if fejl else None
        poster.append(Post(nr, navn, b.titel, foerste, antal, hvorfor, maerket))
        foerste += antal
    return poster


def _tal(antal: object) -> int:
    if not isinstance(antal, int) or not 1 <= antal <= HOEJST_SIDER:
        raise SamlingFejl
    return antal


def _bundt(
    poster: Sequence[Post], raekke: Sequence[tuple[str, int, Bilag]], forside: Mapping[str, Any]
) -> dict[str, Any]:
    grupper: dict[str, list[dict[str, Any]]] = {}
    for p, (_, _, b) in zip(poster, raekke, strict=True):
        grupper.setdefault(p.gruppe, []).append(
            {
                "nr": p.nr,
                "titel": p.titel,
                "dato": b.dato.isoformat() if isinstance(b.dato, date) else b.dato,
                "kilde_tekst": b.kilde_tekst,
                "sider": p.sider,
                "nyt": b.nyt,
                "fulgte_med": b.fulgte_med,
                "kan_ikke_vises": p.hvorfor_ikke,
                "maerket": p.maerket,
            }
        )
    return {
        **forside,
        "dokumenter": len(poster),
        "sider": sum(p.antal for p in poster),
        "grupper": [{"slags": navn, "poster": liste} for navn, liste in grupper.items()],
    }
