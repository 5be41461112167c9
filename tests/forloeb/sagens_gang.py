"""After a case is ready: sent, handed over, treated at the meeting, decided, planned, begun and closed, each by her own."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Locator

from tests.breve import aflaes
from tests.forloeb.brevsyn import brevet_holder
from tests.forloeb.skaerm import Skaerm
from tests.forloeb.udfaldet import skriv_delene, vaelg

Kig = Callable[[Skaerm, str], None]
MOEDE = re.compile(r"torsdag 11\. juni 2026", re.IGNORECASE)
NAESTE_MOEDE = re.compile(r"torsdag 25\. juni 2026", re.IGNORECASE)
DERFOR = "Du har brug for ro til at komme i gang, og det hele hænger sammen med dit helbred. " * 3


def vaelg_moedet(s: Skaerm, sag: str, kig: Kig) -> None:
    s.gaa(sag)
    s.foelg("Se de mulige dage")
    kig(s, "vælg møde, fristen er ikke angivet")
    s.saet(MOEDE)
    s.tryk("Vælg mødet")
    if s.sti != sag:  # the places the agreement gives the category are taken: the next day there is
        s.ser("Ret et felt", "er taget. Vælg en anden dag, eller byt.")
        s.efterse("vælg møde, dagen er fuld")
        s.saet(NAESTE_MOEDE)
        s.tryk("Vælg mødet")
    s.ser("Mødet er valgt.")


def send(s: Skaerm, sag: str, kig: Kig) -> None:
    s.gaa(sag)
    kig(s, "klar til at blive sendt")
    s.tryk("Send til Klinisk Funktion")
    s.ser("Sagen er sendt til Klinisk Funktion")
    kig(s, "sendt")


def fordel(s: Skaerm, navn: str, kig: Kig) -> None:
    """The sekretariat gives the case to a sundhedskoordinator."""
    s.gaa("/indbakke/")
    kig(s, "indbakken")
    s.vaelg(f"Sundhedskoordinator til {navn}", "Lone Skovgaard")
    s.tryk("Send til Lone", inden_i=s.raekke(navn))
    s.ser("er givet til Lone Skovgaard")


def hold_moedet(s: Skaerm, sag: str, udfald: str, overskrift: str, kig: Kig) -> None:
    s.gaa(sag)
    s.foelg("Åbn mødet")
    kig(s, f"mødet, før udfaldet er valgt: {overskrift}")
    vaelg(s, overskrift)
    kig(s, f"mødet, {udfald} er valgt")
    skriv_delene(s, udfald)
    s.tryk("Notér resten til stede")
    s.ser("Alle dele er med")
    s.tryk("Afgiv indstilling")
    kig(s, f"afgiv: {udfald}")
    s.saet("Begrundelsen er god nok")
    s.tryk("Afgiv indstilling")
    s.ser("Indstillingen er afgivet og låst.")
    kig(s, f"afgivet: {udfald}")


def traef_afgoerelse(s: Skaerm, sag: str, kig: Kig, *, hvad: str) -> None:
    """The kommune's own act, and its letter."""
    s.gaa(sag)
    s.foelg("Træf afgørelse")
    if s.sti.endswith("/afgoerelse/"):
        kig(s, f"afgørelsen mangler: {hvad}")
        s.foelg("Træf afgørelse")
    kig(s, f"træf afgørelse: {hvad}")
    if s.indhold.get_by_label("Borgeren får det").count():
        s.saet("Borgeren får det")
    if s.indhold.get_by_label("Ressourceforløbet begynder").count():
        s.skriv("Ressourceforløbet begynder", "27.05.2026")
    s.skriv("Derfor", DERFOR)
    s.skriv("Det sker der nu", "Mette ringer på fredag.")
    s.skriv("Klagevejledning", "Skriv eller ring til os, hvis du vil klage.")
    s.tryk("Træf afgørelsen og lav brevet")
    s.ser("Sagen er afgjort, og brevet til borgeren ligger på sagen.")
    kig(s, f"afgjort: {hvad}")
    pdf = s.pdf(s.adresse_paa("Læs det"))
    brevet_holder(pdf, "Afgørelse i din sag")
    assert "Du har brug for ro" in aflaes.tekst(pdf)


def laeg_planen(s: Skaerm, sag: str, kig: Kig) -> None:
    s.gaa(sag + "afgoerelse/")
    s.foelg("Skriv indsatsplan")
    s.saet("I en særskilt indsatsdel, som skrives her")
    s.saet("Et konkret mål")
    s.skriv("Mål for job eller uddannelse", "Et job i en butik, femten timer om ugen.")
    s.skriv("Sundhed: delmål", "En fast ugerytme og mindre smerte.")
    s.skriv("Sundhed: hvorfor", "Så kan praktikken blive til timer.")
    s.vaelg("Gives efter", "LAB kap. 11 · virksomhedspraktik", nr=0)
    s.vaelg("Gives efter", "Sundhedsloven · kommunens eget sundhedstilbud, fx genoptræning", nr=1)
    for nr in (0, 1):
        s.vaelg("Område", ("Beskæftigelse", "Sundhed")[nr], nr=nr)
        s.skriv("Begynder", "08.06.2026", nr=nr)
        s.skriv("Ansvarlig", "Inger Thuesen", nr=nr)
        s.skriv("Mål på kort sigt", "To timer om dagen", nr=nr)
    s.skriv("Planen gælder fra", "27.05.2026")
    s.skriv("Planen gælder til og med", "27.11.2026")
    s.saet(re.compile(r"^Ja$"), nr=0)
    s.skriv("Mentorens rolle og opgaver", "En fra netværket følger med de første gange.")
    kig(s, "indsatsplanen, udfyldt")
    s.tryk("Gør planen færdig")
    s.tryk("Gør planen færdig")
    s.ser("Indsatsplanen er færdig")
    kig(s, "planen er lagt")


def foerste_indsats_begynder(s: Skaerm, sag: str, kig: Kig) -> None:
    """Granted is not begun: the kommune follows up until the first effort has."""
    s.gaa(sag)
    forloeb = s.indhold.get_by_role("link", name="Åbn forløbet").count() > 0
    s.foelg("Åbn forløbet" if forloeb else "Registrér start", inden_i=s.indhold)
    s.ser("Ikke begyndt")
    if forloeb:
        kig(s, "forløbet, før noget er begyndt")
        s.foelg("Registrér start", inden_i=s.indhold.locator("table.indsatser"))
        kig(s, "registrér en start i forløbet")
        s.skriv("Begyndt", "27.05.2026")
        s.saet("Indsatsen står i indsatsdelen")
        s.skriv("Skrevet ind den", "27.05.2026")
        s.tryk("Gem oplysningen")
        s.ser("Tæller")
        kig(s, "forløbet, når den første indsats er begyndt")
    else:
        kig(s, "registrér en start")
        s.kryds(s.indhold.get_by_role("radio").first)
        s.skriv("Begyndt", "27.05.2026")
        s.tryk("Registrér")
        s.ser("Det er registreret.", "27.05.2026")
        kig(s, "en start er registreret")
    s.gaa(sag)
    assert "Ingen indsats er begyndt endnu" not in s.tekst


def afslut(s: Skaerm, sag: str, kig: Kig) -> None:
    s.gaa(sag)
    s.foelg("Afslut sagen", inden_i=s.indhold)
    kig(s, "afslut sagen")
    s.saet(re.compile("^Gennemført"))
    s.skriv("Kort om, hvordan den endte", "Borgeren er i gang.")
    s.tryk("Afslut sagen")
    s.ser("Afsluttet")
    kig(s, "afsluttet")


def intet_moede_tilbydes(s: Skaerm, sag: str) -> None:
    """No link and no button to a meeting or to the region, and no way in by the address."""
    s.gaa(sag)
    s.ser("Der er intet møde")
    veje: Locator = s.indhold.locator(
        "a[href*='vaelg-moede'], a[href*='/moede/'], a[href$='/send/'], [action$='/send/']"
    )
    assert veje.count() == 0, [v.get_attribute("href") for v in veje.all()]
    assert s.gaa(sag + "vaelg-moede/") == 403 or s.sti == sag
    s.gaa(sag + "send/")
    assert s.sti == sag
    s.ser("Der er ikke sendt noget.")
