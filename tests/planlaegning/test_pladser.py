"""Booking, moving, swapping, cancelling: each place holds one case, each case one place, and everybody is told."""

from datetime import date, time
from uuid import UUID

import pytest
from django.db import DatabaseError, IntegrityError, connection

from rehabteam.handlinger.aflys_moede import aflys_moede
from rehabteam.handlinger.aflys_sag import aflys_sag
from rehabteam.handlinger.byt_pladser import byt_pladser
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.godkend_plan import Valg, godkend_plan
from rehabteam.handlinger.laeg_pladser import laeg_pladser
from rehabteam.handlinger.opret_moedeserie import opret_moedeserie
from rehabteam.handlinger.registrer_fravaer import registrer_fravaer
from rehabteam.handlinger.saet_moedemedlem import saet_moedemedlem
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE
from rehabteam.sager.models import Haendelse, Moede, Moedemedlem, Moedeplads, Paamindelse
from rehabteam.sager.udtraek.planlaegning import planbillede
from tests.planlaegning.hjaelp import VED, aftale, fleksjob, frisk, pladser
from tests.verden import DAG, Verden

DEN_11, DEN_18 = date(2026, 6, 11), date(2026, 6, 18)


def test_en_dag_faar_aftalens_pladser_og_ikke_flere_sager(verden: Verden) -> None:
    v = verden
    gammel = v.moede(DEN_18)
    assert pladser(gammel) == []  # no agreement: »Ikke angivet«, and no ceiling
    aftale(v)
    moede = v.moede(DEN_11)
    assert pladser(moede) == [(FLEKSJOB, 1, None), (FLEKSJOB, 2, None), (SYGEDAGPENGE, 1, None)]
    en, to, tre = (fleksjob(v) for _ in range(3))
    for sag in (en, to):
        v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=moede.id, kl=time(10))
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, vaelg_moede, tre.id, moede_id=moede.id)
    assert "Alle 2 pladser" in fejl.value.felter["moede"]
    gen = v.genoptaget()
    v.goer(v.sagsbehandler, vaelg_moede, gen.id, moede_id=moede.id)
    assert pladser(moede) == [(FLEKSJOB, 1, en.id), (FLEKSJOB, 2, to.id), (SYGEDAGPENGE, 1, gen.id)]
    v.goer(v.sagsbehandler, vaelg_moede, tre.id, moede_id=gammel.id)
    assert frisk(tre).moede_id == gammel.id
    with pytest.raises(KanIkke):
        v.goer(v.leder, laeg_pladser, moede.id)
    assert v.goer(v.leder, laeg_pladser, gammel.id) == 3
    assert pladser(gammel)[0] == (FLEKSJOB, 1, tre.id)


def test_flyt_bytte_og_aflys_saetter_pladserne_med(verden: Verden) -> None:
    v = verden
    aftale(v)
    a, b = v.moede(DEN_11), v.moede(DEN_18)
    en, to = fleksjob(v), fleksjob(v)
    v.goer(v.sagsbehandler, vaelg_moede, en.id, moede_id=a.id, kl=time(9))
    v.goer(v.sagsbehandler, vaelg_moede, to.id, moede_id=b.id, kl=time(11))
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.moedeleder, byt_pladser, en.id, med_id=to.id, grund=" ")
    assert "grund" in fejl.value.felter
    v.goer(v.moedeleder, byt_pladser, en.id, med_id=to.id, grund="Borgeren rejser.")
    assert (frisk(en).moede_id, frisk(en).moede_kl) == (b.id, time(11))
    assert (frisk(to).moede_id, frisk(to).moede_kl) == (a.id, time(9))
    assert pladser(a)[0] == (FLEKSJOB, 1, to.id) and pladser(b)[0] == (FLEKSJOB, 1, en.id)
    spor = Haendelse.objects.using(VED).get(sag=en, handling="byt_pladser")
    assert spor.data | {"grund": ""} == {
        "moede_id": str(a.id),
        "moede_dato": "2026-06-11",
        "dage_foer": 15,
        "grund": "",
    }
    # The caseworker is told, for another did it.
    fortalt = Paamindelse.objects.using(VED).filter(sag=en, medarbejder_id=v.sagsbehandler.medarbejder_id)
    assert "flyttet fra 11.06.2026 til 18.06.2026: Borgeren rejser." in fortalt.get().tekst
    v.goer(v.sagsbehandler, aflys_sag, en.id, grund="Borgeren er syg.")
    assert frisk(en).moede_id is None and pladser(b)[0] == (FLEKSJOB, 1, None)
    assert Haendelse.objects.using(VED).get(sag=en, handling="aflys_sag").data["dage_foer"] == 22
    assert fortalt.count() == 1  # she did that herself
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, aflys_sag, en.id, grund="Igen.")


def test_en_aflyst_dag_slipper_sine_sager_og_tager_ingen(verden: Verden) -> None:
    v = verden
    aftale(v)
    moede = v.moede(DEN_11)
    sager = [fleksjob(v), v.sendt()]
    v.goer(v.sagsbehandler, vaelg_moede, sager[0].id, moede_id=moede.id)
    v.goer(v.sagsbehandler, vaelg_moede, sager[1].id, moede_id=moede.id, grund="Samles.")
    with pytest.raises(IngenRet):
        v.goer(v.sagsbehandler, aflys_moede, moede.id, grund="Snestorm.")
    svar = v.goer(v.leder, aflys_moede, moede.id, grund="Snestorm.")
    assert (svar.sager, svar.besked) == (2, 2)
    assert [frisk(s).moede_id for s in sager] == [None, None]
    assert all(sag is None for _, _, sag in pladser(moede))
    efter = Moede.objects.using(VED).get(id=moede.id)
    assert efter.aflyst_tid and efter.aflyst_grund == "Snestorm."
    for handling, hvad in ((vaelg_moede, {"moede_id": moede.id}), (aflys_moede, {"grund": "Igen."})):
        om = moede.id if handling is aflys_moede else sager[0].id
        with pytest.raises(KanIkke) as fejl:
            v.goer(v.leder, handling, om, **hvad)
        assert "aflyst" in fejl.value.felter["moede"]
    with kontekst.arbejder_som(v.sagsbehandler):
        assert {s.sag.id for s in planbillede(v.sagsbehandler, DAG).venter} == {s.id for s in sager}


def test_databasen_selv_afviser_en_dobbelt_booking(verden: Verden) -> None:
    """With the site's own role, past every Handling: a place twice, a case twice, a case on another day's place."""
    v = verden
    aftale(v)
    a, b = v.moede(DEN_11), v.moede(DEN_18)
    en, to = fleksjob(v), fleksjob(v)
    v.goer(v.sagsbehandler, vaelg_moede, en.id, moede_id=a.id)
    v.goer(v.sagsbehandler, vaelg_moede, to.id, moede_id=a.id)

    def plads(moede: Moede, nr: int) -> UUID:
        return Moedeplads.objects.using(VED).get(moede=moede, aftalekategori=FLEKSJOB, nr=nr).id

    forbudt = (
        ("UPDATE sager_moedeplads SET sag_id = %s WHERE id = %s", [en.id, plads(a, 2)]),
        ("UPDATE sager_moedeplads SET sag_id = %s WHERE id = %s", [en.id, plads(b, 1)]),
        ("UPDATE sager_sag SET moede_id = %s WHERE id = %s", [b.id, en.id]),
        ("UPDATE sager_moedeplads SET nr = 9 WHERE id = %s", [plads(a, 1)]),
        ("DELETE FROM sager_moedeplads WHERE id = %s", [plads(a, 1)]),
        ("UPDATE sager_moede SET aflyst_tid = now() WHERE id = %s", [a.id]),
    )
    for sql, felter in forbudt:
        with (
            pytest.raises(DatabaseError),
            kontekst.arbejder_som(v.sagsbehandler),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql, felter)
    # A free place of another day may not take a case that is not on that day.
    fri = fleksjob(v)
    with pytest.raises(IntegrityError), kontekst.arbejder_som(v.sagsbehandler), connection.cursor() as cursor:
        cursor.execute("UPDATE sager_moedeplads SET sag_id = %s WHERE id = %s", [fri.id, plads(b, 2)])


def test_planen_godkendes_som_den_blev_vist_eller_slet_ikke(verden: Verden) -> None:
    v = verden
    aftale(v)
    a, b = v.moede(DEN_11), v.moede(DEN_18)
    sager = [fleksjob(v) for _ in range(3)] + [v.genoptaget()]
    with kontekst.arbejder_som(v.sagsbehandler):
        billede = planbillede(v.sagsbehandler, DAG)
    dage = {s.id: billede.efter_sag[s.id].dag.id for s in sager}
    assert sorted(dage[s.id] == a.id for s in sager[:3]) == [False, True, True] and dage[sager[3].id] == a.id
    venter = {s.sag.id: s for s in billede.venter}
    assert venter[sager[0].id].vent.senest == date(2026, 7, 8) and venter[sager[0].id].maal == 42
    # Ten hverdage by the agreement: Whit Monday is behind, 5 June does not count.
    assert venter[sager[0].id].vent.tidligst == DEN_11 and venter[sager[3].id].vent.tidligst == date(
        2026, 6, 3
    )
    valg = [Valg(s.id, dage[s.id], s.version) for s in sager]
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.leder, godkend_plan, valg=[valg[0], Valg(sager[1].id, a.id, 7)])
    assert "er ændret" in fejl.value.felter["valg"] and frisk(sager[0]).moede_id is None
    with pytest.raises(KanIkke):  # three on two places: none of them
        v.goer(v.leder, godkend_plan, valg=[Valg(s.id, a.id, s.version) for s in sager[:3]])
    assert frisk(sager[0]).moede_id is None
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, godkend_plan, valg=valg)
    assert v.goer(v.leder, godkend_plan, valg=valg) == 4
    assert {s.id: frisk(s).moede_id for s in sager} == dage
    assert (
        Haendelse.objects.using(VED).filter(handling="godkend_plan", sag__in=[s.id for s in sager]).count()
        == 4
    )
    assert b.id in dage.values()


def test_en_serie_springer_helligdage_lukkedage_og_optagne_dage_over(verden: Verden) -> None:
    v = verden
    aftale(v)
    felter = {"kl": time(9), "sted": "Lokale 7", "moedeleder_id": v.moedeleder.medarbejder_id}
    # Mondays from Whit Monday's week on; 25 May is Whit Monday and gone, so from a Friday with Constitution Day.
    svar = v.goer(
        v.leder,
        opret_moedeserie,
        fra=date(2026, 5, 29),
        til=date(2026, 6, 26),
        hver_uge=1,
        afholdes="video",
        **felter,
    )
    assert [m.dato.day for m in svar.moeder] == [29, 12, 19, 26]
    assert [dag.day for dag, _ in svar.sprunget_over] == [5]
    assert len({m.serie for m in svar.moeder}) == 1 and all(m.form == "video" for m in svar.moeder)
    assert len(pladser(svar.moeder[0])) == 3
    igen = v.goer(
        v.leder, opret_moedeserie, fra=date(2026, 6, 12), til=date(2026, 7, 3), hver_uge=1, **felter
    )
    assert [m.dato for m in igen.moeder] == [date(2026, 7, 3)]
    for forkert in ({"hver_uge": 0}, {"til": date(2026, 6, 1)}, {"sted": " "}, {"til": date(2031, 1, 1)}):
        alt = {"fra": date(2026, 6, 12), "til": date(2026, 7, 3), "hver_uge": 1} | felter | forkert
        with pytest.raises(KanIkke):
            v.goer(v.leder, opret_moedeserie, **alt)


def test_hvert_hus_saetter_sine_egne_paa_dagen(verden: Verden) -> None:
    v = verden
    moede = v.moede(DEN_11)

    def saet(hvem: object, omraade: str, person: object, **mere: object) -> Moedemedlem:
        felter = {"fagomraade": omraade, "medarbejder_id": person.medarbejder_id}  # type: ignore[attr-defined]
        return v.goer(hvem, saet_moedemedlem, moede.id, **felter, **mere)  # type: ignore[arg-type]

    saet(v.leder, "social", v.teammedlem, stedfortraeder_id=v.sagsbehandler.medarbejder_id)
    saet(v.leder, "social", v.sagsbehandler)
    saet(
        v.sekretariat,
        "sundhedskoordinator",
        v.koordinator,
        stedfortraeder_id=v.anden_koordinator.medarbejder_id,
    )
    staar = {
        m.fagomraade: (m.navn, m.stedfortraeder_navn)
        for m in Moedemedlem.objects.using(VED).filter(moede=moede)
    }
    assert staar == {
        "social": ("Sanne Sagsbehandler", ""),
        "sundhedskoordinator": ("Karen Koordinator", "Anders Anden"),
    }
    for hvem, omraade, person in (
        (v.leder, "sundhedskoordinator", v.teammedlem),
        (v.sekretariat, "social", v.koordinator),
        (v.leder, "social", v.koordinator),
        (v.leder, "udenfor", v.teammedlem),
    ):
        with pytest.raises(KanIkke):
            saet(hvem, omraade, person)
    with pytest.raises(FindesIkke):
        saet(v.person(v.leder.rolle, v.nabokommune), "social", v.teammedlem)


def test_en_dag_uden_sundhedskoordinator_faar_ingen_sager(verden: Verden) -> None:
    """She is away and nobody comes instead: the planner passes the day over. With a substitute it does not."""
    v = verden
    aftale(v)
    a, b = v.moede(DEN_11), v.moede(DEN_18)
    sag = fleksjob(v)
    karen = {"fagomraade": "sundhedskoordinator", "medarbejder_id": v.koordinator.medarbejder_id}
    v.goer(v.sekretariat, saet_moedemedlem, a.id, **karen)
    v.goer(
        v.sekretariat,
        registrer_fravaer,
        hvem_id=v.koordinator.medarbejder_id,
        fra=DEN_11,
        til=DEN_11,
    )

    def dag() -> date:
        with kontekst.arbejder_som(v.sagsbehandler):
            return planbillede(v.sagsbehandler, DAG).efter_sag[sag.id].dag.dato

    assert dag() == b.dato
    v.goer(
        v.sekretariat, saet_moedemedlem, a.id, stedfortraeder_id=v.anden_koordinator.medarbejder_id, **karen
    )
    assert dag() == a.dato
