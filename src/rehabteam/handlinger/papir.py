"""Putting a document on a case: the bytes first, then the row."""

from datetime import date

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.sidetal import antal_sider
from rehabteam.sager.models import Dokument, Sag

from .fejl import KanIkke
from .gennemgang import bestil
from .handling import Anledning
from .lageret import gem

PDF = "application/pdf"


def laeg_paa_sagen(
    anledning: Anledning,
    sag: Sag,
    data: bytes,
    *,
    titel: str,
    slags: str,
    dato: date,
    filnavn: str,
    mime: str = PDF,
    sider: int | None = None,
    afsender: str = "",
    virusscannet: bool = False,
) -> Dokument:
    """Store the bytes (durably, by SHA-256) and link them to the case.

    `sider` None: a PDF of our own, whose pages are counted. Raises KanIkke when the store cannot take the bytes.
    """
    try:
        blob = gem(data)
    except LagerFejl as fejl:
        raise KanIkke({"": str(fejl)}) from None
    dokument = Dokument.objects.create(
        kommune_id=sag.kommune_id,
        sag=sag,
        titel=titel,
        slags=slags,
        dato=dato,
        afsender=afsender or anledning.aktoer.organisation_navn,
        filnavn=filnavn,
        mime=mime,
        sha256=blob.sha256,
        stoerrelse=blob.stoerrelse,
        sider=sider or antal_sider(data),
        tilfoejet_tid=anledning.nu,
        tilfoejet_af=anledning.aktoer.navn,
        virusscannet=virusscannet,
    )
    bestil(anledning, dokument)
    return dokument


def erstat(anledning: Anledning, sag: Sag, slags: str, grund: str) -> None:
    """Withdraw the case's own earlier document of this kind; carried-over ones stay."""
    sag.dokument_raekker.filter(slags=slags, fulgte_med=None, trukket_tilbage_tid=None).update(
        trukket_tilbage_tid=anledning.nu, trukket_tilbage_grund=grund
    )
