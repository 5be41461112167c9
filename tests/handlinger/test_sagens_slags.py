"""Every kind of case: made, its way by § 1, and what the rules find missing."""

import pytest

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.opret_sag import opret_sag
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.models import Haendelse, Sag
from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.sagsarter import art as arten
from rehabteam.sager.sagsfakta.samlet import Samlet, Vej
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL
from rehabteam.sager.sagsfakta.skoen import svar as svarene
from tests.verden import Verden

JA = {"kommunen_vaelger": "Borgeren er kendt af teamet.", "bruger_bekendtgoerelsen": ""}
VEJE = {
    "ressourceforloeb": Vej.TEAM,
    "jaf_foerste": Vej.UAFKLARET,
    "jaf_nyt": Vej.TEAM,
    "sygedagpenge_kat3": Vej.TEAM,
    "fleksjob": Vej.TEAM,
    "tilskud_selvstaendig": Vej.TEAM,
    "foertidspension": Vej.TEAM,
    "ftp_12_team": Vej.TEAM,
    "ftp_12_uden": Vej.UDEN_TEAM,
    "ftp_13_team": Vej.TEAM,
    "ftp_13_uden": Vej.UDEN_TEAM,
    "revalidering": Vej.UDEN_TEAM,
    "anden_sag": Vej.UAFKLARET,
    "samtale_113_stk3": Vej.SAMTALE,
}


def ny_sag(v: Verden, art: str, **kwargs: object) -> Sag:
    return v.goer(v.sagsbehandler, opret_sag, art=art, borger_id=v.forloeb().borger_id, **kwargs)


def hvad(v: Verden, sag: Sag) -> Samlet:
    with kontekst.arbejder_som(v.sagsbehandler):
        return mangler(Sag.objects.get(id=sag.id))


def test_hver_slags_der_kan_vaelges_har_en_vej() -> None:
    assert set(VEJE) == {a.noegle for a in ARTER.values() if a.vaelges}
    assert all(noegle in SPOERGSMAAL for a in ARTER.values() for noegle in a.spoergsmaal)
    assert len({(a.sagstype, a.undertype) for a in ARTER.values()}) == len(ARTER)


@pytest.mark.parametrize("art", VEJE)
def test_en_ny_sag_har_sin_slags_sin_vej_og_sin_kvittering(verden: Verden, art: str) -> None:
    v = verden
    sag = ny_sag(v, art)
    assert arten(sag).noegle == art
    svar = hvad(v, sag)
    assert svar.vej == VEJE[art]
    with kontekst.arbejder_som(v.sagsbehandler):
        kvittering = Haendelse.objects.get(sag=sag, handling="opret_sag").vurdering
    assert kvittering["regel"] == "bek2408.par01"
    if svar.vej != Vej.TEAM:
        with pytest.raises(KanIkke):
            v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=v.moede().id)


KODER = {
    "ressourceforloeb": {"§ 3, stk. 1, nr. 7", "§ 3, stk. 2", "§ 3, stk. 4", "§ 4, stk. 1"},
    "fleksjob": {"§ 3, stk. 1, nr. 1", "§ 3, stk. 4", "§ 4, stk. 1"},
    "tilskud_selvstaendig": {"§ 15, stk. 1, nr. 2", "§ 15, stk. 2", "§ 3, stk. 2"},
    "revalidering": {"§ 14, 2. pkt.", "§ 3, stk. 1, nr. 4"},
    "ftp_13_team": {"§ 3, stk. 4"},
}


@pytest.mark.parametrize("art", KODER)
def test_reglerne_siger_hvad_der_mangler_i_hver_slags(verden: Verden, art: str) -> None:
    koder = {m.kode for m in hvad(verden, ny_sag(verden, art)).mangler}
    assert KODER[art] <= koder
    if art == "ftp_13_team":
        assert koder == KODER[art]
    if art != "tilskud_selvstaendig":
        assert "§ 15, stk. 2" not in koder


def test_undtagelsen_i_par1_stk2_er_et_spoergsmaal_hvis_svar_gemmes(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "jaf_foerste", svar={"indsats_13d": True, "ophoer": "SDL_24_STK_1"})
    assert hvad(v, sag).vej == Vej.UDEN_TEAM
    assert not hvad(v, sag).mangler
    v.goer(v.sagsbehandler, svar_paa_spoergsmaal, sag.id, noegle="indsats_13d", vaerdi=False)
    assert hvad(v, sag).vej == Vej.TEAM
    with kontekst.arbejder_som(v.sagsbehandler):
        assert [s.vaerdi for s in sag.skoen_raekker.filter(noegle="indsats_13d").order_by("version")] == [
            True,
            False,
        ]
        assert svarene(sag)["foerste_jaf"] is True


def test_begge_tilvalg_i_en_anden_sag(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "anden_sag")
    assert {s.noegle for s in hvad(v, sag).skal_vurderes} >= {"kommunen_vaelger"}
    for noegle in ("kommunen_vaelger", "bruger_bekendtgoerelsen"):
        v.goer(v.sagsbehandler, svar_paa_spoergsmaal, sag.id, noegle=noegle, vaerdi=True, grund="Godt råd.")
    svar = hvad(v, sag)
    assert svar.vej == Vej.TEAM and "§ 4, stk. 1" in {m.kode for m in svar.mangler}


def test_et_skoen_kraever_en_grund_og_et_rigtigt_svar(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "ftp_12_team")
    for kwargs in ({"vaerdi": True, "grund": " "}, {"vaerdi": "måske", "grund": "x"}):
        with pytest.raises(KanIkke):
            v.goer(v.sagsbehandler, svar_paa_spoergsmaal, sag.id, noegle="helt_aabenbart", **kwargs)
    with pytest.raises(KanIkke):
        ny_sag(v, "anden_sag", svar={"kommunen_vaelger": True})


def test_to_aabne_sager_af_samme_slags_bliver_ikke_til_to(verden: Verden) -> None:
    v = verden
    sag = ny_sag(v, "fleksjob")
    with pytest.raises(KanIkke) as fejl:
        v.goer(v.sagsbehandler, opret_sag, art="fleksjob", borger_id=sag.borger_id)
    assert sag.nummer in fejl.value.felter["art"]
