"""The team's recommendation while it is being written at the meeting (BEK § 19)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indstilling

from .fejl import AendretAfAnden
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

FELTER = ("aarsag", "indsatser", "opfoelgning", "se_igen")


@dataclass(frozen=True, slots=True)
class Indstillet:
    """One effort the team recommends. `begynder` is an ISO date or ""."""

    navn: str
    omraade: str = ""
    begynder: str = ""
    ansvarlig: str = ""


@handling("skriv_indstilling")
def skriv_indstilling(
    anledning: Anledning,
    sag_id: UUID,
    *,
    version: int,
    aarsag: str,
    indsatser: Sequence[Indstillet],
    opfoelgning: str,
    se_igen: bool | None,
) -> Indstilling:
    """Save what there is; nothing need be complete. Raises AendretAfAnden, FindesIkke."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_indstilling", sag)
    nye = {
        "aarsag": aarsag.strip(),
        "indsatser": [asdict(i) for i in indsatser if i.navn.strip()],
        "opfoelgning": opfoelgning.strip(),
        "se_igen": se_igen,
    }
    indstilling = sag.indstilling_raekker.first()
    if indstilling is None:
        indstilling = Indstilling(kommune_id=sag.kommune_id, sag=sag, version=0)
    gamle = {felt: getattr(indstilling, felt) for felt in FELTER}
    if indstilling.version != version and gamle != nye:
        raise AendretAfAnden(indstilling.aendret_af, indstilling.aendret_tid, indstilling.version, gamle)
    for felt, vaerdi in nye.items():
        setattr(indstilling, felt, vaerdi)
    indstilling.version += 1
    indstilling.aendret_tid = anledning.nu
    indstilling.aendret_af = anledning.aktoer.navn
    indstilling.save()
    haendelse(
        anledning,
        "skriv_indstilling",
        f"Der blev skrevet på indstillingen (version {indstilling.version}).",
        sag=sag,
    )
    return indstilling
