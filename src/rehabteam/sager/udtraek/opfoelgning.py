"""The kommune's own follow-up after the meeting: until it has decided, until the plan is made, until something begins.

The six months (BEK § 17) count once, from the start of the ressourceforløb: while they run, they are the watch. When
they are met, exempt or the team has treated the case again, nothing counts anew. What is left is here, and it has no
deadline of law: only the day since which it has waited, and the day that was agreed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from ..adgang.aktoer import Aktoer
from ..models import UENIG, Indsats, Indsatsplan, Indsatsstart, Sag
from ..sagsfakta.afgoerelse import afgivet, indsatsdel_kraeves
from .synlige import synlige_sager

T = Sag.Tilstand
# While § 17 answers one of these, the six months are the watch.
LOEBER = ("", "IKKE_UDLOEBET", "SKAL_GENBEHANDLES", "SUSPENDERET", "MANUEL_VURDERING")


class Slags(StrEnum):
    """What the kommune itself must see to."""

    AFGOERELSE = "afgoerelse"
    PLAN = "plan"
    START = "start"


@dataclass(frozen=True, slots=True)
class Opfoelgning:
    """One case that waits for the kommune. `siden`: since when; `aftalt`: the first day something is agreed to begin."""

    slags: Slags
    sag: Sag
    siden: date
    aftalt: date | None = None

    def dage(self, dag: date) -> int:
        """How long it has waited."""
        return (dag - self.siden).days

    @property
    def dato(self) -> date:
        """The day it belongs to in a list or calendar: the agreed one, else since when."""
        return self.aftalt or self.siden


@dataclass(frozen=True, slots=True)
class Planlagt:
    """One effort of the plan and what has come of it. `indsats_id`: the same on the forløb, where there is one."""

    nr: int
    navn: str
    aftalt: date | None
    begyndt: date | None
    indsats_id: UUID | None


def opfoelgning(aktoer: Aktoer, dag: date, hvem: UUID | None = None) -> list[Opfoelgning]:
    """All of the kommune's that waits for itself, the longest wait first. `hvem`: only this caseworker's.

    Three queries and their fetches, however many cases.
    """
    sager = synlige_sager(aktoer)
    if hvem:
        sager = sager.filter(sagsbehandler_id=hvem)
    fundne = [*_uden_afgoerelse(sager), *_uden_plan(sager), *_uden_start(sager)]
    return sorted(fundne, key=lambda o: (o.siden, o.sag.nummer))


def for_sag(aktoer: Aktoer, sag: Sag, dag: date) -> Opfoelgning | None:
    """What this one case waits for, or None."""
    en = synlige_sager(aktoer).filter(id=sag.id)
    match sag.tilstand:
        case T.INDSTILLET:
            return next(_uden_afgoerelse(en), None)
        case T.AFGJORT:
            return next(_uden_plan(en), None)
        case T.PLAN_LAGT:
            return next(_uden_start(en), None)
    return None


def _uden_afgoerelse(sager: "QuerySet[Sag]") -> Iterator[Opfoelgning]:
    """Recommended and not decided. A case the team is asked about again waits for the team."""
    igen = Sag.objects.filter(udspringer_af=OuterRef("id"), undertype=UENIG).exclude(tilstand=T.AFSLUTTET)
    for sag in _med(sager.filter(~Exists(igen), tilstand=T.INDSTILLET)).prefetch_related(
        "indstilling_raekker"
    ):
        indstilling = afgivet(sag)
        if indstilling and indstilling.afgivet_dag:
            yield Opfoelgning(Slags.AFGOERELSE, sag, indstilling.afgivet_dag)


def _uden_plan(sager: "QuerySet[Sag]") -> Iterator[Opfoelgning]:
    afgjorte = _med(sager.filter(tilstand=T.AFGJORT)).select_related("afgoerelse")
    for sag in afgjorte.prefetch_related("indstilling_raekker"):
        if indsatsdel_kraeves(sag, sag.afgoerelse):
            yield Opfoelgning(Slags.PLAN, sag, sag.afgoerelse.dag)


def _uden_start(sager: "QuerySet[Sag]") -> Iterator[Opfoelgning]:
    """The plan is made, § 17 is not the watch (or never was), and nothing of it has begun."""
    begyndt = Indsats.objects.filter(
        forloeb_id=OuterRef("forloeb_id"), tilbagekaldt_tid=None, paabegyndt__gte=OuterRef("regnet_fra")
    )
    paa_sagen = Indsatsstart.objects.filter(sag_id=OuterRef("id"), tilbagekaldt_tid=None)
    par17 = Q(forloeb__isnull=False, forloeb__genbehandlet=None, forloeb__frist_status__in=LOEBER)
    venter = (
        sager.filter(tilstand=T.PLAN_LAGT)
        .exclude(par17)
        .annotate(regnet_fra=Coalesce(F("afgoerelse__dag"), F("oprettet")))
        .filter(~Exists(begyndt), ~Exists(paa_sagen))
    )
    for sag in _med(venter).select_related("indsatsplan__dokument"):
        plan = sag.indsatsplan
        aftalt = [date.fromisoformat(i["begynder"]) for i in plan.indsatser if i.get("begynder")]
        if plan.dokument:
            yield Opfoelgning(Slags.START, sag, plan.dokument.dato, min(aftalt, default=None))


def _med(sager: "QuerySet[Sag]") -> "QuerySet[Sag]":
    return sager.select_related("borger", "sagsbehandler", "forloeb").order_by("id")


def planlagte(sag: Sag) -> list[Planlagt]:
    """The efforts of the finished plan, each with the day it began: on the forløb, or on the case without one."""
    plan = Indsatsplan.objects.filter(sag=sag).exclude(faerdig_tid=None).first()
    if plan is None:
        return []
    paa_forloebet = (
        {
            (i.navn, i.hjemmel): i
            for i in Indsats.objects.filter(forloeb_id=sag.forloeb_id, tilbagekaldt_tid=None).order_by(
                "registreret_tid", "id"
            )
        }
        if sag.forloeb_id
        else {}
    )
    paa_sagen = dict(
        Indsatsstart.objects.filter(sag=sag, tilbagekaldt_tid=None)
        .order_by("tid")
        .values_list("nr", "begyndt")
    )
    fundne = []
    for nr, i in enumerate(plan.indsatser):
        indsats = paa_forloebet.get((i["navn"], i["hjemmel"]))
        fundne.append(
            Planlagt(
                nr,
                i["navn"],
                indsats.aftalt_start
                if indsats
                else date.fromisoformat(i["begynder"])
                if i.get("begynder")
                else None,
                indsats.paabegyndt if indsats else paa_sagen.get(nr),
                indsats.id if indsats else None,
            )
        )
    return fundne
