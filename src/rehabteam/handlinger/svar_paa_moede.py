"""The citizen says whether she comes to her meeting."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Moedesvar
from rehabteam.sager.udtraek.synlige import synlige_sager

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling

ORD = {
    Moedesvar.Svar.KOMMER: "Borgeren svarede ja til at komme til mødet.",
    Moedesvar.Svar.KAN_IKKE: "Borgeren svarede: kan ikke den dag. Mødet er ikke flyttet.",
}


@handling("svar_paa_moede")
def svar_paa_moede(anledning: Anledning, sag_id: UUID, *, moede_id: UUID, svar: str) -> Moedesvar:
    """`moede_id`: the meeting she was shown; KanIkke if it has been moved meanwhile. Raises KanIkke, FindesIkke."""
    sag = (
        synlige_sager(anledning.aktoer)
        .only("id", "kommune", "borger", "forloeb", "tilstand", "moede")
        .filter(id=sag_id)
        .first()
    )
    if sag is None:
        raise FindesIkke
    kraev_ret(anledning.aktoer, "svar_paa_moede", sag)
    if svar not in Moedesvar.Svar.values:
        raise KanIkke({"": _("Vælg, om du kommer.")})
    if sag.moede_id != moede_id:
        raise KanIkke({"": _("Mødet er flyttet, mens du så på siden. Se den nye dag, og svar igen.")})
    nyt = Moedesvar(
        kommune_id=sag.kommune_id,
        borger_id=sag.borger_id,
        sag_id=sag.id,
        moede_id=moede_id,
        svar=svar,
        tid=anledning.nu,
    )
    nyt.save(force_insert=True)
    haendelse(
        anledning,
        "svar_paa_moede",
        ORD[Moedesvar.Svar(svar)],
        sag=sag,
        data={"moede": str(moede_id), "svar": svar},
    )
    return nyt
