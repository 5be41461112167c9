"""Fetching a consent, a request or a step of one, locked.

Everybody takes the locks in one order: consent, request, case. So nobody waits for one who waits for her, and a
consent that is withdrawn while it is used is either withdrawn first or stops what was asked.
"""

from uuid import UUID

from rehabteam.sager.models import Anmodning, Attestskridt, Samtykke
from rehabteam.sager.udtraek.attester import synlige_skridt
from rehabteam.sager.udtraek.samtykker import synlige_anmodninger, synlige_samtykker

from .fejl import FindesIkke
from .handling import Anledning


def hent_samtykke(anledning: Anledning, samtykke_id: UUID) -> Samtykke:
    """The consent as it stands now, locked to the end of the transaction. Raises FindesIkke."""
    fundet = synlige_samtykker(anledning.aktoer).select_for_update().filter(id=samtykke_id).first()
    if fundet is None:
        raise FindesIkke
    return fundet


def hent_anmodning(anledning: Anledning, anmodning_id: UUID) -> Anmodning:
    """The request, locked, while it is still open. Raises FindesIkke."""
    fundet = (
        synlige_anmodninger(anledning.aktoer)
        .select_for_update()
        .filter(id=anmodning_id, tilstand=Anmodning.Tilstand.SENDT)
        .first()
    )
    if fundet is None:
        raise FindesIkke
    return fundet


def hent_skridt(anledning: Anledning, skridt_id: UUID) -> tuple[Attestskridt, Anmodning]:
    """A step that stands, and its request, locked with the consent it rests on. Raises FindesIkke."""
    skridt = synlige_skridt(anledning.aktoer).filter(id=skridt_id, fortrudt_af=None).first()
    if skridt is None or skridt.slags == Attestskridt.Slags.FORTRUDT:
        raise FindesIkke
    anmodninger = synlige_anmodninger(anledning.aktoer).filter(id=skridt.anmodning_id)
    samtykke_id = anmodninger.values_list("samtykke_id", flat=True).get()
    if samtykke_id:
        hent_samtykke(anledning, samtykke_id)
    return skridt, anmodninger.select_for_update(of=("self",)).select_related("samtykke").get()
