"""Lay the places of a meeting day as the agreement of its date says."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.aftaler import vilkaar
from rehabteam.sager.models import Moede, Moedeplads
from rehabteam.sager.udtraek.synlige import synlige_sager

from .datoer import dansk
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .moedepladser import hent_moede, tag_tur


@handling("laeg_pladser")
def laeg_pladser(anledning: Anledning, moede_id: UUID) -> int:
    """The places that are missing. The cases already on the day have theirs first. Returns how many were laid.

    Raises KanIkke at "" when no number is agreed, none is missing, or more cases are on the day than there would be
    places; FindesIkke, IngenRet.
    """
    moede = hent_moede(anledning, moede_id)
    kraev_ret(anledning.aktoer, "laeg_pladser", moede)
    paa = synlige_sager(anledning.aktoer).filter(moede=moede)
    list(paa.select_for_update().order_by("id").values("id"))
    tag_tur([moede.id])
    nye = nye_pladser(moede)
    if not nye:
        raise KanIkke(
            {"": _("Dagen har allerede de pladser, aftalen siger, eller aftalen nævner ikke et antal.")}
        )
    aftale = vilkaar(moede.kommune_id, moede.dato)
    uden = list(paa.filter(plads=None).exclude(tilstand="afsluttet").order_by("moede_kl", "nummer"))
    for kategori in {plads.aftalekategori for plads in nye}:
        rum = [plads for plads in nye if plads.aftalekategori == kategori]
        staar = [sag for sag in uden if aftale.kategori(sag) == kategori]
        if len(staar) > len(rum):
            raise KanIkke(
                {"": _("Der er flere sager på dagen, end aftalen giver plads til. Flyt nogle af dem først.")}
            )
        for plads, sag in zip(rum, staar, strict=False):
            plads.sag, plads.kl = sag, sag.moede_kl
    try:
        with transaction.atomic():
            Moedeplads.objects.bulk_create(nye)
    except IntegrityError:  # the place of a case one is kept out of: it is there, and cannot be seen
        raise KanIkke(
            {"": _("Dagen har pladser, du ikke kan se. Bed en kollega om at lægge resten.")}
        ) from None
    haendelse(
        anledning,
        "laeg_pladser",
        f"Mødedagen {dansk(moede.dato)} fik {len(nye)} pladser efter aftalen.",
        moede=moede,
        data={"moede": str(moede.id), "antal": len(nye)},
    )
    return len(nye)


def nye_pladser(moede: Moede) -> list[Moedeplads]:
    """The places the agreement of the meeting's date gives and the day does not have. Nothing is written."""
    har: dict[str, int] = {}
    for kategori, nr in Moedeplads.objects.filter(moede=moede).values_list("aftalekategori", "nr"):
        har[kategori] = max(har.get(kategori, 0), nr)
    return [
        Moedeplads(
            kommune_id=moede.kommune_id,
            region_id=moede.region_id,
            moede=moede,
            aftalekategori=kategori,
            nr=nr,
        )
        for kategori, antal in sorted(vilkaar(moede.kommune_id, moede.dato).sager_per_dag.items())
        for nr in range(har.get(kategori, 0) + 1, (antal or 0) + 1)
    ]
