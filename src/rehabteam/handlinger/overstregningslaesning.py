"""The reading of a long redacted edition in the background: what the steps share."""

from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.models import Dokument, Overstregning

from .beskyttede_ord import se_efter_igen
from .fejl import FindesIkke

FORSOEG = 3
L = Overstregning.Laesning


def hent_venter(overstregning_id: UUID) -> Overstregning:
    """The one that waits, locked, with its document and case. Raises FindesIkke: done by another, or not hers."""
    udgave = (
        Overstregning.objects.select_for_update(of=("self",))
        .select_related("dokument", "sag__borger")
        .filter(id=overstregning_id, laesning=L.VENTER, trukket_tilbage_tid=None)
        .first()
    )
    if udgave is None:
        raise FindesIkke
    return udgave


def tag_forsoeg(overstregning_id: UUID) -> Overstregning | None:
    """Count a try before it is begun, so that one that kills whoever reads it is not read for ever.

    None: it has been tried often enough and stays without text. Nobody did anything: no Hændelse. Raises FindesIkke.
    """
    udgave = hent_venter(overstregning_id)
    if udgave.laes_forsoeg >= FORSOEG:
        udgave.laesning = L.UMULIG
        udgave.save(update_fields=["laesning"])
        se_efter_igen(udgave.sag, udgave)
        return None
    udgave.laes_forsoeg += 1
    udgave.save(update_fields=["laes_forsoeg"])
    return udgave


def giv_forsoeg_tilbage(overstregning_id: UUID) -> None:
    """This machine could not: that says nothing about the edition. Raises FindesIkke."""
    udgave = hent_venter(overstregning_id)
    udgave.laes_forsoeg = max(0, udgave.laes_forsoeg - 1)
    udgave.save(update_fields=["laes_forsoeg"])


def vent_paa_teksten(dokument: Dokument) -> str:
    """Why its redacted edition cannot be given just now, and what can be done."""
    return _(
        "Den overstregede udgave af »%(titel)s« bliver gjort søgbar. Vent, til det er gjort, eller vælg på "
        "dokumentets side »Overstreg« at bruge den uden tekst."
    ) % {"titel": dokument.vist_titel}
