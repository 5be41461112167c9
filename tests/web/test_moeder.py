"""Meeting days: the list with each last day, a new one, the day's cases and their times, walls."""

import uuid
from datetime import date, time

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Adgangspost, Moede, Rolle
from tests.verden import Verden
from tests.web.sagshjaelp import frisk, indsend, tekst

MOEDER, NYT = "/moeder/", "/moeder/nyt/"


def _moeder(v: Verden) -> list[Moede]:
    with kontekst.arbejder_som(v.moedeleder):
        return list(Moede.objects.filter(kommune_id=v.kommune.id).order_by("dato"))


def _felter(v: Verden, **andet: str) -> dict[str, str]:
    return {
        "dato": "11.06.2026",
        "kl": "9.00",
        "sted": "Rådhuset, lokale 2.14",
        "moedeleder": str(v.moedeleder.medarbejder_id),
        **andet,
    }


def test_listen_viser_sidste_dag_at_sende(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.moedeleder)
    assert "Ingen mødedage ligger forude" in tekst(klient.get(MOEDER))
    v.moede(date(2026, 6, 11))
    v.moede(date(2026, 6, 4))
    side = tekst(klient.get(MOEDER))
    assert side.index("Torsdag 4. juni 2026") < side.index("Torsdag 11. juni 2026")
    assert "ons. 03.06.2026" in side  # 5 June is no hverdag
    assert "Opret mødedag" in side
    assert "Opret mødedag" not in tekst(v.klient(v.teammedlem).get(MOEDER))


def test_en_ny_moededag_og_den_samme_sendt_to_gange(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.moedeleder)
    assert f'value="{v.moedeleder.medarbejder_id}" selected' in klient.get(NYT).content.decode()
    noegle = str(uuid.uuid4())
    svar = [indsend(klient, NYT, noegle, **_felter(v)) for _ in range(2)]
    (moede,) = _moeder(v)
    assert (moede.dato, moede.kl) == (date(2026, 6, 11), time(9))
    assert {s.url for s in svar} == {reverse("web:moede", args=[moede.id])}
    igen = indsend(klient, NYT, **_felter(v))
    assert igen.status_code == 422
    assert "Der er allerede et møde på det sted og klokkeslæt." in tekst(igen)


def test_fejl_staar_ved_feltet_og_teksten_bliver(verden: Verden) -> None:
    v = verden
    klient = v.klient(v.moedeleder)
    fremmed = v.person(Rolle.MOEDELEDER, v.nabokommune)
    for felt, vaerdi, ventet in (
        ("dato", "31.06.2026", "Datoen kan ikke læses"),
        ("dato", "01.05.2026", "er gået"),
        ("dato", "01.05.2126", "mere end fem år"),
        ("kl", "halv ni", "Klokkeslættet kan ikke læses"),
        ("sted", "", "Skriv, hvor mødet holdes."),
        ("moedeleder", "", "Vælg en mødeleder."),
        ("moedeleder", str(fremmed.medarbejder_id), "Vælg en mødeleder på listen."),
    ):
        svar = indsend(klient, NYT, **_felter(v, **{felt: vaerdi}))
        assert svar.status_code == 422
        assert ventet in tekst(svar), felt
        assert f'id="id_{felt}-error"' in svar.content.decode()
        assert felt == "sted" or "Rådhuset, lokale 2.14" in svar.content.decode()
    assert _moeder(v) == []


def test_dagens_sager_og_hvornaar_de_kommer_paa(verden: Verden) -> None:
    v = verden
    moede = v.moede(date(2026, 6, 11))
    url = reverse("web:moede", args=[moede.id])
    klient = v.klient(v.moedeleder)
    assert "Ingen sager på dagen endnu" in tekst(klient.get(url))
    sager = [v.genoptaget(v.forloeb(navn=n)) for n in ("Ane Aa", "Bo Bæ")]
    for sag in sager:
        v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=moede.id)
    svar = indsend(klient, url, sag=str(sager[0].id), kl="10.30")
    assert svar.url == url
    assert frisk(sager[0], v.moedeleder).moede_kl == time(10, 30)
    side = tekst(klient.get(url))
    assert side.index("Bo Bæ") < side.index("Ane Aa")
    assert "Hold mødet" in side
    afvist = indsend(klient, url, sag=str(sager[0].id), kl="sent")
    assert afvist.status_code == 422
    assert "Klokkeslættet kan ikke læses" in tekst(afvist)
    assert 'value="sent"' in afvist.content.decode()
    assert "Følg med" in tekst(v.klient(v.teammedlem).get(url))
    assert indsend(v.klient(v.teammedlem), url, sag=str(sager[0].id), kl="8").status_code == 403
    post = Adgangspost.objects.using("vedligehold").filter(
        objekt=moede.id, medarbejder_id=v.teammedlem.medarbejder_id, udfald=200
    )
    assert set(post.latest("id").borgere) == {s.borger_id for s in sager}


def test_naboen_og_regionen_ser_ikke_dagen(verden: Verden) -> None:
    v = verden
    moede = v.moede()
    for adresse in (reverse("web:moede", args=[moede.id]), reverse("web:moede", args=[uuid.uuid4()])):
        assert v.klient(v.naboen).get(adresse).status_code == 404
    assert "Lokale" not in tekst(v.klient(v.naboen).get(MOEDER))
    assert v.klient(v.sekretariat).get(MOEDER).status_code == 403
    assert v.klient(v.koordinator).get(MOEDER).status_code == 403


def test_flere_dage_og_sager_koster_ikke_flere_opslag(verden: Verden) -> None:
    v = verden
    moede = v.moede()
    url = reverse("web:moede", args=[moede.id])
    v.goer(v.sagsbehandler, vaelg_moede, v.genoptaget().id, moede_id=moede.id)
    klient = v.klient(v.moedeleder)
    klient.get(MOEDER)
    antal = []
    for _ in range(2):
        for adresse in (MOEDER, url):
            with CaptureQueriesContext(connection) as opslag:
                klient.get(adresse)
            antal.append(len(opslag))
        v.moede(date(2026, 6, 18))
        v.goer(v.sagsbehandler, vaelg_moede, v.genoptaget(v.forloeb(date(2025, 11, 3))).id, moede_id=moede.id)
    assert antal[:2] == antal[2:]
