"""Nødadgang on the pages, in the log and with those who must look at it afterwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone

from rehabteam.handlinger.afslut_noedadgang import afslut_noedadgang
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.kvitter_noedadgang import kvitter_noedadgang
from rehabteam.handlinger.udtag_stikproeve import udtag_stikproeve
from rehabteam.sager.adgang import kontekst, log
from rehabteam.sager.models import (
    Adgangspost,
    Haendelse,
    Logstikproeve,
    Noedadgang,
    Noedkvittering,
    Rolle,
    Sag,
)
from tests.log.kaede import som_super
from tests.stedfortraeder.noed import GRUND, aabn, slut, tag
from tests.verden import DAG, Verden

# --- On the pages ------------------------------------------------------------------------------------------------


def test_hele_vejen_i_browseren(verden: Verden) -> None:
    """Open, look, be refused everything else, end it, and be shut out again."""
    sag = verden.hos_koordinator()
    klient, svar = aabn(verden, sag)
    adresse = reverse("web:sag", args=[sag.id])
    assert (svar.status_code, svar.url) == (302, adresse)
    side = klient.get(adresse)
    assert side.status_code == 200
    tekst = side.content.decode()
    klokken = timezone.localtime(datetime.now(UTC) + timedelta(hours=1))
    assert f"60 minutter tilbage, til kl. {klokken:%H}." in tekst and "Afslut nu" in tekst
    assert "Skriv notat" not in tekst and "Vis CPR" not in tekst, "intet, der ikke kan bruges"
    for rute in ("sag_dokumenter", "sag_team", "sag_historik", "alle_dokumenter"):
        assert klient.get(reverse(f"web:{rute}", args=[sag.id])).status_code == 200, rute
    assert klient.get(reverse("web:forside")).url == adresse
    for rute in ("mine_sager", "noedadgang", "vikarer"):
        assert klient.get(reverse(f"web:{rute}")).status_code == 403, rute
    with kontekst.arbejder_som(verden.sekretariat):
        n = Noedadgang.objects.get(sag=sag)
    lukket = slut(klient, n.id)
    assert (lukket.status_code, lukket.url) == (302, reverse("web:forside"))
    assert klient.get(adresse).status_code == 404
    assert klient.get(reverse("web:mine_sager")).status_code == 200


def test_naar_timen_er_gaaet_er_siden_lukket(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    klient, _ = aabn(verden, sag)
    adresse = reverse("web:sag", args=[sag.id])
    assert klient.get(adresse).status_code == 200
    _lad_tiden_gaa(sag)
    assert klient.get(adresse).status_code == 404
    assert klient.get(reverse("web:mine_sager")).status_code == 200


def _lad_tiden_gaa(sag: Sag) -> None:
    som_super(
        "UPDATE sager_noedadgang SET tid = tid - interval '61 min', udloeber = udloeber - interval '61 min' "
        "WHERE sag_id = %s",
        sag.id,
    )


def test_ledelsen_kan_lukke_den(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    klient, _ = aabn(verden, sag)
    with kontekst.arbejder_som(verden.sekretariat):
        n = Noedadgang.objects.get(sag=sag)
    assert slut(verden.klient(verden.sekretariat), n.id).status_code == 302
    assert klient.get(reverse("web:sag", args=[sag.id])).status_code == 404


def test_husets_logkontrolloer_ser_den_og_kvitterer(verden: Verden) -> None:
    n = tag(verden, verden.hos_koordinator())
    logkontrollant = verden.person(Rolle.AUDITOR, verden.region)
    klient = verden.klient(logkontrollant)
    assert GRUND in klient.get(reverse("web:noedadgange")).content.decode()
    svar = klient.post(
        reverse("web:noedadgang_kvitter", args=[n.id]),
        {"noegle": str(uuid4()), "bemaerkning": "Talt med hende."},
    )
    assert svar.status_code == 302
    kvittering = Noedkvittering.objects.using("vedligehold").get(noedadgang=n)
    assert kvittering.kvitteret_af_id == logkontrollant.medarbejder_id


def test_en_anden_kan_hverken_bruge_eller_lukke_den(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    n = tag(verden, sag)
    with pytest.raises(FindesIkke):  # another's she does not even see
        verden.goer(verden.koordinator, afslut_noedadgang, n.id)
    with pytest.raises(FindesIkke):
        verden.goer(verden.leder, afslut_noedadgang, n.id)


# --- Everybody sees it ----------------------------------------------------------------------------------------------


def test_loggen_siger_noedadgang_og_historikken_ogsaa(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    klient, _ = aabn(verden, sag)
    klient.get(reverse("web:sag", args=[sag.id]))
    klient.get(reverse("web:alle_dokumenter", args=[sag.id]))
    with kontekst.arbejder_som(verden.sekretariat):
        poster = Adgangspost.objects.filter(medarbejder_id=verden.anden_koordinator.medarbejder_id)
        ruter = list(poster.order_by("id").values_list("rute", "borgere"))
    assert ruter == [
        ("tag_noedadgang", [sag.borger_id]),
        ("noedadgang_sag.se", [sag.borger_id]),
        ("noedadgang_dokumenter.se", [sag.borger_id]),
    ]
    with kontekst.arbejder_som(verden.sagsbehandler):
        sidst = Haendelse.objects.filter(sag=sag).latest("tid")
    assert (sidst.handling, sidst.aktoer_navn) == ("tag_noedadgang", "Anders Anden")
    assert GRUND not in str(sidst.data) + sidst.tekst


def test_et_forkert_nummer_staar_ogsaa_i_loggen(verden: Verden) -> None:
    sag = verden.hos_koordinator()
    sag.nummer = "2026-99999"
    _, svar = aabn(verden, sag)
    assert svar.status_code == 422
    with kontekst.arbejder_som(verden.sekretariat):
        post = Adgangspost.objects.get(medarbejder_id=verden.anden_koordinator.medarbejder_id)
    assert (post.rute, post.udfald, post.borgere) == ("tag_noedadgang", 422, [])


def test_alarmen_staar_paa_forsiden_til_nogen_har_kvitteret(verden: Verden) -> None:
    klient = verden.klient(verden.sekretariat)
    indbakke = reverse("web:indbakke")
    assert "ikke set endnu" not in klient.get(indbakke).content.decode()
    n = tag(verden, verden.hos_koordinator())
    assert "1 nødadgang er ikke set endnu" in klient.get(indbakke).content.decode()
    liste = klient.get(reverse("web:noedadgange")).content.decode()
    assert GRUND in liste and "Anders Anden" in liste
    adresse = reverse("web:noedadgang_kvitter", args=[n.id])
    assert klient.post(adresse, {"bemaerkning": "", "noegle": str(uuid4())}).status_code == 302
    assert "ikke set endnu" not in klient.get(indbakke).content.decode()
    with pytest.raises(KanIkke):
        verden.goer(verden.sekretariat, kvitter_noedadgang, n.id)


def test_ingen_kvitterer_for_sin_egen(verden: Verden) -> None:
    """Neither in the Handling, in a substitute's place, nor past both in the database."""
    n = tag(verden, verden.hos_koordinator())
    som = replace(verden.anden_koordinator, rolle=verden.sekretariat.rolle)
    with pytest.raises(KanIkke, match="din egen"):
        verden.goer(som, kvitter_noedadgang, n.id)
    with pytest.raises(DatabaseError), kontekst.arbejder_som(som):
        Noedkvittering.objects.create(
            organisation_id=n.organisation_id,
            noedadgang_id=n.id,
            medarbejder_id=n.medarbejder_id,
            kvitteret_af_id=n.medarbejder_id,
            tid=n.tid,
        )
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.sekretariat):  # or in another's name
        Noedkvittering.objects.create(
            organisation_id=n.organisation_id,
            noedadgang_id=n.id,
            medarbejder_id=n.medarbejder_id,
            kvitteret_af_id=verden.koordinator.medarbejder_id,
            tid=n.tid,
        )


def test_den_kommer_altid_med_i_stikproeven(verden: Verden) -> None:
    """Also when the same use of the same day was drawn before the glass was broken, and beside many odd ones."""
    auditor = verden.person(Rolle.AUDITOR, verden.region, "Rita Regionsrevisor")
    sag, hvem = verden.hos_koordinator(), verden.anden_koordinator
    verden.goer(hvem, _skriv_log, sag.borger_id, "sag.se")

    def udtaget(nu: datetime) -> list[list[str]]:
        with kontekst.arbejder_som(auditor):
            udtag_stikproeve(Anledning(auditor, DAG, nu))
            fundne = Logstikproeve.objects.filter(medarbejder_id=hvem.medarbejder_id, borger_id=sag.borger_id)
            return list(fundne.order_by("uge").values_list("grunde", flat=True))

    (foer,) = udtaget(datetime.now(UTC))
    assert "noedadgang" not in foer
    aabn(verden, sag)
    _, efter = udtaget(datetime.now(UTC) + timedelta(days=7))
    assert efter[0] == "noedadgang"


def _skriv_log(anledning: Anledning, borger: UUID, rute: str) -> None:
    log.skriv(anledning.aktoer, log.Art.EKSPORT, rute, 200, uuid4(), None, [borger])
