"""The walls as the real database roles: every table × every viewer × every command, against matrix.txt."""

from typing import NamedTuple

import pytest
from django.db import connections

from rehabteam.sager.adgang.aktoer import Tjeneste, Vaeg
from rehabteam.sager.adgang.byg import byg_vaegge
from rehabteam.sager.adgang.kontekst import rollenavn
from rehabteam.sager.adgang.vaegge import TABELLER, Dor
from tests.vaegge import matrix
from tests.vaegge.eksempler import Raekke, kolonner, linjer, ny_raekke
from tests.vaegge.maaling import Maaler, Rettigheder, rettigheder
from tests.vaegge.pladser import opstil, plads
from tests.vaegge.seere import DELT, SEERE, Seer, Sted, staar_som
from tests.verden import Verden

FORVENTET = matrix.laes(matrix.FIL.read_text(encoding="utf-8"))
KOLONNER = [seer.navn for seer in SEERE]
EJERE = ("kommune_id", "organisation_id", "medarbejder_id")


class Maalt(NamedTuple):
    """`celler`: line → column → what happened. `blinde`: rows met by commands that ask for none, beyond those seen.
    `flyttet`: rows that could be given to another owner."""

    celler: dict[str, dict[str, str]]
    blinde: dict[tuple[str, str], int]
    flyttet: list[str]


@pytest.fixture(scope="module")
def maalt(database: str) -> Maalt:
    v = Verden()
    raekker, steder = opstil(v)
    tabeller = sorted(TABELLER)
    kan = rettigheder([rollenavn(slags) for slags in (*Vaeg, *Tjeneste)], tabeller)
    tavle = Tavle(v, raekker, steder, kan, set())
    svar = Maalt({linje: {} for linje in linjer()}, {}, [])
    for seer in SEERE:
        arter: dict[str, list[str]] = {}
        for linje in svar.celler:
            arter.setdefault(plads(linje), []).append(linje)
        for art, hendes in arter.items():
            _maal(svar, tavle, seer, hendes, hele=not art)
    return svar


class Tavle(NamedTuple):
    v: Verden
    raekker: dict[tuple[str, str], Raekke]
    steder: dict[tuple[str, str], Sted]
    kan: Rettigheder
    uden_ret: set[tuple[str, str, str]]


def _maal(svar: Maalt, t: Tavle, seer: Seer, linjer_: list[str], hele: bool) -> None:
    """One viewer at one place: the lines that stand there; and, at the common place, what concerns whole tables."""
    sted = t.steder[linjer_[0], seer.tilstand]
    nye = {linje: ny_raekke(linje, sted) for linje in linjer_}
    with staar_som(seer, t.v, sted) as cursor:
        maaler = Maaler(seer, cursor, rollenavn(seer.slags), t.kan, t.uden_ret)
        for linje in linjer_:
            raekke = t.raekker[linje, seer.tilstand]
            svar.celler[linje][seer.navn] = maaler.celle(linje.split("@")[0], raekke, nye[linje])
        for tabel in sorted(TABELLER) if hele else ():
            svar.blinde[tabel, seer.navn] = maaler.blinde(tabel, t.raekker[tabel, seer.tilstand])
            for ejer in (
                k for k in EJERE if k in kolonner(tabel) and (maaler.rolle, tabel, "UPDATE") not in t.uden_ret
            ):
                fremmed = t.v.nabokommune.id if ejer != "medarbejder_id" else t.v.naboen.medarbejder_id
                sql = f"UPDATE {tabel} SET {ejer} = %s"
                if maaler.proev(tabel, sql, [fremmed]) and maaler.kan_blive(sql, [fremmed]):
                    svar.flyttet.append(f"{seer.navn} kan give rækker i {tabel} til en anden")


@pytest.mark.parametrize("linje", linjer())
def test_cellerne_er_som_de_skal(maalt: Maalt, linje: str) -> None:
    celler = maalt.celler[linje]
    assert linje in FORVENTET, (
        f"skriv linjen i matrix.txt, hvis den er rigtig:\n{matrix.skriv(linje, celler)}"
    )
    afviger = [
        f"{k}: {celler[k]}, ikke {FORVENTET[linje][k]}" for k in celler if celler[k] != FORVENTET[linje][k]
    ]
    assert not afviger, f"{linje}: {'; '.join(afviger)}\n{matrix.skriv(linje, celler)}"


def test_matricen_er_hel() -> None:
    """Every table and every viewer, and nothing that is no more; every kind of user stands somewhere."""
    assert set(FORVENTET) == set(linjer())
    assert all(list(celler) == KOLONNER for celler in FORVENTET.values())
    assert {seer.slags for seer in SEERE} == {*Vaeg, *Tjeneste}


def _kommandoer(dor: Dor) -> str:
    har = (("S", dor.laeser), ("N", dor.indsaetter), ("R", dor.aendrer), ("X", dor.sletter))
    return "".join(bogstav for bogstav, det in har if det)


@pytest.mark.parametrize("tabel", TABELLER)
def test_hvert_nej_har_et_ja(maalt: Maalt, tabel: str) -> None:
    """The positive control: what a kind of user is given at all, one of its viewers really can; and each table is seen
    by somebody."""
    rigtige = {linje for linje in linjer() if linje.split("@")[0] == tabel}
    for dor in TABELLER[tabel]:
        kan = {
            tegn.upper()
            for linje in rigtige
            for seer in SEERE
            if seer.slags == dor.vaeg
            for tegn in maalt.celler[linje][seer.navn]
        }
        assert set(_kommandoer(dor)) <= kan, f"{dor.vaeg} får ikke prøvet sin ret til {tabel}"
    assert any("S" in celle.upper() for linje in rigtige for celle in maalt.celler[linje].values())


def test_ingen_rammer_det_de_ikke_ser(maalt: Maalt) -> None:
    """UPDATE and DELETE without a WHERE read nothing, so the wall on what is read does not help them."""
    assert {noegle: antal for noegle, antal in maalt.blinde.items() if antal > 0} == {}


def test_ingen_raekke_skifter_ejer(maalt: Maalt) -> None:
    assert maalt.flyttet == []


def test_maaleren_ville_se_en_aaben_vaeg(database: str) -> None:
    """The control of the measure itself: one policy opened, and the same cell changes."""
    v = Verden()
    raekker, steder = opstil(v)
    seer, rolle = next(seer for seer in SEERE if seer.navn == "K-nabo"), rollenavn(Vaeg.KOMMUNE)
    kan, ny = rettigheder([rolle], ["sager_sag"]), ny_raekke("sager_sag", steder["sager_sag", DELT])

    def celle() -> str:
        with staar_som(seer, v, steder["sager_sag", DELT]) as cursor:
            return Maaler(seer, cursor, rolle, kan).celle("sager_sag", raekker["sager_sag", DELT], ny)

    assert celle() == "----"
    try:
        with connections["vedligehold"].cursor() as cursor:
            cursor.execute("ALTER POLICY kommune_se ON sager_sag USING (true)")
        assert celle() == "S---"
    finally:
        byg_vaegge()
