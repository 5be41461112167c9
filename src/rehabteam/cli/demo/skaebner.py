"""Cases that have ended: closed with a result, opened again, or handed over to a kommune that has taken them in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from rehabteam.handlinger.afslut_sag import afslut_sag
from rehabteam.handlinger.genaabn_sag import genaabn_sag
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.modtag_overdragelse import modtag_overdragelse
from rehabteam.handlinger.overdrag_sag import overdrag_sag
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.sager.models import Moede

from .dagbog import Dagbog
from .efter_moedet import KLAG
from .regionen import DATA, DemoRegion, laes_fil
from .sager import Demosag, demosag, foer_en

FIL = DATA / "skaebner.toml"


@dataclass(frozen=True, slots=True)
class Skaebne:
    """A case and how it ended. `til`, `modtaget`, `modtager`: the kommune that took it over, the day, and who did."""

    sag: Demosag
    lukket: date
    lukket_grund: str
    resultat: str = ""
    afgjort: dict[str, Any] = field(default_factory=dict)
    aabnet: date | None = None
    aabnet_grund: str = ""
    til: str = ""
    modtaget: date | None = None
    modtager: str = ""


def laes() -> list[Skaebne]:
    """Read the file. Raises TypeError on a key that no dataclass knows."""
    return [Skaebne(**{**raa, "sag": demosag(raa["sag"])}) for raa in laes_fil(FIL)["skaebne"]]


def foer(dagbog: Dagbog, region: DemoRegion, moeder: Mapping[str, Moede]) -> None:
    """Put every one in, in the order the cases were made."""
    for skaebne in sorted(laes(), key=lambda s: s.sag.oprettet):
        _slut(dagbog, region, skaebne, foer_en(dagbog, region, moeder, skaebne.sag))


def _slut(dagbog: Dagbog, region: DemoRegion, s: Skaebne, sag_id: UUID) -> None:
    hvem = s.sag.sagsbehandler
    if s.afgjort:
        ord_ = {n: s.afgjort[n] for n in ("begrundelse", "naeste", "mangler_grund")}
        dag: date = s.afgjort["dag"]
        dagbog.goer(hvem, dag, traef_afgoerelse, sag_id, bevilget=True, klagevejledning=KLAG, **ord_)
    if s.til:
        til = region.kommune(s.til).navn
        pakke = dagbog.goer(hvem, s.lukket, overdrag_sag, sag_id, til=til, grund=s.lukket_grund)
        if s.modtaget:
            data = lager().laes(pakke.sha256)
            dagbog.goer(s.modtager, s.modtaget, modtag_overdragelse, data=data)
        return
    dagbog.goer(hvem, s.lukket, afslut_sag, sag_id, resultat=s.resultat, grund=s.lukket_grund)
    if s.aabnet:
        dagbog.goer(hvem, s.aabnet, genaabn_sag, sag_id, grund=s.aabnet_grund)
