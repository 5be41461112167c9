"""Ask the team to a meeting day: a calendar file to each, with the numbers of the cases and nothing else about them."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Invitation, Moede
from rehabteam.sager.udtraek.indkaldelser import Stand, dagens_pladser
from rehabteam.sager.udtraek.synlige import synlige_moeder

from .datoer import dansk
from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .indkald import hvad_nu, opret

LAVES = (Stand.MANGLER, Stand.FORKERT, Stand.AFLYSES)


@handling("indkald_team")
def indkald_team(anledning: Anledning, moede_id: UUID) -> list[Invitation]:
    """To everyone of the team who is not asked, was told something else, or should no longer come: the next file.

    Raises KanIkke when all are told what is so, or the meeting is held; FindesIkke, IngenRet.
    """
    efter_tur("indkald_team", moede_id)
    moede = synlige_moeder(anledning.aktoer).select_related("moedeleder").filter(id=moede_id).first()
    if moede is None:
        raise FindesIkke
    kraev_ret(anledning.aktoer, "indkald_team", moede)
    if moede.dato < anledning.dag:
        raise KanIkke({"": _("Mødet er holdt.")})
    lavet = []
    for plads in dagens_pladser(anledning.aktoer, moede):
        if plads.stand in LAVES:
            tid, udgave = hvad_nu(plads, anledning, aflys=False)
            aflyst = udgave == "aflyst"
            lavet.append(opret(anledning, plads, tid, moede=moede, sag=None, navn=plads.navn, aflyst=aflyst))
    if not lavet:
        raise KanIkke({"": _("Alle er indkaldt, og mødedagen er ikke ændret siden.")})
    _fortael(anledning, moede, lavet)
    return lavet


def _fortael(anledning: Anledning, moede: Moede, lavet: list[Invitation]) -> None:
    aflyste = sum(i.aflyst for i in lavet)
    haendelse(
        anledning,
        "indkald_team",
        f"Kalenderfiler til mødedagen {dansk(moede.dato)}: {len(lavet) - aflyste} lavet, {aflyste} aflysninger.",
        moede=moede,
        data={"lavet": len(lavet) - aflyste, "aflyste": aflyste},
    )
