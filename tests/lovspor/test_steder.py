"""The places where the law shows are real: address, role, Handling, and the way down to the rule itself."""

from __future__ import annotations

import importlib
import inspect

import pytest
from django.urls import URLPattern, get_resolver

from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.love import gaeldende
from rehabteam.lov.regel import REGLER
from rehabteam.lovspor import spor
from rehabteam.lovspor.spor import Led
from rehabteam.lovspor.steder import STEDER, Sted
from rehabteam.sager.adgang.rettighed import ALLE, KOMMUNEN, MYNDIGHED
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import Rolle
from tests.lovspor.kaldgraf import grafen, naar

HVEM = {
    "alle, der er logget ind": ALLE,
    "alle, uden login": None,
    "kommunens medarbejdere": KOMMUNEN,
    "sagsbehandler og leder": MYNDIGHED,
    "sagsbehandler, leder og mødeleder": MYNDIGHED | {Rolle.MOEDELEDER},
    "sekretariatet": frozenset({Rolle.SEKRETARIAT}),
    "mødelederen": frozenset({Rolle.MOEDELEDER}),
    "leder": frozenset({Rolle.LEDER}),
    "leder og sekretariat": frozenset({Rolle.LEDER, Rolle.SEKRETARIAT}),
}
ALLE_STEDER = list(dict.fromkeys(sted for _, steder in STEDER for sted in steder))
LED = [led for s in spor.alle().values() for led in s.led if led.har_kode]


def _rute(adresse: str) -> URLPattern:
    ruter = [r for inc in get_resolver().url_patterns for r in getattr(inc, "url_patterns", [inc])]
    return next(r for r in ruter if r.name == adresse)


def _indgang(sted: Sted) -> str:
    """The name the way down begins at."""
    if sted.handling:
        return f"rehabteam.handlinger.{sted.handling}:{sted.handling}"
    view = inspect.unwrap(_rute(sted.adresse).callback)
    return f"{view.__module__}:{view.__name__}"


def _regler(led: Led) -> list[str]:
    paragraf = next(s.paragraf for s in spor.alle().values() if led in s.led)
    return [
        f"{f.__module__}:{inspect.unwrap(f).__name__}" for f in (REGLER[r].funktion for r in paragraf.regler)
    ]


def _navn(led: Led, nr: int) -> str:
    funktion = led.dele[nr].stykke.funktion
    assert funktion is not None
    return f"{funktion.__module__}:{inspect.unwrap(funktion).__name__}"


@pytest.mark.parametrize("sted", ALLE_STEDER, ids=lambda s: s.adresse or s.handling)
def test_stedet_findes_og_rollen_er_den_rigtige(sted: Sted) -> None:
    assert bool(sted.adresse) != bool(sted.handling)
    assert sted.titel
    if sted.handling:
        modul = importlib.import_module(f"rehabteam.handlinger.{sted.handling}")
        assert callable(getattr(modul, sted.handling))
        ret: str | None = sted.handling
    else:
        ret = _rute(sted.adresse).callback.ret  # type: ignore[attr-defined]
    assert (RETTIGHEDER[ret].roller - {Rolle.INTEGRATION} if ret else None) == HVEM[sted.hvem]


@pytest.mark.parametrize(("noegle", "sted"), [(n, s) for n, steder in STEDER for s in steder])
def test_stedet_bruger_virkelig_reglen(noegle: str, sted: Sted) -> None:
    """From the page's view, or the Handling, the names lead to the provision's function or to the rule it is in."""
    led = [x for x in LED if str(x.hjemmel) == noegle or str(x.hjemmel).startswith(f"{noegle},")]
    assert led, f"{noegle} har ingen funktion"
    funktioner = [_navn(x, nr) for x in led for nr, d in enumerate(x.dele) if d.kode]
    assert any(naar(_indgang(sted), f) for f in funktioner), (sted.titel, funktioner)


@pytest.mark.parametrize("regel", sorted(SPOERGSMAAL))
def test_hver_handling_der_spoerger_reglen_staar_i_tabellen(regel: str) -> None:
    """The other way round: nothing that is done asks the rule without the table knowing."""
    funktion = REGLER[regel].funktion
    mine = {
        sted.handling
        for s in spor.alle().values()
        if regel in s.paragraf.regler
        for noegle, steder in STEDER
        if noegle.startswith(s.paragraf.fuldt_navn)
        for sted in steder
    }
    spoerger = {
        ret
        for ret in RETTIGHEDER
        if f"rehabteam.handlinger.{ret}:{ret}" in grafen()
        and naar(f"rehabteam.handlinger.{ret}:{ret}", f"{funktion.__module__}:{funktion.__name__}")
    }
    assert spoerger <= mine, spoerger - mine


@pytest.mark.parametrize("led", LED, ids=lambda led: str(led.hjemmel))
def test_hvert_stykke_med_kode_kan_naas_fra_en_regel_der_kan_proeves(led: Led) -> None:
    """So that the rule's own page and `rehabteam vurder` are places of it: nothing stands in the code unused."""
    for nr, d in enumerate(led.dele):
        if d.kode:
            assert any(naar(regel, _navn(led, nr)) for regel in _regler(led)), d.kode


@pytest.mark.parametrize("regel", sorted(SPOERGSMAAL))
def test_hver_regel_har_sin_side_og_kommandoen(regel: str) -> None:
    assert any(regel in s.paragraf.regler for s in spor.alle().values())
    assert gaeldende(REGLER[regel].emne).navn == regel
    for indgang in ("rehabteam.cli.vurder:koer", "rehabteam.web.views.lovspor:proev"):
        assert naar(indgang, "rehabteam.lov.kontrakt.spoergsmaal:SPOERGSMAAL")


def test_kaldgrafen_ser_forskel() -> None:
    """It follows what is used, and not everything a module happens to stand beside."""
    assert len(grafen()) > 1000
    par17 = "rehabteam.lov.bek2408_2021.par17.stykker:stk3"
    assert naar("rehabteam.handlinger.genberegn_frister:genberegn_frister", par17)
    assert not naar("rehabteam.handlinger.underskriv_notat:underskriv_notat", par17)
    assert not naar("rehabteam.web.views.info:was", par17)
