"""One person's own meeting days, the cases on them, and what she has not read yet (BEK § 6). A fixed number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import Dokument, Laesenote, Moede, Moedemedlem, Rolle, Sag
from .synlige import synlige_moeder, synlige_sager


@dataclass(frozen=True, slots=True)
class Minsag:
    """A case of one of her days: its documents by fingerprint, as they are counted as read."""

    sag: Sag
    dokumenter: tuple[Dokument, ...]


@dataclass(frozen=True, slots=True)
class Minmoededag:
    """One day. `i_teamet`: she sits in the team that day, and sees every case of it; else only her own."""

    moede: Moede
    i_teamet: bool
    sager: tuple[Minsag, ...]


def _sidder(aktoer: Aktoer) -> Q:
    """The days she leads, is named to, or may stand in on; a day that names nobody is the whole team's."""
    mig = aktoer.sager_for
    hvem = Q(moedeleder_id=mig) | Q(
        id__in=Moedemedlem.objects.filter(Q(medarbejder_id=mig) | Q(stedfortraeder_id=mig)).values("moede_id")
    )
    if aktoer.rolle == Rolle.TEAMMEDLEM:
        hvem |= ~Exists(
            Moedemedlem.objects.filter(moede_id=OuterRef("id"), organisation_id=aktoer.organisation_id)
        )
    return hvem


def _hendes(aktoer: Aktoer) -> "QuerySet[Sag]":
    sager = synlige_sager(aktoer)
    return sager if aktoer.vaeg == Vaeg.KOORDINATOR else sager.filter(sagsbehandler_id=aktoer.sager_for)


def mine_dage(aktoer: Aktoer, dag: date, hoejst: int | None = None) -> list[Minmoededag]:
    """Her days from this one on, the nearest first; the cancelled ones too, without cases."""
    sidder = _sidder(aktoer)
    dage = (
        synlige_moeder(aktoer)
        .filter(sidder | Q(id__in=_hendes(aktoer).exclude(moede=None).values("moede_id")), dato__gte=dag)
        .annotate(i_teamet=Exists(Moede.objects.filter(sidder, id=OuterRef("id"))))
        .order_by("dato", "kl", "id")
    )
    if aktoer.vaeg == Vaeg.KOMMUNE:
        dage = dage.select_related("moedeleder")
    fundne = list(dage[:hoejst] if hoejst else dage)
    sager = _paa_dagene(aktoer, fundne)
    return [
        Minmoededag(m, m.i_teamet, tuple(sager.get(m.id, ())) if m.aflyst_tid is None else ())  # type: ignore[attr-defined]
        for m in fundne
    ]


def _paa_dagene(aktoer: Aktoer, dage: Iterable[Moede]) -> dict[UUID, list[Minsag]]:
    hele = [m.id for m in dage if m.i_teamet and aktoer.vaeg == Vaeg.KOMMUNE]  # type: ignore[attr-defined]
    alle = [m.id for m in dage]
    sager = (
        synlige_sager(aktoer)
        .filter(Q(moede_id__in=hele) | Q(moede_id__in=alle, id__in=_hendes(aktoer).values("id")))
        .select_related("borger")
        .prefetch_related(
            Prefetch("dokument_raekker", Dokument.objects.filter(trukket_tilbage_tid=None).order_by("id"))
        )
        .order_by("moede_kl", "nummer")
    )
    fundne: dict[UUID, list[Minsag]] = {}
    for sag in sager:
        if sag.moede_id:
            fundne.setdefault(sag.moede_id, []).append(Minsag(sag, tuple(sag.dokument_raekker.all())))
    return fundne


def mine_laesenoter(aktoer: Aktoer, sager: Iterable[UUID]) -> dict[UUID, Laesenote]:
    """Her own notes on these cases. Never another's: PostgreSQL shows them to nobody but their writer."""
    noter = Laesenote.objects.filter(sag_id__in=list(sager), medarbejder_id=aktoer.medarbejder_id)
    return {n.sag_id: n for n in noter}
