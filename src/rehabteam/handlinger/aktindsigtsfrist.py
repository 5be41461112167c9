"""What the requests share: the clock of the law, and the request itself, locked and not yet answered."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.love import gaeldende
from rehabteam.lov.offentlighedsloven.par36 import Par36
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.models import Aktindsigt
from rehabteam.sager.udtraek.aktindsigt import anmodninger

from .fejl import FindesIkke, KanIkke
from .handling import Anledning


def frist(anmodning: Aktindsigt, dag: date) -> Vurdering:
    """Until when it must be answered, asked on that day, or the day it was registered if that is later."""
    fakta = Par36(
        modtaget=anmodning.modtaget,
        vurderingsdato=max(dag, anmodning.modtaget),
        afgjort=anmodning.afgjort,
        underrettet=anmodning.underrettet,
        ventes=anmodning.ventes,
    )
    return gaeldende("par36", anmodning.modtaget).funktion(fakta)


def hent_anmodning(anledning: Anledning, aktindsigt_id: UUID) -> Aktindsigt:
    """The request, locked. Raises FindesIkke; KanIkke when it is answered."""
    synlige = anmodninger(anledning.aktoer).filter(id=aktindsigt_id)
    if not Aktindsigt.objects.select_for_update().filter(id__in=synlige.values("id")).values("id").first():
        raise FindesIkke
    anmodning: Aktindsigt = synlige.get()
    if anmodning.afgjort:
        raise KanIkke(
            {"": _("Der er svaret. Det, der er givet, ændres ikke; en ny anmodning registreres for sig.")}
        )
    return anmodning
