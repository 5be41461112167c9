"""Certificates in the browser: from the citizen's hand to what was found in the paper, and the first talk's one."""

from pathlib import Path

import pytest

from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn, Skaerm

pytestmark = pytest.mark.langsom
MALTHE, VILLADS = "Malthe Sejersen Bukh", "Villads Munkholm"


def _noter(s: Skaerm, link: str, dag: str, **felter: str) -> None:
    s.foelg(link)
    s.skriv("Hvilken dag" if "tid hos lægen" in link else "Hvornår", dag)
    for etiket, vaerdi in felter.items():
        s.skriv(etiket, vaerdi)
    s.tryk("Gem")


def test_fra_borgerens_haand_til_lovens_svar(aabn: Aabn, site: Site, demo: Path) -> None:
    s, sag = aabn("jonas.nordby"), site.aaben(MALTHE)
    s.gaa(f"{sag}attester/")
    s.ser("Den praktiserende læges vurdering skal indgå, og den mangler", "Givet til borgeren")
    s.efterse("attester, på vej")
    s.foelg("LÆ 265")
    s.ser("Begynder, når det er noteret", "Honorar", "Ikke angivet", "MedCom")
    assert s.pdf(s.adresse_paa("Brev til lægen")).startswith(b"%PDF-")
    s.foelg("Notér, at lægen har anmodningen")
    s.skriv("Hvornår", "01.05.2026")
    s.tryk("Gem")
    s.ser("ligger før 19.05.2026")
    s.efterse("et skridt, der ligger for tidligt")
    s.skriv("Hvornår", "22.05.2026")
    s.tryk("Gem")
    s.ser("21.06.2026")
    _noter(s, "Notér borgerens tid hos lægen", "26.05.2026", Klokkeslæt="9.45")
    s.ser("26.05.2026 kl. 09.45", "Tiden hos lægen er gået")
    s.efterse("attest med en tid")
    s.foelg("Fortryd")
    s.skriv("Hvorfor fortrydes det", "Tiden blev flyttet.")
    s.tryk("Fortryd det noterede")
    s.ser("Det er fortrudt", "Tiden blev flyttet.")

    s.gaa(f"{sag}dokumenter/nyt/?slags=laegeattest")
    s.skriv("Titel", "LÆ 265 fra Lægerne Skolegade")
    s.skriv("Dokumentets dato", "26.05.2026")
    s.indhold.get_by_label("Fil").set_input_files(next((demo / "papirer").glob("*/*.pdf")))
    s.tryk("Læg på sagen")
    s.gaa(f"{sag}attester/")
    s.foelg("LÆ 265")
    s.foelg("Attesten er kommet")
    s.vaelg("Hvilket dokument på sagen er attesten?", "LÆ 265 fra Lægerne Skolegade, 26.05.2026")
    s.tryk("Gem")
    s.ser("Kryds nu af")
    s.efterse("kryds af")
    s.tryk("Gem")
    s.ser("Vælg, om attesten bygger på en konsultation")
    s.saet("Ja")
    s.saet("Særlige hensyn")
    s.tryk("Gem")
    s.ser("Lægens vurdering mangler", "1 af 4 punkter")
    s.efterse("attester, noget mangler i den")
    s.foelg("Ret")
    for punkt in ("Helbredsforhold", "Lægens kommentarer", "Andre forhold"):
        s.saet(punkt)
    s.tryk("Gem")
    s.ser("Lægens vurdering er på plads", "4 af 4 punkter")


def test_attesten_fra_den_foerste_samtale_kan_vaere_nok(aabn: Aabn, site: Site) -> None:
    s, sag = aabn("jonas.nordby"), site.aaben(VILLADS)
    s.gaa(f"{sag}attester/")
    s.ser("Attesten fra den første samtale kan være nok", "ressourceforløb, fleksjob eller førtidspension")
    s.foelg("Skriv kommunens vurdering")
    s.saet("Ja")
    s.skriv("Hvad lægger du vægt på", "Attesten er fra marts, og psykiaterens notat siger resten.")
    s.indhold.get_by_role("button").last.click()
    s.side.wait_for_url(f"**{sag}attester/")
    s.ser("Lægens vurdering er på plads", "Den er nok.", "psykiaterens notat")
    s.efterse("attester, den første samtale er nok")
