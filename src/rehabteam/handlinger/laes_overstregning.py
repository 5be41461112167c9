"""Lay the text that was read from a long redacted edition's own pictures into it. Once; then it is locked."""

from uuid import UUID

from rehabteam.dokumenter.overstreg import Overstreget
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Overstregning

from .beskyttede_ord import se_efter_igen
from .handling import Anledning, haendelse, handling
from .lageret import gem
from .overstregningslaesning import L, hent_venter


@handling("laes_overstregning")
def laes_overstregning(anledning: Anledning, overstregning_id: UUID, laest: Overstreget) -> Overstregning:
    """`laest`: what was read (outside the transaction: it takes minutes).

    Raises FindesIkke (read by another, withdrawn, or used without text meanwhile), IngenRet, LagerFejl.
    """
    udgave = hent_venter(overstregning_id)
    kraev_ret(anledning.aktoer, "laes_overstregning", udgave.sag)
    if laest.soegbar:
        blob = gem(laest.pdf)
        udgave.sha256, udgave.stoerrelse = blob.sha256, blob.stoerrelse
    udgave.soegbar, udgave.sider_uden_tekst = laest.soegbar, laest.uden_tekst
    udgave.laesning = L.FAERDIG if laest.soegbar else L.UMULIG
    udgave.save(update_fields=["sha256", "stoerrelse", "soegbar", "sider_uden_tekst", "laesning"])
    se_efter_igen(udgave.sag, udgave)
    # In the house's own book: that the edition was made stands in the case's history already.
    haendelse(
        anledning,
        "laes_overstregning",
        "En overstreget udgave blev læst, så den kan søges.",
        organisation_id=anledning.aktoer.organisation_id,
        data={"overstregning": str(udgave.id), "tilstand": udgave.laesning, "sha256": udgave.sha256},
    )
    return udgave
