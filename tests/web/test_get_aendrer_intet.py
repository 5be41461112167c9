"""A GET changes nothing: every page is opened once, and PostgreSQL itself says which tables were written."""

from django.db import connection

from tests.web.proevevis import proevevis
from tests.web.scene import Scene

# The access log grows at every look, and what one has opened is marked as read.
MAA = {"sager_adgangspost", "web_laest", "django_session"}
TAL = "SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables"


def _tal() -> dict[str, int]:
    """Rows written per table; what an earlier transaction wrote may still be counted in."""
    with connection.cursor() as cursor:
        cursor.execute(TAL)
        return dict(cursor.fetchall())


def _skrevne(foer: dict[str, int]) -> set[str]:
    nye = {navn for navn, antal in _tal().items() if antal > foer.get(navn, 0)}
    return {"sager_adgangspost" if n.startswith("sager_adgangspost") else n for n in nye}


def test_ingen_side_skriver_andet_end_loggen(scene: Scene) -> None:
    galt, laest = {}, 0
    for side in {(s.rute.name, s.hvem.rolle): s for s in scene.sider}.values():
        with proevevis():
            foer = _tal()
            svar = scene.klienter[side.hvem.rolle].get(side.adresse)
            skrevne = _skrevne(foer)
        laest += "sager_adgangspost" in skrevne
        if svar.status_code < 400 and skrevne - MAA:
            galt[side.rute.name] = sorted(skrevne - MAA)
    assert laest > 30, "målingen ser det, der bliver skrevet"
    assert not galt, galt
