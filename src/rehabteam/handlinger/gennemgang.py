"""The reading of a document in the background: ordered where the document is put on a case, copied where it can be."""

from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rehabteam.sager.models import Dokument, Gennemgang

from .fejl import FindesIkke
from .handling import Anledning

LAESES = frozenset({"application/pdf", "image/jpeg", "image/png"})
FORSOEG = 3
T = Gennemgang.Tilstand
# The same bytes have the same pages; in PostgreSQL itself, a case may have hundreds of them.
KOPIER = """
INSERT INTO sager_dokumentside (id, kommune_id, sag_id, udelukkede, dokument_id, nr, bredde, hoejde, tekst, ord, ocr)
SELECT gen_random_uuid(), kommune_id, %s, '{}', %s, nr, bredde, hoejde, tekst, ord, ocr
FROM sager_dokumentside WHERE dokument_id = %s
"""


def bestil(anledning: Anledning, dokument: Dokument) -> Gennemgang | None:
    """Order the reading of a document; where the kommune has the same bytes read already, its pages come along now.

    None: what is shown of it has no pages to read.
    """
    if dokument.mime not in LAESES:
        return None
    gennemgang = Gennemgang.objects.create(
        kommune_id=dokument.kommune_id,
        sag_id=dokument.sag_id,
        dokument=dokument,
        bestilt_af_id=anledning.aktoer.sager_for,
        bestilt_tid=anledning.nu,
    )
    kopier(gennemgang, dokument, anledning.nu)
    return gennemgang


def er_laest_andetsteds(dokument: Dokument) -> bool:
    """Is the reading only to be copied?"""
    return _laeste(dokument).exists()


def _laeste(dokument: Dokument) -> "QuerySet[Gennemgang]":
    return Gennemgang.objects.filter(
        kommune_id=dokument.kommune_id, dokument__sha256=dokument.sha256, tilstand=T.FAERDIG
    )


def kopier(gennemgang: Gennemgang, dokument: Dokument, nu: datetime) -> bool:
    """Take the pages from a document with the same bytes in the same kommune, if one is read."""
    laest = _laeste(dokument).order_by("slut_tid").first()
    if laest is None:
        return False
    with connection.cursor() as cursor:
        cursor.execute(KOPIER, [dokument.sag_id, dokument.id, laest.dokument_id])
    for felt in ("soegbar_sha256", "sider_uden_tekst"):
        setattr(gennemgang, felt, getattr(laest, felt))
    slut(gennemgang, T.FAERDIG, nu)
    return True


def slut(gennemgang: Gennemgang, tilstand: Gennemgang.Tilstand, nu: datetime, grund: str = "") -> None:
    """Save what came of it."""
    gennemgang.tilstand, gennemgang.slut_tid, gennemgang.grund = tilstand, nu, grund
    gennemgang.save(update_fields=["tilstand", "slut_tid", "grund", "soegbar_sha256", "sider_uden_tekst"])


def hent_venter(gennemgang_id: UUID) -> Gennemgang:
    """The one that waits, locked, with its document and case. Raises FindesIkke: done by another, or not hers."""
    gennemgang = (
        Gennemgang.objects.select_for_update(of=("self",))
        .select_related("dokument", "sag")
        .filter(id=gennemgang_id, tilstand=T.VENTER)
        .first()
    )
    if gennemgang is None:
        raise FindesIkke
    return gennemgang


def talt_forsoeg(gennemgang_id: UUID, nu: datetime) -> None:
    """The reading broke in a way nobody foresaw: after three times it is over. Nobody did anything: no Hændelse."""
    gennemgang = hent_venter(gennemgang_id)
    gennemgang.forsoeg += 1
    gennemgang.save(update_fields=["forsoeg"])
    if gennemgang.forsoeg >= FORSOEG:
        slut(gennemgang, T.UMULIG, nu, _("Teksten kunne ikke læses. Dokumentet selv er her og kan åbnes."))
