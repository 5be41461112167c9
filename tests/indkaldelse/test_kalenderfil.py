"""The calendar file read back by a reader that is not the one who wrote it."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rehabteam.sager.kalenderfil import Kalenderpost, Person, kalenderfil, ny_uid
from tests.indkaldelse import ical

ID = uuid.UUID(int=7)
POST = Kalenderpost(
    uid=ny_uid(ID, "team", ID),
    sekvens=0,
    aflyst=False,
    tid=datetime(2026, 5, 27, 8, tzinfo=UTC),
    dato=date(2026, 6, 11),
    fra=time(9),
    til=time(9, 30),
    sted="Lokale 2, Rådhuset; 1. sal",
    overskrift="Møde i rehabiliteringsteamet, sag 2026-00012",
    tekst="kl. 09.00 sag 2026-00012\nLog ind.",
    afsender=Person("Nordby Kommune", f"urn:uuid:{ID}"),
    modtager=Person("Åse Ødegård", f"urn:uuid:{ID}"),
)


def test_alt_kommer_uskadt_igennem() -> None:
    kalender = ical.laes(kalenderfil(POST))
    moede = kalender.en("VEVENT")
    assert kalender["METHOD"] == "REQUEST" and moede["STATUS"] == "CONFIRMED"
    assert moede["UID"] == f"{POST.uid}@rehabteam" and moede["SEQUENCE"] == "0"
    assert moede["DTSTAMP"] == "20260527T080000Z"
    assert ical.tidspunkt(kalender, "DTSTART") == datetime(2026, 6, 11, 7)
    assert ical.tidspunkt(kalender, "DTEND") == datetime(2026, 6, 11, 7, 30)
    assert moede.tekst("LOCATION") == POST.sted and moede.tekst("DESCRIPTION") == POST.tekst
    assert moede.tekst("SUMMARY") == POST.overskrift
    assert moede.egenskaber["ATTENDEE"].parametre["CN"] == "Åse Ødegård"
    assert moede["CLASS"] == "PRIVATE"


def test_en_aendring_og_en_aflysning_er_det_samme_moede() -> None:
    flyttet = ical.laes(kalenderfil(replace(POST, sekvens=1, dato=date(2026, 6, 18)))).en("VEVENT")
    kalender = ical.laes(kalenderfil(replace(POST, sekvens=2, aflyst=True)))
    aflyst = kalender.en("VEVENT")
    assert flyttet["UID"] == aflyst["UID"] == f"{POST.uid}@rehabteam"
    assert (flyttet["SEQUENCE"], aflyst["SEQUENCE"]) == ("1", "2")
    assert kalender["METHOD"] == "CANCEL" and aflyst["STATUS"] == "CANCELLED"


def test_samme_moede_og_modtager_giver_samme_uid() -> None:
    assert ny_uid(ID, "team", ID) == POST.uid
    assert (
        len({POST.uid, ny_uid(ID, "team", None), ny_uid(ID, "laege", None), ny_uid(uuid.uuid4(), "team", ID)})
        == 4
    )
    assert str(ID) not in POST.uid


@pytest.mark.parametrize(
    "dag", [date(2026, 3, 28), date(2026, 3, 30), date(2026, 10, 24), date(2026, 10, 26), date(2031, 1, 2)]
)
def test_uret_stilles_som_i_danmark(dag: date) -> None:
    kalender = ical.laes(kalenderfil(replace(POST, dato=dag)))
    ventet = datetime.combine(dag, POST.fra, ZoneInfo("Europe/Copenhagen")).astimezone(UTC)
    assert ical.tidspunkt(kalender, "DTSTART") == ventet.replace(tzinfo=None)


TEKST = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=120)


@settings(max_examples=40, deadline=None)
@given(
    sted=TEKST, navn=TEKST, dag=st.dates(date(2000, 1, 1), date(2090, 12, 31)), kl=st.times(time(5), time(20))
)
def test_hvad_som_helst_kan_laeses_igen(sted: str, navn: str, dag: date, kl: time) -> None:
    kl = kl.replace(second=0, microsecond=0)
    post = replace(
        POST, sted=sted, dato=dag, fra=kl, til=time(21), modtager=Person(navn, POST.modtager.adresse)
    )
    kalender = ical.laes(kalenderfil(post))
    assert kalender.en("VEVENT").tekst("LOCATION") == sted
    ventet = datetime.combine(dag, kl, ZoneInfo("Europe/Copenhagen")).astimezone(UTC)
    assert ical.tidspunkt(kalender, "DTSTART") == ventet.replace(tzinfo=None)
