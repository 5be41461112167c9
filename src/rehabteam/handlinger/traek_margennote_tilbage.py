"""Withdrawing one's own shared note: colleagues see that it is withdrawn, and by whom, and no longer what it said."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Margennote

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .skriv_laesenote import uden_laas
from .skriv_margennote import min_note


@handling("traek_margennote_tilbage")
def traek_margennote_tilbage(anledning: Anledning, sag_id: UUID, note_id: UUID) -> Margennote:
    """Raises FindesIkke when it is not hers or not shared, IngenRet."""
    sag = uden_laas(anledning, sag_id)
    kraev_ret(anledning.aktoer, "traek_margennote_tilbage", sag)
    efter_tur("margennote", anledning.aktoer.medarbejder_id)
    note = min_note(anledning, sag, note_id)
    if note.delt_tid is None:
        raise FindesIkke
    note.trukket_tilbage_tid = anledning.nu
    note.save(update_fields=["trukket_tilbage_tid"])
    tekst = "En delt note ved en side blev trukket tilbage."
    haendelse(anledning, "traek_margennote_tilbage", tekst, sag=sag, data={"note": str(note.id)})
    return note
