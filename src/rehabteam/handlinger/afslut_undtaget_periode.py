"""Set the last day of a period that was still running (BEK § 17, stk. 3)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import UndtagetPeriode

from .datoer import dansk, kraev, raekkefoelge, rimelig
from .fejl import FindesIkke, KanIkke
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb


@handling("afslut_undtaget_periode")
def afslut_undtaget_periode(
    anledning: Anledning, forloeb_id: UUID, periode_id: UUID, *, til: date
) -> Svarskifte:
    """The period's last day; days after it count again. Raises KanIkke at `til`, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "afslut_undtaget_periode", forloeb)
    try:
        periode = UndtagetPeriode.objects.get(id=periode_id, forloeb=forloeb, tilbagekaldt_tid=None)
    except UndtagetPeriode.DoesNotExist:
        raise FindesIkke from None
    if periode.til is not None:
        raise KanIkke({"til": _("Perioden har allerede slutdatoen %(til)s.") % {"til": dansk(periode.til)}})
    foedt = forloeb.borger.foedselsdato
    kraev(
        {"til": rimelig(til, foedt, anledning.dag, fremtid=True)}
        | dict(raekkefoelge("til", periode.fra, til))
    )
    foer = vurder(forloeb, anledning.dag)
    periode.til = til
    periode.save(update_fields=["til"])
    skifte = genberegn(
        forloeb, anledning.dag, foer, f"perioden fra {dansk(periode.fra)} sluttede {dansk(til)}"
    )
    haendelse(anledning, "afslut_undtaget_periode", skifte.tekst, forloeb=forloeb, vurdering=skifte.efter)
    return skifte
