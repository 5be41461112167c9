"""How a test appoints a substitute, works as one, and presses a button."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.handlinger.opret_vikariat import opret_vikariat
from rehabteam.sager.adgang.aktoer import Aktoer, Vikar
from rehabteam.sager.models import (
    Vikariat,
)
from tests.verden import DAG, Verden


def saet(v: Verden, hvem: Aktoer, for_hvem: Aktoer, vikar: Aktoer, **felter: Any) -> Vikariat:
    felter = {"fra": DAG, "til": DAG + timedelta(days=7), "grund": "Ferie"} | felter
    ider = {"for_hvem_id": for_hvem.medarbejder_id, "vikar_id": vikar.medarbejder_id}
    return v.goer(hvem, opret_vikariat, **ider, **felter)


def som_vikar(vikar: Aktoer, for_hvem: Aktoer) -> Aktoer:
    hende = Vikar(uuid4(), for_hvem.medarbejder_id, for_hvem.navn)
    return replace(vikar, rolle=for_hvem.rolle, vikar_for=hende)


def tryk(klient: Client, rute: str, *ider: UUID, **felter: Any) -> HttpResponse:
    return klient.post(reverse(f"web:{rute}", args=ider), {"noegle": str(uuid4()), **felter})
