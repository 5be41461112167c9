"""What comes from the other system: made once, known again, changed with a trace, and wrong with a reason."""

from __future__ import annotations

import io
import json
import stat
from datetime import date

import pytest
from django.conf import settings
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rehabteam.handlinger.bestil_import import bestil_import
from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.fortryd_import import fortryd_import
from rehabteam.handlinger.handling import Anledning
from rehabteam.handlinger.importer_raekker import importer_raekker
from rehabteam.handlinger.registrer_indsats import registrer_indsats
from rehabteam.handlinger.registrer_indsatsens_gang import registrer_indsatsens_gang
from rehabteam.handlinger.tilbagekald_oplysning import tilbagekald_oplysning
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.indlaesning import spole
from rehabteam.sager.models import (
    Borger,
    Forloeb,
    Haendelse,
    Importjob,
    Indsats,
    OrdinaereTimer,
    Rolle,
    UndtagetPeriode,
)
from rehabteam.sager.testnumre import testnummer
from tests.indlaesning.filer import borgere, csv, filerne
from tests.indlaesning.koersel import CPR, VED, frisk, gennemset, indlaest, rows
from tests.verden import DAG, Verden

ANDEN = testnummer(date(1981, 3, 4), "M")
HER = "Forløbet er hverken i filerne eller indlæst før, eller linjen om forløbet har fejl."


def en(v: Verden, indsats: str = "I1;F1;Praktik;LAB_KAP_11;;nej", **felter: str) -> list[io.BytesIO]:
    return [
        csv("borger", [f"{CPR};{felter.get('navn', 'Bo Prøve')};;nej"]),
        csv("forloeb", [f"F1;{CPR};20.10.2025;{felter.get('slut', '')}"]),
        csv("indsats", [indsats]),
    ]


def fejl(job: Importjob) -> list[tuple[int, int, str]]:
    return [(f["fil"], f["linje"], f["felt"]) for f in job.fejl]


def test_alt_fra_filerne_staar_her_og_hver_har_sin_frist(verden: Verden) -> None:
    v = verden
    linjer = borgere(12)
    foerst = gennemset(v, filerne(linjer))
    assert foerst.tilstand == "klar" and foerst.antal_fejl == 0
    assert not rows(v, Borger).exists(), "the preview writes nothing about anybody"
    job = indlaest(v, filerne(linjer))
    assert job.tal == foerst.tal and job.tilstand == "faerdig"
    assert {s: t["ny"] for s, t in job.tal.items()} == {s: len(d) for s, d in linjer.items()}
    assert rows(v, Forloeb).exclude(frist_status="").count() == 12
    assert str(rows(v, OrdinaereTimer).first().timer) == "7.40"
    assert rows(v, UndtagetPeriode).first().registreret_af == v.leder.navn
    spor = rows(v, Haendelse, handling="importer_raekker", forloeb__isnull=False)
    assert spor.count() == 12 and all(h.vurdering["grunde"] and h.borger_id for h in spor)
    assert not spole.sti(settings.DATA, job.id).exists(), "the rows are deleted when it is over"


def test_igen_goer_ingen_forskel(verden: Verden) -> None:
    v = verden
    linjer = borgere(5)
    indlaest(v, filerne(linjer))
    foer = rows(v, Haendelse, forloeb__isnull=False).count()
    job = indlaest(v, filerne(linjer))
    assert {u for t in job.tal.values() for u in t} == {"ens"} and job.antal_fejl == 0
    assert rows(v, Haendelse, forloeb__isnull=False).count() == foer and rows(v, Indsats).count() == 5


def test_en_rettelse_er_en_tilbagetrukket_og_en_ny(verden: Verden) -> None:
    v = verden
    indlaest(v, en(v))
    job = indlaest(v, en(v, "I1;F1;Praktik;LAB_KAP_11;02.02.2026;ja"))
    assert job.tal["indsats"] == {"aendret": 1}
    gammel, ny = rows(v, Indsats).order_by("registreret_tid")
    assert gammel.tilbagekaldt_tid and gammel.tilbagekaldt_grund == "import: Momentum har rettet oplysningen"
    assert gammel.paabegyndt is None and ny.paabegyndt == date(2026, 2, 2)
    assert rows(v, Forloeb).get().frist_status == "INDSATS_RETTIDIG"
    sidste = rows(v, Haendelse, forloeb__isnull=False).latest("tid")
    assert "1 oplysning, som kilden har rettet" in sidste.tekst and sidste.data["rettet"] == 1
    assert indlaest(v, en(v, slut="01.05.2026", indsats="I1;F1;Praktik;LAB_KAP_11;02.02.2026;ja")).tal[
        "forloeb"
    ] == {"aendret": 1}
    assert rows(v, Forloeb).get().slut == date(2026, 5, 1)


def test_hvad_nogen_har_rettet_her_bliver_staaende(verden: Verden) -> None:
    """Known again although it is another here; and only when both have changed it, a person must choose."""
    v = verden
    indlaest(v, en(v))
    f, i = rows(v, Forloeb).get(), rows(v, Indsats).get()
    felter = {"bevilget": None, "aftalt_start": None, "afsluttet": None, "optaget_i_indsatsdel": None}
    v.goer(
        v.sagsbehandler,
        registrer_indsatsens_gang,
        *(f.id, i.id),
        version=f.version,
        **felter,
        paabegyndt=date(2026, 3, 2),
        i_indsatsdel=True,
    )
    assert indlaest(v, en(v)).tal["indsats"] == {"ens": 1}
    job = indlaest(v, en(v, "I1;F1;Praktik;LAB_KAP_11;02.02.2026;ja"))
    assert job.tal["indsats"] == {"fejl": 1} and fejl(job) == [(2, 2, "kilde_id")]
    assert rows(v, Indsats).get().paabegyndt == date(2026, 3, 2)
    v.goer(v.sagsbehandler, tilbagekald_oplysning, f.id, "indsats", i.id, grund="Det var en anden.")
    assert indlaest(v, en(v)).tal["indsats"] == {"ens": 1}, "what was taken back here does not come again"


def test_dubletter_kendes_paa_borger_og_start_og_paa_samme_oplysning(verden: Verden) -> None:
    v = verden
    f = v.forloeb(date(2025, 10, 20))
    borger = Borger.objects.using(VED).get(id=f.borger_id)
    v.goer(
        v.sagsbehandler,
        registrer_indsats,
        f.id,
        navn="Praktik",
        hjemmel="LAB_KAP_11",
    )
    filer = [
        csv("borger", [f"{borger.cpr};Et andet navn;;ja"]),
        csv("forloeb", [f"F1;{borger.cpr};2025-10-20;", f"F2;{borger.cpr};01.01.2026;"]),
        csv("indsats", ["I1;F1;Praktik;LAB_KAP_11;;nej", "I2;F1;Praktik;LAB_KAP_11;;nej"]),
    ]
    job = indlaest(v, filer)
    assert job.tal["forloeb"] == {"ens": 1, "fejl": 1} and job.tal["borger"] == {"afviger": 1}
    assert job.tal["indsats"] == {"ens": 1, "ny": 1}, "two equal rows of the source are two facts"
    assert Borger.objects.using(VED).get(id=borger.id).navn == "Birthe Borger"
    assert {f["felt"] for f in job.fejl} == {"navn", "beskyttet", "start"}


def test_fejl_siger_fil_linje_felt_og_aldrig_hvad_der_stod(verden: Verden) -> None:
    v = verden
    filer = [
        csv("borger", [f"{CPR};Bo;;nej", "123;Ib;;nej", f"{ANDEN};;;måske", "for;få"]),
        csv("forloeb", [f"F1;{CPR};31.02.2026;", f"F2;{CPR};20.10.2025;01.10.2025", f"F3;{CPR};20.10.2025;"]),
        csv(
            "indsats",
            [f"I1;F3;Praktik;{CPR};;nej", "I2;F9;Praktik;LAB_KAP_11;;nej", "I2;F3;Igen;LAB_KAP_11;;nej"],
        ),
        csv("periode", [f"P1;F3;{CPR};;LAS_13_STK_7", "P2;F3;02.01.2026;01.01.2026;LAS_13_STK_7"]),
        csv("timer", ["T1;F3;02.01.2026;25,5;SELVSTAENDIG", "T2;F3;02.01.2026;syv;SELVSTAENDIG"]),
    ]
    job = gennemset(v, filer)
    assert sorted(fejl(job)) == [
        (0, 3, "cpr"), (0, 4, "beskyttet"), (0, 4, "navn"), (0, 5, ""), (1, 2, "start"), (1, 3, "slut"),
        (2, 2, "hjemmel"), (2, 3, "forloeb"), (2, 4, ""), (3, 2, "fra"), (3, 3, "til"), (4, 2, "timer"), (4, 3, "timer"),
    ]  # fmt: skip
    assert job.tal["borger"] == {"ny": 1, "fejl": 2} and job.tal["forloeb"] == {"ny": 1, "fejl": 2}
    sagt = json.dumps(job.fejl, ensure_ascii=False)
    assert CPR not in sagt and CPR[6:] not in sagt and "syv" not in sagt
    assert indlaest(v, filer).tal == job.tal, "what was shown is what happens"


def test_raekkerne_ligger_for_os_selv_og_slettes_ved_fortrydelse(verden: Verden) -> None:
    v = verden
    job = gennemset(v, en(v))
    fil = spole.sti(settings.DATA, job.id)
    assert stat.S_IMODE(fil.stat().st_mode) == 0o600 and stat.S_IMODE(fil.parent.stat().st_mode) == 0o700
    v.goer(v.leder, fortryd_import, job.id)
    assert not fil.exists() and frisk(job).tilstand == "fortrudt"
    with pytest.raises(FindesIkke):
        v.goer(v.leder, importer_raekker, job.id)
    nabo = gennemset(v, en(v))
    with pytest.raises(FindesIkke):
        v.goer(v.naboen, fortryd_import, nabo.id)


def test_den_der_er_udelukket_kan_ikke_indlaese_om_borgeren_og_de_andre_kommer_ind(verden: Verden) -> None:
    v = verden
    indlaest(v, en(v))
    borger = rows(v, Borger).get()
    hun = v.person(Rolle.LEDER, v.kommune, "Lone Leder")
    v.udelukket(hun, borger.id)
    filer = [
        csv("borger", [f"{CPR};Bo Prøve;;nej", f"{ANDEN};Ny;;nej"]),
        csv("forloeb", [f"F5;{ANDEN};20.10.2025;"]),
    ]
    job = indlaest(v, filer, hun)
    assert job.tal == {"borger": {"fejl": 1, "ny": 1}, "forloeb": {"ny": 1}}
    assert fejl(job) == [(0, 2, "")]


@pytest.mark.langsom
def test_en_standset_indlaesning_gaar_videre_hvor_den_var(verden: Verden) -> None:
    """A batch that fails halfway is none; the next one begins where the last whole one ended."""
    v = verden
    linjer = borgere(900)
    job = gennemset(v, filerne(linjer))
    v.goer(v.leder, bestil_import, job.id)
    foerste = v.goer(v.leder, importer_raekker, job.id)
    assert 0 < foerste.linjer < job.antal and not foerste.faerdig
    with pytest.raises(RuntimeError), kontekst.arbejder_som(v.leder):
        importer_raekker(Anledning(v.leder, DAG, timezone.now()), job.id)
        raise RuntimeError
    assert (frisk(job).naaet, frisk(job).behandlet) == (foerste.naaet, foerste.linjer)
    for _gang in range(5):
        if v.goer(v.leder, importer_raekker, job.id).faerdig:
            break
    assert (frisk(job).tilstand, frisk(job).behandlet) == ("faerdig", job.antal)
    assert [rows(v, m).count() for m in (Borger, Forloeb, Indsats)] == [900, 900, 900]


@given(
    valg=st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from("bfipt"), st.integers(0, 2)), min_size=1, max_size=25
    )
)
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_to_gange_er_som_en_gang(database: str, valg: list[tuple[int, str, int]]) -> None:
    """Whatever rows in whatever order, also contradictory ones: the second time nothing is new or changed."""
    v = Verden()
    ud: dict[str, list[str]] = {"borger": [], "forloeb": [], "indsats": [], "periode": [], "timer": []}
    for n, hvad, x in valg:
        cpr = testnummer(date(1980 + n, 3, 4), "K")
        match hvad:
            case "b":
                ud["borger"].append(f"{cpr};Navn {x};;nej")
            case "f":
                ud["forloeb"].append(f"F{n}{x};{cpr};{20 + x}.10.2025;")
            case "i":
                ud["indsats"].append(f"I{n}{x};F{n}{x % 2};Praktik {x % 2};LAB_KAP_11;;nej")
            case "p":
                ud["periode"].append(f"P{n}{x};F{n}0;0{1 + x}.12.2025;;LAS_13_STK_7")
            case _:
                ud["timer"].append(f"T{n};F{n}0;02.01.2026;{x},5;SELVSTAENDIG")
    foerste = indlaest(v, filerne(ud))
    antal = {m: rows(v, m).count() for m in (Borger, Forloeb, Indsats, UndtagetPeriode, OrdinaereTimer)}
    anden = indlaest(v, filerne(ud))
    assert {u for t in anden.tal.values() for u in t} <= {"ens", "fejl", "afviger"}
    assert {m: rows(v, m).count() for m in antal} == antal
    assert anden.antal_fejl == foerste.antal_fejl
