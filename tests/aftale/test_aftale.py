"""The agreement between region and kommune: what is not known is never guessed, and old meetings keep their terms."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from rehabteam.handlinger.fejl import AendretAfAnden, FindesIkke, KanIkke
from rehabteam.handlinger.registrer_aftale import registrer_aftale
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.aftaler import FLEKSJOB, SYGEDAGPENGE, Vilkaar, blade, fra_json, vilkaar
from rehabteam.sager.models import Haendelse, Sag, Samarbejdsaftale
from tests.verden import DAG, Verden

MOEDE = date(2026, 6, 11)
KENDT = Vilkaar(
    frist_hverdage={SYGEDAGPENGE: 5, FLEKSJOB: 10},
    skaeringstid=time(12),
    saerlige_dage={"grundlovsdag": False},
    lukkedage=((date(2026, 6, 9), "Klinisk Funktion holder lukket"),),
    sager_per_dag={SYGEDAGPENGE: 8},
    pris_per_sag={SYGEDAGPENGE: Decimal("3250.00")},
    afbud=((1, 100), (5, 50)),
    dokumenter={"fleksjob": ("LÆ 265", "Forberedende del")},
    kategorier={"fleksjob": FLEKSJOB},
    afsnit={"frist_hverdage": "2.2.1", "pris_per_sag": "2.8"},
    senest_maal_dage=42,
)


def ny(v: Verden, terms: Vilkaar = KENDT, hvem: Aktoer | None = None, **andet: Any) -> Samarbejdsaftale:
    felter = {"gaelder_fra": DAG, "begrundelse": "Ny aftale.", "foer_nr": 0} | andet
    return v.goer(hvem or v.sekretariat, registrer_aftale, v.kommune.id, vilkaar=terms, **felter)


def gaelder(v: Verden, dag: date, hvem: Aktoer | None = None) -> Vilkaar:
    with kontekst.arbejder_som(hvem or v.sagsbehandler):
        return vilkaar(v.kommune.id, dag)


def test_uden_aftale_er_intet_kendt(verden: Verden) -> None:
    ukendt = gaelder(verden, MOEDE)
    assert ukendt == Vilkaar() and blade(ukendt) == {}
    assert ukendt.seneste_dag(SYGEDAGPENGE, MOEDE) is None and ukendt.afbudsprocent(MOEDE, DAG) is None
    assert ukendt.kategori(Sag(sagstype="fleksjob")) is None


def test_det_der_er_skrevet_kommer_igen_og_intet_andet(verden: Verden) -> None:
    ny(verden)
    laest = gaelder(verden, MOEDE)
    assert blade(laest) == blade(KENDT) and fra_json(KENDT.som_json()) == KENDT
    assert laest.pris_per_sag == {SYGEDAGPENGE: Decimal("3250.00")} and laest.pris_per_moede is None
    assert (laest.nr, laest.gaelder_fra, laest.opdigtet) == (1, DAG, False)


def test_en_aendring_virker_fra_sin_dag(verden: Verden) -> None:
    ny(verden)
    dyrere = replace(KENDT, pris_per_sag={SYGEDAGPENGE: Decimal("4000.00")})
    ny(verden, dyrere, gaelder_fra=date(2026, 7, 1), foer_nr=1)
    assert gaelder(verden, date(2026, 6, 30)).pris_per_sag[SYGEDAGPENGE] == Decimal("3250.00")
    assert gaelder(verden, date(2026, 7, 1)).pris_per_sag[SYGEDAGPENGE] == Decimal("4000.00")
    assert gaelder(verden, date(2026, 5, 26)) == Vilkaar()
    ny(verden, KENDT, gaelder_fra=date(2026, 7, 1), foer_nr=2)  # thought better of before it began
    assert gaelder(verden, date(2026, 7, 1)).nr == 3


def test_det_der_er_gaaet_kan_udfyldes_men_ikke_aendres(verden: Verden) -> None:
    kun_pris = Vilkaar(pris_per_sag={SYGEDAGPENGE: Decimal("3250.00")})
    ny(verden, kun_pris, gaelder_fra=date(2026, 1, 1))
    with pytest.raises(KanIkke) as nej:
        ny(verden, Vilkaar(pris_per_moede=Decimal(9)), gaelder_fra=date(2026, 2, 1), foer_nr=1)
    assert "beholder" in nej.value.felter["gaelder_fra"]
    ny(verden, replace(kun_pris, pris_per_moede=Decimal("900.00")), gaelder_fra=date(2026, 2, 1), foer_nr=1)
    assert gaelder(verden, date(2026, 2, 1)).pris_per_moede == Decimal("900.00")
    assert gaelder(verden, date(2026, 1, 31)).pris_per_moede is None


def test_hverdage_efter_aftalen(verden: Verden) -> None:
    """Thursday 11 June: the closed Tuesday and Grundlovsdag are no hverdage; where the agreement counts it, it is one."""
    assert KENDT.seneste_dag(SYGEDAGPENGE, MOEDE) == date(2026, 6, 2)
    aabent = replace(KENDT, lukkedage=(), saerlige_dage={"grundlovsdag": True})
    assert aabent.seneste_dag(SYGEDAGPENGE, MOEDE) == date(2026, 6, 4)
    assert Vilkaar(frist_hverdage={SYGEDAGPENGE: 5}).seneste_dag(SYGEDAGPENGE, MOEDE) == date(2026, 6, 3)
    assert KENDT.seneste_dag(SYGEDAGPENGE, date(2026, 12, 30)) == date(2026, 12, 21)


@pytest.mark.parametrize(
    ("dag", "procent"),
    [
        (date(2026, 6, 11), 100),  # the day itself
        (date(2026, 6, 10), 100),
        (date(2026, 6, 9), 100),  # closed: as the day after
        (date(2026, 6, 8), 50),
        (date(2026, 6, 2), 50),
        (date(2026, 6, 1), 0),
    ],
)
def test_afbud_efter_aftalens_hverdage(dag: date, procent: int) -> None:
    assert KENDT.afbudsprocent(MOEDE, dag) == procent


def test_en_genforelaeggelse_har_to_egenskaber(verden: Verden) -> None:
    """By law one reform, in the agreement the other's terms – whatever the agreement says of kinds of case."""
    sag = verden.genoptaget()
    snyd = replace(KENDT, kategorier={"genforelaeggelse": FLEKSJOB})
    assert snyd.kategori(sag) == KENDT.kategori(sag) == SYGEDAGPENGE
    assert KENDT.kategori(Sag(sagstype="fleksjob")) == FLEKSJOB


@pytest.mark.parametrize(
    ("aendring", "felt"),
    [
        ({"frist_hverdage": {SYGEDAGPENGE: 61}}, f"frist_hverdage_{SYGEDAGPENGE}"),
        ({"sager_per_dag": {SYGEDAGPENGE: 0}}, f"sager_per_dag_{SYGEDAGPENGE}"),
        ({"pris_per_sag": {FLEKSJOB: Decimal("-1")}}, f"pris_per_sag_{FLEKSJOB}"),
        ({"pris_per_moede": Decimal("1.001")}, "pris_per_moede"),
        ({"afbud": ((1, 101),)}, "afbud"),
        ({"afbud": ((1, 10), (1, 20))}, "afbud"),
        ({"lukkedage": ((MOEDE, "a"), (MOEDE, "b"))}, "lukkedage"),
        ({"senest_maal_dage": 0}, "senest_maal_dage"),
        ({"kategorier": {"fleksjob": "andet"}}, "kategorier"),
    ],
)
def test_hvad_der_ikke_kan_vaere_en_aftale(verden: Verden, aendring: dict[str, Any], felt: str) -> None:
    with pytest.raises(KanIkke) as nej:
        ny(verden, replace(KENDT, **aendring))
    assert set(nej.value.felter) == {felt}
    assert not Samarbejdsaftale.objects.using("vedligehold").filter(kommune=verden.kommune).exists()


def test_hvem_der_maa_skrive_og_hvem_der_ser(verden: Verden) -> None:
    ny(verden)
    for hvem in (verden.leder, verden.sagsbehandler, verden.koordinator):
        with pytest.raises(IngenRet):
            ny(verden, replace(KENDT, senest_maal_dage=1), hvem, foer_nr=1)
        assert gaelder(verden, MOEDE, hvem).nr == 1
    assert gaelder(verden, MOEDE, verden.naboen) == Vilkaar()  # another kommune
    with pytest.raises(FindesIkke):
        verden.goer(
            verden.sekretariat,
            registrer_aftale,
            verden.anden_region.id,
            gaelder_fra=DAG,
            vilkaar=KENDT,
            begrundelse="x",
            foer_nr=0,
        )


def test_en_anden_har_skrevet_imens_og_en_grund_kraeves(verden: Verden) -> None:
    ny(verden)
    with pytest.raises(AendretAfAnden):
        ny(verden, replace(KENDT, senest_maal_dage=1))
    with pytest.raises(KanIkke) as nej:
        ny(verden, replace(KENDT, senest_maal_dage=1), foer_nr=1, begrundelse=" ")
    assert set(nej.value.felter) == {"begrundelse"}
    with pytest.raises(KanIkke):  # nothing is changed
        ny(verden, KENDT, foer_nr=1)


def test_haendelsen_staar_i_regionens_hus(verden: Verden) -> None:
    ny(verden)
    post = Haendelse.objects.using("vedligehold").get(kommune=verden.region, handling="registrer_aftale")
    assert "version 1" in post.tekst and post.data["nr"] == 1
