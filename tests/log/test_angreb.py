"""Attacks on the log: by the site in each of its roles, and by the owner of the tables. All are refused.

What only a superuser can do, with the locks off, is not refused but found: tests/log/test_indgreb.py.
"""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, connections, transaction

from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.adgang.logdele import navn
from tests.verden import Verden

NU = navn(datetime.now(UTC).date())
SKRIV = (
    "INSERT INTO sager_adgangspost (anmodning, rolle, art, rute, udfald, borgere{mere}) "
    "VALUES (gen_random_uuid(), '', 'laes', 'sag.se', 200, '{{}}'{vaerdier})"
)
SOM_SIDEN = {
    "ret": "UPDATE sager_adgangspost SET borgere = '{}'",
    "slet": "DELETE FROM sager_adgangspost",
    "tøm": "TRUNCATE sager_adgangspost",
    "tøm måneden": f"TRUNCATE {NU}",
    "læs måneden uden om væggen": f"SELECT * FROM {NU}",
    "skriv i måneden uden om væggen": SKRIV.format(mere="", vaerdier="").replace("sager_adgangspost", NU),
    "dater tilbage": SKRIV.format(mere=", tid", vaerdier=", '2026-01-01'"),
    "vælg nummer": SKRIV.format(mere=", id", vaerdier=", 1"),
    "vælg transaktion": SKRIV.format(mere=", transaktion", vaerdier=", 1"),
    "uden navn": SKRIV.format(mere="", vaerdier=""),
    "flet": "MERGE INTO sager_adgangspost a USING (SELECT 1) x ON true WHEN MATCHED THEN DELETE",
    "ret ved sammenstød": SKRIV.format(mere="", vaerdier="")
    + " ON CONFLICT (id, tid) DO UPDATE SET udfald = 1",
    "kopiér ind": "COPY sager_adgangspost FROM PROGRAM 'true'",
    "slå låsen fra": "ALTER TABLE sager_adgangspost DISABLE TRIGGER ALL",
    "slå væggen fra": "ALTER TABLE sager_adgangspost DISABLE ROW LEVEL SECURITY",
    "tag måneden ud": f"ALTER TABLE sager_adgangspost DETACH PARTITION {NU}",
    "smid måneden væk": f"DROP TABLE {NU}",
    "flyt tælleren": "SELECT setval('sager_adgangspost_nr', 1)",
    "lås låsene op": "SET session_replication_role = replica",
    "bliv ejer": "SET ROLE rehabteam_test_eje",
    "et andet ur": "ALTER TABLE sager_adgangspost ALTER tid SET DEFAULT '2026-01-01'",
    "en regel": "CREATE RULE vaek AS ON INSERT TO sager_adgangspost DO INSTEAD NOTHING",
    "en trigger": "CREATE TRIGGER vaek BEFORE INSERT ON sager_adgangspost "
    "EXECUTE FUNCTION suppress_redundant_updates_trigger()",
}
SOM_EJER = {
    "ret": "UPDATE sager_adgangspost SET borgere = '{}'",
    "ret måneden": f"UPDATE {NU} SET borgere = '{{}}'",
    "slet": "DELETE FROM sager_adgangspost",
    "slet i måneden": f"DELETE FROM {NU}",
    "tøm": "TRUNCATE sager_adgangspost",
    "tøm måneden": f"TRUNCATE {NU}",
    "lås låsene op": "SET session_replication_role = replica",
}


@pytest.fixture
def post(verden: Verden) -> Verden:
    with kontekst.arbejder_som(verden.sagsbehandler):
        log.skriv(verden.sagsbehandler, log.Art.LAES, "sag.se", 200, uuid.uuid4())
    return verden


def _antal() -> list[tuple[object, ...]]:
    with connections["vedligehold"].cursor() as cursor:
        cursor.execute("SELECT count(*), md5(string_agg(p::text, '|' ORDER BY id)) FROM sager_adgangspost p")
        return list(cursor.fetchall())


@pytest.mark.parametrize("angreb", SOM_SIDEN)
@pytest.mark.parametrize("hvem", ["sagsbehandler", "sekretariat", "koordinator"])
def test_siden_kan_ikke(post: Verden, hvem: str, angreb: str) -> None:
    foer = _antal()
    with (
        pytest.raises(DatabaseError),
        kontekst.arbejder_som(getattr(post, hvem)),
        connection.cursor() as cursor,
    ):
        cursor.execute(SOM_SIDEN[angreb])
    assert _antal() == foer


@pytest.mark.parametrize("angreb", [*SOM_SIDEN, "læs det hele"])
def test_doeren_kan_ikke(post: Verden, angreb: str) -> None:
    foer = _antal()
    with pytest.raises(DatabaseError), transaction.atomic():
        kontekst.aabn_doeren()
        with connection.cursor() as cursor:
            cursor.execute((SOM_SIDEN | {"læs det hele": "SELECT * FROM sager_adgangspost"})[angreb])
    assert _antal() == foer


@pytest.mark.parametrize("angreb", SOM_EJER)
def test_ejeren_kan_ikke(post: Verden, angreb: str) -> None:
    """The maintenance role owns the tables and passes every policy; the locks hold for it too."""
    foer = _antal()
    with pytest.raises(DatabaseError), connections["vedligehold"].cursor() as cursor:
        cursor.execute(SOM_EJER[angreb])
    assert _antal() == foer


def test_doeren_skriver_kun_login_og_afvisninger(verden: Verden) -> None:
    """So that nobody's reading can be made up at the door, where the wall knows no person."""
    with pytest.raises(DatabaseError), transaction.atomic():
        kontekst.aabn_doeren()
        log.skriv(verden.naboen, log.Art.LAES, "sag.se", 200, uuid.uuid4())


def test_den_rette_vej_er_aaben(verden: Verden) -> None:
    """The positive control."""
    with kontekst.arbejder_som(verden.sagsbehandler):
        log.skriv(verden.sagsbehandler, log.Art.LAES, "sag.se", 200, uuid.uuid4())
    with transaction.atomic():
        kontekst.aabn_doeren()
        log.skriv(None, log.Art.LOGIN, "log_ind", 422, uuid.uuid4())
