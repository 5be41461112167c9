"""Close a case with its result. What is on it stays; it can be opened again with a reason."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag, Sagsskifte
from rehabteam.sager.sagsfakta.afgoerelse import afgjort, grundlag, indsatsdel_kraeves
from rehabteam.sager.sagsfakta.samlet import Vej, vej

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .sagslukning import luk

T, R = Sag.Tilstand, Sagsskifte.Resultat
# What a person can choose; the others follow from another act.
VALG = (R.GENNEMFOERT, R.TRUKKET, R.BORTFALDET, R.FEJL)


def hvorfor_ikke_gennemfoert(sag: Sag) -> str:
    """Why the case cannot be closed as carried through yet, as a sentence; "" if it can."""
    if sag.tilstand == T.PLAN_LAGT:
        return ""
    if sag.tilstand == T.AFGJORT:
        if indsatsdel_kraeves(sag, afgjort(sag)):
            return _("Indsatsplanen er ikke lagt endnu.")
        return ""
    if vej(sag) == Vej.SAMTALE:
        return ""
    if grundlag(sag):
        return _("Kommunen har ikke afgjort sagen endnu.")
    return _("Sagen er ikke behandlet færdig.")


@handling("afslut_sag")
def afslut_sag(anledning: Anledning, sag_id: UUID, *, resultat: str, grund: str) -> Sagsskifte:
    """Raises KanIkke at `resultat` and `grund`, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "afslut_sag", sag)
    fejl = {}
    if resultat not in VALG:
        fejl["resultat"] = _("Vælg, hvordan sagen endte.")
    elif resultat == R.GENNEMFOERT and (hvorfor := hvorfor_ikke_gennemfoert(sag)):
        fejl["resultat"] = hvorfor
    if not grund.strip():
        fejl["grund"] = _("Skriv kort, hvordan sagen endte.")
    if fejl:
        raise KanIkke(fejl)
    skifte = luk(anledning, sag, resultat, grund.strip())
    ord_ = R(resultat).label
    haendelse(
        anledning,
        "afslut_sag",
        f"Sagen blev afsluttet: {ord_[0].lower()}{ord_[1:]}. {skifte.grund}",
        sag=sag,
        data={"resultat": resultat},
    )
    return skifte
