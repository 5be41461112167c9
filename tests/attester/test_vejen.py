"""A certificate's way: asked for, handed over, at the doctor's, reminded, received, regretted, read and marked off."""

from datetime import date, time
from typing import Any

import pytest
from django.db import DatabaseError, connection, connections, transaction

from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.fortryd_attestskridt import fortryd_attestskridt
from rehabteam.handlinger.modtag_oplysninger import modtag_oplysninger
from rehabteam.handlinger.registrer_attestskridt import registrer_attestskridt
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.tilbagekald_samtykke import tilbagekald_samtykke
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traek_dokument_tilbage import traek_dokument_tilbage
from rehabteam.handlinger.vurder_aendringer import vurder_aendringer
from rehabteam.handlinger.vurder_laegeattest import vurder_laegeattest
from rehabteam.lov.bek2408_2021 import par04
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Anmodning, Dokument, Haendelse, Sag, Samtykke
from rehabteam.sager.sagsfakta import laege
from rehabteam.sager.udtraek import attester
from tests.verden import DAG, PDF, Verden

HOS = "Lægehuset Nordby"


def sagt_ja(v: Verden, sag: Sag) -> Samtykke:
    ja: dict[str, Any] = {
        "oplysninger": "Lægens vurdering af helbred og arbejde",
        "kilde": HOS,
        "formaal": "Til teamets møde.",
        "givet": date(2026, 4, 1),
        "maade": "underskrift",
        "praecist": True,
        "konsekvenser_oplyst": True,
    }
    return v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **ja)


def bedt(v: Verden, sag: Sag, form: str = "LAE_265", **andet: Any) -> Anmodning:
    felter = {
        "attest": form,
        "til": HOS,
        "oplysninger": "Helbred og arbejde",
        "daekker": True,
        "samtykke_id": sagt_ja(v, sag).id,
        "ny_attest_grund": "Den gamle er fra før operationen.",
    }
    return v.goer(v.sagsbehandler, anmod_om_oplysninger, sag.id, **{**felter, **andet}, dag=date(2026, 4, 20))


def skridt(v: Verden, anmodning: Anmodning, slags: str, dag: date = date(2026, 4, 22), **andet: Any) -> Any:
    return v.goer(v.sagsbehandler, registrer_attestskridt, anmodning.id, slags=slags, dato=dag, **andet)


def papir(v: Verden, sag: Sag, titel: str = "LÆ 265") -> Dokument:
    felter = {"filnavn": "a.pdf", "data": PDF, "slags": "laegeattest"}
    return v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **felter, titel=titel, dato=date(2026, 5, 20))


def en_rad(v: Verden, sag: Sag, dag: date = DAG) -> attester.Attestrad:
    with kontekst.arbejder_som(v.sagsbehandler):
        return attester.sagens(v.sagsbehandler, sag.id, dag)[0]


def test_hele_vejen_fra_anmodet_til_modtaget(verden: Verden) -> None:
    """The positive control: each step has its row and its Hændelse; received, the request is closed."""
    v, sag = verden, verden.genoptaget()
    anmodning = bedt(v, sag)
    skridt(v, anmodning, "udleveret")
    skridt(v, anmodning, "hos_laegen", date(2026, 4, 24))
    skridt(v, anmodning, "tid_bestilt", date(2026, 6, 2), kl=time(10, 15))
    rad = en_rad(v, sag)
    assert (rad.frist, rad.stand.forsinket, rad.stand.naeste) == (date(2026, 5, 24), True, "konsultation")
    with kontekst.arbejder_som(v.sagsbehandler):
        (sen,) = [r for r in attester.frister(v.sagsbehandler, DAG) if r.stand.forsinket]
        assert sen.anmodning.id == anmodning.id and sen.frist == date(2026, 5, 24)
        assert sen.anmodning.sag.borger.navn and sen.stand.boer_rykkes
    skridt(v, anmodning, "rykket", DAG)
    assert not en_rad(v, sag).stand.boer_rykkes
    dokument = papir(v, sag)
    skridt(v, anmodning, "modtaget", DAG, dokument_id=dokument.id)
    rad = en_rad(v, sag)
    assert (rad.anmodning.tilstand, rad.anmodning.lukket_dag, rad.stand.naeste) == ("modtaget", DAG, "")
    modtaget = rad.seneste("modtaget")
    assert modtaget and modtaget.dokument_id == dokument.id
    with kontekst.arbejder_som(v.sagsbehandler):
        assert not attester.frister(v.sagsbehandler, DAG)
        tekster = list(
            Haendelse.objects.filter(sag_id=sag.id, handling="registrer_attestskridt")
            .order_by("tid", "id")
            .values_list("tekst", flat=True)
        )
    assert tekster[2] == f"Borgeren har tid hos {HOS} 02.06.2026 kl. 10.15 til LÆ 265." and len(tekster) == 5
    with pytest.raises(FindesIkke):
        skridt(v, anmodning, "rykket", DAG)


@pytest.mark.parametrize(
    ("slags", "dag", "felt"),
    [
        ("sovet", date(2026, 4, 22), "slags"),
        ("fortrudt", date(2026, 4, 22), "slags"),
        ("udleveret", date(2026, 5, 28), "dato"),
        ("udleveret", date(2026, 4, 19), "dato"),
        ("tid_bestilt", date(2036, 4, 19), "dato"),
    ],
)
def test_et_skridt_der_ikke_kan_vaere_sandt(verden: Verden, slags: str, dag: date, felt: str) -> None:
    anmodning = bedt(verden, verden.genoptaget())
    with pytest.raises(KanIkke) as fejl:
        skridt(verden, anmodning, slags, dag)
    assert set(fejl.value.felter) == {felt}


def test_statusattesten_har_ingen_konsultation_og_en_anden_sags_papir_knyttes_ikke(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    status = bedt(v, sag, "LAE_125")
    with pytest.raises(KanIkke, match="hvad der er sket"):
        skridt(v, status, "konsultation")
    with pytest.raises(KanIkke, match="Vælg et dokument"):
        skridt(v, status, "modtaget", dokument_id=papir(v, v.genoptaget()).id)


def test_det_noterede_fortrydes_med_en_grund_og_bliver_staaende(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    anmodning = bedt(v, sag)
    skridt(v, anmodning, "hos_laegen")
    v.goer(v.sagsbehandler, modtag_oplysninger, anmodning.id)
    modtaget = en_rad(v, sag).seneste("modtaget")
    assert modtaget
    with pytest.raises(KanIkke, match="Skriv, hvorfor"):
        v.goer(v.sagsbehandler, fortryd_attestskridt, modtaget.id, grund=" ")
    v.goer(v.leder, fortryd_attestskridt, modtaget.id, grund="Det var en anden attest.")
    rad = en_rad(v, sag)
    assert (rad.anmodning.tilstand, rad.stand.modtaget, len(rad.skridt)) == ("sendt", False, 3)
    with pytest.raises(FindesIkke):
        v.goer(v.sagsbehandler, fortryd_attestskridt, modtaget.id, grund="Igen.")
    skridt(v, anmodning, "modtaget", DAG)
    assert en_rad(v, sag).anmodning.tilstand == "modtaget"


def test_efter_et_samtykke_der_er_trukket_tilbage_sker_der_ikke_mere(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    aaben, kommet = bedt(v, sag), bedt(v, sag)
    modtaget = skridt(v, kommet, "modtaget", DAG)
    for anmodning in (aaben, kommet):
        assert anmodning.samtykke_id
        v.goer(v.sagsbehandler, tilbagekald_samtykke, anmodning.samtykke_id)
    with pytest.raises(FindesIkke):
        skridt(v, aaben, "hos_laegen")
    with pytest.raises(KanIkke, match="trukket tilbage"):
        v.goer(v.sagsbehandler, fortryd_attestskridt, modtaget.id, grund="Forkert.")
    with kontekst.arbejder_som(v.sagsbehandler):
        assert Anmodning.objects.get(id=kommet.id).tilstand == "modtaget"


def test_kommer_sagen_igen_skal_en_ny_vurdering_begrundes(verden: Verden) -> None:
    """§ 18: no new LÆ 265, unless the situation has changed; other forms are asked for as before."""
    v, sag = verden, verden.genoptaget()
    with pytest.raises(KanIkke, match="kommer for teamet igen"):
        bedt(v, sag, ny_attest_grund=" ")
    assert bedt(v, sag).ny_attest_grund == "Den gamle er fra før operationen."
    assert bedt(v, sag, "LAE_125", ny_attest_grund="").ny_attest_grund == ""
    v.goer(v.sagsbehandler, vurder_aendringer, sag.id, aendret=True, grund="Opereret i marts.")
    assert bedt(v, sag, ny_attest_grund="").ny_attest_grund == ""


def test_kommunens_egen_dag_giver_laegen_de_dage_kilden_siger(verden: Verden) -> None:
    v, sag = verden, verden.genoptaget()
    assert bedt(v, sag, "LAE_285", svarfrist=date(2026, 4, 28)).svarfrist == date(2026, 4, 28)
    for form, dag in (("LAE_285", date(2026, 4, 27)), ("LAE_265", date(2026, 5, 28))):
        with pytest.raises(KanIkke, match=r"dage|tomt"):
            bedt(v, sag, form, svarfrist=dag)


def test_det_der_er_krydset_af_er_lovens_svar(verden: Verden) -> None:
    """Newest per paper governs; the ordinary certificate goes before the first talk's; a withdrawn one says nothing."""
    v = verden
    sag = v.gammel_sag(v.forloeb(), ())
    sag = v.genoptaget()
    sag.sagstype = "ressourceforloeb"  # as the law asks it of any other case

    def pl() -> par04.PlVurdering:
        with kontekst.arbejder_som(v.sagsbehandler):
            return laege.pl_vurdering(Sag(id=sag.id, sagstype="ressourceforloeb"))

    def kryds(hvilket: Dokument, kilde: str, **andet: Any) -> None:
        v.goer(v.sagsbehandler, vurder_laegeattest, sag.id, hvilket.id, kilde=kilde, **andet)

    assert pl() == par04.PlVurdering(kilde=None)
    attest, samtale = papir(v, sag), papir(v, sag, "LÆ 285")
    with pytest.raises(KanIkke) as fejl:
        kryds(attest, "LAEGEATTEST_PL", punkter=[1, 5])
    assert set(fejl.value.felter) == {"konsultation", "punkter"}
    kryds(attest, "LAEGEATTEST_PL", konsultation=True, punkter=[4, 1])
    kryds(samtale, "LAE285")
    assert pl() == par04.PlVurdering(kilde="LAEGEATTEST_PL", konsultation=True, nr=(1, 4))
    koder = {m.kode for m in par04.mangler("ressourceforloeb", pl())}
    assert koder == {"§ 4, stk. 3, nr. 2", "§ 4, stk. 3, nr. 3"}
    kryds(attest, "LAEGEATTEST_PL", konsultation=True, punkter=[1, 2, 3, 4])
    assert not par04.mangler("ressourceforloeb", pl())
    v.goer(v.sagsbehandler, traek_dokument_tilbage, sag.id, attest.id, grund="Forkert borger.")
    assert pl().kilde == "LAE285"
    kryds(samtale, "")
    assert pl().kilde is None
    with kontekst.arbejder_som(v.sagsbehandler):
        spor = Haendelse.objects.filter(sag_id=sag.id, handling="vurder_laegeattest").order_by("tid").first()
    assert (
        spor
        and spor.vurdering
        and spor.vurdering["regel"] == "bek2408.par04"
        and "2 af 4 punkter" in spor.tekst
    )


def test_kun_kommunens_egne_sagsbehandlere_noterer(verden: Verden) -> None:
    v, sag = verden, verden.hos_koordinator()
    anmodning = bedt(v, sag)
    noteret, dokument = skridt(v, anmodning, "udleveret"), papir(v, sag)
    for aktoer in (v.naboen, v.sekretariat, v.koordinator, v.moedeleder):
        for handling, args, felter in (
            (registrer_attestskridt, (anmodning.id,), {"slags": "hos_laegen", "dato": DAG}),
            (fortryd_attestskridt, (noteret.id,), {"grund": "Nej."}),
            (vurder_laegeattest, (sag.id, dokument.id), {"kilde": "LAE285"}),
        ):
            with pytest.raises((FindesIkke, IngenRet)):
                v.goer(aktoer, handling, *args, **felter)
    assert len(en_rad(v, sag).skridt) == 1


def test_det_skrevne_bliver_staaende(verden: Verden) -> None:
    """Neither the kommune nor the owner of the tables rewrites a step or what was found."""
    v, sag = verden, verden.genoptaget()
    noteret = skridt(v, bedt(v, sag), "udleveret")
    v.goer(v.sagsbehandler, vurder_laegeattest, sag.id, papir(v, sag).id, kilde="LAE285")
    ider = {"s": noteret.id, "sag": sag.id}
    for sql in (
        "UPDATE sager_attestskridt SET dag = '2026-01-01' WHERE id = %(s)s",
        "DELETE FROM sager_attestskridt WHERE id = %(s)s",
        "UPDATE sager_laegevurdering SET punkter = '{1,2,3,4}' WHERE sag_id = %(sag)s",
        "DELETE FROM sager_laegevurdering WHERE sag_id = %(sag)s",
    ):
        with (
            pytest.raises(DatabaseError),
            kontekst.arbejder_som(v.sagsbehandler),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql, ider)
        with (
            pytest.raises(DatabaseError),
            transaction.atomic("vedligehold"),
            connections["vedligehold"].cursor() as cursor,
        ):
            cursor.execute(sql, ider)
