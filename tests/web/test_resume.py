"""The resumé: draft, finished, two caseworkers, and nothing lost."""

import uuid

from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Resume
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, handlinger, indsend, lograekker, tekst


def test_kladde_og_faerdig(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("resume", sag)
    assert klient.get(url).status_code == 200
    svar = indsend(klient, url, tekst="Praktikken blev", version=0, gem="kladde")
    assert svar["Location"] == url
    side = klient.get(url)
    assert "Praktikken blev" in side.content.decode() and "Kladden er gemt" in tekst(side)
    oversigt = tekst(klient.get(adresse("sag", sag)))
    assert "Fortsæt resumé" in oversigt and "Kladde gemt af Sanne Sagsbehandler" in oversigt
    svar = indsend(klient, url, tekst="Praktikken blev udskudt til juni.", version=1, gem="faerdig")
    assert svar["Location"] == adresse("sag", sag)
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Dokument.objects.filter(sag=sag, slags="resume").count() == 1
    side = tekst(klient.get(url))
    assert "Version 2 er gjort færdig" in side and "Version 1" in side
    assert ("skriv", "skriv_resume", 302, True) in lograekker(sag, v.sagsbehandler)


def test_en_ny_faerdig_version_traekker_den_gamle_tilbage(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("resume", sag)
    indsend(klient, url, tekst="Første udgave.", version=0, gem="faerdig")
    indsend(klient, url, tekst="Anden udgave.", version=1, gem="faerdig")
    with kontekst.arbejder_som(v.sagsbehandler):
        dokumenter = Dokument.objects.filter(sag=sag, slags="resume")
        assert [d.trukket_tilbage_tid is None for d in dokumenter.order_by("tilfoejet_tid")] == [False, True]
    assert "Der er skrevet en nyere version" in tekst(klient.get(adresse("sag_dokumenter", sag)))


def test_tom_tekst_og_tegn_der_ikke_kan_staa_i_et_brev(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url = v.klient(v.sagsbehandler), adresse("resume", sag)
    svar = indsend(klient, url, tekst="  ", version=0, gem="kladde")
    assert svar.status_code == 422 and "Skriv, hvad der er sket siden sidste møde." in tekst(svar)
    svar = indsend(klient, url, tekst="Det gik godt 😀 i marts", version=0, gem="faerdig")
    assert svar.status_code == 422
    assert "billedtegn" in tekst(svar) and "Det gik godt 😀 i marts" in svar.content.decode()
    assert indsend(klient, url, tekst="x" * 40_001, version=0, gem="kladde").status_code == 422
    assert indsend(klient, url, tekst="Mangler version", gem="kladde").status_code == 422


def test_to_sagsbehandlere_ser_begge_tekster_og_intet_tabes(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    leder, url = v.klient(v.leder), adresse("resume", sag)
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Sannes <b>tekst</b>.", faerdigt=False, version=0)
    svar = indsend(leder, url, tekst="Lederens tekst.", version=0, gem="faerdig")
    html = svar.content.decode()
    assert svar.status_code == 409
    assert "Sanne Sagsbehandler gemte kl." in tekst(svar)
    assert "Sannes &lt;b&gt;tekst&lt;/b&gt;." in html and "Lederens tekst." in html
    assert 'name="version" value="1"' in html
    assert handlinger(sag, v.leder).count("skriv_resume") == 1
    svar = indsend(leder, url, tekst="Sannes og lederens tekst.", version=1, gem="kladde")
    assert svar.status_code == 302
    with kontekst.arbejder_som(v.leder):
        tekster = list(Resume.objects.filter(sag=sag).order_by("version").values_list("tekst", flat=True))
    assert tekster == ["Sannes <b>tekst</b>.", "Sannes og lederens tekst."]


def test_sendt_to_gange_er_een_version(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    klient, url, noegle = v.klient(v.sagsbehandler), adresse("resume", sag), str(uuid.uuid4())
    svar = [indsend(klient, url, noegle, tekst="Tekst.", version=0, gem="kladde") for _ in range(2)]
    assert [s["Location"] for s in svar] == [url, url]
    assert handlinger(sag, v.sagsbehandler).count("skriv_resume") == 1


def test_uden_noegle_sker_intet(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    svar = v.klient(v.sagsbehandler).post(adresse("resume", sag), {"tekst": "Tekst.", "version": 0})
    assert svar.status_code == 400
    assert "skriv_resume" not in handlinger(sag, v.sagsbehandler)
