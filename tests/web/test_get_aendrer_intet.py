"""A GET changes nothing: every page is opened, and PostgreSQL itself says which tables were written."""

from tests.web.scene import Scene

# The access log grows at every look, and what one has opened is marked as read.
MAA = {"sager_adgangspost", "web_laest", "django_session"}


def test_ingen_side_skriver_andet_end_loggen(scene: Scene) -> None:
    galt, laest = {}, 0
    for side in scene.sider:
        # The log is a table for each month.
        skrevne = {"sager_adgangspost" if n.startswith("sager_adgangspost") else n for n in side.svar.skrevne}
        laest += "sager_adgangspost" in skrevne
        if side.svar.status_code < 400 and skrevne - MAA:
            galt[side.rute.name] = sorted(skrevne - MAA)
    assert laest > 30, "målingen ser det, der bliver skrevet"
    assert not galt, galt
