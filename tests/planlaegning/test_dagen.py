"""A day's hours and its sundhedskoordinator: one case after the other, and nobody in two places at once."""

from datetime import date, time
from uuid import UUID

import pytest

from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.registrer_fravaer import registrer_fravaer
from rehabteam.handlinger.saet_moedemedlem import saet_moedemedlem
from rehabteam.handlinger.vaelg_moede import vaelg_moede
from rehabteam.sager.models import Moede
from tests.planlaegning.hjaelp import fleksjob, frisk
from tests.verden import Verden

DEN_11 = date(2026, 6, 11)


def test_en_sundhedskoordinator_er_kun_et_sted_ad_gangen_og_ikke_naar_hun_er_vaek(verden: Verden) -> None:
    v = verden
    en, anden = v.moede(DEN_11), v.moede(DEN_11, time(10))
    hun, afloeser = v.koordinator.medarbejder_id, v.anden_koordinator.medarbejder_id

    def saet(moede: Moede, hvem: UUID, ellers: UUID | None = None) -> None:
        v.goer(
            v.sekretariat,
            saet_moedemedlem,
            moede.id,
            fagomraade="sundhedskoordinator",
            medarbejder_id=hvem,
            stedfortraeder_id=ellers,
        )

    saet(en, hun)
    saet(anden, hun)  # another hour of the same day is hers to judge; the page says it
    samtidig = v.moede(DEN_11)
    with pytest.raises(KanIkke, match="samme tid"):
        saet(samtidig, hun)
    side = v.klient(v.sekretariat).get("/regionens-moededage/").content.decode()
    assert "Også kl. 10.00 i Prøve Kommune" in side and "1 dag mangler en sundhedskoordinator" in side
    v.goer(v.sekretariat, registrer_fravaer, hvem_id=hun, fra=DEN_11, til=DEN_11)
    assert "Er væk den dag" in v.klient(v.sekretariat).get("/regionens-moededage/").content.decode()
    with pytest.raises(KanIkke, match="væk den dag"):
        saet(en, hun)
    saet(en, hun, afloeser)


def test_sagerne_paa_en_dag_kommer_efter_hinanden(verden: Verden) -> None:
    v = verden
    moede, sager = v.moede(DEN_11), [fleksjob(v, f"Frida {nr}") for nr in range(3)]
    for sag in sager:
        v.goer(v.sagsbehandler, vaelg_moede, sag.id, moede_id=moede.id)
    v.goer(v.sagsbehandler, vaelg_moede, sager[0].id, moede_id=moede.id)  # chosen again: its hour stays
    assert [frisk(s).moede_kl for s in sager] == [time(9), time(9, 30), time(10)]


def test_en_afgjort_sag_er_holdt_og_dagen_siger_hver_sags_slags(verden: Verden) -> None:
    v = verden
    sag = v.hos_koordinator()
    v.afgjort(v.indstillet(sag))
    side = v.klient(v.koordinator).get("/mine-sager/").content.decode()
    assert "Efter mødet" in side and "Notatet mangler" not in side and "Klar til mødet" not in side
    moede = frisk(sag).moede
    assert moede is not None
    v.goer(v.sagsbehandler, vaelg_moede, fleksjob(v).id, moede_id=moede.id)
    dagen = v.klient(v.moedeleder).get(f"/moeder/{moede.id}/").content.decode()
    assert "Se indstillingen" in dagen and dagen.count("Genforelæggelse<") == 1 and "Fleksjob<" in dagen
