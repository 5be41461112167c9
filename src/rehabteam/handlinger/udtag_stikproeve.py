"""The week's sample of the log: everything that looks odd, and as much that does not, which nobody can foresee."""

from secrets import SystemRandom

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Logstikproeve
from rehabteam.sager.udtraek.logrisiko import GRAENSE
from rehabteam.sager.udtraek.stikproeve import brug, stikproever, ugen

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur

RISIKO, TILFAELDIGE = 20, 10


@handling("udtag_stikproeve")
def udtag_stikproeve(anledning: Anledning) -> int:
    """Pick the week's uses for review; returns how many. Raises KanIkke, IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "udtag_stikproeve")
    uge = ugen(anledning.nu)
    efter_tur("stikproeve", aktoer.organisation_id)
    tidligere = stikproever(aktoer)
    if tidligere.filter(uge=uge).exists():
        raise KanIkke({"": _("Ugens stikprøve er allerede taget ud.")})
    sete = set(tidligere.values_list("medarbejder_id", "borger_id", "dag"))
    mulige = [g for g in brug(aktoer, anledning.nu) if (g.medarbejder, g.borger, g.dag) not in sete]
    if not mulige:
        raise KanIkke({"": _("Der er ingen nye opslag at gennemgå fra de sidste 14 dage.")})
    risiko = [g for g in mulige if g.score >= GRAENSE][:RISIKO]
    resten = [g for g in mulige if g not in risiko]
    # SystemRandom: whoever knows the time and the log can still not know who is picked.
    tilfaeldige = SystemRandom().sample(resten, min(TILFAELDIGE, len(resten)))
    valgt = Logstikproeve.Valgt
    Logstikproeve.objects.bulk_create(
        Logstikproeve(
            organisation_id=aktoer.organisation_id,
            uge=uge,
            medarbejder_id=g.medarbejder,
            borger_id=g.borger,
            dag=g.dag,
            opslag=g.opslag,
            score=g.score,
            grunde=list(g.grunde),
            valgt=slags,
            udtaget_tid=anledning.nu,
        )
        for slags, fundne in ((valgt.RISIKO, risiko), (valgt.TILFAELDIG, tilfaeldige))
        for g in fundne
    )
    antal = len(risiko) + len(tilfaeldige)
    haendelse(
        anledning,
        "udtag_stikproeve",
        f"Ugens stikprøve af loggen blev taget ud: {antal} at gennemgå.",
        organisation_id=aktoer.organisation_id,
        data={"uge": uge.isoformat(), "risiko": len(risiko), "tilfaeldige": len(tilfaeldige)},
    )
    return antal
