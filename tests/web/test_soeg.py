"""Search and CPR: found by name, number or case; never in an address; every person shown is in the log."""

import pytest
from django.urls import reverse

from rehabteam.sager.models import Adgangspost, Borger, Forloeb
from tests.verden import Verden


def _borger(f: Forloeb) -> Borger:
    return Borger.objects.using("vedligehold").get(id=f.borger_id)


def test_findes_paa_navn_cpr_og_sagsnummer(verden: Verden) -> None:
    v = verden
    f = v.forloeb(navn="Ægir Østergård Sørensen")
    v.forloeb(navn="En Helt Anden")
    sag = v.gammel_sag(f)
    b = _borger(f)
    klient = v.klient(v.sagsbehandler)
    for q in ("østerg", "Sørensen Ægir", b.cpr, f" {b.cpr[:6]}-{b.cpr[6:]} ", sag.nummer):
        svar = klient.post("/soeg/", {"q": q})
        side = svar.content.decode()
        assert svar.status_code == 200
        assert "Ægir Østergård Sørensen" in side and "1 borger fundet" in side, q
        assert "En Helt Anden" not in side
        post = Adgangspost.objects.using("vedligehold").filter(art="soeg").latest("id")
        assert (post.rute, post.borgere, post.objekt) == ("borger.soeg", [b.id], None)
    assert f"{b.cpr[:6]}-••••" in side


@pytest.mark.parametrize("q", ["", "x"])
def test_for_lidt_at_soege_paa(verden: Verden, q: str) -> None:
    svar = verden.klient(verden.sagsbehandler).post("/soeg/", {"q": q})
    assert svar.status_code == 422 and "mindst to bogstaver" in svar.content.decode()


def test_jokertegn_og_anden_kommune_finder_intet(verden: Verden) -> None:
    v = verden
    f = v.forloeb(navn="Kun Vores")
    for hvem, q in (
        (v.sagsbehandler, "%%"),
        (v.sagsbehandler, "__"),
        (v.sagsbehandler, "nul\x00tegn"),
        (v.naboen, "Kun Vores"),
        (v.naboen, _borger(f).cpr),
    ):
        side = v.klient(hvem).post("/soeg/", {"q": q}).content.decode()
        assert "Ingen borger passer" in side, q


def test_soegning_er_post_og_for_kommunen(verden: Verden) -> None:
    v = verden
    assert v.klient(v.sagsbehandler).get("/soeg/", {"q": "hemmelig"}).status_code == 405
    assert v.klient(v.sekretariat).post("/soeg/", {"q": "hemmelig"}).status_code == 403


def test_vis_cpr_er_sin_egen_linje_i_loggen(verden: Verden) -> None:
    v = verden
    f = v.forloeb()
    b = _borger(f)
    url = reverse("web:vis_cpr", args=[b.id])
    klient = v.klient(v.sagsbehandler)
    assert klient.get(url).status_code == 405
    svar = klient.post(url, headers={"Referer": f"http://testserver/forloeb/{f.id}/?pr=2026-04-20"})
    side = svar.content.decode()
    assert f"{b.cpr[:6]}-{b.cpr[6:]}" in side and f'href="/forloeb/{f.id}/?pr=2026-04-20"' in side
    assert "no-store" in svar["Cache-Control"]
    post = Adgangspost.objects.using("vedligehold").filter(objekt=b.id).latest("id")
    assert (post.art, post.rute, post.borgere) == ("laes", "cpr.se", [b.id])
    lille = klient.post(url, headers={"HX-Request": "true"})
    assert lille.content.decode() == f"{b.cpr[:6]}-{b.cpr[6:]}"
    fremmed = klient.post(url, headers={"Referer": "https://ond.example/x"}).content.decode()
    assert "ond.example" not in fremmed


def test_naboen_og_regionen_uden_sagen_faar_404(verden: Verden) -> None:
    v = verden
    b = _borger(v.forloeb())
    for hvem in (v.naboen, v.sekretariat, v.koordinator):
        assert v.klient(hvem).post(reverse("web:vis_cpr", args=[b.id])).status_code == 404


def test_sekretariatet_ser_det_paa_en_sendt_sag(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    b = Borger.objects.using("vedligehold").get(id=sag.borger_id)
    svar = v.klient(v.sekretariat).post(reverse("web:vis_cpr", args=[b.id]))
    assert b.cpr[6:] in svar.content.decode()
