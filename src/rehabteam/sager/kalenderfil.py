"""A meeting as an iCalendar file (RFC 5545) that asks, changes and cancels (RFC 5546). Pure: values in, bytes out.

Nothing about a citizen goes in but the number of the case: a calendar is shown on walls, on phones and to colleagues.
"""

import uuid
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText, vUri

HER = ZoneInfo("Europe/Copenhagen")
ROD = uuid.UUID("6f0c6d0e-6f0b-5c53-9d2e-2a6a2c1d7b11")  # of this product's meetings; never changes
MIME = "text/calendar"
# The rule the clocks have followed since 1996, short and exact: what a library lists year by year ends some day.
TIDSZONE = """BEGIN:VTIMEZONE
TZID:Europe/Copenhagen
BEGIN:DAYLIGHT
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks, or is asked. `adresse`: a URI; where no mail address is known, `urn:uuid:` and the id of her row."""

    navn: str
    adresse: str


@dataclass(frozen=True, slots=True)
class Kalenderpost:
    """One receiver's entry about one meeting. `tid`: when it was made (with time zone); `fra`/`til`: local time.

    `sekvens`: 0 the first time, one higher at each change and at the cancellation.
    """

    uid: str
    sekvens: int
    aflyst: bool
    tid: datetime
    dato: date
    fra: time
    til: time
    sted: str
    overskrift: str
    tekst: str
    afsender: Person
    modtager: Person
    adresse: str = ""  # where the page of the meeting is


def ny_uid(om: uuid.UUID, modtager: str, medarbejder_id: uuid.UUID | None) -> str:
    """The same for the same meeting (or case) and receiver, each time; and it tells neither."""
    return uuid.uuid5(ROD, f"{om}|{modtager}|{medarbejder_id or ''}").hex


def kalenderfil(post: Kalenderpost) -> bytes:
    """The file of METHOD REQUEST or CANCEL, with the time zone's own rules in it."""
    kalender = Calendar()
    kalender.add("prodid", "-//Rehabteam//Indkaldelse//DA")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("method", "CANCEL" if post.aflyst else "REQUEST")
    kalender.add_component(Timezone.from_ical(TIDSZONE))
    begivenhed = Event()
    begivenhed.add("uid", f"{post.uid}@rehabteam")
    begivenhed.add("dtstamp", post.tid)
    begivenhed.add("sequence", post.sekvens)
    begivenhed.add("dtstart", datetime.combine(post.dato, post.fra, HER))
    begivenhed.add("dtend", datetime.combine(post.dato, post.til, HER))
    begivenhed.add("summary", post.overskrift)
    begivenhed.add("location", post.sted)
    begivenhed.add("description", post.tekst)
    begivenhed.add("status", "CANCELLED" if post.aflyst else "CONFIRMED")
    begivenhed.add("class", "PRIVATE")
    begivenhed.add("transp", "TRANSPARENT" if post.aflyst else "OPAQUE")
    begivenhed.add("organizer", _adresse(post.afsender))
    modtager = _adresse(post.modtager)
    modtager.params["ROLE"] = vText("REQ-PARTICIPANT")
    modtager.params["PARTSTAT"] = vText("NEEDS-ACTION")
    modtager.params["RSVP"] = vText("FALSE")
    begivenhed.add("attendee", modtager)
    if post.adresse:
        begivenhed.add("url", vUri(post.adresse))
    kalender.add_component(begivenhed)
    return bytes(kalender.to_ical())


def _adresse(person: Person) -> vCalAddress:
    adresse = vCalAddress(person.adresse)
    adresse.params["CN"] = vText(person.navn)
    return adresse
