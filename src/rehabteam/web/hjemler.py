"""Legal bases in the words a caseworker would choose between. Our own words, Danish alone."""

from rehabteam.lov.ord import hjemmel as kort

# Chapters of LAB that bear something a ressourceforløb could hold; the first group may count (§ 17, stk. 1).
PAA_LISTEN = (
    ("LAB_KAP_11", "LAB kap. 11 · virksomhedspraktik"),
    ("LAB_KAP_12", "LAB kap. 12 · ansættelse med løntilskud"),
    ("LAB_KAP_14", "LAB kap. 14 · vejledning og opkvalificering"),
    ("SERVICELOV", "Serviceloven · social indsats"),
    ("BARNETS_LOV", "Barnets lov · indsats for unge og familier"),
    ("SUNDHEDSLOV_KOMMUNAL", "Sundhedsloven · kommunens eget sundhedstilbud, fx genoptræning"),
)
ANDRE = (
    ("SUNDHEDSLOV_REGIONAL", "Sundhedsloven · regionens behandling, fx sygehus"),
    ("LAB_KAP_26", "LAB kap. 26 · mentor"),
    *((f"LAB_KAP_{n}", f"LAB kap. {n}") for n in range(9, 28) if n not in (11, 12, 14, 26)),
)
INDSATSER = (("Kan tælle med", PAA_LISTEN), ("Tæller ikke med", ANDRE))

PERIODER = (
    (
        "Kan holde tiden ude",
        (
            ("LAS_13_STK_7", "Fritaget for at stå til rådighed · LAS § 13, stk. 7"),
            ("LAS_13_STK_8", "Fritaget for at stå til rådighed · LAS § 13, stk. 8"),
            ("LAS_13_STK_15_REGLER", "Fritaget efter særlige regler · LAS § 13, stk. 15"),
            ("LAB_33_STK_5", "Kontaktforløb uden kontakt · LAB § 33, stk. 5"),
        ),
    ),
    (
        "Tæller med i tiden",
        (
            ("SYGDOM_UDEN_FRITAGELSE", "Sygdom, uden at borgeren er fritaget"),
            ("ANDET", "Andet grundlag"),
        ),
    ),
)

TIMEARTER = {
    "ORDINAER_LOENMODTAGER": "Ordinære timer som lønmodtager",
    "BETALT_FRAVAER": "Løn under sygdom eller ferie",
    "SELVSTAENDIG": "Timer i egen virksomhed",
    "LOENTILSKUD_LAB": "Timer i løntilskud efter LAB",
}


def indsats(kode: str) -> str:
    """Short, for a table: "LAB kap. 11"."""
    navn = kort(kode)
    return navn[:1].upper() + navn[1:]


def periode(kode: str) -> str:
    navn = kort(kode)
    return navn[:1].upper() + navn[1:]
