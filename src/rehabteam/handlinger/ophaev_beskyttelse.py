"""The citizen no longer wants her name and address protected (CPR-loven § 28)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.cprloven.par28 import Par28
from rehabteam.lov.love import gaeldende
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Borger

from .datoer import dansk, kraev, rimelig
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb

MINDST = 10  # characters


@handling("ophaev_beskyttelse")
def ophaev_beskyttelse(anledning: Anledning, forloeb_id: UUID, *, fra: date, grund: str) -> Borger:
    """`fra`: the first day without protection. Raises KanIkke at `fra`/`grund`, FindesIkke, IngenRet."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "ophaev_beskyttelse", forloeb)
    borger = forloeb.borger
    if not borger.er_beskyttet:
        raise KanIkke({"": _("Navn og adresse er ikke beskyttet.")})
    begyndt = borger.beskyttet_fra or borger.foedselsdato
    fejl = {"fra": rimelig(fra, begyndt, anledning.dag, fremtid=False)}
    if fra < begyndt:
        fejl["fra"] = _("Beskyttelsen begyndte først %(dag)s.") % {"dag": dansk(begyndt)}
    if len(grund.strip()) < MINDST:
        fejl["grund"] = _("Skriv, hvordan borgeren har bedt om det, eller hvad CPR siger.")
    kraev(fejl)
    svar = None
    if borger.beskyttet_fra:
        fakta = Par28(
            registreret=borger.beskyttet_fra,
            til=borger.beskyttet_til,
            ophaevet=fra,
            vurderingsdato=anledning.dag,
        )
        svar = gaeldende("par28", fra).funktion(fakta)
    borger.beskyttet_adresse, borger.beskyttet_til = False, None
    borger.save(update_fields=["beskyttet_adresse", "beskyttet_til"])
    haendelse(
        anledning,
        "ophaev_beskyttelse",
        f"Beskyttelsen af navn og adresse er løftet fra {dansk(fra)}.",
        forloeb=forloeb,
        vurdering=svar,
        data={"grund": grund.strip()},
    )
    return borger
