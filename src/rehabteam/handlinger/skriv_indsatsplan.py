"""The kommune's own last step: its indsatsplan with concrete efforts (the procedure; BEK § 5)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indsatsplan, Sag

from .fejl import AendretAfAnden
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

FELTER = ("maal", "delmaal", "indsatser", "opfoelgning", "mentor")


@dataclass(frozen=True, slots=True)
class Planlagt:
    """One planned effort. `hjemmel` is a code of the law (LAB_KAP_11 …); `begynder` an ISO date or ""."""

    navn: str
    hjemmel: str = ""
    omraade: str = ""
    begynder: str = ""
    ansvarlig: str = ""
    maal: str = ""


def udfyldt_fra_indstillingen(sag: Sag) -> Indsatsplan:
    """The plan as it stands, or one (not saved) that begins with what the team recommended."""
    plan = Indsatsplan.objects.filter(sag=sag).first()
    if plan:
        return plan
    indstilling = sag.indstilling_raekker.exclude(afgivet_tid=None).first()
    return Indsatsplan(
        kommune_id=sag.kommune_id,
        sag=sag,
        version=0,
        indsatser=[asdict(Planlagt(**i)) for i in indstilling.indsatser] if indstilling else [],
        opfoelgning=indstilling.opfoelgning if indstilling else "",
    )


@handling("skriv_indsatsplan")
def skriv_indsatsplan(
    anledning: Anledning,
    sag_id: UUID,
    *,
    version: int,
    maal: str,
    delmaal: str,
    indsatser: Sequence[Planlagt],
    opfoelgning: str,
    mentor: str,
) -> Indsatsplan:
    """Save what there is. Raises AendretAfAnden, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_indsatsplan", sag)
    plan = udfyldt_fra_indstillingen(sag)
    nye = {
        "maal": maal.strip(),
        "delmaal": delmaal.strip(),
        "indsatser": [asdict(i) for i in indsatser if i.navn.strip()],
        "opfoelgning": opfoelgning.strip(),
        "mentor": mentor.strip(),
    }
    gamle = {felt: getattr(plan, felt) for felt in FELTER}
    if plan.version != version and gamle != nye:
        raise AendretAfAnden(plan.aendret_af, plan.aendret_tid, plan.version, gamle)
    for felt, vaerdi in nye.items():
        setattr(plan, felt, vaerdi)
    plan.version += 1
    plan.aendret_tid = anledning.nu
    plan.aendret_af = anledning.aktoer.navn
    plan.save()
    haendelse(
        anledning,
        "skriv_indsatsplan",
        f"Der blev skrevet på indsatsplanen (version {plan.version}).",
        sag=sag,
    )
    return plan
