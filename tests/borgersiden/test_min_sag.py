"""The citizen's own pages, as she and her bisidder meet them."""

import re
import uuid
from datetime import UTC, date, datetime, time

import pytest
from django.test import Client
from django.urls import reverse

from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.opret_moede import opret_moede
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.models import Adgangspost, Borger, Dokument, Fuldmagt, Haendelse, Moedesvar, Sag
from tests.borgersiden.borgere import (
    VED,
    bind,
    bisidderens_klient,
    borgerens_klient,
    klient,
    konto,
    som_borger,
)
from tests.verden import Verden

SIDER = ("min_sag", "mine_ord", "min_log", "mine_bisiddere")


def _borger(sag: Sag) -> Borger:
    return Borger.objects.using(VED).get(id=sag.borger_id)


def _fuldmagt(v: Verden, borger: Borger, dokumenter: bool) -> Fuldmagt:
    return v.goer(
        som_borger(borger), giv_fuldmagt, borger.id, navn="Bente", til=date(2026, 9, 1), dokumenter=dokumenter
    )


def _noegle(html: str) -> str:
    return html.split('name="noegle" value="')[1].split('"')[0]


def test_hun_ser_sin_sag_og_sit_moede(verden: Verden) -> None:
    sag = verden.sendt()
    html = borgerens_klient(_borger(sag)).get("/min-sag/").content.decode()
    for ord_ in (
        "Hej Birthe",
        "torsdag 11. juni 2026",
        "Jeg kommer",
        "Sanne Sagsbehandler",
        "Hvem har kigget",
    ):
        assert ord_ in html, ord_
    assert "uden at den hjælp, der er aftalt, er kommet i gang" in html
    assert "mandag 20. april 2026" in html, "fristen er reglens egen"


def test_intet_cpr_paa_siderne_og_ingen_staff_i_loggen(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    borger = _borger(sag)
    verden.klient(verden.koordinator).get(reverse("web:sag", args=[sag.id]))
    hun, beside = borgerens_klient(borger), bisidderens_klient(_fuldmagt(verden, borger, True))
    sider = [hun.get(reverse(f"web:{s}")) for s in SIDER] + [beside.get("/min-sag/")]
    for svar in sider:
        html = svar.content.decode()
        assert svar.status_code == 200 and svar["Cache-Control"] and "no-store" in svar["Cache-Control"]
        assert borger.cpr not in html and borger.cpr[6:] not in re.sub(r"[0-9a-f-]{36}", "", html)
    log = hun.get(reverse("web:min_log")).content.decode()
    assert "Sundhedskoordinator, Region Prøve" in log and "Karen Koordinator" not in log
    assert "Sanne Sagsbehandler" not in log


def test_hendes_egne_opslag_staar_i_loggen(verden: Verden) -> None:
    sag = verden.genoptaget()
    borger = _borger(sag)
    fuldmagt = _fuldmagt(verden, borger, False)
    borgerens_klient(borger).get("/min-sag/")
    bisidderens_klient(fuldmagt).get("/min-sag/")
    poster = Adgangspost.objects.using(VED).filter(rute="min_sag.se", borgere__contains=[borger.id])
    assert {(p.rolle, p.medarbejder_id, p.art, p.udfald) for p in poster} == {
        ("borger", borger.id, "laes", 200),
        ("bisidder", fuldmagt.id, "laes", 200),
    }


def test_loggen_er_hele_raaloggen(verden: Verden) -> None:
    """B7: what she sees is every row that names her, and only those."""
    sag = verden.hos_koordinator()
    borger, anden = _borger(sag), verden.genoptaget()
    for hvem in (verden.sagsbehandler, verden.sekretariat, verden.koordinator):
        verden.klient(hvem).get(reverse("web:sag", args=[sag.id]))
    verden.klient(verden.sagsbehandler).get(reverse("web:sag", args=[anden.id]))
    hun = borgerens_klient(borger)
    raa = Adgangspost.objects.using(VED).filter(borgere__contains=[borger.id]).count()
    html = hun.get(reverse("web:min_log") + "?alle").content.decode()
    assert raa >= 3 and html.count('<th scope="row">') == raa


def test_maskinens_arbejde_er_maskinens_og_fylder_en_linje(verden: Verden) -> None:
    """Thirty papers read by the machine must not push out who looked, nor look like thirty acts of her caseworker."""
    v, sag = verden, verden.genoptaget()
    borger = _borger(sag)
    with kontekst.arbejder_som(v.sagsbehandler):
        log.skriv(v.sagsbehandler, log.Art.LAES, "sag.se", 200, uuid.uuid4(), sag.id, [borger.id])
    with kontekst.arbejder_som(v.sagsbehandler):
        for _ in range(30):
            log.skriv(
                v.sagsbehandler, log.Art.SKRIV, "gennemgaa_dokument", 200, uuid.uuid4(), sag.id, [borger.id]
            )
    side = borgerens_klient(borger).get(reverse("web:min_log")).content.decode()
    assert "Systemet, Prøve Kommune" in side and "Se en sag" in side
    assert 15 <= sum(map(int, re.findall(r"(\d+) gange", side))) <= 30


def test_hun_svarer_paa_moedet_og_flyttes_det_gaelder_svaret_ikke(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    hun = borgerens_klient(_borger(sag))
    side = reverse("web:mit_moedesvar", args=[sag.id])
    html = hun.get("/min-sag/").content.decode()
    moede = str(Sag.objects.using(VED).get(id=sag.id).moede_id)
    felter = {"moede": moede, "svar": "kommer", "noegle": _noegle(html)}
    assert hun.post(side, felter).status_code == 302
    assert "Du har svaret, at du kommer" in hun.get("/min-sag/").content.decode()
    assert Moedesvar.objects.using(VED).get(sag=sag).svar == "kommer"
    post = Haendelse.objects.using(VED).get(sag=sag, handling="svar_paa_moede")
    assert post.aktoer_navn == "Borgeren selv"
    hos_kommunen = v.klient(v.sagsbehandler).get(reverse("web:sag", args=[sag.id])).content.decode()
    assert "Borgeren har svaret: kommer" in hos_kommunen
    assert reverse("web:bisiddere", args=[sag.forloeb_id]) in hos_kommunen
    nyt = v.goer(
        v.moedeleder,
        opret_moede,
        dato=date(2026, 6, 25),
        kl=time(9),
        sted=uuid.uuid4().hex[:8],
        moedeleder_id=v.moedeleder.medarbejder_id,
    )
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=nyt.id, grund="Lokalet er optaget.")
    html = hun.get("/min-sag/").content.decode()
    assert "Du har svaret" not in html
    gammelt = hun.post(side, felter | {"noegle": _noegle(html), "svar": "kan_ikke"})
    assert gammelt.status_code == 422 and "Mødet er flyttet" in gammelt.content.decode()


def test_hendes_egne_ord_naar_moederummet(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    hun = borgerens_klient(_borger(sag))
    html = hun.get(reverse("web:mine_ord")).content.decode()
    assert (
        hun.post(reverse("web:mine_ord"), {"tekst": "Jeg vil male.", "noegle": _noegle(html)}).status_code
        == 302
    )
    rum = v.klient(v.moedeleder).get(reverse("web:moederum", args=[sag.id])).content.decode()
    assert "Jeg vil male." in rum
    post = Haendelse.objects.using(VED).filter(handling="skriv_egne_ord").latest("tid")
    assert "male" not in post.tekst, "hændelsen siger ikke, hvad hun skrev"


def test_dokumenter_er_kun_dem_hun_selv_har_faaet(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    borger = _borger(sag)
    alle = list(Dokument.objects.using(VED).filter(sag__borger=borger))
    hendes = {
        d.id for d in alle if d.slags in {"indstilling", "indsatsplan", "afgoerelse"} and not d.fulgte_med_id
    }
    hun = borgerens_klient(borger)
    uden = bisidderens_klient(_fuldmagt(v, borger, False))
    for d in alle:
        adresse = reverse("web:mit_papir", args=[d.id])
        assert hun.get(adresse).status_code == (200 if d.id in hendes else 404), d.slags
        assert uden.get(adresse).status_code == 404
    med = bisidderens_klient(
        v.goer(som_borger(borger), giv_fuldmagt, borger.id, navn="Med", til=date(2026, 9, 1), dokumenter=True)
    )
    assert med.get(reverse("web:mit_papir", args=[next(iter(hendes))])).status_code == 200
    trukket = next(d for d in alle if d.slags == "afgoerelse" and d.id in hendes)
    Dokument.objects.using(VED).filter(id=trukket.id).update(
        trukket_tilbage_tid=datetime.now(UTC), trukket_tilbage_grund="Forkert sag"
    )
    assert hun.get(reverse("web:mit_papir", args=[trukket.id])).status_code == 404


def _uden_id(svar: object) -> bytes:
    html = re.sub(rb'(csrfmiddlewaretoken|noegle)" value="[^"]*"', b"", svar.content)  # type: ignore[attr-defined]
    return re.sub(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", b"ID", html)


def test_en_andens_og_det_der_ikke_findes_ser_ens_ud(verden: Verden) -> None:
    """Another citizen's, another kommune's, a withheld one and one that never was: the same 404, byte for byte."""
    v = verden
    sag, anden = v.sendt(), v.sendt()
    hun = borgerens_klient(_borger(sag))
    andens = Dokument.objects.using(VED).filter(sag=anden, slags="indstilling").first()
    fuldmagt = _fuldmagt(v, _borger(anden), True)
    assert andens
    for navn, fremmed, metode in (
        ("mit_papir", andens.id, hun.get),
        ("mit_moedesvar", anden.id, hun.post),
        ("min_bisidder_tilbage", fuldmagt.id, hun.post),
    ):
        felter = {"noegle": str(uuid.uuid4()), "moede": str(anden.moede_id or uuid.uuid4()), "svar": "kommer"}
        svar = [metode(reverse(f"web:{navn}", args=[id_]), felter) for id_ in (fremmed, uuid.uuid4())]
        assert [s.status_code for s in svar] == [404, 404], navn
        assert _uden_id(svar[0]) == _uden_id(svar[1])


def test_hun_kan_ikke_se_husets_sider(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    hun, beside = borgerens_klient(_borger(sag)), bisidderens_klient(_fuldmagt(v, _borger(sag), True))
    for navn, args in (
        ("mit_arbejde", []),
        ("sag", [sag.id]),
        ("forloeb", [sag.forloeb_id]),
        ("bisiddere", [sag.forloeb_id]),
        ("sag_dokumenter", [sag.id]),
        ("borgerlog", [sag.forloeb_id]),
    ):
        for klient_ in (hun, beside):
            assert klient_.get(reverse(f"web:{navn}", args=args)).status_code == 403, navn
    for navn in ("min_log", "mine_bisiddere", "mine_ord"):
        assert beside.get(reverse(f"web:{navn}")).status_code == 403, navn


def test_kendt_i_to_kommuner_vaelger_hun(verden: Verden) -> None:
    v = verden
    her = Borger.objects.using(VED).get(id=v.forloeb().borger_id)
    der = Borger.objects.using(VED).get(id=v.forloeb(hvem=v.naboen).borger_id)
    k = konto()
    bind(k, her)
    bind(k, der)
    hun: Client = klient(k)
    html = hun.get("/min-sag/").content.decode()
    assert "Min egen sag i Nabo Kommune" in html and "Min egen sag i Prøve Kommune" in html
    for kommune in ("Prøve Kommune", "Nabo Kommune"):
        html = hun.get("/min-sag/").content.decode()
        valg = re.search(rf'name="sag" value="([^"]+)">Min egen sag i {kommune}', html)
        assert valg
        hun.post(reverse("web:min_sag_skift"), {"sag": valg[1]})
        assert f'<p class="top__organisation">{kommune}</p>' in hun.get("/min-sag/").content.decode()
    fremmed = konto()
    bind(fremmed, Borger.objects.using(VED).get(id=v.forloeb().borger_id))
    hun.post(reverse("web:min_sag_skift"), {"sag": str(uuid.uuid4())})
    assert hun.get("/min-sag/").status_code == 200


@pytest.mark.parametrize("dag", [date(2025, 11, 1), date(2026, 4, 20), date(2026, 4, 21)])
def test_de_seks_maaneder_siges_paa_hver_side_af_fristen(verden: Verden, settings: object, dag: date) -> None:
    borger = Borger.objects.using(VED).get(id=verden.forloeb().borger_id)
    settings.DEMODAG = dag  # type: ignore[attr-defined]
    html = borgerens_klient(borger).get("/min-sag/").content.decode()
    assert ("De seks måneder er gået" in html) == (dag > date(2026, 4, 20))


def test_svaret_siger_hvilken_udgave_det_er_givet_efter(verden: Verden) -> None:
    borger = Borger.objects.using(VED).get(id=verden.forloeb().borger_id)
    assert 'class="regellinje"' in borgerens_klient(borger).get("/min-sag/").content.decode()
