"""The state of the machine, for those who keep it running: no row about a person is read."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from ..adgang import katalog, logdele

# From when on somebody must see to it that the log is sealed (docs/log.md).
LAENGST_UFORSEGLET = timedelta(minutes=2)
FAERRE_MAANEDER = 2  # months ahead; fewer, and the log stops soon


@dataclass(frozen=True, slots=True)
class Log:
    """`seglet`: the last signed line's number and time. `aeldste`: when the oldest unsealed line was written."""

    nr: int | None
    seglet: datetime | None
    uforseglede: int
    aeldste: datetime | None

    def for_gammel(self, nu: datetime) -> bool:
        return self.aeldste is not None and nu - self.aeldste > LAENGST_UFORSEGLET


@dataclass(frozen=True, slots=True)
class Maaneder:
    """The log's monthly tables: `frem` is how many lie after this month."""

    foerste: str
    sidste: str
    frem: int


@dataclass(frozen=True, slots=True)
class Migrationer:
    """`mangler`: what the program knows and the database has not had."""

    seneste: str
    dag: datetime | None
    mangler: tuple[str, ...]


def vaegge() -> list[str]:
    """The catalogue check, as at the start of the site: faults in Danish, [] where all stands."""
    with connection.cursor() as cursor:
        return katalog.efterproev(cursor)


def log() -> Log:
    with connection.cursor() as cursor:
        cursor.execute("SELECT linje FROM sager_logstand ORDER BY nr DESC LIMIT 1")
        sidste = cursor.fetchone()
        felter = json.loads(sidste[0]) if sidste else {}
        cursor.execute(
            "SELECT count(*), min(p.tid) FROM sager_adgangspost p WHERE (p.transaktion, p.id) > (%s, %s) "
            "AND NOT EXISTS (SELECT FROM sager_logsegl s WHERE s.post_id = p.id)",
            [felter.get("horisont", -1), felter.get("efter", 0)],
        )
        antal, aeldste = cursor.fetchone()
    seglet = datetime.fromisoformat(felter["tid"]) if felter else None
    return Log(felter.get("nr"), seglet, antal, aeldste)


def maaneder(nu: datetime) -> Maaneder:
    with connection.cursor() as cursor:
        dele = logdele.dele(cursor)
    denne = logdele.navn(nu.date())
    aar_maaned = [d.removeprefix(f"{logdele.LOG}_").replace("_", "-") for d in dele]
    if not dele:
        return Maaneder("", "", 0)
    return Maaneder(aar_maaned[0], aar_maaned[-1], sum(d > denne for d in dele))


def migrationer() -> Migrationer:
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name, applied FROM django_migrations ORDER BY applied, id")
        haft = [(str(app), str(navn), tid) for app, navn, tid in cursor.fetchall()]
    kendte = MigrationLoader(None).disk_migrations
    assert kendte is not None
    mangler = sorted(kendte.keys() - {(app, navn) for app, navn, _ in haft})
    seneste = haft[-1] if haft else ("", "", None)
    return Migrationer(
        f"{seneste[0]}.{seneste[1]}", seneste[2], tuple(f"{app}.{navn}" for app, navn in mangler)
    )
