"""Accept what the planner proposed: the whole, or the cases chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Moede, Sag
from rehabteam.sager.sagsfakta.samlet import Vej, vej
from rehabteam.sager.udtraek.synlige import synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .moedepladser import Skift, hent_moede, saet_paa, slip_plads, tag_tur


@dataclass(frozen=True, slots=True)
class Valg:
    """One line of the proposal as it was shown: the case in the version it had, and the day."""

    sag_id: UUID
    moede_id: UUID
    version: int


@handling("godkend_plan")
def godkend_plan(anledning: Anledning, *, valg: Sequence[Valg]) -> int:
    """All of them or none. Returns how many cases got a day or a new one.

    Raises KanIkke at `valg` when a case has changed since the proposal was shown, or a day is full; FindesIkke, IngenRet.
    """
    if not valg:
        raise KanIkke({"valg": _("Vælg mindst en sag i forslaget.")})
    efter_sag = {v.sag_id: v for v in valg}
    list(
        synlige_sager(anledning.aktoer)
        .select_for_update()
        .filter(id__in=efter_sag)
        .order_by("id")
        .values("id")
    )
    sager = list(
        synlige_sager(anledning.aktoer)
        .filter(id__in=efter_sag)
        .select_related("borger", "moede", "kommune")
        .prefetch_related("skoen_raekker")
        .order_by("id")
    )
    if len(sager) != len(efter_sag):
        raise FindesIkke
    moeder = {m: hent_moede(anledning, m) for m in {v.moede_id for v in valg}}
    for sag in sager:
        kraev_ret(anledning.aktoer, "godkend_plan", sag)
        if sag.version != efter_sag[sag.id].version or vej(sag) != Vej.TEAM:
            raise KanIkke(
                {
                    "valg": _("Sag %(nummer)s er ændret, siden forslaget blev vist. Se det nye forslag.")
                    % {"nummer": sag.nummer}
                }
            )
    tag_tur([*moeder, *(s.moede_id for s in sager if s.moede_id)])
    # Those who leave a place make room before those who take one.
    for sag in sager:
        slip_plads(sag)
    for sag in sager:
        skift = _saet(anledning, sag, moeder[efter_sag[sag.id].moede_id])
        haendelse(anledning, "godkend_plan", skift.tekst, sag=sag, vurdering=skift.svar, data=skift.data)
    return len(sager)


def _saet(anledning: Anledning, sag: Sag, moede: Moede) -> Skift:
    grund = _("Planlæggerens forslag blev godkendt.") if sag.moede_id else ""
    try:
        return saet_paa(anledning, sag, moede, None, grund)
    except KanIkke as fejl:
        raise KanIkke({"valg": f"{sag.nummer}: {' '.join(fejl.felter.values())}"}) from None
