"""What is settled in the room besides the indstilling: the minutes, and who does what next."""

from uuid import UUID

from django.db.models import Q, QuerySet

from ..models import Medarbejder, Paamindelse, Referat, Rolle, Sag


def referatet(sag: Sag) -> Referat | None:
    """The minutes of the case's present meeting."""
    return sag.referat_raekker.filter(moede_id=sag.moede_id).select_related("dokument").first()


def referater(sag: Sag) -> "QuerySet[Referat]":
    """All that are approved, the latest meeting first."""
    return sag.referat_raekker.exclude(godkendt_tid=None).select_related("moede").order_by("-moede__dato")


def opgaver_fra(sag: Sag, moede_id: UUID) -> "QuerySet[Paamindelse]":
    """What was agreed at that meeting, done or not, the nearest day first."""
    return (
        Paamindelse.objects.filter(sag=sag, moede_id=moede_id)
        .select_related("medarbejder")
        .order_by("dag", "oprettet_tid", "id")
    )


def kan_faa_opgave(sag: Sag) -> "QuerySet[Medarbejder]":
    """Those of the kommune who sit at the table: the case's own hand, the mødeleder, the team; nobody kept out."""
    moedeleder = sag.moede.moedeleder_id if sag.moede else None
    return (
        Medarbejder.objects.filter(organisation_id=sag.kommune_id, aktiv=True)
        .filter(Q(rolle=Rolle.TEAMMEDLEM) | Q(id__in=[sag.sagsbehandler_id, moedeleder]))
        .exclude(id__in=sag.udelukkede)
        .order_by("navn")
    )
