"""What was put together for receivers outside the house, and what is still lacking before it may be given."""

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Forsendelse, Forsendelseslinje, Overstregning, Sag
from .synlige import synlige_sager


def forsendelser(aktoer: Aktoer) -> "QuerySet[Forsendelse]":
    """Those of the cases one may see."""
    return Forsendelse.objects.filter(sag__in=synlige_sager(aktoer)).select_related("sag", "fuldmagt")


def paa_sagen(aktoer: Aktoer, sag: Sag) -> "QuerySet[Forsendelse]":
    """All of the case's: what is not given yet, and what was; not what was given up."""
    return forsendelser(aktoer).filter(sag=sag, opgivet_tid=None)


def mine(aktoer: Aktoer) -> "QuerySet[Forsendelse]":
    """The citizen's own: what was given of her cases, the latest first. Only the columns her wall lets her read."""
    return (
        Forsendelse.objects.filter(sag__in=synlige_sager(aktoer).values("id"))
        .only(
            *("id", "kommune", "sag", "modtager", "modtager_navn", "udleveret_tid", "udleveret_dag", "antal")
        )
        .order_by("-udleveret_tid")
    )


def linjer(forsendelse: Forsendelse) -> list[Forsendelseslinje]:
    """In the order they stand in the PDF."""
    return list(
        Forsendelseslinje.objects.filter(forsendelse=forsendelse)
        .select_related("dokument__gennemgang", "dokument__sag__borger", "overstregning")
        .order_by("nr")
    )


def venter(linje: Forsendelseslinje) -> bool:
    """Something protected stands in it, or could not be looked for, and nobody has said why it goes all the same."""
    return bool(linje.fund.get("sider") or linje.fund.get("ulaest")) and not linje.trods


def laeses(linje: Forsendelseslinje) -> bool:
    """Its redacted edition has not got its text yet: it is given to nobody half made."""
    return linje.overstregning is not None and linje.overstregning.laesning == Overstregning.Laesning.VENTER
