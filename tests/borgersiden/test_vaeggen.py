"""The citizen's wall as the real database roles: what she and her bisidder can see and write, and nothing more."""

import uuid
from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.tilbagekald_fuldmagt import tilbagekald_fuldmagt
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Borger, Dokument, Fuldmagt, Sag
from rehabteam.web.models import Borgerkonto
from tests.borgersiden.borgere import VED, konto, som_bisidder, som_borger
from tests.verden import Verden

TABELLER = (
    "sager_borger",
    "sager_forloeb",
    "sager_sag",
    "sager_moede",
    "sager_dokument",
    "sager_medarbejder",
)
INTET = uuid.UUID(int=0)


def _borger(sag: Sag) -> Borger:
    return Borger.objects.using(VED).get(id=sag.borger_id)


def _giv(v: Verden, borger: Borger, dokumenter: bool = True) -> Fuldmagt:
    navn = uuid.uuid4().hex[:8]
    return v.goer(
        som_borger(borger), giv_fuldmagt, borger.id, navn=navn, til=date(2026, 9, 1), dokumenter=dokumenter
    )


def _ider(hvem: Aktoer, tabel: str) -> set[uuid.UUID]:
    with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
        cursor.execute(f"SELECT id FROM {tabel}")
        return {r[0] for r in cursor.fetchall()}


def _afvist(hvem: Aktoer, sql: str, *vaerdier: object) -> bool:
    """Refused, or nothing was touched."""
    try:
        with kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(sql, vaerdier)
            return cursor.rowcount == 0
    except DatabaseError:
        return True


def test_hun_ser_sine_egne_raekker_og_ingen_andres(verden: Verden) -> None:
    v = verden
    sag, anden = v.sendt(), v.sendt()
    hun, beside = som_borger(_borger(sag)), som_bisidder(_giv(v, _borger(sag)))
    for tabel in TABELLER:
        hendes = _ider(hun, tabel)
        assert hendes and hendes == _ider(beside, tabel), tabel
    assert _ider(hun, "sager_borger") == {sag.borger_id}
    assert anden.id not in _ider(hun, "sager_sag") and sag.id in _ider(hun, "sager_sag")
    assert _ider(hun, "sager_medarbejder") == {v.sagsbehandler.medarbejder_id}
    with kontekst.arbejder_som(v.sagsbehandler):
        assert {sag.id, anden.id} <= set(Sag.objects.values_list("id", flat=True)), "den positive kontrol"


@pytest.mark.parametrize("tabel", TABELLER)
def test_taget_tilbage_ser_bisidderen_intet_i_databasen(verden: Verden, tabel: str) -> None:
    """Whatever the site believes: the context still names the fuldmagt, and PostgreSQL says no."""
    borger = _borger(verden.sendt())
    fuldmagt = _giv(verden, borger)
    beside = som_bisidder(fuldmagt)
    assert _ider(beside, tabel)
    verden.goer(som_borger(borger), tilbagekald_fuldmagt, borger.id, fuldmagt.id)
    assert _ider(beside, tabel) == set()


def test_bisidderen_ser_kun_dokumenter_naar_det_er_givet(verden: Verden) -> None:
    borger = _borger(verden.genoptaget())
    med, uden = (som_bisidder(_giv(verden, borger, d)) for d in (True, False))
    assert _ider(med, "sager_dokument") == _ider(som_borger(borger), "sager_dokument")
    assert _ider(uden, "sager_dokument") == set() and _ider(uden, "sager_sag")


def test_kun_de_papirer_hun_selv_har_faaet(verden: Verden) -> None:
    borger = _borger(verden.genoptaget())
    alle = list(Dokument.objects.using(VED).filter(sag__borger=borger))
    hendes = {d.id for d in alle if d.slags in ("indstilling", "indsatsplan", "afgoerelse")}
    assert _ider(som_borger(borger), "sager_dokument") == hendes and len(hendes) < len(alle)
    trukket = next(iter(hendes))
    Dokument.objects.using(VED).filter(id=trukket).update(
        trukket_tilbage_grund="Forkert", trukket_tilbage_tid=alle[0].tilfoejet_tid
    )
    assert _ider(som_borger(borger), "sager_dokument") == hendes - {trukket}


@pytest.mark.parametrize(
    "kolonne",
    [
        "sager_borger.cpr",
        "sager_borger.foedselsdato",
        "sager_adgangspost.medarbejder_id",
        "sager_adgangspost.soegning",
        "sager_haendelse.tekst",
        "sager_haendelse.aktoer_navn",
        "sager_haendelse.data",
        "sager_sag.sendt_grund",
        "sager_sag.vaesentlige_aendringer_grund",
        "sager_indsats.registreret_af",
        "sager_undtagetperiode.note",
        "sager_dokument.tilfoejet_af",
        "sager_sundhedsnotat.funktionsniveau",
        "sager_resume.tekst",
        "web_borgerkonto.konto_id",
        "web_konto.password",
    ],
)
def test_de_kolonner_der_ikke_er_hendes_kan_ikke_laeses(verden: Verden, kolonne: str) -> None:
    tabel, navn = kolonne.split(".")
    borger = _borger(verden.sendt())
    for hvem in (som_borger(borger), som_bisidder(_giv(verden, borger))):
        with pytest.raises(DatabaseError), kontekst.arbejder_som(hvem), connection.cursor() as cursor:
            cursor.execute(f"SELECT {navn} FROM {tabel}")


def test_hun_skriver_kun_sit_eget(verden: Verden) -> None:
    v = verden
    sag, anden = v.sendt(), v.sendt()
    hun, beside = som_borger(_borger(sag)), som_bisidder(_giv(v, _borger(sag)))
    egne_ord = "UPDATE sager_borger SET egne_ord = 'X' WHERE id = %s"
    assert not _afvist(hun, egne_ord, sag.borger_id), "den positive kontrol"
    assert _afvist(hun, egne_ord, anden.borger_id) and _afvist(beside, egne_ord, sag.borger_id)
    for sql in (
        "UPDATE sager_borger SET navn = 'X' WHERE id = %s",
        "UPDATE sager_sag SET tilstand = 'afsluttet' WHERE borger_id = %s",
        "UPDATE sager_fuldmagt SET til = '2036-01-01' WHERE borger_id = %s",
        "DELETE FROM sager_fuldmagt WHERE borger_id = %s",
        "DELETE FROM sager_adgangspost WHERE borgere @> ARRAY[%s]",
    ):
        assert _afvist(hun, sql, sag.borger_id), sql
        assert _afvist(beside, sql, sag.borger_id), sql
    fuldmagt = (
        "INSERT INTO sager_fuldmagt (id, kommune_id, borger_id, bisidder_navn, dokumenter, fra, til, givet_tid, "
        "paa_papir, kodeaftryk, udelukkede) VALUES (gen_random_uuid(), %s, %s, 'X', true, '2026-05-27', "
        "'2026-09-01', now(), false, gen_random_uuid()::text, '{}')"
    )
    assert not _afvist(hun, fuldmagt, v.kommune.id, sag.borger_id), "den positive kontrol"
    assert _afvist(hun, fuldmagt, v.kommune.id, anden.borger_id)
    assert _afvist(hun, fuldmagt, v.nabokommune.id, sag.borger_id)
    assert _afvist(beside, fuldmagt, v.kommune.id, sag.borger_id)


def test_en_konto_kan_kun_bindes_til_den_hvis_nummer_er_bevist(verden: Verden) -> None:
    """At the door, as an injected statement would try it."""
    borger = _borger(verden.genoptaget())
    felter = {"konto_id": konto().id, "kommune_id": borger.kommune_id, "borger_id": borger.id, "navn": "X"}
    with pytest.raises(DatabaseError), transaction.atomic():
        kontekst.aabn_doeren()
        Borgerkonto(**felter).save(force_insert=True)
    with transaction.atomic():
        kontekst.aabn_doeren(borger.cpr)
        Borgerkonto(**felter).save(force_insert=True)
        transaction.set_rollback(True)


def test_en_fuldmagt_kan_ikke_aabne_en_anden_borger(verden: Verden) -> None:
    """The composite foreign key: an account with this fuldmagt and that citizen cannot exist, whoever writes it."""
    borger, anden = _borger(verden.genoptaget()), _borger(verden.genoptaget())
    fuldmagt, k = _giv(verden, borger), konto()
    with pytest.raises(DatabaseError), transaction.atomic(using=VED):
        Borgerkonto(
            konto=k, kommune_id=anden.kommune_id, borger_id=anden.id, fuldmagt_id=fuldmagt.id, navn="X"
        ).save(using=VED)
        with transaction.get_connection(VED).cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
