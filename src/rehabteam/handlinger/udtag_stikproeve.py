"""The week's sample of the log: everything that looks odd, and as much that does not, which nobody can foresee."""

from secrets import SystemRandom

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Logstikproeve
from rehabteam.sager.udtraek.logrisiko import GRAENSE, Gruppe
from rehabteam.sager.udtraek.stikproeve import brug, stikproever, ugen

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur

RISIKO, TILFAELDIGE = 20, 10
NOED = "noedadgang"


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
    tidligere_fund = list(tidligere.values_list("medarbejder_id", "borger_id", "dag", "grunde"))
    sete = {fund[:3] for fund in tidligere_fund}
    sete_med_noed = {fund[:3] for fund in tidligere_fund if NOED in fund[3]}

    def set_foer(g: Gruppe) -> bool:
        # Seen before the glass was broken that day is not seen.
        return (g.medarbejder, g.borger, g.dag) in (sete_med_noed if NOED in g.grunde else sete)

    mulige = [g for g in brug(aktoer, anledning.nu) if not set_foer(g)]
    if not mulige:
        raise KanIkke({"": _("Der er ingen nye opslag at gennemgå fra de sidste 14 dage.")})
    noed = [g for g in mulige if NOED in g.grunde]  # always, however many
    risiko = noed + [g for g in mulige if g.score >= GRAENSE and g not in noed][:RISIKO]
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
