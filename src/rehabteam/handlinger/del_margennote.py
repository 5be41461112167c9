"""Sharing one's own note beside a page with colleagues of one's own house, until the team has given its answer."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Margennote

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .skriv_laesenote import uden_laas
from .skriv_margennote import DELT, del_den, min_note


@handling("del_margennote")
def del_margennote(anledning: Anledning, sag_id: UUID, note_id: UUID) -> Margennote:
    """Raises FindesIkke when it is not hers or shared already, IngenRet."""
    sag = uden_laas(anledning, sag_id)
    kraev_ret(anledning.aktoer, "del_margennote", sag)
    efter_tur("margennote", anledning.aktoer.medarbejder_id)
    note = min_note(anledning, sag, note_id)
    if note.delt_tid:
        raise FindesIkke
    del_den(anledning, sag, note)
    haendelse(anledning, "del_margennote", DELT, sag=sag, data={"note": str(note.id)})
    return note
