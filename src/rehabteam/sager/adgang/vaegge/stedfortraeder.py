"""Standing in for a colleague, and breaking the glass: the two tables, and what the emergency's kind of user sees.

`noed` is a kind of user of its own, so that nothing but reading is granted to it: one case and its citizen, named in
the signed context, within one's own organisation or the region the case is shared with. Unfinished papers stay closed.
"""

from ..aktoer import Vaeg
from ..log import KOLONNER as LOGGENS
from .dor import ALLE_RAEKKER, UNDERSKREVET, Dor, egen, min_, som_den_man_er

INDENFOR = "(kommune_id = (SELECT adgang.ctx_org('noed')) OR region_id = (SELECT adgang.ctx_org('noed')))"
EGET = "kommune_id = (SELECT adgang.ctx_org('noed'))"
SAGEN = f"sag_id = (SELECT adgang.ctx_sag('noed')) AND {INDENFOR}"


def _paa_sagen(udenfor: str = "") -> tuple[Dor, ...]:
    return (Dor(Vaeg.NOED, f"{SAGEN} AND {udenfor}" if udenfor else SAGEN),)


def _min_egen(vaeg: Vaeg, felt: str) -> str:
    return f"{egen(vaeg)} AND {felt} = (SELECT adgang.ctx_person('{vaeg}'))"


LEDELSEN = (Vaeg.KOMMUNE, Vaeg.REGION)
DE_ANDRE = (Vaeg.KOORDINATOR, Vaeg.AUDIT)
SLUT = ("slut", "slut_af")
# No longer than an hour, whatever the site says.
HOEJST = "udloeber <= clock_timestamp() + '01:00:00'::interval"


TABELLER: dict[str, tuple[Dor, ...]] = {
    "sager_vikariat": (
        # The door reads which one is in use, at every request.
        Dor(Vaeg.DOER, ALLE_RAEKKER, sete_kolonner=("id", "for_hvem_id", "vikar_id", "fra", "til", "slut")),
        *(Dor(vaeg, egen(vaeg), indsaetter=True, aendrer=True, kolonner=SLUT) for vaeg in LEDELSEN),
        # These may find somebody for themselves, and for nobody else.
        *(
            Dor(
                vaeg,
                egen(vaeg),
                indsaetter=True,
                aendrer=True,
                kolonner=SLUT,
                skriver=_min_egen(vaeg, "for_hvem_id"),
            )
            for vaeg in DE_ANDRE
        ),
    ),
    "sager_noedadgang": (
        Dor(
            Vaeg.DOER,
            ALLE_RAEKKER,
            sete_kolonner=("id", "medarbejder_id", "sag_id", "borger_id", "udloeber", "slut"),
        ),
        # One takes one's own; the leaders may end another's.
        *(
            Dor(
                vaeg, egen(vaeg), indsaetter=True, skriver=f"{_min_egen(vaeg, 'medarbejder_id')} AND {HOEJST}"
            )
            for vaeg in LEDELSEN
        ),
        Dor(
            Vaeg.KOORDINATOR,
            _min_egen(Vaeg.KOORDINATOR, "medarbejder_id"),
            indsaetter=True,
            aendrer=True,
            kolonner=("slut",),
            skriver=f"{_min_egen(Vaeg.KOORDINATOR, 'medarbejder_id')} AND {HOEJST}",
        ),
        *(
            Dor(vaeg, "", laeser=False, aendrer=True, kolonner=("slut",), skriver=egen(vaeg))
            for vaeg in LEDELSEN
        ),
        Dor(Vaeg.AUDIT, egen(Vaeg.AUDIT), aendrer=True, kolonner=("slut",)),
    ),
    # Acknowledged in one's own name; that nobody does so with her own is a rule of the table.
    "sager_noedkvittering": tuple(
        Dor(vaeg, egen(vaeg), indsaetter=True, skriver=_min_egen(vaeg, "kvitteret_af_id"))
        for vaeg in (*LEDELSEN, Vaeg.AUDIT)
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
    "sager_dokumentside": _paa_sagen(),
    "sager_gennemgang": _paa_sagen(),
    # Only where one's own house writes it: the region reads the paper.
    "sager_plandel": (Dor(Vaeg.NOED, f"sag_id = (SELECT adgang.ctx_sag('noed')) AND {EGET}"),),
    "sager_planbilag": _paa_sagen(),
    "sager_resume": _paa_sagen("faerdigt"),
    "sager_skoen": _paa_sagen(),
    "sager_laegevurdering": _paa_sagen(),
    "sager_sundhedsnotat": _paa_sagen(UNDERSKREVET),
    "sager_deltager": _paa_sagen(),
    "sager_indstilling": _paa_sagen("afgivet_tid IS NOT NULL"),
    "sager_referat": _paa_sagen("godkendt_tid IS NOT NULL"),
    # It reads; the one thing it writes is that the glass was broken.
    "sager_haendelse": (
        Dor(Vaeg.NOED, SAGEN, indsaetter=True, skriver=f"{SAGEN} AND handling = 'tag_noedadgang'"),
    ),
    "sager_moede": (Dor(Vaeg.NOED, INDENFOR),),
    "sager_adgangspost": (
        Dor(
            Vaeg.NOED,
            "",
            laeser=False,
            indsaetter=True,
            nye_kolonner=LOGGENS,
            skriver=f"{egen(Vaeg.NOED)} AND {min_(Vaeg.NOED)} AND {som_den_man_er(Vaeg.NOED)}",
        ),
    ),
    "web_laest": (Dor(Vaeg.NOED, min_(Vaeg.NOED)),),
}
