"""Say that one has a conflict of interest (forvaltningsloven § 6), and be kept out from the same moment."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Inhabilitet, Medarbejder

from .handling import Anledning, haendelse, handling
from .hent import hent_borger
from .udelukkelse import giv_videre, hvor, kraev_grund, luk_ude


@handling("erklaer_inhabil")
def erklaer_inhabil(
    anledning: Anledning,
    borger_id: UUID,
    *,
    grund: str,
    begrundelse: str,
    ny_sagsbehandler_id: UUID | None = None,
) -> Inhabilitet:
    """Oneself. Raises KanIkke at `grund`, `begrundelse`, `ny_sagsbehandler` (if the case is hers), FindesIkke."""
    borger = hent_borger(anledning, borger_id)
    kraev_ret(anledning.aktoer, "erklaer_inhabil", borger)
    kraev_grund(grund, begrundelse)
    hende = Medarbejder.objects.get(id=anledning.aktoer.medarbejder_id)
    videre = giv_videre(anledning, borger, hende, ny_sagsbehandler_id)
    sag, forloeb = hvor(anledning.aktoer, borger)
    haendelse(
        anledning,
        "erklaer_inhabil",
        f"{hende.navn} meldte sig inhabil og er udelukket fra borgerens sager.{videre}",
        sag=sag,
        forloeb=forloeb,
        data={"medarbejder": str(hende.id), "grund": grund},
    )
    return luk_ude(anledning, borger, hende, grund=grund, begrundelse=begrundelse)
