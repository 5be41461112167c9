"""The reader: each page in its place, its picture behind the wall, the search over them, what is read and not."""

import json
import re
import uuid
from html import unescape
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse

from rehabteam.dokumenter.omdan import OmdanFejl, OmdanNede, sidebilleder
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.log import soegeord
from rehabteam.sager.models import Adgangspost, Gennemgang, Sag
from tests.verden import Verden
from tests.web.laesersag import pdf
from tests.web.laeserverden import laeg, sag_med_to
from tests.web.sagshjaelp import adresse, tekst


def _soeg(v: Verden, sag: Sag, q: str, **mere: str) -> HttpResponse:
    return v.klient(v.sagsbehandler).post(adresse("laeser_soeg", sag), {"q": q}, **mere)


def _her(html: str, nr: int) -> str:
    """One page of the reading."""
    return html[html.index(f'id="s{nr}"') :].split("</figure>")[0]


def test_hver_side_staar_paa_sin_plads(verden: Verden) -> None:
    v = verden
    sag, notat, plan = sag_med_to(v)
    html = v.klient(v.sagsbehandler).get(adresse("alle_dokumenter", sag)).content.decode()
    assert [f'id="s{nr}"' in html for nr in range(1, 7)] == [True] * 5 + [False]
    foerste = 1 if html.index(str(notat.id)) < html.index(str(plan.id)) else 4
    side = _her(html, foerste + 1)
    assert "Bilag" in side and "side 2 af 2" in side and f"side {foerste + 1} af 5" in side
    assert adresse("sidebillede", sag, notat.id, 2) in side and 'loading="lazy"' in side
    assert 'width="1100" height="1557"' in side and adresse("sidetekst", sag, notat.id, 2) in side
    assert "0 af 2 dokumenter er klar" in unescape(html)
    # Each paper alone, in its own file, from the list.
    assert html.count(f'href="{adresse("dokument", sag, plan.id)}"') == 2


def test_uden_javascript_hentes_kun_de_sider_man_er_ved(verden: Verden) -> None:
    v = verden
    sag, _, plan = sag_med_to(v)
    stor = laeg(v, sag, "Stor", pdf("Stor", 30), 30)
    klient, url = v.klient(v.sagsbehandler), adresse("alle_dokumenter", sag)

    def billeder(svar: HttpResponse) -> list[tuple[str, int]]:
        fundet = re.findall(
            r'<img src="[^"]*/dokumenter/([0-9a-f-]+)/side/([0-9]+)/" width', svar.content.decode()
        )
        return [(d, int(nr)) for d, nr in fundet]

    foerst = klient.get(url)
    assert len(billeder(foerst)) == 12 and foerst.content.decode().count("data-billede=") == 35 - 12
    midt = klient.get(f"{url}?dokument={stor.id}&side=20")
    assert billeder(midt) == [(str(stor.id), nr) for nr in range(19, 31)]
    # The next page is a link to itself, with its picture in it.
    ved = f"dokument={stor.id}&amp;side=18#s"
    assert ved in midt.content.decode()
    assert (str(stor.id), 18) in billeder(klient.get(f"{url}?dokument={stor.id}&side=18"))
    # After a search: the pages with a hit, and the one that is open.
    ramt = _soeg(v, sag, "smerte")
    assert 1 <= len(billeder(ramt)) <= 2 and plan.titel in tekst(ramt)


def test_en_side_kan_vaelges_uden_javascript(verden: Verden) -> None:
    v = verden
    sag, _, plan = sag_med_to(v)
    klient, url = v.klient(v.sagsbehandler), adresse("alle_dokumenter", sag)
    til = klient.get(f"{url}?s=5")
    assert til.status_code == 302 and til.url.endswith("#s5")
    html = klient.get(f"{url}?dokument={plan.id}&side=3").content.decode()
    assert html.count('id="visning"') == 1 and 'data-start="' in html
    for skaevt in (
        "?s=999999",
        "?s=x",
        "?s=-1",
        f"?dokument={plan.id}&side=²",
        f"?dokument={plan.id}&side=77",
    ):
        assert klient.get(url + skaevt).status_code in (200, 302), skaevt


def test_soegning_finder_stamme_og_ende_og_siger_hvor(verden: Verden) -> None:
    v = verden
    sag, *_ = sag_med_to(v)
    for q in ("smerte", "team", "TEAMET", "habilitering", "Smerterne"):
        svar = _soeg(v, sag, q)
        assert "1 sted i 1 dokument" in tekst(svar), q
        assert svar.content.decode().count('class="fund"') == 1, q
    svar = _soeg(v, sag, "smerterne pauser")
    assert "Ingen steder." in tekst(svar)  # both words, but on two pages
    assert "3 sider er endnu ikke gjort søgbare" not in tekst(
        svar
    )  # nobody has finished reading either of them
    assert "5 sider er endnu ikke gjort søgbare" in tekst(svar) and "er tomme" not in tekst(svar)
    # What is read and holds no word is not waited for: she must look herself.
    plan = Gennemgang.objects.using("vedligehold").filter(dokument__sag=sag).first()
    assert plan is not None
    plan.tilstand, plan.sider_uden_tekst = Gennemgang.Tilstand.FAERDIG, 2
    plan.save(using="vedligehold")
    svar, resten = _soeg(v, sag, "smerterne pauser"), 5 - plan.dokument.sider
    assert "På 2 sider er der ikke fundet nogen tekst" in tekst(svar)
    assert f"{resten} side" in tekst(svar) and "5 sider er endnu ikke" not in tekst(svar)
    del_ = _soeg(v, sag, "smerte", headers={"X-Rehabteam-Del": "1"}).content.decode()
    assert (
        "<html" not in del_
        and 'data-paa="' in del_
        and '<rect class="fund__flade" x="60.0" y="110.0"' in del_
    )
    assert v.klient(v.naboen).post(adresse("laeser_soeg", sag), {"q": "smerte"}).status_code == 404


def test_soegte_ord_staar_ingen_steder_og_et_cpr_nummer_er_ingen_vej(verden: Verden) -> None:
    v = verden
    sag, *_ = sag_med_to(v)
    assert "Skriv mindst to bogstaver" in tekst(_soeg(v, sag, "010203-7762"))
    fundet = tekst(_soeg(v, sag, "rehabiliteringsteamet"))
    assert "010203-7762" not in fundet.split("Noter")[0].split("Søg i alle sider")[1]
    poster = Adgangspost.objects.using("vedligehold").filter(objekt=sag.id, art="soeg")
    assert soegeord("rehabiliteringsteamet") in {p.soegning for p in poster}
    assert "rehabiliteringsteamet" not in json.dumps([str(p.__dict__) for p in poster])


def test_laest_naar_siden_har_staaet_stille(verden: Verden) -> None:
    v = verden
    sag, notat, plan = sag_med_to(v)
    klient = v.klient(v.sagsbehandler)
    url = adresse("alle_dokumenter", sag)
    assert "Ulæste 2" in tekst(klient.get(url))
    assert klient.post(adresse("dokument_laest", sag, notat.id)).status_code == 204
    assert "Ulæste 1" in tekst(klient.get(url)) and "Ulæste 2" in tekst(v.klient(v.leder).get(url))
    assert "pauser" in tekst(klient.get(adresse("sidetekst", sag, notat.id, 2))).lower()
    assert "endnu ikke gjort søgbar" in tekst(klient.get(adresse("sidetekst", sag, plan.id, 1)))
    assert "Ulæste 0" in tekst(klient.get(url))  # its text was opened


def _kan_tegne() -> bool:
    try:
        return 1 in sidebilleder(pdf("x", 1), "application/pdf", [1], 160)
    except (OmdanNede, OmdanFejl):
        return False


@pytest.mark.langsom
def test_billedet_er_bag_vaeggen_og_gemmes_ikke_af_browseren(verden: Verden) -> None:
    if not _kan_tegne():
        pytest.skip("der er ingen mur til at tegne sider bag på denne maskine")
    v = verden
    sag, notat, _ = sag_med_to(v)
    klient, url = v.klient(v.sagsbehandler), adresse("sidebillede", sag, notat.id, 1)
    svar = klient.get(url)
    assert svar.status_code == 200 and svar.content[8:12] == b"WEBP" and svar["Content-Type"] == "image/webp"
    assert "no-store" in svar["Cache-Control"] and "private" in svar["Cache-Control"]
    gemt = Path(settings.DATA) / "sidebilleder" / notat.sha256
    assert sorted(p.name for p in gemt.glob("*.webp")) == ["1-1100.webp", "2-1100.webp"]
    assert gemt.stat().st_mode & 0o077 == 0 and all(
        p.stat().st_mode & 0o077 == 0 for p in gemt.glob("*.webp")
    )
    assert klient.get(f"{url}?b=160").content != svar.content
    assert klient.get(adresse("sidebillede", sag, notat.id, 3)).status_code == 404
    assert klient.get(adresse("sidebillede", sag, uuid.uuid4(), 1)).status_code == 404
    for hvem in (v.naboen, v.sekretariat, v.koordinator):
        assert v.klient(hvem).get(url).status_code == 404, hvem.rolle
    v.goer(v.sagsbehandler, traek_dokument_tilbage, sag.id, notat.id, grund="Forkert borger")
    assert klient.get(url).status_code == 410
    assert klient.get(adresse("sidetekst", sag, notat.id, 1)).status_code == 410


def test_det_lille_billede_i_indholdet_er_sidens_eget(verden: Verden) -> None:
    """There is one: the page picture in the width of lists, of a document that is read."""
    v = verden
    sag, notat, _ = sag_med_to(v)
    klient, url = v.klient(v.sagsbehandler), adresse("sidebillede", sag, notat.id, 1)
    assert "?b=160" not in klient.get(adresse("alle_dokumenter", sag)).content.decode()
    mappe, lille = Path(settings.DATA) / "sidebilleder" / notat.sha256, b"RIFF....WEBP" + uuid.uuid4().bytes
    mappe.mkdir(parents=True)
    (mappe / "1-160.webp").write_bytes(lille)
    with kontekst.arbejder_som(v.sagsbehandler):
        Gennemgang.objects.filter(dokument=notat).update(tilstand="faerdig")
    side = klient.get(adresse("alle_dokumenter", sag)).content.decode()
    assert side.count("?b=160") == 1 and f"{url}?b=160" in side
    svar = klient.get(f"{url}?b=160")
    assert svar.content == lille and "no-store" in svar["Cache-Control"]
    assert v.klient(v.naboen).get(f"{url}?b=160").status_code == 404


@pytest.mark.langsom
def test_det_der_ikke_kan_tegnes_beholder_sin_plads(verden: Verden) -> None:
    if not _kan_tegne():
        pytest.skip("der er ingen mur til at tegne sider bag på denne maskine")
    v = verden
    sag, *_ = sag_med_to(v)
    oedelagt = laeg(v, sag, "Ødelagt", b"%PDF-1.7 og intet mere " + uuid.uuid4().bytes, 2)
    andet = laeg(v, sag, "Regneark", b"PK" + uuid.uuid4().bytes, 1, mime="application/vnd.ms-excel")
    klient, url = v.klient(v.sagsbehandler), adresse("alle_dokumenter", sag)
    assert klient.get(adresse("sidebillede", sag, oedelagt.id, 1)).status_code == 422
    assert klient.get(adresse("sidebillede", sag, andet.id, 1)).status_code == 404
    html = klient.get(url).content.decode()
    assert "8 sider" in tekst(klient.get(url)) and html.count("Siden kan ikke vises her.</strong>") == 3
    assert f"{adresse('dokument', sag, andet.id)}?hent" in html
