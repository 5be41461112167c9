"""The meeting day before it comes, in the region and the team: taken in, asked about, handed over, read and signed."""

from __future__ import annotations

import re

from rehabteam.handlinger.skriv_notat import FELTER
from tests.breve import aflaes
from tests.forloeb.moededag import BENTE, DE_OTTE, FOR_SENT, GITTE, LISBETH, SOEREN, Dag, Medsag
from tests.forloeb.skaerm import Skaerm

SPOERGSMAAL = "Hvornår ventes attesten fra reumatologen?"
SVAR = "Den er lovet til den 8. juni og lægges på sagen samme dag."
NOTAT = {
    "funktionsniveau": "Kan arbejde siddende i to timer, når der er ro.",
    "skaanehensyn": "Pauser efter behov og ingen skæve vagter.",
    "tilbud": "Genoptræning på hold og en fast kontaktperson.",
}


def sekretariatet_spoerger_og_kommunen_svarer(d: Dag) -> None:
    s = d.som("pia.region")
    assert s.h1 == "Indbakke"
    s.ser("Send i dag", "11. juni 2026 i Nordby", BENTE.navn, "Sager til næste to uger", "Henrik Sø Vinther")
    d.kig(s, "indbakken fem hverdage før mødet")
    s.foelg("Spørg kommunen", inden_i=s.raekke(BENTE.navn))
    s.tryk("Spørg kommunen")
    d.kig(s, "spørg kommunen, uden spørgsmål")
    s.skriv("Spørgsmål til kommunen", SPOERGSMAAL)
    s.tryk("Spørg kommunen")
    s.ser("er spurgt. Svaret kommer her.")
    k = d.som(BENTE.hos)
    k.ser(BENTE.navn)
    k.klik(k.indhold.locator("a[href$='/spoergsmaal-fra-regionen/']").first)
    k.ser(SPOERGSMAAL)
    k.tryk(re_knap(k))
    d.kig(k, "svar regionen, uden svar")
    k.skriv("Svar til Klinisk Funktion", SVAR)
    k.tryk(re_knap(k))
    k.ser("Svaret er sendt til Klinisk Funktion.", SVAR)
    s = d.som("pia.region")
    s.gaa(k.sti)
    s.ser(SPOERGSMAAL, SVAR)
    d.kig(s, "spørg kommunen, besvaret")


def re_knap(s: Skaerm) -> str:
    return s.indhold.locator("form button.button-primary").first.inner_text().strip()


def sekretariatet_giver_sagerne_videre(d: Dag, dag: str) -> None:
    """Those sent until now to Lone, who has the day; each row's own field and button."""
    for m in DE_OTTE:
        if m == LISBETH or (m.sendes == FOR_SENT) != (dag == FOR_SENT):
            continue
        s = d.som("pia.region")
        s.vaelg(f"Sundhedskoordinator til {m.navn}", "Lone Skovgaard")
        s.tryk("Send til Lone", inden_i=s.raekke(m.navn))
        s.ser("er givet til Lone Skovgaard")
    d.kig(d.som("pia.region"), "indbakken, når sagerne er givet videre")


def en_sen_sag_tages_med(d: Dag) -> None:
    s = d.som("pia.region")
    s.ser("Modtaget for sent", SOEREN.navn, "Papirerne er bestilt og kommer før mødet.")
    s.foelg("Tag stilling", inden_i=s.raekke(SOEREN.navn))
    s.tryk("Gem, og sig det til kommunen")
    d.kig(s, "tag stilling, når noget mangler")
    s.saet("Tag med")
    s.skriv("Hvorfor?", "Der er plads, og sagen er kort.")
    s.tryk("Gem, og sig det til kommunen")
    s.ser("Sagen tages med.")
    k = d.som(SOEREN.hos)
    k.gaa(d.site.sag(SOEREN.navn))
    k.ser("Klinisk Funktion tager sagen med:", "Der er plads, og sagen er kort.")


def koordinatoren_forbereder_sig(d: Dag) -> None:
    """Her days, what is new, the resumé and the papers at hand; a note for each of the eight, signed."""
    s = d.som("lone.region")
    assert s.h1 == "Mine sager"
    for m in DE_OTTE:
        assert s.raekke(m.navn).count() == 1, m.navn
    d.kig(s, "mine sager før mødet")
    s.foelg("Mine møder")
    s.ser("Torsdag 11. juni 2026")
    d.kig(s, "koordinatorens møder")
    s.gaa("/mine-sager/")
    s.foelg("Åbn alle dokumenter", inden_i=s.raekke(GITTE.navn))
    s.foelg("Næste ulæste")
    s.gaa("/mine-sager/")
    for m in DE_OTTE:
        _skriv_og_underskriv(d, s, m)
    s.gaa("/mine-sager/")
    for m in DE_OTTE:
        assert "Underskrevet" in s.raekke(m.navn).inner_text(), m.navn
    _tilfoej(d, s)


def _skriv_og_underskriv(d: Dag, s: Skaerm, m: Medsag) -> None:
    s.gaa(d.site.aaben(m.navn) + "notat/")
    if m == GITTE:
        s.ser("Fra sidste møde", "Det nye")
        s.tryk("Læs igennem og underskriv")
        d.kig(s, "notatet, når noget mangler")
    for felt in FELTER:
        s.udfyld(s.indhold.locator(f"[name={felt}]"), NOTAT.get(felt, "Nej."))
    s.tryk("Læs igennem og underskriv")
    d.kig(s, "underskriv notatet")
    s.tryk("Underskriv")
    s.ser("Notatet er underskrevet og låst.")


def _tilfoej(d: Dag, s: Skaerm) -> None:
    """What is signed stays; a change is an addition of its own."""
    s.gaa(d.site.sag(GITTE.navn) + "notat/")
    assert s.indhold.locator("[name=funktionsniveau]").count() == 0
    s.foelg("Skriv tillæg")
    for felt in FELTER:
        s.udfyld(s.indhold.locator(f"[name={felt}]"), "Tillæg: der er kommet en bedre stol.")
    d.kig(s, "tillæg til notatet")
    s.tryk("Læs igennem og underskriv")
    s.tryk("Underskriv")
    s.gaa(d.site.sag(GITTE.navn) + "notat/")
    s.ser(NOTAT["funktionsniveau"], "Tillæg: der er kommet en bedre stol.")
    pdf = s.indhold.get_by_role("link", name=re.compile("^Åbn som PDF")).first.get_attribute("href")
    assert pdf is not None and aflaes.tekst(s.pdf(pdf))


def teammedlemmet_laeser(d: Dag) -> None:
    """Her day, what she has opened and not, a note nobody else sees."""
    s = d.som("inger.nordby")
    s.foelg("Mine møder")
    s.ser("Torsdag 11. juni 2026", *(m.navn for m in DE_OTTE))
    d.kig(s, "teammedlemmets møder")
    s.foelg("Læs til mødet", inden_i=s.raekke(GITTE.navn))
    sti = s.sti
    d.kig(s, "læs til mødet, intet læst")
    ulaeste = s.indhold.locator("ul.linjer li").filter(has_text="Ulæst")
    foer = ulaeste.count()
    s.klik(ulaeste.first.get_by_role("link").first)
    s.gaa(sti)
    assert s.indhold.locator("ul.linjer li").filter(has_text="Ulæst").count() == foer - 1
    s.skriv("Dine egne noter", "Spørg, om hun kan køre selv.")
    s.tryk("Gem noten")
    s.ser("Noten er gemt. Kun du kan se den.")
    anden = d.som("dorthe.nordby")
    anden.gaa(sti)
    assert "køre selv" not in anden.side.content()
