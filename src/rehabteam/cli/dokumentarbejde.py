"""`rehabteam dokumenter arbejd`: the work beside the site on files that come in, and on the reading of documents.

Several may run at once: each step is taken with a lock that the others pass by. Whatever opens a file's inside is a
child with limits, and no transaction is open while it works, so the database may go away and come back.
"""

import argparse
import contextlib
import sys
import time
import uuid
from datetime import timedelta
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.db import InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from rehabteam.dokumenter import livstegn, modtagelse
from rehabteam.handlinger.behandl_modtaget import behandl_modtaget
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.modtagetrin import goer
from rehabteam.handlinger.modtagne import slip, stands, tag_tur
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Gennemgang, Medarbejder, ModtagetFil

from . import dokumentlaesning, forsidelaesning, overstregningslaesning

VENT = 1.0  # seconds between two looks when nothing waits
RYD_HVER = 3600.0
LIVSTEGN_HVER = 15.0
SETE = 20  # waiting files looked at in one go: the first may be another worker's
SPRING_OVER = timedelta(minutes=10)  # a file its sender can no longer see

_usynlige: dict[UUID, float] = {}


def tilfoej(under: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    arbejd = under.add_parser(
        "arbejd", help="undersøg, virusscan og omdan filer, og læs dokumenter (kører, til den standses)"
    )
    arbejd.add_argument("--en-gang", action="store_true", help="hold op, når intet venter")


def koer(args: argparse.Namespace) -> int:
    try:
        return _koer(args.en_gang)
    except KeyboardInterrupt:
        print("Standset. Det, der venter, går videre med »rehabteam dokumenter arbejd«.", file=sys.stderr)
        return 2


def _koer(en_gang: bool) -> int:
    ryddet = -RYD_HVER
    sagt = -LIVSTEGN_HVER
    while True:
        try:
            if time.monotonic() - sagt > LIVSTEGN_HVER:
                sagt = time.monotonic()
                giv_livstegn()
            # Somebody says what her scans are: a page each, when no file waits to be examined.
            # Somebody waits to give a redacted edition away: before the documents, of which there may be hundreds.
            gjort = (
                tag_en_fil()
                or forsidelaesning.tag_en()
                or overstregningslaesning.tag_en(_imellem)
                or dokumentlaesning.tag_en()
                or dokumentlaesning.tegn_en()
            )
        except (OperationalError, InterfaceError):
            connection.close()  # the database is away for a while: what was not finished is still there
            gjort = False
            if en_gang:
                print("rehabteam dokumenter: Databasen svarer ikke.", file=sys.stderr)
                return 2
        if gjort:
            continue
        if time.monotonic() - ryddet > RYD_HVER:
            ryddet = time.monotonic()
            modtagelse.ryd(settings.DATA)
        if en_gang:
            return 0
        time.sleep(VENT)


def _imellem() -> None:
    """Between two pages of something long: nobody who sends a file waits for the last of them."""
    try:
        giv_livstegn()
        while tag_en_fil():
            pass
    except (OperationalError, InterfaceError):
        connection.close()  # what waits is taken when the database is back


def giv_livstegn() -> None:
    """How much waits, for the page that says how the machine is: it sees no row about a citizen itself."""
    with transaction.atomic():
        kontekst.aabn_doeren(transaktion=kontekst.efterproev_ren_forbindelse())
        filer = ModtagetFil.objects.filter(tilstand=ModtagetFil.Tilstand.VENTER).count()
        dokumenter = Gennemgang.objects.filter(tilstand=Gennemgang.Tilstand.VENTER).count()
    with contextlib.suppress(OSError):  # a full disk is said where a file cannot be kept
        livstegn.giv(settings.DATA, livstegn.Livstegn(timezone.now(), filer, dokumenter))


def tag_en_fil() -> bool:
    """One step on one waiting file. False when none waits that can be taken now."""
    nu = timezone.now()
    glem_efter = time.monotonic() - SPRING_OVER.total_seconds()
    for gammel in [fil for fil, hvornaar in _usynlige.items() if hvornaar < glem_efter]:
        del _usynlige[gammel]
    with transaction.atomic():
        kontekst.aabn_doeren(transaktion=kontekst.efterproev_ren_forbindelse())
        venter = list(
            ModtagetFil.objects.filter(tilstand=ModtagetFil.Tilstand.VENTER, naeste_tid__lte=nu)
            .exclude(id__in=list(_usynlige))
            .order_by("naeste_tid")
            .values_list("id", "medarbejder_id")[:SETE]
        )
        folk = Medarbejder.objects.select_related("organisation").in_bulk({m for _, m in venter})
    return any(_et_trin(aktoer(folk[hvem]), fil_id) for fil_id, hvem in venter)


def _et_trin(som: Aktoer, fil_id: UUID) -> bool:
    """As the one who sent it: take the turn, work outside every transaction, write what came of it."""
    try:
        with kontekst.arbejder_som(som):
            fil = tag_tur(_anledning(som), fil_id)
        if fil is None:
            return False
        udfald = goer(fil, dagen())
        with kontekst.arbejder_som(som):
            fil = behandl_modtaget(_anledning(som), fil.sag_id, fil.id, udfald=udfald)
            log.skriv(som, log.Art.SKRIV, "behandl_modtaget", 200, uuid.uuid4(), fil.id, {fil.sag.borger_id})
    except FindesIkke:
        _usynlige[fil_id] = time.monotonic()  # given up meanwhile, or no longer hers to see
    except IngenRet:
        with kontekst.arbejder_som(som):
            stands(_anledning(som), fil_id)
    except (OperationalError, InterfaceError):
        raise
    except Exception as fejl:
        # Never its text: it may hold what was in the file. The turn was counted; after three it is refused.
        print(f"rehabteam dokumenter: {fil_id} kunne ikke behandles: {type(fejl).__name__}", file=sys.stderr)
        with kontekst.arbejder_som(som):
            slip(_anledning(som), fil_id)
    return True


def _anledning(som: Aktoer) -> Anledning:
    return Anledning(som, dagen(), timezone.now())
