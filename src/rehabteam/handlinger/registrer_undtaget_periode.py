"""Register a period that may stand outside the six months (BEK § 17, stk. 3)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.fakta import PERIODEHJEMLER
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import UndtagetPeriode

from .datoer import dansk, kraev, raekkefoelge, rimelig
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb


def efterproev_periode(fra: date, til: date | None, hjemmel: str, foedt: date, dag: date) -> None:
    """Days that cannot be true, and a basis that is none. Raises KanIkke at `fra`/`til`/`hjemmel`."""
    fejl = {"fra": rimelig(fra, foedt, dag, fremtid=True)}
    if til:
        fejl["til"] = rimelig(til, foedt, dag, fremtid=True)
    fejl |= dict(raekkefoelge("til", fra, til))
    if hjemmel not in PERIODEHJEMLER:
        fejl["hjemmel"] = _("Vælg, hvilken regel perioden har grundlag i.")
    kraev(fejl)


@handling("registrer_undtaget_periode")
def registrer_undtaget_periode(
    anledning: Anledning, forloeb_id: UUID, *, fra: date, til: date | None, hjemmel: str, note: str = ""
) -> Svarskifte:
    """A new period; `til` None means it still runs. Raises KanIkke at `fra`/`til`/`hjemmel`, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "registrer_undtaget_periode", forloeb)
    efterproev_periode(fra, til, hjemmel, forloeb.borger.foedselsdato, anledning.dag)
    foer = vurder(forloeb, anledning.dag)
    UndtagetPeriode.objects.create(
        kommune_id=forloeb.kommune_id,
        forloeb=forloeb,
        fra=fra,
        til=til,
        hjemmel=hjemmel,
        note=note,
        registreret_tid=anledning.nu,
        registreret_af=anledning.aktoer.navn,
    )
    slut = f"til {dansk(til)}" if til else "uden slutdato"
    skifte = genberegn(forloeb, anledning.dag, foer, f"der er registreret en periode fra {dansk(fra)} {slut}")
    haendelse(anledning, "registrer_undtaget_periode", skifte.tekst, forloeb=forloeb, vurdering=skifte.efter)
    return skifte
