"""Cancel a whole meeting day; its cases wait for another."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.udtraek.synlige import synlige_sager

from .datoer import dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .moedepladser import hent_moede, tag_af, tag_tur

FOER = (Sag.Tilstand.FORBEREDES, Sag.Tilstand.SENDT, Sag.Tilstand.HOS_KOORDINATOR)


@dataclass(frozen=True, slots=True)
class Aflyst:
    """How many cases lost their day, and how many caseworkers were told of it."""

    sager: int
    besked: int


@handling("aflys_moede")
def aflys_moede(anledning: Anledning, moede_id: UUID, *, grund: str) -> Aflyst:
    """The day stays, marked as cancelled. Raises KanIkke at `grund`/`moede`, FindesIkke, IngenRet."""
    moede = hent_moede(anledning, moede_id)
    kraev_ret(anledning.aktoer, "aflys_moede", moede)
    if not grund.strip():
        raise KanIkke(
            {"grund": _("Skriv, hvorfor mødedagen aflyses. Alle med en sag på dagen får det at vide.")}
        )
    alle = synlige_sager(anledning.aktoer).filter(moede=moede)
    if alle.exclude(tilstand__in=FOER).exclude(tilstand=Sag.Tilstand.AFSLUTTET).exists():
        raise KanIkke({"": _("Teamet har allerede givet en indstilling på mødet, så det er holdt.")})
    paa = alle.filter(tilstand__in=FOER)
    list(paa.select_for_update().order_by("id").values("id"))
    tag_tur([moede.id])
    sager = list(paa.select_related("borger", "kommune").order_by("id"))
    fortalt = 0
    for sag in sager:
        skift = tag_af(anledning, sag, moede, "Mødet blev aflyst", grund.strip())
        haendelse(anledning, "aflys_moede", skift.tekst, sag=sag, data=skift.data)
        fortalt += skift.besked
    moede.aflyst_tid, moede.aflyst_grund, moede.aflyst_af = (
        anledning.nu,
        " ".join(grund.split())[:300],
        anledning.aktoer.signatur,
    )
    moede.save(update_fields=["aflyst_tid", "aflyst_grund", "aflyst_af"])
    haendelse(
        anledning,
        "aflys_moede",
        f"Mødedagen {dansk(moede.dato)} i {moede.sted} blev aflyst: {moede.aflyst_grund}",
        moede=moede,
        data={"moede": str(moede.id), "sager": len(sager)},
    )
    return Aflyst(len(sager), fortalt)
