"""Take a case off its meeting; it waits for another day."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Moede, Sag

from .datoer import dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .moedepladser import afbud, sig_til, slip_plads, tag_tur


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
    tag_af(anledning, "aflys_sag", sag, sag.moede, grund.strip())
    return sag


def tag_af(anledning: Anledning, navn: str, sag: Sag, moede: Moede, grund: str) -> bool:
    """A locked case off its meeting, in the name of a Handling. True if its caseworker was told."""
    slip_plads(sag)
    sag.moede = sag.moede_kl = None
    sag.moede_sent_grund = ""
    sag.version += 1
    sag.save(update_fields=["moede", "moede_kl", "moede_sent_grund", "version"])
    aflyst = "Mødet blev aflyst" if navn == "aflys_moede" else "Sagen blev taget af mødet"
    haendelse(
        anledning,
        navn,
        f"{aflyst} {dansk(moede.dato)} i {moede.sted}: {grund}",
        sag=sag,
        data=afbud(anledning, moede, grund),
    )
    return sig_til(
        anledning,
        sag,
        _("Mødet %(dato)s er aflyst for sagen, og den venter på en ny dag: %(grund)s")
        % {"dato": dansk(moede.dato), "grund": grund},
    )
