"""Every figure of one's own house for some quarters: blocks that may be shown, made once and never from one another."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from ...adgang.aktoer import Aktoer
from ...models import Medarbejder, Organisation
from . import (
    afgoerelse,
    foerste_indsats,
    for_sent,
    hvad_taelles,
    indsatsdel,
    kapacitet,
    uden_indsats,
    udskudte,
    ventetid,
)
from .beskyt import Blok, blok, laeg_sammen
from .figur import Figur
from .kvartal import Kvartal

FIGURER: tuple[Figur, ...] = (
    uden_indsats.FIGUR,
    ventetid.FIGUR,
    for_sent.FIGUR,
    udskudte.FIGUR,
    afgoerelse.FIGUR,
    indsatsdel.FIGUR,
    foerste_indsats.FIGUR,
    kapacitet.FIGUR,
)


@dataclass(frozen=True, slots=True)
class Opgoerelse:
    """`blokke`: by figure, kommune and quarter. `pladser`: places by kommune and quarter, where a number is agreed."""

    figurer: tuple[Figur, ...]
    kommuner: dict[UUID, str]
    enheder: tuple[str, ...]
    blokke: dict[tuple[str, UUID, Kvartal], Blok]
    pladser: dict[tuple[UUID, Kvartal], int]

    def blok(self, figur: Figur, kvartal: Kvartal, kommune: UUID | None = None) -> Blok:
        """What is shown of one figure: of one kommune, or the sum of what is shown of each."""
        if kommune is None and len(self.kommuner) > 1:
            return self.sum(figur, kvartal)[0]
        hos = kommune or next(iter(self.kommuner), None)
        return self.blokke.get((figur.noegle, hos, kvartal), Blok()) if hos else Blok()

    def sum(self, figur: Figur, kvartal: Kvartal) -> tuple[Blok, int]:
        """Over all kommuner, and how many of them are too small to be in it."""
        return laeg_sammen(
            (self.blokke.get((figur.noegle, k, kvartal), Blok()) for k in self.kommuner), figur.kaede
        )

    def plads(self, kvartal: Kvartal, kommune: UUID | None = None) -> int | None:
        """Places of the kommune (or of all whose use is shown); None = no number is agreed."""
        hos = [kommune] if kommune else list(self.kommuner)
        if kommune is None and len(hos) > 1:
            hos = [k for k in hos if self.blokke.get(("kapacitet", k, kvartal), Blok()).inddeling]
        kendte = [self.pladser[k, kvartal] for k in hos if (k, kvartal) in self.pladser]
        return sum(kendte) if kendte else None


def opgoerelse(aktoer: Aktoer, kvartaler: Sequence[Kvartal], mindst: int) -> Opgoerelse:
    """One query per figure, two about the house: however many cases there are."""
    i_regionen = hvad_taelles.for_regionen(aktoer)
    huse = Organisation.objects.filter(
        **({"region_id": aktoer.organisation_id} if i_regionen else {"id": aktoer.organisation_id})
    )
    kommuner = dict(huse.order_by("navn", "id").values_list("id", "navn"))
    enheder = ("",) if i_regionen else _enheder(aktoer)
    figurer = tuple(f for f in FIGURER if not (i_regionen and f.kun_kommunen))
    fra, til = min(kvartaler).foerste, max(kvartaler).sidste
    blokke: dict[tuple[str, UUID, Kvartal], Blok] = {}
    pladser: dict[tuple[UUID, Kvartal], int] = {}
    for figur in figurer:
        antal: dict[tuple[UUID, Kvartal], dict[tuple[str, str], int]] = defaultdict(dict)
        raekker = list(figur.raa(aktoer, fra, til, not i_regionen and figur.enhed))
        if figur is kapacitet.FIGUR:
            pladser = kapacitet.pladser(raekker)
        for kommune, kvartal, enhed, kategori, n in raekker:
            antal[kommune, kvartal][enhed, kategori] = n
        for kommune in kommuner:
            for kvartal in kvartaler:
                kendte = enheder if figur.enhed else ("",)
                blokke[figur.noegle, kommune, kvartal] = blok(
                    antal.get((kommune, kvartal), {}), kendte, figur.kaede, mindst
                )
    return Opgoerelse(figurer, kommuner, enheder, blokke, pladser)


def _enheder(aktoer: Aktoer) -> tuple[str, ...]:
    """Every unit anybody of the kommune has been put in, by name; those without one last."""
    navne = set(
        Medarbejder.objects.filter(organisation_id=aktoer.organisation_id).values_list("enhed", flat=True)
    )
    return (*sorted(navne - {""}), "")
