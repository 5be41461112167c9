"""A strict reader of RFC 5545 of our own, made for the tests: it shares nothing with the library that writes the files."""

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta

NAVN = re.compile(r"[A-Za-z0-9-]+")
# RFC 5545 § 3.6.1 and RFC 5546 § 3.2: what must be there once, and what may be.
KRAEVET = {
    "VCALENDAR": {"PRODID", "VERSION", "METHOD"},
    "VEVENT": {
        *("UID", "DTSTAMP", "DTSTART", "ORGANIZER", "SEQUENCE", "ATTENDEE", "SUMMARY", "STATUS"),
    },
    "VTIMEZONE": {"TZID"},
    "STANDARD": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
    "DAYLIGHT": {"DTSTART", "TZOFFSETFROM", "TZOFFSETTO"},
}
ESCAPET = {"\\": "\\", ",": ",", ";": ";", "n": "\n", "N": "\n"}


@dataclass
class Egenskab:
    vaerdi: str
    parametre: dict[str, str] = field(default_factory=dict)


@dataclass
class Komponent:
    navn: str
    egenskaber: dict[str, Egenskab] = field(default_factory=dict)
    boern: "list[Komponent]" = field(default_factory=list)

    def __getitem__(self, navn: str) -> str:
        return self.egenskaber[navn].vaerdi

    def tekst(self, navn: str) -> str:
        """The value of a TEXT property, unescaped. ValueError at an escape that is none."""
        ude, tegn = [], iter(self[navn])
        for t in tegn:
            if t == "\\":
                ude.append(ESCAPET[next(tegn)])
            elif t in ",;\n":
                raise ValueError(f"{navn} har et bart {t!r}")
            else:
                ude.append(t)
        return "".join(ude)

    def en(self, navn: str) -> "Komponent":
        (fundet,) = [b for b in self.boern if b.navn == navn]
        return fundet


def laes(data: bytes) -> Komponent:
    """The one VCALENDAR. ValueError at anything the RFC forbids that this reader knows of."""
    if not data.endswith(b"\r\n") or b"\n" in data.replace(b"\r\n", b""):
        raise ValueError("en linje slutter ikke med CRLF")
    linjer = data.split(b"\r\n")[:-1]
    if lange := [linje for linje in linjer if len(linje) > 75]:
        raise ValueError(f"over 75 bytes: {lange[0]!r}")
    udfoldet: list[bytes] = []
    for linje in linjer:
        if linje[:1] in (b" ", b"\t"):
            udfoldet[-1] += linje[1:]
        else:
            udfoldet.append(linje)
    rod = Komponent("")
    stak = [rod]
    for raa in udfoldet:
        navn, egenskab = _egenskab(raa.decode("utf-8"))
        if navn == "BEGIN":
            ny = Komponent(egenskab.vaerdi)
            stak[-1].boern.append(ny)
            stak.append(ny)
        elif navn == "END":
            faerdig = stak.pop()
            if faerdig.navn != egenskab.vaerdi:
                raise ValueError(f"END:{egenskab.vaerdi} lukker {faerdig.navn}")
            if mangler := KRAEVET.get(faerdig.navn, set()) - faerdig.egenskaber.keys():
                raise ValueError(f"{faerdig.navn} mangler {mangler}")
        elif navn in stak[-1].egenskaber:
            raise ValueError(f"{navn} står to gange")
        else:
            stak[-1].egenskaber[navn] = egenskab
    if len(stak) != 1:
        raise ValueError("en komponent er ikke lukket")
    (kalender,) = rod.boern
    if kalender.navn != "VCALENDAR" or kalender["VERSION"] != "2.0":
        raise ValueError("ikke en iCalendar-fil")
    return kalender


def _egenskab(linje: str) -> tuple[str, Egenskab]:
    """A content line: name, parameters, value; a quoted parameter may hold any of the separators."""
    if not (m := NAVN.match(linje)):
        raise ValueError(f"ingen egenskab: {linje!r}")
    navn, rest = m[0].upper(), linje[m.end() :]
    parametre: dict[str, str] = {}
    while rest.startswith(";"):
        m = re.match(r';([A-Za-z0-9-]+)=("[^"\x00-\x08]*"|[^";:,\x00-\x08]*)', rest)
        if not m:
            raise ValueError(f"uforståelig parameter: {linje!r}")
        parametre[m[1].upper()] = m[2].strip('"')
        rest = rest[m.end() :]
    if not rest.startswith(":"):
        raise ValueError(f"intet kolon: {linje!r}")
    return navn, Egenskab(rest[1:], parametre)


def tidspunkt(kalender: Komponent, navn: str) -> datetime:
    """DTSTART or DTEND in UTC (without zone), by the rules of the file's own VTIMEZONE and no other."""
    egenskab = kalender.en("VEVENT").egenskaber[navn]
    lokal = datetime.strptime(egenskab.vaerdi, "%Y%m%dT%H%M%S")
    zone = kalender.en("VTIMEZONE")
    if egenskab.parametre["TZID"] != zone["TZID"]:
        raise ValueError("tidszonen står ikke i filen")
    skift = [(_skift(del_, lokal.year), del_) for del_ in zone.boern]
    foer = [(naar, del_) for naar, del_ in skift if naar <= lokal]
    gaelder = max(foer, key=lambda par: par[0])[1] if foer else max(skift, key=lambda par: par[0])[1]
    fortegn, timer, minutter = re.fullmatch(r"([+-])(\d\d)(\d\d)", gaelder["TZOFFSETTO"]).groups()  # type: ignore[union-attr]
    forskel = timedelta(hours=int(timer), minutes=int(minutter))
    return lokal - (forskel if fortegn == "+" else -forskel)


def _skift(del_: Komponent, aar: int) -> datetime:
    """When a year's change comes: the last Sunday of the rule's month, at the hour of its first."""
    regel = dict(led.split("=") for led in del_["RRULE"].split(";"))
    if (regel["FREQ"], regel["BYDAY"]) != ("YEARLY", "-1SU"):
        raise ValueError("en anden regel end den, der er kendt her")
    maaned, klokken = int(regel["BYMONTH"]), datetime.strptime(del_["DTSTART"], "%Y%m%dT%H%M%S")
    dag = datetime(aar, maaned, 31, klokken.hour, klokken.minute)
    return dag - timedelta(days=(dag.weekday() - 6) % 7)
