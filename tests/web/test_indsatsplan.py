"""The kommune's plan: prefilled, rows, advice, both texts kept, finished once, efforts waiting on the forløb."""

import uuid
from typing import Any

import pytest

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Indsats, Indsatsplan, Sag
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, frisk, handlinger, indsend, lograekker, tekst


def _indstillet(v: Verden) -> Sag:
    sag = v.sendt()
    v.goer(v.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", "Birthe", True)])
    v.goer(
        v.moedeleder,
        skriv_indstilling,
        sag.id,
        version=0,
        aarsag="Praktikken flyttede.",
        indsatser=[
            Indstillet("Virksomhedspraktik", "Beskæftigelse", "2026-06-15", "Sanne"),
            Indstillet("Genoptræning", "Sundhed"),
        ],
        opfoelgning="Sanne ringer hver fredag.",
        se_igen=False,
    )
    v.goer(v.moedeleder, afgiv_indstilling, sag.id, version=1)
    return frisk(sag, v.moedeleder)


def _felter(**andet: Any) -> dict[str, Any]:
    felter: dict[str, Any] = {"version": 0, "gem": "kladde", "maal": "Arbejde i genbrug.", "mentor": "Nej."}
    felter |= {"delmaal": "Styrke, så praktikken kan blive til timer.", "opfoelgning": "Hver fredag."}
    for nr in range(3):
        felter |= {f"i{nr}_{n}": "" for n in ("navn", "hjemmel", "omraade", "begynder", "ansvarlig", "maal")}
    felter |= {"i0_navn": "Virksomhedspraktik", "i0_hjemmel": "LAB_KAP_11", "i0_omraade": "Beskæftigelse"}
    felter |= {"i0_begynder": "15.06.2026", "i0_maal": "To timer om dagen"}
    felter |= {"i1_navn": "Genoptræning", "i1_hjemmel": "SUNDHEDSLOV_KOMMUNAL", "i1_omraade": "Sundhed"}
    return felter | andet


def _plan(v: Verden, sag: Sag) -> Indsatsplan | None:
    with kontekst.arbejder_som(v.sagsbehandler):
        return Indsatsplan.objects.filter(sag=sag).first()


def test_planen_begynder_med_det_teamet_indstillede(verden: Verden) -> None:
    v = verden
    sag = _indstillet(v)
    svar = v.klient(v.sagsbehandler).get(adresse("indsatsplan", sag))
    html = svar.content.decode()
    assert 'value="Virksomhedspraktik"' in html
    assert 'value="15.06.2026"' in html
    assert "Sanne ringer hver fredag." in html
    assert "udfyldt fra teamets indstilling onsdag 27. maj 2026" in tekst(svar)
    assert _plan(v, sag) is None, "at læse er ikke at skrive"
    assert lograekker(sag, v.sagsbehandler)[-1] == ("laes", "skriv_indsatsplan", 200, True)


def test_kladde_og_en_raekke_til(verden: Verden) -> None:
    v = verden
    sag = _indstillet(v)
    klient, noegle = v.klient(v.sagsbehandler), str(uuid.uuid4())
    for _ in range(2):
        assert indsend(klient, adresse("indsatsplan", sag), noegle, **_felter()).status_code == 302
    assert handlinger(sag, v.sagsbehandler).count("skriv_indsatsplan") == 1
    svar = indsend(klient, adresse("indsatsplan", sag), **_felter(version=1, gem="raekke"))
    assert svar.url.endswith("?raekker=4#raekke-4")
    assert klient.get(svar.url).content.decode().count('class="indsatsraekke"') == 4


@pytest.mark.parametrize(
    ("felt", "ventet"),
    [
        ("maal", "Skriv målet"),
        ("delmaal", "Skriv delmålene"),
        ("i1_hjemmel", "hvilken lov indsats 2 gives efter"),
        ("opfoelgning", "hvordan kommunen følger op"),
        ("mentor", "behov for en mentor"),
    ],
)
def test_hvad_der_mangler_siges_ved_feltet(verden: Verden, felt: str, ventet: str) -> None:
    v = verden
    sag = _indstillet(v)
    svar = indsend(
        v.klient(v.sagsbehandler), adresse("indsatsplan", sag), **_felter(gem="faerdig", **{felt: ""})
    )
    assert svar.status_code == 422
    assert ventet in tekst(svar)
    assert f'id="id_{felt}-error"' in svar.content.decode()
    assert "To timer om dagen" in svar.content.decode()


def test_ulaeselig_dato_og_raekke_uden_navn_beholder_teksten(verden: Verden) -> None:
    v = verden
    sag = _indstillet(v)
    felter = _felter(i0_begynder="snart", i2_ansvarlig="Inger", i1_hjemmel="LOV_UKENDT")
    svar = indsend(v.klient(v.sagsbehandler), adresse("indsatsplan", sag), **felter)
    assert svar.status_code == 422
    html, side = svar.content.decode(), tekst(svar)
    assert 'value="snart"' in html
    assert 'value="Inger"' in html
    assert "Datoen kan ikke læses" in side
    assert "eller tøm rækken" in side
    assert "Vælg på listen, hvilken lov" in side
    assert _plan(v, sag) is None


def test_kun_et_omraade_er_et_raad_og_ikke_et_stop(verden: Verden) -> None:
    v = verden
    sag = _indstillet(v)
    klient = v.klient(v.sagsbehandler)
    svar = indsend(klient, adresse("indsatsplan", sag), **_felter(gem="faerdig", i1_omraade="Beskæftigelse"))
    assert svar.url == adresse("indsatsplan_faerdig", sag)
    assert "Kun ét område." in tekst(klient.get(svar.url))
    assert indsend(klient, svar.url, version=1).status_code == 302


def test_faerdig_en_gang_pdf_og_indsatser_der_venter(verden: Verden) -> None:
    v = verden
    sag = _indstillet(v)
    klient = v.klient(v.sagsbehandler)
    svar = indsend(klient, adresse("indsatsplan", sag), **_felter(gem="faerdig"))
    side = tekst(klient.get(svar.url))
    assert "Gør indsatsplanen færdig?" in side
    assert "Kun ét område" not in side
    assert (
        indsend(klient, svar.url, version=0).status_code == 422
    )  # another version than the one that was read
    noegle = str(uuid.uuid4())
    for _ in range(2):
        assert indsend(klient, svar.url, noegle, version=1).url == adresse("indsatsplan", sag)
    assert indsend(klient, svar.url, version=1).status_code == 302
    assert handlinger(sag, v.sagsbehandler).count("laeg_indsatsplan") == 1
    assert frisk(sag, v.sagsbehandler).tilstand == Sag.Tilstand.PLAN_LAGT
    with kontekst.arbejder_som(v.sagsbehandler):
        indsatser = list(Indsats.objects.filter(forloeb_id=sag.forloeb_id).order_by("navn"))
        pdf = Dokument.objects.get(sag=sag, slags="indsatsplan", fulgte_med=None)
    assert [(i.navn, i.hjemmel, i.paabegyndt, i.i_indsatsdel) for i in indsatser] == [
        ("Genoptræning", "SUNDHEDSLOV_KOMMUNAL", None, True),
        ("Virksomhedspraktik", "LAB_KAP_11", None, True),
    ]
    laest = klient.get(adresse("indsatsplan", sag))
    assert "De 2 indsatser står nu på forløbet og venter på deres start." in tekst(laest)
    assert adresse("dokument", sag, pdf.id) in laest.content.decode()
    assert "<textarea" not in laest.content.decode()
    svar = indsend(klient, adresse("indsatsplan", sag), **_felter(version=1, maal="Skrevet for sent."))
    assert svar.status_code == 409
    assert "Skrevet for sent." in tekst(svar)


def test_gemt_af_en_kollega_beholder_begge_tekster_og_raekker(verden: Verden) -> None:
    v = verden
    sag = _indstillet(v)
    indsend(v.klient(v.leder), adresse("indsatsplan", sag), **_felter(maal="Lederens mål."))
    klient = v.klient(v.sagsbehandler)
    felter = _felter(maal="Mit mål.", i2_navn="Bostøtte")
    svar = indsend(klient, adresse("indsatsplan", sag), **felter)
    assert svar.status_code == 409
    html = svar.content.decode()
    for begge in (
        "Mit mål.",
        "Lederens mål.",
        'value="Bostøtte"',
        '<input type="hidden" name="version" value="1"',
    ):
        assert begge in html
    assert _plan(v, sag).maal == "Lederens mål."
    assert indsend(klient, adresse("indsatsplan", sag), **felter | {"version": 1}).status_code == 302
    assert _plan(v, sag).maal == "Mit mål."


def test_naboen_regionen_og_teamet_skriver_ikke_kommunens_plan(verden: Verden) -> None:
    v = verden
    sag = _indstillet(v)
    for url in (adresse("indsatsplan", sag), adresse("indsatsplan_faerdig", sag)):
        assert v.klient(v.naboen).get(url).status_code == 404
        assert indsend(v.klient(v.naboen), url, **_felter()).status_code == 404
        for hvem in (v.moedeleder, v.teammedlem, v.sekretariat, v.koordinator):
            assert v.klient(hvem).get(url).status_code == 403
            assert indsend(v.klient(hvem), url, **_felter()).status_code == 403
    assert _plan(v, sag) is None


def test_foer_indstillingen_kan_planen_ikke_skrives(verden: Verden) -> None:
    v = verden
    sag = v.sendt()
    svar = v.klient(v.sagsbehandler).get(adresse("indsatsplan", sag))
    assert svar.status_code == 403
    assert "sagens tilstand" in tekst(svar)
