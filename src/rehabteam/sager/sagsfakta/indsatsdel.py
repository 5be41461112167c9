"""The kommune's plan → the facts § 5 asks about. Read-only."""

from rehabteam.lov.bek2408_2021.par05 import Jobformidler, Par05
from rehabteam.lov.love import gaeldende
from rehabteam.lov.vaerdier import UDELADT
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.models import Indsatsplan

from .afgoerelse import afgjort, plantype

JOBFORMIDLER = ("navn", "kontaktdata", "rolle", "aftaler")


def fakta(plan: Indsatsplan) -> Par05:
    """What the plan holds, as § 5 asks: a goal whose kind nobody has said counts as none."""
    P, konkret = Indsatsplan.Placering, Indsatsplan.Maal.KONKRET
    j = plan.jobformidler
    return Par05(
        sagstype=plantype(plan.sag, afgjort(plan.sag)),
        maal=(plan.maal_art or None) if plan.maal.strip() else None,
        konkret_ikke_muligt=UDELADT if plan.maal_art == konkret else bool(plan.maal_hvorfor.strip()),
        delmaal_begrundet=bool(plan.delmaal.strip()) or _begrundet(plan),
        tilbud=tuple(i["navn"] for i in plan.indsatser),
        opfoelgning=bool(plan.opfoelgning.strip()),
        mentor_vurderet=mentor_vurderet(plan),
        plan_fra=plan.plan_fra,
        plan_til=plan.plan_til,
        forloeb_varighed_mdr=UDELADT if plan.varighed_mdr is None else plan.varighed_mdr,
        jobformidler=Jobformidler(**{navn: j.get(navn) or None for navn in JOBFORMIDLER})
        if j is not None
        else None,
        saerskilt_indsatsdel={P.SAERSKILT.value: True, P.MIN_PLAN.value: False}.get(plan.placering),
        alt_i_min_plan=True if plan.placering == P.MIN_PLAN else None,
    )


def svar(plan: Indsatsplan) -> Vurdering:
    """Does the plan hold what § 5 wants of it?"""
    start = plan.sag.forloeb.start if plan.sag.forloeb else None
    return gaeldende("par05", start).funktion(fakta(plan))


def mentor_vurderet(plan: Indsatsplan) -> bool:
    """The need is answered, and where there is one, what the mentor is to do is said."""
    if plan.mentor_behov is None:
        return False
    return bool(plan.mentor.strip()) if plan.mentor_behov else True


def _begrundet(plan: Indsatsplan) -> bool:
    """At least one sub-goal, and none without its reason. An area without any is no defect."""
    return bool(plan.delmaalene) and all(
        d["delmaal"].strip() and d["begrundelse"].strip() for d in plan.delmaalene
    )
