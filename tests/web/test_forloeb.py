"""The forløb: its answer, its tables, another day, its history, and a new one."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_undtaget_periode import registrer_undtaget_periode
from rehabteam.sager.models import Adgangspost, Borger, Forloeb
from rehabteam.sager.testnumre import ERSTATNINGSNUMRE, testnumre
from tests.verden import DAG, Verden


def _side(v: Verden, f: Forloeb, **query: str) -> str:
    svar = v.klient(v.sagsbehandler).get(reverse("web:forloeb", args=[f.id]), query)
    assert svar.status_code == 200
    return svar.content.decode()


def test_svaret_med_alle_grunde_og_optaelling(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    for fra, til, hjemmel in (
        (date(2026, 1, 12), date(2026, 2, 8), "LAS_13_STK_7"),
        (date(2026, 2, 2), date(2026, 2, 15), "LAB_33_STK_5"),
    ):
        v.goer(v.sagsbehandler, registrer_undtaget_periode, f.id, fra=fra, til=til, hjemmel=hjemmel)
    v.goer(
        v.sagsbehandler,
        registrer_indsats,
        f.id,
        navn="Mentor på arbejdspladsen",
        hjemmel="LAB_KAP_26",
        bevilget=date(2025, 10, 27),
        paabegyndt=date(2025, 11, 3),
        i_indsatsdel=True,
    )
    side = _side(v, f)
    for ventet in (
        "Sagen skal for rehabiliteringsteamet igen</h1>",
        "Seks måneders tællende tid udløb mandag 25. maj 2026",
        "Pligten opstod tirsdag 26. maj 2026",
        "2 dage over",
        "182 af 182",
        "7 dage overlapper",
        "Mentor på arbejdspladsen",
        "Tæller ikke",
        "BEK 2408 § 17, stk. 1",
        "LAB § 113, stk. 2",
        "Hvad ville ændre svaret?",
        "Særlige grunde taler imod",
        "Genoptag sag",
        "Fristen falder på en fridag",
        "BEK 2408/2021",
    ):
        assert ventet in side, ventet
    cpr = Borger.objects.using("vedligehold").get(id=f.borger_id).cpr
    assert cpr not in side and f"{cpr[:6]}-••••" in side


def test_loggen_siger_hvem_der_er_vist(verden: Verden) -> None:
    f = verden.forloeb()
    _side(verden, f)
    post = Adgangspost.objects.using("vedligehold").filter(objekt=f.id).latest("id")
    assert (post.art, post.rute, post.udfald, post.borgere) == ("laes", "forloeb.se", 200, [f.borger_id])


@pytest.mark.parametrize(
    ("start", "overskrift", "maerke"),
    [
        (date(2026, 1, 10), "De seks måneder er ikke gået endnu", "44 dage"),
        (date(2021, 11, 1), "Du skal vurdere, om sagen skal for teamet igen", "hvilke regler gælder?"),
        (date(2026, 4, 1), "Du skal vurdere, om sagen skal for teamet igen", "hvilke regler gælder?"),
    ],
)
def test_domme(verden: Verden, start: date, overskrift: str, maerke: str) -> None:
    f = verden.forloeb(start)
    side = _side(verden, f)
    assert overskrift in side and maerke in side


def test_staar_stille_undtaget_og_rettidig(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 12, 30))
    v.fritaget(f.id, date(2026, 3, 2), None)
    side = _side(v, f)
    assert "Tiden står stille" in side and "ingen dato endnu" in side and "Sæt slutdato" in side
    g = v.forloeb(date(2026, 1, 5))
    v.goer(
        v.sagsbehandler,
        registrer_indsats,
        g.id,
        navn="Praktik",
        hjemmel="LAB_KAP_11",
        paabegyndt=date(2026, 3, 2),
        i_indsatsdel=True,
    )
    side = _side(v, g)
    assert "En indsats er begyndt i tide" in side and "tæller fra 02.03.2026" in side
    assert "Særlige grunde taler imod" not in side


def test_en_anden_dag_gemmer_intet(verden: Verden) -> None:
    f = verden.forloeb(date(2025, 10, 20))
    foer = f.haendelser.using("vedligehold").count()
    side = _side(verden, f, pr="20.04.2026")
    assert "De seks måneder er ikke gået endnu" in side and "I dag</strong>" in side
    assert "Vurderet pr. mandag 20. april 2026" in side
    assert f.haendelser.using("vedligehold").count() == foer


@pytest.mark.parametrize(
    ("pr", "besked"),
    [
        ("i morgen", "Datoen kan ikke læses"),
        ("01.01.2020", "Vælg en dag fra"),
        ("31.12.9999", "Vælg en dag fra"),
    ],
)
def test_en_umulig_dag_siges_ved_feltet(verden: Verden, pr: str, besked: str) -> None:
    f = verden.forloeb()
    svar = verden.klient(verden.sagsbehandler).get(reverse("web:forloeb", args=[f.id]), {"pr": pr})
    side = svar.content.decode()
    assert svar.status_code == 422
    assert besked in side and f'value="{pr}"' in side
    assert "Sagen skal for rehabiliteringsteamet igen" in side
    assert Adgangspost.objects.using("vedligehold").filter(objekt=f.id, borgere=[f.borger_id]).exists()


def test_andre_roller_ser_men_registrerer_ikke(verden: Verden) -> None:
    v = verden
    f = v.forloeb()
    side = v.klient(v.teammedlem).get(reverse("web:forloeb", args=[f.id])).content.decode()
    assert "Sagen skal for rehabiliteringsteamet igen" in side
    assert "Registrér oplysning" not in side and "Tilføj indsats" not in side
    assert reverse("web:genoptag", args=[f.id]) not in side


def test_naboen_og_den_der_ikke_findes_er_det_samme(verden: Verden) -> None:
    v = verden
    f = v.forloeb()
    klient = v.klient(v.naboen)
    naboens = klient.get(reverse("web:forloeb", args=[f.id]))
    ingen = klient.get(reverse("web:forloeb", args=["00000000-0000-4000-8000-000000000000"]))
    assert naboens.status_code == ingen.status_code == 404
    for hvem in (v.sekretariat, v.koordinator):
        assert v.klient(hvem).get(reverse("web:forloeb", args=[f.id])).status_code == 403


def test_historikken_har_svarene_fra_dengang(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    v.fritaget(f.id)
    side = v.klient(v.leder).get(reverse("web:forloeb_historik", args=[f.id])).content.decode()
    assert "Fristen flyttede fra 20.04.2026 til 25.05.2026" in side
    assert "Lovens svar dengang" in side and "Sanne Sagsbehandler" in side


def _nyt(v: Verden, **felter: str) -> tuple[int, str, str]:
    klient = v.klient(v.sagsbehandler)
    svar = klient.post(
        reverse("web:forloeb_nyt"), {"noegle": "7b0c9b8e-2f60-4f5c-9d38-1a8f6f1f3d11"} | felter
    )
    return svar.status_code, svar.content.decode(), svar.get("Location", "")


def test_nyt_forloeb(verden: Verden) -> None:
    v = verden
    cpr = testnumre()[40]
    status, side, hen = _nyt(v, cpr=f"{cpr[:6]}-{cpr[6:]}", navn="Nynne Ny", start="20-10-2025", tolk="nej")
    assert status == 302, side
    assert cpr not in hen
    f = Forloeb.objects.using("vedligehold").get(id=hen.split("/")[2])
    assert (f.start, f.borger.navn, f.frist_status) == (date(2025, 10, 20), "Nynne Ny", "SKAL_GENBEHANDLES")
    status, side, _ = _nyt(v, cpr=cpr, navn="Nynne Ny", start="21.10.2025")
    assert status in (409, 422)


@pytest.mark.parametrize(
    ("felter", "besked"),
    [
        ({"cpr": "123"}, "ti tegn"),
        ({"cpr": "3113031234"}, "ikke en dag, der findes"),
        ({"start": "31.02.2026"}, "Datoen kan ikke læses"),
        ({"start": "01.01.1850"}, "før borgerens fødsel"),
        ({"start": "01.01.2045"}, "mere end fem år"),
        ({"navn": ""}, "Skriv borgerens navn."),
        ({"foedselsdato": "01.02.1903"}, "passer ikke med CPR-nummeret"),
    ],
)
def test_daarlige_oplysninger_siges_ved_feltet_og_det_skrevne_bliver(
    verden: Verden, felter: dict[str, str], besked: str
) -> None:
    rigtige = {
        "cpr": testnumre()[41],
        "navn": "Bent Bevar",
        "start": "20.10.2025",
        "egne_ord": "Jeg vil gerne",
    }
    status, side, _ = _nyt(verden, **(rigtige | felter))
    assert status == 422
    assert besked in side and "Jeg vil gerne" in side
    assert not Borger.objects.using("vedligehold").filter(fuldt_navn="Bent Bevar").exists()


def test_erstatnings_cpr_skal_have_foedselsdato(verden: Verden) -> None:
    cpr = sorted(ERSTATNINGSNUMRE)[0]
    status, side, _ = _nyt(verden, cpr=cpr.lower(), navn="Erna Erstatning", start="20.10.2025")
    assert status == 422 and "siger ikke fødselsåret" in side
    foedt = date(1980, int(cpr[2:4]), int(cpr[:2]))
    status, side, _hen = _nyt(
        verden, cpr=cpr, navn="Erna Erstatning", start="20.10.2025", foedselsdato=f"{foedt:%d.%m.%Y}"
    )
    assert status == 302, side


def test_faa_foresporgsler_uanset_hvor_meget_der_er(
    verden: Verden, django_assert_max_num_queries: object
) -> None:
    v = verden
    f = v.forloeb()
    klient = v.klient(v.sagsbehandler)
    for nr in range(8):
        v.fritaget(f.id, DAG - timedelta(days=100 + nr), DAG - timedelta(days=95 + nr))
    with django_assert_max_num_queries(30):  # type: ignore[operator]
        klient.get(reverse("web:forloeb", args=[f.id]))
