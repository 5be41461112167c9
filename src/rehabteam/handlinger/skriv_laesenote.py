"""One's own note for reading a case: written, and written again. Nobody else sees it, nor that it is there."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Laesenote, Sag
from rehabteam.sager.udtraek.synlige import synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur


@handling("skriv_laesenote")
def skriv_laesenote(anledning: Anledning, sag_id: UUID, *, tekst: str, version: int) -> Laesenote:
    """`version`: the one that was shown, 0 for none. Raises KanIkke at `tekst`, FindesIkke, IngenRet."""
    sag = uden_laas(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_laesenote", sag)
    tekst = tekst.strip()
    if not tekst:
        raise KanIkke({"tekst": _("Skriv noten, eller slet den.")})
    efter_tur("laesenote", anledning.aktoer.medarbejder_id)
    note = min_note(anledning, sag)
    if (note.version if note else 0) != version:
        raise KanIkke(
            {
                "tekst": _(
                    "Du har ændret noten i et andet vindue. Gem igen, hvis det er denne tekst, der gælder."
                )
            }
        )
    felter = {"tekst": tekst, "version": version + 1, "aendret_tid": anledning.nu}
    if note is None:
        mig = anledning.aktoer.medarbejder_id
        note = Laesenote.objects.create(kommune_id=sag.kommune_id, sag=sag, medarbejder_id=mig, **felter)
    else:
        note.tekst, note.version, note.aendret_tid = tekst, version + 1, anledning.nu
        note.save(update_fields=list(felter))
    # In the house's own book and not in the case's history: which case it is about is nobody else's to know.
    hvis = anledning.aktoer.organisation_id
    haendelse(anledning, "skriv_laesenote", "En egen note til læsning blev gemt.", organisation_id=hvis)
    return note


def uden_laas(anledning: Anledning, sag_id: UUID) -> Sag:
    """The case, unlocked: a note of one's own changes nothing on it."""
    sag = synlige_sager(anledning.aktoer).filter(id=sag_id).first()
    if sag is None:
        raise FindesIkke
    return sag


def min_note(anledning: Anledning, sag: Sag) -> Laesenote | None:
    return Laesenote.objects.filter(sag=sag, medarbejder_id=anledning.aktoer.medarbejder_id).first()
