"""The plan's pages: what is missing and where it is mended, saving with and without script, both texts, versions."""

import re

from django.urls import reverse

from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Skoen
from tests.forberedende.planen import NR1, POST, gem, sag_af, skriv, versioner
from tests.verden import DAG, PDF, Verden
from tests.web.sagshjaelp import adresse, indsend, tekst


def _raekke(nr: int, **felter: str) -> dict[str, str]:
    return {f"i{nr}_{felt}": vaerdi for felt, vaerdi in felter.items()}


def test_planen_siger_hvad_der_mangler_og_hvor(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    klient, url = v.klient(v.sagsbehandler), adresse("sag_forberedende", sag)
    side = klient.get(url)
    assert "0 af 11 dele er klar" in tekst(side) and "11 ting mangler" in tekst(side)
    for noegle in ("stk1_nr1_cv", "stk1_nr7", "stk2_familie"):
        assert adresse("sag_plandel", sag, noegle) in side.content.decode()
    skriv(v, sag, "stk2_social", poster=[POST | {"erfaring_borger": ""}])
    skriv(v, sag, kommunen="Uddannet gartner.", borgeren="Jeg er god til planter.")
    side = tekst(klient.get(url))
    assert "1 af 11 dele er klar" in side and "Jeg er god til planter." in side
    assert "Indsats 1 mangler: borgerens erfaring." in side
    assert "Version 1, Sanne Sagsbehandler" in side


def test_uden_script_gemmes_der_med_en_knap(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    klient, url = v.klient(v.sagsbehandler), adresse("sag_plandel", sag, NR1)
    side = klient.get(url)
    assert "Kommunens beskrivelse" in tekst(side) and "Borgerens egne ord" in tekst(side)
    assert gem(klient, sag, version=0, kommunen="Et", borgeren="Mit", gem="")["Location"] == url
    assert gem(klient, sag, version=1, kommunen="Et to", borgeren="Mit", gem="naeste")["Location"] == adresse(
        "sag_plandel", sag, "stk1_nr1_cv"
    )
    assert gem(klient, sag, "stk2_familie", version=0, ingen="on", gem="naeste")["Location"] == adresse(
        "sag_forberedende", sag
    )
    tom = gem(klient, sag, "stk1_nr2", version=0, kommunen="  ", gem="")
    assert tom.status_code == 422 and "Der er ikke skrevet noget endnu." in tekst(tom)
    for_langt = gem(klient, sag, "stk1_nr2", version=0, kommunen="x" * 40_001, gem="")
    assert for_langt.status_code == 422 and "x" * 40_001 in for_langt.content.decode()
    begge = gem(klient, sag, "stk2_social", version=0, ingen="on", **_raekke(0, navn="Bostøtte"))
    assert begge.status_code == 422 and "Bostøtte" in begge.content.decode()
    assert klient.get(adresse("sag_plandel", sag, "par15_nr1")).status_code == 404
    assert v.klient(v.teammedlem).get(url).status_code == 403
    assert v.klient(v.naboen).get(url).status_code == 404


def test_en_indsats_mere_ad_gangen(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    klient, noegle = v.klient(v.sagsbehandler), "stk2_beskaeftigelse"
    svar = gem(klient, sag, noegle, version=0, gem="raekke", **_raekke(0, **POST))
    assert svar["Location"].endswith("?raekker=2#raekke-2")
    assert klient.get(svar["Location"]).content.decode().count('<fieldset class="planraekke"') == 2
    # A row with a single word, and no name, is kept.
    gem(
        klient,
        sag,
        noegle,
        version=1,
        gem="",
        **_raekke(0, **POST),
        **_raekke(1, navn="", varighed="Siden maj"),
    )
    assert [p["varighed"] for p in versioner(v, sag, noegle)[-1].poster] == ["13 uger", "Siden maj"]


def test_et_stille_gem_svarer_med_faa_ord_og_overskriver_aldrig(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    klient, anden = v.klient(v.sagsbehandler), v.klient(v.leder)
    svar = gem(klient, sag, stille=True, version=0, kommunen="Et", borgeren="")
    assert svar.status_code == 200 and svar.json()["version"] == 1 and svar.json()["mangler"] == []
    mangler = gem(klient, sag, "stk1_nr6", stille=True, version=0, kommunen="Et", borgeren="").json()
    assert mangler["mangler"] == ["Borgerens egne ord er ikke skrevet."]
    stop = gem(anden, sag, stille=True, version=0, kommunen="Lederens", borgeren="")
    assert stop.status_code == 409 and "Sanne Sagsbehandler har gemt" in stop.json()["fejl"]
    assert "Intet er overskrevet" in stop.json()["fejl"]
    assert [p.kommunen for p in versioner(v, sag)] == ["Et"]
    assert gem(klient, sag, stille=True, version=1, kommunen="x" * 40_001).status_code == 422


def test_begge_tekster_staar_ved_siden_af_hinanden(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    klient, anden = v.klient(v.sagsbehandler), v.klient(v.leder)
    gem(klient, sag, version=0, kommunen="Sannes tekst", borgeren="Ord")
    side = gem(anden, sag, version=0, kommunen="Lederens <b>tekst</b>", borgeren="Andre ord")
    krop = side.content.decode()
    assert side.status_code == 409 and "Sannes tekst" in krop and "Lederens &lt;b&gt;tekst&lt;/b&gt;" in krop
    assert 'name="version" value="1"' in krop and "Sanne Sagsbehandler gemte" in tekst(side)
    assert gem(anden, sag, version=1, kommunen="Begges", borgeren="Ord").status_code == 302
    liste = "stk2_beskaeftigelse"
    gem(klient, sag, liste, version=0, **_raekke(0, **POST))
    side = gem(anden, sag, liste, version=0, **_raekke(0, navn="Kursus", indhold="Dansk"))
    for ord_ in (*POST.values(), "Kursus", "Dansk"):
        assert ord_ in side.content.decode()


def test_versioner_ses_sammenlignes_og_hentes_frem(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    skriv(v, sag, kommunen="Tolv år i et gartneri.")
    skriv(v, sag, version=1, kommunen="Elleve år i et gartneri.")
    klient, url = v.klient(v.sagsbehandler), adresse("sag_planversioner", sag, NR1)
    krop = klient.get(url).content.decode()
    assert "<del>Tolv</del>" in krop and "<ins>Elleve</ins>" in krop and "i et gartneri." in krop
    assert "Hent version" not in krop and "Hent version 1 frem igen" in tekst(klient.get(f"{url}?version=1"))
    gendan = adresse("sag_plan_gendan", sag, NR1)
    assert indsend(klient, gendan, gammel="1", version="1")["Location"] == url  # somebody saved since
    assert len(versioner(v, sag)) == 2
    indsend(klient, gendan, gammel="1", version="2")
    assert [p.kommunen[:4] for p in versioner(v, sag)] == ["Tolv", "Elle", "Tolv"]
    assert "hentet frem fra version 1" in tekst(klient.get(url))
    assert v.klient(v.teammedlem).get(url).status_code == 200
    assert v.klient(v.sekretariat).get(url).status_code == 403


def test_det_et_menneske_staar_inde_for_baerer_navn_og_dag(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    klient, url = v.klient(v.sagsbehandler), adresse("sag_forberedende", sag)
    skriv(v, sag, kommunen="Et")
    svar = indsend(klient, adresse("sag_planattest", sag, "indeholder_vurdering"), vaerdi="ja")
    assert svar["Location"] == url + "#indeholder_vurdering"
    assert "vurderer eller anbefaler den, hvad der skal ske" in tekst(klient.get(url))
    for noegle, vaerdi in (
        ("indeholder_vurdering", "nej"),
        ("udarbejdet_sammen_med_borger", "ja"),
        ("fuldt_oplyst", "ja"),
        ("sagstype_angivet", "ja"),
    ):
        indsend(klient, adresse("sag_planattest", sag, noegle), vaerdi=vaerdi)
    side = tekst(klient.get(url))
    assert "Nej · Sanne Sagsbehandler, 27.05.2026" in side and "Svaret er ældre" not in side
    skriv(v, sag, version=1, kommunen="Et to")
    assert "Svaret er ældre end planen" in tekst(klient.get(url))
    assert (
        indsend(klient, adresse("sag_planattest", sag, "fuldt_oplyst"), vaerdi="vist nok").status_code == 404
    )
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Skoen.objects.filter(sag=sag).count() == 5


def test_hak_ved_et_dokument_pdf_og_genforelaeggelsen(verden: Verden) -> None:
    v, sag = verden, sag_af(verden)
    felter = {
        "filnavn": "p.pdf",
        "data": PDF,
        "titel": "Plan fra STAR",
        "slags": "forberedende_del",
        "dato": DAG,
    }
    plan = v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **felter)
    indstilling = felter | {"titel": "Indstilling fra kommunens skabelon", "slags": "forrige_indstilling"}
    v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **indstilling)
    klient, url = v.klient(v.sagsbehandler), adresse("sag_planbilag", sag, plan.id)
    assert "Plan fra STAR" in tekst(klient.get(url))
    assert indsend(klient, url, nr=0, dele=[NR1, "stk1_nr7"])["Location"] == adresse("sag_forberedende", sag)
    side = tekst(klient.get(adresse("sag_forberedende", sag)))
    assert "2 af 11 dele er klar" in side and "Indstilling fra kommunens skabelon" in side
    uenig = indsend(v.klient(v.leder), url, nr=0, dele=["stk1_nr2"])
    assert uenig.status_code == 409 and "Sanne Sagsbehandler satte andre hak" in tekst(uenig)
    pdf = klient.get(adresse("sag_plan_pdf", sag))
    assert (
        pdf.status_code == 200
        and pdf.content.startswith(b"%PDF")
        and pdf["Content-Type"] == "application/pdf"
    )
    skriv(v, sag, kommunen="Et billedtegn 😀")
    assert "billedtegn" in tekst(klient.get(adresse("sag_plan_pdf", sag)))
    gammel = v.genoptaget()
    side = tekst(klient.get(adresse("sag_forberedende", gammel)))
    assert "Den laves ikke om." in side and not re.search(r"\d+ af \d+ dele", side)
    assert klient.get(adresse("sag_plan_pdf", gammel)).status_code == 404
    assert klient.get(reverse("web:sag_plandel", args=[gammel.id, NR1])).status_code == 404


def test_regionen_laeser_papiret_paa_siden(verden: Verden) -> None:
    """What was frozen when the case was sent, and a sentence that says so; never a draft on the way to it."""
    v, sag = verden, sag_af(verden)
    skriv(v, sag, kommunen="Et udkast, der blev til noget andet.")
    skriv(v, sag, version=1, kommunen="Uddannet gartner.")
    v.hos_koordinator(v.sendt(sag))
    with kontekst.arbejder_som(v.sagsbehandler):
        papir = Dokument.objects.get(sag_id=sag.id, slags="forberedende_del", trukket_tilbage_tid=None)
    for hvem in (v.sekretariat, v.koordinator):
        klient = v.klient(hvem)
        side = klient.get(adresse("sag_forberedende", sag))
        assert side.status_code == 200, hvem.rolle
        krop = side.content.decode()
        assert (
            adresse("dokument", sag, papir.id) in krop and "Du læser den forberedende del som papir" in krop
        )
        assert "Et udkast" not in krop and "Uddannet gartner" not in krop
        assert klient.get(adresse("dokument", sag, papir.id)).status_code == 200
        assert klient.get(adresse("sag_plandel", sag, NR1)).status_code == 403
    hjemme = v.klient(v.sagsbehandler).get(adresse("sag_forberedende", sag)).content.decode()
    assert "Uddannet gartner." in hjemme and "Du læser den forberedende del som papir" not in hjemme
