"""Register a span in løntilskud under kompensationsloven § 15, or in STU (BEK § 17, stk. 5-6)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Spaend

from .datoer import dansk, kraev, raekkefoelge, rimelig
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb


@handling("registrer_spaend")
def registrer_spaend(
    anledning: Anledning, forloeb_id: UUID, *, slags: str, fra: date, til: date | None
) -> Svarskifte:
    """A span; `til` None means it still runs. Raises KanIkke at `fra`/`til`/`slags`, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "registrer_spaend", forloeb)
    foedt = forloeb.borger.foedselsdato
    fejl = {"fra": rimelig(fra, foedt, anledning.dag, fremtid=False)}
    if til:
        fejl["til"] = rimelig(til, foedt, anledning.dag, fremtid=True)
    fejl |= dict(raekkefoelge("til", fra, til))
    if slags not in Spaend.Slags.values:
        fejl["slags"] = _("Vælg løntilskud eller STU.")
    kraev(fejl)
    foer = vurder(forloeb, anledning.dag)
    Spaend.objects.create(
        kommune_id=forloeb.kommune_id,
        forloeb=forloeb,
        slags=slags,
        fra=fra,
        til=til,
        registreret_tid=anledning.nu,
        registreret_af=anledning.aktoer.navn,
    )
    hvad = Spaend.Slags(slags).label
    skifte = genberegn(forloeb, anledning.dag, foer, f"{hvad} er registreret fra {dansk(fra)}")
    haendelse(anledning, "registrer_spaend", skifte.tekst, forloeb=forloeb, vurdering=skifte.efter)
    return skifte
