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
    return luk(anledning, sag, resultat, grund.strip())


def luk(
    anledning: Anledning, sag: Sag, resultat: str, grund: str, navn: str = "afslut_sag", tekst: str = ""
) -> Sagsskifte:
    """Close a locked case, and leave a Hændelse of the act `navn`: what is common to every way a case ends."""
    skifte = Sagsskifte.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        art=Sagsskifte.Art.LUKKET,
        resultat=resultat,
        grund=grund,
        tilstand_foer=sag.tilstand,
        sagens_version=sag.version,
        dag=anledning.dag,
        tid=anledning.nu,
        af=anledning.aktoer.signatur,
    )
    sag.tilstand = T.AFSLUTTET
    sag.afsluttet = anledning.dag
    sag.version += 1
    sag.save(update_fields=["tilstand", "afsluttet", "version"])
    ord_ = R(resultat).label
    haendelse(
        anledning,
        navn,
        tekst or f"Sagen blev afsluttet: {ord_[0].lower()}{ord_[1:]}. {grund}",
        sag=sag,
        data={"resultat": resultat},
    )
    return skifte
