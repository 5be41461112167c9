"""Add a document to a case: documentation for the resumé, the earlier indstilling, new information."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.dokumenter import modtag, scanner
from rehabteam.dokumenter.afvist import Afvist
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument, Sag

from .datoer import kraev, rimelig
from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag
from .papir import laeg_paa_sagen

# The kinds a person can choose, in the order of the list; labels are shown.
SLAGS = {
    "dokumentation": gettext_noop("Dokumentation til resuméet"),
    "forrige_indstilling": gettext_noop("Indstilling eller indsatsplan fra sidste møde"),
    "nye_oplysninger": gettext_noop("Nye oplysninger, fordi situationen er ændret væsentligt"),
    "forberedende_del": gettext_noop("Forberedende del"),
    "cv": gettext_noop("CV"),
    "indsatsplan": gettext_noop("Indsatsplan"),
    "sundhedsnotat": gettext_noop("Sundhedskoordinatorens notat fra sidste møde"),
    "laegeattest": gettext_noop("Lægeattest"),
    "opfoelgningsnotat": gettext_noop("Opfølgningsnotat"),
    "afgoerelse": gettext_noop("Afgørelse"),
    "brev": gettext_noop("Brev"),
    "andet": gettext_noop("Andet"),
}
HOEJST_FILER = 500
HOEJST_BYTES = 2 * 1024**3


@handling("tilfoej_dokument")
def tilfoej_dokument(
    anledning: Anledning, sag_id: UUID, *, filnavn: str, data: bytes, titel: str, slags: str, dato: date
) -> Dokument:
    """Check the file, keep the bytes, link them. Raises KanIkke at `fil`/`dato`/`titel`/`slags`, FindesIkke."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "tilfoej_dokument", sag)
    kraev_sagt(anledning, sag, titel=titel, slags=slags, dato=dato)
    antal = list(sag.dokument_raekker.values_list("stoerrelse", flat=True))
    if len(antal) >= HOEJST_FILER or sum(antal) + len(data) > HOEJST_BYTES:
        raise KanIkke({"fil": _("Sagen kan ikke rumme flere filer (højst 500 filer og 2 GB i alt).")})
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


def kraev_sagt(anledning: Anledning, sag: Sag, *, titel: str, slags: str, dato: date) -> None:
    """What a person must say of every document. Raises KanIkke at `dato`/`titel`/`slags`."""
    fejl = {"dato": rimelig(dato, sag.borger.foedselsdato, anledning.dag, fremtid=False)}
    if slags not in SLAGS:
        fejl["slags"] = _("Vælg, hvad dokumentet er.")
    if not titel.strip():
        fejl["titel"] = _("Skriv en titel, så andre kan finde dokumentet.")
    kraev(fejl)
