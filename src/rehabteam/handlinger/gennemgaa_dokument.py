"""Keep what was read in a document in the background: the text of its pages, and the edition that can be searched."""

from uuid import UUID

from rehabteam.dokumenter.laest import Laest
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokumentside, Gennemgang

from .fejl import FindesIkke
from .gennemgang import T, hent_venter, kopier, slut
from .handling import Anledning, haendelse, handling
from .lageret import gem

BUNKE = 100  # pages written at a time


@handling("gennemgaa_dokument")
def gennemgaa_dokument(anledning: Anledning, gennemgang_id: UUID, laest: Laest | None) -> Gennemgang:
    """Save the pages of a document that waited to be read. Done twice it raises FindesIkke the second time.

    `laest`: what was found (read outside the transaction: it takes minutes), with `grund` if it could not be read;
    None if the same bytes have been read on another document meanwhile. Raises FindesIkke, LagerFejl.
    """
    gennemgang = hent_venter(gennemgang_id)
    sag, dokument = gennemgang.sag, gennemgang.dokument
    kraev_ret(anledning.aktoer, "gennemgaa_dokument", sag)
    if kopier(gennemgang, dokument, anledning.nu):
        tekst = "kan søges; det var læst før"
    elif laest is None:
        raise FindesIkke  # what it was to be copied from is not hers to see
    elif laest.grund:
        slut(gennemgang, T.UMULIG, anledning.nu, laest.grund)
        tekst = "kunne ikke læses"
    else:
        _gem(gennemgang, laest)
        slut(gennemgang, T.FAERDIG, anledning.nu)
        tekst = f"kan søges ({_sider(len(laest.sider))})"
    # In the house's own book: on the case it would say, once for each paper, what nobody did.
    haendelse(
        anledning,
        "gennemgaa_dokument",
        f"Et dokument på sagen {sag.nummer} {tekst}.",
        organisation_id=anledning.aktoer.organisation_id,
        data={"sag": str(sag.id), "dokument": str(dokument.id), "tilstand": gennemgang.tilstand},
    )
    return gennemgang


def _sider(antal: int) -> str:
    return "1 side" if antal == 1 else f"{antal} sider"


def _gem(gennemgang: Gennemgang, laest: Laest) -> None:
    # The bytes before the row, as everywhere.
    if laest.soegbar:
        gennemgang.soegbar_sha256 = gem(laest.soegbar).sha256
    gennemgang.sider_uden_tekst = sum(not side.tekst.strip() for side in laest.sider)
    Dokumentside.objects.bulk_create(
        (
            Dokumentside(
                kommune_id=gennemgang.kommune_id,
                sag_id=gennemgang.sag_id,
                dokument_id=gennemgang.dokument_id,
                nr=side.nr,
                bredde=side.bredde,
                hoejde=side.hoejde,
                tekst=side.tekst,
                ord=[list(ord_) for ord_ in side.ord],
                ocr=side.ocr,
            )
            for side in laest.sider
        ),
        batch_size=BUNKE,
    )
