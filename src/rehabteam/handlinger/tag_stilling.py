"""The secretariat decides about a case that came too late: taken along, or moved to another day. With its reason."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag

from .datoer import dansk
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .moedepladser import afbud, hent_moede, slip_plads, tag_plads, tag_tur, tid_paa_dagen

TAG_MED, FLYT = "tag_med", "flyt"


@handling("tag_stilling")
def tag_stilling(
    anledning: Anledning, sag_id: UUID, *, valg: str, grund: str, moede_id: UUID | None = None
) -> Sag:
    """`valg`: TAG_MED, or FLYT to a later day of the same kommune's (`moede_id`).

    That it was sent too late is not changed. Raises KanIkke at `valg`, `grund`, `moede`; FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "tag_stilling", sag)
    if not sag.sendt_for_sent or sag.sent_stilling:
        raise KanIkke(
            {"": _("Der skal ikke tages stilling til sagen: den kom til tiden, eller det er gjort.")}
        )
    if valg not in (TAG_MED, FLYT):
        raise KanIkke({"valg": _("Vælg, om sagen tages med eller flyttes.")})
    grund = grund.strip()
    if not grund:
        raise KanIkke({"grund": _("Skriv hvorfor. Kommunen læser det på sagen.")})
    felter = ["sent_stilling", "sent_stilling_grund", "sent_stilling_af", "sent_stilling_tid", "version"]
    foer = sag.moede
    if foer is None:  # its day was cancelled meanwhile: it is late for nothing
        raise KanIkke({"": _("Sagen er ikke på et møde. Den venter på, at kommunen vælger en ny dag.")})
    tekst, data = f"Sagen kom for sent og tages med den {dansk(foer.dato)}. Begrundelse: {grund}", None
    if valg == FLYT:
        if moede_id is None:
            raise KanIkke({"moede": _("Vælg den dag, sagen flyttes til.")})
        moede = hent_moede(anledning, moede_id)
        if moede.kommune_id != sag.kommune_id:
            raise FindesIkke
        if moede.id == foer.id:
            raise KanIkke(
                {"moede": _("Sagen er allerede på det møde. Vælg en anden dag, eller tag den med.")}
            )
        tag_tur([foer.id, moede.id])
        slip_plads(sag)
        kl = tid_paa_dagen(sag, moede)
        tag_plads(sag, moede, kl)
        sag.moede, sag.moede_kl, sag.moede_sent_grund = moede, kl, ""
        felter += ["moede", "moede_kl", "moede_sent_grund"]
        tekst = f"Sagen kom for sent og flyttes fra {dansk(foer.dato)} til {dansk(moede.dato)}. Begrundelse: {grund}"
        data = afbud(anledning, foer, grund)
    sag.sent_stilling, sag.sent_stilling_grund = valg, grund
    sag.sent_stilling_af, sag.sent_stilling_tid = anledning.aktoer.signatur, anledning.nu
    sag.version += 1
    sag.save(update_fields=felter)
    haendelse(anledning, "tag_stilling", tekst, sag=sag, data=data)
    return sag
