"""The review of the log where somebody stood in for somebody: nobody reviews her own part of it."""

from datetime import UTC, datetime
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.gennemgaa_log import gennemgaa_log
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.udtag_stikproeve import udtag_stikproeve
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import (
    Logstikproeve,
    Rolle,
)
from rehabteam.sager.udtraek.stikproeve import brug
from tests.stedfortraeder.vikar import som_vikar
from tests.verden import Verden

# --- The review of the log ------------------------------------------------------------------------------------


def _udtaget(v: Verden, hvem: Aktoer, borger: UUID) -> Logstikproeve:
    """A use of this person's (in her place, or another's), drawn for review."""

    def skriv(anledning: Anledning) -> None:
        log.skriv(anledning.aktoer, log.Art.LAES, "sag.se", 200, uuid4(), None, [borger])

    v.goer(hvem, skriv)
    v.goer(v.auditor, udtag_stikproeve)
    with kontekst.arbejder_som(v.auditor):
        return Logstikproeve.objects.get(medarbejder_id=hvem.medarbejder_id, borger_id=borger)


def test_den_der_vikarierer_for_logkontrolloeren_gennemgaar_ikke_sine_egne_opslag(verden: Verden) -> None:
    proeve = _udtaget(verden, verden.sagsbehandler, uuid4())
    som = som_vikar(verden.sagsbehandler, verden.auditor)
    with pytest.raises(KanIkke, match="dine egne opslag"):
        verden.goer(som, gennemgaa_log, proeve.id, udfald="i_orden")
    anden = som_vikar(verden.leder, verden.auditor)
    assert verden.goer(anden, gennemgaa_log, proeve.id, udfald="i_orden").gennemgaaet_tid


def test_ens_vikars_opslag_gennemgaas_af_en_tredje(verden: Verden) -> None:
    """What was looked up in one's stead is not one's own to approve, nor the reviewer's whose place one takes."""
    v = verden
    borger = uuid4()
    proeve = _udtaget(v, som_vikar(v.teammedlem, v.sagsbehandler), borger)
    with pytest.raises(KanIkke, match="som vikar"):
        v.goer(som_vikar(v.sagsbehandler, v.auditor), gennemgaa_log, proeve.id, udfald="i_orden")
    assert v.goer(v.auditor, gennemgaa_log, proeve.id, udfald="i_orden").gennemgaaet_tid


def test_logkontrolloerens_vikar_gennemgaar_ikke_hendes_opslag(verden: Verden) -> None:
    """Nor past the Handling: the wall itself compares."""
    v = verden
    proeve = _udtaget(v, v.auditor, uuid4())
    som = som_vikar(v.leder, v.auditor)
    with pytest.raises(KanIkke):
        v.goer(som, gennemgaa_log, proeve.id, udfald="i_orden")
    with kontekst.arbejder_som(som):
        rettet = Logstikproeve.objects.filter(id=proeve.id).update(bemaerkning="Set")
        assert rettet == 1, "den er ikke gennemgået endnu, så den kan skrives på"
    with pytest.raises(DatabaseError), kontekst.arbejder_som(som):
        Logstikproeve.objects.filter(id=proeve.id).update(
            gennemgaaet_af_id=som.medarbejder_id, gennemgaaet_tid=datetime.now(UTC), udfald="i_orden"
        )


def test_en_vikar_har_den_andens_opgave(verden: Verden) -> None:
    """Looking at the case of the one who is away is no odd use; in her own name it would be."""
    f = verden.forloeb()
    vikar = verden.person(Rolle.SAGSBEHANDLER, verden.kommune, "Vigga Vikar")
    assert "uden_opgave" in _udtaget(verden, vikar, f.borger_id).grunde
    anden = verden.person(Rolle.SAGSBEHANDLER, verden.kommune, "Vagn Vikar")
    verden.goer(
        som_vikar(anden, verden.sagsbehandler),
        lambda a: log.skriv(a.aktoer, log.Art.LAES, "sag.se", 200, uuid4(), None, [f.borger_id]),
    )
    with kontekst.arbejder_som(verden.auditor):
        (brugt,) = [
            g for g in brug(verden.auditor, datetime.now(UTC)) if g.medarbejder == anden.medarbejder_id
        ]
    assert "uden_opgave" not in brugt.grunde
