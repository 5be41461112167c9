"""The team's recommendation while it is being written at the meeting (BEK §§ 7-11, 16 and 19)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.indstillingsdele import FLAG, UDFALD, tekstdele
from rehabteam.sager.models import Indstilling, Sag
from rehabteam.sager.sagsfakta.indstilling import udfaldets_navn, valg
from rehabteam.sager.sagsfakta.samlet import Vej, vej

from .fejl import AendretAfAnden, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

FELTER = ("udfald", "indhold", "flag", "aarsag", "indsatser", "opfoelgning", "se_igen", "uenighed")
NOEGLER = frozenset(d.noegle for udfald in UDFALD for d in tekstdele(udfald))


@dataclass(frozen=True, slots=True)
class Indstillet:
    """One effort the team recommends. `begynder` is an ISO date or "", `nr` its place in the order or ""."""

    navn: str
    omraade: str = ""
    begynder: str = ""
    ansvarlig: str = ""
    nr: str = ""


@handling("skriv_indstilling")
def skriv_indstilling(
    anledning: Anledning,
    sag_id: UUID,
    *,
    version: int,
    udfald: str | Udeladt = UDELADT,
    indhold: Mapping[str, str] | Udeladt = UDELADT,
    flag: Mapping[str, bool | None] | Udeladt = UDELADT,
    aarsag: str | Udeladt = UDELADT,
    indsatser: Sequence[Indstillet] | Udeladt = UDELADT,
    opfoelgning: str | Udeladt = UDELADT,
    se_igen: bool | None | Udeladt = UDELADT,
    uenighed: str | Udeladt = UDELADT,
) -> Indstilling:
    """Save what there is; nothing need be complete. What is left out stays, so another outcome's text is kept.

    An outcome newly chosen must be open in the case. Raises KanIkke at `udfald`, or for a case that is not the team's;
    AendretAfAnden, FindesIkke.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_indstilling", sag)
    kraev_teamet(sag)
    indstilling = sag.indstilling_raekker.first()
    if indstilling is None:
        indstilling = Indstilling(kommune_id=sag.kommune_id, sag=sag, version=0)
    gamle = {felt: getattr(indstilling, felt) for felt in FELTER}
    nye: dict[str, Any] = {
        "udfald": udfald,
        "indhold": UDELADT if indhold is UDELADT else _flettet(gamle["indhold"], _kendte(indhold)),
        "flag": UDELADT
        if flag is UDELADT
        else _flettet(gamle["flag"], {f: flag[f] for f in FLAG if f in flag}),
        "aarsag": aarsag if aarsag is UDELADT else aarsag.strip(),
        "indsatser": UDELADT if indsatser is UDELADT else _i_orden(indsatser),
        "opfoelgning": opfoelgning if opfoelgning is UDELADT else opfoelgning.strip(),
        "se_igen": se_igen,
        "uenighed": uenighed if uenighed is UDELADT else uenighed.strip(),
    }
    nye = gamle | {felt: vaerdi for felt, vaerdi in nye.items() if vaerdi is not UDELADT}
    if indstilling.version != version and gamle != nye:
        raise AendretAfAnden(indstilling.aendret_af, indstilling.aendret_tid, indstilling.version, gamle)
    if nye["udfald"] != gamle["udfald"]:
        _kraev_aabent(sag, nye["udfald"])
    for felt, vaerdi in nye.items():
        setattr(indstilling, felt, vaerdi)
    indstilling.version += 1
    indstilling.aendret_tid = anledning.nu
    indstilling.aendret_af = anledning.aktoer.navn
    indstilling.save()
    om = f" om {udfaldets_navn(indstilling.udfald)}" if indstilling.udfald else ""
    haendelse(
        anledning,
        "skriv_indstilling",
        f"Der blev skrevet på indstillingen{om} (version {indstilling.version}).",
        sag=sag,
    )
    return indstilling


def kraev_teamet(sag: Sag) -> None:
    """Only a case that goes to the team has an indstilling. Raises KanIkke."""
    if vej(sag) in (Vej.UDEN_TEAM, Vej.SAMTALE):
        raise KanIkke({"": _("Sagen skal ikke for rehabiliteringsteamet, så der er ingen indstilling.")})


def _kraev_aabent(sag: Sag, udfald: str) -> None:
    """The outcome is one the team can recommend in this case; none at all is how every case begins."""
    if not udfald:
        return
    mit = next((v for v in valg(sag) if v.navn == udfald), None)
    if mit is None:
        raise KanIkke({"udfald": _("I denne sag indstiller teamet kun indsatser og opfølgning.")})
    if not mit.kan_vaelges:
        raise KanIkke({"udfald": mit.grund.tekst})


def _kendte(indhold: Mapping[str, str]) -> dict[str, str | None]:
    return {noegle: indhold[noegle].strip() or None for noegle in indhold if noegle in NOEGLER}


def _flettet(gamle: Mapping[str, Any], nye: Mapping[str, Any]) -> dict[str, Any]:
    """The old with the new on top; what is empty now is gone."""
    return {noegle: vaerdi for noegle, vaerdi in {**gamle, **nye}.items() if vaerdi is not None}


def _i_orden(indsatser: Sequence[Indstillet]) -> list[dict[str, Any]]:
    """The efforts that have a name, those with a number first and in their order."""
    med_navn = [i for i in indsatser if i.navn.strip()]
    return [asdict(i) for i in sorted(med_navn, key=lambda i: int(i.nr) if i.nr.isdecimal() else 1000)]
