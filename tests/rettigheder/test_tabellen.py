"""The table of rights: no blank cell, and the document and the page say what the table says."""

from pathlib import Path

import pytest
from django.urls import reverse

from rehabteam.cli.rettigheder import dokument
from rehabteam.handlinger.handling import HANDLINGER
from rehabteam.sager.adgang import rettighedstavle as tavle
from rehabteam.sager.adgang import vaegtavle
from rehabteam.sager.adgang.aktoer import Tjeneste, Vaeg
from rehabteam.sager.adgang.relation import ORD, Relation, relation
from rehabteam.sager.adgang.rettighed import UDEN_SAG
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER, IngenRet, har_ret, kraev_ret
from rehabteam.sager.adgang.rettigheder_omkring import OMKRING
from rehabteam.sager.adgang.rettigheder_sagen import SAGEN
from rehabteam.sager.adgang.vaegge import LUKKEDE, TABELLER
from rehabteam.sager.models import Borger, Forloeb, Moede, Rolle, Sag
from tests.verden import Verden

DOKUMENT = Path(__file__).parents[2] / "docs" / "rettigheder.md"


def test_dokumentet_er_tabellen() -> None:
    """Made anew with: rehabteam rettigheder > docs/rettigheder.md"""
    assert DOKUMENT.read_text(encoding="utf-8") == dokument()


def test_ingen_ret_staar_i_begge_halvdele() -> None:
    assert not SAGEN.keys() & OMKRING.keys()


def test_hver_rolle_staar_et_sted() -> None:
    assert sorted(tavle.roller()) == sorted(Rolle) and set(tavle.BAAND) == set(Rolle)
    assert set(ORD) == set(Relation)
    assert set(vaegtavle.HVEM) == {*Vaeg, *Tjeneste}


@pytest.mark.parametrize("navn", RETTIGHEDER)
def test_hver_rolle_i_en_linje_kan_have_baandet(navn: str) -> None:
    """A line that asks for a bond none of its roles can have would be dead; one without a bond would be open."""
    ret = RETTIGHEDER[navn]
    assert ret.roller and ret.relation and ret.hvad
    for rolle in ret.roller:
        assert ret.relation & {tavle.BAAND[rolle], Relation.INGEN, Relation.NOED}, rolle
    assert ret.relation == UDEN_SAG or Relation.INGEN not in ret.relation


def test_dokumentet_naevner_alt() -> None:
    tekst = dokument()
    for tabel in (*TABELLER, *LUKKEDE):
        assert f"`{tabel}`" in tekst, tabel
    for navn in (*RETTIGHEDER, *HANDLINGER):
        assert f"`{navn}`" in tekst, navn
    assert "adgang.ctx_" not in tekst  # every condition could be said in words


def _ting(v: Verden) -> tuple[Sag, Borger, Forloeb, Moede]:
    sag = v.hos_koordinator()
    hent = Sag.objects.using("vedligehold").select_related("borger", "forloeb", "moede").get(id=sag.id)
    assert hent.forloeb and hent.moede
    return hent, hent.borger, hent.forloeb, hent.moede


def test_baandet_regnes_ud_af_raekkerne(verden: Verden) -> None:
    v = verden
    sag, borger, forloeb, moede = _ting(v)
    egen, delt, givet, intet = (
        Relation.ORGANISATION,
        Relation.SAGENS_REGION,
        Relation.TILDELT,
        Relation.INGEN,
    )
    ventet = {
        v.sagsbehandler: (egen, egen, egen, egen),
        v.naboen: (intet, intet, intet, intet),
        v.sekretariat: (delt, delt, intet, delt),
        v.fjernt_sekretariat: (intet, intet, intet, intet),
        v.koordinator: (givet, givet, intet, intet),
        v.anden_koordinator: (intet, intet, intet, intet),
        v.auditor: (intet, intet, intet, intet),
    }
    for hvem, baand in ventet.items():
        assert tuple(relation(hvem, om) for om in (sag, borger, forloeb, moede)) == baand, hvem.navn


def test_retten_spoerger_om_rolle_baand_og_tilstand(verden: Verden) -> None:
    """One thing wrong at a time, and the sentence says which."""
    v = verden
    sag, *_ = _ting(v)
    kraev_ret(v.sagsbehandler, "skriv_resume", sag)  # the positive control
    for hvem, ord_ in ((v.teammedlem, "i rollen teammedlem"), (v.naboen, "din organisation har sagen")):
        assert not har_ret(hvem, "skriv_resume", sag)
        with pytest.raises(IngenRet) as afslag:
            kraev_ret(hvem, "skriv_resume", sag)
        assert ord_ in afslag.value.forklaring
    sag.tilstand = Sag.Tilstand.AFSLUTTET
    assert not har_ret(v.sagsbehandler, "skriv_resume", sag)
    with pytest.raises(IngenRet) as afslag:
        kraev_ret(v.sagsbehandler, "skriv_resume", sag)
    assert "»afsluttet«" in afslag.value.forklaring


def test_siden_viser_hver_rolle(verden: Verden) -> None:
    klient = verden.klient(verden.teammedlem)
    adresse = reverse("web:rettigheder")
    egen = klient.get(adresse).content.decode()
    assert "Din rolle" in egen and "Se sin arbejdsliste" in egen
    for rolle in Rolle:
        side = klient.get(adresse, {"rolle": rolle}).content.decode()
        kort = tavle.rollekort(rolle)
        for x in (*kort.se, *kort.goere):
            assert x.hvad in side
    assert klient.get(adresse, {"rolle": "findes ikke"}).status_code == 200
