"""Add a document to a case: documentation for the resumé, the earlier indstilling, new information."""

from datetime import date
from uuid import UUID

from rehabteam.dokumenter import modtag, scanner
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .modtagne import plads_paa_sagen
from .papir import laeg_paa_sagen
from .sagt import SLAGS, kraev_sagt


@handling("tilfoej_dokument")
def tilfoej_dokument(
    anledning: Anledning,
    sag_id: UUID,
    *,
    filnavn: str,
    data: bytes,
    titel: str,
    slags: str,
    dato: date,
    afsender: str = "",
) -> Dokument:
    """Check the file, keep the bytes, link them. Raises KanIkke at `fil`/`dato`/`titel`/`slags`, FindesIkke."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "tilfoej_dokument", sag)
    kraev_sagt(anledning, sag, titel=titel, slags=slags, dato=dato)
    plads_paa_sagen(sag, [len(data)])
    try:
        fundet = modtag.undersoeg(filnavn, data, modtag.VISES_SOM_DE_ER)
        scannet = scanner.kraev_ren(data)
    except (Afvist, scanner.ScannerNede) as nej:
        raise KanIkke({"fil": str(nej)}) from None
    dokument = laeg_paa_sagen(
        anledning,
        sag,
        data,
        titel=titel.strip(),
        afsender=afsender,
        slags=slags,
        dato=dato,
        filnavn=fundet.navn,
        mime=fundet.mime,
        sider=fundet.sider,
        virusscannet=scannet,
    )
    haendelse(
        anledning,
        "tilfoej_dokument",
        f"Dokumentet »{dokument.titel}« blev tilføjet ({SLAGS[slags].lower()}).",
        sag=sag,
        data={"dokument": str(dokument.id), "sha256": dokument.sha256},
    )
    return dokument
