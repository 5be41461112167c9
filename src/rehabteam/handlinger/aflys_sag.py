"""Take a case off its meeting; it waits for another day."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .moedepladser import tag_af, tag_tur


@handling("aflys_sag")
def aflys_sag(anledning: Anledning, sag_id: UUID, *, grund: str) -> Sag:
    """The case has no meeting any more. Raises KanIkke at `grund`, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "aflys_sag", sag)
    if not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor sagen tages af mødet. Det står i sagens historik.")})
    if sag.moede is None:
        raise KanIkke({"": _("Sagen er ikke på et møde.")})
    if sag.moede.dato < anledning.dag:
        raise KanIkke({"": _("Mødet er holdt. Vælg et nyt møde til sagen i stedet.")})
    tag_tur([sag.moede.id])
    skift = tag_af(anledning, sag, sag.moede, "Sagen blev taget af mødet", grund.strip())
    haendelse(anledning, "aflys_sag", skift.tekst, sag=sag, data=skift.data)
    return sag
