"""Who is kept out of which citizen's cases: read and written by the organisation the excluded person works in."""

from ..aktoer import Vaeg
from .dor import Dor, egen, min_

# The citizen must be one the writer sees herself.
SET = "EXISTS (SELECT 1 FROM sager_borger b WHERE b.id = sager_inhabilitet.borger_id)"
OPHAEVET = ("ophaevet_tid", "ophaevet_grund", "ophaevet_af")


def _huset(vaeg: Vaeg) -> tuple[Dor, Dor]:
    """Anyone in the house may say it; it is lifted by a colleague, never by the one it is about."""
    hus = egen(vaeg)
    return (
        Dor(vaeg, hus, indsaetter=True, skriver=f"{hus} AND {SET}"),
        Dor(
            vaeg,
            "",
            laeser=False,
            aendrer=True,
            kolonner=OPHAEVET,
            skriver=f"{hus} AND NOT ({min_(vaeg)})",
        ),
    )


TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_inhabilitet": (
        *_huset(Vaeg.KOMMUNE),
        *_huset(Vaeg.REGION),
        # A sundhedskoordinator says it of herself, and of nobody else.
        Dor(
            Vaeg.KOORDINATOR,
            min_(Vaeg.KOORDINATOR),
            indsaetter=True,
            skriver=f"{egen(Vaeg.KOORDINATOR)} AND {min_(Vaeg.KOORDINATOR)} AND {SET}",
        ),
    ),
}
