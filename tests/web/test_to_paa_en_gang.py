"""Two at the same desk in the same second: one effect, an answer both can use, and never a fault."""

import threading
import uuid
from typing import Any

from django.db import connections
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from rehabteam.handlinger.skriv_notat import FELTER
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import GENFORELAEGGELSE, Dokument, Haendelse, Resume, Rolle, Sag
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, handlinger

Opgave = tuple[Client, str, dict[str, Any]]


def samtidig(*opgaver: Opgave) -> list[HttpResponse]:
    """Each POST in a thread of its own with a connection of its own, all let go at once."""
    start = threading.Barrier(len(opgaver))
    svar: list[HttpResponse | None] = [None] * len(opgaver)

    def send(nr: int, klient: Client, sti: str, felter: dict[str, Any]) -> None:
        start.wait()
        try:
            svar[nr] = klient.post(sti, {"noegle": str(uuid.uuid4()), **felter})
        finally:
            connections.close_all()

    traade = [threading.Thread(target=send, args=(nr, *opgave)) for nr, opgave in enumerate(opgaver)]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=60)
    faerdige = [s for s in svar if s is not None]
    assert len(faerdige) == len(opgaver) and all(s.status_code < 500 for s in faerdige)
    return faerdige


def _to(v: Verden, rolle: Rolle) -> list[Client]:
    """Two colleagues in the same role."""
    organisation = v.region if rolle in (Rolle.SEKRETARIAT, Rolle.SUNDHEDSKOORDINATOR) else v.kommune
    return [v.klient(v.person(rolle, organisation, f"Kollega {nr}")) for nr in (1, 2)]


def _antal(v: Verden, sag: Sag, handling: str) -> int:
    return handlinger(sag, v.sagsbehandler).count(handling)


def test_to_sender_den_samme_sag(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede().id)
    svar = samtidig(
        *((k, adresse("send", sag), {"grund": "Vi sender den nu."}) for k in _to(v, Rolle.SAGSBEHANDLER))
    )
    assert [s.status_code for s in svar] == [302, 302]
    assert _antal(v, sag, "send_til_region") == 1


def test_to_genoptager_det_samme_forloeb(verden: Verden) -> None:
    v = verden
    forloeb = v.forloeb()
    v.gammel_sag(forloeb)
    sti = reverse("web:genoptag", args=[forloeb.id])
    svar = samtidig(*((k, sti, {"grund": "Der er nyt."}) for k in _to(v, Rolle.SAGSBEHANDLER)))
    assert [s.status_code for s in svar] == [302, 302] and svar[0]["Location"] == svar[1]["Location"]
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Sag.objects.filter(forloeb_id=forloeb.id, undertype=GENFORELAEGGELSE).count() == 1


def test_to_opretter_den_samme_borger(verden: Verden) -> None:
    v = verden
    felter = {"cpr": next(v._numre), "navn": "Dobbelt Borger", "start": "20.10.2025"}
    svar = samtidig(*((k, reverse("web:forloeb_nyt"), felter) for k in _to(v, Rolle.SAGSBEHANDLER)))
    assert sorted(s.status_code for s in svar) == [302, 422]


def test_to_opretter_den_samme_moededag(verden: Verden) -> None:
    v = verden
    felter = {"dato": "11.06.2026", "kl": "9.00", "sted": "Lokale 2"}
    felter["moedeleder"] = str(v.moedeleder.medarbejder_id)
    svar = samtidig(*((k, reverse("web:moede_nyt"), felter) for k in _to(v, Rolle.LEDER)))
    assert sorted(s.status_code for s in svar) == [302, 422]


def test_to_vinduer_med_det_samme_notat(verden: Verden) -> None:
    """A sundhedskoordinator with two windows: no text is lost, and it is signed once."""
    v, sag = verden, verden.hos_koordinator()
    vinduer = [v.klient(v.koordinator), v.klient(v.koordinator)]

    def tekst(nr: int) -> dict[str, str]:
        return {"version": "0", "gem": "kladde"} | dict.fromkeys(FELTER, f"Vindue {nr}")

    svar = samtidig(*((k, adresse("notat", sag), tekst(nr)) for nr, k in enumerate(vinduer)))
    assert sorted(s.status_code for s in svar) == [302, 409]
    svar = samtidig(*((k, adresse("notat_underskriv", sag), {}) for k in vinduer))
    assert [s.status_code for s in svar] == [302, 302]
    assert _antal(v, sag, "underskriv_notat") == 1


def test_to_giver_sagen_til_hver_sin_koordinator(verden: Verden) -> None:
    v, sag = verden, verden.sendt()
    valg = (v.koordinator, v.anden_koordinator)
    klienter = _to(v, Rolle.SEKRETARIAT)
    samtidig(
        *(
            (k, adresse("fordel", sag), {"koordinator": str(m.medarbejder_id)})
            for k, m in zip(klienter, valg, strict=True)
        )
    )
    with kontekst.arbejder_som(v.sekretariat):
        sagen = Sag.objects.get(id=sag.id)
        assert sagen.koordinator_id in {m.medarbejder_id for m in valg}
        seneste = Haendelse.objects.filter(sag_id=sag.id, handling="fordel_til_koordinator").order_by("id")
        assert seneste.count() >= 1
    # Exactly one of the two sees it afterwards.
    statusser = [v.klient(m).get(adresse("sag", sag)).status_code for m in valg]
    assert sorted(statusser) == [200, 404]


def test_to_skriver_resume_paa_samme_grundlag(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    klienter = _to(v, Rolle.SAGSBEHANDLER)
    svar = samtidig(
        *(
            (k, adresse("resume", sag), {"tekst": f"Tekst {nr}", "version": "0", "gem": "kladde"})
            for nr, k in enumerate(klienter)
        )
    )
    assert sorted(s.status_code for s in svar) == [302, 409]
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Resume.objects.filter(sag_id=sag.id).count() == 1


def test_to_afgiver_den_samme_indstilling(verden: Verden) -> None:
    v, sag = verden, verden.hos_koordinator()
    v.skrevet(sag)
    rum = v.klient(v.moedeleder)
    felter = {
        "version": "1",
        "aarsag": "Praktikken flyttede.",
        "i0_navn": "Praktik",
        "opfoelgning": "Hver fredag.",
    }
    svar = rum.post(
        adresse("moederum", sag),
        {"noegle": str(uuid.uuid4()), "se_igen": "nej", "borger_til": "ja", "gem": "gem", **felter},
    )
    assert svar.status_code == 302
    svar = samtidig(
        *((k, adresse("indstilling_afgiv", sag), {"version": "2"}) for k in _to(v, Rolle.MOEDELEDER))
    )
    assert _antal(v, sag, "afgiv_indstilling") == 1, [s.status_code for s in svar]
    with kontekst.arbejder_som(v.sagsbehandler):
        papirer = Dokument.objects.filter(sag_id=sag.id, slags="indstilling", fulgte_med=None)
        assert papirer.count() == 1
    assert all(s.status_code in (302, 403, 409, 422) for s in svar)
