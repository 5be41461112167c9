"""The reading of the documents that wait for it, one at a time: the worker's share (`rehabteam dokumenter arbejd`)."""

import contextlib
import sys
import time
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
from rehabteam.dokumenter.omdan import MurNede, OmdanFejl, OmdanNede
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.gennemgaa_dokument import gennemgaa_dokument
from rehabteam.handlinger.gennemgang import er_laest_andetsteds, hent_venter, talt_forsoeg
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.lageret import lager
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Gennemgang, Medarbejder
from rehabteam.sager.udtraek.sidesoegning import tegnes_af

# What could not be read now, and when that was: the rest comes first, so that one never stops them.
_sprunget_over: dict[UUID, float] = {}
IGEN = 600.0  # seconds until such a one is tried again
HVIL = 30.0  # seconds until anything is read when nothing can be read on this machine
_hviler_til = 0.0
# What was read here and is not drawn yet: the name of its bytes → kind, pages. Lost with the process; it costs a wait.
_tegnes: dict[str, tuple[str, int]] = {}
_nyeste = False


def tag_en(sprunget_over: Collection[UUID] = ()) -> bool:
    """Read the newest and the one that has waited longest in turn. False if nothing waits that can be read now.

    In turn: who has just laid a document on a case does not wait for thousands that came at once, nor they for her.
    """
    global _hviler_til, _nyeste
    _nyeste = not _nyeste
    nu = time.monotonic()
    if nu < _hviler_til:
        return False
    for gammel in [nr for nr, hvornaar in _sprunget_over.items() if hvornaar < nu - IGEN]:
        del _sprunget_over[gammel]
    with transaction.atomic():
        kontekst.aabn_doeren(transaktion=kontekst.efterproev_ren_forbindelse())
        venter = (
            Gennemgang.objects.filter(tilstand=Gennemgang.Tilstand.VENTER)
            .exclude(id__in={*_sprunget_over, *sprunget_over})
            .order_by("-bestilt_tid" if _nyeste else "bestilt_tid")
            .values("id", "bestilt_af_id")
            .first()
        )
        if venter is None:
            return False
        som = aktoer(Medarbejder.objects.select_related("organisation").get(id=venter["bestilt_af_id"]))
    nr: UUID = venter["id"]
    try:
        _laes_en(som, nr)
    except MurNede as nede:  # the machine's fault, and so the same for the next: nothing is read for a while
        print(f"rehabteam dokumenter: Der læses ikke lige nu: {nede}", file=sys.stderr)
        _hviler_til = time.monotonic() + HVIL
        return False
    except FindesIkke:
        _sprunget_over[nr] = nu  # read by another worker, or no longer hers to see
    except (OmdanNede, LagerFejl, IngenRet) as nej:
        print(f"rehabteam dokumenter: {nr} venter: {nej}", file=sys.stderr)
        _sprunget_over[nr] = nu
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
    sha256, mime = tegnes_af(dokument, gennemgang)
    _tegnes[sha256] = (mime, dokument.sider)


def tegn_en() -> bool:
    """Draw the first pages of one document that was read here, the last one first. False when none is left.

    Only when nothing waits to be read: drawing takes longer than reading, and what nobody has drawn is drawn when it is
    asked for. One that cannot be drawn says so then.
    """
    if not _tegnes:
        return False
    sha256, (mime, sider) = _tegnes.popitem()
    with contextlib.suppress(OmdanFejl, OmdanNede, LagerFejl, OSError):
        sidebilledlager.varm(settings.DATA, sha256, mime, sider, lambda: lager().laes(sha256))
    return True
