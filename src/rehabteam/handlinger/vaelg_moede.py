"""Choose or move the meeting of a case (the procedure: five hverdage before)."""

from datetime import time
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.sagsfakta.samlet import Vej, vej

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .moedepladser import hent_moede, saet_paa


@handling("vaelg_moede")
def vaelg_moede(
    anledning: Anledning, sag_id: UUID, *, moede_id: UUID, kl: time | None = None, grund: str = ""
) -> Vurdering | None:
    """Put the case on a meeting day. Too late is allowed, with a reason, and marked; a move asks for one too.

    Returns the deadline's answer, None where none is known for the kind of case. Raises KanIkke at `moede`/`grund`
    (and at `moede` when the case is not for the team, or the day is full), FindesIkke, IngenRet.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "vaelg_moede", sag)
    if vej(sag) != Vej.TEAM:
        raise KanIkke({"moede": _("Sagen skal ikke for teamet, så der vælges ikke et møde.")})
    moede = hent_moede(anledning, moede_id)
    flyttes = sag.moede is not None and sag.moede_id != moede.id
    if flyttes and not grund.strip():
        raise KanIkke({"grund": _("Skriv, hvorfor mødet flyttes. Det står i sagens historik.")})
    skift = saet_paa(anledning, sag, moede, kl, grund.strip())
    haendelse(anledning, "vaelg_moede", skift.tekst, sag=sag, vurdering=skift.svar, data=skift.data)
    return skift.svar
