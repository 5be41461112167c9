"""The sundhedskoordinator's note: a draft only she sees, until it is signed."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Sag, Sundhedsnotat

from .fejl import AendretAfAnden
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

FELTER = ("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov", "vurderingsbehov")


def kladde(anledning: Anledning, sag: Sag) -> Sundhedsnotat | None:
    """Her own unsigned note on the case."""
    return sag.sundhedsnotat_raekker.filter(
        underskrevet_tid=None, forfatter_id=anledning.aktoer.medarbejder_id
    ).first()


@handling("skriv_notat")
def skriv_notat(
    anledning: Anledning,
    sag_id: UUID,
    *,
    version: int,
    funktionsniveau: str,
    skaanehensyn: str,
    tilbud: str,
    dokumentationsbehov: str,
    vurderingsbehov: str = "",
) -> Sundhedsnotat:
    """Save the draft. After a signed note the next one is an addition. Raises AendretAfAnden, FindesIkke."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_notat", sag)
    dele = (funktionsniveau, skaanehensyn, tilbud, dokumentationsbehov, vurderingsbehov)
    nye = dict(zip(FELTER, dele, strict=True))
    notat = kladde(anledning, sag)
    if notat is None:
        notat = Sundhedsnotat(
            kommune_id=sag.kommune_id,
            sag=sag,
            koordinator_id=sag.koordinator_id,
            region_id=sag.region_id,
            forfatter_id=anledning.aktoer.medarbejder_id,
            forfatter_navn=anledning.aktoer.navn,
            er_tillaeg=sag.sundhedsnotat_raekker.exclude(underskrevet_tid=None).exists(),
            version=0,
        )
    gamle = {felt: getattr(notat, felt) for felt in FELTER}
    if notat.version != version and gamle != nye:
        raise AendretAfAnden(notat.forfatter_navn, notat.aendret_tid, notat.version, dict(gamle))
    for felt, tekst in nye.items():
        setattr(notat, felt, tekst)
    notat.version += 1
    notat.aendret_tid = anledning.nu
    notat.save()
    haendelse(anledning, "skriv_notat", "Sundhedskoordinatoren gemte en kladde til sit notat.", sag=sag)
    return notat
