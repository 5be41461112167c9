"""Make a meeting day of the team."""

from datetime import date, time
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Medarbejder, Moede, Moedeplads, Rolle
from rehabteam.sager.udtraek.synlige import synlige_moeder

from .datoer import FREM, dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .laeg_pladser import nye_pladser


@handling("opret_moede")
def opret_moede(
    anledning: Anledning,
    *,
    dato: date,
    kl: time,
    sted: str,
    moedeleder_id: UUID,
    afholdes: str = Moede.Form.RUM,
) -> Moede:
    """A meeting day of the actor's kommune, with the places the agreement gives. Raises KanIkke at
    `dato`/`sted`/`moedeleder`."""
    kraev_ret(anledning.aktoer, "opret_moede")
    fejl = {}
    if tekst := uegnet(anledning, dato):
        fejl["dato"] = tekst
    if not sted.strip():
        fejl["sted"] = _("Skriv, hvor mødet holdes.")
    leder = moedeleder(anledning, moedeleder_id)
    if leder is None:
        fejl["moedeleder"] = _("Vælg en mødeleder på listen.")
    efter_tur("moede", anledning.aktoer.organisation_id)
    if optaget(anledning, dato, kl, sted):
        fejl["dato"] = _("Der er allerede et møde på det sted og klokkeslæt.")
    if fejl or leder is None:
        raise KanIkke(fejl)
    moede = ny_dag(anledning, dato, kl, sted, leder, afholdes)
    haendelse(anledning, "opret_moede", f"Mødedagen {dansk(dato)} i {moede.sted} blev oprettet.", moede=moede)
    return moede


def uegnet(anledning: Anledning, dato: date) -> str:
    """Why no meeting can be made on the day, as a sentence; "" if one can."""
    if dato < anledning.dag:
        return _("Datoen %(dato)s er gået.") % {"dato": dansk(dato)}
    if dato > anledning.dag + FREM:
        return _("Datoen %(dato)s ligger mere end fem år ude i fremtiden. Er årstallet rigtigt?") % {
            "dato": dansk(dato)
        }
    return ""


def moedeleder(anledning: Anledning, moedeleder_id: UUID) -> Medarbejder | None:
    return Medarbejder.objects.filter(
        id=moedeleder_id,
        organisation_id=anledning.aktoer.organisation_id,
        rolle=Rolle.MOEDELEDER,
        aktiv=True,
    ).first()


def optaget(anledning: Anledning, dato: date, kl: time, sted: str) -> bool:
    """Is there a meeting already, at that place and time? A cancelled one is none."""
    paa = synlige_moeder(anledning.aktoer).filter(dato=dato, kl=kl, sted=sted.strip())
    return paa.filter(aflyst_tid=None).exists()


def ny_dag(
    anledning: Anledning,
    dato: date,
    kl: time,
    sted: str,
    leder: Medarbejder,
    afholdes: str,
    serie: UUID | None = None,
) -> Moede:
    """The day and its places, without a trace: the Handling leaves that."""
    moede = Moede.objects.create(
        kommune_id=anledning.aktoer.organisation_id,
        region_id=anledning.aktoer.region_id,
        dato=dato,
        kl=kl,
        form=afholdes,
        sted=sted.strip(),
        moedeleder=leder,
        serie=serie,
    )
    Moedeplads.objects.bulk_create(nye_pladser(moede))
    return moede
