"""Putting a document on a case: the bytes first, then the row."""

from dataclasses import dataclass
from datetime import date
from typing import BinaryIO

from rehabteam.dokumenter.lager import LagerFejl
from rehabteam.dokumenter.sidetal import antal_sider
from rehabteam.sager.models import Dokument, Sag

from .fejl import KanIkke
from .gennemgang import bestil
from .handling import Anledning
from .lageret import gem

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it came, kept beside what was made of it to be shown."""

    data: BinaryIO
    mime: str
    filnavn: str


def laeg_paa_sagen(
    anledning: Anledning,
    sag: Sag,
    data: bytes | BinaryIO,
    *,
    titel: str,
    slags: str,
    dato: date,
    filnavn: str,
    mime: str = PDF,
    sider: int | None = None,
    afsender: str = "",
    virusscannet: bool = False,
    original: Original | None = None,
    del_af: Dokument | None = None,
) -> Dokument:
    """Store the bytes (durably, by SHA-256) and link them to the case.

    `sider` None: a PDF of our own (bytes), whose pages are counted. `original`: the file as it came, where `data` was
    made of it. `del_af`: the mail it came in. Raises KanIkke when the store cannot take the bytes.
    """
    try:
        kom = gem(original.data) if original else None
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
        sider=sider or antal_sider(data if isinstance(data, bytes) else data.read()),
        original_sha256=kom.sha256 if kom else "",
        original_mime=original.mime if original else "",
        original_filnavn=original.filnavn if original else "",
        del_af=del_af,
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
