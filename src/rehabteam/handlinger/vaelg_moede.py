"""Choose or move the meeting of a case (the procedure: five hverdage before)."""

from datetime import time
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Moede, Sag
from rehabteam.sager.sagsfakta.samlet import Vej, frist_kendt, vej
from rehabteam.sager.udtraek.synlige import synlige_moeder

from .datoer import dansk
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@handling("vaelg_moede")
def vaelg_moede(
    anledning: Anledning, sag_id: UUID, *, moede_id: UUID, kl: time | None = None, grund: str = ""
) -> Vurdering | None:
    """Put the case on a meeting day. Too late is allowed, with a reason, and marked.

    Returns the deadline's answer, None where none is known for the kind of case. Raises KanIkke at `moede`/`grund`
    (and at `moede` when the case is not for the team), FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "vaelg_moede", sag)
    if vej(sag) != Vej.TEAM:
        raise KanIkke({"moede": _("Sagen skal ikke for teamet, så der vælges ikke et møde.")})
    try:
        moede = synlige_moeder(anledning.aktoer).get(id=moede_id)
    except Moede.DoesNotExist:
        raise FindesIkke from None
    if moede.dato < anledning.dag:
        raise KanIkke({"moede": _("Mødet %(dato)s er holdt. Vælg et senere.") % {"dato": dansk(moede.dato)}})
    svar: Vurdering | None = None
    if frist_kendt(sag):
        svar = gaeldende("frist", moede.dato).funktion(moede.dato, anledning.dag)
    # A case that was sent in time stays in time when the meeting is only confirmed.
    for_sent = svar is not None and svar.status == "FOR_SENT" and sag.tilstand == Sag.Tilstand.FORBEREDES
    if for_sent and not grund.strip():
        raise KanIkke(
            {"grund": _("Der er under fem hverdage til mødet. Skriv hvorfor, så vælges mødet alligevel.")}
        )
    foer = sag.moede
    sag.moede = moede
    sag.moede_kl = kl or moede.kl
    sag.moede_sent_grund = grund.strip() if for_sent else ""
    sag.version += 1
    sag.save(update_fields=["moede", "moede_kl", "moede_sent_grund", "version"])
    flyttet = f", flyttet fra {dansk(foer.dato)}" if foer and foer.id != moede.id else ""
    haendelse(
        anledning,
        "vaelg_moede",
        f"Mødet er {dansk(moede.dato)} i {moede.sted}{flyttet}."
        + (f" Valgt for sent. Begrundelse: {grund.strip()}" if for_sent else ""),
        sag=sag,
        vurdering=svar,
    )
    return svar
