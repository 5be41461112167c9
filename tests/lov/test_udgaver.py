"""Which edition governs: by the case's own dates, with old cases keeping theirs when a new edition comes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rehabteam.cli import hoved
from rehabteam.lov import udgaver
from rehabteam.lov.bek2408_2021 import par21
from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Ressourceforloeb
from rehabteam.lov.kontrakt.spoergsmaal import SPOERGSMAAL
from rehabteam.lov.kontrakt.svar import besvar
from rehabteam.lov.love import gaeldende, udgave
from rehabteam.lov.regel import REGLER, UDATERET, regel
from rehabteam.lov.stykke import i_lovens_orden
from rehabteam.lov.vurdering import Hjemmel, Vurdering
from tests.lov.bek9999_2026 import indlaest

KILDE = Hjemmel("BEK 9999/2026", "5", 1)
GAMMEL, NY = date(2026, 1, 31), date(2026, 2, 1)


@pytest.fixture
def ny_udgave() -> Iterator[None]:
    with indlaest():
        yield


def spoergsmaal(start: date, pr: date) -> dict[str, object]:
    fakta = {"forloeb_start": start.isoformat(), "vurderingsdato": pr.isoformat()}
    return {"id": start.isoformat(), "regel": "bek2408.par17", "fakta": fakta}


def test_gamle_sager_beholder_deres_regler(ny_udgave: None) -> None:
    for start, navn in (
        (GAMMEL, "BEK 2408/2021"),
        (NY, "BEK 9999/2026"),
        (date(2030, 1, 1), "BEK 9999/2026"),
    ):
        assert gaeldende("par17", start).funktion(Ressourceforloeb(start), start).udgave.navn == navn
        assert udgave(start, start).navn == navn


def test_det_samme_spoergsmaal_besvares_af_den_udgave_der_gaelder(ny_udgave: None) -> None:
    pr = date(2026, 6, 1)
    gammel, ny = besvar(spoergsmaal(GAMMEL, pr)), besvar(spoergsmaal(NY, pr))
    assert (gammel["status"], gammel["frist"]) == ("IKKE_UDLOEBET", "2026-07-31")
    assert (ny["status"], ny["frist"]) == ("SKAL_GENBEHANDLES", "2026-05-01")
    assert gammel["udgave"]["navn"] == "BEK 2408/2021" and ny["udgave"]["navn"] == "BEK 9999/2026"
    assert ny["grunde"][0]["hjemmel"] == "BEK 9999/2026 § 5, stk. 1"


def test_rehabteam_vurder_spoerger_den_udgave_der_gaelder(
    ny_udgave: None, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    fil = tmp_path / "spoergsmaal.jsonl"
    linjer = [json.dumps(spoergsmaal(start, date(2026, 6, 1))) for start in (GAMMEL, NY)]
    fil.write_text("\n".join(linjer), encoding="utf-8")
    assert hoved.main(["vurder", str(fil)]) == 0
    svar = [json.loads(linje) for linje in capfdbinary.readouterr().out.splitlines()]
    assert [s["udgave"]["navn"] for s in svar] == ["BEK 2408/2021", "BEK 9999/2026"]


def test_registeret_faar_den_nye_udgaves_stykker(ny_udgave: None) -> None:
    kilder = [s.hjemmel.kilde for s in i_lovens_orden()]
    assert "BEK 9999/2026" in kilder and kilder.index("BEK 9999/2026") > kilder.index("BEK 2408/2021")


@pytest.mark.parametrize("start", [date(2021, 12, 31), NY])
def test_uden_en_udgave_for_dagen_svarer_den_naermeste_at_et_menneske_skal_vurdere(start: date) -> None:
    v = gaeldende("par17", start).funktion(Ressourceforloeb(start), start)
    assert v.regel == "bek2408.par17" and v.status == "MANUEL_VURDERING" and v.frist is not None


@pytest.mark.parametrize("emne", sorted({r.emne for r in REGLER.values()}))
def test_hvert_emne_har_en_regel_hver_dag(emne: str, ny_udgave: None) -> None:
    """Undated questions are answered by BEK 2408/2021 and the procedure, whatever comes later."""
    for dag in (None, date(1, 1, 1), GAMMEL, NY, date(9999, 12, 31)):
        assert gaeldende(emne, dag).emne == emne
    assert not gaeldende(emne).navn.startswith("bek9999")


def test_et_ukendt_emne_er_en_fejl() -> None:
    with pytest.raises(KeyError, match="par99"):
        gaeldende("par99")


def test_en_regel_kan_kun_registreres_en_gang() -> None:
    with pytest.raises(ValueError, match="registered twice"):
        regel("bek2408.par17", KILDE)(lambda: None)


@pytest.mark.parametrize(
    ("pr", "ord", "naevnt"),
    [
        (date(2022, 6, 8), "orlov", False),
        (date(2022, 6, 9), "orlov", True),
        (date(2023, 12, 31), "barnets lov", False),
        (date(2024, 1, 1), "barnets lov", True),
        (date(2023, 12, 31), "kontaktforløbet", False),
        (date(2024, 1, 1), "kontaktforløbet", True),
        (date(2026, 1, 31), "Lov 1750", False),
        (date(2026, 2, 1), "Lov 1750", True),
        (date(2025, 12, 31), "sundhedsreformen", False),
        (date(2026, 1, 1), "sundhedsreformen", True),
        (date(2026, 12, 31), "ny hovedlov", False),
        (date(2027, 1, 1), "ny hovedlov", True),
    ],
)
def test_senere_aendringer_naevnes_og_aendrer_intet(pr: date, ord: str, naevnt: bool) -> None:
    start = date(2022, 1, 3)
    v = seks_maaneder(Ressourceforloeb(start), pr)
    assert any(ord in f for f in v.udgave.forbehold) == naevnt
    assert v.advarsler == () and v.frist == date(2022, 7, 3)
    assert v.status == ("IKKE_UDLOEBET" if pr <= date(2022, 7, 3) else "SKAL_GENBEHANDLES")


def test_et_spoergsmaal_uden_dato_naevner_alt() -> None:
    navne = udgaver.udateret("par01").forbehold
    assert [f for f in navne if "kategori 3" in f] and [f for f in navne if "hovedlov" in f]


def test_et_spoergsmaal_uden_dato_besvares_fra_den_dag_bekendtgoerelsen_kom() -> None:
    assert par21.FRA == UDATERET


@pytest.mark.parametrize(
    ("navn", "fakta"),
    [
        ("bek2408.par17", {"forloeb_start": "2040-01-01", "vurderingsdato": "2040-01-01"}),
        ("bek2408.par20", {"jaf_start": "2040-01-01"}),
        ("procedure.frist", {"moededato": "2040-01-01"}),
        ("cpr.par28", {"registreret": "2040-01-01", "vurderingsdato": "2040-01-01"}),
        ("ofl.par36", {"modtaget": "2040-01-01", "vurderingsdato": "2040-01-01"}),
        ("rsl.par11a", {"dag": "2040-01-01"}),
    ],
)
def test_hver_dateret_regel_spoerges_paa_sin_egen_dag(navn: str, fakta: dict[str, str]) -> None:
    """A later edition answers from its first day, and the day is the case's own."""

    class Spurgt(Exception):
        pass

    def ny(*_: object) -> Vurdering:
        raise Spurgt

    emne = navn.partition(".")[2]
    regel(f"ny.{emne}", KILDE, fra=date(2040, 1, 1))(ny)
    try:
        with pytest.raises(Spurgt):
            besvar({"id": "a", "regel": navn, "fakta": fakta})
        tidligere = dict.fromkeys(fakta, "2030-05-06")
        assert besvar({"id": "a", "regel": navn, "fakta": tidligere})["regel"] == navn
    finally:
        del REGLER[f"ny.{emne}"]
        gaeldende.cache_clear()


@pytest.mark.parametrize(
    ("dag", "naermest"),
    [
        (date(2010, 12, 31), "a.x"),
        (date(2012, 1, 1), "a.x"),
        (date(2018, 1, 1), "b.x"),
        (date(2020, 1, 1), "b.x"),
        (date(1999, 12, 31), "a.x"),
    ],
)
def test_mellem_to_udgaver_svarer_den_naermeste(dag: date, naermest: str) -> None:
    regel("a.x", KILDE, fra=date(2000, 1, 1), til=date(2010, 12, 31))(seks_maaneder)
    regel("b.x", KILDE, fra=date(2020, 1, 1))(seks_maaneder)
    try:
        assert gaeldende("x", dag).navn == naermest
    finally:
        del REGLER["a.x"], REGLER["b.x"]
        gaeldende.cache_clear()


@pytest.mark.parametrize(("dag", "naevnt"), [(date(2023, 12, 31), False), (date(2024, 1, 1), True)])
def test_store_bededag_naevnes_fra_2024(dag: date, naevnt: bool) -> None:
    assert any("Store bededag" in f for f in udgaver.for_proceduren("frist", dag).forbehold) == naevnt


def test_hver_regel_kendes_paa_sit_navn() -> None:
    assert all(r.navn == navn and navn.count(".") == 1 for navn, r in REGLER.items())
    assert all(s.regel == navn for navn, s in SPOERGSMAAL.items())


def test_loven_staar_i_sin_egen_orden_og_proceduren_sidst() -> None:
    """§ 9 before § 10, § 11 a after § 11, and each source by itself."""
    pladser = [s.hjemmel for s in i_lovens_orden()]
    uden = [h.paragraf == "" for h in pladser]
    assert uden == sorted(uden) and any(uden)
    kilder = [h.kilde for h in pladser if h.paragraf]
    assert kilder == sorted(kilder)
    for kilde in set(kilder):
        numre = [
            (int(tal), bogstav)
            for tal, _, bogstav in (
                h.paragraf.partition(" ") for h in pladser if h.kilde == kilde and h.paragraf
            )
        ]
        assert numre == sorted(numre)
