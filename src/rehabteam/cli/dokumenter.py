"""`rehabteam dokumenter efterproev`: is every document that a row tells of in the store, as it was saved?"""

import argparse
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from rehabteam.dokumenter.lager import BlobBeskadiget, BlobMangler, Lager, LagerFejl
from rehabteam.handlinger.lageret import lager

from . import dokumentarbejde
from .fejning import MAPPER, fortalte
from .fremskridt import Fremskridt, tal

if TYPE_CHECKING:
    from rehabteam.dokumenter.lager_s3 import S3Lager


@dataclass(slots=True)
class Efterproevet:
    """What was found. `mangler`, `beskadiget`: name of the bytes → ids of the rows that tell of it.

    `uden_raekke`: files no row tells of. One may be on its way in, so nothing is done about them here.
    """

    raekker: int = 0
    filer: int = 0
    uden_raekke: int = 0
    mangler: dict[str, list[UUID]] = field(default_factory=dict)
    beskadiget: dict[str, list[UUID]] = field(default_factory=dict)

    @property
    def hel(self) -> bool:
        return not self.mangler and not self.beskadiget


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("dokumenter", help="efterprøv de gemte dokumenter")
    under = parser.add_subparsers(dest="hvad", required=True)
    dokumentarbejde.tilfoej(under)
    under.add_parser("efterproev", help="læs hvert dokument igennem, og sig, om det er der og er uændret")


def koer(args: argparse.Namespace) -> int:
    if args.hvad == "arbejd":
        return dokumentarbejde.koer(args)
    try:
        with Fremskridt(len(MAPPER)) as fremskridt:
            svar = efterproev(lager(), fremskridt)
    except LagerFejl as fejl:
        print(f"rehabteam dokumenter: {fejl}", file=sys.stderr)
        return 2
    for ord_, fund in (("mangler", svar.mangler), ("er ændret", svar.beskadiget)):
        for sha, raekker in fund.items():
            print(f"{sha} {ord_}: {', '.join(map(str, raekker))}", file=sys.stderr)
    print(f"Hele filer: {tal(svar.filer)}. Rækker, der fortæller om en fil: {tal(svar.raekker)}.")
    if svar.uden_raekke:
        print(f"Filer, ingen række fortæller om: {tal(svar.uden_raekke)}. De kan være på vej ind.")
    if svar.hel:
        print("Alle dokumenter er her, og de er, som de blev gemt.")
        return 0
    print(
        f"Mangler: {tal(len(svar.mangler))}. Ændret: {tal(len(svar.beskadiget))}. "
        "Hent dem fra en sikkerhedskopi: en fil med samme navn har samme indhold.",
        file=sys.stderr,
    )
    return 1


def efterproev(lager: "Lager | S3Lager", fremskridt: Fremskridt | None = None) -> Efterproevet:
    """Read every file a row tells of, folder by folder: one two-hundred-and-fifty-sixth is in memory at a time."""
    svar = Efterproevet()
    for mappe in MAPPER:
        raekker = _raekker(mappe)
        svar.raekker += sum(map(len, raekker.values()))
        # After the rows: a file is always in the store before a row tells of it.
        svar.uden_raekke += len(set(lager.i_mappe(mappe)) - raekker.keys())
        for sha in sorted(raekker):
            try:
                lager.aaben(sha).close()
                svar.filer += 1
            except BlobMangler:
                svar.mangler[sha] = raekker[sha]
            except BlobBeskadiget:
                svar.beskadiget[sha] = raekker[sha]
        if fremskridt:
            fremskridt.kommet(len(raekker), 1)
    return svar


def _raekker(mappe: str) -> dict[str, list[UUID]]:
    """Name of the bytes → ids of the rows that tell of it."""
    fundne: dict[str, list[UUID]] = {}
    for sha, id_ in fortalte(mappe):
        fundne.setdefault(sha, []).append(id_)
    return fundne
