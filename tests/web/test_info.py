"""Help, rules, data, accessibility, and the pages for when something is wrong."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse

from rehabteam.web import fejlsider, haandbog, laesninger
from tests.forloeb.haandbogen import HAANDBOG
from tests.verden import Verden

AABNE = ("hjaelp", "regler", "oplysninger", "was", "byggesten", "log_ind")


@pytest.mark.parametrize("navn", AABNE)
def test_kan_laeses_uden_login_og_med(verden: Verden, navn: str) -> None:
    assert Client().get(reverse(f"web:{navn}")).status_code == 200
    if navn != "log_ind":
        for hvem in (verden.sagsbehandler, verden.koordinator):
            assert verden.klient(hvem).get(reverse(f"web:{navn}")).status_code == 200


def test_hver_side_i_haandbogen_kan_laeses_og_links_holder(verden: Verden) -> None:
    klient = Client()
    sider = haandbog.sider()
    assert len(sider) >= 8
    links: set[str] = set()
    for navn, titel in sider:
        svar = klient.get(reverse("web:hjaelp_side", args=[navn]))
        side = svar.content.decode()
        assert svar.status_code == 200 and f"<h1>{titel}</h1>" in side
        links |= set(re.findall(r'href="(/hjaelp/[^"#]*)', side))
        assert '.md"' not in side
    assert not [link for link in links if klient.get(link).status_code != 200]
    assert klient.get("/hjaelp/findes-ikke/").status_code == 404


def test_html_i_haandbogen_er_tekst(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "ond.md").write_text("# Ond\n\n<script>x</script> [link](javascript:alert(1)) ![b](/b.png)\n")
    monkeypatch.setattr(haandbog, "mappe", lambda: tmp_path)
    titel, indhold = haandbog.side("ond") or ("", "")
    assert titel == "Ond"
    assert "<script>" not in indhold and 'href="javascript' not in indhold and "<img" not in indhold
    assert haandbog.side("../ond") is None


def test_alle_laesninger_er_med(verden: Verden) -> None:
    valg = laesninger.alle()
    assert [v.tvivl.nr for v in valg] == [f"T{n}" for n in range(1, 30)]
    assert all(v.hvorfor for v in valg)
    side = Client().get(reverse("web:regler")).content.decode()
    assert "https://www.retsinformation.dk/eli/lta/2021/2408" in side


def test_byggesten_kun_i_demoen(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DEMO", False)
    assert Client().get(reverse("web:byggesten")).status_code == 404


@pytest.mark.parametrize(
    ("side", "status"),
    [
        (fejlsider.daarlig_anmodning, 400),
        (fejlsider.ingen_adgang, 403),
        (fejlsider.csrf_fejl, 403),
        (fejlsider.findes_ikke, 404),
        (fejlsider.sendt_foer, 409),
        (fejlsider.fejl, 500),
        (fejlsider.midlertidig_fejl, 503),
    ],
)
def test_fejlsiden_kan_tegnes_uden_login_og_database(side, status: int) -> None:  # type: ignore[no-untyped-def]
    svar = side(RequestFactory().get("/"))
    tekst = svar.content.decode()
    assert svar.status_code == status
    assert "<h1>" in tekst and "Gå til forsiden" in tekst


def test_en_side_der_ikke_findes(verden: Verden) -> None:
    svar = verden.klient(verden.sagsbehandler).get("/findes/ikke/")
    assert svar.status_code == 404 and "Siden findes ikke" in svar.content.decode()


def test_et_billede_i_haandbogen_er_vores_eget_eller_sine_ord(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "side.md").write_text(
        "# Side\n\n![En *sag*](../billeder/sag.png)\n\n![Udefra](https://example.org/x.png) ![Væk](../billeder/v.png)\n"
    )
    monkeypatch.setattr(haandbog, "mappe", lambda: tmp_path)
    assert "<img" not in str(haandbog.side("side")), "der er ingen billeder ved siden af"
    monkeypatch.undo()
    vist = str((haandbog.side("mit-arbejde") or ("", ""))[1])
    assert re.search(r'<img src="/static/haandbog/[^"]+" alt="[^"]+" width="\d+"', vist)


def test_haandbogens_billeder_er_dem_der_tages() -> None:
    """Every picture that is linked is taken anew by `make billeder`, and every one that is taken is linked."""
    rod = haandbog.mappe().parent
    sider = [*haandbog.mappe().glob("*.md"), rod.parent / "README.md"]
    brugt = {n for s in sider for n in re.findall(r"billeder/([a-z0-9-]+)\.png", s.read_text("utf-8"))}
    assert brugt == {f.stem for f in (rod / "billeder").glob("*.png")} == set(HAANDBOG.values())
