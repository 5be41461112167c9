"""The open cases of a sundhedskoordinator who is away go to her substitute in one act."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import IngenRet, kraev_ret
from rehabteam.sager.models import Medarbejder, Sag
from rehabteam.sager.udtraek.fravaer import kommende
from rehabteam.sager.udtraek.indbakke import hos

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("giv_til_stedfortraeder")
def giv_til_stedfortraeder(anledning: Anledning, fravaer_id: UUID, *, grund: str) -> list[Sag]:
    """Every case not recommended yet, but those the substitute is kept out of. Returns the cases given.

    Raises KanIkke at `grund`, and at "" when there is nobody to give to or nothing to give; FindesIkke, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "giv_til_stedfortraeder")
    fravaer = kommende(aktoer, anledning.dag).filter(id=fravaer_id).first()
    if fravaer is None:
        raise FindesIkke
    til = fravaer.stedfortraeder
    if til is None or not til.aktiv:
        raise KanIkke({"": _("Der er ingen stedfortræder at give sagerne til.")})
    grund = grund.strip()
    if not grund:
        raise KanIkke({"grund": _("Skriv hvorfor. Det står i hver sags historik.")})
    givne = [
        _giv(anledning, s.id, fravaer.medarbejder, til, grund) for s in hos(aktoer, fravaer.medarbejder_id)
    ]
    sager = [sag for sag in givne if sag]
    if not sager:
        raise KanIkke({"": _("Der er ingen sager, som %(navn)s kan få.") % {"navn": til.navn}})
    return sager


def _giv(anledning: Anledning, sag_id: UUID, fra: Medarbejder, til: Medarbejder, grund: str) -> Sag | None:
    sag = hent_sag(anledning, sag_id)
    try:
        kraev_ret(anledning.aktoer, "giv_til_stedfortraeder", sag)
    except IngenRet:  # it came past the team while the secretariat looked
        return None
    if til.id in sag.udelukkede or sag.koordinator_id != fra.id:
        return None
    sag.koordinator = til
    sag.fordelt_tid = anledning.nu
    sag.version += 1
    sag.save(update_fields=["koordinator", "fordelt_tid", "version"])
    haendelse(
        anledning,
        "giv_til_stedfortraeder",
        f"Sagen gik fra {fra.navn} til {til.navn}. Begrundelse: {grund}",
        sag=sag,
    )
    return sag
