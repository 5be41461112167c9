"""The stage's cases before the meeting: what is known, whom the kommune has asked, what is written and planned."""

import uuid
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.indkald import indkald
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.registrer_timer import registrer_timer
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.handlinger.saet_paamindelse import saet_paamindelse
from rehabteam.handlinger.skriv_laesenote import skriv_laesenote
from rehabteam.handlinger.skriv_margennote import skriv_margennote
from rehabteam.handlinger.skriv_note import skriv_note
from rehabteam.handlinger.skriv_plandel import Indhold, skriv_plandel
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Indsats, Sag, UndtagetPeriode
from rehabteam.sager.udtraek.indkaldelser import sagens_pladser
from tests.verden import DAG, PDF, Verden


def oplys(v: Verden, forloeb_id: uuid.UUID) -> tuple[uuid.UUID, uuid.UUID]:
    """A forløb with one of each thing that can be known about it: the effort, and the period."""

    def goer(handling: Callable[..., Any], **felter: Any) -> None:
        v.goer(v.sagsbehandler, handling, forloeb_id, **felter)

    goer(registrer_indsats, navn="Praktik", hjemmel="LAB_KAP_11")
    goer(registrer_undtaget_periode, fra=date(2026, 1, 12), til=None, hjemmel="LAS_13_STK_7")
    goer(registrer_timer, dato=date(2026, 2, 2), timer=Decimal(4), art="ORDINAER_LOENMODTAGER")
    goer(registrer_spaend, slags="stu", fra=date(2026, 1, 1), til=None)
    with kontekst.arbejder_som(v.sagsbehandler):
        paa = {"forloeb_id": forloeb_id}
        return Indsats.objects.get(**paa).id, UndtagetPeriode.objects.get(**paa).id


def bedt(v: Verden, sag: Sag) -> tuple[uuid.UUID, uuid.UUID]:
    """A doctor asked about the knee, and the consent to it."""
    hvad = {"oplysninger": "Statusattest om knæet", "formaal": "Til mødet.", "maade": "mundtligt"}
    ja = {"givet": date(2026, 5, 20), "praecist": True, "konsekvenser_oplyst": True, "kilde": "Lægehuset"}
    samtykke = v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **hvad, **ja)
    anmodning = v.goer(
        v.sagsbehandler,
        anmod_om_oplysninger,
        sag.id,
        attest="LAE_125",
        til="Lægehuset",
        oplysninger="Statusattest om knæet",
        samtykke_id=samtykke.id,
        daekker=True,
    )
    return samtykke.id, anmodning.id


def skrevet_til_kolleger(v: Verden, sag: Sag) -> tuple[uuid.UUID, uuid.UUID]:
    """What colleagues write to each other, and what one wants to be reminded of."""
    note = v.goer(v.sagsbehandler, skriv_note, sag.id, tekst="Ring til @Mogens Mødeleder om mødet.")
    om = {"sag_id": sag.id, "naar": date(2026, 6, 8), "tekst": "Ring til lægehuset"}
    return note.id, v.goer(v.sagsbehandler, saet_paamindelse, **om).id


def noteret(v: Verden, sag: Sag, dokument_id: uuid.UUID) -> uuid.UUID:
    """The caseworker's own note beside the first page of a document."""
    felter = {"side": 1, "tekst": "Spørg til pauserne i praktikken.", "sted": "midt"}
    return v.goer(v.sagsbehandler, skriv_margennote, sag.id, dokument_id, **felter).id


def kaldt_ind(v: Verden, sag: Sag) -> uuid.UUID:
    """The caseworker's own calendar file for the meeting of a case; and what one of the team wrote for herself."""
    v.goer(v.teammedlem, skriv_laesenote, sag.id, tekst="Spørg om pauserne.", version=0)
    with kontekst.arbejder_som(v.sagsbehandler):
        pladser = sagens_pladser(Sag.objects.get(id=sag.id), DAG)
    uid = next(p.uid for p in pladser if p.modtager == "sagsbehandler")
    return v.goer(v.sagsbehandler, indkald, sag.id, uid=uid).id


def planlagt(v: Verden, navn: str) -> tuple[Sag, uuid.UUID]:
    """A case whose forberedende del is being written, with two versions of a part and a plan in another layout."""
    sag = v.goer(v.sagsbehandler, opret_sag, art="fleksjob", borger_id=v.forloeb(navn=navn).borger_id)
    for nr, ord_ in enumerate(("Gartner.", "Gartner i tolv år.")):
        del_ = {"noegle": "stk1_nr1", "version": nr, "indhold": Indhold(ord_, "Jeg er god til planter.")}
        v.goer(v.sagsbehandler, skriv_plandel, sag.id, **del_)
    papir = {
        "filnavn": "p.pdf",
        "data": PDF,
        "titel": "Plan i anden skabelon",
        "slags": "forberedende_del",
    }
    return sag, v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **papir, dato=date(2026, 5, 1)).id
