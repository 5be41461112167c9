"""The calendar files read by a library that had no part in writing them (the product writes with icalendar).

Our own strict reader (ical.py) stays beside it: it knows what RFC 5545 forbids and vobject forgives.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from rehabteam.handlinger.indkald import indkald
from rehabteam.handlinger.indkaldelsespapir import fil
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.kalenderfil import kalenderfil
from rehabteam.sager.models import Invitation, Sag
from rehabteam.sager.udtraek.indkaldelser import sagens_pladser
from tests.indkaldelse import ical
from tests.indkaldelse.test_kalenderfil import POST
from tests.verden import DAG, Verden

vobject = pytest.importorskip("vobject", reason="vobject står i requirements/test.in og er ikke installeret")


def _laes(data: bytes) -> Any:
    """Exactly one calendar; the strict reader must take it too."""
    ical.laes(data)
    (kalender,) = vobject.readComponents(data.decode(), validate=True)
    return kalender


def _utc(felt: Any) -> datetime:
    tid: datetime = felt.value
    return tid.astimezone(UTC)


@pytest.mark.parametrize("dag", [date(2026, 3, 30), date(2026, 6, 11), date(2026, 10, 26), date(2031, 1, 2)])
def test_en_anden_laeser_ser_det_samme(dag: date) -> None:
    kalender = _laes(kalenderfil(replace(POST, dato=dag)))
    moede = kalender.vevent
    assert kalender.method.value == "REQUEST" and moede.status.value == "CONFIRMED"
    assert (moede.uid.value, moede.sequence.value) == (f"{POST.uid}@rehabteam", "0")
    forskel = 2 if 3 < dag.month < 10 or dag == date(2026, 3, 30) else 1
    assert _utc(moede.dtstart) == datetime.combine(dag, time(9 - forskel), UTC)
    assert _utc(moede.dtend) == datetime.combine(dag, time(9 - forskel, 30), UTC)
    assert (moede.summary.value, moede.location.value) == (POST.overskrift, POST.sted)
    assert moede.description.value == POST.tekst
    assert moede.attendee.params["CN"] == ["Åse Ødegård"]


def test_et_moede_flyttes_og_aflyses_i_kalenderen(verden: Verden) -> None:
    """The real files of one receiver: asked, moved, cancelled. One UID, SEQUENCE rising, the last a CANCEL."""
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede().id)

    def lav(**felter: object) -> Any:
        with kontekst.arbejder_som(v.sagsbehandler):
            pladser = {p.modtager: p for p in sagens_pladser(Sag.objects.get(id=sag.id), DAG)}
        i = v.goer(v.sagsbehandler, indkald, sag.id, uid=pladser["sagsbehandler"].uid, **felter)
        with kontekst.arbejder_som(v.sagsbehandler):
            return _laes(fil(Invitation.objects.get(id=i.id), v.kommune.navn))

    foerste = lav()
    ny_dag = {"moede_id": v.moede(date(2026, 6, 18)).id, "kl": time(10, 30), "grund": "Sygdom."}
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, **ny_dag)
    flyttet, aflyst = lav(), lav(aflys=True)
    filer = (foerste, flyttet, aflyst)
    assert len({k.vevent.uid.value for k in filer}) == 1
    assert [int(k.vevent.sequence.value) for k in filer] == [0, 1, 2]
    assert [k.method.value for k in filer] == ["REQUEST", "REQUEST", "CANCEL"]
    assert _utc(foerste.vevent.dtstart) == datetime(2026, 6, 11, 7, tzinfo=UTC)
    assert _utc(flyttet.vevent.dtstart) == datetime(2026, 6, 18, 8, 30, tzinfo=UTC)
    assert aflyst.vevent.status.value == "CANCELLED"
    assert sorted(str(k.vevent.dtstamp.value) for k in filer) == [str(k.vevent.dtstamp.value) for k in filer]
    assert all("Birthe" not in k.serialize() for k in filer)
