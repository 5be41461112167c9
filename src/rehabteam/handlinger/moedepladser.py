"""What booking, moving, swapping and cancelling share: the place, who is told, and the trace settlement reads.

The order is the same everywhere: the cases first (by id), then the meetings (by id). So planners at once take turns and
never wait for each other in a ring.
"""

from collections.abc import Iterable
from datetime import time
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.sager.aftaler import KATEGORIER, vilkaar
from rehabteam.sager.models import Moede, Moedeplads, Paamindelse, Sag
from rehabteam.sager.udtraek.synlige import synlige_moeder

from .datoer import dansk
from .fejl import FindesIkke, KanIkke
from .handling import Anledning
from .hent import efter_tur


def hent_moede(anledning: Anledning, moede_id: UUID) -> Moede:
    """A meeting day one may book on. Raises FindesIkke, and KanIkke at `moede` when it is cancelled or over."""
    try:
        moede = synlige_moeder(anledning.aktoer).get(id=moede_id)
    except Moede.DoesNotExist:
        raise FindesIkke from None
    if moede.aflyst_tid:
        raise KanIkke({"moede": _("Mødet %(dato)s er aflyst. Vælg et andet.") % {"dato": dansk(moede.dato)}})
    if moede.dato < anledning.dag:
        raise KanIkke({"moede": _("Mødet %(dato)s er holdt. Vælg et senere.") % {"dato": dansk(moede.dato)}})
    return moede


def tag_tur(moeder: Iterable[UUID]) -> None:
    """One at a time on each of these days, until the transaction ends."""
    for moede_id in sorted(set(moeder)):
        efter_tur("moedepladser", moede_id)


def slip_plads(sag: Sag) -> None:
    """The place the case has, if any, is free again."""
    Moedeplads.objects.filter(sag=sag).update(sag=None, kl=None)


def tag_plads(sag: Sag, moede: Moede, kl: time) -> Moedeplads | None:
    """A place of the case's category on the day; None where the day has no number for it. The turn is taken.

    Raises KanIkke at `moede` when all of them are taken.
    """
    kategori = vilkaar(moede.kommune_id, moede.dato).kategori(sag)
    if kategori is None:
        return None
    pladser = list(Moedeplads.objects.filter(moede=moede, aftalekategori=kategori).order_by("nr"))
    plads = next((p for p in pladser if p.sag_id is None), None)
    if plads is None and pladser:
        tekst = ngettext(
            "Den ene plads %(dato)s i kategorien »%(kategori)s« er taget. Vælg en anden dag, eller byt.",
            "Alle %(antal)s pladser %(dato)s i kategorien »%(kategori)s« er taget. Vælg en anden dag, eller byt.",
            len(pladser),
        )
        navn = _(KATEGORIER.get(kategori, kategori))
        raise KanIkke({"moede": tekst % {"antal": len(pladser), "dato": dansk(moede.dato), "kategori": navn}})
    if plads:
        plads.sag, plads.kl = sag, kl
        plads.save(update_fields=["sag", "kl"])
    return plads


def afbud(anledning: Anledning, moede: Moede, grund: str) -> dict[str, object]:
    """What settlement reads of a case that leaves a meeting: which, and how many days before."""
    return {
        "moede_id": str(moede.id),
        "moede_dato": moede.dato.isoformat(),
        "dage_foer": (moede.dato - anledning.dag).days,
        "grund": grund,
    }


def sig_til(anledning: Anledning, sag: Sag, tekst: str) -> bool:
    """The case's own caseworker is reminded today, unless she did it herself. True if somebody was told."""
    if sag.sagsbehandler_id in (anledning.aktoer.medarbejder_id, anledning.aktoer.sager_for):
        return False
    Paamindelse.objects.create(
        kommune_id=sag.kommune_id,
        borger_id=sag.borger_id,
        sag=sag,
        medarbejder_id=sag.sagsbehandler_id,
        dag=anledning.dag,
        tekst=tekst[:200],
        oprettet_tid=anledning.nu,
        oprettet_af=anledning.aktoer.signatur,
    )
    return True
