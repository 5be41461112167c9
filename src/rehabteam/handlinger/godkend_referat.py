"""The minutes of a case are approved: from then on they are a paper on the case, and never change."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Referat, Sag
from rehabteam.sager.udtraek.moederummet import opgaver_fra

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .papir import laeg_paa_sagen
from .referatpapir import referatpapir
from .skriv_referat import aabent


def hvad_mangler(sag: Sag, referat: Referat | None) -> dict[str, str]:
    """Field → what lacks before the minutes can be approved."""
    mangler = {}
    if not sag.deltager_raekker.filter(til_stede=True).exists():
        mangler["deltagere"] = _("Notér i mødelokalet, hvem der er til stede.")
    if referat is None or referat.begyndt is None:
        mangler["begyndt"] = _("Skriv, hvornår I begyndte på sagen.")
    if referat is None or referat.sluttet is None:
        mangler["sluttet"] = _("Skriv, hvornår I sluttede.")
    afgivet = sag.indstilling_raekker.exclude(afgivet_tid=None).exists()
    if not afgivet and not (referat and referat.ingen_indstilling):
        mangler["ingen_indstilling"] = _("Der er ingen indstilling. Skriv hvorfor.")
    if not er_afklaret(sag, referat):
        mangler["hvad"] = _("Aftal, hvem der gør hvad, eller skriv, hvorfor der ikke er en opgave.")
    return mangler


def er_afklaret(sag: Sag, referat: Referat | None) -> bool:
    """Has somebody a next task from this meeting, or was it said why nobody has?"""
    if referat and referat.ingen_opgave:
        return True
    return sag.moede_id is not None and opgaver_fra(sag, sag.moede_id).exists()


@handling("godkend_referat")
def godkend_referat(anledning: Anledning, sag_id: UUID, *, version: int) -> Referat:
    """Freeze it, make the PDF, put it on the case. Raises KanIkke with each missing part, FindesIkke, IngenRet."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "godkend_referat", sag)
    referat = aabent(anledning, sag)
    if mangler := hvad_mangler(sag, referat):
        raise KanIkke(mangler)
    if referat.version != version:
        raise KanIkke(
            {"": _("Referatet er ændret, siden du åbnede siden. Læs det igennem, og godkend det så.")}
        )
    assert sag.moede is not None
    referat.godkendt_tid = anledning.nu
    referat.godkendt_af = anledning.aktoer.navn
    referat.dokument = laeg_paa_sagen(
        anledning,
        sag,
        referatpapir(anledning, sag, referat),
        titel="Referat fra rehabiliteringsteamets møde",
        slags="referat",
        dato=sag.moede.dato,
        filnavn="referat.pdf",
    )
    referat.save()
    haendelse(anledning, "godkend_referat", "Referatet fra mødet blev godkendt. Det er låst.", sag=sag)
    return referat
