"""The sharing in words: what moves with a case, what stays at home, and what no row may point at."""

import psycopg
import pytest
from django.db import DatabaseError, connection

from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.skriv_notat import skriv_notat
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.handlinger.underskriv_notat import underskriv_notat
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Sag
from tests.verden import Verden

INTET = "00000000-0000-0000-0000-000000000000"


def _antal(hvem: Aktoer, navn: str, kommune: object) -> int:
    """Rows of one kommune that this person's database role sees; a missing grant counts as none."""
    try:
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {navn} WHERE kommune_id = %s", [kommune])
            return int(cursor.fetchone()[0])
    except DatabaseError as fejl:
        assert isinstance(fejl.__cause__, psycopg.errors.InsufficientPrivilege)
        return 0


def test_en_raekke_kan_ikke_pege_ind_i_naboens_sag(verden: Verden) -> None:
    """Nor does the answer tell whether the neighbour's case exists."""
    beskeder = []
    for sag_id in (verden.sendt().id, INTET):
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


def test_en_koordinator_der_mister_sagen_ser_den_ikke_mere(verden: Verden) -> None:
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


def test_den_nye_koordinator_ser_det_underskrevne_notat(verden: Verden) -> None:
    """The note follows the case: signed by one, readable for the next."""
    v = verden
    sag = v.hos_koordinator()
    felter = dict.fromkeys(
        ("funktionsniveau", "skaanehensyn", "tilbud", "dokumentationsbehov", "vurderingsbehov"), "Tekst"
    )
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
