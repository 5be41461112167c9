"""Deleting one's own note beside a page, for good: it was never anybody else's."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .skriv_laesenote import uden_laas
from .skriv_margennote import min_note


@handling("slet_margennote")
def slet_margennote(anledning: Anledning, sag_id: UUID, note_id: UUID) -> None:
    """Raises FindesIkke when it is not hers, KanIkke when it is shared, IngenRet."""
    sag = uden_laas(anledning, sag_id)
    kraev_ret(anledning.aktoer, "slet_margennote", sag)
    efter_tur("margennote", anledning.aktoer.medarbejder_id)
    note = min_note(anledning, sag, note_id)
    if note.delt_tid:
        raise KanIkke(
            {"": _("Noten er delt med dine kolleger og kan ikke slettes. Du kan trække den tilbage.")}
        )
    note.delete()
    hvis = anledning.aktoer.organisation_id
    haendelse(anledning, "slet_margennote", "En egen note ved en side blev slettet.", organisation_id=hvis)
