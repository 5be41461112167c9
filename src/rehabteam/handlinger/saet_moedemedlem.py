"""Say who sits in the team on a meeting day, and who comes instead."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Medarbejder, Moede, Moedemedlem
from rehabteam.sager.udtraek.fravaer import borte

from .datoer import dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import efter_tur
from .moedepladser import hent_moede, tag_tur

KOORDINATOR = Moedemedlem.Fagomraade.SUNDHEDSKOORDINATOR


@handling("saet_moedemedlem")
def saet_moedemedlem(
    anledning: Anledning,
    moede_id: UUID,
    *,
    fagomraade: str,
    medarbejder_id: UUID,
    stedfortraeder_id: UUID | None = None,
) -> Moedemedlem:
    """One area of one day, by the house that owns the person: the region its sundhedskoordinator, the kommune the rest.

    Raises KanIkke at `fagomraade`/`medarbejder`/`stedfortraeder`, FindesIkke, IngenRet.
    """
    moede = hent_moede(anledning, moede_id)
    kraev_ret(anledning.aktoer, "saet_moedemedlem", moede)
    regionens = anledning.aktoer.vaeg == Vaeg.REGION
    if fagomraade not in Moedemedlem.Fagomraade.values or (fagomraade == KOORDINATOR) != regionens:
        raise KanIkke({"fagomraade": _("Vælg et område på listen.")})
    hvem = _kollega(anledning, medarbejder_id)
    stedfortraeder = _kollega(anledning, stedfortraeder_id) if stedfortraeder_id else None
    fejl = {}
    if hvem is None:
        fejl["medarbejder"] = _("Vælg en person på listen.")
    if stedfortraeder_id and (stedfortraeder is None or stedfortraeder == hvem):
        fejl["stedfortraeder"] = _("Vælg en anden person på listen.")
    if fejl or hvem is None:
        raise KanIkke(fejl)
    if regionens:
        efter_tur("koordinators_dag", hvem.id)
        if tekst := _optaget(moede, hvem, stedfortraeder):
            raise KanIkke({"medarbejder": tekst})
    tag_tur([moede.id])
    medlem = Moedemedlem.objects.filter(moede=moede, fagomraade=fagomraade).first()
    if medlem is None:
        medlem = Moedemedlem(
            kommune_id=moede.kommune_id,
            region_id=moede.region_id,
            moede=moede,
            fagomraade=fagomraade,
            organisation_id=anledning.aktoer.organisation_id,
        )
    medlem.medarbejder, medlem.navn = hvem, hvem.navn
    medlem.stedfortraeder = stedfortraeder
    medlem.stedfortraeder_navn = stedfortraeder.navn if stedfortraeder else ""
    if medlem._state.adding:
        medlem.save(force_insert=True)
    else:
        medlem.save(update_fields=["medarbejder", "navn", "stedfortraeder", "stedfortraeder_navn"])
    _spor(anledning, moede, medlem)
    return medlem


def _kollega(anledning: Anledning, hvem: UUID) -> Medarbejder | None:
    return Medarbejder.objects.filter(
        id=hvem, organisation_id=anledning.aktoer.organisation_id, aktiv=True
    ).first()


def _optaget(moede: Moede, hvem: Medarbejder, stedfortraeder: Medarbejder | None) -> str:
    """Why she cannot come: away without another, or at another meeting at the same hour; "" if she can."""
    kommer = {m.id for m in (hvem, stedfortraeder) if m}
    if kommer <= borte(kommer, moede.dato):
        return _("%(navn)s er væk den dag. Vælg en anden, eller sæt en stedfortræder, som er der.") % {
            "navn": hvem.navn
        }
    samtidig = Moedemedlem.objects.filter(
        fagomraade=KOORDINATOR,
        medarbejder=hvem,
        moede__dato=moede.dato,
        moede__kl=moede.kl,
        moede__aflyst_tid=None,
    ).exclude(moede=moede)
    if samtidig.exists():
        return _("%(navn)s er allerede sat på et andet møde på samme tid. Vælg en anden.") % {
            "navn": hvem.navn
        }
    return ""


def _spor(anledning: Anledning, moede: Moede, medlem: Moedemedlem) -> None:
    omraade = Moedemedlem.Fagomraade(medlem.fagomraade).label
    ellers = f", stedfortræder {medlem.stedfortraeder_navn}" if medlem.stedfortraeder_navn else ""
    haendelse(
        anledning,
        "saet_moedemedlem",
        f"{omraade} på mødet {dansk(moede.dato)}: {medlem.navn}{ellers}.",
        # What a house does about its own people stands in its own log.
        organisation_id=anledning.aktoer.organisation_id,
        data={"moede": str(moede.id)},
    )
