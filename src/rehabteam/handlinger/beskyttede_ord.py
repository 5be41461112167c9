"""Where a protected name or address stands in the papers, looked for before they leave the house."""

import re
from typing import Any

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.overstreg import OverstregFejl, Soegt, find
from rehabteam.sager.models import (
    Borger,
    Dokument,
    Forsendelse,
    Forsendelseslinje,
    Overstregning,
    Postadresse,
    Sag,
)
from rehabteam.sager.udtraek.overstregninger import PDF, kilden

from .lageret import lager

GADE = re.compile(r"^\D*\d+")
Fund = dict[str, Any]  # as in Forsendelseslinje


def skal_ses_efter(sag: Sag, modtager: str) -> bool:
    """Her own name and address are no secret to herself; to everybody else they are, while they are protected."""
    return sag.borger.er_beskyttet and modtager != Forsendelse.Modtager.BORGER


def soegte(borger: Borger) -> list[Soegt]:
    """The name, each part of it as a word of its own, the street with its number, the town with its, the telephone."""
    ord_ = [Soegt(borger.fuldt_navn)]
    ord_ += [Soegt(del_, helt_ord=True) for del_ in re.split(r"[\s-]+", borger.fuldt_navn) if len(del_) > 1]
    adresse = Postadresse.objects.filter(borger=borger).first()
    for linje in adresse.linjer.splitlines() if adresse else ():
        gade = GADE.match(linje.strip())
        ord_ += [Soegt(tekst) for tekst in {linje.strip(), gade.group() if gade else ""} if len(tekst) > 4]
    return [*ord_, Soegt(borger.telefon)] if borger.telefon else ord_


def se_efter(borger: Borger, dokument: Dokument, overstregning: Overstregning | None) -> Fund:
    """Pages where it stands (`sider`), and pages with no text to look in (`ulaest`; [0]: the whole of it).

    `venter`: the edition has no text to look in yet.
    """
    if overstregning and overstregning.laesning == Overstregning.Laesning.VENTER:
        return {"venter": True}
    sha256, mime = (overstregning.sha256, PDF) if overstregning else kilden(dokument)
    if mime != PDF:
        return {"sider": [], "ulaest": [0]}
    try:
        fundet = find(lager().laes(sha256), soegte(borger))
    except (LagerFejl, OverstregFejl):
        return {"sider": [], "ulaest": [0]}
    return {"sider": sorted({f.side for f in fundet.felter}), "ulaest": list(fundet.uden_tekst)}


def se_efter_igen(sag: Sag, udgave: Overstregning) -> None:
    """The open selections that chose the edition while it had no text: looked through now that no more is coming."""
    aabne = Forsendelseslinje.objects.filter(
        overstregning=udgave, forsendelse__udleveret_tid=None, forsendelse__opgivet_tid=None
    ).select_related("forsendelse", "dokument")
    til_andre = [x for x in aabne if skal_ses_efter(sag, x.forsendelse.modtager)]
    if not til_andre:
        return
    fund = se_efter(sag.borger, udgave.dokument, udgave)
    for linje in til_andre:
        # By its edition too: somebody may have chosen another meanwhile.
        Forsendelseslinje.objects.filter(id=linje.id, overstregning=udgave).update(fund=fund)
