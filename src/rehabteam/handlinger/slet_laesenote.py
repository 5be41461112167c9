"""Deleting one's own note for reading a case, for good."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .skriv_laesenote import min_note, uden_laas


@handling("slet_laesenote")
def slet_laesenote(anledning: Anledning, sag_id: UUID) -> None:
    """Raises FindesIkke when she has none, IngenRet."""
    sag = uden_laas(anledning, sag_id)
    kraev_ret(anledning.aktoer, "slet_laesenote", sag)
    note = min_note(anledning, sag)
    if note is None:
        raise FindesIkke
    note.delete()
    hvis = anledning.aktoer.organisation_id
    haendelse(anledning, "slet_laesenote", "En egen note til læsning blev slettet.", organisation_id=hvis)
