"""The kommune's own last step: its indsatsdel with concrete efforts (BEK § 5; the procedure in a re-submission)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Indsatsplan, Sag

from .datoer import kraev, raekkefoelge, rimelig
from .fejl import AendretAfAnden
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

FELTER = (
    "placering",
    "maal_art",
    "maal",
    "maal_hvorfor",
    "delmaalene",
    "indsatser",
    "plan_fra",
    "plan_til",
    "varighed_mdr",
    "opfoelgning",
    "mentor_behov",
    "mentor",
    "jobformidler",
)


@dataclass(frozen=True, slots=True)
class Planlagt:
    """One planned effort. `hjemmel` is a code of the law (LAB_KAP_11 …); `begynder` an ISO date or ""."""

    navn: str
    hjemmel: str = ""
    omraade: str = ""
    begynder: str = ""
    ansvarlig: str = ""
    maal: str = ""


@dataclass(frozen=True, slots=True)
class Delmaal:
    """A sub-goal within an area, and why it was chosen."""

    omraade: str
    delmaal: str
    begrundelse: str = ""


@dataclass(frozen=True, slots=True)
class Planindhold:
    """What the plan says. `placering`, `maal_art`: Indsatsplan's own words, or "" while nobody has chosen.

    `jobformidler`: {"navn", "kontaktdata", "rolle", "aftaler"}, None where the citizen has none.
    """

    placering: str = ""
    maal_art: str = ""
    maal: str = ""
    maal_hvorfor: str = ""
    delmaalene: Sequence[Delmaal] = ()
    indsatser: Sequence[Planlagt] = ()
    plan_fra: date | None = None
    plan_til: date | None = None
    varighed_mdr: int | None = None
    opfoelgning: str = ""
    mentor_behov: bool | None = None
    mentor: str = ""
    jobformidler: dict[str, str] | None = field(default=None)

    def felter(self) -> dict[str, object]:
        """The columns, without what nothing stands in."""
        tekster = {n: getattr(self, n).strip() for n in FELTER if isinstance(getattr(self, n), str)}
        return {n: getattr(self, n) for n in FELTER} | {
            **tekster,
            "delmaalene": [asdict(d) for d in self.delmaalene if d.delmaal.strip() or d.begrundelse.strip()],
            "indsatser": [asdict(i) for i in self.indsatser if i.navn.strip()],
        }


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
        maal=indstilling.indhold.get("maal", "") if indstilling else "",
        indsatser=[_planlagt(i) for i in indstilling.indsatser] if indstilling else [],
        opfoelgning=indstilling.opfoelgning if indstilling else "",
    )


def _datoerne(anledning: Anledning, sag: Sag, indhold: Planindhold) -> dict[str, str]:
    """What is wrong with the plan's first and last day, by field."""
    fundet = {
        felt: rimelig(dato, sag.borger.foedselsdato, anledning.dag, fremtid=True)
        for felt, dato in (("plan_fra", indhold.plan_fra), ("plan_til", indhold.plan_til))
        if dato
    }
    if any(fundet.values()):
        return fundet
    return dict(raekkefoelge("plan_til", indhold.plan_fra, indhold.plan_til))


def _planlagt(indsats: dict[str, str]) -> dict[str, str]:
    """An effort as the team named it, without what only the indstilling knows (its place in the order)."""
    kendte = asdict(Planlagt("")).keys() & indsats.keys()
    return asdict(Planlagt(**{navn: indsats[navn] for navn in kendte}))


@handling("skriv_indsatsplan")
def skriv_indsatsplan(
    anledning: Anledning, sag_id: UUID, *, version: int, indhold: Planindhold
) -> Indsatsplan:
    """Save what there is. Raises KanIkke at `plan_fra` or `plan_til`, AendretAfAnden, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_indsatsplan", sag)
    kraev(_datoerne(anledning, sag, indhold))
    plan = udfyldt_fra_indstillingen(sag)
    nye = indhold.felter()
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
