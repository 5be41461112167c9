"""Register hours of paid work on a day (BEK § 17, stk. 4)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.fakta import TIMEARTER
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import OrdinaereTimer

from .datoer import dansk, kraev, rimelig
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb

DOEGN = Decimal(24)


def efterproev_timer(dato: date, timer: Decimal, art: str, foedt: date, dag: date) -> None:
    """A day that cannot be true, too many hours, an unknown kind. Raises KanIkke at `dato`/`timer`/`art`."""
    fejl = {"dato": rimelig(dato, foedt, dag, fremtid=False)}
    if not 0 < timer <= DOEGN:
        fejl["timer"] = _("Skriv timerne på den ene dag: mere end 0 og højst 24.")
    if art not in TIMEARTER:
        fejl["art"] = _("Vælg, hvad det var for arbejde.")
    kraev(fejl)


@handling("registrer_timer")
def registrer_timer(
    anledning: Anledning, forloeb_id: UUID, *, dato: date, timer: Decimal, art: str
) -> Svarskifte:
    """Hours on one day, with the kind of work. Raises KanIkke at `dato`/`timer`/`art`, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "registrer_timer", forloeb)
    efterproev_timer(dato, timer, art, forloeb.borger.foedselsdato, anledning.dag)
    foer = vurder(forloeb, anledning.dag)
    OrdinaereTimer.objects.create(
        kommune_id=forloeb.kommune_id,
        forloeb=forloeb,
        dato=dato,
        timer=timer,
        art=art,
        registreret_tid=anledning.nu,
        registreret_af=anledning.aktoer.navn,
    )
    antal = f"{timer.normalize():f}".replace(".", ",")
    skifte = genberegn(forloeb, anledning.dag, foer, f"der er registreret {antal} timer den {dansk(dato)}")
    haendelse(anledning, "registrer_timer", skifte.tekst, forloeb=forloeb, vurdering=skifte.efter)
    return skifte
