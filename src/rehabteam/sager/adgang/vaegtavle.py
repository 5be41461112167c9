"""The walls as people read them: per kind of user and table, which rows are seen and written, in words."""

import re
from dataclasses import dataclass

from .aktoer import Tjeneste, Vaeg
from .udelukkelse import OM_BORGEREN, PERSONER
from .vaegge import LUKKEDE, TABELLER, Dor
from .vaegge.dor import ALLE_RAEKKER, DOEREN, KOMMUNEN, KOORDINATOREN, REGIONEN
from .vaegge.maskiner import I_DRIFT

HVEM = {
    Vaeg.DOER: "Døren: før og under login, ser ingen sag",
    Vaeg.KOMMUNE: "Kommunens medarbejdere",
    Vaeg.REGION: "Regionens sekretariat",
    Vaeg.KOORDINATOR: "Sundhedskoordinatoren",
    Vaeg.AUDIT: "Logkontrolløren",
    Vaeg.NOED: "Den, der har åbnet én sag med nødadgang",
    Vaeg.BORGER: "Borgeren selv",
    Vaeg.BISIDDER: "Bisidderen med fuldmagt",
    Vaeg.DRIFT: "Drift",
    Vaeg.INTEGRATION: "Et fagsystem hos én kommune",
    Tjeneste.FORSEGLER: "Forsegleren af loggen (ikke siden selv)",
}
HELE = {
    ALLE_RAEKKER: "alle",
    DOEREN: "alle",
    I_DRIFT: "alle",
    KOMMUNEN: "egen kommunes",
    REGIONEN: "delt med egen region",
    KOORDINATOREN: "givet til en selv eller den, man er vikar for",
}
ORD = (
    (re.escape(DOEREN) + r" AND \((.*)\)$", r"\1"),  # the door's own signed context, asked about everywhere
    (r"\(SELECT adgang\.ctx_org\('\w+'\)\)", "MIN_ORGANISATION"),
    (r"\(SELECT adgang\.ctx_person\('\w+'\)\)", "MIG"),
    (r"\(SELECT adgang\.ctx_for\('\w+'\)\)", "DEN_JEG_ARBEJDER_FOR"),
    (r"\(SELECT adgang\.ctx_sag\('\w+'\)\)", "DEN_AABNEDE_SAG"),
    (r"\(SELECT adgang\.ctx_borger\('\w+'\)\)", "DEN_AABNEDE_BORGER"),
    (r"\(SELECT adgang\.ctx_nummer\('\w+'\)\)", "DET_BEVISTE_NUMMER"),
)

KORT = {
    "kommune_id = MIN_ORGANISATION": "egen kommunes",
    "organisation_id = MIN_ORGANISATION": "egen organisations",
    "medarbejder_id = MIG": "ens egne",
}


@dataclass(frozen=True, slots=True)
class Vej:
    """One kind of user's way to one table; each field is Danish, or "–" where there is none."""

    tabel: str
    ser: str
    indsaetter: str
    aendrer: str
    sletter: str


def i_ord(sql: str) -> str:
    """A condition as it may be read: whole ones in words, the rest with the context's functions replaced."""
    if sql in HELE:
        return HELE[sql]
    for moenster, ord_ in ORD:
        sql = re.sub(moenster, ord_, sql)
    if sql in KORT:
        return KORT[sql]
    return f"`{sql}`" if re.search(r"[=@(_]", sql) else sql


def _med(sql: str, kolonner: tuple[str, ...]) -> str:
    return i_ord(sql) + (f"; kun {', '.join(kolonner)}" if kolonner else "")


def veje(vaeg: Vaeg | Tjeneste) -> list[Vej]:
    return [
        _vej(tabel, [d for d in doere if d.vaeg == vaeg])
        for tabel, doere in TABELLER.items()
        if _har(doere, vaeg)
    ]


def _har(doere: tuple[Dor, ...], vaeg: Vaeg | Tjeneste) -> bool:
    return any(d.vaeg == vaeg for d in doere)


def _vej(tabel: str, doere: list[Dor]) -> Vej:
    def felt(dele: list[str]) -> str:
        return "; ".join(dict.fromkeys(dele)) or "–"

    return Vej(
        tabel,
        felt([_med(d.ser, d.sete_kolonner) for d in doere if d.laeser]),
        felt([_med(d.skriver or d.ser, d.nye_kolonner) for d in doere if d.indsaetter]),
        felt([_med(d.skriver or d.ser, d.kolonner) for d in doere if d.aendrer]),
        felt([i_ord(d.fjerner or d.ser) for d in doere if d.sletter]),
    )


def lukkede() -> list[str]:
    return sorted(LUKKEDE)


def med_udelukkelse() -> list[str]:
    return list(OM_BORGEREN)


def personer() -> list[str]:
    return [HVEM[v] for v in PERSONER]
