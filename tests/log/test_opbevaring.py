"""Months: made ahead, dropped when their time is over, and the log is still whole and says from where."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection

from rehabteam.sager.adgang import logdele, logopbevaring
from rehabteam.sager.adgang.byg import byg_vaegge
from rehabteam.sager.adgang.katalog import efterproev
from rehabteam.sager.adgang.logopbevaring import MaaIkkeFjernes, fjern, graense, udloebne
from tests.log.kaede import Log, ny_log, som_super
from tests.verden import Verden

GAMMEL = "sager_adgangspost_2024_01"


@pytest.fixture
def gammel(verden: Verden, tmp_path: object) -> Log:
    """Twelve rows of January 2024 and ten of today, all sealed; January first."""
    som_super(f"DROP TABLE IF EXISTS {GAMMEL}")
    loggen = ny_log(tmp_path, verden.sagsbehandler)  # type: ignore[arg-type]
    som_super(
        f"CREATE TABLE {GAMMEL} PARTITION OF sager_adgangspost "
        "FOR VALUES FROM ('2024-01-01 00:00+00') TO ('2024-02-01 00:00+00')"
    )
    som_super(f"ALTER TABLE {GAMMEL} OWNER TO rehabteam_test_eje")
    byg_vaegge()
    loggen.skriv(12)
    som_super("UPDATE sager_adgangspost SET transaktion = 0, tid = '2024-01-15' WHERE true")
    loggen.skriv(10)
    loggen.forsegl()
    return loggen


def _katalog() -> list[str]:
    with connection.cursor() as cursor:
        return efterproev(cursor)


def test_maaneder_laves_frem_og_er_lukkede(database: str) -> None:
    dele = [r[0] for r in som_super("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'sager_adgangspost'::regclass")]  # fmt: skip  # noqa: E501
    dag = datetime.now(UTC).date()
    for _ in range(logdele.FREM):
        assert logdele.navn(dag) in dele
        dag = logdele.naeste(logdele.maaned(dag))
    assert _katalog() == []


@pytest.mark.parametrize(
    "skade",
    [
        "ALTER TABLE {} NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE {} DISABLE ROW LEVEL SECURITY",
        "GRANT SELECT ON {} TO rehabteam_test_app_kommune",
        "GRANT INSERT (rute) ON {} TO rehabteam_test_app_kommune",
        "CREATE POLICY alle ON {} USING (true)",
        "ALTER TABLE {} DISABLE TRIGGER laast",
        "ALTER TABLE {} DISABLE TRIGGER laast_helt",
        "ALTER TABLE {} OWNER TO postgres",
        "ALTER TABLE sager_adgangspost DETACH PARTITION {}",
    ],
)
def test_katalogproeven_kender_hver_maaned(database: str, skade: str) -> None:
    del_ = logdele.navn(datetime.now(UTC).date())
    som_super(skade.format(del_))
    try:
        assert _katalog(), f"»{skade}« blev ikke opdaget"
    finally:
        som_super(f"DROP TABLE {del_}")
        byg_vaegge()
    assert _katalog() == []


def test_en_maaned_kan_fjernes_og_loggen_er_stadig_hel(gammel: Log) -> None:
    assert udloebne(date(2026, 11, 22), 24) == [GAMMEL]
    assert fjern(gammel.vidne, gammel.noegle, GAMMEL) == 12
    svar = gammel.proev()
    assert (svar.fund, svar.fjernede, svar.raekker) == ([], 12, 22)
    assert "2024-01 blev fjernet" in svar.bemaerkninger[0]
    gammel.skriv()
    assert gammel.forsegl() == 1 and gammel.fund() == []
    assert _katalog() == [] and udloebne(date(2026, 11, 22), 24) == []


def test_smidt_vaek_uden_om_vidnet_bliver_fundet(gammel: Log) -> None:
    som_super(f"DROP TABLE {GAMMEL}")
    assert len([f for f in gammel.fund() if "slettet" in f]) == 12


def test_flere_end_vidnet_siger_bliver_fundet(gammel: Log) -> None:
    """A row is moved in time to a month that was dropped, and deleted."""
    fjern(gammel.vidne, gammel.noegle, GAMMEL)
    som_super("DELETE FROM sager_adgangspost p USING sager_logsegl s WHERE s.post_id = p.id AND s.nr = 15")
    som_super("UPDATE sager_logsegl SET tid = '2024-01-20' WHERE nr = 15")
    fund = gammel.fund()
    assert any("seglet er ændret" in f for f in fund) and any("12 rækker fjernet, men 13" in f for f in fund)


@pytest.mark.parametrize(
    "skade",
    [
        "UPDATE sager_adgangspost SET borgere = '{}' WHERE tid < '2024-02-01'",
        "DELETE FROM sager_adgangspost WHERE tid < '2024-02-01'",
        "DELETE FROM sager_logsegl WHERE nr = 3",
    ],
)
def test_det_der_er_rettet_i_maa_ikke_fjernes(gammel: Log, skade: str) -> None:
    som_super(skade)
    with pytest.raises(MaaIkkeFjernes):
        fjern(gammel.vidne, gammel.noegle, GAMMEL)


def test_graensen() -> None:
    assert graense(date(2026, 11, 22), 24) == date(2024, 11, 1)
    assert graense(date(2026, 1, 31), 6) == date(2025, 7, 1)
    for forkert in (5, 61):
        with pytest.raises(ValueError, match="mellem 6 og 60"):
            graense(date(2026, 1, 1), forkert)
    assert logopbevaring.HOEJST == 60
