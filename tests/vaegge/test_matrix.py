"""The walls as the real database roles: table × viewer × command, against the matrix that is written down."""

from datetime import date
from decimal import Decimal

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling
from rehabteam.handlinger.beslut_saerlige_grunde import beslut_saerlige_grunde
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_spaend import registrer_spaend
from rehabteam.handlinger.registrer_timer import registrer_timer
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.handlinger.skriv_indsatsplan import skriv_indsatsplan
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Sag
from tests.vaegge.matrix import DELT, FOER, tabel
from tests.verden import Verden

INTET = "00000000-0000-0000-0000-000000000000"


def _seere(v: Verden) -> dict[str, Aktoer]:
    return {
        "kommunen": v.sagsbehandler,
        "naboen": v.naboen,
        "regionen": v.sekretariat,
        "fjern_region": v.fjernt_sekretariat,
        "koordinator": v.koordinator,
        "anden_koordinator": v.anden_koordinator,
    }


def _antal(hvem: Aktoer, navn: str, kommune: object) -> int:
    """Rows of one kommune that this person's database role sees; a missing grant counts as none."""
    try:
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {navn} WHERE kommune_id = %s", [kommune])
            return int(cursor.fetchone()[0])
    except DatabaseError as fejl:
        assert isinstance(fejl.__cause__, psycopg.errors.InsufficientPrivilege)
        return 0


@pytest.fixture
def delt(verden: Verden) -> Sag:
    """A case with something in every table, sent, given, noted, and recommended."""
    v = verden
    sag = v.genoptaget()
    f = sag.forloeb_id
    v.goer(v.sagsbehandler, registrer_indsats, f, navn="Praktik", hjemmel="LAB_KAP_11")
    v.goer(v.sagsbehandler, registrer_undtaget_periode, f, fra=date(2026, 1, 1), til=None, hjemmel="ANDET")
    v.goer(
        v.sagsbehandler,
        registrer_timer,
        f,
        dato=date(2026, 1, 1),
        timer=Decimal("2"),
        art="ORDINAER_LOENMODTAGER",
    )
    v.goer(v.sagsbehandler, registrer_spaend, f, slags="stu", fra=date(2026, 1, 1), til=None)
    v.goer(
        v.sagsbehandler,
        beslut_saerlige_grunde,
        f,
        begrundelse="En konkret begrundelse for prøven.",
        beslutningstager="Sanne",
        dato=date(2026, 5, 1),
    )
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Resumé", faerdigt=True, version=0)
    v.hos_koordinator(v.sendt(sag))
    felter = dict.fromkeys(("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov"), "Tekst")
    v.goer(v.koordinator, skriv_notat, sag.id, version=0, **felter)
    v.goer(v.koordinator, underskriv_notat, sag.id)
    v.goer(v.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", "Birthe", True)])
    indhold = {"aarsag": "A", "indsatser": [Indstillet("Praktik")], "opfoelgning": "O", "se_igen": False}
    v.goer(v.moedeleder, skriv_indstilling, sag.id, version=0, **indhold)
    v.goer(v.moedeleder, afgiv_indstilling, sag.id, version=1)
    plan = {"maal": "M", "delmaal": "", "indsatser": [], "opfoelgning": "", "mentor": ""}
    v.goer(v.sagsbehandler, skriv_indsatsplan, sag.id, version=0, **plan)
    return sag


def test_en_delt_sag_ses_af_dem_den_er_delt_med(verden: Verden, delt: Sag) -> None:
    afvigelser = []
    for (navn, seer), maa in tabel(DELT).items():
        antal = _antal(_seere(verden)[seer], navn, verden.kommune.id)
        if (antal > 0) != maa:
            afvigelser.append(f"{seer} ser {antal} rækker i {navn}")
    assert not afvigelser


def test_foer_afsendelsen_ser_kun_kommunen_sagen(verden: Verden) -> None:
    verden.genoptaget()
    afvigelser = []
    for (navn, seer), maa in tabel(FOER).items():
        antal = _antal(_seere(verden)[seer], navn, verden.kommune.id)
        if (antal > 0) != maa:
            afvigelser.append(f"{seer} ser {antal} rækker i {navn}")
    assert not afvigelser


def _kolonner(navn: str) -> list[str]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0", [navn]
        )
        return [r[0] for r in cursor.fetchall()]


@pytest.mark.parametrize("navn", sorted({navn for navn, _ in tabel(DELT)}))
def test_ingen_udenfor_kan_rette_slette_eller_indsaette(verden: Verden, delt: Sag, navn: str) -> None:
    """Own rows can be touched where it is granted; others' rows never, by any of the three commands."""
    kolonne = "version" if "version" in _kolonner(navn) else "id"
    for seer in ("naboen", "fjern_region", "anden_koordinator"):
        for sql in (
            f"UPDATE {navn} SET {kolonne} = {kolonne} WHERE kommune_id = %s",
            f"DELETE FROM {navn} WHERE kommune_id = %s",
        ):
            assert _ramte(_seere(verden)[seer], sql, verden.kommune.id) == 0, f"{seer}: {sql}"
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.naboen), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {navn} (id, kommune_id) VALUES (gen_random_uuid(), %s)", [verden.kommune.id]
        )


def _ramte(hvem: Aktoer, sql: str, kommune: object) -> int:
    try:
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(sql, [kommune])
            return int(cursor.rowcount)
    except DatabaseError as fejl:
        assert isinstance(fejl.__cause__, psycopg.errors.InsufficientPrivilege)
        return 0


def test_kommunen_og_regionen_kan_roere_deres_egne(verden: Verden, delt: Sag) -> None:
    """The positive control: without it every denial above could be a broken test."""
    sql = "UPDATE sager_sag SET version = version WHERE kommune_id = %s"
    assert _ramte(verden.sagsbehandler, sql, verden.kommune.id) == 2  # the new case and the old one
    assert _ramte(verden.sekretariat, sql, verden.kommune.id) == 1  # the one that was sent


def test_en_raekke_kan_ikke_flyttes_til_naboen(verden: Verden, delt: Sag) -> None:
    with (
        pytest.raises(DatabaseError),
        kontekst.arbejder_som(verden.sagsbehandler),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE sager_indsats SET kommune_id = %s", [verden.nabokommune.id])


def test_en_raekke_kan_ikke_pege_ind_i_naboens_sag(verden: Verden, delt: Sag) -> None:
    """Nor does the answer tell whether the neighbour's case exists."""
    beskeder = []
    for sag_id in (delt.id, INTET):
        with (
            pytest.raises(DatabaseError) as fejl,
            kontekst.arbejder_som(verden.naboen),
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "INSERT INTO sager_resume (id, kommune_id, sag_id, tekst, faerdigt, version, tid, forfatter) "
                "VALUES (gen_random_uuid(), %s, %s, '', false, 1, now(), '')",
                [verden.nabokommune.id, sag_id],
            )
        beskeder.append(str(fejl.value).replace(str(sag_id), ""))
    assert beskeder[0] == beskeder[1]


def test_en_koordinator_der_mister_sagen_ser_den_ikke_mere(verden: Verden, delt: Sag) -> None:
    sag = verden.sendt()
    verden.hos_koordinator(sag)
    assert _antal(verden.anden_koordinator, "sager_sag", verden.kommune.id) == 0
    ny = verden.anden_koordinator.medarbejder_id
    verden.goer(verden.sekretariat, fordel_til_koordinator, sag.id, koordinator_id=ny)
    assert _antal(verden.anden_koordinator, "sager_borger", verden.kommune.id) == 1
    with kontekst.arbejder_som(verden.koordinator):
        assert not Sag.objects.filter(id=sag.id).exists()


def test_regionen_ser_foerst_indstillingen_naar_den_er_afgivet(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    indhold = {"aarsag": "A", "indsatser": [Indstillet("Praktik")], "opfoelgning": "O", "se_igen": False}
    v.goer(v.moedeleder, skriv_indstilling, sag.id, version=0, **indhold)
    for hvem, antal in ((v.sagsbehandler, 1), (v.sekretariat, 0), (v.koordinator, 0)):
        assert _antal(hvem, "sager_indstilling", v.kommune.id) == antal


def test_en_oplysning_kan_ikke_pege_paa_naboens_forloeb(verden: Verden) -> None:
    """Only the composite foreign key stops this one; and it says the same whether or not the forløb exists."""
    forloeb = verden.forloeb()
    beskeder = []
    for forloeb_id in (forloeb.id, INTET):
        with (
            pytest.raises(DatabaseError) as fejl,
            kontekst.arbejder_som(verden.naboen),
            connection.cursor() as cursor,
        ):
            cursor.execute(
                "INSERT INTO sager_spaend (id, kommune_id, forloeb_id, slags, fra, registreret_tid, registreret_af, "
                "tilbagekaldt_grund) VALUES (gen_random_uuid(), %s, %s, 'stu', '2026-01-01', now(), '', '')",
                [verden.nabokommune.id, forloeb_id],
            )
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        beskeder.append(type(fejl.value.__cause__))
    assert beskeder == [psycopg.errors.ForeignKeyViolation] * 2


def test_den_nye_koordinator_ser_det_underskrevne_notat(verden: Verden, delt: Sag) -> None:
    """The note follows the case: signed by one, readable for the next."""
    v = verden
    sag = v.hos_koordinator()
    felter = dict.fromkeys(("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov"), "Tekst")
    v.goer(v.koordinator, skriv_notat, sag.id, version=0, **felter)
    v.goer(v.koordinator, underskriv_notat, sag.id)
    assert _antal(v.anden_koordinator, "sager_sundhedsnotat", v.kommune.id) == 0
    v.goer(v.sekretariat, fordel_til_koordinator, sag.id, koordinator_id=v.anden_koordinator.medarbejder_id)
    assert _antal(v.anden_koordinator, "sager_sundhedsnotat", v.kommune.id) == 1


def test_regionen_ser_ikke_et_resume_der_ikke_er_faerdigt(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Kladde", faerdigt=False, version=0)
    v.hos_koordinator(v.sendt(sag))
    for hvem, antal in ((v.sagsbehandler, 1), (v.sekretariat, 0), (v.koordinator, 0)):
        assert _antal(hvem, "sager_resume", v.kommune.id) == antal
    v.goer(v.sagsbehandler, skriv_resume, sag.id, tekst="Færdigt", faerdigt=True, version=1)
    for hvem, antal in ((v.sagsbehandler, 2), (v.sekretariat, 1), (v.koordinator, 1)):
        assert _antal(hvem, "sager_resume", v.kommune.id) == antal
