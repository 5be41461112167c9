"""From a paper as it is written to the letter that is set: sender, citizen and signature put in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf

from rehabteam import breve
from rehabteam.breve.former import Afsender, Dokument, Modtager, Underskrift

from . import fra_liv, historie
from .historie import SLAGS, Papir
from .regionen import Borger, DemoRegion


@dataclass(frozen=True, slots=True)
class TrykPapir:
    """A paper as PDF."""

    papir: Papir
    afsender: str
    data: bytes
    sider: int

    @property
    def dato(self) -> date:
        return self.papir.dato


def papirer(borger: Borger, region: DemoRegion) -> tuple[Papir, ...]:
    """All papers of the citizen, oldest first: the story's own, or those made from her texts."""
    if borger.historie:
        return historie.laes(borger.noegle)
    return fra_liv.papirer(borger, region.kommune(borger.kommune))


def tryk(papir: Papir, borger: Borger, region: DemoRegion) -> TrykPapir:
    """Set one paper. Raises what breve.dokument raises."""
    afsender = _afsender(papir.afsender, region)
    data: Dokument = {
        "titel": papir.titel,
        "slags": SLAGS[papir.slags],
        "afsender": afsender,
        "dato": papir.dato.isoformat(),
        "borger": {"navn": borger.navn, "cpr_maskeret": f"{borger.foedt:%d%m%y}-••••"},
        "afsnit": list(papir.afsnit),
        "demo": True,
    }
    if papir.modtager:
        data["modtager"] = _modtager(papir.modtager)
    if papir.underskrift:
        data["underskrift"] = _underskrift(papir.underskrift)
    pdf = breve.dokument(data)
    with pikepdf.open(BytesIO(pdf)) as fil:
        sider = len(fil.pages)
    return TrykPapir(papir, afsender["navn"], pdf, sider)


def skriv_i_mappe(mappe: Path, region: DemoRegion) -> int:
    """Write the papers from the time since the forløb began, one folder per citizen, ready to be added to a case."""
    antal = 0
    for borger in region.borgere:
        for papir in papirer(borger, region):
            if papir.sag != "siden":
                continue
            hos = mappe / borger.navn
            hos.mkdir(parents=True, exist_ok=True)
            (hos / f"{papir.titel}.pdf").write_bytes(tryk(papir, borger, region).data)
            antal += 1
    return antal


def _afsender(tekst: str, region: DemoRegion) -> Afsender:
    if tekst == "region":
        return {"navn": region.region.navn, "linjer": list(region.region.linjer)}
    for kommune in region.kommuner:
        if tekst == kommune.noegle:
            return {"navn": kommune.navn, "linjer": list(kommune.linjer)}
    navn, *linjer = [del_.strip() for del_ in tekst.split("|")]
    return {"navn": navn, "linjer": linjer}


def _modtager(tekst: str) -> Modtager:
    navn, *linjer = [del_.strip() for del_ in tekst.split("|")]
    return {"navn": navn, "linjer": linjer}


def _underskrift(tekst: str) -> Underskrift:
    navn, _, rolle = [del_.strip() for del_ in tekst.partition("|")]
    return {"navn": navn, "rolle": rolle or None}
