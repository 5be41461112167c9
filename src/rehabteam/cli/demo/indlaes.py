"""Puts the demo region in, through the same Handlinger and the same walls as everybody else.

The day of each Handling is the day it happened, so that a history reads as it would have been written.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from rehabteam.handlinger.beslut_saerlige_grunde import beslut_saerlige_grunde
from rehabteam.handlinger.genberegn_frister import genberegn_frister
from rehabteam.handlinger.indlaes_sag import GammeltDokument, indlaes_sag
from rehabteam.handlinger.opret_forloeb import opret_forloeb
from rehabteam.handlinger.opret_moede import opret_moede
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.registrer_timer import registrer_timer
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.models import Moede

from . import (
    afholdt,
    aftalen,
    attester,
    borgerens_ret,
    borgerkonti,
    enheden,
    konti,
    planlagt,
    sager,
    skaebner,
)
from .dagbog import Dagbog
from .genforelagt import Genforelagt
from .papirer import TrykPapir, papirer, tryk
from .regionen import Borger, DemoRegion, Indsats, Moededag

FORVARSEL = timedelta(days=75)  # how long before a meeting day it is made
SAGEN_BEGYNDTE = timedelta(days=45)  # before the meeting


class HalvDemo(RuntimeError):
    """A loading was broken off; what is there must be removed first."""


def indlaes(region: DemoRegion) -> int:
    """Put everything in; returns the number of citizens. Raises HalvDemo."""
    if konti.er_begyndt(region):
        raise HalvDemo
    dagbog = Dagbog(konti.opret_personer(region))
    aftalen.foer(dagbog, region)
    moeder = {m.noegle: _moede(dagbog, region, m) for m in region.moeder}
    forloeb: dict[str, UUID] = {}
    siden: dict[str, list[TrykPapir]] = {}
    # In the order of time, so that case numbers are given as they would have been.
    for borger in sorted(region.borgere, key=lambda b: b.tidligere_moede):
        trykte = [tryk(papir, borger, region) for papir in papirer(borger, region)]
        siden[borger.noegle] = [t for t in trykte if t.papir.sag == "siden"]
        forloeb[borger.noegle] = _forloeb(dagbog, borger, trykte)
    genoptagne = [(b, b.genforelaeggelse) for b in region.borgere if b.genforelaeggelse]
    for borger, gang in sorted(genoptagne, key=lambda par: par[1].genoptaget):
        sag = Genforelagt(dagbog, region, borger, gang, forloeb[borger.noegle], moeder)
        sag.foer(siden[borger.noegle])
    borgerens_ret.foer(dagbog, region, forloeb)
    afholdt.foer(dagbog, region)
    sager.foer(dagbog, region, moeder)
    attester.foer(dagbog)
    skaebner.foer(dagbog, region, moeder)
    enheden.foer(dagbog, region)
    planlagt.foer(dagbog, region, moeder)
    aftalen.afregn(dagbog, region)
    for kommune in region.kommuner:
        dagbog.goer(kommune.en("leder").brugernavn, region.demodag, genberegn_frister)
    konti.opret_konti(dagbog.folk)
    borgerkonti.opret(region, forloeb)
    return len(region.borgere)


def _moede(dagbog: Dagbog, region: DemoRegion, moede: Moededag) -> Moede:
    leder = region.kommune(moede.kommune).en("moedeleder").brugernavn
    oprettet = min(moede.dato - FORVARSEL, region.demodag)
    ny: Moede = dagbog.goer(
        leder,
        oprettet,
        opret_moede,
        dato=moede.dato,
        kl=time(9),
        sted=moede.sted,
        moedeleder_id=dagbog.folk[leder].medarbejder_id,
    )
    return ny


def _forloeb(dagbog: Dagbog, borger: Borger, trykte: list[TrykPapir]) -> UUID:
    """The forløb, the earlier case with its papers, and every registered fact in the order of time."""
    hvem = borger.sagsbehandler
    with kontekst.arbejder_som(dagbog.folk[hvem]):
        forloeb = opret_forloeb(
            dagbog.anledning(hvem, borger.start),
            cpr=laes_cpr(borger.cpr),
            navn=borger.navn,
            foedselsdato=None,
            start=borger.start,
            bisidder=borger.bisidder,
            tolk=borger.tolk or "Ingen",
            beskyttet_adresse=borger.adressebeskyttet,
            egne_ord=borger.egne_ord,
        )
        gamle = [t for t in trykte if t.papir.sag == "oprindelig"]
        if borger.genforelaeggelse and not borger.genforelaeggelse.tidligere_i_systemet:
            gamle = [t for t in gamle if t.papir.slags != "indstilling"]
        afsluttet = max([borger.start, *(t.dato for t in gamle)])
        indlaes_sag(
            dagbog.anledning(hvem, afsluttet),
            forloeb.id,
            oprettet=min([borger.tidligere_moede - SAGEN_BEGYNDTE, *(t.dato for t in gamle)]),
            afsluttet=afsluttet,
            dokumenter=[
                GammeltDokument(t.data, t.papir.titel, t.papir.slags, t.dato, t.afsender, t.sider)
                for t in gamle
            ],
        )
        for dag, handling, felter in sorted(_oplysninger(borger), key=lambda o: o[0]):
            handling(dagbog.anledning(hvem, dag), forloeb.id, **felter)
    if borger.saerlige_grunde:
        sg = borger.saerlige_grunde
        leder = dagbog.folk[sg.besluttet_af]
        dagbog.goer(
            sg.besluttet_af,
            sg.dato,
            beslut_saerlige_grunde,
            forloeb.id,
            begrundelse=sg.begrundelse,
            beslutningstager=leder.navn,
            dato=sg.dato,
        )
    return forloeb.id


def _oplysninger(borger: Borger) -> list[tuple[date, Callable[..., Any], dict[str, Any]]]:
    """(day, Handling, fields) for each fact, on the first day it could be registered."""
    ud: list[tuple[date, Callable[..., Any], dict[str, Any]]] = []
    for i in borger.indsatser:
        ud.append((_kendt(i, borger.start), registrer_indsats, _felter(i)))
    for p in borger.perioder:
        felter = {"fra": p.fra, "til": p.til, "hjemmel": p.hjemmel}
        ud.append((max(p.fra, borger.start), registrer_undtaget_periode, felter))
    for t in borger.timer:
        ud.append((t.dato, registrer_timer, {"dato": t.dato, "timer": Decimal(str(t.timer)), "art": t.art}))
    for slags, spaend in (("loentilskud_kompensationslov_15", borger.loentilskud_15), ("stu", borger.stu)):
        for s in spaend:
            ud.append((s.fra, registrer_spaend, {"slags": slags, "fra": s.fra, "til": s.til}))
    return ud


def _kendt(indsats: Indsats, start: date) -> date:
    """The day by which all that is known about the effort had happened."""
    dage = (
        indsats.bevilget,
        indsats.paabegyndt,
        indsats.optaget_i_indsatsdel,
        indsats.afsluttet,
        indsats.genoptaget,
    )
    return max([start, *(dag for dag in dage if dag)])


def _felter(indsats: Indsats) -> dict[str, Any]:
    felter = {navn: getattr(indsats, navn) for navn in Indsats.__slots__}
    return {**felter, "kilde": "INDSATSDEL" if indsats.i_indsatsdel else ""}
