"""What the tests of files on their way in share: sending one, and letting the worker do its steps."""

import hashlib
import io
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.conf import settings

from rehabteam.dokumenter.modtagelse import laeg_stykke
from rehabteam.handlinger.afslut_modtagelse import afslut_modtagelse
from rehabteam.handlinger.begynd_modtagelse import Valgt, begynd_modtagelse
from rehabteam.handlinger.behandl_modtaget import straks
from rehabteam.handlinger.handling import Anledning
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import ModtagetFil, Sag
from tests.verden import DAG, PDF, Verden

SAGT = {"titel": "Opfølgning", "slags": "dokumentation", "dato": date(2026, 5, 1)}


def begyndt(v: Verden, sag: Sag, navn: str = "a.pdf", data: bytes = PDF, hvem: Aktoer | None = None) -> UUID:
    (svar,) = v.goer(hvem or v.sagsbehandler, begynd_modtagelse, sag.id, filer=[Valgt(navn, len(data))])
    assert svar.fil is not None, svar.grund
    return svar.fil.id


def begyndelser(data: bytes, *laengder: int) -> dict[int, str]:
    """What the one who chose the file says of its beginnings when she is asked."""
    return {n: hashlib.sha256(data[:n]).hexdigest() for n in laengder}


def sendt(v: Verden, sag: Sag, navn: str = "a.pdf", data: bytes = PDF, hvem: Aktoer | None = None) -> UUID:
    """All of it is here, and it waits."""
    fil_id = begyndt(v, sag, navn, data, hvem)
    laeg_stykke(settings.DATA, fil_id, 0, io.BytesIO(data), len(data), len(data))
    v.goer(hvem or v.sagsbehandler, afslut_modtagelse, sag.id, fil_id)
    return fil_id


def klar(v: Verden, sag: Sag, navn: str = "a.pdf", data: bytes = PDF) -> UUID:
    """Examined, scanned, and waiting for a person to say what it is."""
    fil_id = sendt(v, sag, navn, data)
    with kontekst.arbejder_som(v.sagsbehandler):
        nu = datetime.now(UTC) + timedelta(seconds=1)
        fil = straks(Anledning(v.sagsbehandler, DAG, nu), ModtagetFil.objects.get(id=fil_id))
    assert fil.tilstand == "klar", (fil.tilstand, fil.trin, fil.grund)
    return fil_id


def stand(v: Verden, fil_id: UUID) -> ModtagetFil:
    with kontekst.arbejder_som(v.sagsbehandler):
        return ModtagetFil.objects.get(id=fil_id)
