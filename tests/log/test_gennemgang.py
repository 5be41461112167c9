"""The review: snoopers are found, the sample cannot be foreseen, nobody reviews herself, and the review is logged."""

import uuid
from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connections
from django.urls import reverse

from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.gennemgaa_log import gennemgaa_log
from rehabteam.handlinger.udtag_stikproeve import RISIKO, TILFAELDIGE, udtag_stikproeve
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Adgangspost, Forloeb, Haendelse, Logstikproeve, Rolle
from rehabteam.sager.testnumre import testnumre
from tests.log.kaede import som_super
from tests.verden import Verden

CPR = next(iter(testnumre()))
MANDAG = datetime(2026, 11, 2, tzinfo=ZoneInfo("Europe/Copenhagen"))


@pytest.fixture
def set_paa(verden: Verden) -> Forloeb:
    """The caseworker has looked at her own citizen, and a colleague at the same one, with the same surname."""
    f = verden.forloeb(navn="Lis Snagersen")
    verden.klient(verden.sagsbehandler).get(reverse("web:forloeb", args=[f.id]))
    anden = verden.person(Rolle.SAGSBEHANDLER, verden.kommune, "Nysgerrig Snagersen")
    verden.klient(anden).get(reverse("web:forloeb", args=[f.id]))
    return f


def _proever(hvem: Aktoer) -> list[Logstikproeve]:
    with kontekst.arbejder_som(hvem):
        return list(Logstikproeve.objects.order_by("-score"))


def test_fra_stikproeve_til_udfald(verden: Verden, set_paa: Forloeb) -> None:
    v = verden
    klient = v.klient(v.auditor)
    assert klient.get("/")["Location"] == reverse("web:loggennemgang")
    assert "Tag ugens stikprøve ud" in klient.get(reverse("web:loggennemgang")).content.decode()
    svar = klient.post(reverse("web:stikproeve_udtag"), {"noegle": str(uuid.uuid4())})
    assert svar.status_code == 302
    side = klient.get(reverse("web:loggennemgang")).content.decode()
    assert (
        "Nysgerrig Snagersen" in side and "Samme efternavn" in side and "Tag ugens stikprøve ud" not in side
    )
    oeverst, nederst = _proever(v.auditor)
    assert (oeverst.valgt, oeverst.grunde[:2]) == ("risiko", ["efternavn", "uden_opgave"])
    assert nederst.valgt == "tilfaeldig" and set(nederst.grunde) <= {"nat"}  # whenever the test is run
    adresse = reverse("web:gennemgang", args=[oeverst.id])
    assert "Se et ressourceforløb" in klient.get(adresse).content.decode()
    post = (
        Adgangspost.objects.using("vedligehold").filter(medarbejder_id=v.auditor.medarbejder_id).latest("id")
    )
    assert (post.rute, post.borgere, post.objekt) == ("gennemgaa_log", [set_paa.borger_id], oeverst.id)
    tom = klient.post(adresse, {"noegle": str(uuid.uuid4())})
    assert tom.status_code == 422 and "Vælg, hvad du fandt." in tom.content.decode()
    uden_ord = klient.post(adresse, {"noegle": str(uuid.uuid4()), "udfald": "brud"})
    assert uden_ord.status_code == 422 and "hvad der skal undersøges" in uden_ord.content.decode()
    med_cpr = {"udfald": "brud", "bemaerkning": f"Det var {CPR}", "noegle": str(uuid.uuid4())}
    assert "CPR-nummer" in klient.post(adresse, med_cpr).content.decode()
    gemt = klient.post(
        adresse, {"noegle": str(uuid.uuid4()), "udfald": "brud", "bemaerkning": "Spørg lederen."}
    )
    assert gemt.status_code == 302
    assert "Muligt brud" in klient.get(adresse).content.decode()
    igen = klient.post(adresse, {"noegle": str(uuid.uuid4()), "udfald": "i_orden"})
    assert igen.status_code == 422 and "allerede gennemgået" in igen.content.decode()
    handlinger = Haendelse.objects.using("vedligehold").filter(kommune=v.kommune, borger=None)
    assert Counter(handlinger.values_list("handling", flat=True)) == {
        "udtag_stikproeve": 1,
        "gennemgaa_log": 1,
    }


def test_kun_en_stikproeve_om_ugen(verden: Verden, set_paa: Forloeb) -> None:
    assert verden.goer(verden.auditor, udtag_stikproeve) == 2
    with pytest.raises(KanIkke, match="allerede"):
        verden.goer(verden.auditor, udtag_stikproeve)


def test_uden_opslag_er_der_intet_at_tage_ud(verden: Verden) -> None:
    with pytest.raises(KanIkke, match="ingen nye opslag"):
        verden.goer(verden.auditor, udtag_stikproeve)


def test_stikproeven_kan_ikke_forudses(verden: Verden) -> None:
    """Forty uses of equal score: two draws from the same log pick differently."""
    borgere = [verden.forloeb(navn=f"Nr {n}").borger_id for n in range(2)]
    hvem = verden.sagsbehandler.medarbejder_id
    for n in range(12):
        for b in borgere:
            som_super(
                "INSERT INTO sager_adgangspost (tid, anmodning, organisation_id, medarbejder_id, rolle, art, rute, "
                "udfald, borgere) VALUES (now() - make_interval(days => %s), gen_random_uuid(), %s, %s, "
                "'leder', 'laes', 'sag.se', 200, ARRAY[%s]::uuid[]) ON CONFLICT DO NOTHING",
                *(n % 13, verden.kommune.id, hvem, b),
            )
    valgte = []
    for _ in range(3):
        verden.goer(verden.auditor, udtag_stikproeve)
        proever = _proever(verden.auditor)
        assert sum(p.valgt == "tilfaeldig" for p in proever) == TILFAELDIGE <= RISIKO
        valgte.append({(p.borger_id, p.dag) for p in proever})
        som_super("DELETE FROM sager_logstikproeve")
    assert len({frozenset(v) for v in valgte}) > 1


def _egen(v: Verden) -> Logstikproeve:
    """A sample of the reviewer's own look-ups."""
    with kontekst.arbejder_som(v.auditor):
        return Logstikproeve.objects.create(
            organisation_id=v.kommune.id,
            uge=MANDAG.date(),
            medarbejder_id=v.auditor.medarbejder_id,
            borger_id=uuid.uuid4(),
            dag=MANDAG.date(),
            opslag=1,
            score=9,
            valgt="risiko",
            udtaget_tid=MANDAG,
        )


def test_ingen_gennemgaar_sine_egne(verden: Verden) -> None:
    p = _egen(verden)
    with pytest.raises(KanIkke, match="dine egne"):
        verden.goer(verden.auditor, gennemgaa_log, p.id, udfald="i_orden")
    side = verden.klient(verden.auditor).get(reverse("web:gennemgang", args=[p.id])).content.decode()
    assert "dine egne opslag" in side and "Gem gennemgangen" not in side
    # Nor round the program, in the database itself.
    with pytest.raises(DatabaseError), kontekst.arbejder_som(verden.auditor):
        Logstikproeve.objects.filter(id=p.id).update(
            udfald="i_orden", gennemgaaet_af_id=verden.auditor.medarbejder_id, gennemgaaet_tid=MANDAG
        )


@pytest.mark.parametrize("angreb", ["i en andens navn", "efter den er gjort færdig", "slet"])
def test_gennemgangen_kan_ikke_forfalskes(verden: Verden, angreb: str) -> None:
    p = _egen(verden)
    anden = verden.person(Rolle.AUDITOR, verden.kommune, "Anden Auditor")
    faerdig = {"udfald": "i_orden", "gennemgaaet_tid": MANDAG, "gennemgaaet_af_id": anden.medarbejder_id}
    if angreb == "efter den er gjort færdig":
        with kontekst.arbejder_som(anden):
            Logstikproeve.objects.filter(id=p.id).update(**faerdig)
    hvem = anden if angreb == "efter den er gjort færdig" else verden.auditor
    with pytest.raises(DatabaseError), kontekst.arbejder_som(hvem):
        if angreb == "i en andens navn":
            Logstikproeve.objects.filter(id=p.id).update(**faerdig)
        elif angreb == "slet":
            Logstikproeve.objects.filter(id=p.id).delete()
        else:
            Logstikproeve.objects.filter(id=p.id).update(udfald="brud")


def test_en_anden_organisations_gennemgang_findes_ikke(verden: Verden, set_paa: Forloeb) -> None:
    verden.goer(verden.auditor, udtag_stikproeve)
    naboens = verden.person(Rolle.AUDITOR, verden.nabokommune)
    regionens = verden.person(Rolle.AUDITOR, verden.region)
    for hvem in (naboens, regionens):
        assert _proever(hvem) == []
        with pytest.raises(FindesIkke):
            verden.goer(hvem, gennemgaa_log, _proever(verden.auditor)[0].id, udfald="i_orden")


def test_regionens_logkontrolloer_ser_regionens_log(verden: Verden) -> None:
    sag = verden.sendt()
    verden.klient(verden.sekretariat).get(reverse("web:sag", args=[sag.id]))
    regionens = verden.person(Rolle.AUDITOR, verden.region, "Rie Region")
    assert verden.goer(regionens, udtag_stikproeve) == 1
    (p,) = _proever(regionens)
    assert (p.medarbejder_id, p.borger_id, p.grunde[0]) == (
        verden.sekretariat.medarbejder_id,
        sag.borger_id,
        "paa_tvaers",
    )
    connections["vedligehold"].close()
