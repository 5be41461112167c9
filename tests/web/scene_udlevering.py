"""What leaves the house from the stage's cases: a redacted edition, one selection given and one not given yet."""

import uuid
from dataclasses import dataclass

from rehabteam.dokumenter.overstreg import Felt
from rehabteam.handlinger.lav_udvalg import lav_udvalg
from rehabteam.handlinger.marker_overstregning import marker_overstregning
from rehabteam.handlinger.udlever_udvalg import udlever_udvalg
from rehabteam.sager.models import Dokument, Overstregning, Sag
from tests.verden import Verden


@dataclass(frozen=True)
class Udleveret:
    """`aaben_id`, `givet_id`: selections."""

    overstregning_id: uuid.UUID
    aaben_id: uuid.UUID
    givet_id: uuid.UUID


def udleveret(v: Verden, sag: Sag, dokument: Dokument) -> Udleveret:
    """The edition as a row of what was made (the making needs the wall: tests/handlinger/test_overstregning.py)."""
    v.goer(v.sagsbehandler, marker_overstregning, sag.id, dokument.id, tilfoej=[Felt(1, 0.1, 0.1, 0.5, 0.2)])
    lavet = Overstregning.objects.using("vedligehold").create(
        kommune_id=sag.kommune_id, sag=sag, dokument=dokument, nr=2, felter=[[1, 0.1, 0.1, 0.5, 0.2]],
        kilde_sha256=dokument.sha256, kilde_mime=dokument.mime, begyndt_tid=dokument.tilfoejet_tid,
        begyndt_af="Sanne", grund="Oplysninger om en nabo.", lavet_tid=dokument.tilfoejet_tid, lavet_af="Sanne",
        sha256=dokument.sha256, stoerrelse=dokument.stoerrelse, sider=1,
    )  # fmt: skip
    valgt = {
        "modtager": "region",
        "grundlag": "Teamet har bedt om papirerne igen.",
        "dokumenter": [dokument.id],
    }
    aaben, givet = (v.goer(v.sagsbehandler, lav_udvalg, sag.id, **valgt) for _ in range(2))
    v.goer(v.sagsbehandler, udlever_udvalg, givet.id)
    return Udleveret(lavet.id, aaben.id, givet.id)
