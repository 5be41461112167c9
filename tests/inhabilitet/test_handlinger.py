"""Inhabilitet as people meet it: the Handlinger, and the pages of the one who is kept out."""

import re
from datetime import date

import pytest
from django.db import connections, transaction
from django.http import HttpResponse
from django.urls import reverse

from rehabteam.handlinger.erklaer_inhabil import erklaer_inhabil
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.fordel_til_koordinator import fordel_til_koordinator
from rehabteam.handlinger.genoptag_sag import genoptag_sag
from rehabteam.handlinger.ophaev_inhabilitet import ophaev_inhabilitet
from rehabteam.handlinger.opret_forloeb import opret_forloeb
from rehabteam.handlinger.udeluk_medarbejder import udeluk_medarbejder
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.relation import Relation, relation
from rehabteam.sager.adgang.rettigheder import IngenRet
from rehabteam.sager.cpr import laes_cpr
from rehabteam.sager.models import Borger, Forloeb, Haendelse, Inhabilitet, Rolle, Sag
from rehabteam.sager.udtraek.synlige import synlige_borgere, synlige_forloeb, synlige_sager
from tests.verden import Verden

GRUND = {"grund": "slaegt", "begrundelse": "Fætter."}


def _udelukket(v: Verden, sag: Sag, hvem: Aktoer) -> Inhabilitet:
    beslutter = v.leder if hvem.organisation_id == v.kommune.id else v.sekretariat
    ny = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Nina Ny").medarbejder_id
    i: Inhabilitet = v.goer(
        beslutter,
        udeluk_medarbejder,
        sag.borger_id,
        medarbejder_id=hvem.medarbejder_id,
        ny_sagsbehandler_id=ny,
        **GRUND,
    )
    return i


def test_den_der_melder_sig_giver_sagen_videre(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    with pytest.raises(KanIkke) as afslag:
        v.goer(v.sagsbehandler, erklaer_inhabil, sag.borger_id, **GRUND)
    assert list(afslag.value.felter) == ["ny_sagsbehandler"]
    for forkert in (v.teammedlem, v.naboen, v.sagsbehandler, v.sekretariat):
        with pytest.raises(KanIkke):
            v.goer(
                v.sagsbehandler,
                erklaer_inhabil,
                sag.borger_id,
                ny_sagsbehandler_id=forkert.medarbejder_id,
                **GRUND,
            )
    ny = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Nina Ny")
    v.goer(v.sagsbehandler, erklaer_inhabil, sag.borger_id, ny_sagsbehandler_id=ny.medarbejder_id, **GRUND)
    with kontekst.arbejder_som(ny):
        assert Forloeb.objects.get(id=sag.forloeb_id).sagsbehandler_id == ny.medarbejder_id
        assert Sag.objects.get(id=sag.id).sagsbehandler_id == ny.medarbejder_id
        gammel = Sag.objects.get(id=sag.udspringer_af_id)
        assert gammel.sagsbehandler_id == v.sagsbehandler.medarbejder_id  # a closed case is history
        spor = Haendelse.objects.filter(handling="erklaer_inhabil").get(forloeb_id=sag.forloeb_id)
    assert spor.tekst == (
        "Sanne Sagsbehandler meldte sig inhabil og er udelukket fra borgerens sager. Nina Ny er sagsbehandler nu."
    )
    assert "Fætter" not in str(spor.data)


def test_grunden_skal_skrives(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    for felter, felt in (
        ({"grund": "", "begrundelse": "X"}, "grund"),
        ({**GRUND, "begrundelse": " "}, "begrundelse"),
    ):
        with pytest.raises(KanIkke) as afslag:
            v.goer(v.teammedlem, erklaer_inhabil, sag.borger_id, **felter)
        assert felt in afslag.value.felter


def test_kun_ledelsen_udelukker_andre_og_kun_sine_egne(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    for hvem in (v.sagsbehandler, v.moedeleder, v.koordinator):
        with pytest.raises(IngenRet):
            v.goer(
                hvem,
                udeluk_medarbejder,
                sag.borger_id,
                medarbejder_id=v.teammedlem.medarbejder_id,
                **GRUND,
            )
    for hvem, kollega in (
        (v.leder, v.sekretariat),
        (v.sekretariat, v.teammedlem),
        (v.leder, v.naboen),
        (v.leder, v.leder),
    ):
        with pytest.raises(KanIkke):
            v.goer(hvem, udeluk_medarbejder, sag.borger_id, medarbejder_id=kollega.medarbejder_id, **GRUND)
    naboleder = v.person(Rolle.LEDER, v.nabokommune)
    with pytest.raises(FindesIkke):
        v.goer(naboleder, udeluk_medarbejder, sag.borger_id, medarbejder_id=v.naboen.medarbejder_id, **GRUND)


def test_ingen_ophaever_sin_egen(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    anden = v.person(Rolle.LEDER, v.kommune, "Lone Leder")
    i = _udelukket(v, sag, anden)
    with pytest.raises(FindesIkke):
        v.goer(anden, ophaev_inhabilitet, sag.borger_id, i.id, grund="Det passer ikke.")
    with pytest.raises(KanIkke):
        v.goer(v.leder, ophaev_inhabilitet, sag.borger_id, i.id, grund=" ")
    v.goer(v.leder, ophaev_inhabilitet, sag.borger_id, i.id, grund="En anden med samme navn.")
    with pytest.raises(FindesIkke):  # once
        v.goer(v.leder, ophaev_inhabilitet, sag.borger_id, i.id, grund="Igen.")
    with kontekst.arbejder_som(anden):
        assert Sag.objects.filter(id=sag.id).exists()
    v.goer(
        v.leder, udeluk_medarbejder, sag.borger_id, medarbejder_id=anden.medarbejder_id, **GRUND
    )  # and again


def test_den_foerste_vaeg_kender_ogsaa_udelukkelsen(verden: Verden) -> None:
    """The querysets alone, asked on a connection that passes every policy."""
    v = verden
    sag = v.hos_koordinator()

    def ser(hvem: Aktoer) -> tuple[bool, bool, bool]:
        alt = "vedligehold"
        return (
            synlige_sager(hvem).using(alt).filter(id=sag.id).exists(),
            synlige_borgere(hvem).using(alt).filter(id=sag.borger_id).exists(),
            synlige_forloeb(hvem).using(alt).filter(borger_id=sag.borger_id).exists(),
        )

    anden = v.person(Rolle.SEKRETARIAT, v.region, "Sofie Sekretær")
    for hvem in (v.moedeleder, v.koordinator, anden):
        assert ser(hvem)[:2] == (True, True)
        _udelukket(v, sag, hvem)
        assert ser(hvem) == (False, False, False)
        borger = Borger.objects.using("vedligehold").get(id=sag.borger_id)
        assert relation(hvem, borger) == Relation.INGEN
    assert ser(v.leder) == (True, True, True)


def test_siderne_ligner_noget_der_ikke_findes(verden: Verden) -> None:
    """Case, forløb, documents, log: byte for byte as an id that never was; search, worklist and meeting show nothing."""
    v = verden
    sag = v.sendt(v.genoptaget(v.forloeb(navn="Ulrika Udelukket")))
    leder2 = v.person(Rolle.LEDER, v.kommune, "Lone Leder")
    klient = v.klient(leder2)
    lister = [reverse("web:mit_arbejde"), reverse("web:moede", args=[sag.moede_id])]
    assert any("Ulrika" in klient.get(adresse).content.decode() for adresse in lister)
    with transaction.atomic("vedligehold"), connections["vedligehold"].cursor() as cursor:
        cursor.execute("SELECT id FROM sager_dokument WHERE sag_id = %s LIMIT 1", [sag.id])
        dokument = cursor.fetchone()[0]
    sider = [
        ("sag", [sag.id]),
        ("sag_historik", [sag.id]),
        ("dokument", [sag.id, dokument]),
        ("alle_dokumenter", [sag.id]),
        ("forloeb", [sag.forloeb_id]),
        ("forloeb_historik", [sag.forloeb_id]),
        ("borgerlog", [sag.forloeb_id]),
        ("inhabilitet", [sag.borger_id]),
    ]
    for navn, ider in sider:  # the positive control
        assert klient.get(reverse(f"web:{navn}", args=ider)).status_code == 200, navn
    _udelukket(v, sag, leder2)
    for navn, ider in sider:
        svar = klient.get(reverse(f"web:{navn}", args=ider))
        intet = klient.get(reverse(f"web:{navn}", args=[v.kommune.id for _ in ider]))
        assert svar.status_code == intet.status_code == 404, navn
        assert _uden_skiftende(svar) == _uden_skiftende(intet), navn
    for adresse in lister:
        assert "Ulrika" not in klient.get(adresse).content.decode()
    assert klient.post(reverse("web:vis_cpr", args=[sag.borger_id])).status_code in (400, 404)


def test_et_forloeb_til_en_borger_man_er_udelukket_fra(verden: Verden) -> None:
    v = verden
    f = v.forloeb()
    sag = v.genoptaget(f)
    with kontekst.arbejder_som(v.leder):
        cpr = Borger.objects.get(id=f.borger_id).cpr
    hvem = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Ulla Udenfor")
    _udelukket(v, sag, hvem)
    felter = {"cpr": laes_cpr(cpr), "navn": "X", "foedselsdato": None, "start": date(2026, 1, 1)}
    with pytest.raises(KanIkke) as afslag:
        v.goer(hvem, opret_forloeb, **felter)
    assert list(afslag.value.felter) == ["cpr"]


def test_sagsnumrene_gaar_ikke_i_staa(verden: Verden) -> None:
    """The newest case is one she is kept out of; the next that she makes has the number after it."""
    v = verden
    hvem = v.person(Rolle.SAGSBEHANDLER, v.kommune, "Ulla Udenfor")
    f = v.forloeb()
    v.gammel_sag(f)
    sidste = v.genoptaget(v.forloeb(navn="Den Anden"))
    _udelukket(v, sidste, hvem)
    ny = v.goer(hvem, genoptag_sag, f.id, grund="Prøve")
    assert int(ny.nummer.split("-")[1]) == int(sidste.nummer.split("-")[1]) + 1


def test_en_inhabil_koordinator_faar_ikke_sagen(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    _udelukket(v, sag, v.koordinator)
    side = v.klient(v.sekretariat).get(reverse("web:indbakke")).content.decode()
    assert "Inhabil: giv sagen til en anden" in side
    with pytest.raises(KanIkke):
        v.goer(v.sekretariat, fordel_til_koordinator, sag.id, koordinator_id=v.koordinator.medarbejder_id)
    ny = v.anden_koordinator
    v.goer(v.sekretariat, fordel_til_koordinator, sag.id, koordinator_id=ny.medarbejder_id)
    with kontekst.arbejder_som(ny):
        assert Sag.objects.filter(id=sag.id).exists()


def test_hele_vejen_i_browseren(verden: Verden) -> None:
    """Say it, land on one's own page, be let in again by the leader; the reason is the leader's to read."""
    v = verden
    sag = v.genoptaget(v.forloeb(navn="Ulrika Udelukket"))
    hende, ny = v.klient(v.sagsbehandler), v.person(Rolle.SAGSBEHANDLER, v.kommune, "Nina Ny")
    adresse = reverse("web:inhabil", args=[sag.borger_id])
    side = hende.get(adresse).content.decode()
    assert "Du er sagsbehandler på sagen" in side and "Nina Ny" in side
    felter = {"grund": "slaegt", "begrundelse": "Min fætter.", "noegle": _noegle(side)}
    afvist = hende.post(adresse, felter)
    assert afvist.status_code == 422 and "Vælg, hvem der overtager sagen" in afvist.content.decode()
    felter = {
        **felter,
        "ny_sagsbehandler": str(ny.medarbejder_id),
        "noegle": _noegle(afvist.content.decode()),
    }
    svar = hende.post(adresse, felter, follow=True)
    assert (
        svar.status_code == 200 and "Du er udelukket fra borgerens sager fra nu af." in svar.content.decode()
    )
    assert "Ulrika" not in svar.content.decode()
    assert hende.get(reverse("web:sag", args=[sag.id])).status_code == 404
    oversigt = reverse("web:inhabilitet", args=[sag.borger_id])
    hos_leder = v.klient(v.leder).get(oversigt).content.decode()
    hos_kollega = v.klient(ny).get(oversigt).content.decode()
    assert "Min fætter." in hos_leder and "Min fætter." not in hos_kollega
    assert "Sanne Sagsbehandler" in hos_kollega and "Ophæv" not in hos_kollega


def _noegle(side: str) -> str:
    return side.split('name="noegle" value="')[1].split('"')[0]


def _uden_skiftende(svar: HttpResponse) -> bytes:
    """The page without the id that was asked for and the keys of its forms, which differ at every look."""
    krop = re.sub(rb'(csrfmiddlewaretoken|noegle)" value="[^"]*"', b"", svar.content)
    return re.sub(rb"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", b"ID", krop)
