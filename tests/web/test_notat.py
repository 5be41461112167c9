"""The sundhedskoordinator's note: draft, both texts kept, signed, locked, addition, walls."""

import uuid

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Sag, Sundhedsnotat
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, handlinger, indsend, lograekker, tekst

FELTER = {
    "funktionsniveau": "Sidder 20 minutter.",
    "skaanehensyn": "Pauser hver halve time.",
    "tilbud": "Genoptræning på hold.",
    "dokumentationsbehov": "Nej.",
    "vurderingsbehov": "Nej.",
}


def _notater(v: Verden, sag: Sag) -> list[Sundhedsnotat]:
    with kontekst.arbejder_som(v.koordinator):
        return list(Sundhedsnotat.objects.filter(sag=sag).order_by("aendret_tid"))


def _underskriv(v: Verden, sag: Sag) -> None:
    klient = v.klient(v.koordinator)
    svar = indsend(klient, adresse("notat", sag), version=0, gem="underskriv", **FELTER)
    assert svar.url == adresse("notat_underskriv", sag)
    assert indsend(klient, svar.url).url == adresse("notat", sag)


def test_kladden_gemmes_og_ses_kun_af_hende(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    klient = v.klient(v.koordinator)
    tom = tekst(klient.get(adresse("notat", sag)))
    assert "Notat til mødet" in tom
    assert "Fra sidste møde" in tom
    noegle = str(uuid.uuid4())
    felter = {**FELTER, "tilbud": "", "version": 0, "gem": "kladde"}
    for _ in range(2):
        assert indsend(klient, adresse("notat", sag), noegle, **felter).url == adresse("notat", sag)
    assert handlinger(sag, v.koordinator).count("skriv_notat") == 1
    side = klient.get(adresse("notat", sag)).content.decode()
    assert "Pauser hver halve time." in side
    assert "Kladden er gemt." in side
    assert "Pauser hver" not in tekst(v.klient(v.sagsbehandler).get(adresse("sag_koordinator", sag)))
    assert ("laes", "skriv_notat", 200, True) in lograekker(sag, v.koordinator)


def test_underskrift_laaser_og_rettelser_bliver_til_tillaeg(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    klient = v.klient(v.koordinator)
    indsend(klient, adresse("notat", sag), version=0, gem="kladde", **FELTER)
    spoerger = tekst(klient.get(adresse("notat_underskriv", sag)))
    assert "Notatet låses. Rettelser bliver til tillæg." in spoerger
    assert "Genoptræning på hold." in spoerger
    noegle = str(uuid.uuid4())
    for _ in range(2):
        assert indsend(klient, adresse("notat_underskriv", sag), noegle).url == adresse("notat", sag)
    assert (
        indsend(klient, adresse("notat_underskriv", sag)).status_code == 302
    )  # another tab: no second effect
    assert handlinger(sag, v.koordinator).count("underskriv_notat") == 1
    laest = klient.get(adresse("notat", sag))
    assert "<textarea" not in laest.content.decode()
    assert "Skriv tillæg" in tekst(laest)
    assert "Genoptræning på hold." in tekst(v.klient(v.sagsbehandler).get(adresse("sag_koordinator", sag)))

    assert "Tillæg til notatet" in tekst(klient.get(adresse("notat", sag) + "?tillaeg"))
    tillaeg = {**dict.fromkeys(FELTER, ""), "tilbud": "Også varmtvandsbassin."}
    svar = indsend(klient, adresse("notat", sag), version=0, gem="underskriv", **tillaeg)
    assert indsend(klient, svar.url).status_code == 302
    foerste, andet = _notater(v, sag)
    assert (foerste.er_tillaeg, foerste.tilbud) == (False, "Genoptræning på hold.")
    assert (andet.er_tillaeg, andet.tilbud) == (True, "Også varmtvandsbassin.")
    with kontekst.arbejder_som(v.koordinator):
        assert Dokument.objects.filter(sag=sag, slags="sundhedsnotat", fulgte_med=None).count() == 2


def test_et_tomt_felt_siges_ved_feltet_og_teksten_bliver(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    klient = v.klient(v.koordinator)
    felter = {**FELTER, "skaanehensyn": " "}
    svar = indsend(klient, adresse("notat", sag), version=0, gem="underskriv", **felter)
    assert svar.status_code == 422
    html = svar.content.decode()
    assert 'id="id_skaanehensyn-error"' in html
    assert "Genoptræning på hold." in html
    assert _notater(v, sag) == []
    indsend(klient, adresse("notat", sag), version=0, gem="kladde", **felter)
    assert indsend(klient, adresse("notat_underskriv", sag)).status_code == 422


def test_et_tegn_der_ikke_kan_trykkes_siges_og_intet_er_laast(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    klient = v.klient(v.koordinator)
    felter = {**FELTER, "tilbud": "Genoptræning \U00013080 på hold."}
    indsend(klient, adresse("notat", sag), version=0, gem="kladde", **felter)
    svar = indsend(klient, adresse("notat_underskriv", sag))
    assert svar.status_code == 422
    assert "på hold." in tekst(svar)
    assert [n.underskrevet_tid for n in _notater(v, sag)] == [None]


def test_gemt_i_et_andet_vindue_beholder_begge_tekster(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    klient = v.klient(v.koordinator)
    indsend(klient, adresse("notat", sag), version=0, gem="kladde", **FELTER)
    svar = indsend(
        klient, adresse("notat", sag), version=0, gem="kladde", **{**FELTER, "tilbud": "Mit andet vindue."}
    )
    assert svar.status_code == 409
    html = svar.content.decode()
    assert "Mit andet vindue." in html
    assert "Genoptræning på hold." in html
    assert '<input type="hidden" name="version" value="1"' in html
    assert [n.tilbud for n in _notater(v, sag)] == ["Genoptræning på hold."]
    igen = indsend(
        klient, adresse("notat", sag), version=1, gem="kladde", **{**FELTER, "tilbud": "Begge dele."}
    )
    assert igen.status_code == 302
    assert [n.tilbud for n in _notater(v, sag)] == ["Begge dele."]


def test_kun_hendes_egen_sag(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    _underskriv(v, sag)
    anden = v.klient(v.anden_koordinator)
    assert anden.get(adresse("notat", sag)).status_code == 404
    assert indsend(anden, adresse("notat", sag), version=0, **FELTER).status_code == 404
    assert indsend(anden, adresse("notat_underskriv", sag)).status_code == 404
    for hvem in (v.sagsbehandler, v.moedeleder, v.sekretariat):
        assert v.klient(hvem).get(adresse("notat", sag)).status_code == 403
