"""Redacted editions: the draft of a document, those that are made, and the file they are marked on."""

from uuid import UUID

from django.db.models import QuerySet

from ..models import Dokument, Overstregning, Sag

KAN_TEGNES = frozenset({"application/pdf", "image/jpeg", "image/png"})
PDF = "application/pdf"


def kilden(dokument: Dokument) -> tuple[str, str]:
    """The file whose pages are shown and marked, with its mime: a scan that was read may have been turned upright."""
    gennemgang = getattr(dokument, "gennemgang", None)
    if gennemgang and gennemgang.soegbar_sha256:
        return gennemgang.soegbar_sha256, PDF
    return dokument.sha256, dokument.mime


def kladde(dokument: Dokument) -> Overstregning | None:
    return Overstregning.objects.filter(dokument=dokument, lavet_tid=None).first()


def lavede(dokument: Dokument) -> "QuerySet[Overstregning]":
    """The editions that are made, the newest first; those withdrawn too."""
    return Overstregning.objects.filter(dokument=dokument).exclude(lavet_tid=None).order_by("-nr")


def gaeldende(sag: Sag) -> dict[UUID, list[Overstregning]]:
    """Document → its editions that may go to a receiver, the newest first."""
    ude: dict[UUID, list[Overstregning]] = {}
    fundne = Overstregning.objects.filter(sag=sag, trukket_tilbage_tid=None).exclude(lavet_tid=None)
    for o in fundne.order_by("-nr"):
        ude.setdefault(o.dokument_id, []).append(o)
    return ude
