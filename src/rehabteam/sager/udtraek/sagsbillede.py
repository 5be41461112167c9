"""One case as its pages show it: fetched in a fixed number of queries, whoever looks."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import (
    Adgangspost,
    Dokument,
    Haendelse,
    Indsats,
    Indsatsplan,
    Indstilling,
    Medarbejder,
    Moede,
    Resume,
    Sag,
    Sundhedsnotat,
)
from ..sagsfakta.samlet import med_fakta
from .synlige import synlige_moeder, synlige_sager


def sag_med_papirer(aktoer: Aktoer) -> "QuerySet[Sag]":
    """The visible cases with citizen, meeting, indstilling and all the rules ask about: a fixed number of queries.

    Outside the kommune the tables of forløb, of plans and of the forberedende del's versions are closed, so they are
    not asked.
    """
    egne = (
        ("forloeb", "indsatsplan__dokument", "sagsbehandler", "afgoerelse")
        if aktoer.vaeg == Vaeg.KOMMUNE
        else ()
    )
    return med_fakta(
        synlige_sager(aktoer)
        .select_related("borger", "kommune", "moede__moedeleder", "udspringer_af", *egne)
        .prefetch_related(Prefetch("indstilling_raekker", Indstilling.objects.select_related("dokument"))),
        versioner=aktoer.vaeg in (Vaeg.KOMMUNE, Vaeg.NOED),
    )


def gyldige(sag: Sag) -> list[Dokument]:
    """The documents that are read: not those withdrawn."""
    return [d for d in sag.dokument_raekker.all() if d.trukket_tilbage_tid is None]


def af_slags(sag: Sag, *slags: str) -> list[Dokument]:
    return [d for d in gyldige(sag) if d.slags in slags]


def lavet_her(sag: Sag) -> set[UUID]:
    """Documents made by signing or giving something: they are corrected by an addition, never withdrawn."""
    fundet = {i.dokument_id for i in sag.indstilling_raekker.all()}
    fundet |= set(sag.sundhedsnotat_raekker.values_list("dokument_id", flat=True))
    fundet |= set(Indsatsplan.objects.filter(sag=sag).values_list("dokument_id", flat=True))
    return {i for i in fundet if i}


def seneste_resume(sag: Sag) -> Resume | None:
    return next(iter(sag.resume_raekker.all()), None)


def afgivet_indstilling(sag: Sag) -> Indstilling | None:
    return next((i for i in sag.indstilling_raekker.all() if i.afgivet_tid), None)


def udsprunget(aktoer: Aktoer, sag: Sag) -> Sag | None:
    """The re-submission that springs from this case."""
    return synlige_sager(aktoer).filter(udspringer_af=sag).order_by("-oprettet", "-nummer").first()


def hvorfor_genoptaget(sag: Sag) -> str:
    """The status of § 17 on the day the case was taken up again; "" if that is not known."""
    svar = (
        Haendelse.objects.filter(sag=sag, handling="genoptag_sag").values_list("vurdering", flat=True).first()
    )
    return str(svar["status"]) if svar else ""


def foerste_indsats(sag: Sag, efter: date) -> date | None:
    """The first day an effort began after the indstilling. The kommune's own knowledge."""
    return (
        Indsats.objects.filter(forloeb_id=sag.forloeb_id, tilbagekaldt_tid=None, paabegyndt__gte=efter)
        .order_by("paabegyndt")
        .values_list("paabegyndt", flat=True)
        .first()
    )


def notater(sag: Sag) -> "QuerySet[Sundhedsnotat]":
    """The signed notes, first note before its additions. A draft is the author's own and not shown here."""
    return (
        sag.sundhedsnotat_raekker.exclude(underskrevet_tid=None)
        .select_related("dokument")
        .order_by("underskrevet_tid")
    )


def historik(sag: Sag) -> "QuerySet[Haendelse]":
    """What was done on the case, the latest first."""
    return Haendelse.objects.filter(sag=sag).order_by("-tid", "-id")


def kommende_moeder(aktoer: Aktoer, dag: date) -> "QuerySet[Moede]":
    """The meeting days still ahead, with the number of cases on each."""
    return (
        synlige_moeder(aktoer)
        .filter(dato__gte=dag, aflyst_tid=None)
        .select_related("moedeleder")
        .annotate(antal_sager=Count("sager", filter=~Q(sager__tilstand=Sag.Tilstand.AFSLUTTET)))
        .order_by("dato", "kl")
    )


def opslag(aktoer: Aktoer, sag: Sag) -> "QuerySet[Adgangspost]":
    """Who of one's own organisation has looked at or written on the case, the latest first."""
    return Adgangspost.objects.filter(organisation_id=aktoer.organisation_id, objekt=sag.id).order_by("-tid")


def laeste_dokumenter(sag: Sag, poster: "Iterable[Adgangspost]") -> dict[str, str]:
    """Titles by the fingerprint a line of the log has of what was read or fetched: the document's, or its original's."""
    aftryk = {p.aftryk for p in poster if p.aftryk}
    fundet: dict[str, str] = {}
    # With those that are withdrawn: they were read all the same.
    for d in sag.dokument_raekker.filter(Q(sha256__in=aftryk) | Q(original_sha256__in=aftryk)):
        fundet |= {navn: d.vist_titel for navn in (d.sha256, d.original_sha256) if navn}
    return fundet


def navne(medarbejdere: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names of colleagues by id. People of other organisations are not known here."""
    return dict(Medarbejder.objects.filter(id__in={m for m in medarbejdere if m}).values_list("id", "navn"))
