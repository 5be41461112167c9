"""The sundhedskoordinator signs her note: from then on all on the case see it, and it never changes."""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.cpr import maskeret
from rehabteam.sager.models import Sag, Sundhedsnotat

from .fejl import FindesIkke, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .papir import laeg_paa_sagen
from .skriv_notat import FELTER, kladde

OVERSKRIFTER = {
    "funktionsniveau": "Funktionsniveau",
    "skaanehensyn": "Skånehensyn",
    "tilbud": "Kommunale tilbud, der kan støtte",
    "dokumentationsbehov": "Behov for mere dokumentation",
    "vurderingsbehov": "Behov for vurdering hos Klinisk Funktion",
}


def hvad_mangler(notat: Sundhedsnotat) -> dict[str, str]:
    """Field → what lacks before it can be signed. An addition may leave fields empty, but not all."""
    tomme = [felt for felt in FELTER if not getattr(notat, felt).strip()]
    if notat.er_tillaeg and len(tomme) < len(FELTER):
        return {}
    return {felt: _("Skriv noget her, eller skriv »Intet at bemærke«.") for felt in tomme}


@handling("underskriv_notat")
def underskriv_notat(anledning: Anledning, sag_id: UUID) -> Sundhedsnotat:
    """Raises KanIkke per empty field (an addition may leave fields empty), FindesIkke (no draft)."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "underskriv_notat", sag)
    notat = kladde(anledning, sag)
    if notat is None:
        raise FindesIkke
    if mangler := hvad_mangler(notat):
        raise KanIkke(mangler)
    titel = "Tillæg til sundhedskoordinatorens notat" if notat.er_tillaeg else "Sundhedskoordinatorens notat"
    notat.dokument = laeg_paa_sagen(
        anledning,
        sag,
        _pdf(anledning, sag, notat),
        titel=titel,
        slags="sundhedsnotat",
        dato=anledning.dag,
        filnavn="sundhedsnotat.pdf",
    )
    notat.underskrevet_tid = anledning.nu
    notat.aendret_tid = anledning.nu
    notat.save()
    haendelse(anledning, "underskriv_notat", f"{titel} blev underskrevet.", sag=sag)
    return notat


def _pdf(anledning: Anledning, sag: Sag, notat: Sundhedsnotat) -> bytes:
    try:
        return breve.sundhedsnotat(
            {
                "afsender": {"navn": anledning.aktoer.organisation_navn, "linjer": ["Klinisk Funktion"]},
                "sagsnummer": sag.nummer,
                "borger": {"navn": sag.borgerens_navn, "cpr_maskeret": maskeret(sag.borger.cpr)},
                "dato": anledning.dag.isoformat(),
                "moededato": sag.moede.dato.isoformat() if sag.moede else None,
                "afsnit": [
                    {"overskrift": OVERSKRIFTER[felt], "tekst": getattr(notat, felt)}
                    for felt in FELTER
                    if getattr(notat, felt).strip()
                ],
                "underskrift": {
                    "navn": anledning.aktoer.navn,
                    "rolle": "Sundhedskoordinator",
                    "dato": anledning.dag.isoformat(),
                },
                "demo": settings.DEMO,
            }
        )
    except breve.TegnFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None
