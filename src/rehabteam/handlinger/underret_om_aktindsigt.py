"""The citizen is told why the answer takes longer, and when it will come (offentlighedsloven § 36, stk. 2)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret

from .aktindsigtsfrist import frist, hent_anmodning
from .datoer import dansk, kraev, rimelig
from .handling import Anledning, haendelse, handling

MINDST = 20  # characters; a reason of two words is not a reason


@handling("underret_om_aktindsigt")
def underret_om_aktindsigt(
    anledning: Anledning, aktindsigt_id: UUID, *, underrettet: date, ventes: date, grund: str
) -> Vurdering:
    """`underrettet`: when she was told. Told too late, the limit stays. Raises KanIkke, FindesIkke, IngenRet."""
    kraev_ret(anledning.aktoer, "underret_om_aktindsigt")
    anmodning = hent_anmodning(anledning, aktindsigt_id)
    kraev_ret(anledning.aktoer, "underret_om_aktindsigt", anmodning.sag)
    foedt = anmodning.sag.borger.foedselsdato
    fejl = {
        "underrettet": rimelig(underrettet, foedt, anledning.dag, fremtid=False),
        "ventes": rimelig(ventes, foedt, anledning.dag, fremtid=True),
    }
    if underrettet < anmodning.modtaget:
        fejl["underrettet"] = _("Anmodningen kom først %(dag)s.") % {"dag": dansk(anmodning.modtaget)}
    if ventes < underrettet:
        fejl["ventes"] = _("Den dag, svaret ventes, ligger før beskeden. Ret den ene.")
    if len(grund.strip()) < MINDST:
        fejl["grund"] = _("Skriv, hvorfor det tager længere tid, som borgeren har fået det at vide.")
    kraev(fejl)
    anmodning.underrettet, anmodning.ventes, anmodning.underrettet_grund = underrettet, ventes, grund.strip()
    anmodning.save(update_fields=["underrettet", "ventes", "underrettet_grund"])
    svar = frist(anmodning, anledning.dag)
    haendelse(
        anledning,
        "underret_om_aktindsigt",
        f"Borgeren fik {dansk(underrettet)} at vide, at svaret om aktindsigt ventes {dansk(ventes)}.",
        sag=anmodning.sag,
        vurdering=svar,
        data={"aktindsigt": str(anmodning.id)},
    )
    return svar
