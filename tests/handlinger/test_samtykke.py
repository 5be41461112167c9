"""Consent before asking others: what may be registered, what may be asked, and that a withdrawal stops it."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, connections

from rehabteam.handlinger.anmod_om_oplysninger import anmod_om_oplysninger
from rehabteam.handlinger.annuller_anmodning import annuller_anmodning
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.modtag_oplysninger import modtag_oplysninger
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.tilbagekald_samtykke import tilbagekald_samtykke
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.models import Anmodning, Haendelse, Sag, Samtykke
from tests.verden import DAG, Verden

JA: dict[str, Any] = {
    "oplysninger": "Statusattest om knæet siden januar",
    "kilde": "Lægehuset Nordby",
    "formaal": "Til teamets møde i juni.",
    "givet": date(2026, 5, 20),
    "maade": "underskrift",
    "praecist": True,
    "konsekvenser_oplyst": True,
}
BED: dict[str, Any] = {
    "attest": "LAE_125",
    "til": "Lægehuset Nordby",
    "oplysninger": "Statusattest om knæet",
    "daekker": True,
}


def givet(v: Verden, sag: Sag, **andet: Any) -> Samtykke:
    return v.goer(v.sagsbehandler, registrer_samtykke, sag.id, **{**JA, **andet})


def bedt(v: Verden, sag: Sag, samtykke: Samtykke | None, **andet: Any) -> Anmodning:
    felter = {**BED, "samtykke_id": samtykke.id if samtykke else None, **andet}
    return v.goer(v.sagsbehandler, anmod_om_oplysninger, sag.id, **felter)


def tilstand(v: Verden, anmodning: Anmodning) -> str:
    with kontekst.arbejder_som(v.sagsbehandler):
        return Anmodning.objects.get(id=anmodning.id).tilstand


def haendelser(v: Verden, sag: Sag, handling: str) -> list[Haendelse]:
    with kontekst.arbejder_som(v.sagsbehandler):
        return list(Haendelse.objects.filter(sag_id=sag.id, handling=handling).order_by("tid", "id"))


def test_paa_et_samtykke_kan_der_bedes_om_en_attest(verden: Verden) -> None:
    """The positive control of all the refusals below; the law's answer is the receipt."""
    sag = verden.genoptaget()
    anmodning = bedt(verden, sag, givet(verden, sag))
    assert (anmodning.tilstand, anmodning.sendt) == ("sendt", DAG)
    (spor,) = haendelser(verden, sag, "anmod_om_oplysninger")
    assert spor.vurdering is not None and spor.vurdering["status"] == "FULDSTAENDIG"
    assert spor.vurdering["grunde"][0]["hjemmel"] == "Retssikkerhedsloven § 11 a, stk. 1"


@pytest.mark.parametrize(
    ("felt", "vaerdi"),
    [
        ("oplysninger", " "),
        ("kilde", ""),
        ("formaal", ""),
        ("givet", date(2026, 5, 28)),
        ("givet", date(1800, 1, 1)),
        ("til", date(2026, 5, 19)),
        ("maade", "digitalt"),
        ("praecist", False),
        ("praecist", None),
        ("konsekvenser_oplyst", False),
        ("konsekvenser_oplyst", None),
    ],
)
def test_et_samtykke_der_mangler_noget_registreres_ikke(verden: Verden, felt: str, vaerdi: object) -> None:
    sag = verden.genoptaget()
    with pytest.raises(KanIkke) as fejl:
        givet(verden, sag, **{felt: vaerdi})
    assert set(fejl.value.felter) == {felt}
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert not Samtykke.objects.filter(sag_id=sag.id).exists()


@pytest.mark.parametrize(
    ("andet", "felt", "ord_"),
    [
        ({"samtykke_id": None}, "", "intet samtykke"),
        ({"til": "Lægerne ved Torvet"}, "til", "en anden"),
        ({"til": ""}, "til", "hvem der bedes"),
        ({"oplysninger": " "}, "oplysninger", "hvilke oplysninger"),
        ({"daekker": None}, "daekker", "netop"),
        ({"daekker": False}, "daekker", "dækker ikke"),
        ({"attest": "LAE_275"}, "attest", "Vælg"),
        ({"samtykke_id": None, "undtagelse": "RSL_11C", "begrundelse": " "}, "begrundelse", "begrundelse"),
        ({"samtykke_id": None, "undtagelse": "ALTID"}, "undtagelse", "Vælg"),
    ],
)
def test_uden_det_der_skal_til_bliver_der_ikke_spurgt(
    verden: Verden, andet: dict[str, Any], felt: str, ord_: str
) -> None:
    sag = verden.genoptaget()
    samtykke = givet(verden, sag)
    with pytest.raises(KanIkke) as fejl:
        bedt(verden, sag, samtykke, **andet)
    assert ord_ in fejl.value.felter[felt]
    if felt not in ("attest", "undtagelse"):
        assert "§ 11" in fejl.value.felter[felt]
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert not Anmodning.objects.filter(sag_id=sag.id).exists()


def test_dagen_efter_slutdatoen_bliver_der_ikke_spurgt(verden: Verden) -> None:
    sag = verden.genoptaget()
    samtykke = givet(verden, sag, til=DAG)
    assert bedt(verden, sag, samtykke)
    felter = {**BED, "samtykke_id": samtykke.id}
    with pytest.raises(KanIkke, match="slutdato"):
        verden.goer(verden.sagsbehandler, anmod_om_oplysninger, sag.id, **felter, dag=date(2026, 5, 28))


def test_en_undtagelse_vaelges_og_begrundes_af_et_menneske(verden: Verden) -> None:
    sag = verden.genoptaget()
    anmodning = bedt(
        verden, sag, None, undtagelse="RSL_11A_STK_2", begrundelse="Sagen er en af dem.", daekker=None
    )
    assert (anmodning.undtagelse, anmodning.samtykke_id) == ("RSL_11A_STK_2", None)
    (spor,) = haendelser(verden, sag, "anmod_om_oplysninger")
    assert "§ 11 a, stk. 2, uden samtykke" in spor.tekst
    assert spor.vurdering is not None and "Sanne Sagsbehandler" in spor.vurdering["grunde"][0]["tekst"]


def test_samtykket_til_en_anden_borger_eller_sag_kan_ikke_bruges(verden: Verden) -> None:
    sag, anden = verden.genoptaget(), verden.genoptaget()
    fremmed = givet(verden, anden)
    with pytest.raises(FindesIkke):
        bedt(verden, sag, fremmed)
    gammel = Sag.objects.using("vedligehold").get(id=sag.id).udspringer_af_id
    with kontekst.arbejder_som(verden.sagsbehandler):
        assert gammel and Sag.objects.get(id=gammel).borger_id == sag.borger_id
    egen = givet(verden, sag)
    with pytest.raises(IngenRet):
        verden.goer(verden.sagsbehandler, anmod_om_oplysninger, gammel, **{**BED, "samtykke_id": egen.id})


def test_trukket_tilbage_er_standset(verden: Verden) -> None:
    """Open requests on that consent stop, each with its Hændelse; those on another, or answered, do not."""
    sag = verden.genoptaget()
    samtykke, andet = givet(verden, sag), givet(verden, sag)
    aabne = [bedt(verden, sag, samtykke) for _ in range(2)]
    svaret, fremmed = bedt(verden, sag, samtykke), bedt(verden, sag, andet)
    verden.goer(verden.sagsbehandler, modtag_oplysninger, svaret.id)
    standset = verden.goer(verden.leder, tilbagekald_samtykke, samtykke.id)
    assert {a.id for a in standset} == {a.id for a in aabne}
    assert [tilstand(verden, a) for a in (*aabne, svaret, fremmed)] == [
        "standset",
        "standset",
        "modtaget",
        "sendt",
    ]
    spor = haendelser(verden, sag, "tilbagekald_samtykke")
    assert {h.data.get("anmodning") for h in spor} == {None, *(str(a.id) for a in aabne)}
    with pytest.raises(KanIkke, match="trukket samtykket tilbage"):
        bedt(verden, sag, samtykke)
    with pytest.raises(FindesIkke):
        verden.goer(verden.sagsbehandler, tilbagekald_samtykke, samtykke.id)
    for handling, felter in ((modtag_oplysninger, {}), (annuller_anmodning, {"grund": "Nej."})):
        with pytest.raises(FindesIkke):
            verden.goer(verden.sagsbehandler, handling, aabne[0].id, **felter)


def test_en_anmodning_annulleres_med_en_grund(verden: Verden) -> None:
    sag = verden.genoptaget()
    anmodning = bedt(verden, sag, givet(verden, sag))
    with pytest.raises(KanIkke):
        verden.goer(verden.sagsbehandler, annuller_anmodning, anmodning.id, grund=" ")
    verden.goer(verden.sagsbehandler, annuller_anmodning, anmodning.id, grund="Lægen har allerede svaret.")
    assert tilstand(verden, anmodning) == "annulleret"


@pytest.mark.parametrize("hvem", ["naboen", "sekretariat", "koordinator", "moedeleder"])
def test_kun_kommunens_egne_sagsbehandlere_roerer_ved_det(verden: Verden, hvem: str) -> None:
    sag = verden.hos_koordinator()
    samtykke = givet(verden, sag)
    anmodning = bedt(verden, sag, samtykke)
    aktoer = getattr(verden, hvem)
    for handling, ident, felter in (
        (tilbagekald_samtykke, samtykke.id, {}),
        (annuller_anmodning, anmodning.id, {"grund": "Nej."}),
        (anmod_om_oplysninger, sag.id, {**BED, "samtykke_id": samtykke.id}),
    ):
        with pytest.raises((FindesIkke, IngenRet)):
            verden.goer(aktoer, handling, ident, **felter)
    assert tilstand(verden, anmodning) == "sendt"
    if hvem != "moedeleder":
        with kontekst.arbejder_som(aktoer):
            assert not _ser(samtykke.id)


def _ser(samtykke_id: UUID) -> bool:
    """Past the first wall, where the kind of user has a way to the table at all."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT s")
            cursor.execute("SELECT 1 FROM sager_samtykke WHERE id = %s", [samtykke_id])
            return bool(cursor.fetchall())
    except DatabaseError:
        with connection.cursor() as cursor:
            cursor.execute("ROLLBACK TO s")
        return False


@pytest.mark.parametrize("som_ejer", [False, True])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sager_samtykke SET oplysninger = 'alt' WHERE id = %(s)s",
        "UPDATE sager_samtykke SET oplysninger = 'alt' WHERE id = %(gaelder)s",
        "UPDATE sager_samtykke SET tilbagekaldt_tid = NULL, tilbagekaldt_dag = NULL WHERE id = %(s)s",
        "DELETE FROM sager_samtykke WHERE id = %(s)s",
        "UPDATE sager_anmodning SET til = 'en anden' WHERE id = %(a)s",
        "UPDATE sager_anmodning SET til = 'en anden' WHERE id = %(aaben)s",
        "UPDATE sager_anmodning SET tilstand = 'sendt', lukket_tid = NULL WHERE id = %(a)s",
        "DELETE FROM sager_anmodning WHERE id = %(a)s",
    ],
)
def test_det_skrevne_bliver_staaende(verden: Verden, sql: str, som_ejer: bool) -> None:
    """Neither the kommune nor the owner of the tables undoes a withdrawal or rewrites a request."""
    sag = verden.genoptaget()
    samtykke = givet(verden, sag)
    anmodning = bedt(verden, sag, samtykke)
    verden.goer(verden.sagsbehandler, tilbagekald_samtykke, samtykke.id)
    gaelder = givet(verden, sag)
    ider = {
        "s": samtykke.id,
        "a": anmodning.id,
        "gaelder": gaelder.id,
        "aaben": bedt(verden, sag, gaelder).id,
    }
    with pytest.raises(DatabaseError):
        if som_ejer:
            with connections["vedligehold"].cursor() as cursor:
                cursor.execute(sql, ider)
        else:
            with kontekst.arbejder_som(verden.sagsbehandler), connection.cursor() as cursor:
                cursor.execute(sql, ider)


def test_en_anmodning_uden_grundlag_kan_ikke_staa_i_tabellen(verden: Verden) -> None:
    """The last wall: also where no Handling was asked."""
    sag = verden.genoptaget()
    anmodning = bedt(verden, sag, givet(verden, sag))
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.sagsbehandler):
        Anmodning.objects.create(
            kommune_id=sag.kommune_id,
            borger_id=sag.borger_id,
            sag=sag,
            form="LAE_125",
            til="En",
            oplysninger="Noget",
            sendt=DAG,
            registreret_tid=anmodning.registreret_tid,
            registreret_af="X",
        )
