"""One's own note beside a page of a document: written, and written again. Shared at once, if she says so."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument, Margennote, Sag

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .skriv_laesenote import uden_laas

HOEJST = 4000
# The words stay in the house: the history is read by the other side too.
DELT = "En note ved en side blev delt med kolleger."


@handling("skriv_margennote")
def skriv_margennote(
    anledning: Anledning,
    sag_id: UUID,
    dokument_id: UUID,
    *,
    side: int,
    tekst: str,
    sted: str = "",
    note_id: UUID | None = None,
    version: int = 0,
    delt: bool = False,
) -> Margennote:
    """`side` from 1; `note_id` and the `version` that was shown: the one that is written again.

    Raises KanIkke at `tekst`, `side` or `sted`, FindesIkke, IngenRet.
    """
    sag = uden_laas(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_margennote", sag)
    dokument = Dokument.objects.filter(sag=sag, id=dokument_id, trukket_tilbage_tid=None).first()
    if dokument is None:
        raise FindesIkke
    tekst = tekst.strip()
    if not tekst:
        raise KanIkke({"tekst": _("Skriv noten.")})
    if len(tekst) > HOEJST:
        raise KanIkke({"tekst": _("Noten er for lang. Skriv højst %(antal)d tegn.") % {"antal": HOEJST}})
    if not 1 <= side <= max(dokument.sider, 1):
        raise KanIkke({"side": _("Dokumentet har ikke den side.")})
    if sted not in Margennote.Sted.values:
        raise KanIkke({"sted": _("Vælg et sted på siden.")})
    efter_tur("margennote", anledning.aktoer.medarbejder_id)
    note = _gemt(anledning, sag, dokument, note_id, version, side=side, sted=sted, tekst=tekst)
    if delt:
        del_den(anledning, sag, note)
        haendelse(anledning, "del_margennote", DELT, sag=sag, data={"note": str(note.id)})
        return note
    # In the house's own book and not in the case's history: which case it is about is nobody else's to know.
    hvis = anledning.aktoer.organisation_id
    haendelse(anledning, "skriv_margennote", "En egen note ved en side blev gemt.", organisation_id=hvis)
    return note


def _gemt(
    anledning: Anledning,
    sag: Sag,
    dokument: Dokument,
    note_id: UUID | None,
    version: int,
    **felter: object,
) -> Margennote:
    if note_id is None:
        return Margennote.objects.create(
            kommune_id=sag.kommune_id,
            sag=sag,
            organisation_id=anledning.aktoer.organisation_id,
            medarbejder_id=anledning.aktoer.medarbejder_id,
            forfatter_navn=anledning.aktoer.signatur,
            dokument=dokument,
            tid=anledning.nu,
            **felter,
        )
    note = min_note(anledning, sag, note_id)
    if note.delt_tid:
        raise KanIkke({"tekst": _("Noten er delt og kan ikke ændres. Træk den tilbage, og skriv en ny.")})
    if note.version != version:
        raise KanIkke(
            {
                "tekst": _(
                    "Du har ændret noten i et andet vindue. Gem igen, hvis det er denne tekst, der gælder."
                )
            }
        )
    note.tekst, note.sted = str(felter["tekst"]), str(felter["sted"])
    note.version, note.tid = version + 1, anledning.nu
    note.save(update_fields=["tekst", "sted", "version", "tid"])
    return note


def del_den(anledning: Anledning, sag: Sag, note: Margennote) -> Margennote:
    """From now on her house reads it with her name, and it is never changed. Raises IngenRet."""
    kraev_ret(anledning.aktoer, "del_margennote", sag)
    note.delt_tid = anledning.nu
    note.save(update_fields=["delt_tid"])
    return note


def min_note(anledning: Anledning, sag: Sag, note_id: UUID) -> Margennote:
    """Her own note; a colleague's shared one is not hers to touch. Raises FindesIkke."""
    note = Margennote.objects.filter(
        sag=sag, id=note_id, medarbejder_id=anledning.aktoer.medarbejder_id, trukket_tilbage_tid=None
    ).first()
    if note is None:
        raise FindesIkke
    return note
