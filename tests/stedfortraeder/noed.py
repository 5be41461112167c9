"""How a test takes nødadgang: as a Handling, as an Aktoer, and in a browser."""

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse

from rehabteam.handlinger.tag_noedadgang import tag_noedadgang
from rehabteam.sager.adgang.aktoer import Aktoer, Noed
from rehabteam.sager.models import (
    Noedadgang,
    Sag,
)
from tests.verden import Verden

GRUND = "Karen er syg, og mødet er om en time."


def tag(v: Verden, sag: Sag, hvem: Aktoer | None = None, **felter: Any) -> Noedadgang:
    felter = {"kommune_id": sag.kommune_id, "nummer": sag.nummer, "grund": GRUND} | felter
    return v.goer(hvem or v.anden_koordinator, tag_noedadgang, **felter)


def i_noed(hvem: Aktoer, n: Noedadgang) -> Aktoer:
    return replace(hvem, noed=Noed(n.id, n.sag_id, n.borger_id, n.udloeber))


def aabn(v: Verden, sag: Sag, hvem: Aktoer | None = None) -> tuple[Client, Any]:
    """A browser that has taken nødadgang, and the answer."""
    klient = v.klient(hvem or v.anden_koordinator)
    felter = {"kommune_id": str(sag.kommune_id), "nummer": sag.nummer, "grund": GRUND, "noegle": str(uuid4())}
    return klient, klient.post(reverse("web:noedadgang"), felter)


def slut(klient: Client, nummer: UUID) -> Any:
    return klient.post(reverse("web:noedadgang_slut", args=[nummer]), {"noegle": str(uuid4())})
