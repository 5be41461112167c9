"""The forecast as a drawing: one column a month, and a line across it where the places end. Numbers stand in the table."""

from dataclasses import dataclass
from datetime import date

from rehabteam.sager.udtraek.prognose import Prognose

BREDDE, HOEJDE, BUND, TOP = 384, 200, 170, 20


@dataclass(frozen=True, slots=True)
class Soejle:
    maaned: date
    x: int
    midt: int
    bredde: int
    venter_y: int
    venter_hoejde: int
    ventet_y: int
    ventet_hoejde: int
    ialt: int
    ialt_y: int
    pladser_y: int | None


def soejler(prognose: Prognose) -> list[Soejle]:
    """In whole units of the drawing. The tallest column or line reaches the top."""
    hoejest = max((max(m.ialt, m.pladser or 0) for m in prognose.maaneder), default=0) or 1
    trin = BREDDE // len(prognose.maaneder)
    return [
        _soejle(nr, trin, hoejest, m.foerste, m.venter, m.ventet, m.pladser)
        for nr, m in enumerate(prognose.maaneder)
    ]


def _soejle(
    nr: int, trin: int, hoejest: int, maaned: date, venter: int, ventet: int, pladser: int | None
) -> Soejle:
    def op(antal: int) -> int:
        return round(antal / hoejest * (BUND - TOP))

    bredde = trin // 2
    x = nr * trin + (trin - bredde) // 2
    h1, h2 = op(venter), op(venter + ventet) - op(venter)
    return Soejle(
        maaned=maaned,
        x=x,
        midt=x + bredde // 2,
        bredde=bredde,
        venter_y=BUND - h1,
        venter_hoejde=h1,
        ventet_y=BUND - h1 - h2,
        ventet_hoejde=h2,
        ialt=venter + ventet,
        ialt_y=BUND - h1 - h2 - 6,
        pladser_y=None if pladser is None else BUND - op(pladser),
    )
