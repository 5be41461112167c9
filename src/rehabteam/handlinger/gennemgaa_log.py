"""One use from the sample is reviewed: by somebody else than the one who looked, once, and with an outcome."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Logstikproeve
from rehabteam.sager.udtraek.stikproeve import er_part, stikproever

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling

Udfald = Logstikproeve.Udfald


@handling("gennemgaa_log")
def gennemgaa_log(
    anledning: Anledning, proeve_id: UUID, *, udfald: str, bemaerkning: str = ""
) -> Logstikproeve:
    """Write the outcome, for good. Raises KanIkke per field, FindesIkke, IngenRet."""
    aktoer = anledning.aktoer
    kraev_ret(aktoer, "gennemgaa_log")
    proeve = stikproever(aktoer).select_for_update().filter(id=proeve_id).first()
    if proeve is None:
        raise FindesIkke
    if er_part(aktoer, proeve):
        raise KanIkke(
            {"": _("Det er dine egne opslag, eller de er gjort som vikar. En anden skal gennemgå dem.")}
        )
    if proeve.gennemgaaet_tid:
        raise KanIkke({"": _("Den er allerede gennemgået.")})
    if udfald not in Udfald.values:
        raise KanIkke({"udfald": _("Vælg, hvad du fandt.")})
    if udfald != Udfald.I_ORDEN and not bemaerkning.strip():
        raise KanIkke({"bemaerkning": _("Skriv, hvad der skal undersøges.")})
    proeve.udfald, proeve.bemaerkning = udfald, bemaerkning.strip()
    proeve.gennemgaaet_af_id, proeve.gennemgaaet_tid = aktoer.medarbejder_id, anledning.nu
    proeve.save(update_fields=["udfald", "bemaerkning", "gennemgaaet_af", "gennemgaaet_tid"])
    haendelse(
        anledning,
        "gennemgaa_log",
        f"Et opslag fra stikprøven blev gennemgået: {Udfald(udfald).label.lower()}.",
        organisation_id=aktoer.organisation_id,
        data={"stikproeve": str(proeve.id), "udfald": udfald},
    )
    return proeve
