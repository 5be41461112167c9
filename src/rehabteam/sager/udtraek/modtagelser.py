"""Files on their way in to a case, and which of them are on the case already."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from ..adgang.aktoer import Aktoer
from ..models import Dokument, ModtagetFil, Sag
from .synlige import synlige_sager

T = ModtagetFil.Tilstand
UNDERVEJS = (T.SENDES, T.VENTER, T.KLAR, T.AFVIST)


def paa_vej(aktoer: Aktoer, sag_id: UUID) -> "QuerySet[ModtagetFil]":
    """What is neither laid on the case nor removed, in the order it came; nothing on a case she does not see."""
    return (
        ModtagetFil.objects.filter(
            sag_id=sag_id,
            sag__in=synlige_sager(aktoer).values("id"),
            kommune_id=aktoer.organisation_id,
            tilstand__in=UNDERVEJS,
        )
        .select_related("medarbejder", "del_af")
        .order_by("begyndt_tid", "filnavn", "id")
    )


def i_orden(filer: Iterable[ModtagetFil]) -> list[ModtagetFil]:
    """Each mail right before what came in it."""
    alle = list(filer)
    ider = {fil.id for fil in alle}
    under: dict[UUID | None, list[ModtagetFil]] = {}
    for fil in alle:
        under.setdefault(fil.del_af_id if fil.del_af_id in ider else None, []).append(fil)

    def med_sine(om: UUID | None) -> list[ModtagetFil]:
        return [en for fil in under.get(om, []) for en in (fil, *med_sine(fil.id))]

    return med_sine(None)


def dubletter(sag: Sag, filer: Iterable[ModtagetFil]) -> dict[UUID, Dokument]:
    """By the file's id: the document on this case that is the same file, byte for byte. Other cases are not asked."""
    summer = {fil.id: fil.sha256 for fil in filer if fil.sha256}
    ligger = Dokument.objects.filter(
        Q(sha256__in=set(summer.values())) | Q(original_sha256__in=set(summer.values())),
        sag=sag,
        trukket_tilbage_tid=None,
    )
    kendte = {
        sha: d for d in ligger.select_related("sag__borger") for sha in (d.sha256, d.original_sha256) if sha
    }
    return {fil_id: kendte[sha] for fil_id, sha in summer.items() if sha in kendte}
