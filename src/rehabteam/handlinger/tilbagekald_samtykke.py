"""The citizen takes her consent back: it stops at once, and so does what was asked on it."""

from uuid import UUID

from rehabteam.sager.adgang.aktoer import Vaeg
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Anmodning, Samtykke
from rehabteam.sager.udtraek.samtykker import sagen, synlige_anmodninger

from .fejl import FindesIkke
from .handling import Anledning, haendelse, handling
from .hent_samtykke import hent_samtykke


@handling("tilbagekald_samtykke")
def tilbagekald_samtykke(anledning: Anledning, samtykke_id: UUID) -> list[Anmodning]:
    """By the citizen herself, or by a caseworker on her word. Needs no reason: it is her right.

    Returns the requests that stopped; each has its own Hændelse. Raises FindesIkke (also if already withdrawn).
    """
    samtykke = hent_samtykke(anledning, samtykke_id)
    sag = sagen(samtykke)
    kraev_ret(anledning.aktoer, "tilbagekald_samtykke", sag)
    if samtykke.tilbagekaldt_tid is not None:
        raise FindesIkke
    aktoer = anledning.aktoer
    Samtykke.objects.filter(id=samtykke.id).update(
        tilbagekaldt_tid=anledning.nu, tilbagekaldt_dag=anledning.dag, tilbagekaldt_af=aktoer.signatur
    )
    aabne = list(
        synlige_anmodninger(aktoer)
        .select_for_update()
        .filter(samtykke_id=samtykke.id, tilstand=Anmodning.Tilstand.SENDT)
        .order_by("sendt", "id")
    )
    Anmodning.objects.filter(id__in=[a.id for a in aabne]).update(
        tilstand=Anmodning.Tilstand.STANDSET,
        lukket_tid=anledning.nu,
        lukket_dag=anledning.dag,
        lukket_af=aktoer.signatur,
    )
    hvem = "Borgeren trak selv" if aktoer.vaeg == Vaeg.BORGER else "Borgeren trak"
    haendelse(
        anledning,
        "tilbagekald_samtykke",
        f"{hvem} samtykket til at spørge {samtykke.kilde} tilbage.{_standset(len(aabne))}",
        sag=sag,
        data={"samtykke": str(samtykke.id)},
    )
    for anmodning in aabne:
        haendelse(
            anledning,
            "tilbagekald_samtykke",
            f"Anmodningen til {anmodning.til} blev standset, fordi samtykket er trukket tilbage.",
            sag=sag,
            data={"samtykke": str(samtykke.id), "anmodning": str(anmodning.id)},
        )
    return aabne


def _standset(antal: int) -> str:
    if not antal:
        return ""
    return " 1 anmodning blev standset." if antal == 1 else f" {antal} anmodninger blev standset."
