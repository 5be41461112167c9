"""The demo's protected citizen, and the citizen who has asked to see the papers of her case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from rehabteam.handlinger.registrer_aktindsigt import registrer_aktindsigt
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.ret_adresse import ret_adresse
from rehabteam.handlinger.vaelg_udlevering import Valg, vaelg_udlevering
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import GENFORELAEGGELSE, Sag

from .dagbog import Dagbog
from .regionen import DemoRegion

BESKYTTET_I = timedelta(days=312)  # the protection has fifty-three days left
SPURGT_FOR = timedelta(days=7)
SPOERGER = "gitte"


def foer(dagbog: Dagbog, region: DemoRegion, forloeb: Mapping[str, UUID]) -> None:
    for borger in region.borgere:
        if borger.adressebeskyttet:
            hvem, id_ = borger.sagsbehandler, forloeb[borger.noegle]
            fra = max(region.demodag - BESKYTTET_I, borger.tidligere_moede)
            dagbog.goer(hvem, max(fra, borger.start), registrer_beskyttelse, id_, fra=fra)
            dagbog.goer(hvem, borger.start, ret_adresse, id_, linjer="Prøvestien 14, 1. th.\n0000 Aastrup")
    if SPOERGER in forloeb:
        _aktindsigt(dagbog, region, forloeb[SPOERGER])


def _aktindsigt(dagbog: Dagbog, region: DemoRegion, forloeb_id: UUID) -> None:
    hvem = region.borger(SPOERGER).sagsbehandler
    modtaget = region.demodag - SPURGT_FOR
    with kontekst.arbejder_som(dagbog.folk[hvem]):
        sag = Sag.objects.get(forloeb_id=forloeb_id, undertype=GENFORELAEGGELSE)
    anmodning = dagbog.goer(
        hvem,
        modtaget,
        registrer_aktindsigt,
        sag.id,
        modtaget=modtaget,
        fra_hvem="borger",
        hvad="Alt, hvad I har skrevet om mig, siden sagen begyndte igen. Og hvem der har læst det.",
    )
    dagbog.goer(hvem, modtaget + timedelta(days=1), vaelg_udlevering, anmodning.id, valg=[Valg("log", True)])
