"""Remove a file that is not laid on the case: its bytes are deleted, and it was never a document."""

from uuid import UUID

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import ModtagetFil

from .handling import Anledning, haendelse, handling
from .modtagne import UNDERVEJS, T, fjern_bagefter, hent_fil, sagen


@handling("opgiv_modtagelse")
def opgiv_modtagelse(anledning: Anledning, sag_id: UUID, fil_id: UUID) -> ModtagetFil:
    """Raises FindesIkke, also when it is laid already. What came in the mail stays: each is a file of its own."""
    sag = sagen(anledning, sag_id)
    kraev_ret(anledning.aktoer, "opgiv_modtagelse", sag)
    fil = hent_fil(sag, fil_id, *UNDERVEJS)
    fil.tilstand, fil.trin, fil.naeste_tid, fil.aendret_tid = T.OPGIVET, "", None, anledning.nu
    fil.save(update_fields=["tilstand", "trin", "naeste_tid", "aendret_tid"])
    fjern_bagefter(fil)
    haendelse(
        anledning,
        "opgiv_modtagelse",
        f"En fil til sagen {sag.nummer} blev fjernet, før den blev lagt på sagen.",
        organisation_id=sag.kommune_id,
        data={"sag": str(sag.id), "fil": str(fil.id)},
    )
    return fil
