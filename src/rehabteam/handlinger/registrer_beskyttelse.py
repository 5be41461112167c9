"""The citizen's name and address are protected in CPR (CPR-loven § 28), for the first time or for longer."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.cprloven.par28 import Par28
from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.rettigheder import kraev_ret

from .datoer import dansk, kraev, rimelig
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb


@handling("registrer_beskyttelse")
def registrer_beskyttelse(
    anledning: Anledning, forloeb_id: UUID, *, fra: date, til: date | None = None
) -> Vurdering:
    """From the day it was set or extended in CPR; `til` only where the kommune has decided on more than a year.

    Returns the law's answer. Raises KanIkke at `fra`/`til`, FindesIkke, IngenRet.
    """
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "registrer_beskyttelse", forloeb)
    borger = forloeb.borger
    fejl = {"fra": rimelig(fra, borger.foedselsdato, anledning.dag, fremtid=False)}
    if til is not None and til < fra:
        fejl["til"] = _("Den sidste dag ligger før den første. Ret den ene.")
    kraev(fejl)
    svar = gaeldende("par28", fra).funktion(Par28(registreret=fra, til=til, vurderingsdato=anledning.dag))
    assert svar.frist is not None
    if svar.status == "UDLOEBET":
        kraev({"fra": _("Den beskyttelse faldt bort %(dag)s.") % {"dag": dansk(svar.frist)}})
    borger.beskyttet_adresse, borger.beskyttet_fra, borger.beskyttet_til = True, fra, svar.frist
    borger.save(update_fields=["beskyttet_adresse", "beskyttet_fra", "beskyttet_til"])
    haendelse(
        anledning,
        "registrer_beskyttelse",
        f"Navn og adresse er beskyttet fra {dansk(fra)} til og med {dansk(svar.frist)}.",
        forloeb=forloeb,
        vurdering=svar,
    )
    return svar
