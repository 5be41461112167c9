"""Registering facts and Genoptag sag: what it says, what it refuses, and that nothing is lost."""

import uuid
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_indsatsens_gang import registrer_indsatsens_gang
from rehabteam.sager.models import (
    Adgangspost,
    Forloeb,
    Haendelse,
    Indsats,
    OrdinaereTimer,
    SaerligeGrunde,
    Sag,
    Spaend,
    UndtagetPeriode,
)
from tests.verden import Verden

NAVNE = ("indsats_ny", "periode_ny", "timer_ny", "spaend_ny", "saerlige_grunde", "genoptag")


def _send(klient: Client, side: str, /, *ids: Any, **felter: str) -> Any:
    return klient.post(reverse(f"web:{side}", args=ids), {"noegle": str(uuid.uuid4())} | felter)


def _indsats(v: Verden, f: Forloeb) -> Indsats:
    v.goer(v.sagsbehandler, registrer_indsats, f.id, navn="Praktik", hjemmel="LAB_KAP_11", i_indsatsdel=True)
    return Indsats.objects.using("vedligehold").get(forloeb_id=f.id)


def test_en_periode_flytter_fristen_og_siger_hvorfor(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    klient = v.klient(v.sagsbehandler)
    svar = _send(klient, "periode_ny", f.id, hjemmel="LAS_13_STK_7", fra="12.01.2026", til="15-02-2026")
    assert svar["Location"] == reverse("web:forloeb", args=[f.id])
    side = klient.get(svar["Location"]).content.decode()
    assert "Fristen flyttede fra 20.04.2026 til 25.05.2026, fordi" in side
    sidst = Haendelse.objects.using("vedligehold").filter(forloeb=f).latest("tid")
    assert sidst.vurdering["frist"] == "2026-05-25"
    post = Adgangspost.objects.using("vedligehold").filter(objekt=f.id, art="skriv").latest("id")
    assert (post.rute, post.borgere) == ("registrer_undtaget_periode", [f.borger_id])


def test_en_indsats_begyndt_i_tide_aendrer_svaret(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    klient = v.klient(v.sagsbehandler)
    svar = _send(
        klient,
        "indsats_ny",
        f.id,
        navn="Virksomhedspraktik",
        hjemmel="LAB_KAP_11",
        paabegyndt="01.04.2026",
        i_indsatsdel="on",
    )
    side = klient.get(svar["Location"]).content.decode()
    assert "Svaret er ændret: en indsats er begyndt i tide" in side
    assert "En indsats er begyndt i tide</h1>" in side


def test_gangen_i_en_indsats(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2026, 1, 5))
    indsats = _indsats(v, f)
    klient = v.klient(v.sagsbehandler)
    url = reverse("web:indsats_gang", args=[f.id, indsats.id])
    side = klient.get(url).content.decode()
    assert "Ret Praktik" in side and 'name="version"' in side
    version = Forloeb.objects.using("vedligehold").get(id=f.id).version
    svar = _send(
        klient,
        "indsats_gang",
        f.id,
        indsats.id,
        version=str(version),
        bevilget="01.03.2026",
        paabegyndt="02.03.2026",
        i_indsatsdel="on",
    )
    assert svar.status_code == 302
    indsats = Indsats.objects.using("vedligehold").get(id=indsats.id)
    assert (indsats.bevilget, indsats.paabegyndt) == (date(2026, 3, 1), date(2026, 3, 2))


def test_to_paa_den_samme_indsats_ser_begges(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2026, 1, 5))
    indsats = _indsats(v, f)
    gammel = Forloeb.objects.using("vedligehold").get(id=f.id).version
    v.goer(
        v.leder,
        registrer_indsatsens_gang,
        f.id,
        indsats.id,
        version=gammel,
        bevilget=None,
        aftalt_start=date(2026, 6, 8),
        paabegyndt=None,
        afsluttet=None,
        i_indsatsdel=True,
        optaget_i_indsatsdel=None,
    )
    klient = v.klient(v.sagsbehandler)
    felter = {"version": str(gammel), "bevilget": "04.05.2026", "i_indsatsdel": "on"}
    svar = _send(klient, "indsats_gang", f.id, indsats.id, **felter)
    side = svar.content.decode()
    assert svar.status_code == 409
    assert "mens du skrev" in side and "08.06.2026" in side and 'value="04.05.2026"' in side
    assert Indsats.objects.using("vedligehold").get(id=indsats.id).bevilget is None
    assert f'name="version" value="{gammel + 1}"' in side
    igen = _send(klient, "indsats_gang", f.id, indsats.id, **felter | {"version": str(gammel + 1)})
    assert igen.status_code == 302
    assert Indsats.objects.using("vedligehold").get(id=indsats.id).bevilget == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("navn", "felter", "besked"),
    [
        ("indsats_ny", {"navn": "", "hjemmel": "LAB_KAP_11"}, "Skriv, hvad indsatsen er."),
        ("indsats_ny", {"navn": "X", "hjemmel": ""}, "Vælg den hjemmel"),
        ("indsats_ny", {"navn": "X", "hjemmel": "OPFUNDET"}, "Vælg en fra listen."),
        (
            "indsats_ny",
            {"navn": "X", "hjemmel": "LAB_KAP_11", "paabegyndt": "01.01.1899"},
            "før borgerens fødsel",
        ),
        ("indsats_ny", {"navn": "X", "hjemmel": "LAB_KAP_11", "paabegyndt": "08.06.2026"}, "»Aftalt start«"),
        ("indsats_ny", {"navn": "X", "hjemmel": "LAB_KAP_11", "paabegyndt": "32.05.2026"}, "kan ikke læses"),
        (
            "indsats_ny",
            {"navn": "X", "hjemmel": "LAB_KAP_11", "paabegyndt": "01.05.2026", "afsluttet": "01.05.2025"},
            "Mente du 01.05.2026?",
        ),
        (
            "indsats_ny",
            {"navn": "X", "hjemmel": "LAB_KAP_11", "optaget_i_indsatsdel": "01.05.2026"},
            "Sæt også kryds",
        ),
        (
            "periode_ny",
            {"hjemmel": "ANDET", "fra": "12.01.2026", "til": "08.02.2025"},
            "Mente du 08.02.2026?",
        ),
        ("periode_ny", {"hjemmel": "", "fra": "12.01.2026"}, "Vælg et grundlag."),
        ("periode_ny", {"hjemmel": "ANDET", "fra": "12.01.2041"}, "mere end fem år"),
        ("timer_ny", {"dato": "01.02.2026", "timer": "25", "art": "SELVSTAENDIG"}, "højst 24"),
        ("timer_ny", {"dato": "01.02.2026", "timer": "mange", "art": "SELVSTAENDIG"}, "Skriv dem som 7,5"),
        ("timer_ny", {"dato": "01.07.2026", "timer": "7", "art": "SELVSTAENDIG"}, "efter i dag"),
        ("timer_ny", {"dato": "01.02.2026", "timer": "7"}, "Vælg, hvilke timer det var."),
        ("spaend_ny", {"slags": "stu", "fra": "01.02.2026", "til": "01.01.2026"}, "ligger før startdatoen"),
        ("spaend_ny", {"fra": "01.02.2026"}, "Vælg løntilskud eller STU."),
        (
            "saerlige_grunde",
            {"begrundelse": "kort", "beslutningstager": "Mette", "dato": "27.05.2026"},
            "hvad i borgerens situation",
        ),
        (
            "saerlige_grunde",
            {"begrundelse": "x" * 40, "beslutningstager": "", "dato": "27.05.2026"},
            "Skriv navnet på den",
        ),
        (
            "saerlige_grunde",
            {"begrundelse": "x" * 40, "beslutningstager": "Mette", "dato": "01.10.2025"},
            "før forløbet begyndte",
        ),
    ],
)
def test_det_der_ikke_kan_passe_siges_ved_feltet(
    verden: Verden, navn: str, felter: dict[str, str], besked: str
) -> None:
    f = verden.forloeb(date(2025, 10, 20))
    foer = f.haendelser.using("vedligehold").count()
    svar = _send(verden.klient(verden.sagsbehandler), navn, f.id, **felter)
    side = svar.content.decode()
    assert svar.status_code == 422
    assert besked in side and 'id="fejlopsummering"' in side
    for vaerdi in felter.values():
        assert vaerdi in side or vaerdi == "OPFUNDET", f"»{vaerdi}« skal blive stående"
    assert f.haendelser.using("vedligehold").count() == foer


def test_timer_med_komma_og_de_andre_oplysninger(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    klient = v.klient(v.sagsbehandler)
    assert (
        _send(
            klient, "timer_ny", f.id, dato="02.02.2026", timer="7,5", art="ORDINAER_LOENMODTAGER"
        ).status_code
        == 302
    )
    assert OrdinaereTimer.objects.using("vedligehold").get(forloeb=f).timer == 7.5
    side = klient.get(reverse("web:forloeb", args=[f.id])).content.decode()
    assert "borgeren har haft løntimer" in side and "7,5 timer" in side
    assert _send(klient, "spaend_ny", f.id, slags="stu", fra="01.02.2026").status_code == 302
    assert Spaend.objects.using("vedligehold").get(forloeb=f).til is None
    assert (
        _send(
            klient,
            "saerlige_grunde",
            f.id,
            begrundelse="Borgeren er indlagt på ubestemt tid.",
            beslutningstager="Mette",
            dato="27.05.2026",
        ).status_code
        == 302
    )
    assert SaerligeGrunde.objects.using("vedligehold").get(forloeb=f).beslutningstager == "Mette"
    side = klient.get(reverse("web:forloeb", args=[f.id])).content.decode()
    assert "Borgeren er indlagt på ubestemt tid." in side


def test_slutdato_paa_en_periode_der_loeber(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 12, 30))
    v.fritaget(f.id, date(2026, 3, 2), None)
    periode = UndtagetPeriode.objects.using("vedligehold").get(forloeb=f)
    klient = v.klient(v.sagsbehandler)
    daarlig = _send(klient, "periode_slut", f.id, periode.id, til="01.03.2026")
    assert daarlig.status_code == 422 and "ligger før startdatoen" in daarlig.content.decode()
    svar = _send(klient, "periode_slut", f.id, periode.id, til="31.05.2026")
    assert "Tiden løber igen, og fristen er" in klient.get(svar["Location"]).content.decode()


def test_tag_tilbage_med_en_grund(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2026, 1, 5))
    indsats = _indsats(v, f)
    klient = v.klient(v.sagsbehandler)
    uden = _send(klient, "tilbagekald", f.id, "indsats", indsats.id, grund=" ")
    assert uden.status_code == 422 and "Skriv, hvorfor oplysningen tages tilbage." in uden.content.decode()
    svar = _send(klient, "tilbagekald", f.id, "indsats", indsats.id, grund="Forkert borger")
    side = klient.get(svar["Location"]).content.decode()
    assert "Ingen indsats er registreret" in side and "Forkert borger" in side
    assert _send(klient, "tilbagekald", f.id, "indsats", indsats.id, grund="igen").status_code == 404
    assert _send(klient, "tilbagekald", f.id, "noget", indsats.id, grund="igen").status_code == 404


def test_sendt_to_gange_har_een_virkning(verden: Verden) -> None:
    v = verden
    f = v.forloeb()
    klient = v.klient(v.sagsbehandler)
    url = reverse("web:timer_ny", args=[f.id])
    data = {"noegle": str(uuid.uuid4()), "dato": "02.02.2026", "timer": "1", "art": "SELVSTAENDIG"}
    foerste, anden = klient.post(url, data), klient.post(url, data)
    assert foerste["Location"] == anden["Location"]
    assert OrdinaereTimer.objects.using("vedligehold").filter(forloeb=f).count() == 1


def test_rettigheder_og_vaegge(verden: Verden) -> None:
    v = verden
    f = v.forloeb()
    for navn in (*NAVNE, "registrer"):
        url = reverse(f"web:{navn}", args=[f.id])
        assert v.klient(v.sagsbehandler).get(url).status_code == 200, navn
        assert v.klient(v.naboen).get(url).status_code == 404, navn
        for hvem in (v.teammedlem, v.moedeleder, v.sekretariat, v.koordinator):
            assert v.klient(hvem).get(url).status_code == 403, (navn, hvem.rolle)
    foer = f.haendelser.using("vedligehold").count()
    assert (
        _send(
            v.klient(v.naboen), "timer_ny", f.id, dato="02.02.2026", timer="1", art="SELVSTAENDIG"
        ).status_code
        == 404
    )
    assert f.haendelser.using("vedligehold").count() == foer


def test_genoptag_viser_foerst_og_goer_saa(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    gammel = v.gammel_sag(f)
    klient = v.klient(v.sagsbehandler)
    side = klient.get(reverse("web:genoptag", args=[f.id])).content.decode()
    assert "Det følger med" in side and "Forberedende_del" in side and gammel.nummer in side
    assert "Dokumentationen til resuméet mangler." in side
    assert "Har borgerens situation ændret sig væsentligt" in side
    assert 'name="grund"' not in side, "loven kræver det, så der spørges ikke om en grund"
    svar = _send(klient, "genoptag", f.id)
    sag = Sag.objects.using("vedligehold").get(udspringer_af=gammel)
    assert svar["Location"] == reverse("web:sag", args=[sag.id])
    igen = klient.get(reverse("web:genoptag", args=[f.id]))
    assert igen["Location"] == reverse("web:sag", args=[sag.id])
    assert _send(klient, "genoptag", f.id)["Location"] == reverse("web:sag", args=[sag.id])
    assert Sag.objects.using("vedligehold").filter(udspringer_af=gammel).count() == 1
    forloeb = klient.get(reverse("web:forloeb", args=[f.id])).content.decode()
    assert "Åbn genforelæggelsen" in forloeb


def test_genoptag_foer_tiden_kraever_en_grund(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2026, 1, 5))
    klient = v.klient(v.sagsbehandler)
    side = klient.get(reverse("web:genoptag", args=[f.id])).content.decode()
    assert "Loven kræver det ikke i dag" in side and "Der er ingen tidligere sag her" in side
    uden = _send(klient, "genoptag", f.id, grund="")
    assert uden.status_code == 422 and "Skriv, hvorfor sagen skal for teamet igen" in uden.content.decode()
    assert _send(klient, "genoptag", f.id, grund="Borgeren beder selv om det.").status_code == 302
