"""Every outcome: its parts are the law's, each of them can be missing, closed ones are refused, and given it is frozen."""

from typing import Any

import pytest
from django.conf import settings
from django.db import DatabaseError

from rehabteam.dokumenter.lager import Lager
from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling, hvad_mangler, svar
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.registrer_deltagere import Fremmoede, registrer_deltagere
from rehabteam.handlinger.skriv_indstilling import Indstillet, skriv_indstilling
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.lov.bek2408_2021 import par07
from rehabteam.lov.bek2408_2021.indstilling import KRAV
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.indstillingsdele import (
    INDSATSER,
    OPFOELGNING,
    ORD,
    ORD_I,
    SE_IGEN,
    UDFALD,
    dele,
    spoergsmaal,
    tekstdele,
)
from rehabteam.sager.models import Dokument, Indstilling, Sag
from rehabteam.sager.sagsarter import ARTER, Sagsart
from rehabteam.sager.sagsfakta.indstilling import valg
from tests.breve import aflaes
from tests.verden import Verden

UDEN_TEAM = ("ftp_12_uden", "ftp_13_uden", "revalidering", "samtale_113_stk3")


def _aaben_i(art: Sagsart, udfald: str) -> bool:
    mulige = par07.udfald_i_sagen(art.sagstype, art.fakta.get("foerste_jaf"), None)  # type: ignore[arg-type]
    return any(u.navn == udfald and u.svar == par07.AABENT for u in mulige)


def art_for(udfald: str) -> str:
    """A kind of case that goes to the team and where this outcome is open by the rules alone."""
    return next(n for n, a in ARTER.items() if a.vaelges and n not in UDEN_TEAM and _aaben_i(a, udfald))


def sag_af(v: Verden, art: str) -> Sag:
    svar = {"indsats_13d": False} if "indsats_13d" in ARTER[art].spoergsmaal else {}
    sag: Sag = v.goer(v.sagsbehandler, opret_sag, art=art, borger_id=v.forloeb().borger_id, svar=svar)
    return sag


def fuld(udfald: str) -> dict[str, Any]:
    """Everything this outcome can hold, each question answered yes."""
    navne = {d.noegle for d in dele(udfald)}
    felter: dict[str, Any] = {
        "udfald": udfald,
        "indhold": {d.noegle: f"Skrevet om {d.noegle.replace('_', ' ')}." for d in tekstdele(udfald)},
        "flag": {s.flag: True for s in spoergsmaal(udfald)},
    }
    if INDSATSER in navne:
        felter[INDSATSER] = [
            Indstillet("Mentor", nr="2"),
            Indstillet("Virksomhedspraktik", "Beskæftigelse", nr="1"),
        ]
    if OPFOELGNING in navne:
        felter[OPFOELGNING] = "Hver fredag."
    if SE_IGEN in navne:
        felter[SE_IGEN] = False
    return felter


def _noegler(udfald: str) -> set[str]:
    return {d.noegle for d in tekstdele(udfald)}


def skriv(v: Verden, sag: Sag, **felter: Any) -> Indstilling:
    with kontekst.arbejder_som(v.moedeleder):
        version = Indstilling.objects.filter(sag=sag).values_list("version", flat=True).first() or 0
    skrevet: Indstilling = v.goer(v.moedeleder, skriv_indstilling, sag.id, version=version, **felter)
    return skrevet


def _til_stede(v: Verden, sag: Sag) -> None:
    v.goer(v.moedeleder, registrer_deltagere, sag.id, fremmoede=[Fremmoede("borger", "", True)])


def _afgiv(v: Verden, sag: Sag, version: int) -> Indstilling:
    givet: Indstilling = v.goer(
        v.moedeleder, afgiv_indstilling, sag.id, version=version, begrundelse_tilstraekkelig=True
    )
    return givet


def _papir(v: Verden, givet: Indstilling) -> str:
    with kontekst.arbejder_som(v.moedeleder):
        dokument = Dokument.objects.get(id=givet.dokument_id)
    return aflaes.tekst(Lager(settings.DATA).laes(dokument.sha256))


@pytest.mark.parametrize("udfald", UDFALD)
def test_det_hele_afgives_laases_og_staar_paa_papiret(verden: Verden, udfald: str) -> None:
    v = verden
    sag = sag_af(v, art_for(udfald))
    _til_stede(v, sag)
    fremmed = next(d.noegle for u in UDFALD for d in tekstdele(u) if d.noegle not in _noegler(udfald))
    skriv(v, sag, indhold={fremmed: "Udkast til noget andet."})
    skrevet = skriv(v, sag, **fuld(udfald), uenighed="Rasmus ser det anderledes.")
    assert skrevet.indhold.get(fremmed) == "Udkast til noget andet.", "tabt ved skiftet"
    with kontekst.arbejder_som(v.moedeleder):
        assert hvad_mangler(sag, skrevet) == {}
        assert svar(sag, skrevet).status == "FULDSTAENDIG"
    with pytest.raises(KanIkke) as afvist:
        v.goer(v.moedeleder, afgiv_indstilling, sag.id, version=skrevet.version)
    assert set(afvist.value.felter) == {"begrundelse_tilstraekkelig"}
    givet = _afgiv(v, sag, skrevet.version)
    assert givet.begrundelse_tilstraekkelig is True
    assert fremmed not in givet.indhold, "et udkast fulgte med ud"
    with kontekst.arbejder_som(v.moedeleder):
        assert Sag.objects.get(id=sag.id).tilstand == Sag.Tilstand.INDSTILLET
    papir = _papir(v, givet)
    for d in (*dele(udfald), *(s.del_ for s in spoergsmaal(udfald))):
        assert d.overskrift in papir and d.hjemmel.kort in papir
    for tekst in (*fuld(udfald)["indhold"].values(), par07.UDFALD[udfald], "Rasmus ser det", "§ 7, stk. 4"):
        assert tekst in papir
    assert "Udkast til noget andet" not in papir
    if INDSATSER in {d.noegle for d in dele(udfald)}:
        assert [i["navn"] for i in givet.indsatser] == ["Virksomhedspraktik", "Mentor"]
    with pytest.raises(DatabaseError), kontekst.arbejder_som(v.moedeleder):
        Indstilling.objects.filter(id=givet.id).update(indhold={})


@pytest.mark.parametrize("udfald", UDFALD)
def test_hver_del_kan_mangle_og_siges(verden: Verden, udfald: str) -> None:
    v = verden
    sag = sag_af(v, art_for(udfald))
    _til_stede(v, sag)
    hel = skriv(v, sag, **fuld(udfald))
    with kontekst.arbejder_som(v.moedeleder):
        for d in dele(udfald):
            uden = _uden(hel, d.noegle)
            mangler = hvad_mangler(sag, uden)
            assert set(mangler) == {d.noegle}, d
            assert KRAV[udfald].get(d.navn) is None or KRAV[udfald][d.navn].tekst in mangler[d.noegle]
            assert svar(sag, uden).status == "MANGELFULD"
        for s in spoergsmaal(udfald):
            assert set(hvad_mangler(sag, _uden(_uden(hel, s.flag), s.del_.noegle))) == {s.flag}
            assert hvad_mangler(sag, _uden(hel, s.flag)) == {}, "det er sagt, så der er svaret"
            assert set(hvad_mangler(sag, _uden(hel, s.del_.noegle))) == {s.del_.noegle}
            nej = _uden(hel, s.del_.noegle)
            nej.flag = {s.flag: False}
            assert hvad_mangler(sag, nej) == {}, "et nej kræver ingen begrundelse"
    foerste = dele(udfald)[0]
    skriv(v, sag, indhold={foerste.noegle: " "})
    with pytest.raises(KanIkke) as afvist:
        _afgiv(v, sag, hel.version + 1)
    assert set(afvist.value.felter) == {foerste.noegle}


def _uden(hel: Indstilling, noegle: str) -> Indstilling:
    """A copy without this one thing."""
    kopi = Indstilling(
        **{f: getattr(hel, f) for f in ("udfald", "indsatser", "opfoelgning", "se_igen", "version")},
        indhold={n: t for n, t in hel.indhold.items() if n != noegle},
        flag={f: s for f, s in hel.flag.items() if f != noegle},
    )
    if noegle in (INDSATSER, OPFOELGNING, SE_IGEN):
        setattr(kopi, noegle, {INDSATSER: [], OPFOELGNING: "", SE_IGEN: None}[noegle])
    return kopi


def test_een_indsats_spoerger_ikke_om_raekkefoelgen(verden: Verden) -> None:
    v = verden
    sag = sag_af(v, "ressourceforloeb")
    _til_stede(v, sag)
    skrevet = skriv(v, sag, **fuld("ressourceforloeb") | {"flag": {}, "indsatser": [Indstillet("Mentor")]})
    with kontekst.arbejder_som(v.moedeleder):
        assert hvad_mangler(sag, skrevet) == {}


@pytest.mark.parametrize("art", [n for n, a in ARTER.items() if a.vaelges and n not in UDEN_TEAM])
def test_et_lukket_udfald_afvises_ogsaa_af_handlingen(verden: Verden, art: str) -> None:
    v = verden
    sag = sag_af(v, art)
    with kontekst.arbejder_som(v.moedeleder):
        mulige = valg(sag)
    assert [m.navn for m in mulige] == list(UDFALD)
    assert any(m.kan_vaelges for m in mulige) and any(not m.kan_vaelges for m in mulige)
    for m in mulige:
        if m.kan_vaelges:
            assert skriv(v, sag, udfald=m.navn).udfald == m.navn
        else:
            with pytest.raises(KanIkke) as afvist:
                skriv(v, sag, udfald=m.navn)
            assert afvist.value.felter == {"udfald": m.grund.tekst}


@pytest.mark.parametrize("art", UDEN_TEAM)
def test_en_sag_uden_team_har_ingen_indstilling(verden: Verden, art: str) -> None:
    v = verden
    sag = sag_af(v, art)
    with pytest.raises(KanIkke, match="skal ikke for rehabiliteringsteamet"):
        skriv(v, sag, udfald="foertidspension")


def test_et_tomt_rum_afgiver_ingen_indstilling(verden: Verden) -> None:
    v, sag = verden, verden.sendt()
    skrevet = v.skrevet(sag)
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.moedeleder, afgiv_indstilling, sag.id, version=skrevet.version)
    assert set(fejl.value.felter) == {"deltagere"}


def test_genforelaeggelsen_har_intet_udfald(verden: Verden) -> None:
    v = verden
    sag = v.genoptaget()
    with kontekst.arbejder_som(v.moedeleder):
        assert valg(sag) == ()
    with pytest.raises(KanIkke) as afvist:
        skriv(v, sag, udfald="fleksjob")
    assert "udfald" in afvist.value.felter


@pytest.mark.parametrize(
    ("art", "noegle"),
    [
        ("jaf_nyt", "forberedende_del_kan_danne_grundlag"),
        ("sygedagpenge_kat3", "andet_udfald_i_kategori_3"),
    ],
)
def test_et_menneskes_skoen_aabner_og_lukker(verden: Verden, art: str, noegle: str) -> None:
    v = verden
    sag = sag_af(v, art)
    _til_stede(v, sag)
    with pytest.raises(KanIkke):
        skriv(v, sag, udfald="anden_indsats")
    with pytest.raises(KanIkke, match="lægger vægt på"):
        v.goer(v.moedeleder, svar_paa_spoergsmaal, sag.id, noegle=noegle, vaerdi=True)
    v.goer(v.moedeleder, svar_paa_spoergsmaal, sag.id, noegle=noegle, vaerdi=True, grund="Alt er beskrevet.")
    skrevet = skriv(v, sag, **fuld("anden_indsats"))
    v.goer(v.moedeleder, svar_paa_spoergsmaal, sag.id, noegle=noegle, vaerdi=False, grund="Noget mangler.")
    with pytest.raises(KanIkke) as afvist:
        _afgiv(v, sag, skrevet.version)
    assert set(afvist.value.felter) == {"udfald"}
    v.goer(v.moedeleder, svar_paa_spoergsmaal, sag.id, noegle=noegle, vaerdi=True, grund="Nu er det der.")
    givet = _afgiv(v, sag, skrevet.version)
    papir = _papir(v, givet)
    assert "Nu er det der." in papir


def test_hver_del_har_sine_egne_ord() -> None:
    """The law's sentence is help until we have words; and no two parts of an outcome share a place or a heading."""
    for udfald in UDFALD:
        alle = (*dele(udfald), *(s.del_ for s in spoergsmaal(udfald)))
        assert {d.navn for d in dele(udfald)} >= set(KRAV[udfald])
        assert len({d.noegle for d in alle}) == len({d.overskrift for d in alle}) == len(alle)
        for d in alle:
            assert d.navn in ORD or (udfald, d.navn) in ORD_I, f"{udfald}: {d.navn} har ingen ord"
