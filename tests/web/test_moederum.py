"""The meeting room: first names only, what is missing, rows and seats, both texts kept, given once, walls."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Borger, Deltager, Dokument, Indstilling, Rolle, Sag
from tests.verden import Verden
from tests.web.sagshjaelp import PLADSER, adresse, frisk, handlinger, indsend, lograekker, tekst


def _felter(raekker: int = 3, **andet: Any) -> dict[str, Any]:
    """A form with all parts there, as the page would send it."""
    felter: dict[str, Any] = {"version": 0, "gem": "gem", "aarsag": "Praktikken flyttede.", "se_igen": "nej"}
    felter["opfoelgning"] = "Sanne ringer hver fredag."
    for nr in range(raekker):
        felter |= {f"i{nr}_{navn}": "" for navn in ("navn", "omraade", "begynder", "ansvarlig")}
    felter |= {"i0_navn": "Virksomhedspraktik", "i0_omraade": "Beskæftigelse", "i0_begynder": "15.06.2026"}
    for slags in PLADSER:
        felter |= {f"{slags}_til": "", f"{slags}_navn": "", f"{slags}_bem": ""}
    return felter | {"borger_til": "ja", **andet}


def _indstilling(v: Verden, sag: Sag) -> Indstilling | None:
    with kontekst.arbejder_som(v.moedeleder):
        return Indstilling.objects.filter(sag=sag).first()


def _deltagere(v: Verden, sag: Sag) -> dict[str, tuple[str, bool | None, str]]:
    with kontekst.arbejder_som(v.moedeleder):
        alle = Deltager.objects.filter(sag=sag)
        return {d.slags: (d.navn, d.til_stede, d.bemaerkning) for d in alle}


def _afgivet(v: Verden, sag: Sag) -> None:
    klient = v.klient(v.moedeleder)
    indsend(klient, adresse("moederum", sag), **_felter())
    assert indsend(klient, adresse("indstilling_afgiv", sag), version=1).status_code == 302


def test_rummet_viser_fornavn_og_intet_mere(verden: Verden) -> None:
    v = verden
    sag = v.sendt(v.genoptaget(v.forloeb(navn="Birthe Hemmeligsen")))
    anden = v.genoptaget(v.forloeb(navn="Otto Udenfor"))
    v.goer(v.sagsbehandler, vaelg_moede, anden.id, moede_id=sag.moede_id)
    svar = v.klient(v.moedeleder).get(adresse("moederum", sag))
    html, side = svar.content.decode(), tekst(svar)
    cpr = Borger.objects.using("vedligehold").get(id=sag.borger_id).cpr
    for skjult in ("Hemmeligsen", "Otto", "Udenfor", cpr, cpr[:6]):
        assert skjult not in html
    assert "Birthe" in side
    assert "Sag 2" in side
    assert "Visning for alle i rummet" in side
    assert "Fem svar mangler: årsagen, indsatser, opfølgning, se sagen igen, hvem der er til stede" in side
    assert "Fleksjob, førtidspension og andre udfald hører til i en ny sag" in side
    assert html.count('class="indsatsraekke"') == 3
    assert lograekker(sag, v.moedeleder)[-1] == ("laes", "moede.se", 200, True)


def test_gem_er_en_handling_hver_og_kun_for_det_nye(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient, noegle = v.klient(v.moedeleder), str(uuid.uuid4())
    for _ in range(2):
        svar = indsend(klient, adresse("moederum", sag), noegle, **_felter())
        assert svar.url == adresse("moederum", sag)
    assert handlinger(sag, v.moedeleder)[-2:] == ["registrer_deltagere", "skriv_indstilling"]
    assert _deltagere(v, sag)["borger"] == ("Birthe Borger", True, "")
    side = klient.get(svar.url)
    assert 'value="15.06.2026"' in side.content.decode()
    assert "1 indsats" in tekst(side)
    # The seats are as they were: noting them again is no act.
    navne = {f"{slags}_navn": navn for slags, (navn, _, _) in _deltagere(v, sag).items()}
    indsend(klient, svar.url, **_felter(version=1, opfoelgning="Hver mandag.", **navne))
    assert handlinger(sag, v.moedeleder)[-2:] == ["skriv_indstilling", "skriv_indstilling"]
    assert _indstilling(v, sag).opfoelgning == "Hver mandag."


def test_en_raekke_til_gemmer_og_viser_fire(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    svar = indsend(klient, adresse("moederum", sag), **_felter(gem="raekke"))
    assert svar.url == adresse("moederum", sag) + "?raekker=4#raekke-4"
    assert klient.get(svar.url).content.decode().count('class="indsatsraekke"') == 4
    svar = indsend(
        klient,
        adresse("moederum", sag),
        **_felter(4, version=1, i3_navn="Genoptræning", i3_omraade="Sundhed"),
    )
    assert [i["navn"] for i in _indstilling(v, sag).indsatser] == ["Virksomhedspraktik", "Genoptræning"]


def test_en_raekke_uden_navn_og_en_umulig_dato_gaar_ikke_tabt(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    felter = _felter(i1_ansvarlig="Inger", i0_begynder="31.06.2026")
    svar = indsend(v.klient(v.moedeleder), adresse("moederum", sag), **felter)
    assert svar.status_code == 422
    html = svar.content.decode()
    assert 'value="Inger"' in html
    assert 'value="31.06.2026"' in html
    assert "Skriv, hvad indsatsen er, eller tøm rækken." in tekst(svar)
    assert _indstilling(v, sag) is None


def test_alle_noteres_og_en_borger_der_mangler_kraever_en_grund(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    svar = indsend(klient, adresse("moederum", sag), **_felter(borger_til="nej"))
    assert svar.status_code == 422
    assert "Skriv, hvorfor borgeren ikke er med." in tekst(svar)
    assert 'id="id_borger_bem-error"' in svar.content.decode()
    assert _indstilling(v, sag) is None, "gemt halvt"
    felter = _felter(borger_til="nej", borger_bem="Er indlagt.", gem="alle", social_til="nej")
    assert indsend(klient, adresse("moederum", sag), **felter).status_code == 302
    noteret = _deltagere(v, sag)
    assert noteret["borger"][1:] == (False, "Er indlagt.")
    assert noteret["social"][1] is False
    assert noteret["sundhed"][1] is True
    assert "uddannelse" not in noteret


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ("aarsag", "hvorfor ingen indsats kom i gang"),
        ("i0_navn", "hvilke indsatser der nu skal i gang"),
        ("opfoelgning", "hvordan kommunen skal følge op"),
        ("se_igen", "om teamet ønsker at se sagen igen"),
        ("borger_til", "hvem der er til stede"),
    ],
)
def test_afgiv_med_en_del_der_mangler_gaar_til_delen(verden: Verden, felt: str, ventet: str) -> None:
    v = verden
    sag = v.sendt()
    felter = _felter(gem="afgiv", **{felt: ""})
    if felt == "i0_navn":
        felter |= {"i0_omraade": "", "i0_begynder": ""}
    svar = indsend(v.klient(v.moedeleder), adresse("moederum", sag), **felter)
    assert svar.status_code == 422
    html = svar.content.decode()
    assert ventet in tekst(svar)
    assert "Et svar mangler" in tekst(svar)
    assert "autofocus" in html
    assert felt == "opfoelgning" or "Sanne ringer hver fredag." in html
    assert frisk(sag, v.moedeleder).tilstand == Sag.Tilstand.SENDT


def test_afgivet_en_gang_laast_og_som_pdf(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    svar = indsend(klient, adresse("moederum", sag), **_felter(gem="afgiv"))
    assert svar.url == adresse("indstilling_afgiv", sag)
    side = tekst(klient.get(svar.url))
    assert "Indstillingen låses, når den afgives. Rettelser bliver til tilføjelser." in side
    assert "Begynder 15. juni 2026." in side
    foraeldet = indsend(klient, svar.url, version=0)
    assert foraeldet.status_code == 422
    noegle = str(uuid.uuid4())
    for _ in range(2):
        assert indsend(klient, svar.url, noegle, version=1).url == adresse("moederum", sag)
    assert indsend(klient, svar.url, version=1).status_code == 302  # from another tab: said, not done
    assert handlinger(sag, v.moedeleder).count("afgiv_indstilling") == 1
    assert frisk(sag, v.moedeleder).tilstand == Sag.Tilstand.INDSTILLET
    with kontekst.arbejder_som(v.moedeleder):
        pdf = Dokument.objects.get(sag=sag, slags="indstilling", fulgte_med=None)
    laest = klient.get(adresse("moederum", sag))
    assert adresse("dokument", sag, pdf.id) in laest.content.decode()
    assert "<textarea" not in laest.content.decode()
    assert "Træf kommunens afgørelse" in tekst(v.klient(v.sagsbehandler).get(adresse("moederum", sag)))
    # Somebody still had the form open: nothing is changed, and what was typed is shown.
    svar = indsend(klient, adresse("moederum", sag), **_felter(version=1, aarsag="Skrevet for sent."))
    assert svar.status_code == 409
    assert "Skrevet for sent." in tekst(svar)
    assert _indstilling(v, sag).aarsag == "Praktikken flyttede."


def test_et_tegn_der_ikke_kan_trykkes_siges_og_intet_er_laast(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    indsend(klient, adresse("moederum", sag), **_felter(aarsag="Praktikken \U00013080 flyttede."))
    svar = indsend(klient, adresse("indstilling_afgiv", sag), version=1)
    assert svar.status_code == 422
    assert "Indstillingen er ikke afgivet" in tekst(svar)
    assert frisk(sag, v.moedeleder).tilstand == Sag.Tilstand.SENDT


def test_afgiv_uden_det_hele_sender_tilbage(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    assert klient.get(adresse("indstilling_afgiv", sag)).url == adresse("moederum", sag)
    indsend(klient, adresse("moederum", sag), **_felter(se_igen=""))
    svar = indsend(klient, adresse("indstilling_afgiv", sag), version=1)
    assert svar.url == adresse("moederum", sag)
    assert "om teamet ønsker at se sagen igen" in tekst(klient.get(svar.url))
    assert frisk(sag, v.moedeleder).tilstand == Sag.Tilstand.SENDT


def test_gemt_af_en_anden_beholder_begge_tekster_raekker_og_pladser(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    indsend(klient, adresse("moederum", sag), **_felter())
    felter = _felter(aarsag="Borgeren var syg.", i1_navn="Mentor", social_til="ja", social_navn="Rasmus")
    svar = indsend(klient, adresse("moederum", sag), **felter)
    assert svar.status_code == 409
    html = svar.content.decode()
    for bevaret in ("Borgeren var syg.", 'value="Mentor"', 'value="Rasmus"'):
        assert bevaret in html
    assert "Praktikken flyttede." in html
    assert "Mogens Mødeleder gemte kl." in tekst(svar)
    assert '<input type="hidden" name="version" value="1"' in html
    assert "social" not in _deltagere(v, sag), "halvt gemt"
    assert indsend(klient, adresse("moederum", sag), **felter | {"version": 1}).status_code == 302
    assert _indstilling(v, sag).aarsag == "Borgeren var syg."


def test_andre_i_kommunen_laeser_med_og_skriver_ikke(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    for hvem in (v.sagsbehandler, v.teammedlem, v.leder):
        svar = v.klient(hvem).get(adresse("moederum", sag))
        assert svar.status_code == 200
        assert "<textarea" not in svar.content.decode()
        assert "Der er ikke skrevet noget endnu" in tekst(svar)
        assert indsend(v.klient(hvem), adresse("moederum", sag), **_felter()).status_code == 403
        assert indsend(v.klient(hvem), adresse("indstilling_afgiv", sag), version=1).status_code == 403
    assert _indstilling(v, sag) is None


def test_naboen_og_regionen_ser_ikke_moedet(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    naboleder = v.person(Rolle.MOEDELEDER, v.nabokommune)
    for hvem in (v.naboen, naboleder):
        assert v.klient(hvem).get(adresse("moederum", sag)).status_code == 404
    assert indsend(v.klient(naboleder), adresse("moederum", sag), **_felter()).status_code == 404
    assert indsend(v.klient(naboleder), adresse("indstilling_afgiv", sag), version=1).status_code == 404
    for hvem in (v.sekretariat, v.koordinator):
        assert v.klient(hvem).get(adresse("moederum", sag)).status_code == 403


def test_uden_moede_vises_vejen_derhen(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    assert v.klient(v.moedeleder).get(adresse("moederum", sag)).url == adresse("vaelg_moede", sag)
    assert v.klient(v.teammedlem).get(adresse("moederum", sag)).url == adresse("sag", sag)


def test_flere_sager_paa_dagen_koster_ikke_flere_opslag(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    klient.get(adresse("moederum", sag))
    with CaptureQueriesContext(connection) as faa:
        klient.get(adresse("moederum", sag))
    for _ in range(2):
        v.goer(v.sagsbehandler, vaelg_moede, v.genoptaget(v.forloeb()).id, moede_id=sag.moede_id)
    with CaptureQueriesContext(connection) as mange:
        klient.get(adresse("moederum", sag))
    assert len(mange) == len(faa)


def test_om_uddannelse_skal_med_spoerges_der_om_for_de_unge(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    Borger.objects.using("vedligehold").filter(id=sag.borger_id).update(foedselsdato=date(1999, 3, 2))
    klient, felt = v.klient(v.moedeleder), "skoen_erhvervskompetencegivende_uddannelse"
    side = klient.get(adresse("moederum", sag))
    assert felt in side.content.decode()
    assert "Svar på spørgsmålet" in tekst(side)
    indsend(klient, adresse("moederum", sag), **_felter(**{felt: "nej"}))
    assert "uddannelse skal med i teamet" in tekst(v.klient(v.teammedlem).get(adresse("moederum", sag)))
    side = tekst(klient.get(adresse("moederum", sag)))
    assert "Skal med" in side
    assert handlinger(sag, v.moedeleder).count("svar_paa_spoergsmaal") == 1
    indsend(klient, adresse("moederum", sag), **_felter(version=1, **{felt: "nej"}))
    assert handlinger(sag, v.moedeleder).count("svar_paa_spoergsmaal") == 1, "intet nyt er intet svar"
    indsend(klient, adresse("moederum", sag), **_felter(version=2, **{felt: "ja"}))
    assert "uddannelse er med, når det er relevant" in tekst(klient.get(adresse("moederum", sag)))


def test_sendt_i_baggrunden_moeder_den_samme_kontrol(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    klient = v.klient(v.moedeleder)
    felter = _felter() | {"noegle": str(uuid.uuid4())}
    svar = klient.post(adresse("moederum", sag), felter, headers={"X-Autogem": "1"})
    assert (svar.status_code, svar.json()["version"]) == (200, 1)
    felter |= {"noegle": str(uuid.uuid4()), "aarsag": "Skrevet uden linje."}
    assert klient.post(adresse("moederum", sag), felter, headers={"X-Autogem": "1"}).status_code == 409
    assert _indstilling(v, sag).aarsag == "Praktikken flyttede."
