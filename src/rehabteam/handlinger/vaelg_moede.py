"""Choose or move the meeting of a case (the procedure: five hverdage before)."""

from datetime import time
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Moede, Sag
from rehabteam.sager.sagsfakta.samlet import Vej, frist_kendt, vej

from .datoer import dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .moedepladser import afbud, hent_moede, sig_til, slip_plads, tag_plads, tag_tur


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
    return saet_paa(anledning, "vaelg_moede", sag, moede, kl, grund.strip())


def saet_paa(
    anledning: Anledning, navn: str, sag: Sag, moede: Moede, kl: time | None, grund: str
) -> Vurdering | None:
    """The locked case on the day, in the name of a Handling: place, deadline, trace, and word to the caseworker."""
    svar: Vurdering | None = None
    if frist_kendt(sag):
        svar = gaeldende("frist", moede.dato).funktion(moede.dato, anledning.dag)
    # A case that was sent in time stays in time when the meeting is only confirmed.
    for_sent = svar is not None and svar.status == "FOR_SENT" and sag.tilstand == Sag.Tilstand.FORBEREDES
    if for_sent and not grund:
        raise KanIkke(
            {"grund": _("Der er under fem hverdage til mødet. Skriv hvorfor, så vælges mødet alligevel.")}
        )
    foer = sag.moede if sag.moede_id != moede.id else None
    tag_tur([moede.id, *([foer.id] if foer else [])])
    slip_plads(sag)
    tid = kl or moede.kl
    tag_plads(sag, moede, tid)
    sag.moede, sag.moede_kl = moede, tid
    sag.moede_sent_grund = grund if for_sent else ""
    sag.version += 1
    sag.save(update_fields=["moede", "moede_kl", "moede_sent_grund", "version"])
    flyttet = f", flyttet fra {dansk(foer.dato)}" if foer else ""
    hvorfor = (
        f" Valgt for sent. Begrundelse: {grund}" if for_sent else f" Begrundelse: {grund}" if foer else ""
    )
    haendelse(
        anledning,
        navn,
        f"Mødet er {dansk(moede.dato)} i {moede.sted}{flyttet}.{hvorfor}",
        sag=sag,
        vurdering=svar,
        data=afbud(anledning, foer, grund) if foer else None,
    )
    if foer:
        sig_til(
            anledning,
            sag,
            _("Mødet er flyttet fra %(fra)s til %(til)s: %(grund)s")
            % {"fra": dansk(foer.dato), "til": dansk(moede.dato), "grund": grund},
        )
    return svar
