"""The meeting for other outcomes than § 19's: chosen, judged, written part by part, given, and read on paper."""

from __future__ import annotations

import pytest

from rehabteam.sager.indstillingsdele import dele
from tests.breve import aflaes
from tests.forloeb.brevsyn import brevet_holder
from tests.forloeb.skaerm import Aabn, Skaerm
from tests.forloeb.udfaldet import skriv_delene, vaelg


def i_rummet(aabn: Aabn, dag: str, navn: str, *, js: bool = True) -> Skaerm:
    s = aabn("karsten.nordby", js=js)
    s.foelg("Møder")
    s.foelg(dag)
    s.foelg("Hold mødet", inden_i=s.raekke(navn))
    assert s.h1 == navn.split()[0]
    assert navn.split()[-1] not in s.side.locator("body").inner_text(), "efternavnet ses i mødelokalet"
    return s


def afgiv(s: Skaerm, udfald: str) -> None:
    """Nothing lacks; read through; the tick is a decision of its own; then locked, and a paper."""
    s.tryk("Notér resten til stede")
    s.ser("Alle dele er med")
    s.efterse(f"{udfald}: alle dele er med")
    s.tryk("Afgiv indstilling")
    s.tryk("Afgiv indstilling")
    s.ser("Tag stilling til, om begrundelsen er god nok")
    s.efterse(f"{udfald}: krydset mangler")
    s.saet("Begrundelsen er god nok")
    s.tryk("Afgiv indstilling")
    s.ser("Indstillingen er afgivet og låst.", "Næste skridt:")
    s.efterse(f"{udfald}: afgivet")
    pdf = s.pdf(s.adresse_paa("Åbn indstillingen som PDF"))
    brevet_holder(pdf, "Indstilling fra rehabiliteringsteamet")
    tekst = aflaes.tekst(pdf)
    assert all(d.overskrift in tekst and d.hjemmel.kort in tekst for d in dele(udfald))


@pytest.mark.langsom
def test_fleksjob_fra_valg_til_papir(aabn: Aabn) -> None:
    s = i_rummet(aabn, "Torsdag 4. juni 2026", "Lisbeth Thygesen Ravn")
    s.ser("Hvad indstiller teamet?", "Hvorfor kan de andre udfald ikke vælges her?")
    s.efterse("udfaldet er ikke valgt")
    vaelg(s, "Fleksjob")
    s.tryk("Afgiv indstilling")
    s.ser("Svar mangler:")
    assert s.side.evaluate("document.activeElement.name") == "del_beskaeftigelse"
    s.efterse("fleksjob: alle dele mangler")
    skriv_delene(s, "fleksjob")
    afgiv(s, "fleksjob")


@pytest.mark.langsom
def test_et_nyt_jobafklaringsforloeb_og_et_skoen_uden_javascript(aabn: Aabn) -> None:
    s = i_rummet(aabn, "Torsdag 11. juni 2026", "Bente Roslev Kjærgaard", js=False)
    s.ser("I skal vurdere.", "Et ja åbner for")
    s.efterse("jaf: et skøn mangler")
    s.saet("Ja")
    s.tryk("Gem vurderingen")
    s.ser("Skriv, hvad du lægger vægt på i vurderingen.")
    s.efterse("jaf: skønnet mangler en grund")
    s.skriv("Hvad bygger I det på?", "Arbejdsevnen er beskrevet.")
    s.tryk("Gem vurderingen")
    s.ser("Åbnet ved en vurdering", "Arbejdsevnen er beskrevet.")
    s.efterse("jaf: skønnet har åbnet")
    vaelg(s, "Ressourceforløb")
    s.indhold.locator("[name=del_helbred]").fill("Det om helbredet går med.")
    s.indhold.locator("summary", has_text="Vælg noget andet").click()
    vaelg(s, "Et nyt jobafklaringsforløb")
    assert s.indhold.locator("[name=del_helbred]").input_value() == "Det om helbredet går med."
    skriv_delene(s, "nyt_jobafklaringsforloeb")
    afgiv(s, "nyt_jobafklaringsforloeb")


@pytest.mark.langsom
@pytest.mark.parametrize(
    ("dag", "navn", "udfald", "overskrift"),
    [
        ("Torsdag 11. juni 2026", "Kurt Aagesen Winther", "foertidspension", "Førtidspension"),
        ("Torsdag 25. juni 2026", "Tove Ankerstjerne", "ressourceforloeb", "Ressourceforløb"),
    ],
)
def test_de_andre_udfald(aabn: Aabn, dag: str, navn: str, udfald: str, overskrift: str) -> None:
    s = i_rummet(aabn, dag, navn)
    vaelg(s, overskrift)
    s.efterse(f"{udfald}: delene er tomme")
    skriv_delene(s, udfald)
    afgiv(s, udfald)
