"""Every example is answered as it says, by the program as a whole, and has the shape a jurist can read."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from rehabteam.lov.kontrakt.forklar import forklar
from rehabteam.lov.kontrakt.svar import besvar
from tests.eksempler.laes import EKSEMPLER, FILER, KANTER, MAPPE, Eksempel, laes_fil

STYKKER_I = {
    1: 5, 2: 4, 3: 4, 4: 4, 5: 4, 7: 4, 8: 6, 9: 2, 10: 0, 11: 0, 12: 2, 13: 2, 14: 0, 15: 2, 16: 0, 17: 6, 18: 0,
    19: 0, 20: 2, 21: 2,
}  # fmt: skip
"""How many stk. each § of the order has (0: the § is one piece); an example cannot cite one that is not there."""
BEK = re.compile(r"BEK 2408/2021 § ([0-9]+)(?:, stk\. ([0-9]))?(?:, nr\. ([1-9]))?(?:, ([1-9])\. pkt\.)?")


def koder(vaerdi: Any) -> Any:
    """Lists are compared as sets of codes: an entry is a code, or an object with one."""
    if not isinstance(vaerdi, list):
        return vaerdi
    return sorted(x["kode"] if isinstance(x, dict) else x for x in vaerdi)


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e.id)
def test_eksemplet_besvares_som_der_staar(eksempel: Eksempel) -> None:
    svar = besvar(eksempel.spoergsmaal)
    assert svar["id"] == eksempel.id
    for noegle, forventet in eksempel.forventet.items():
        fundet = svar.get(noegle, [] if isinstance(forventet, list) else None)
        assert koder(fundet) == koder(forventet), noegle
    if svar.get("status") == "UGYLDIGE_DATA":
        assert svar["valideringsfejl"]
        return
    assert svar["udgave"]["navn"] and svar["udgave"]["hvorfor"]
    assert svar["grunde"]
    for grund in svar["grunde"]:
        assert "§" in grund["hjemmel"] or grund["hjemmel"].startswith("Procedure")
        assert grund["tekst"]
    for liste in ("mangler", "fejl", "advarsler"):
        fundne = [m["kode"] for m in svar.get(liste, [])]
        assert len(fundne) == len(set(fundne))


def test_kommandoen_giver_de_samme_svar() -> None:
    """All of them through `rehabteam vurder -`, in order; 1 says that some were invalid."""
    linjer = [json.dumps(e.spoergsmaal, ensure_ascii=False) for e in EKSEMPLER]
    kommando = [sys.executable, "-m", "rehabteam.cli.hoved", "vurder", "-"]
    proces = subprocess.run(kommando, input="\n".join(linjer).encode(), capture_output=True, timeout=60)
    assert proces.returncode == 1, proces.stderr
    assert [json.loads(x) for x in proces.stdout.splitlines()] == [besvar(e.spoergsmaal) for e in EKSEMPLER]


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e.id)
def test_det_fulde_svar_kan_laves(eksempel: Eksempel) -> None:
    svar = besvar(eksempel.spoergsmaal, fuldt=True)
    json.dumps(svar)
    assert svar["id"] == eksempel.id
    for laesning in svar.get("laesninger", []):
        assert laesning["nr"].startswith("T") and laesning["vores"] and laesning["anden"]


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e.id)
def test_svaret_kan_siges_paa_dansk(eksempel: Eksempel) -> None:
    """Every sentence ends, and no code, null or English boolean slips through."""
    ord, gyldigt = forklar(eksempel.spoergsmaal)
    assert ord.startswith(eksempel.id + ": ")
    assert not any(x in ord for x in ("None", "True", "False", "_STK_", "LAB_", "null"))
    if gyldigt:
        assert "\nDerfor:\n- " in ord and "\nRegler: " in ord
    else:
        assert "Kan ikke besvares" in ord


# --- The shape of the files ----------------------------------------------------------------------------


def test_hvert_nummer_er_brugt_en_gang() -> None:
    numre = [e.id for e in EKSEMPLER]
    assert len(numre) == len(set(numre))


@pytest.mark.parametrize("eksempel", EKSEMPLER, ids=lambda e: e.id)
def test_eksemplet_kan_laeses_af_en_jurist(eksempel: Eksempel) -> None:
    """The title is a sentence, each hjemmel is exact, and an edge or a reading says what it is about."""
    assert eksempel.titel[0].isupper() or eksempel.titel[0].isdigit()
    assert eksempel.titel.endswith(".") and "!" not in eksempel.titel
    assert eksempel.hjemmel
    for hjemmel in eksempel.hjemmel:
        if fundet := BEK.fullmatch(hjemmel):
            paragraf, stk = int(fundet[1]), int(fundet[2] or 0)
            assert stk <= STYKKER_I[paragraf], hjemmel
            assert bool(stk) == bool(STYKKER_I[paragraf]) or eksempel.viser == "mangler", hjemmel
        else:
            love = "LAB|CPR-loven|Offentlighedsloven|Retssikkerhedsloven"
            assert re.match(rf"({love}) § [0-9]+|Proceduren, ", hjemmel), hjemmel
    har_om = eksempel.viser in {"laesning", *KANTER, *KANTER.values()}
    assert bool(eksempel.om) == har_om
    if eksempel.viser == "ugyldig":
        assert eksempel.forventet["status"] == "UGYLDIGE_DATA"
    if eksempel.viser == "menneske":
        assert eksempel.forventet["status"] == "MANUEL_VURDERING"
    if eksempel.viser == "fejl":
        assert eksempel.forventet["status"] == "FEJL"
    if eksempel.viser == "raad":
        assert eksempel.forventet["advarsler"]


@pytest.mark.parametrize("fil", FILER, ids=lambda f: f.navn)
def test_filen_siger_foerst_hvad_paragraffen_handler_om(fil: Any) -> None:
    hoved = (MAPPE / f"{fil.navn}.yaml").read_text(encoding="utf-8").split("\nparagraf:")[0]
    kommentar = [x for x in hoved.splitlines() if x]
    assert all(x.startswith("#") for x in kommentar) and len(kommentar) > 3
    assert fil.overskrift in kommentar[0]
    assert kommentar[-1].endswith(fil.adresse or "ikke offentliggjort.")
    assert fil.eksempler


def test_datoer_er_tekst_og_intet_ja_bliver_til_sandt(tmp_path: Path) -> None:
    """YAML's own surprises are switched off; a key that stands twice, or one too many, is an error."""
    sti = tmp_path / "par99.yaml"
    hoved = "paragraf: § 99\noverskrift: x\nadresse: x\neksempler:\n"
    krop = "  - {id: a, titel: t, hjemmel: h, viser: ja, regel: r, fakta: {d: 2024-02-01, e: no, f: 07}, forventet: {}}\n"
    sti.write_text(hoved + krop, encoding="utf-8")
    assert laes_fil(sti).eksempler[0].fakta == {"d": "2024-02-01", "e": "no", "f": 7}
    sti.write_text(hoved + krop.replace("e: no", "d: no"), encoding="utf-8")
    with pytest.raises(yaml.YAMLError):
        laes_fil(sti)
    for galt in (krop.replace("titel: t", "tittel: t"), krop.replace("viser: ja", "viser: måske")):
        sti.write_text(hoved + galt, encoding="utf-8")
        with pytest.raises(ValueError, match="par99"):
            laes_fil(sti)
