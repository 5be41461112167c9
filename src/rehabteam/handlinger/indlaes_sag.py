"""Take over a closed case from before: its number, days and documents, as they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag

from .datoer import kraev, raekkefoelge
from .handling import Anledning, haendelse, handling
from .hent import hent_forloeb
from .papir import laeg_paa_sagen
from .sagsnummer import naeste


@dataclass(frozen=True, slots=True)
class GammeltDokument:
    """A document of the old case: PDF bytes and what is known about it."""

    data: bytes
    titel: str
    slags: str
    dato: date
    afsender: str
    sider: int


@handling("indlaes_sag")
def indlaes_sag(
    anledning: Anledning,
    forloeb_id: UUID,
    *,
    oprettet: date,
    afsluttet: date,
    dokumenter: Sequence[GammeltDokument],
    nummer: str = "",
) -> Sag:
    """A closed case that a later one can spring from. Raises KanIkke at `afsluttet`, FindesIkke."""
    forloeb = hent_forloeb(anledning, forloeb_id)
    kraev_ret(anledning.aktoer, "indlaes_sag", forloeb)
    kraev(dict(raekkefoelge("afsluttet", oprettet, afsluttet)))
    sag = Sag.objects.create(
        kommune_id=forloeb.kommune_id,
        borger=forloeb.borger,
        forloeb=forloeb,
        nummer=nummer or naeste(forloeb.kommune_id, oprettet.year),
        sagstype="ressourceforloeb",
        tilstand=Sag.Tilstand.AFSLUTTET,
        sagsbehandler_id=anledning.aktoer.sager_for,
        oprettet=oprettet,
        afsluttet=afsluttet,
    )
    for d in dokumenter:
        laeg_paa_sagen(
            anledning,
            sag,
            d.data,
            titel=d.titel,
            slags=d.slags,
            dato=d.dato,
            afsender=d.afsender,
            filnavn=f"{d.slags}.pdf",
            sider=d.sider,
        )
    haendelse(
        anledning,
        "indlaes_sag",
        f"Den tidligere sag {sag.nummer} blev overtaget med {len(dokumenter)} dokumenter.",
        sag=sag,
    )
    return sag
