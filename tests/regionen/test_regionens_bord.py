"""The secretariat's questions, its decision about late cases, absence and handing over: done, told, and walled in."""

import uuid
from datetime import UTC, date, datetime, time, timedelta

import pytest

from rehabteam.handlinger.aktindsigtspapir import tekster
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.giv_til_stedfortraeder import giv_til_stedfortraeder
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.registrer_fravaer import registrer_fravaer
from rehabteam.handlinger.send_til_region import send_til_region
from rehabteam.handlinger.spoerg_kommunen import spoerg_kommunen
from rehabteam.handlinger.svar_regionen import svar_regionen
from rehabteam.handlinger.tag_stilling import FLYT, TAG_MED, tag_stilling
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.aftaler import Aftalebog
from rehabteam.sager.models import (
    Fravaer,
    Haendelse,
    Medarbejder,
    Moede,
    Organisation,
    Rolle,
    Sag,
)
from rehabteam.sager.sagsarter import SAMTALE
from rehabteam.sager.udtraek.fravaer import borte
from rehabteam.sager.udtraek.indbakke import traad
from rehabteam.web.indbakkeside import grupper
from tests.breve.aflaes import tekst as pdftekst
from tests.verden import DAG, Verden
from tests.web.sagshjaelp import adresse, frisk, handlinger, indsend, tekst

SENT = date(2026, 6, 1)


def _sendt(v: Verden, moede: date = SENT, navn: str = "Birthe Borger") -> Sag:
    sag = v.genoptaget(v.forloeb(navn=navn))
    v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede(moede).id, grund="Prøve")
    return v.goer(v.sagsbehandler, send_til_region, sag.id, grund="Resuméet kom i nat.", aarsag="resume")


def test_spoergsmaal_og_svar_bliver_paa_sagen(verden: Verden) -> None:
    v = verden
    sag = _sendt(v)
    side = adresse("regionsspoergsmaal", sag)
    assert indsend(v.klient(v.sekretariat), side, tekst="").status_code == 422
    assert indsend(v.klient(v.sekretariat), side, tekst="Hvornår kommer attesten?").status_code == 302
    assert "Venter på svar" in tekst(v.klient(v.sekretariat).get("/indbakke/"))
    kommunen = v.klient(v.sagsbehandler)
    assert "Hvornår kommer attesten?" in tekst(kommunen.get(side))
    assert "Svar Klinisk Funktion" in tekst(kommunen.get("/mit-arbejde/"))
    with kontekst.arbejder_som(v.sagsbehandler):
        (s,) = traad(sag)
    assert indsend(kommunen, side, spoergsmaal=str(s.id), svar="På mandag.").status_code == 302
    igen = indsend(kommunen, side, spoergsmaal=str(s.id), svar="Eller tirsdag.")
    assert igen.status_code == 422
    assert "har allerede svaret" in tekst(igen)
    assert "På mandag." in tekst(v.klient(v.sekretariat).get(side))
    assert "Svar Klinisk Funktion" not in tekst(kommunen.get("/mit-arbejde/"))
    hel = frisk(sag, v.sagsbehandler)
    with kontekst.arbejder_som(v.sagsbehandler):
        papir = tekster(Anledning(v.sagsbehandler, DAG, datetime.now(UTC)), hel)
    assert "På mandag." in pdftekst(papir)
    assert {"spoerg_kommunen", "svar_regionen"} <= set(handlinger(sag, v.sagsbehandler))


def test_kun_dem_sagen_er_delt_med_ser_spoergsmaalet(verden: Verden) -> None:
    v = verden
    sag = _sendt(v)
    s = v.goer(v.sekretariat, spoerg_kommunen, sag.id, tekst="Er tolk bestilt?")
    side = adresse("regionsspoergsmaal", sag)
    for fremmed in (v.fjernt_sekretariat, v.naboen, v.koordinator):
        assert v.klient(fremmed).get(side).status_code == 404
        with kontekst.arbejder_som(fremmed):
            assert not type(s).objects.filter(id=s.id).exists()
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, svar_regionen, sag.id, spoergsmaal_id=s.id, svar="Ja")
    with pytest.raises(IngenRet):
        v.goer(v.sagsbehandler, spoerg_kommunen, sag.id, tekst="Må vi?")
    v.hos_koordinator(sag)
    with kontekst.arbejder_som(v.koordinator):
        assert type(s).objects.filter(id=s.id).exists()


def test_en_sen_sag_tages_med_eller_flyttes_med_grund(verden: Verden) -> None:
    v = verden
    _ = v.koordinator
    med, flyttes = _sendt(v), _sendt(v, SENT, "Frida Flyt")
    senere = v.moede(date(2026, 6, 16))
    klient = v.klient(v.sekretariat)
    side = tekst(klient.get(adresse("stilling", med)))
    assert "»Resuméet kom i nat.«" in side
    assert indsend(klient, adresse("stilling", med), valg="tag_med", grund="").status_code == 422
    assert indsend(klient, adresse("stilling", med), valg="tag_med", grund="Der er plads.").status_code == 302
    assert indsend(klient, adresse("stilling", flyttes), valg="flyt", grund="Fuldt.").status_code == 422
    svar = indsend(
        klient, adresse("stilling", flyttes), valg="flyt", moede=str(senere.id), grund="Dagen er fuld."
    )
    assert svar.status_code == 302
    nu = frisk(flyttes, v.sagsbehandler)
    assert (nu.moede_id, nu.sent_stilling, nu.sendt_for_sent) == (senere.id, FLYT, True)
    indbakke = tekst(klient.get("/indbakke/"))
    assert "Modtaget for sent" not in indbakke
    assert "Send senest tirsdag 9. juni 2026" in indbakke
    assert "Dagen er fuld." in tekst(v.klient(v.sagsbehandler).get(adresse("sag", flyttes)))
    with kontekst.arbejder_som(v.sagsbehandler):
        post = Haendelse.objects.get(sag=flyttes, handling="tag_stilling")
    assert post.data["moede_dato"] == "2026-06-01"
    with pytest.raises(KanIkke):
        v.goer(v.sekretariat, tag_stilling, med.id, valg=TAG_MED, grund="Igen")


def test_en_sen_sag_flyttes_ikke_til_en_anden_kommunes_dag(verden: Verden) -> None:
    v = verden
    sag = _sendt(v)
    fremmed = Moede.objects.using("vedligehold").create(
        kommune=v.nabokommune,
        region=v.region,
        dato=date(2026, 6, 16),
        kl=time(9),
        sted="Naboens",
        moedeleder_id=v.naboen.medarbejder_id,
    )
    with pytest.raises(FindesIkke):
        v.goer(v.sekretariat, tag_stilling, sag.id, valg=FLYT, grund="Fuldt", moede_id=fremmed.id)
    with pytest.raises(FindesIkke):
        v.goer(v.fjernt_sekretariat, tag_stilling, sag.id, valg=TAG_MED, grund="Ja")


def test_fravaer_ses_som_fri_og_sagerne_gives_i_et_hug(verden: Verden) -> None:
    v = verden
    sager = [v.hos_koordinator(_sendt(v, date(2026, 6, 3), navn)) for navn in ("Ida Et", "Ida To")]
    klient = v.klient(v.sekretariat)
    felter = {"hvem": str(v.koordinator.medarbejder_id), "fra": "27.05.2026", "til": "05.06.2026"}
    stedfortraeder = str(v.anden_koordinator.medarbejder_id)
    assert indsend(klient, "/fravaer/", **felter | {"til": "01.05.2026"}).status_code == 422
    evigt = dict.fromkeys(("fra", "til"), "31.12.9999")  # no year can be added to the last day there is
    assert indsend(klient, "/fravaer/", **felter | evigt).status_code == 422
    assert indsend(klient, "/fravaer/", **felter, stedfortraeder=stedfortraeder).status_code == 302
    assert indsend(klient, "/fravaer/", **felter).status_code == 422  # twice on the same days
    assert "fri" in tekst(klient.get("/indbakke/"))
    with kontekst.arbejder_som(v.sekretariat):
        f = Fravaer.objects.get()
        assert borte([v.koordinator.medarbejder_id, uuid.uuid4()], DAG) == {v.koordinator.medarbejder_id}
        assert not borte([v.koordinator.medarbejder_id], DAG + timedelta(days=60))
    # A kommune that plans reads it of its own region's people, and no more of them than the days.
    with kontekst.arbejder_som(v.sagsbehandler):
        assert borte([v.koordinator.medarbejder_id], DAG) == {v.koordinator.medarbejder_id}
        assert not Medarbejder.objects.filter(id=v.koordinator.medarbejder_id).exists()
    with kontekst.arbejder_som(v.fjernt_sekretariat):
        assert not borte([v.koordinator.medarbejder_id], DAG)
    giv = f"/fravaer/{f.id}/sager/"
    assert "Ida Et" in tekst(klient.get(giv))
    assert indsend(klient, giv, grund="").status_code == 422
    assert indsend(klient, giv, grund="Hun er på kursus.").status_code == 302
    for sag in sager:
        assert frisk(sag, v.anden_koordinator).koordinator_id == v.anden_koordinator.medarbejder_id
        assert handlinger(sag, v.sagsbehandler).count("giv_til_stedfortraeder") == 1
    assert v.klient(v.koordinator).get(adresse("notat", sager[0])).status_code == 404
    assert indsend(klient, f"/fravaer/{f.id}/slut/").status_code == 302
    assert indsend(klient, f"/fravaer/{f.id}/slut/").status_code == 404


def test_kun_sekretariatet_skriver_fravaer_og_kun_om_egne(verden: Verden) -> None:
    v = verden
    fjern = v.person(Rolle.SUNDHEDSKOORDINATOR, v.anden_region)
    dage = {"fra": DAG, "til": DAG}
    with pytest.raises(KanIkke):
        v.goer(v.sekretariat, registrer_fravaer, hvem_id=fjern.medarbejder_id, **dage)
    with pytest.raises(IngenRet):
        v.goer(v.koordinator, registrer_fravaer, hvem_id=v.koordinator.medarbejder_id, **dage)
    f = v.goer(v.sekretariat, registrer_fravaer, hvem_id=v.koordinator.medarbejder_id, **dage)
    with pytest.raises(KanIkke):  # nobody to give to
        v.goer(v.sekretariat, giv_til_stedfortraeder, f.id, grund="Ja")
    with pytest.raises(FindesIkke):
        v.goer(v.fjernt_sekretariat, giv_til_stedfortraeder, f.id, grund="Ja")
    assert "Gem fravær" not in tekst(v.klient(v.koordinator).get("/fravaer/"))


def test_valget_af_kommune_bliver_staaende(verden: Verden) -> None:
    v = verden
    _sendt(v, date(2026, 6, 16), "Her Hjemme")
    klient = v.klient(v.sekretariat)
    assert "Her Hjemme" in tekst(klient.get("/indbakke/"))
    assert indsend(klient, "/indbakke/", kommune=str(v.nabokommune.id)).status_code == 302
    assert "Her Hjemme" not in tekst(klient.get("/indbakke/"))
    assert "Kun sager fra Nabo Kommune" in tekst(klient.get("/indbakke/"))
    indsend(klient, "/indbakke/", kommune="")
    assert "Her Hjemme" in tekst(klient.get("/indbakke/"))


def test_over_tyve_i_en_gruppe_bladres_der_i_gruppen() -> None:
    kommune, moede = Organisation(id=uuid.uuid4(), navn="Prøve Kommune"), Moede(dato=date(2026, 6, 16))
    tid = datetime(2026, 5, 26, 12, tzinfo=UTC)
    sager = [
        Sag(
            id=uuid.uuid4(),
            sagstype="fleksjob",
            moede=moede,
            kommune=kommune,
            sendt_tid=tid,
            sendt_dag=DAG,
        )
        for _nr in range(45)
    ]
    (foerste,) = grupper(sager, DAG, Aftalebog([]))
    (tredje,) = grupper(sager, DAG, Aftalebog([]), sider={foerste.noegle: 3})
    (for_langt,) = grupper(sager, DAG, Aftalebog([]), sider={foerste.noegle: 99})
    assert (foerste.antal, len(foerste.raekker), list(foerste.sider)) == (45, 20, [1, 2, 3])
    assert [r.sag for r in tredje.raekker] == sager[40:] == [r.sag for r in for_langt.raekker]
    assert foerste.raekker[-1].naeste == sager[20].id
    assert foerste.raekker[0].aftale == "kategori ikke angivet"


def test_sager_uden_dag_staar_sidst_og_glemmes_ikke() -> None:
    kommune, tid = Organisation(id=uuid.uuid4(), navn="Prøve Kommune"), datetime(2026, 5, 26, 12, tzinfo=UTC)
    faelles = {"kommune": kommune, "sendt_tid": tid, "sendt_dag": DAG}
    aflyst = Sag(id=uuid.uuid4(), sagstype="fleksjob", sendt_for_sent=True, **faelles)
    samtale = Sag(id=uuid.uuid4(), sagstype="andet", undertype=SAMTALE, **faelles)
    fundne = grupper([samtale, aflyst], DAG, Aftalebog([]))
    assert [g.overskrift for g in fundne] == ["Venter på en ny mødedag", "Samtaler uden møde"]
    assert all(g.maerke is None and not g.hastende for g in fundne)
    assert not fundne[0].raekker[0].tag_stilling


def test_en_sag_der_ikke_kunne_sendes_staar_oeverst(verden: Verden) -> None:
    v = verden
    _ = v.koordinator
    sag = _sendt(v, date(2026, 6, 16), "Senja Senere")
    svar = indsend(v.klient(v.sekretariat), adresse("fordel", sag), koordinator=str(uuid.uuid4()))
    assert svar.status_code == 422
    side = tekst(svar)
    assert side.index("Send igen") < side.index("Send senest")
    assert svar.content.decode().count(f'id="k-{sag.id}"') == 1


def test_efter_dag_eller_efter_kommune_viser_de_samme_sager(verden: Verden) -> None:
    """The choice is kept; each row has its own last day; what must leave today is counted the same."""
    v = verden
    klient = v.klient(v.sekretariat)
    _sendt(v)
    senere = _sendt(v, date(2026, 6, 18), "Senere Sørensen")
    foer = tekst(klient.get("/indbakke/"))
    assert "Send senest torsdag 11. juni 2026" in foer and "Modtaget for sent" in foer
    assert indsend(klient, "/indbakke/", efter="kommune").status_code == 302
    efter = tekst(klient.get("/indbakke/"))
    assert "Prøve Kommune 2 sager" in efter and "Send senest torsdag" not in efter
    assert "11.06.2026" in efter and "Senere Sørensen" in efter and "Birthe Borger" in efter
    hastende = "1 skal til sundhedskoordinator i dag"
    assert hastende in foer and hastende in efter
    assert indsend(klient, "/indbakke/", kommune=str(v.kommune.id)).status_code == 302
    assert "Prøve Kommune 2 sager" in tekst(
        klient.get("/indbakke/")
    )  # the one choice does not undo the other
    assert indsend(klient, "/indbakke/", efter="vrøvl").status_code == 302
    assert "Modtaget for sent" in tekst(klient.get("/indbakke/")) and senere.id
