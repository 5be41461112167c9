"""What the tests of the forberedende del share: a case of a kind, and writing on a part as a person does."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.test import Client

from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.skriv_plandel import Indhold, skriv_plandel
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Plandel, Sag
from tests.verden import Verden
from tests.web.sagshjaelp import adresse

NR1 = "stk1_nr1"
POST = {
    "navn": "Praktik hos planteskolen",
    "indhold": "To timer tre dage om ugen.",
    "formaal": "At se, hvad der kan lade sig gøre.",
    "varighed": "13 uger",
    "erfaring_kommune": "Stabilt fremmøde.",
    "erfaring_borger": "Dejligt at komme ud.",
    "aarsag_kommune": "Timerne kunne ikke sættes op.",
    "aarsag_borger": "Jeg fik ondt.",
}


def sag_af(v: Verden, art: str = "fleksjob", **svar: Any) -> Sag:
    sag: Sag = v.goer(
        v.sagsbehandler, opret_sag, art=art, borger_id=v.forloeb(navn="Planmund Plan").borger_id, svar=svar
    )
    return sag


def skriv(
    v: Verden, sag: Sag, noegle: str = NR1, version: int = 0, hvem: Aktoer | None = None, **hvad: Any
) -> Plandel:
    plandel: Plandel = v.goer(
        hvem or v.sagsbehandler,
        skriv_plandel,
        sag.id,
        noegle=noegle,
        version=version,
        indhold=Indhold(**hvad),
    )
    return plandel


def versioner(v: Verden, sag: Sag, noegle: str = NR1) -> list[Plandel]:
    with kontekst.arbejder_som(v.sagsbehandler):
        return list(Plandel.objects.filter(sag_id=sag.id, noegle=noegle).order_by("version"))


def gem(klient: Client, sag: Sag, noegle: str = NR1, stille: bool = False, **felter: Any) -> HttpResponse:
    """Save as the page does; `stille`: as its script does."""
    ekstra = {"HTTP_X_AUTOGEM": "1"} if stille else {}
    svar: HttpResponse = klient.post(
        adresse("sag_plandel", sag, noegle), {"noegle": str(uuid.uuid4()), **felter}, **ekstra
    )
    return svar
