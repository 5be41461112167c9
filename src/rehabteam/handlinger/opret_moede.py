"""Make a meeting day of the team."""

from datetime import date, time
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Medarbejder, Moede, Rolle
from rehabteam.sager.udtraek.synlige import synlige_moeder

from .datoer import FREM, dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur


@handling("opret_moede")
def opret_moede(anledning: Anledning, *, dato: date, kl: time, sted: str, moedeleder_id: UUID) -> Moede:
    """A meeting day of the actor's kommune. Raises KanIkke at `dato`/`sted`/`moedeleder`."""
    kraev_ret(anledning.aktoer, "opret_moede")
    fejl = {}
    if dato < anledning.dag:
        fejl["dato"] = _("Datoen %(dato)s er gået.") % {"dato": dansk(dato)}
    if dato > anledning.dag + FREM:
        fejl["dato"] = _("Datoen %(dato)s ligger mere end fem år ude i fremtiden. Er årstallet rigtigt?") % {
            "dato": dansk(dato)
        }
    if not sted.strip():
        fejl["sted"] = _("Skriv, hvor mødet holdes.")
    kommune_id = anledning.aktoer.organisation_id
    leder = Medarbejder.objects.filter(
        id=moedeleder_id, organisation_id=kommune_id, rolle=Rolle.MOEDELEDER, aktiv=True
    ).first()
    if leder is None:
        fejl["moedeleder"] = _("Vælg en mødeleder på listen.")
    efter_tur("moede", kommune_id)
    if synlige_moeder(anledning.aktoer).filter(dato=dato, kl=kl, sted=sted.strip()).exists():
        fejl["dato"] = _("Der er allerede et møde på det sted og klokkeslæt.")
    if fejl or leder is None:
        raise KanIkke(fejl)
    moede = Moede.objects.create(
        kommune_id=kommune_id,
        region_id=anledning.aktoer.region_id,
        dato=dato,
        kl=kl,
        sted=sted.strip(),
        moedeleder=leder,
    )
    haendelse(anledning, "opret_moede", f"Mødedagen {dansk(dato)} i {moede.sted} blev oprettet.", moede=moede)
    return moede
