"""Ask to be reminded of a case or a forløb on a day."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Paamindelse

from .datoer import dansk, kraev
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb, hent_sag

LAENGST = timedelta(days=3 * 365)


@handling("saet_paamindelse")
def saet_paamindelse(
    anledning: Anledning,
    *,
    naar: date,
    tekst: str,
    sag_id: UUID | None = None,
    forloeb_id: UUID | None = None,
) -> Paamindelse:
    """For oneself, or as a substitute for the one whose work it is. Exactly one of `sag_id` and `forloeb_id`.

    Raises KanIkke at `hvornaar` and `tekst`, FindesIkke, IngenRet.
    """
    aktoer = anledning.aktoer
    sag = hent_sag(anledning, sag_id) if sag_id else None
    forloeb = hent_forloeb(anledning, forloeb_id) if forloeb_id else None
    om = sag or forloeb
    assert om is not None
    kraev_ret(aktoer, "saet_paamindelse", om)
    fejl = ""
    if naar < anledning.dag:
        fejl = _("Dagen er gået. Skriv i dag eller senere.")
    elif naar > anledning.dag + LAENGST:
        fejl = _("Dagen ligger over tre år ude i fremtiden. Er årstallet rigtigt?")
    kraev({"hvornaar": fejl, "tekst": "" if tekst.strip() else _("Skriv, hvad du vil mindes om.")})
    paamindelse = Paamindelse.objects.create(
        kommune_id=om.kommune_id,
        borger_id=om.borger_id,
        sag=sag,
        forloeb=forloeb,
        medarbejder_id=aktoer.sager_for,
        dag=naar,
        tekst=" ".join(tekst.split()),
        oprettet_tid=anledning.nu,
        oprettet_af=aktoer.signatur,
    )
    haendelse(
        anledning,
        "saet_paamindelse",
        f"En påmindelse blev sat til {dansk(naar)}.",
        sag=sag,
        forloeb=forloeb,
        data={"paamindelse": str(paamindelse.id)},
    )
    return paamindelse
