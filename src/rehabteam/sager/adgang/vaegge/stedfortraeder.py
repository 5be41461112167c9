"""Standing in for a colleague, and breaking the glass: the two tables, and what the emergency's kind of user sees.

`noed` is a kind of user of its own, so that nothing but reading is granted to it: one case and its citizen, named in
the signed context, within one's own organisation or the region the case is shared with. Unfinished papers stay closed.
"""

from ..aktoer import Vaeg
from ..log import KOLONNER as LOGGENS
from .dor import INDE, UNDERSKREVET, Dor, egen, min_

INDENFOR = "(kommune_id = (SELECT adgang.ctx_org('noed')) OR region_id = (SELECT adgang.ctx_org('noed')))"
SAGEN = f"sag_id = (SELECT adgang.ctx_sag('noed')) AND {INDENFOR}"


def _paa_sagen(udenfor: str = "") -> tuple[Dor, ...]:
    return (Dor(Vaeg.NOED, f"{SAGEN} AND {udenfor}" if udenfor else SAGEN),)


def _min_egen(vaeg: Vaeg, felt: str) -> str:
    return f"{egen(vaeg)} AND {felt} = (SELECT adgang.ctx_person('{vaeg}'))"


LEDELSEN = (Vaeg.KOMMUNE, Vaeg.REGION)
DE_ANDRE = (Vaeg.KOORDINATOR, Vaeg.AUDIT)
SLUT = ("slut", "slut_af")
KVITTERET = ("kvitteret_af_id", "kvitteret_tid")
# No longer than an hour, whatever the site says.
HOEJST = "udloeber <= clock_timestamp() + '01:00:00'::interval"


def _ukvitteret(vaeg: Vaeg) -> str:
    """Acknowledged by nobody yet, or by oneself."""
    return (
        f"{egen(vaeg)} AND (kvitteret_af_id IS NULL OR kvitteret_af_id = (SELECT adgang.ctx_person('{vaeg}')))"
    )


TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_vikariat": (
        # The door reads which one is in use, at every request.
        Dor(Vaeg.DOER, "true", sete_kolonner=("id", "for_hvem_id", "vikar_id", "fra", "til", "slut")),
        *(Dor(vaeg, egen(vaeg), indsaetter=True, aendrer=True, kolonner=SLUT) for vaeg in LEDELSEN),
        # These may find somebody for themselves, and for nobody else.
        *(
            Dor(vaeg, egen(vaeg), indsaetter=True, aendrer=True, kolonner=SLUT, skriver=_min_egen(vaeg, "for_hvem_id"))
            for vaeg in DE_ANDRE
        ),
    ),
    "sager_noedadgang": (
        Dor(
            Vaeg.DOER,
            "true",
            sete_kolonner=("id", "medarbejder_id", "sag_id", "borger_id", "udloeber", "slut"),
        ),
        # One's own is taken and ended …
        *(
            Dor(vaeg, egen(vaeg), indsaetter=True, skriver=f"{egen(vaeg)} AND {min_(vaeg)} AND {HOEJST}")
            for vaeg in (*LEDELSEN, Vaeg.AUDIT)
        ),
        Dor(
            Vaeg.KOORDINATOR,
            f"{egen(Vaeg.KOORDINATOR)} AND {min_(Vaeg.KOORDINATOR)}",
            indsaetter=True,
            skriver=f"{egen(Vaeg.KOORDINATOR)} AND {min_(Vaeg.KOORDINATOR)} AND {HOEJST}",
            aendrer=True,
            kolonner=("slut",),
        ),
        # … and acknowledged by somebody else.
        *(
            Dor(vaeg, "", laeser=False, aendrer=True, kolonner=("slut", *KVITTERET), skriver=_ukvitteret(vaeg))
            for vaeg in (*LEDELSEN, Vaeg.AUDIT)
        ),
    ),
    "sager_medarbejder": (Dor(Vaeg.NOED, egen(Vaeg.NOED)),),
    # By its number for as long as it takes to find it; by its id for as long as the emergency lasts.
    "sager_sag": (
        Dor(
            Vaeg.NOED,
            "(id = (SELECT adgang.ctx_sag('noed')) OR nummer = (SELECT adgang.ctx_nummer('noed'))) "
            f"AND {INDENFOR}",
        ),
    ),
    "sager_borger": (Dor(Vaeg.NOED, f"id = (SELECT adgang.ctx_borger('noed')) AND {INDENFOR}"),),
    "sager_dokument": _paa_sagen(),
    "sager_resume": _paa_sagen("faerdigt"),
    "sager_sundhedsnotat": _paa_sagen(UNDERSKREVET),
    "sager_deltager": _paa_sagen(),
    "sager_indstilling": _paa_sagen("afgivet_tid IS NOT NULL"),
    "sager_haendelse": _paa_sagen(),
    "sager_moede": (Dor(Vaeg.NOED, INDENFOR),),
    "sager_adgangspost": (
        Dor(
            Vaeg.NOED,
            "",
            laeser=False,
            indsaetter=True,
            nye_kolonner=LOGGENS,
            skriver=f"{egen(Vaeg.NOED)} AND {min_(Vaeg.NOED)}",
        ),
    ),
    "web_laest": (Dor(Vaeg.NOED, min_(Vaeg.NOED)),),
}

__all__ = ["INDE", "TABELLER"]
