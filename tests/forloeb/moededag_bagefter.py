"""After the meeting day: the month is settled with a cancelled case in it, both approve, the leader sees her figures."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal

import openpyxl

from tests.forloeb.moededag import NAJA, Dag
from tests.forloeb.skaerm import CPR

#: The link at a line of an open settlement; the number is for who only hears it.
RET = re.compile(r"^Ret linje \d+$")


def maaneden_goeres_op(d: Dag) -> str:
    """The secretariat settles June; returns the month's address."""
    s = d.som("pia.region")
    s.gaa("/afregning/")
    d.kig(s, "afregninger")
    juni = s.indhold.get_by_role("row").filter(has_text="Juni 2026").filter(has_text="Nordby")
    s.klik(juni.get_by_role("link").first)
    d.kig(s, "afregning, ikke opgjort")
    s.tryk("Opgør måneden")
    s.ser("Måneden er opgjort.", "Linjerne svarer på øren til det, der er sket.")
    d.kig(s, "afregning, opgjort")
    afbud = s.indhold.get_by_role("row").filter(has_text="meldt 08.06.2026")
    assert afbud.count() == 1 and "50 %" in afbud.inner_text() and "1.625,00" in afbud.inner_text()
    behandlet = (
        s.indhold.get_by_role("row").filter(has_text="Sag behandlet på møde").filter(has_text="11.06.2026")
    )
    assert behandlet.count() == 8
    return s.sti


def regnearkene_siger_det_samme(d: Dag, maaned: str) -> None:
    s = d.som("pia.region")
    s.gaa(maaned)
    ark = openpyxl.load_workbook(
        io.BytesIO(s.hent(s.indhold.get_by_role("link", name="Hent som Excel")).read_bytes())
    )
    linjer = [[c.value for c in r] for r in ark.active.iter_rows()]  # type: ignore[union-attr]
    rod = next(nr for nr, r in enumerate(linjer) if "Beløb" in r)
    nr = linjer[rod].index("Beløb")
    excel = sum(Decimal(str(r[nr])) for r in linjer[rod + 1 :])
    data = s.hent(s.indhold.get_by_role("link", name="Hent som CSV")).read_text("utf-8-sig")
    assert not CPR.search(data) and NAJA not in data
    raekker = list(csv.DictReader(io.StringIO(data), delimiter=";"))
    assert len(raekker) == len(linjer) - rod - 1
    i_csv = sum(Decimal(r["Beløb"].replace(".", "").replace(",", ".")) for r in raekker)
    paa_siden = re.search(r"I alt ([\d.]+,\d\d) kr\.", s.tekst)
    assert paa_siden
    assert excel == i_csv == Decimal(paa_siden[1].replace(".", "").replace(",", "."))


def den_ventende_maaned(d: Dag) -> str:
    """The month of the demo that is settled and waits for both to approve it; its address."""
    s = d.som("pia.region")
    s.gaa("/afregning/")
    s.foelg("Marts 2026 Nordby Kommune", inden_i=s.indhold)
    s.ser("Afbud", "meldt 09.03.2026")
    return s.sti


def begge_godkender(d: Dag, maaned: str, navn: str = "Juni 2026") -> None:
    s = d.som("pia.region")
    s.gaa(maaned)
    s.tryk("Godkend afregningen")
    s.ser("Afregningen er godkendt fra jeres side.")
    d.kig(s, "afregning, godkendt af den ene")
    k = d.som("bodil.nordby")
    k.gaa("/afregning/")
    k.klik(k.indhold.get_by_role("row").filter(has_text=navn).get_by_role("link").first)
    k.tryk("Godkend afregningen")
    k.ser("Afregningen er godkendt af begge parter og kan ikke ændres.")
    assert k.indhold.get_by_role("link", name=RET).count() == 0, "en låst linje kan rettes"
    d.kig(k, "afregning, låst")


def en_linje_rettes_kun_med_en_ny(d: Dag, maaned: str) -> None:
    """The cancelled case's line stays as it is; what is taken off is a line of its own, with its reason."""
    s = d.som("pia.region")
    s.gaa(maaned)
    linje = s.indhold.get_by_role("row").filter(has_text="meldt 0")
    nr, stod, linjer = linje.get_by_role("rowheader").inner_text(), linje.inner_text(), linje.count()
    s.klik(linje.get_by_role("link", name=RET))
    s.tryk("Skriv den nye linje")
    d.kig(s, "ret en linje, når noget mangler")
    s.skriv("Beløb, kr.", "-25,00")
    s.skriv("Hvorfor", "Aftalt på mødet om samarbejdet.")
    s.tryk("Skriv den nye linje")
    s.ser("Rettelsen er skrevet som en ny linje.", f"retter linje {nr}", "»Aftalt på mødet om samarbejdet.«")
    assert linje.count() == linjer + 1 and linje.first.inner_text() == stod
    assert "-25,00" in linje.last.inner_text().replace("−", "-")
    d.kig(s, "afregning, rettet")


def lederen_ser_tallene(d: Dag) -> None:
    s = d.som("bodil.nordby")
    s.foelg("Ledelsestal")
    s.ser("2. kvartal 2026", "Ventetid til mødet", "Sådan er tallet lavet", "Antal under 5 vises ikke")
    d.kig(s, "ledelsestal efter mødedagen")
    data = s.hent(s.indhold.get_by_role("link", name="Hent som Excel"))
    assert openpyxl.load_workbook(io.BytesIO(data.read_bytes())).active is not None


def aftalen_laeses(d: Dag) -> None:
    s = d.som("pia.region")
    s.gaa("/aftaler/")
    d.kig(s, "samarbejdsaftaler")
    s.foelg("Nordby Kommune")
    s.ser("Tallene er opdigtede", "Ikke angivet")
    d.kig(s, "samarbejdsaftalen")
    s.foelg("Skriv en ny version")
    s.udfyld(s.indhold.get_by_label("Seneste klokkeslæt på den sidste dag"), "halv to")
    s.klik(s.indhold.locator(".formular-fod button").first)
    d.kig(s, "ny version af aftalen, med fejl")
