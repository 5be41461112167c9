"""Who may see the stage's cases, and who has: the citizen's side, substitutes, aktindsigt, and the log's review."""

import uuid
from dataclasses import dataclass
from datetime import date

from django.test import Client

from rehabteam.handlinger.afgoer_aktindsigt import afgoer_aktindsigt
from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.opret_vikariat import opret_vikariat
from rehabteam.handlinger.registrer_aktindsigt import registrer_aktindsigt
from rehabteam.handlinger.registrer_fravaer import registrer_fravaer
from rehabteam.handlinger.spoerg_kommunen import spoerg_kommunen
from rehabteam.handlinger.tag_noedadgang import tag_noedadgang
from rehabteam.handlinger.udtag_stikproeve import udtag_stikproeve
from rehabteam.handlinger.vaelg_udlevering import Valg, vaelg_udlevering
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Aktindsigt, Borger, Dokument, Fuldmagt, Logstikproeve, Rolle, Sag
from rehabteam.sager.udtraek.aktindsigt import stykker
from tests.borgersiden.borgere import bisidderens_klient, borgerens_klient, som_bisidder, som_borger
from tests.verden import DAG, Verden
from tests.web.proevevis import med_fejlside


@dataclass(frozen=True)
class Borgersiden:
    """The citizen of a case and her bisidder, logged in; her fuldmagt, and a paper she has been given."""

    fuldmagt: Fuldmagt
    papir_id: uuid.UUID
    hvem: dict[Rolle, Aktoer]
    klienter: dict[Rolle, Client]


def borgersiden(v: Verden, sag: Sag) -> Borgersiden:
    ved = "vedligehold"
    borger = Borger.objects.using(ved).get(id=sag.borger_id)
    hun = som_borger(borger)
    fuldmagt = v.goer(hun, giv_fuldmagt, borger.id, navn="Bente", til=date(2026, 9, 1), dokumenter=True)
    hendes = Dokument.objects.using(ved).filter(sag__borger=borger, slags="indstilling", fulgte_med=None)
    return Borgersiden(
        fuldmagt,
        hendes.values_list("id", flat=True)[0],
        {Rolle.BORGER: hun, Rolle.BISIDDER: som_bisidder(fuldmagt)},
        {
            Rolle.BORGER: med_fejlside(borgerens_klient(borger)),
            Rolle.BISIDDER: med_fejlside(bisidderens_klient(fuldmagt)),
        },
    )


def bedt_om_aktindsigt(v: Verden, *sager: Sag) -> list[Aktindsigt]:
    """A request to see each of these cases, too late."""
    felter = {"modtaget": date(2026, 5, 11), "fra_hvem": "borger", "hvad": "Alt i min sag."}
    return [v.goer(v.sagsbehandler, registrer_aktindsigt, sag.id, **felter) for sag in sager]


def givet_aktindsigt(v: Verden, om: Aktindsigt) -> None:
    """All of the case handed out, too late."""
    with kontekst.arbejder_som(v.sagsbehandler):
        alt = [Valg(s.noegle, True) for s in stykker(om)]
    v.goer(v.sagsbehandler, vaelg_udlevering, om.id, valg=alt)
    v.goer(v.sagsbehandler, afgoer_aktindsigt, om.id, for_sent_grund="Vi var ikke færdige.")


def stedfortraedere(v: Verden, sag: Sag) -> tuple[uuid.UUID, uuid.UUID]:
    """A substitute in the kommune, and a nødadgang in the region that nobody has looked at."""
    vikariat = v.goer(
        v.leder,
        opret_vikariat,
        for_hvem_id=v.leder.medarbejder_id,
        vikar_id=v.sagsbehandler.medarbejder_id,
        fra=DAG,
        til=DAG,
        grund="Kursus",
    )
    felter = {"kommune_id": v.kommune.id, "nummer": sag.nummer, "grund": "Mødet er om en time."}
    return vikariat.id, v.goer(v.anden_koordinator, tag_noedadgang, **felter).id


def fravaerende(v: Verden, sag: Sag) -> uuid.UUID:
    """The coordinator of the case is away, with a substitute."""
    fravaer = v.goer(
        v.sekretariat,
        registrer_fravaer,
        hvem_id=v.koordinator.medarbejder_id,
        fra=DAG,
        til=DAG,
        stedfortraeder_id=v.anden_koordinator.medarbejder_id,
    )
    v.goer(v.sekretariat, spoerg_kommunen, sag.id, tekst="Er der tolk med?")
    return fravaer.id


def stikproeve(v: Verden) -> uuid.UUID:
    """The kommune's look-ups, picked for review: the last of them."""
    v.goer(v.auditor, udtag_stikproeve)
    with kontekst.arbejder_som(v.auditor):
        return Logstikproeve.objects.filter(organisation_id=v.kommune.id).latest("udtaget_tid").id
