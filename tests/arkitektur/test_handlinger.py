"""What holds for every Handling: registered, in the table of rights, the right asked for, a Hændelse left."""

import ast
import importlib
from pathlib import Path

import pytest

import rehabteam.handlinger
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.handling import HANDLINGER, Anledning, HaendelseMangler, handling
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import Sag
from tests.verden import Verden

MAPPE = Path(rehabteam.handlinger.__file__).parent
# Modules that are not a verb: what the verbs share.
FAELLES = {
    "__init__",
    "afgoerelsespapir",
    "aktindsigtsfrist",
    "aktindsigtspapir",
    "beskyttede_ord",
    "borgeren",
    "attestvej",
    "datoer",
    "fejl",
    "frist",
    "gennemgang",
    "handling",
    "hent",
    "hent_samtykke",
    "importjob",
    "indkaldelsespapir",
    "indstillingspapir",
    "lageret",
    "logpapir",
    "mangler",
    "modtagetrin",
    "modtagne",
    "overstregningslaesning",
    "moedepladser",
    "overdragelsespakke",
    "overdragne_raekker",
    "papir",
    "planpapir",
    "referatpapir",
    "sagslukning",
    "sagt",
    "sagsnummer",
    "terminer",
    "udelukkelse",
}
VERBER = sorted(f.stem for f in MAPPE.glob("*.py") if f.stem not in FAELLES)


@pytest.mark.parametrize("navn", VERBER)
def test_en_fil_et_verbum(navn: str) -> None:
    importlib.import_module(f"rehabteam.handlinger.{navn}")
    assert navn in HANDLINGER and navn in RETTIGHEDER


@pytest.mark.parametrize("navn", VERBER)
def test_hver_handling_spoerger_om_retten_og_efterlader_en_haendelse(navn: str) -> None:
    trae = ast.parse((MAPPE / f"{navn}.py").read_text(encoding="utf-8"))
    kald = {
        (k.func.id, k.args[1].value if len(k.args) > 1 and isinstance(k.args[1], ast.Constant) else None)
        for k in ast.walk(trae)
        if isinstance(k, ast.Call) and isinstance(k.func, ast.Name)
    }
    assert ("kraev_ret", navn) in kald
    assert ("haendelse", navn) in kald


def test_en_handling_uden_haendelse_bliver_ikke_til_noget(verden: Verden) -> None:
    sag = verden.genoptaget()

    @handling("skriv_resume")
    def glemsom(anledning: Anledning) -> None:
        Sag.objects.filter(id=sag.id).update(version=99)

    with pytest.raises(HaendelseMangler):
        verden.goer(verden.sagsbehandler, glemsom)
    importlib.reload(importlib.import_module("rehabteam.handlinger.skriv_resume"))
    assert verden.goer(
        verden.sagsbehandler, HANDLINGER["skriv_resume"], sag.id, tekst="T", faerdigt=False, version=0
    )


def test_en_handling_der_afvises_efterlader_intet(verden: Verden) -> None:
    sag = verden.genoptaget()
    with pytest.raises(KanIkke):
        verden.goer(verden.sagsbehandler, HANDLINGER["vurder_aendringer"], sag.id, aendret=True, grund=" ")


def test_rettighedstabellen_har_ingen_doede_linjer() -> None:
    ruter = {n for n in RETTIGHEDER if n.endswith((".se", ".soeg"))}
    assert set(RETTIGHEDER) - ruter == set(VERBER)
