"""The kommune's plan: prefilled, rows, advice, both texts kept, finished once, efforts waiting on the forløb."""

import uuid
from typing import Any

from rehabteam.handlinger.laeg_indsatsplan import hvad_mangler
from rehabteam.lov.bek2408_2021 import par05
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Dokument, Indsats, Indsatsplan, Sag
from rehabteam.sager.sagsfakta.indsatsdel import svar as lovens_svar
from rehabteam.web.formularer.indsatsplan import IndsatsplanForm
from tests.verden import Verden
from tests.web.sagshjaelp import adresse, frisk, handlinger, indsend, lograekker, tekst

RAEKKE = ("navn", "hjemmel", "omraade", "begynder", "ansvarlig", "maal")


def _indstillet(v: Verden) -> Sag:
    return frisk(v.indstillet(), v.moedeleder)


def _afgjort(v: Verden) -> Sag:
    return frisk(v.afgjort(), v.sagsbehandler)


def _felter(**andet: Any) -> dict[str, Any]:
    felter: dict[str, Any] = {"version": 0, "gem": "kladde", "placering": "saerskilt"}
    felter |= {"maal_art": "KONKRET", "maal": "Arbejde i genbrug.", "opfoelgning": "Hver fredag."}
    felter |= {f"d{nr}_{n}": "" for nr in range(4) for n in ("delmaal", "begrundelse")}
    felter |= {"d2_delmaal": "Styrke.", "d2_begrundelse": "Så praktikken kan blive til timer."}
    felter |= {"plan_fra": "01.06.2026", "plan_til": "30.11.2026", "mentor_behov": "nej"}
    for nr in range(3):
        felter |= {f"i{nr}_{n}": "" for n in RAEKKE}
    felter |= {"i0_navn": "Virksomhedspraktik", "i0_hjemmel": "LAB_KAP_11", "i0_omraade": "Beskæftigelse"}
    felter |= {"i0_begynder": "15.06.2026", "i0_maal": "To timer om dagen"}
    felter |= {"i1_navn": "Genoptræning", "i1_hjemmel": "SUNDHEDSLOV_KOMMUNAL", "i1_omraade": "Sundhed"}
    felter |= {"i1_maal": "Møder hver uge"}
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
    assert klient.get(svar.url).content.decode().count('id="raekke-') == 4


# Every code of § 5 (par05), and what the page says where it is mended; what is sent lacks just that.
MANGLER = [
    ("§ 5, stk. 1, nr. 1", "maal", {"maal": ""}, "Skriv målet for job"),
    ("§ 5, stk. 1, nr. 1", "maal_art", {"maal_art": ""}, "konkret eller overordnet"),
    ("§ 5, stk. 1, nr. 1", "maal_hvorfor", {"maal_art": "OVERORDNET"}, "ikke kan sættes et konkret mål"),
    ("§ 5, stk. 1, nr. 2", "d2_begrundelse", {"d2_begrundelse": ""}, "hvorfor det er valgt: sundhed"),
    ("§ 5, stk. 1, nr. 2", "d0_delmaal", {"d2_delmaal": "", "d2_begrundelse": ""}, "mindst ét delmål"),
    ("§ 5, stk. 1, nr. 3", "i0_navn", {f"i{n}_{f}": "" for n in (0, 1) for f in RAEKKE}, "mindst én konkret"),
    ("§ 5, stk. 1, nr. 4", "opfoelgning", {"opfoelgning": ""}, "hvordan kommunen følger op"),
    ("§ 5, stk. 1, nr. 4", "mentor_behov", {"mentor_behov": ""}, "behov for en mentor"),
    ("§ 5, stk. 1, nr. 4", "mentor", {"mentor_behov": "ja"}, "mentorens rolle"),
    ("§ 5, stk. 2", "plan_til", {"plan_til": "29.11.2026"}, "til og med mandag 30. november 2026"),
    ("§ 5, stk. 2", "plan_fra", {"plan_fra": ""}, "hvilken dag planen gælder fra"),
    ("§ 5, stk. 4", "jobformidler_rolle", {"har_jobformidler": "ja"}, "jobformidlerens rolle"),
    ("", "placering", {"placering": ""}, "hvor indsatsdelen står"),
    ("", "i1_hjemmel", {"i1_hjemmel": ""}, "hvilken lov indsats 2 gives efter"),
    ("", "i1_maal", {"i1_maal": ""}, "målet på kort sigt for indsats 2"),
]


def test_hver_kode_i_par_5_kan_naas_og_rettes_paa_siden(verden: Verden) -> None:
    """Each lack is told at its field, in words that say what to write; with nothing lacking it can be finished."""
    v = verden
    sag = _afgjort(v)
    alle = {par05.NR1, par05.NR2, par05.NR3, par05.NR4, par05.STK2, par05.STK4}
    assert {kode for kode, *_ in MANGLER if kode} == {m.kode for m in alle}
    with kontekst.arbejder_som(v.sagsbehandler):
        sag = Sag.objects.get(id=sag.id)
        for kode, felt, mangel, ventet in MANGLER:
            form = IndsatsplanForm(_felter() | mangel, antal=3)
            assert form.is_valid(), form.errors
            plan = Indsatsplan(sag=sag, **form.indhold().felter())
            assert not kode or kode in {m.kode for m in lovens_svar(plan).mangler}, felt
            form.mangler(hvad_mangler(plan))
            assert ventet in " ".join(form.errors[felt]), felt
    klient = v.klient(v.sagsbehandler)
    svar = indsend(klient, adresse("indsatsplan", sag), **_felter(gem="faerdig", opfoelgning="", i1_maal=""))
    assert svar.status_code == 422
    assert 'id="id_opfoelgning-error"' in svar.content.decode()
    assert "To timer om dagen" in svar.content.decode()
    svar = indsend(klient, adresse("indsatsplan", sag), **_felter(gem="faerdig"))
    assert svar.url == adresse("indsatsplan_faerdig", sag)


def test_staar_alt_i_min_plan_spoerges_der_ikke_om_mere(verden: Verden) -> None:
    v = verden
    sag = _afgjort(v)
    klient = v.klient(v.sagsbehandler)
    assert "Står alt, hvad der hører til indsatsdelen, i Min Plan?" in tekst(
        klient.get(adresse("indsatsplan", _tom(v)))
    )
    tomt = {navn: "" for navn in _felter() if navn not in ("version", "gem")}
    svar = indsend(
        klient, adresse("indsatsplan", sag), **_felter(gem="faerdig") | tomt | {"placering": "min_plan"}
    )
    assert svar.url == adresse("indsatsplan_faerdig", sag)
    assert indsend(klient, svar.url, version=1).status_code == 302


def _tom(v: Verden) -> Sag:
    """A case whose plan has been saved with nothing in it."""
    sag = frisk(v.afgjort(v.indstillet(v.sendt(v.genoptaget(v.forloeb(navn="Tove Tom"))))), v.sagsbehandler)
    tomt = {navn: "" for navn in _felter() if navn not in ("version", "gem")}
    indsend(v.klient(v.sagsbehandler), adresse("indsatsplan", sag), **_felter() | tomt)
    return sag


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
    sag = _afgjort(v)
    klient = v.klient(v.sagsbehandler)
    svar = indsend(klient, adresse("indsatsplan", sag), **_felter(gem="faerdig", i1_omraade="Beskæftigelse"))
    assert svar.url == adresse("indsatsplan_faerdig", sag)
    assert "Kun ét område." in tekst(klient.get(svar.url))
    assert indsend(klient, svar.url, version=1).status_code == 302


def test_faerdig_en_gang_pdf_og_indsatser_der_venter(verden: Verden) -> None:
    v = verden
    sag = _afgjort(v)
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
