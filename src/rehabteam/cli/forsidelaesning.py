"""The reading of ready scans' first pages for a suggestion: the worker's share (`rehabteam dokumenter arbejd`)."""

import sys
import time
import uuid
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from rehabteam.dokumenter import modtagelse
from rehabteam.dokumenter.laest import forside
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.foreslaa_modtaget import foreslaa_modtaget
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.modtagne import slip, tag_forside
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Medarbejder, ModtagetFil

SETE = 20  # waiting files looked at in one go: the first may be another worker's
SPRING_OVER = 600.0  # seconds before one that could not be taken is looked at again
_sprunget_over: dict[UUID, float] = {}


def tag_en() -> bool:
    """Read the first page of the scan that has waited longest. False if none waits that can be read now."""
    glem_efter = time.monotonic() - SPRING_OVER
    for gammel in [fil for fil, hvornaar in _sprunget_over.items() if hvornaar < glem_efter]:
        del _sprunget_over[gammel]
    with transaction.atomic():
        kontekst.aabn_doeren(transaktion=kontekst.efterproev_ren_forbindelse())
        venter = list(
            ModtagetFil.objects.filter(
                tilstand=ModtagetFil.Tilstand.KLAR,
                trin=ModtagetFil.Trin.LAESES,
                naeste_tid__lte=timezone.now(),
            )
            .exclude(id__in=list(_sprunget_over))
            .order_by("naeste_tid")
            .values_list("id", "medarbejder_id")[:SETE]
        )
        folk = Medarbejder.objects.select_related("organisation").in_bulk({hvem for _, hvem in venter})
    return any(_tag(aktoer(folk[hvem]), fil_id) for fil_id, hvem in venter)


def _tag(som: Aktoer, fil_id: UUID) -> bool:
    try:
        with kontekst.arbejder_som(som):
            fil = tag_forside(_anledning(som), fil_id)
        if fil is None:
            _sprunget_over[fil_id] = time.monotonic()  # another's, read three times, or no longer hers to see
            return False
        tekst = _laes(fil)
        with kontekst.arbejder_som(som):
            foreslaa_modtaget(_anledning(som), fil.sag_id, fil.id, forside=tekst)
            log.skriv(
                *(som, log.Art.SKRIV, "foreslaa_modtaget", 200, uuid.uuid4()), fil.id, [fil.sag.borger_id]
            )
    except (FindesIkke, IngenRet):
        _sprunget_over[fil_id] = time.monotonic()  # laid or given up meanwhile, or no longer hers to send
    except (OperationalError, InterfaceError):
        raise
    except Exception as fejl:
        # Never its text: it may hold the page. The try was counted; after three there is no suggestion.
        print(f"rehabteam dokumenter: {fil_id} fik intet forslag: {type(fejl).__name__}", file=sys.stderr)
        with kontekst.arbejder_som(som):
            slip(_anledning(som), fil_id)
    return True


def _laes(fil: ModtagetFil) -> str:
    """Outside every transaction; "" when the bytes went meanwhile."""
    vist = modtagelse.vist_sti if fil.vist_sha256 else modtagelse.sti
    try:
        return forside(vist(settings.DATA, fil.id).read_bytes(), fil.vist_mime or fil.mime)
    except FileNotFoundError:
        return ""


def _anledning(som: Aktoer) -> Anledning:
    return Anledning(som, dagen(), timezone.now())
