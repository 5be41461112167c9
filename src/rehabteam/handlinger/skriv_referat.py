"""The minutes of a case at its meeting, while they are written."""

from datetime import time
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.lov.vaerdier import UDELADT, Udeladt
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Referat, Sag

from .fejl import AendretAfAnden, KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag

FELTER = ("begyndt", "sluttet", "bemaerkninger", "ingen_indstilling", "ingen_opgave")


@handling("skriv_referat")
def skriv_referat(
    anledning: Anledning,
    sag_id: UUID,
    *,
    version: int,
    begyndt: time | None | Udeladt = UDELADT,
    sluttet: time | None | Udeladt = UDELADT,
    bemaerkninger: str | Udeladt = UDELADT,
    ingen_indstilling: str | Udeladt = UDELADT,
    ingen_opgave: str | Udeladt = UDELADT,
) -> Referat:
    """Save what there is; what is left out stays. `version` 0: nothing was written when the page was opened.

    Raises KanIkke at a field (or "" for a case on no meeting, or minutes that are approved), AendretAfAnden, FindesIkke.
    """
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "skriv_referat", sag)
    referat = aabent(anledning, sag)
    gamle = {felt: getattr(referat, felt) for felt in FELTER}
    nye = gamle | {
        felt: vaerdi.strip() if isinstance(vaerdi, str) else vaerdi
        for felt, vaerdi in {
            "begyndt": begyndt,
            "sluttet": sluttet,
            "bemaerkninger": bemaerkninger,
            "ingen_indstilling": ingen_indstilling,
            "ingen_opgave": ingen_opgave,
        }.items()
        if vaerdi is not UDELADT
    }
    if nye["begyndt"] and nye["sluttet"] and nye["sluttet"] <= nye["begyndt"]:
        raise KanIkke({"sluttet": _("Mødet om sagen sluttede ikke, før det begyndte. Ret klokkeslættet.")})
    if referat.version != version and gamle != nye:
        raise AendretAfAnden(referat.aendret_af, referat.aendret_tid, referat.version, gamle)
    for felt, vaerdi in nye.items():
        setattr(referat, felt, vaerdi)
    referat.version += 1
    referat.aendret_tid = anledning.nu
    referat.aendret_af = anledning.aktoer.navn
    referat.save()
    haendelse(anledning, "skriv_referat", "Der blev skrevet på referatet.", sag=sag)
    return referat


def aabent(anledning: Anledning, sag: Sag) -> Referat:
    """The case's minutes of its present meeting, new or begun; not those that are approved. Raises KanIkke."""
    if sag.moede_id is None:
        raise KanIkke({"": _("Sagen er ikke på et møde, så der er intet referat at skrive.")})
    referat: Referat | None = sag.referat_raekker.filter(moede_id=sag.moede_id).first()
    if referat is None:
        return Referat(kommune_id=sag.kommune_id, sag=sag, moede_id=sag.moede_id, version=0)
    if referat.godkendt_tid:
        raise KanIkke(
            {"": _("Referatet er godkendt og låst. Skriv en note på sagen, hvis noget skal føjes til.")}
        )
    return referat
