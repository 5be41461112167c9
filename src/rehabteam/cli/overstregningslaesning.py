"""The reading of long redacted editions, one at a time: the worker's share (`rehabteam dokumenter arbejd`)."""

import sys
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.omdan import OmdanNede
from rehabteam.dokumenter.overstreg import laes
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.laes_overstregning import laes_overstregning
from rehabteam.handlinger.lageret import lager
from rehabteam.handlinger.overstregningslaesning import giv_forsoeg_tilbage, tag_forsoeg
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Medarbejder, Overstregning

SETE = 20  # waiting editions looked at in one go: the first may be another worker's
SPRING_OVER = 600.0  # seconds before what could not be read is tried again, so that one never stops the rest
_sprunget_over: dict[UUID, float] = {}


def tag_en(imellem: Callable[[], None] = lambda: None) -> bool:
    """Read the one that has waited longest and nobody else has taken. False if nothing waits that can be read now.

    `imellem` is called between two pages, outside every transaction: what else waits need not wait for all of it.
    """
    glem_efter = time.monotonic() - SPRING_OVER
    for gammel in [nr for nr, hvornaar in _sprunget_over.items() if hvornaar < glem_efter]:
        del _sprunget_over[gammel]
    with transaction.atomic():
        kontekst.aabn_doeren(transaktion=kontekst.efterproev_ren_forbindelse())
        venter = list(
            Overstregning.objects.filter(laesning=Overstregning.Laesning.VENTER)
            .exclude(id__in=list(_sprunget_over))
            .order_by("lavet_tid")
            .values_list("id", "bestilt_af_id")[:SETE]
        )
        folk = Medarbejder.objects.select_related("organisation").in_bulk({hvem for _, hvem in venter})
    return any(_tag(aktoer(folk[hvem]), nr, imellem) for nr, hvem in venter)


def _tag(som: Aktoer, nr: UUID, imellem: Callable[[], None]) -> bool:
    with _alene(nr) as alene:
        if not alene:
            return False
        try:
            _laes_en(som, nr, imellem)
        except (FindesIkke, IngenRet):
            _sprunget_over[nr] = time.monotonic()  # used without text meanwhile, or no longer hers to see
        except (OmdanNede, LagerFejl) as nej:
            print(f"rehabteam dokumenter: overstreget udgave {nr} venter: {nej}", file=sys.stderr)
            _sprunget_over[nr] = time.monotonic()
            with suppress(FindesIkke), kontekst.arbejder_som(som):
                giv_forsoeg_tilbage(nr)
        except (OperationalError, InterfaceError):
            raise
        except Exception as fejl:
            # Never its text: it may hold a page. The try was counted; after three it stays without text.
            print(f"rehabteam dokumenter: {nr} kunne ikke læses: {type(fejl).__name__}", file=sys.stderr)
    return True


def _laes_en(som: Aktoer, nr: UUID, imellem: Callable[[], None]) -> None:
    """As the one who made it: read outside every transaction, save; and the line in the access log."""
    with kontekst.arbejder_som(som):
        udgave = tag_forsoeg(nr)
    if udgave is None:
        return
    laest = laes(lager().laes(udgave.sha256), lambda nr, antal: imellem())
    with kontekst.arbejder_som(som):
        laes_overstregning(Anledning(som, dagen(), timezone.now()), nr, laest)
        log.skriv(
            *(som, log.Art.SKRIV, "laes_overstregning", 200, uuid.uuid4()),
            udgave.dokument_id,
            [udgave.sag.borger_id],
        )


@contextmanager
def _alene(nr: UUID) -> Iterator[bool]:
    """The edition for oneself while it is read, which takes minutes; a worker that dies lets go of it at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(hashtextextended(%s, 21))", [f"overstregning {nr}"])
        alene = bool(cursor.fetchone()[0])
    try:
        yield alene
    finally:
        if alene and connection.connection is not None and not connection.connection.closed:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(hashtextextended(%s, 21))", [f"overstregning {nr}"])
