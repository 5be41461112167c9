"""A case goes to another kommune: closed here, one sealed package, the same case there once, walls whole."""

import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from django.conf import settings

from rehabteam.dokumenter import pakke
from rehabteam.dokumenter.lager import Lager
from rehabteam.handlinger.afkryds_planbilag import afkryds_planbilag
from rehabteam.handlinger.fejl import FindesIkke, KanIkke
from rehabteam.handlinger.genaabn_sag import genaabn_sag
from rehabteam.handlinger.laeg_indsatsplan import laeg_indsatsplan
from rehabteam.handlinger.modtag_overdragelse import AlleredeModtaget, modtag_overdragelse
from rehabteam.handlinger.overdrag_sag import overdrag_sag
from rehabteam.handlinger.registrer_samtykke import registrer_samtykke
from rehabteam.handlinger.registrer_start import registrer_start
from rehabteam.handlinger.skriv_indsatsplan import skriv_indsatsplan
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.handlinger.tilfoej_dokument import tilfoej_dokument
from rehabteam.handlinger.traef_afgoerelse import traef_afgoerelse
from rehabteam.handlinger.vurder_laegeattest import vurder_laegeattest
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Dokument, Forloeb, Indsatsplan, Plandel, Sag, Samtykke, Skoen
from rehabteam.sager.sagsfakta import laege
from rehabteam.sager.sagsfakta.samlet import samlet
from rehabteam.sager.udtraek.opfoelgning import opfoelgning
from tests.efter_moedet.sager import ORDENE, indstillet, plan
from tests.forberedende.planen import POST, sag_af, skriv
from tests.verden import DAG, PDF, Verden


def _sagen(v: Verden) -> Sag:
    """Decided, in a ressourceforløb with an excluded period, with two consents."""
    sag = v.afgjort()
    v.fritaget(sag.forloeb_id)
    return sag


def _samtykke(v: Verden, sag: Sag, kilde: str) -> Samtykke:
    return v.goer(
        v.sagsbehandler,
        registrer_samtykke,
        sag.id,
        oplysninger="Attest om ryggen",
        kilde=kilde,
        formaal="Teamets møde",
        givet=date(2026, 5, 20),
        maade="underskrift",
        praecist=True,
        konsekvenser_oplyst=True,
    )


def _pakken(v: Verden, sag: Sag, **felter: Any) -> bytes:
    o = v.goer(v.sagsbehandler, overdrag_sag, sag.id, til="Nabo Kommune", grund="Flyttet.", **felter)
    return Lager(settings.DATA).laes(o.sha256)


def test_hele_sagen_flytter_en_gang(verden: Verden) -> None:
    v = verden
    sag = _sagen(v)
    med, uden = _samtykke(v, sag, "Læge Birk"), _samtykke(v, sag, "Egon Fysioterapi")
    data = _pakken(v, sag, samtykker=[med.id])
    with kontekst.arbejder_som(v.sagsbehandler):
        lukket = Sag.objects.select_related("forloeb").get(id=sag.id)
        assert lukket.tilstand == "afsluttet"
        assert lukket.forloeb.slut is not None
        antal = Dokument.objects.filter(sag=sag, trukket_tilbage_tid=None).count()
        cpr = lukket.borger.cpr
    with pytest.raises(KanIkke):
        v.goer(v.sagsbehandler, genaabn_sag, sag.id, grund="Fortrudt.")
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        assert not any(cpr in navn for navn in arkiv.namelist())

    ny = v.goer(v.naboen, modtag_overdragelse, data=data)
    with kontekst.arbejder_som(v.naboen):
        ny = Sag.objects.select_related("borger", "forloeb", "afgoerelse").get(id=ny.id)
        assert (ny.tilstand, ny.sagstype, ny.undertype) == ("afgjort", sag.sagstype, sag.undertype)
        assert (ny.borger.cpr, ny.kommune_id) == (cpr, v.nabokommune.id)
        assert ny.afgoerelse.begrundelse == "Praktikken passer til det, du kan."
        assert ny.forloeb.undtagne_perioder.get().hjemmel == "LAS_13_STK_7"
        assert Dokument.objects.filter(sag=ny).count() == antal
        assert [s.kilde for s in Samtykke.objects.filter(sag=ny)] == ["Læge Birk"]
        assert not Indsatsplan.objects.filter(sag=ny).exists()
        assert not Sag.objects.filter(id=sag.id).exists()
    with kontekst.arbejder_som(v.sagsbehandler):
        assert not Sag.objects.filter(id=ny.id).exists()
        assert uden.tilbagekaldt_tid is None
    with pytest.raises(AlleredeModtaget):
        v.goer(v.naboen, modtag_overdragelse, data=data)
    with kontekst.arbejder_som(v.naboen):
        assert Forloeb.objects.filter(borger_id=ny.borger_id).count() == 1
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, overdrag_sag, sag.id, til="Fjern Kommune", grund="Nysgerrig.")


def test_svar_og_den_forberedende_del_foelger_med_med_navn_og_dag(verden: Verden) -> None:
    v = verden
    sag = sag_af(v)
    skriv(v, sag, kommunen="Kok i ti år.", borgeren="Jeg savner køkkenet.")
    skriv(v, sag, "stk2_beskaeftigelse", poster=[POST])
    v.goer(
        v.sagsbehandler, svar_paa_spoergsmaal, sag.id, noegle="helt_aabenbart", vaerdi=False, grund="Hun vil."
    )
    v.goer(v.sagsbehandler, svar_paa_spoergsmaal, sag.id, noegle="udarbejdet_sammen_med_borger", vaerdi=True)
    plan_paa_papir, attest = _papir(v, sag, "forberedende_del"), _papir(v, sag, "laegeattest")
    hak = {"dokument_id": plan_paa_papir.id, "dele": ["stk1_nr7", "stk2_erfaringer_kommune"]}
    v.goer(v.sagsbehandler, afkryds_planbilag, sag.id, **hak, nr=0)
    for punkter in ((1, 2), (4, 1, 2)):
        fund = {"kilde": "LAEGEATTEST_PL", "konsultation": True, "punkter": punkter}
        v.goer(v.sagsbehandler, vurder_laegeattest, sag.id, attest.id, **fund)
    foer = _skrevet(v.sagsbehandler, sag)
    assert len(foer) >= 6

    ny = v.goer(v.naboen, modtag_overdragelse, data=_pakken(v, sag))
    efter = _skrevet(v.naboen, ny)
    assert [linje[:-1] for linje in efter] == [linje[:-1] for linje in foer]
    assert {linje[-1] for linje in efter} == {"Sanne Sagsbehandler (Prøve Kommune)"}
    assert _mangler(v.naboen, ny) == _mangler(v.sagsbehandler, sag)


def _papir(v: Verden, sag: Sag, slags: str) -> Dokument:
    felter = {"filnavn": "p.pdf", "data": PDF, "titel": slags, "slags": slags, "dato": DAG}
    dokument: Dokument = v.goer(v.sagsbehandler, tilfoej_dokument, sag.id, **felter)
    return dokument


def _mangler(hvem: Aktoer, sag: Sag) -> set[str]:
    with kontekst.arbejder_som(hvem):
        return {m.kode for m in samlet(Sag.objects.get(id=sag.id)).mangler}


def test_en_indsats_der_er_begyndt_er_begyndt_ogsaa_der(verden: Verden) -> None:
    """Where no forløb tells it: the new kommune does not wait for an effort that has started."""
    v = verden
    sag = indstillet(v, "jaf_nyt", "nyt_jobafklaringsforloeb")
    v.goer(v.sagsbehandler, traef_afgoerelse, sag.id, foelger=True, **ORDENE)
    v.goer(v.sagsbehandler, skriv_indsatsplan, sag.id, version=0, indhold=plan())
    v.goer(v.sagsbehandler, laeg_indsatsplan, sag.id, version=1)
    v.goer(v.sagsbehandler, registrer_start, sag.id, nr=0, begyndt=DAG)
    ny = v.goer(v.naboen, modtag_overdragelse, data=_pakken(v, sag))
    with kontekst.arbejder_som(v.naboen):
        assert Sag.objects.get(id=ny.id).tilstand == "plan_lagt"
        assert opfoelgning(v.naboen, DAG) == []


def _skrevet(hvem: Aktoer, sag: Sag) -> list[tuple[Any, ...]]:
    """What was answered and written on the case; the last is by whom."""
    with kontekst.arbejder_som(hvem):
        svar = Skoen.objects.filter(sag=sag).order_by("noegle")
        dele = Plandel.objects.filter(sag=sag).order_by("noegle")
        papirer = Dokument.objects.filter(sag=sag, trukket_tilbage_tid=None).order_by("slags")
        return [
            *((d.slags, b.dele, b.af) for d in papirer for b in d.planbilag.all()),
            # The one that governs is what goes along.
            *((f.kilde, f.konsultation, f.punkter, f.dag, f.forfatter) for f in laege.gaeldende(sag)),
            *svar.values_list("noegle", "vaerdi", "grund", "rolle", "dag", "af"),
            *dele.values_list(
                "noegle", "kommunen", "borgeren", "poster", "punkter", "ingen", "dag", "forfatter"
            ),
        ]


def test_en_aendret_eller_fremmed_fil_tages_ikke_ind(verden: Verden) -> None:
    """Changed on the way, cut short, not a package, one's own, or a bomb: refused in words, and nothing is kept."""
    v = verden
    data = _pakken(v, _sagen(v))
    manifest, filer = pakke.aabn(data)
    oplysninger = {k: x for k, x in manifest.items() if k != "filer"}
    sag = json.loads(filer["sag.json"])

    def med(**nyt: Any) -> bytes:
        return pakke.pak(oplysninger, filer | {"sag.json": json.dumps(sag | nyt).encode()})

    ud = io.BytesIO()
    with zipfile.ZipFile(ud, "w") as arkiv:
        for navn, indhold in ({"manifest.json": json.dumps(manifest).encode()} | filer).items():
            arkiv.writestr(navn, indhold + b" " if navn == "sag.json" else indhold)
    for ond, ord_ in (
        (ud.getvalue(), "ændret"),
        (data[:-400], "beskadiget"),
        (b"%PDF-1.4", "beskadiget"),
        (pakke.pak(oplysninger | {"format": "andet"}, filer), "anden udgave"),
        (med(borger=sag["borger"] | {"cpr": "hej"}), "CPR"),
        (med(borger=sag["borger"] | {"foedselsdato": "2026-13-45"}), "kan ikke læses"),
        (med(sag=sag["sag"] | {"sagstype": "alt"}), "kan ikke læses"),
        (med(forloeb=sag["forloeb"] | {"spaend": [{"slags": 1}]}), "kan ikke læses"),
        (med(svar=[{}]), "kan ikke læses"),
        (med(hak=[{"dele": ["alt"], "af": "X", "dokument": "dokumenter/001.pdf"}]), "kan ikke læses"),
        (med(hak=[{"dele": [], "af": "X", "dokument": "dokumenter/999.pdf"}]), "kan ikke læses"),
        (med(laegevurderinger=[{"kilde": "SVIGERMOR"}]), "kan ikke læses"),
    ):
        with pytest.raises(KanIkke) as fejl:
            v.goer(v.naboen, modtag_overdragelse, data=ond)
        assert ord_ in fejl.value.felter["fil"], (ord_, fejl.value.felter)
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, modtag_overdragelse, data=data)
    assert "egen kommune" in fejl.value.felter["fil"]
    with kontekst.arbejder_som(v.naboen):
        assert not Sag.objects.exists()
