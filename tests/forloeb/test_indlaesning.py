"""An import in the browser: the example is fetched, seen through, said yes to – and stands in the history."""

from __future__ import annotations

import json
import subprocess

import pytest

from tests.forloeb.servering import REHABTEAM, Site, miljoe
from tests.forloeb.skaerm import Aabn

pytestmark = pytest.mark.langsom


def arbejd(site: Site) -> None:
    """The worker, as `make run` starts it."""
    env = miljoe(site.database, site.log.parent)
    svar = subprocess.run([REHABTEAM, "import", "koer", "--en-gang"], env=env, capture_output=True, text=True)
    assert (svar.returncode, svar.stderr) == (0, "")


def test_fra_fil_til_historik(aabn: Aabn, site: Site) -> None:
    hun = aabn("bodil.nordby")
    hun.gaa("/indlaesning/")
    hun.efterse("indlæsning, tom")
    hun.foelg("Vælg filer", inden_i=hun.indhold)
    fil = hun.hent(hun.indhold.get_by_role("link", name="Hent en fil at prøve med"))
    hun.tryk("Se filerne igennem")
    hun.efterse("vælg filer, fejl")
    hun.skriv("Systemets navn", "Momentum")
    hun.indhold.locator("input[type=file]").set_input_files(fil)
    hun.tryk("Se filerne igennem")
    hun.ser("Filerne ses igennem", "0 af")
    hun.efterse("ses igennem")
    arbejd(site)
    hun.foelg("Se, hvor langt den er nået", inden_i=hun.indhold)
    hun.ser("Det sker, hvis du siger ja", "Den dato findes ikke i kalenderen", "2 linjer kan ikke indlæses")
    hun.efterse("forhåndsvisning")
    hun.tryk("Indlæs")
    arbejd(site)
    hun.foelg("Se, hvor langt den er nået", inden_i=hun.indhold)
    hun.ser("Filerne er indlæst")
    hun.efterse("indlæst")
    navn = next(p["navn"] for p in map(json.loads, fil.read_text("utf-8").splitlines()) if "navn" in p)
    hun.gaa(site.forloeb(navn) + "historik/")
    hun.ser("overførte fra Momentum: ressourceforløbet med start")
    hun.efterse("forløbets historik")
    hun.foelg("Lovens svar dengang", inden_i=hun.indhold)
    hun.ser("Grundene", "Reglerne dengang", "BEK 2408/2021")
    hun.efterse("kvittering")
