"""The reading of the documents that wait for it, one at a time: the worker's share (`rehabteam dokumenter arbejd`)."""

import contextlib
import sys
import uuid
from collections.abc import Collection
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from rehabteam.dokumenter import sidebilledlager
from rehabteam.dokumenter.laest import laes
from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.gennemgaa_dokument import gennemgaa_dokument
from rehabteam.handlinger.gennemgang import er_laest_andetsteds, hent_venter, talt_forsoeg
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.lageret import lager
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Dokument, Gennemgang, Medarbejder
from rehabteam.sager.udtraek.sidesoegning import tegnes_af

# What this process could not read now: tried again when the worker starts anew, so that one never stops the rest.
_sprunget_over: set[UUID] = set()


def tag_en(sprunget_over: Collection[UUID] = ()) -> bool:
    """Read the one that has waited longest. False if nothing waits that can be read now."""
    with transaction.atomic():
        kontekst.aabn_doeren(transaktion=kontekst.efterproev_ren_forbindelse())
        venter = (
            Gennemgang.objects.filter(tilstand=Gennemgang.Tilstand.VENTER)
            .exclude(id__in={*_sprunget_over, *sprunget_over})
            .order_by("bestilt_tid")
            .values("id", "bestilt_af_id")
            .first()
        )
        if venter is None:
            return False
        som = aktoer(Medarbejder.objects.select_related("organisation").get(id=venter["bestilt_af_id"]))
    nr: UUID = venter["id"]
    try:
        _laes_en(som, nr)
    except FindesIkke:
        _sprunget_over.add(nr)  # read by another worker, or no longer hers to see
    except (OmdanNede, LagerFejl, IngenRet) as nej:
        print(f"rehabteam dokumenter: {nr} venter: {nej}", file=sys.stderr)
        _sprunget_over.add(nr)
    except (OperationalError, InterfaceError):
        raise
    except Exception as fejl:
        # Never its text: it may hold a page. It is tried again, and in the end given up.
        print(f"rehabteam dokumenter: {nr} kunne ikke læses: {type(fejl).__name__}", file=sys.stderr)
        with kontekst.arbejder_som(som):
            talt_forsoeg(nr, timezone.now())
    return True


def _laes_en(som: Aktoer, nr: UUID) -> None:
    """As the one who ordered it: fetch, read outside every transaction, save; and the line in the access log."""
    with kontekst.arbejder_som(som):
        gennemgang = hent_venter(nr)
        dokument, borger = gennemgang.dokument, gennemgang.sag.borger_id
        kendt = er_laest_andetsteds(dokument)
    laest = None if kendt else laes(lager().laes(dokument.sha256), dokument.mime)
    with kontekst.arbejder_som(som):
        gennemgaa_dokument(Anledning(som, dagen(), timezone.now()), nr, laest)
        log.skriv(som, log.Art.SKRIV, "gennemgaa_dokument", 200, uuid.uuid4(), dokument.id, [borger])
        gennemgang.refresh_from_db()
    _tegn_foerste(dokument, *tegnes_af(dokument, gennemgang))


def _tegn_foerste(dokument: Dokument, sha256: str, mime: str) -> None:
    """The first pages drawn before anybody opens the case; one that cannot be drawn says so when it is asked for."""
    with contextlib.suppress(OmdanFejl, OmdanNede, LagerFejl, OSError):
        sidebilledlager.varm(settings.DATA, sha256, mime, dokument.sider, lambda: lager().laes(sha256))
