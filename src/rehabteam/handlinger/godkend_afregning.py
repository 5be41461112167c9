"""One side approves a month's settlement. When both have, it is locked."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.afregning import forskelle, i_alt, stillinger
from rehabteam.sager.models import Afregning, Afregningsgodkendelse
from rehabteam.sager.udtraek import afregning as udtraek

from .datoer import kraev
from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .opgoer_afregning import kraev_indblik, maaned_slut

Side = Afregningsgodkendelse.Side


@handling("godkend_afregning")
def godkend_afregning(anledning: Anledning, afregning_id: UUID, *, linjer: int) -> Afregning:
    """Approve it as it stood when one looked: `linjer` of them. Recomputed first; nothing may differ, no price lack.

    Raises KanIkke at "" with what is in the way, FindesIkke, IngenRet.
    """
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "godkend_afregning")
    afregning = udtraek.synlige_afregninger(aktoer).select_for_update().filter(id=afregning_id).first()
    if afregning is None:
        raise FindesIkke
    side = Side.KOMMUNE if aktoer.vaeg == Vaeg.KOMMUNE else Side.REGION
    egne = list(afregning.linjer.all())
    maanedens = udtraek.maanedens_linjer(afregning.kommune_id, afregning.maaned)
    kraev_indblik(anledning, maanedens)
    givne = {g.side for g in afregning.godkendelser.filter(linjer=len(egne))}
    kraev({"": _hvad_er_i_vejen(anledning, afregning, len(egne), linjer, side in givne)})
    aendret = forskelle(udtraek.poster(aktoer, afregning.kommune_id, afregning.maaned), maanedens)
    kraev({"": _("Afregningen svarer ikke til det, der er sket. Opgør måneden igen.") if aendret else ""})
    if any(stilling.aaben for stilling in stillinger(maanedens).values()):
        kraev({"": _("En linje har ingen kendt pris. Afklar den, eller skriv prisen i aftalen.")})
    Afregningsgodkendelse(
        kommune_id=afregning.kommune_id,
        region_id=afregning.region_id,
        afregning=afregning,
        side=side,
        linjer=len(egne),
        sum=i_alt(egne),
        tid=anledning.nu,
        dag=anledning.dag,
        af=aktoer.signatur,
    ).save(force_insert=True)
    if givne | {side} == set(Side):
        afregning.laast_tid = anledning.nu
        afregning.save(update_fields=["laast_tid"])
    haendelse(
        anledning,
        "godkend_afregning",
        f"Afregningen for {afregning.maaned:%m.%Y} blev godkendt: {len(egne)} linjer, {i_alt(egne)} kr.",
        organisation_id=aktoer.organisation_id,
        data={"afregning": str(afregning.id), "side": side, "linjer": len(egne), "sum": str(i_alt(egne))},
    )
    return afregning


def _hvad_er_i_vejen(anledning: Anledning, afregning: Afregning, nu: int, set_: int, givet: bool) -> str:
    if afregning.laast_tid:
        return _("Afregningen er godkendt af begge parter.")
    if anledning.dag < maaned_slut(afregning.maaned):
        return _("Måneden er ikke slut. Godkend den, når den er.")
    if nu != set_:
        return _("Der er kommet linjer til, siden du så afregningen. Læs den igen, og godkend den så.")
    return _("I har allerede godkendt den.") if givet else ""
