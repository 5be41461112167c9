"""Danish words for dates, counts and legal bases, for the sentences of the law."""

from __future__ import annotations

from datetime import date

from rehabteam.lov.husk import husk

UGEDAGE = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
MAANEDER = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip


@husk
def dato(d: date) -> str:
    """3. juni 2026"""
    return f"{d.day}. {MAANEDER[d.month - 1]} {d.year}"


@husk
def dag(d: date) -> str:
    """onsdag 3. juni 2026"""
    return f"{UGEDAGE[d.weekday()]} {dato(d)}"


def dage(antal: int) -> str:
    """1 dag, 2 dage"""
    return "1 dag" if antal == 1 else f"{antal} dage"


_HJEMLER = {
    "SERVICELOV": "serviceloven",
    "BARNETS_LOV": "barnets lov",
    "SUNDHEDSLOV_KOMMUNAL": "sundhedsloven (kommunal)",
    "SUNDHEDSLOV_REGIONAL": "sundhedsloven (regional)",
    "LAS_13_STK_7": "LAS § 13, stk. 7",
    "LAS_13_STK_8": "LAS § 13, stk. 8",
    "LAS_13_STK_15_REGLER": "regler efter LAS § 13, stk. 15",
    "LAB_33_STK_5": "LAB § 33, stk. 5",
    "SYGDOM_UDEN_FRITAGELSE": "sygdom uden fritagelse",
    "ANDET": "andet grundlag",
}


@husk
def hjemmel(kode: str) -> str:
    """A legal basis in words: LAB_KAP_11 → "LAB kap. 11"."""
    if kode.startswith("LAB_KAP_"):
        return f"LAB kap. {kode[8:]}"
    return _HJEMLER.get(kode, kode)
