"""The meeting day itself: the mødeleder runs the room through all eight, and each has its next task before it is left."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.breve import aflaes
from tests.forloeb.brevsyn import brevet_holder
from tests.forloeb.moededag import BENTE, DE_OTTE, FANNY, GITTE, KURT, LISBETH, Dag, Medsag, paa_moededagen
from tests.forloeb.skaerm import CPR, Skaerm
from tests.forloeb.test_forbindelsen import INTET_ANDET_STED, VAEK
from tests.forloeb.udfaldet import skriv_delene, vaelg

AARSAG = "Praktikken blev udskudt to gange, og ingen ringede imens."


def i_orden(s: Skaerm) -> tuple[Medsag, ...]:
    """The eight as the day's page has them, by the hour."""
    raekker = s.indhold.locator("tbody tr th").all_inner_texts()
    assert len(raekker) == len(DE_OTTE), raekker
    return tuple(next(m for m in DE_OTTE if m.navn in r) for r in raekker)


def moedelederen_holder_moedet(d: Dag) -> None:
    s = d.som("karsten.nordby")
    dagen = paa_moededagen(s)
    d.kig(s, "mødedagen, før den begynder")
    orden = i_orden(s)
    s.foelg("Hold mødet", inden_i=s.raekke(orden[0].navn))
    for nr, m in enumerate(orden):
        rummet(d, s, m, nr)
        if m.udfald:
            indstil(d, s, m)
        else:
            genindstil(d, s, m)
        afgiv(d, s, m)
        slut(d, s, m, sidste=nr == len(orden) - 1)
    assert s.sti == dagen
    s.ser("Se indstillingen")
    assert s.indhold.get_by_role("link", name="Hold mødet").count() == 0
    assert s.side.evaluate(f"({INTET_ANDET_STED})()") == [0, 0, 0, 0]
    assert s.side.evaluate("Object.keys(sessionStorage)") == []


def rummet(d: Dag, s: Skaerm, m: Medsag, nr: int) -> None:
    """One screen all may see: the first name, the agenda with hours, her own words before anything is written."""
    assert s.h1 == m.fornavn
    hele = s.side.locator("body").inner_text()
    efternavne = {n.navn.split()[-1] for n in DE_OTTE}
    assert not [n for n in efternavne if n in hele] and not CPR.search(hele)
    dagsorden = s.indhold.locator("ol.dagsorden > li")
    assert dagsorden.count() == 8
    tider = [t.split()[0] for t in dagsorden.locator("strong").all_inner_texts()]
    assert tider == sorted(tider) and tider[0].startswith("09.00")
    assert "nu" in dagsorden.nth(nr).inner_text()
    foer = s.side.evaluate(
        "() => document.querySelector('.egne-ord').compareDocumentPosition("
        "document.querySelector('#indstilling')) & Node.DOCUMENT_POSITION_FOLLOWING"
    )
    assert foer, "borgerens egne ord står ikke først"
    s.ser("Til stede", "Sundhedskoordinator")
    spoerges = s.indhold.locator(".uddannelse").count() > 0
    assert spoerges == (m == FANNY), f"{m.fornavn}: uddannelse spørges der om for dem under 30"
    d.kig(s, "mødelokalet, genforelæggelse" if not m.udfald else f"mødelokalet, {m.udfald}")


def genindstil(d: Dag, s: Skaerm, m: Medsag) -> None:
    """Cause, efforts and follow-up (§ 19)."""
    s.skriv("Det, teamet har drøftet om årsagen", AARSAG)
    s.skriv("Indsats 1", "Virksomhedspraktik, Nordby Genbrug")
    s.vaelg("Område", "Beskæftigelse", nr=0)
    s.skriv("Begynder", "22.06.2026", nr=0)
    s.skriv("Ansvarlig", "Inger Thuesen", nr=0)
    s.skriv("Hvem følger op, hvordan og hvornår?", "Mette ringer hver fredag.")
    s.saet("Nej")
    fremmoede(s, m)
    s.ser("Alle dele er med")


def indstil(d: Dag, s: Skaerm, m: Medsag) -> None:
    if m == BENTE:  # her outcome waits for a judgement
        s.saet("Ja")
        s.skriv("Hvad bygger I det på?", "Arbejdsevnen er beskrevet, og målet er et andet end sidst.")
        s.tryk("Gem vurderingen")
        s.ser("Åbnet ved en vurdering")
    vaelg(s, m.overskrift)
    if m == KURT:
        linjen_er_vaek(s)
    skriv_delene(s, m.udfald)
    fremmoede(s, m)
    s.ser("Alle dele er med")


def fremmoede(s: Skaerm, m: Medsag) -> None:
    """Who is there against who the law wants there."""
    if m == LISBETH:
        s.vaelg("Sundhedskoordinator: til stede?", "Ikke til stede")
    s.tryk("Notér resten til stede")
    if m == LISBETH:
        s.ser("Mangler")
    if m == FANNY:
        s.saet("Nej", nr=-1)


def linjen_er_vaek(s: Skaerm) -> None:
    """The line goes while somebody writes: nothing is lost, and it is sent when the line is back."""
    felt = s.indhold.locator("[name^=del_]").first
    s.omraade.set_offline(True)
    felt.fill("Skrevet, mens linjen var væk.")
    vaek = s.side.locator("[data-forbindelse]").first
    expect(vaek).to_be_visible(timeout=30_000)
    assert vaek.inner_text() == VAEK
    assert s.side.evaluate(f"({INTET_ANDET_STED.replace('caches.keys()', '[]')})()") == [0, 0, 0, 0]
    s.omraade.set_offline(False)
    expect(s.side.locator("[data-rum-besked]").first).to_have_text(
        "Det, du skrev, er nu sendt og gemt.", timeout=60_000
    )
    s.klager.clear()  # what the browser itself says of a line that is gone
    s.side.reload()
    assert felt.input_value() == "Skrevet, mens linjen var væk."


def afgiv(d: Dag, s: Skaerm, m: Medsag) -> None:
    s.tryk("Afgiv indstilling")
    d.kig(s, f"afgiv indstillingen{' (§ 19)' if not m.udfald else ''}")
    if m.udfald:
        s.saet("Begrundelsen er god nok")
    s.tryk("Afgiv indstilling")
    s.ser("Indstillingen er afgivet og låst.")
    assert s.side.locator("[data-laes-hoejt]").count() == 1  # shown where the browser can read aloud
    if m == GITTE:
        pdf = s.pdf(s.adresse_paa("Åbn indstillingen som PDF"))
        brevet_holder(pdf, "Indstilling fra rehabiliteringsteamet")
        assert AARSAG in aflaes.tekst(pdf)


def slut(d: Dag, s: Skaerm, m: Medsag, *, sidste: bool) -> None:
    """No one leaves before somebody has the next task; the minutes are a paper of their own."""
    videre = "Til mødedagen" if sidste else "Næste sag"
    s.foelg(videre)
    s.ser("Før I går videre", "Hvem gør hvad nu?", "Referat")
    if m == GITTE:
        s.tryk(videre)
        s.ser("Aftal, hvem der gør hvad, før I går videre.")
        d.kig(s, "før I går videre, uden opgave")
    s.skriv("Hvad skal gøres?", f"Ring til {m.fornavn} om afgørelsen")
    s.vaelg("Hvem gør det?", "Inger Thuesen")
    s.skriv("Inden hvilken dag?", "18.06.2026")
    s.tryk("Aftal opgaven")
    s.ser("Opgaven er aftalt.")
    s.skriv("Begyndte kl.", "09.00")
    s.skriv("Sluttede kl.", "09.30")
    s.tryk("Godkend referatet")
    s.ser("Referatet er godkendt og låst.")
    if m == GITTE:
        d.kig(s, "referatet er godkendt")
        pdf = s.pdf(s.adresse_paa("Åbn referatet som PDF"))
        brevet_holder(pdf, "Referat fra rehabiliteringsteamets møde")
        tekst = aflaes.tekst(pdf)
        assert "09.00" in tekst and "Inger Thuesen" in tekst
    s.tryk(videre)


def opgaverne_staar_paa_hendes_liste(d: Dag) -> None:
    s = d.som("inger.nordby")
    s.gaa("/paamindelser/")
    s.ser(*(f"Ring til {m.fornavn} om afgørelsen" for m in DE_OTTE))
