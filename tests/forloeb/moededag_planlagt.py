"""The meeting day before it comes, in the kommune: planned, moved, swapped, invited to, sent."""

from __future__ import annotations

import re
from datetime import date

from rehabteam.sager.sagsarter import ARTER
from rehabteam.sager.testnumre import testnummer
from tests.breve import aflaes
from tests.forloeb.moededag import (
    DE_OTTE,
    FANNY,
    GITTE,
    LISBETH,
    MOEDEDAG,
    NAJA,
    ULRIKKE,
    VILLADS,
    Dag,
    Medsag,
    paa_moededagen,
)
from tests.forloeb.skaerm import CPR, Skaerm
from tests.indkaldelse import ical

DEN_11 = re.compile(r"torsdag 11\. juni 2026", re.IGNORECASE)
TEAMET = {
    "Beskæftigelse": ("Inger Thuesen", "Nikolaj Øster Brix"),
    "Social": ("Rasmus Kjær Damborg", ""),
    "Sundhed": ("Dorthe Vang Ebbesen", ""),
    "Uddannelse": ("Nikolaj Øster Brix", ""),
}


def en_ny_sag_kommer_til(d: Dag) -> None:
    """A self-employed woman under thirty; her case goes on the day at once."""
    s = d.som(FANNY.hos)
    s.foelg("Ny sag")
    s.foelg(ARTER["tilskud_selvstaendig"].navn)
    s.skriv("CPR-nummer", testnummer(date(1998, 3, 9), "K"))
    s.skriv("Navn", FANNY.navn)
    s.skriv("Tolk", "nej")
    s.tryk("Opret sagen")
    sag = s.sti
    s.gaa(sag + "vaelg-moede/")
    d.kig(s, "vælg møde til en sag af en slags uden kendt frist i loven")
    s.saet(DEN_11)
    s.tryk("Vælg mødet")
    s.ser("Mødet er valgt.")


def planlaeggeren_laegger_pladserne(d: Dag) -> None:
    s = d.som("bodil.nordby")
    s.foelg("Møder")
    s.foelg("Planlægning")
    s.ser(
        *("Venteliste og forslag", "5 sager i planen", NAJA, ULRIKKE, "Freja Lindskov Palle", VILLADS.navn),
        *("Ikke en frist i loven", "Afregnes som:", "hører til:", "Hvad det næste halve år vil kræve"),
        "Det samme i tal",
    )
    d.kig(s, "planlægning")
    s.raekke("Freja Lindskov Palle").locator("summary").press("Enter")
    s.ser("Sagen kan tidligst komme på 11.06.2026.")
    s.tryk("Godkend de valgte" if not s.js else "Godkend hele forslaget (5 sager)")
    s.ser("5 sager har fået en dag.", "Ingen sager venter på en mødedag")
    d.kig(s, "planlægning, ingen venter")
    for navn, hvorfor in ((VILLADS.navn, "Han er på kursus den 4."), (NAJA, "Hendes bisidder kan den 11.")):
        s.gaa(d.site.aaben(navn) + "vaelg-moede/")
        s.saet(DEN_11)
        s.tryk("Flyt mødet")
        s.ser("Skriv, hvorfor mødet flyttes.")
        d.kig(s, "flyt mødet, uden grund")
        s.udfyld(s.indhold.locator("[name=grund]"), hvorfor)
        s.tryk("Flyt mødet")
        s.ser("11.06.2026")


def to_sager_bytter(d: Dag) -> None:
    s = d.som("bodil.nordby")
    s.foelg("Møder")
    s.foelg("Torsdag 4. juni 2026")
    d.kig(s, "mødedagen den 4. juni")
    s.foelg("Byt", inden_i=s.raekke(LISBETH.navn))
    s.tryk("Byt de to")
    d.kig(s, "byt, når noget mangler")
    valg = s.indhold.get_by_label("Sag at bytte med")
    linje = next(v for v in valg.locator("option").all_inner_texts() if ULRIKKE in v)
    s.vaelg("Sag at bytte med", linje)
    s.skriv("Hvorfor bytter de?", "Lisbeths arbejdsgiver kan være med den 11.")
    s.tryk("Byt de to")
    s.ser("De to sager har byttet møde.")


def teamet_saettes_paa_dagen(d: Dag) -> None:
    s = d.som("bodil.nordby")
    dagen = paa_moededagen(s)
    for m in DE_OTTE:
        assert s.raekke(m.navn).count() == 1, f"{m.navn} er ikke på dagen"
    tider = [i.input_value() for i in s.indhold.locator("input[name=kl]").all()]
    assert len(tider) == 9 and len(set(tider)) >= 8, f"sagerne har ikke hver sin tid: {tider}"
    s.foelg("Teamet på dagen")
    s.tryk("Gem")
    d.kig(s, "teamet på dagen, når noget mangler")
    for omraade, (hvem, ellers) in TEAMET.items():
        s.vaelg("Område", omraade)
        s.vaelg("Hvem", hvem)
        if ellers:
            s.vaelg(re.compile("^Stedfortræder"), ellers)
        s.tryk("Gem")
        s.ser(f"{hvem} er sat på mødedagen.")
    d.kig(s, "teamet på dagen")
    s.gaa(dagen)
    s.ser("Inger Thuesen (stedfortræder Nikolaj Øster Brix)", "Sundhedskoordinator: Lone Skovgaard")


def regionen_siger_hvem_der_kommer(d: Dag) -> None:
    """Absence first: she who is away cannot be named, unless another comes instead."""
    s = d.som("pia.region")
    s.foelg("Mødedage")
    s.ser("mangler en sundhedskoordinator", "Nordby Kommune", "Åstrup Kommune")
    d.kig(s, "regionens mødedage")
    s.foelg("Fravær og stedfortrædere")
    s.tryk("Gem fravær")
    d.kig(s, "fravær, når noget mangler")
    s.vaelg("Hvem er væk?", "Henrik Sø Vinther")
    s.skriv("Første dag", "11.06.2026")
    s.skriv("Sidste dag", "12.06.2026")
    s.vaelg(re.compile("^Stedfortræder"), "Lone Skovgaard")
    s.tryk("Gem fravær")
    s.ser("Henrik Sø Vinther er skrevet væk.")
    d.kig(s, "fravær")
    s.foelg("Mødedage")
    s.foelg("Sæt sundhedskoordinator", inden_i=_den_11(s))
    s.vaelg("Hvem", "Henrik Sø Vinther")
    s.tryk("Gem")
    s.ser("Henrik Sø Vinther er væk den dag.")
    d.kig(s, "sundhedskoordinatoren er væk den dag")
    s.vaelg("Hvem", "Lone Skovgaard")
    s.tryk("Gem")
    s.ser("Lone Skovgaard er sat på mødedagen.")
    s.foelg("Til mødedagene")
    assert "Lone Skovgaard" in _den_11(s).inner_text()


def _den_11(s: Skaerm):  # type: ignore[no-untyped-def]
    return s.indhold.get_by_role("row").filter(has_text="11.06.2026").filter(has_text="Nordby")


def alle_indkaldes(d: Dag) -> None:
    """The citizen and her læge by letter, the others by calendar; nothing of the illness, and no CPR number."""
    s = d.som(GITTE.hos)
    sag = d.site.sag(GITTE.navn)
    s.gaa(sag + "indkaldelser/")
    s.ser("Ikke indkaldt", "Sundhedskoordinatoren", "Den praktiserende læge")
    for hvem in ("Borgeren", "Sagsbehandleren", "Sundhedskoordinatoren"):
        s.klik(s.raekke(hvem).get_by_role("button").first)
        s.ser("er lavet")
    d.kig(s, "indkaldelser")
    brev = s.raekke("Borgeren").get_by_role("link").first.get_attribute("href")
    assert brev is not None
    tekst = aflaes.tekst(s.pdf(brev))
    assert "11. juni 2026" in tekst and "klokken" in tekst.lower() and not CPR.search(tekst)
    for hvem in ("Sagsbehandleren", "Sundhedskoordinatoren"):
        kalender = ical.laes(s.hent(s.raekke(hvem).get_by_role("link", name="Hent kalenderfil")).read_bytes())
        assert kalender["METHOD"] == "REQUEST" and GITTE.fornavn not in str(kalender)
    s.gaa(sag + "indkaldelser/laege/")
    d.kig(s, "indkald lægen")
    s.gaa(sag + "indkaldelser/bisidder/")
    s.skriv("Bisidderens navn", "")
    s.tryk("Lav brevet")
    d.kig(s, "indkald bisidderen, uden navn")
    s.skriv("Bisidderens navn", "Karla Malling")
    s.tryk("Lav brevet")
    s.ser("Brevet er lavet")
    teamets_kalender(d, sekvens=0)


def teamets_kalender(d: Dag, *, sekvens: int) -> None:
    """Made in one press, fetched through the page, and read back: the same entry, one change later."""
    s = d.som("bodil.nordby")
    paa_moededagen(s)
    s.foelg("Indkaldelser")
    d.kig(s, f"teamets indkaldelser, {sekvens} gange ændret")
    s.klik(s.indhold.get_by_role("button", name=re.compile("^Lav .*kalenderfil")).first)
    s.ser("kalenderfiler er lavet")
    link = s.raekke("Inger Thuesen").get_by_role("link", name="Hent kalenderfil").first
    fil = ical.laes(s.hent(link).read_bytes())
    moedet = next(b for b in fil.boern if b.navn == "VEVENT")
    assert int(moedet["SEQUENCE"]) == sekvens
    tekst = moedet.tekst("DESCRIPTION")
    assert tekst.count("sag 2026-") == 9 - sekvens, tekst
    assert not CPR.search(tekst) and not any(m.fornavn in tekst for m in DE_OTTE)


def send(d: Dag, m: Medsag) -> None:
    """To Klinisk Funktion; where something lacks, or it is late, with the reason."""
    s = d.som(m.hos)
    s.gaa(d.site.aaben(m.navn) + "send/")
    d.kig(s, f"send sagen, {'for sent' if 'fristen er overskredet' in s.tekst else 'til tiden'}")
    if s.indhold.locator("[name=grund]").count():
        s.tryk("Send alligevel")
        d.kig(s, "send sagen uden grund")
        if s.indhold.locator("[name=aarsag]").count():  # only of a late one it is asked what made it late
            s.kryds(s.indhold.locator("[name=aarsag]").first)
        s.udfyld(s.indhold.locator("[name=grund]"), "Papirerne er bestilt og kommer før mødet.")
        s.tryk("Send alligevel")
    else:
        s.tryk("Send til Klinisk Funktion")
    s.ser("Sagen er sendt til Klinisk Funktion")


def sagerne_sendes(d: Dag, dag: str) -> None:
    for m in (*DE_OTTE, Medsag(NAJA, "mette.nordby")):
        if m.sendes == dag:
            send(d, m)


def en_sag_tages_af_dagen(d: Dag) -> None:
    """With three hverdage to go: it costs by the terms, and the letter and the calendars are no longer right."""
    s = d.som("bodil.nordby")
    paa_moededagen(s)
    s.foelg("Tag af", inden_i=s.raekke(NAJA))
    s.tryk("Tag sagen af mødet")
    d.kig(s, "tag sagen af mødet, uden grund")
    s.skriv("Hvorfor tages sagen af mødet?", "Hendes bisidder er forhindret, og hun vil vente på ham.")
    s.tryk("Tag sagen af mødet")
    s.ser("Sagen er taget af mødet og venter på en ny dag.")
    paa_moededagen(s)
    assert s.raekke(NAJA).count() == 0
    assert MOEDEDAG.split(" ", 1)[1] in s.h1
    teamets_kalender(d, sekvens=1)
