"""A month's settlement: every line from what happened and the terms of the day, nothing edited, both sides' approval."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, connections

from rehabteam.handlinger.erklaer_inhabil import erklaer_inhabil
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.opgoer_afregning import opgoer_afregning
from rehabteam.handlinger.ret_afregning import ret_afregning
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.afregning import i_alt, stillinger
from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE
from rehabteam.sager.models import Afregning, Afregningsgodkendelse
from tests.afregning.scenen import MAJ, PRISER, Scene
from tests.verden import Verden

D1, D2 = date(2026, 5, 7), date(2026, 5, 21)  # two Thursdays


@pytest.fixture
def s(verden: Verden) -> Scene:
    return Scene(verden)


def beloeb(s: Scene) -> list[tuple[str, Decimal | None]]:
    return [(linje.slags, linje.beloeb) for linje in s.linjer()]


def test_en_linje_pr_sag_med_aftalens_pris(s: Scene) -> None:
    s.aftale()
    sag = s.behandlet(D1)
    s.behandlet(D2, art="fleksjob")
    s.opgoer()
    linjer = {linje.sag_id: linje for linje in s.linjer()}
    genforelagt = linjer[sag.id]
    assert (genforelagt.kategori, genforelagt.beloeb) == (SYGEDAGPENGE, Decimal("3250.00"))
    assert genforelagt.aftale.nr == 1 and genforelagt.pris == Decimal("3250.00")
    assert sorted(x.kategori for x in linjer.values()) == [FLEKSJOB, SYGEDAGPENGE]
    assert i_alt(linjer.values()) == Decimal("7350.50") and s.forskelle() == []


def test_sent_afbud_koster_efter_aftalen_og_i_god_tid_intet(s: Scene) -> None:
    s.aftale()
    s.afbud(D2, date(2026, 5, 20))  # one hverdag before: all of it
    s.afbud(D2, date(2026, 5, 15))  # four before (Friday): half
    s.afbud(D2, date(2026, 5, 11))  # in good time
    s.afbud(D2, date(2026, 5, 20), s.sag(sendt=False))  # the region never had it
    tilbage = s.afbud(D2, date(2026, 5, 20))  # came back, or was moved within the day
    s.behandlet(D2, tilbage)
    s.opgoer()
    assert sorted(beloeb(s)) == [
        ("afbud", Decimal("1625.00")),
        ("afbud", Decimal("3250.00")),
        ("sag", Decimal("3250.00")),
    ]


def test_moede_og_dag_betales_en_gang_og_kun_hvis_aftalen_har_en_pris(s: Scene) -> None:
    s.aftale(replace(PRISER, pris_per_moede=Decimal("500.00"), pris_per_dag=Decimal("99.95")))
    for dato in (D1, D1, D2):
        s.behandlet(dato)
    s.opgoer()
    slags = [linje.slags for linje in s.linjer()]
    assert (slags.count("sag"), slags.count("moede"), slags.count("dag")) == (3, 2, 2)
    assert i_alt(s.linjer()) == 3 * Decimal("3250.00") + 2 * Decimal("599.95")


def test_uden_pris_er_der_en_linje_uden_beloeb_og_ingen_kan_godkende(s: Scene) -> None:
    s.behandlet(D1)  # no agreement at all
    s.opgoer()
    assert beloeb(s) == [("sag", None)] and i_alt(s.linjer()) == 0
    with pytest.raises(KanIkke) as nej:
        s.godkend(s.v.leder)
    assert "ingen kendt pris" in nej.value.felter[""]


def test_prisen_bliver_kendt_og_kommer_som_en_ny_linje(s: Scene) -> None:
    s.behandlet(D1)
    s.opgoer()
    s.aftale()
    assert [f.beloeb for f in s.forskelle()] == [Decimal("3250.00")]
    s.opgoer(s.v.leder)
    foerste, anden = s.linjer()
    assert foerste.beloeb is None and anden.beloeb == Decimal("3250.00") and anden.retter_id == foerste.id
    s.godkend(s.v.leder)
    assert s.godkend(s.v.sekretariat).laast_tid


def test_en_linje_uden_pris_afklares_med_en_grund(s: Scene) -> None:
    s.behandlet(D1)
    s.opgoer()
    with pytest.raises(KanIkke) as nej:
        s.ret(s.linjer()[0], "-1.00", " ")
    assert set(nej.value.felter) == {"beloeb", "grund"}
    s.ret(s.linjer()[0], "2000.00")
    assert s.linjer()[1].oprindelse == "afklaret" and s.forskelle() == []
    s.godkend(s.v.leder)
    assert s.godkend(s.v.sekretariat).laast_tid
    s.aftale()  # what the two have agreed on stands, also when a price is written later
    assert s.forskelle() == []


def test_en_rettelse_er_en_ny_linje_og_overlever_en_ny_opgoerelse(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    s.opgoer()
    s.ret(s.linjer()[0], "-250.00", "Mødet blev afkortet.")
    assert s.forskelle() == [] and i_alt(s.linjer()) == Decimal("3000.00")
    with pytest.raises(KanIkke):
        s.ret(s.linjer()[0], "0.00")
    with pytest.raises(KanIkke):  # nothing new
        s.opgoer()


def test_godkendt_af_begge_er_laast_og_resten_kommer_i_en_ny(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    s.opgoer()
    assert s.godkend(s.v.leder).laast_tid is None
    foerste = s.godkend(s.v.sekretariat)
    assert foerste.laast_tid
    with pytest.raises(KanIkke) as nej:
        s.ret(s.linjer()[0], "-1.00")
    assert "godkendt af begge" in nej.value.felter[""]
    s.behandlet(D2)
    ny = s.opgoer()
    assert (ny.nr, ny.laast_tid) == (2, None)
    assert [(linje.afregning_id, linje.nr) for linje in s.linjer()] == [(foerste.id, 1), (ny.id, 1)]
    godkendt = Afregningsgodkendelse.objects.using("vedligehold").filter(afregning=foerste)
    assert {(g.side, g.linjer, g.sum) for g in godkendt} == {
        ("kommune", 1, Decimal("3250.00")),
        ("region", 1, Decimal("3250.00")),
    }


def test_en_linje_efter_den_ene_parts_godkendelse_kraever_en_ny(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    s.opgoer()
    s.godkend(s.v.leder)
    s.ret(s.linjer()[0], "-1.00")
    assert s.godkend(s.v.sekretariat).laast_tid is None
    assert s.godkend(s.v.leder).laast_tid
    with pytest.raises(KanIkke):
        s.godkend(s.v.leder)


def test_ingen_godkender_det_der_ikke_passer_eller_ikke_er_slut(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    s.opgoer()
    with pytest.raises(KanIkke) as nej:
        s.godkend(s.v.leder, dag=date(2026, 5, 31))
    assert "ikke slut" in nej.value.felter[""]
    s.behandlet(D2)
    with pytest.raises(KanIkke) as nej:
        s.godkend(s.v.leder)
    assert "svarer ikke" in nej.value.felter[""]


def test_ingen_laegger_til_efter_laasen_og_ingen_retter(s: Scene) -> None:
    """Also when the site would: PostgreSQL refuses."""
    s.aftale()
    s.behandlet(D1)
    afregning = s.opgoer()
    s.godkend(s.v.leder)
    s.godkend(s.v.sekretariat)
    linje = s.linjer()[0]
    with connections["vedligehold"].cursor() as cursor:
        for sql in (
            "UPDATE sager_afregningslinje SET beloeb = 1 WHERE id = %s",
            "DELETE FROM sager_afregningslinje WHERE id = %s",
        ):
            with pytest.raises(IntegrityError):
                cursor.execute(sql, [linje.id])
        with pytest.raises(IntegrityError):
            cursor.execute("UPDATE sager_afregning SET laast_tid = NULL WHERE id = %s", [afregning.id])


def test_to_huse_ser_det_samme_og_ingen_andre_noget(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    s.opgoer()
    assert len(s.linjer(hvem=s.v.leder)) == len(s.linjer()) == 1
    assert s.poster(hvem=s.v.leder) == s.poster()
    assert s.linjer(hvem=s.v.naboen) == [] and s.poster(hvem=s.v.naboen) == {}
    with pytest.raises(FindesIkke):
        s.v.goer(s.v.leder, opgoer_afregning, s.v.nabokommune.id, maaned=MAJ)
    with pytest.raises(IngenRet):
        s.v.goer(s.v.sagsbehandler, opgoer_afregning, s.v.kommune.id, maaned=MAJ)


def test_den_der_er_holdt_ude_af_en_sag_ser_summen_men_hverken_opgoer_eller_godkender(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    sag = s.behandlet(D2)
    s.opgoer()
    s.v.goer(s.v.sekretariat, erklaer_inhabil, sag.borger_id, grund="slaegt", begrundelse="Fætter.")
    assert i_alt(s.linjer()) == Decimal("6500.00")
    assert len(s.poster()) == 1
    for proev in (s.opgoer, lambda: s.godkend(s.v.sekretariat)):
        with pytest.raises(KanIkke) as nej:
            proev()
        assert "du ikke kan se" in nej.value.felter[""]


def test_aftalen_paa_moedets_dag_gaelder_ogsaa_bagefter(s: Scene) -> None:
    s.aftale()
    s.behandlet(D1)
    s.aftale(replace(PRISER, pris_per_sag={SYGEDAGPENGE: Decimal("9000.00")}), fra=date(2026, 5, 28))
    s.behandlet(date(2026, 5, 28))
    s.opgoer()
    assert [b for _s, b in beloeb(s)] == [Decimal("3250.00"), Decimal("9000.00")]


def test_en_ukendt_linje_kan_ikke_rettes_af_en_fremmed(s: Scene) -> None:
    s.behandlet(D1)
    s.opgoer()
    linje = s.linjer()[0]
    with pytest.raises(FindesIkke):
        fremmed = s.v.person(s.v.leder.rolle, s.v.nabokommune)
        s.v.goer(fremmed, ret_afregning, linje.id, beloeb=Decimal(1), grund="x")
    assert stillinger(s.linjer())[linje.noegle].aaben
    assert Afregning.objects.using("vedligehold").filter(kommune=s.v.kommune).count() == 1
