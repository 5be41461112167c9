"""Each rule answers its form as `rehabteam vurder` answers the same facts; rows come and go without JavaScript."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from rehabteam.lov.kontrakt.forklar import OVERSKRIFT
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.kontrakt.svar import spoerg
from rehabteam.lovspor import eksempler
from rehabteam.web.formularer.regel import Regelform
from rehabteam.web.formularer.regeludfyldt import fra_fakta
from rehabteam.web.lovsporside import kan_proeves
from tests.web.lovsporside import PAR17, Sendt, adresse, hjemme, udfyldt
from tests.web.sagshjaelp import tekst


@pytest.mark.parametrize("id", [e.id for e in eksempler.alle().values() if kan_proeves(e)])
def test_formularen_til_et_eksempel_svarer_som_kommandoen(id: str) -> None:
    """All of the answer, figures and grounds and edition, and not only its status."""
    e = eksempler.alle()[id]
    data = {k: v for k, v in fra_fakta(e.regel, e.fakta).items() if v is not None}
    form = Regelform(e.regel, data=_som_sendt(e.regel, data))
    assert form.is_valid(), form.errors
    hoved, vurdering = eksempler.svar(id)
    vores_hoved, vores = spoerg({"id": id, "regel": e.regel, "fakta": form.fakta()})
    assert vores_hoved == hoved
    if vurdering is not None:
        assert vores is not None and vores.som_json() == vurdering.som_json()


def _som_sendt(regel: str, data: dict[str, Any]) -> Any:
    """The form's first values with the example's on top, as a browser would send them."""
    form = Regelform(regel, initial=data)
    ud: dict[str, Any] = {}
    for navn in form.fields:
        vaerdi = form[navn].value()
        ud[navn] = "" if vaerdi is None else vaerdi
    return ud


@pytest.mark.parametrize("regel", sorted(SPOERGSMAAL))
def test_et_eksempel_gennem_hele_siden(klient: Client, regel: str) -> None:
    """Fetched, sent as it stands, and answered on the same page with everything the answer holds."""
    eks = [e for e in eksempler.for_regel(regel) if eksempler.svar(e.id)[1] is not None]
    for e in (eks[0], eks[len(eks) // 2], eks[-1]):
        slug = hjemme(e)
        svar = klient.post(adresse(slug, regel), udfyldt(klient, slug, regel, e.id))
        v = eksempler.svar(e.id)[1]
        assert svar.status_code == 200 and v is not None
        side = tekst(svar)
        if v.status != "BESVARET":
            assert OVERSKRIFT[v.status] in side
        for fundet in (*v.mangler, *v.fejl, *v.advarsler):
            assert fundet.tekst in side
        for g in v.grunde:
            assert " ".join(g.tekst.split()) in side
        for s in v.skal_vurderes:
            assert s.spoergsmaal in side
        for laesning in v.laesninger:
            assert laesning.anden in side
        for a in v.aendrer:
            assert a.tekst in side
        assert v.udgave.hvorfor in side and all(f in side for f in v.udgave.forbehold)


def test_kun_det_ingen_kan_skrive_kan_ikke_proeves(klient: Client) -> None:
    """An unknown key, choice or type: the example is shown with its answer, but no form is offered for it."""
    uden = [e for e in eksempler.alle().values() if not kan_proeves(e)]
    assert 0 < len(uden) < 40
    for e in uden:
        assert eksempler.svar(e.id)[1] is None
        side = klient.get(reverse("web:lovspor_paragraf", args=[hjemme(e)])).content.decode()
        assert f"?eksempel={e.id}" not in side


def test_udeladt_null_og_nej_er_tre_ting(klient: Client) -> None:
    data = udfyldt(klient, "12", "bek2408.par12")
    data |= {"sagstype": ["foertidspension"], "spor": ["TEAM_12"], "vaesentligt_nedsat": ["ja"]}
    data |= {"grundlag_tilstraekkeligt": ["ja"], "helbredsoplysninger_tilstraekkelige": ["ja"]}
    svar = {}
    for valgt in ("ja", "nej", "null", "udeladt"):
        side = tekst(klient.post(adresse("12", "bek2408.par12"), {**data, "helt_aabenbart": [valgt]}))
        svar[valgt] = side.partition("Det, der blev spurgt om")[0]
    assert "Et menneske skal vurdere" in svar["null"]
    assert len({svar["ja"], svar["nej"], svar["null"]}) == 3


def test_intet_fundet_er_noget_andet_end_ikke_spurgt(klient: Client) -> None:
    data = udfyldt(klient, "19", "bek2408.par19") | {
        "aarsag_droeftet": ["ja"],
        "opfoelgning_tilrettelagt": ["ja"],
    }
    for valgt, ventet in (
        ("udeladt", "Der mangler ikke noget"),
        ("null", "Der mangler noget"),
        ("intet", "Der mangler noget"),
    ):
        svar = klient.post(adresse("19", "bek2408.par19"), data | {"indsatser_fremadrettet-tom": [valgt]})
        assert ventet in tekst(svar), valgt


# --- Rows ------------------------------------------------------------------------------------------------


def test_raekker_tilfoejes_og_fjernes_uden_javascript(klient: Client) -> None:
    url = adresse(*PAR17)
    data = udfyldt(klient, *PAR17, "par17-21")
    assert data["indsatser-antal"] == ["1"]
    mere = klient.post(url, {**data, "tilfoej": "indsatser", "forloeb_start": "vrøvl"})
    assert mere.status_code == 200
    laeser = Sendt()
    laeser.feed(mere.content.decode())
    assert laeser.data["indsatser-antal"] == ["2"]
    assert laeser.data["indsatser-0-paabegyndt"] == data["indsatser-0-paabegyndt"]
    assert laeser.data["forloeb_start"] == ["vrøvl"]
    to = {**laeser.data, "indsatser-1-hjemmel": ["SERVICELOV"], "indsatser-1-i_indsatsdel": ["ja"]}
    faerre = klient.post(url, {**to, "fjern": "indsatser-0"})
    laeser = Sendt()
    laeser.feed(faerre.content.decode())
    assert laeser.data["indsatser-antal"] == ["1"]
    assert laeser.data["indsatser-0-hjemmel"] == ["SERVICELOV"]


def test_en_tom_raekke_er_ingen_raekke_men_en_halv_er_en_fejl(klient: Client) -> None:
    url, data = adresse(*PAR17), udfyldt(klient, *PAR17, "par17-1")
    laeser = Sendt()
    laeser.feed(klient.post(url, {**data, "tilfoej": "indsatser"}).content.decode())
    assert klient.post(url, laeser.data).status_code == 200
    halv = klient.post(url, {**laeser.data, "indsatser-0-paabegyndt": ["01.03.2022"]})
    assert halv.status_code == 422
    assert 'value="01.03.2022"' in halv.content.decode()
    assert "Udfyld feltet, eller fjern rækken" in tekst(halv)


def test_fejlen_staar_ved_den_raekke_der_har_den(klient: Client) -> None:
    """Empty rows before it are not asked about, but the error must not move up into them."""
    url, data = adresse(*PAR17), udfyldt(klient, *PAR17, "par17-1")
    data |= {
        "undtagne_perioder-antal": ["2"],
        "undtagne_perioder-1-fra": ["30.04.2022"],
        "undtagne_perioder-1-til": ["01.04.2022"],
        "undtagne_perioder-1-hjemmel": ["LAS_13_STK_7"],
    }
    svar = klient.post(url, data)
    assert svar.status_code == 422
    assert 'id="f-undtagne_perioder-1-til-error"' in svar.content.decode()
    assert 'href="#f-undtagne_perioder-1-til"' in svar.content.decode()
