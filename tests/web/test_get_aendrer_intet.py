"""A GET changes nothing: every page is opened once, and PostgreSQL itself says which tables were written."""

from django.db import connection

from tests.web.scene import Scene, proevevis

# The access log grows at every look, and what one has opened is marked as read.
MAA = {"sager_adgangspost", "web_laest", "django_session"}
SKREVET = "SELECT relname FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0"


def _skrevne() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(SKREVET)
        return {"sager_adgangspost" if n.startswith("sager_adgangspost") else n for (n,) in cursor.fetchall()}


def test_ingen_side_skriver_andet_end_loggen(scene: Scene) -> None:
    galt, laest = {}, 0
    for side in {(s.rute.name, s.hvem.rolle): s for s in scene.sider}.values():
        with proevevis():
            svar = scene.klienter[side.hvem.rolle].get(side.adresse)
            skrevne = _skrevne()
        laest += "sager_adgangspost" in skrevne
        if svar.status_code < 400 and skrevne - MAA:
            galt[side.rute.name] = sorted(skrevne - MAA)
    assert laest > 30, "målingen ser det, der bliver skrevet"
    assert not galt, galt
