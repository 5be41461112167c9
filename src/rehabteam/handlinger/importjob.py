"""What the steps of an import share: the job, locked; its file; and how far a batch brought it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.sager.indlaesning import spole
from rehabteam.sager.models import Importjob

from .fejl import FindesIkke
from .handling import Anledning
from .importplan.plan import Plan, Udfald

GEMT = ("tilstand", "behandlet", "naaet", "tal", "fejl", "antal_fejl", "grund", "slut_tid")
"""The columns a batch may change."""
FEJL_VIST = 200  # lines with their errors that a job keeps; all are counted


@dataclass(frozen=True, slots=True)
class Fremgang:
    """What one batch did. `borgere`: whose rows it was about, for the access log."""

    faerdig: bool
    linjer: int
    naaet: int
    borgere: frozenset[UUID] = frozenset()


def hent_job(anledning: Anledning, job_id: UUID, *tilstande: Importjob.Tilstand) -> Importjob:
    """The kommune's own job, locked, in one of these states. Raises FindesIkke."""
    job = (
        Importjob.objects.select_for_update()
        .filter(id=job_id, kommune_id=anledning.aktoer.organisation_id, tilstand__in=tilstande)
        .first()
    )
    if job is None:
        raise FindesIkke
    return job


def filen(job: Importjob) -> Path:
    return spole.sti(settings.DATA, job.id)


def fjern_bagefter(job: Importjob) -> None:
    """The rows are deleted when it is certain that nobody needs them."""
    transaction.on_commit(lambda: spole.fjern(filen(job)))


def naeste_bundt(anledning: Anledning, job: Importjob, mindst: int, vaek: str) -> spole.Bundt | None:
    """The rows from where the job stands. Where the file is gone, the job is over, and `vaek` says what to do."""
    try:
        return next(spole.bundter(filen(job), job.naaet, mindst), None)
    except FileNotFoundError:
        job.tilstand, job.grund, job.slut_tid = Importjob.Tilstand.UMULIG, vaek, anledning.nu
        return None


def foer_videre(job: Importjob, bundt: spole.Bundt, planer: Iterable[Plan]) -> None:
    """Move the place in the file and the figures; nothing is saved yet."""
    for fil, linje, tekst in bundt.ulaeselige:
        job.tal.setdefault("", {}).setdefault(Udfald.FEJL.value, 0)
        job.tal[""][Udfald.FEJL.value] += 1
        _fejl(job, [{"fil": fil, "linje": linje, "felt": "", "tekst": tekst}])
        job.antal_fejl += 1
    for plan in planer:
        for (slags, udfald), antal in plan.udfald.items():
            deres = job.tal.setdefault(slags, {})
            deres[udfald.value] = deres.get(udfald.value, 0) + antal
            if udfald == Udfald.FEJL:
                job.antal_fejl += antal
        _fejl(job, plan.fejl)
    job.behandlet += bundt.antal
    job.naaet = bundt.til


def stands(job_id: UUID, *, rettighed: bool) -> None:
    """A batch failed in a way that trying again does not mend. Nobody did anything, so there is no Hændelse."""
    job = Importjob.objects.select_for_update().get(id=job_id)
    job.tilstand, job.slut_tid = Importjob.Tilstand.UMULIG, timezone.now()
    job.grund = (
        _("Den, der bestilte indlæsningen, har ikke længere ret til den.")
        if rettighed
        else _(
            "Der skete en fejl, som programmet ikke kan rette. Det, der er indlæst, bliver. Sig det til driften."
        )
    )
    job.save(update_fields=["tilstand", "slut_tid", "grund"])
    fjern_bagefter(job)


def _fejl(job: Importjob, fejl: list[dict[str, object]]) -> None:
    job.fejl += fejl[: max(0, FEJL_VIST - len(job.fejl))]


def i_alt(job: Importjob, *udfald: Udfald) -> int:
    """How many rows came out so, of all kinds."""
    return sum(deres.get(u.value, 0) for deres in job.tal.values() for u in udfald)
