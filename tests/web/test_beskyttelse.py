"""A protected name and address: hidden on every page, list, file and search; shown once to whoever says what for."""

import re
from datetime import date

import pytest
from django.urls import reverse

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.handlinger.indlaes_sag import GammeltDokument, indlaes_sag
from rehabteam.handlinger.ophaev_beskyttelse import ophaev_beskyttelse
from rehabteam.handlinger.registrer_beskyttelse import registrer_beskyttelse
from rehabteam.handlinger.ret_adresse import ret_adresse
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.handlinger.vis_beskyttet import FORMAAL, vis_beskyttet
from rehabteam.sager.models import Adgangspost, Borger, Forloeb, Haendelse, Postadresse, Sag
from tests.breve import aflaes
from tests.verden import DAG, PDF, Verden
from tests.web.sagshjaelp import indsend, tekst
from tests.web.scene import Scene

NAVN = "Hemmeline Skjultesen"
VEJ = "Gemmestedsvej 7"


def beskyttet(v: Verden, fra: date = DAG) -> Forloeb:
    f = v.forloeb(navn=NAVN)
    v.goer(v.sagsbehandler, ret_adresse, f.id, linjer=f"{VEJ}\n9000 Aalborg")
    v.goer(v.sagsbehandler, registrer_beskyttelse, f.id, fra=fra)
    return f


def _borger(f: Forloeb | Sag) -> Borger:
    return Borger.objects.using("vedligehold").get(id=f.borger_id)


def test_navnet_staar_ikke_paa_nogen_side(scene: Scene) -> None:
    """Every page of every role, with two protected citizens on the stage; the others are the positive control."""
    viste = [s for s in scene.sider if s.svar.status_code == 200]
    for fornavn in scene.beskyttede:
        galt = {f"{s.rute.name} ({s.hvem.rolle})" for s in viste if fornavn in s.html}
        assert not galt, f"{fornavn}: {sorted(galt)}"
    assert any("Fredebert" in s.html for s in viste)
    assert len([s for s in viste if "Navn beskyttet" in s.html]) > 20


def test_sagens_nummer_staar_i_stedet(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator(v.sendt(v.genoptaget(beskyttet(v))))
    for hvem, side in (
        (v.sagsbehandler, reverse("web:mit_arbejde")),
        (v.koordinator, reverse("web:mine_sager")),
        (v.sekretariat, reverse("web:indbakke")),
        (v.teammedlem, reverse("web:sag", args=[sag.id])),
    ):
        vist = tekst(v.klient(hvem).get(side))
        assert f"Navn beskyttet, sag {sag.nummer}" in vist and "Skjultesen" not in vist


def test_filer_der_gaar_videre_har_hverken_navn_eller_adresse(verden: Verden) -> None:
    v = verden
    sag = v.sendt(v.genoptaget(beskyttet(v)))
    svar = v.klient(v.sekretariat).get(reverse("web:samlet_pdf", args=[sag.id]))
    assert svar.status_code == 200 and svar["Content-Type"] == "application/pdf"
    pdf = aflaes.tekst(svar.getvalue())
    assert f"Navn beskyttet, sag {sag.nummer}" in pdf and "Skjultesen" not in pdf and VEJ not in pdf


def _laes(pdf: bytes) -> str:
    from tests.breve.aflaes import tekst as laes  # noqa: PLC0415 - the reader of another room

    return laes(pdf)


def test_afsender_og_titel(verden: Verden) -> None:
    """Her own CV: she is its sender, and her name stands in its title. The file itself is what it is."""
    v = verden
    f = v.forloeb(navn=NAVN)
    cv = GammeltDokument(PDF, f"CV, {NAVN.upper()}", "andet", date(2025, 10, 2), NAVN, 1)
    gammel = {"oprettet": date(2025, 9, 1), "afsluttet": date(2025, 10, 20), "dokumenter": [cv]}
    v.goer(v.sagsbehandler, indlaes_sag, f.id, **gammel)
    sag = v.sendt(v.goer(v.sagsbehandler, genoptag_sag, f.id, grund="Prøve"))
    sider = [
        (v.sagsbehandler, "sag_dokumenter"),
        (v.sekretariat, "alle_dokumenter"),
        (v.sekretariat, "samlet_pdf"),
    ]
    for er_beskyttet in (False, True):
        if er_beskyttet:
            v.goer(v.sagsbehandler, registrer_beskyttelse, f.id, fra=DAG)
        for hvem, navn in sider:
            svar = v.klient(hvem).get(reverse(f"web:{navn}", args=[sag.id]))
            vist = aflaes.tekst(svar.getvalue()) if "pdf" in svar["Content-Type"] else tekst(svar)
            assert ("skjultesen" in vist.lower()) != er_beskyttet, navn
            assert ("CV, Navn beskyttet" in vist) == er_beskyttet, navn


def test_soegning(verden: Verden) -> None:
    """Found by the whole CPR number and by the case, masked; never by name, or one could ask if she is here."""
    v = verden
    f = beskyttet(v)
    sag = v.gammel_sag(f)
    aaben = v.forloeb(navn="Hemmeline Aaben")
    klient = v.klient(v.sagsbehandler)
    for q in (_borger(f).cpr, sag.nummer):
        side = tekst(klient.post("/soeg/", {"q": q}))
        assert "1 borger fundet" in side and "Navn beskyttet" in side and "Skjultesen" not in side
    assert "Ingen borger passer" in tekst(klient.post("/soeg/", {"q": "Skjultesen"}))
    side = tekst(klient.post("/soeg/", {"q": "Hemmeline"}))
    assert "1 borger fundet" in side and _borger(aaben).navn in side


def test_navnet_vises_en_gang_til_den_der_siger_hvorfor(verden: Verden) -> None:
    v = verden
    f = beskyttet(v)
    b = _borger(f)
    klient = v.klient(v.sagsbehandler)
    spoerg, vis = reverse("web:beskyttet", args=[b.id]), reverse("web:beskyttet_vis", args=[b.id])
    foerst = klient.get(spoerg)
    assert foerst.status_code == 200 and NAVN not in foerst.content.decode()
    assert "Vælg, hvad du skal bruge navnet til." in tekst(indsend(klient, vis))
    assert "Skriv, hvad du skal bruge navnet til." in tekst(indsend(klient, vis, formaal="andet"))
    assert not Haendelse.objects.using("vedligehold").filter(handling="vis_beskyttet").exists()
    noegle = "00000000-0000-4000-8000-00000000e0e0"
    svar = indsend(klient, vis, noegle, formaal="kontakt", ord="Hun ringede ikke tilbage.")
    side = svar.content.decode()
    assert svar.status_code == 200 and NAVN in side and VEJ in side
    assert "no-store" in svar["Cache-Control"] and NAVN not in re.search("<title>.*?</title>", side)[0]
    # The page is loaded again: it is not shown again.
    igen = indsend(klient, vis, noegle, formaal="kontakt", ord="Hun ringede ikke tilbage.")
    assert NAVN not in igen.content.decode()
    # A row of its own in the log, without the words; the words are with the act.
    poster = Adgangspost.objects.using("vedligehold").filter(rute="vis_beskyttet", udfald=200)
    (post,) = [p for p in poster if b.id in p.borgere]
    assert post.objekt == b.id
    h = Haendelse.objects.using("vedligehold").get(handling="vis_beskyttet", borger_id=b.id)
    assert h.data == {"formaal": "kontakt", "ord": "Hun ringede ikke tilbage."} and NAVN not in h.tekst
    assert FORMAAL["kontakt"].lower() in h.tekst


@pytest.mark.parametrize(("formaal", "ord"), [("", ""), ("nysgerrig", ""), ("andet", "ja")])
def test_formaalet_skal_vaelges(verden: Verden, formaal: str, ord: str) -> None:
    v = verden
    f = beskyttet(v)
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, vis_beskyttet, f.borger_id, formaal=formaal, ord=ord)
    vist = v.goer(v.sagsbehandler, vis_beskyttet, f.borger_id, formaal="andet", ord="Hun står i receptionen.")
    assert vist.navn == NAVN


def test_hvem_der_maa_faa_navnet_vist(verden: Verden) -> None:
    """The coordinator of the case may, and gets no address; team members and the secretariat may not."""
    v = verden
    sag = v.hos_koordinator(v.sendt(v.genoptaget(beskyttet(v))))
    vis = reverse("web:beskyttet_vis", args=[sag.borger_id])
    svar = indsend(v.klient(v.koordinator), vis, formaal="moede")
    assert NAVN in tekst(svar) and VEJ not in tekst(svar)
    for hvem, status in (
        (v.teammedlem, 403),
        (v.sekretariat, 403),
        (v.anden_koordinator, 404),
        (v.naboen, 404),
    ):
        afvist = indsend(v.klient(hvem), vis, formaal="moede")
        assert afvist.status_code == status and NAVN not in afvist.content.decode()


def test_adressen_findes_ikke_uden_for_kommunen(verden: Verden) -> None:
    """The wall in the database: region and coordinator have no way to the table at all."""
    v = verden
    sag = v.hos_koordinator(v.sendt(v.genoptaget(beskyttet(v))))

    def antal(_anledning: object) -> int:
        return Postadresse.objects.filter(borger_id=sag.borger_id).count()

    assert v.goer(v.sagsbehandler, antal) == 1 and v.goer(v.naboen, antal) == 0
    for hvem in (v.sekretariat, v.koordinator, v.auditor):
        with pytest.raises(Exception, match="permission denied"):
            v.goer(hvem, antal)


@pytest.mark.parametrize(
    ("fra", "skjult"),
    [(date(2025, 5, 27), True), (date(2025, 5, 26), None), (DAG, True)],
    ids=["sidste dag", "første dag uden", "sat ind i dag"],
)
def test_beskyttelsen_falder_bort_efter_et_aar(verden: Verden, fra: date, skjult: bool | None) -> None:
    v = verden
    f = v.forloeb(navn=NAVN)
    if skjult is None:  # already over: it cannot be registered, only extended
        with pytest.raises(KanIkke):
            v.goer(v.sagsbehandler, registrer_beskyttelse, f.id, fra=fra)
        return
    v.goer(v.sagsbehandler, registrer_beskyttelse, f.id, fra=fra)
    assert _borger(f).navn == "Navn beskyttet" and str(_borger(f)) == "Navn beskyttet"


def test_naar_den_sidste_dag_er_gaaet(verden: Verden) -> None:
    v = verden
    f = beskyttet(v, date(2025, 6, 1))
    b = _borger(f)
    assert b.er_beskyttet and b.beskyttet_til == date(2026, 6, 1)
    b.beskyttet_til = date(2026, 5, 26)
    assert not b.er_beskyttet and b.navn == NAVN


def test_forlaenget_og_loeftet(verden: Verden) -> None:
    v = verden
    f = beskyttet(v, date(2025, 6, 1))
    klient = v.klient(v.sagsbehandler)
    svar = indsend(klient, reverse("web:beskyttelse_ny", args=[f.id]), fra="27.05.2026", til="01.01.2029")
    assert svar.status_code == 302 and _borger(f).beskyttet_til == date(2029, 1, 1)
    side = tekst(klient.get(reverse("web:navn_og_adresse", args=[f.id])))
    assert "til og med mandag 1. januar 2029" in side and VEJ not in side and "Skjultesen" not in side
    loeft = reverse("web:beskyttelse_slut", args=[f.id])
    assert indsend(klient, loeft, fra="27.05.2026", grund="").status_code == 422
    assert indsend(klient, loeft, fra="27.05.2026", grund="Hun har selv bedt om det.").status_code == 302
    side = tekst(klient.get(reverse("web:navn_og_adresse", args=[f.id])))
    assert NAVN in side and VEJ in side
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, ophaev_beskyttelse, f.id, fra=DAG, grund="En gang til, tak.")
    igen = list(Haendelse.objects.using("vedligehold").filter(borger_id=f.borger_id).order_by("tid"))
    svarene = {h.handling: h.vurdering and h.vurdering["status"] for h in igen}
    assert svarene["registrer_beskyttelse"] == "BESKYTTET" and svarene["ophaev_beskyttelse"] == "OPHAEVET"
    assert not any(VEJ in str(h.data) + h.tekst for h in igen)


def test_en_beskyttet_adresse_staar_ikke_i_formularen(verden: Verden) -> None:
    v = verden
    f = beskyttet(v)
    klient = v.klient(v.sagsbehandler)
    adresse = reverse("web:adresse", args=[f.id])
    assert VEJ not in klient.get(adresse).content.decode()
    assert indsend(klient, adresse, linjer="Nyvej 2\n\n9000  Aalborg").status_code == 302
    assert (
        Postadresse.objects.using("vedligehold").get(borger_id=f.borger_id).linjer == "Nyvej 2\n9000 Aalborg"
    )


def test_den_der_sender_faar_at_vide_hvor_navnet_kan_staa(verden: Verden) -> None:
    v = verden
    sag, uden = v.genoptaget(beskyttet(v)), v.genoptaget()
    for s in (sag, uden):
        v.goer(v.sagsbehandler, vaelg_moede, s.id, moede_id=v.moede().id)
    side = tekst(v.klient(v.sagsbehandler).get(reverse("web:send", args=[sag.id])))
    assert "Navnet kan stå i" in side and "Forberedende_del" in side
    assert "Navnet kan stå i" not in tekst(v.klient(v.sagsbehandler).get(reverse("web:send", args=[uden.id])))
