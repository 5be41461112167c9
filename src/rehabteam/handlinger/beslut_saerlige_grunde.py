"""The kommune's decision that special reasons speak against the team (LAB § 113, stk. 2, 2. pkt.)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import SaerligeGrunde

from .datoer import kraev, rimelig
from .frist import Svarskifte, genberegn, vurder
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb

MINDST = 20  # characters; a reason of two words is not a reason


@handling("beslut_saerlige_grunde")
def beslut_saerlige_grunde(
    anledning: Anledning, forloeb_id: UUID, *, begrundelse: str, beslutningstager: str, dato: date
) -> Svarskifte:
    """A written, named, dated decision. The machine asks for it and never makes it. Raises KanIkke, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "beslut_saerlige_grunde", forloeb)
    fejl = {"dato": rimelig(dato, forloeb.start, anledning.dag, fremtid=False)}
    if dato < forloeb.start:
        fejl["dato"] = _("Beslutningen kan ikke være truffet, før forløbet begyndte.")
    if len(begrundelse.strip()) < MINDST:
        fejl["begrundelse"] = _(
            "Skriv den konkrete begrundelse: hvad i borgerens situation taler imod, at teamet ser sagen igen?"
        )
    if not beslutningstager.strip():
        fejl["beslutningstager"] = _("Skriv navnet på den, der har truffet beslutningen.")
    kraev(fejl)
    foer = vurder(forloeb, anledning.dag)
    SaerligeGrunde.objects.create(
        kommune_id=forloeb.kommune_id,
        forloeb=forloeb,
        begrundelse=begrundelse.strip(),
        beslutningstager=beslutningstager.strip(),
        dato=dato,
        registreret_tid=anledning.nu,
        registreret_af=anledning.aktoer.navn,
    )
    skifte = genberegn(
        forloeb,
        anledning.dag,
        foer,
        f"{beslutningstager.strip()} har besluttet, at særlige grunde taler imod",
    )
    haendelse(anledning, "beslut_saerlige_grunde", skifte.tekst, forloeb=forloeb, vurdering=skifte.efter)
    return skifte
