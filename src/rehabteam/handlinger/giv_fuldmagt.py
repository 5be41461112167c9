"""A citizen lets one person stand beside her in her case (forvaltningsloven § 8, stk. 1)."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.fuldmagtskode import aftryk, kode
from rehabteam.sager.models import Fuldmagt
from rehabteam.sager.udtraek.fuldmagter import gaeldende

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur, hent_borgeren_selv

HOEJST = 366  # days: our own limit, so that nobody stands beside for ever without being asked


@handling("giv_fuldmagt")
def giv_fuldmagt(
    anledning: Anledning, borger_id: UUID, *, navn: str, til: date, dokumenter: bool
) -> Fuldmagt:
    """By the citizen herself, or by the kommune from a paper she has signed. One at a time for each bisidder.

    Raises KanIkke at `navn`/`til`, FindesIkke, IngenRet.
    """
    aktoer = anledning.aktoer
    borger, forloeb = hent_borgeren_selv(aktoer, borger_id)
    kraev_ret(aktoer, "giv_fuldmagt", borger)
    navn = " ".join(navn.split())
    fejl = {}
    if not navn:
        fejl["navn"] = _("Skriv bisidderens navn.")
    if til < anledning.dag:
        fejl["til"] = _("Vælg en dag, der ikke er gået.")
    elif til > anledning.dag + timedelta(days=HOEJST):
        fejl["til"] = _("En fuldmagt kan højst gælde et år. Den kan gives igen.")
    efter_tur("fuldmagt", borger_id)
    if any(f.bisidder_navn.casefold() == navn.casefold() for f in gaeldende(borger_id, anledning.dag)):
        fejl["navn"] = _("Der er allerede en fuldmagt til det navn. Tag den tilbage først.")
    if fejl:
        raise KanIkke(fejl)
    fuldmagt = Fuldmagt(
        kommune_id=borger.kommune_id,
        borger_id=borger_id,
        bisidder_navn=navn,
        dokumenter=dokumenter,
        fra=anledning.dag,
        til=til,
        givet_tid=anledning.nu,
        paa_papir=aktoer.vaeg == Vaeg.KOMMUNE,
    )
    fuldmagt.kodeaftryk = aftryk(kode(fuldmagt.id))
    fuldmagt.save(force_insert=True)
    omfang = "sagen og borgerens dokumenter" if dokumenter else "sagen, men ikke dokumenterne"
    haendelse(
        anledning,
        "giv_fuldmagt",
        f"Borgeren gav {navn} fuldmagt som bisidder til og med {til:%d.%m.%Y}. Den dækker {omfang}.",
        forloeb=forloeb,
        data={"fuldmagt": str(fuldmagt.id), "paa_papir": fuldmagt.paa_papir},
    )
    return fuldmagt
