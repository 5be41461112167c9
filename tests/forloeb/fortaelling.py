"""One citizen's way from "six months are up" to the kommune's plan, told once and played with and without scripts.

Each function is one person at her own screen. `Skaerm.efterse` inspects every page on the way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pikepdf import OutlineItem

from tests.breve import aflaes
from tests.forloeb.skaerm import Skaerm

NAVN = "Birgitte Holm Andresen"
RESUME = (
    "Birgittes praktik på Nordby Genbrug skulle være begyndt i januar. Hun blev opereret, og pladsen gik til en "
    "anden. Vi fandt en ny plads i maj; den begynder 8. juni. Mentoren har hun haft hele vejen.\n\n"
    "Birgitte siger selv, at ventetiden har været det værste, og at hun er klar."
)
GRUND_AENDRING = "Operationen er overstået, og ryggen har det som før. Hverdagen og målet er de samme."

Aabn = Callable[..., Skaerm]


@dataclass
class Sagsgang:
    """What is carried from one person's screen to the next: the addresses of the forløb and the case."""

    aabn: Aabn
    js: bool
    papirer: Path
    forloeb: str = ""
    sag: str = ""
    skaerm: Skaerm | None = None

    def som(self, brugernavn: str) -> Skaerm:
        """This person's screen; the one before her has gone home."""
        if self.skaerm:
            self.skaerm.omraade.close()
        self.skaerm = self.aabn(brugernavn, js=self.js)
        return self.skaerm


def sagsbehandleren_ser_at_seks_maaneder_er_gaaet(g: Sagsgang) -> None:
    s = g.som("mette.nordby")
    assert s.h1 == "Mit arbejde"
    s.ser("Begynd her", NAVN, "2 dage over")
    s.efterse("mit arbejde")
    s.foelg(NAVN)
    g.forloeb = s.sti
    assert s.h1 == "Sagen skal for rehabiliteringsteamet igen"
    s.ser(
        "2 dage over",
        "mandag 25. maj 2026",
        "§ 17, stk. 1",
        "Sådan er der talt",
        "182 af 182",
        "7 dage overlapper",
        "Tæller ikke",
        "Ikke begyndt",
        "Hvad ville ændre svaret?",
        "Hvor loven kan læses på flere måder",
        "BEK 2408/2021",
    )
    s.efterse("forløbet, når de seks måneder er gået")


def en_ny_oplysning_flytter_fristen_og_tages_tilbage(g: Sagsgang) -> None:
    s = g.som("mette.nordby")
    s.gaa(g.forloeb)
    s.foelg("Registrér oplysning")
    s.efterse("vælg, hvad der skal registreres")
    s.foelg("En periode, hvor borgeren er fritaget")
    s.efterse("ny periode")
    s.tryk("Gem oplysningen")
    s.ser("Vælg et grundlag.")
    s.efterse("ny periode med fejl")
    s.vaelg("Grundlag", "Fritaget for at stå til rådighed · LAS § 13, stk. 7")
    s.skriv("Fra og med", "16.02.2026")
    s.skriv("Til og med", "17.02.2026")
    s.tryk("Gem oplysningen")
    assert s.sti == g.forloeb
    s.ser("Fristen flyttede fra 25.05.2026 til 27.05.2026, fordi")
    assert s.h1 == "De seks måneder er ikke gået endnu"
    s.efterse("forløbet efter en ny oplysning")
    raekke = (
        s.indhold.get_by_role("row").filter(has_text="16.02.2026 – 17.02.2026").filter(has_text="Tag tilbage")
    )
    s.foelg("Tag tilbage", inden_i=raekke)
    s.skriv("Hvorfor tages den tilbage?", "Fritagelsen gjaldt en anden borger.")
    s.efterse("tag oplysningen tilbage")
    s.tryk("Tag oplysningen tilbage")
    s.ser("Fristen flyttede fra 27.05.2026 til 25.05.2026")
    assert s.h1 == "Sagen skal for rehabiliteringsteamet igen"


def sagen_genoptages(g: Sagsgang) -> None:
    s = g.som("mette.nordby")
    s.gaa(g.forloeb)
    s.foelg("Genoptag sag")
    s.ser("Den gamle sag ændres ikke.", "Det følger med", "Det mangler bagefter")
    s.efterse("genoptag sag")
    s.tryk("Genoptag sag")
    g.sag = s.sti
    assert re.fullmatch(r"/sag/[0-9a-f-]{36}/", g.sag)
    s.ser("Genforelæggelsessag", "mangler, før sagen er klar", "Vælg møde", "Skriv resumé")
    s.efterse("sagen, når den lige er genoptaget")


def sagen_goeres_klar(g: Sagsgang) -> None:
    s = g.som("mette.nordby")
    s.gaa(g.sag)
    s.foelg("Skriv resumé")
    s.efterse("resumé, tomt")
    s.skriv("Hvad er der sket siden sidste møde?", RESUME)
    s.tryk("Gem kladde")
    s.ser("Kladden er gemt.")
    s.efterse("resumé, kladde")
    s.tryk("Gør færdigt")
    s.ser("Resuméet er gjort færdigt")
    s.efterse("sagen med resumé")

    s.foelg("Tilføj dokument")
    s.efterse("tilføj dokument")
    s.tryk("Læg på sagen")
    s.ser("Skriv en titel")
    s.efterse("tilføj dokument med fejl")
    s.vaelg("Hvad er det for et dokument?", "Dokumentation til resuméet")
    s.skriv("Titel", "Opfølgningsnotat, marts")
    s.skriv("Dokumentets dato", "18.03.2026")
    s.indhold.get_by_label("Fil").set_input_files(g.papirer / NAVN / "Opfølgningsnotat, marts.pdf")
    s.tryk("Læg på sagen")
    s.ser("Opfølgningsnotat, marts")

    s.foelg("Vurdér")
    s.efterse("er situationen ændret")
    s.tryk("Gem vurderingen")
    s.ser("Vælg ja eller nej.")
    s.efterse("er situationen ændret, med fejl")
    s.saet("Nej")
    s.skriv("Hvad lægger du vægt på?", GRUND_AENDRING)
    s.tryk("Gem vurderingen")
    s.ser("Er borgerens situation ændret væsentligt? Nej", GRUND_AENDRING)


def moedelederen_opretter_et_ekstra_moede(g: Sagsgang) -> None:
    s = g.som("karsten.nordby")
    s.foelg("Møder")
    s.ser("Kommende", "torsdag 11. juni 2026")
    s.efterse("møder")
    s.foelg("Opret mødedag")
    s.tryk("Opret mødedagen")
    s.ser("Skriv, hvor mødet holdes.")
    s.efterse("opret mødedag med fejl")
    s.skriv("Dato", "01.06.2026")
    s.skriv("Klokkeslæt", "13.00")
    s.skriv("Sted", "Rådhuset, lokale 2.14")
    s.vaelg("Mødeleder", "Karsten Bøgh Lindberg")
    s.tryk("Opret mødedagen")
    s.ser("Mødedagen er oprettet.")


def moedet_vaelges_for_taet_paa_og_flyttes(g: Sagsgang) -> None:
    s = g.som("mette.nordby")
    s.gaa(g.sag)
    s.foelg("Vælg møde")
    s.ser("For sent", "Send senest onsdag 3. juni 2026", "5 hverdage", "Grundlovsdag")
    s.efterse("vælg møde")
    s.saet(re.compile(r"mandag 1\. juni 2026", re.IGNORECASE))
    s.tryk("Vælg mødet")
    s.efterse("vælg møde, for sent uden grund")
    s.skriv("Hvorfor vælges et møde", "Praktikken begynder 8. juni, og planen skal ligge før.")
    s.tryk("Vælg mødet")
    s.ser("Skulle være sendt senest")
    s.efterse("sagen med et møde, der er for tæt på")
    s.foelg("Flyt mødet")
    s.saet(re.compile(r"torsdag 11\. juni 2026", re.IGNORECASE))
    s.tryk("Flyt mødet")
    s.ser("Sagen skal sendes senest onsdag 3. juni 2026")


def sagen_sendes(g: Sagsgang) -> None:
    s = g.som("mette.nordby")
    s.gaa(g.sag)
    s.ser(
        "Sagen er klar til at blive sendt", "Send senest", "Onsdag 3. juni 2026", "5 hverdage", "Grundlovsdag"
    )
    s.efterse("sagen, når alt er klar")
    s.tryk("Send til Klinisk Funktion")
    s.ser("Sagen er sendt til Klinisk Funktion", "Rettidig")
    s.efterse("sagen, når den er sendt")


def sekretariatet_sender_videre(g: Sagsgang) -> None:
    s = g.som("pia.region")
    assert s.h1 == "Indbakke"
    s.ser(NAVN, "Nordby Kommune", "Send senest onsdag 3. juni 2026")
    s.efterse("indbakken")
    s.tryk("Send", inden_i=s.raekke(NAVN))
    s.ser("Vælg en sundhedskoordinator.")
    s.efterse("indbakken med fejl")
    s.vaelg(f"Sundhedskoordinator til {NAVN}", "Lone Skovgaard")
    s.tryk("Send til Lone" if g.js else "Send", inden_i=s.raekke(NAVN))
    s.ser("er givet til Lone Skovgaard")
    s.efterse("indbakken, når en sag er sendt videre")


def koordinatoren_laeser_alt_samlet(g: Sagsgang) -> None:
    s = g.som("lone.region")
    assert s.h1 == "Mine sager"
    s.ser(NAVN)
    s.efterse("mine sager")
    s.foelg("Åbn alle dokumenter", inden_i=s.raekke(NAVN))
    assert s.h1 == "Alle dokumenter"
    s.ser("10 dokumenter", "Nyt", "Ulæst", "fulgte med", "Opfølgningsnotat, marts")
    s.efterse("alle dokumenter")
    s.foelg("Næste ulæste")
    s.ser("Bilag 1:")
    s.efterse("alle dokumenter, ét valgt")
    pdf = s.hent(s.indhold.get_by_role("link", name="Hent samlet PDF"))
    den_samlede_pdf_holder(pdf.read_bytes())
    s.gaa(g.sag + "alle-dokumenter/")
    assert "Ulæst" not in s.tekst.replace("Ulæste", "")


def den_samlede_pdf_holder(pdf: bytes) -> None:
    """One page of contents, bookmarks to each of ten documents, and a stamp on each page of them."""
    with aflaes.aabn(pdf) as doc, doc.open_outline() as bogmaerker:
        ialt = len(doc.pages) - 1
        alle = [str(b.title) for b in _flad(bogmaerker.root)]
    assert sum("Opfølgningsnotat, marts" in titel for titel in alle) == 1, alle
    assert any("Forberedende del" in titel for titel in alle), alle
    tekst = aflaes.tekst(pdf)
    assert NAVN in tekst and "Opfølgningsnotat, marts" in tekst
    for nr in range(1, 11):
        assert re.search(rf"Bilag {nr} · side 1 af \d+", tekst), f"Bilag {nr} er ikke stemplet"
    assert f"side {ialt} af {ialt}" in tekst


def _flad(led: Iterable[OutlineItem]) -> Iterator[OutlineItem]:
    for et in led:
        yield et
        yield from _flad(et.children)


def koordinatoren_skriver_under(g: Sagsgang) -> None:
    s = g.som("lone.region")
    s.foelg("Skriv notat", inden_i=s.raekke(NAVN))
    s.efterse("notat, tomt")
    s.skriv("Funktionsniveau", "Birgitte kan sidde 20 minutter og løfte 5 kilo.")
    s.tryk("Gem kladde")
    s.ser("Kladden er gemt.")
    s.tryk("Læs igennem og underskriv")
    s.ser("Ret 3 felter")
    s.efterse("notat, når noget mangler")
    s.skriv("Skånehensyn", "Skift af stilling hver halve time de første tre måneder.")
    s.skriv("Kommunale tilbud, der kan støtte", "Genoptræning på hold sammen med praktikken.")
    s.skriv("Behov for mere dokumentation", "Nej.")
    s.tryk("Læs igennem og underskriv")
    assert s.h1 == "Underskriv notatet?"
    s.ser("Skift af stilling")
    s.efterse("underskriv notatet")
    s.tryk("Underskriv")
    s.ser("Notatet er underskrevet og låst.")
    s.efterse("notat, underskrevet")


def teamet_giver_sin_indstilling(g: Sagsgang) -> None:
    s = g.som("karsten.nordby")
    s.foelg("Møder")
    s.foelg("Torsdag 11. juni 2026")
    s.ser(NAVN, "Søren Aagaard Lund")
    s.efterse("mødedagen")
    s.foelg("Hold mødet", inden_i=s.raekke(NAVN))
    assert s.h1 == "Birgitte"
    assert "Holm Andresen" not in s.side.locator("body").inner_text(), "efternavnet ses i mødelokalet"
    s.ser(
        "Egne ord fra Birgitte",
        "Fem svar mangler: årsagen, indsatser, opfølgning",
    )
    s.efterse("mødet, når det begynder")
    s.skriv("Det, teamet har drøftet om årsagen", "Operationen og den mistede praktikplads.")
    s.tryk("Afgiv indstilling")
    s.ser("Svar på, om teamet ønsker at se sagen igen.")
    s.efterse("mødet, når indstillingen mangler noget")
    s.skriv("Indsats 1", "Virksomhedspraktik, Nordby Genbrug")
    s.vaelg("Område", "Beskæftigelse", nr=0)
    s.skriv("Begynder", "08.06.2026", nr=0)
    s.skriv("Ansvarlig", "Inger Thuesen", nr=0)
    s.skriv("Indsats 2", "Genoptræning på hold, Nordby Træningscenter")
    s.vaelg("Område", "Sundhed", nr=1)
    s.skriv("Begynder", "10.06.2026", nr=1)
    s.skriv("Ansvarlig", "Dorthe Vang Ebbesen", nr=1)
    s.skriv("Hvem følger op, hvordan og hvornår?", "Mette ringer hver fredag den første måned.")
    s.saet("Nej")
    s.vaelg("Sundhedskoordinator: til stede?", "Ikke til stede")
    s.tryk("Notér resten til stede")
    s.ser("Alle dele er med")
    s.efterse("mødet, når alle dele er med")
    s.tryk("Afgiv indstilling")
    assert s.h1 == "Afgiv indstillingen for Birgitte?"
    s.ser("Indstillingen låses, når den afgives.", "Operationen og den mistede praktikplads.")
    s.efterse("afgiv indstilling")
    s.tryk("Afgiv indstilling")
    s.ser("Indstillingen er afgivet og låst.")
    s.efterse("sagen, når indstillingen er afgivet")
    pdf = s.pdf(s.adresse_paa("Åbn indstillingen som PDF"))
    brevet_holder(pdf, "Indstilling fra rehabiliteringsteamet")
    tekst = aflaes.tekst(pdf)
    assert NAVN in tekst
    assert "Operationen og den mistede praktikplads." in tekst and "Nordby Genbrug" in tekst


def brevet_holder(pdf: bytes, titel: str) -> None:
    """A letter says it is PDF/UA-1 and PDF/A-2a, which language it is in and what it is called, and is tagged."""
    with aflaes.aabn(pdf) as doc, doc.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert meta["pdfaid:part"] == "2" and meta["pdfaid:conformance"] == "A"
        assert meta["dc:title"] == titel
        assert str(doc.Root.Lang).lower().startswith("da")
        assert doc.Root.MarkInfo.Marked and doc.Root.ViewerPreferences.DisplayDocTitle
        assert "H1" in {navn for navn, _ in aflaes.maerker(doc)}


def kommunen_traeffer_afgoerelse(g: Sagsgang) -> None:
    """Its own act after the indstilling, with the letter that tells it."""
    s = g.som("mette.nordby")
    s.gaa(g.sag)
    s.foelg("Træf afgørelse")
    assert s.h1 == "Kommunen skal træffe afgørelse"
    s.efterse("afgørelsen mangler")
    s.foelg("Kommunen vil ikke følge indstillingen")
    s.ser("når teamet har set på den igen")
    s.efterse("kommunen vil ikke følge indstillingen")
    s.foelg("Fortryd")
    s.foelg("Træf afgørelse")
    s.tryk("Træf afgørelsen og lav brevet")
    s.ser("Skriv, hvorfor afgørelsen er, som den er.")
    s.efterse("træf afgørelse, når noget mangler")
    s.skriv("Derfor", "Du har brug for en rolig start. Praktik og træning hjælper hinanden.")
    s.skriv("Det sker der nu", "Mette ringer på fredag. Du begynder i praktik 8. juni.")
    s.skriv("Klagevejledning", "Skriv eller ring til os, hvis du vil klage.")
    s.tryk("Træf afgørelsen og lav brevet")
    s.ser("Sagen er afgjort, og brevet til borgeren ligger på sagen.", "Digital Post er ikke forbundet.")
    s.efterse("afgørelsen er truffet")
    pdf = s.pdf(s.adresse_paa("Læs det"))
    brevet_holder(pdf, "Afgørelse i din sag")
    tekst = aflaes.tekst(pdf)
    assert "Praktik og træning hjælper hinanden." in tekst and "bisidder" in tekst


def kommunen_laegger_sin_plan(g: Sagsgang) -> None:
    s = g.som("mette.nordby")
    s.gaa(g.sag)
    s.foelg("Skriv indsatsplan")
    s.ser("udfyldt fra teamets indstilling")
    assert s.indhold.get_by_label("Indsats 1").input_value() == "Virksomhedspraktik, Nordby Genbrug"
    s.efterse("indsatsplan, udfyldt fra indstillingen")
    s.tryk("Gør planen færdig")
    s.ser("Tag stilling til, om der er behov for en mentor.")
    s.efterse("indsatsplan, når noget mangler")
    s.saet("I en særskilt indsatsdel, som skrives her")
    s.saet("Et konkret mål")
    s.skriv("Mål for job eller uddannelse", "Et fleksibelt job i genbrug med tunge løft på hjælpemidler.")
    s.skriv("Sundhed: delmål", "Styrke i ryggen og en fast ugerytme.")
    s.skriv("Sundhed: hvorfor", "Så kan praktikken blive til timer.")
    s.vaelg("Gives efter", "LAB kap. 11 · virksomhedspraktik", nr=0)
    s.vaelg("Gives efter", "Sundhedsloven · kommunens eget sundhedstilbud, fx genoptræning", nr=1)
    s.skriv("Mål på kort sigt", "To timer om dagen", nr=0)
    s.skriv("Mål på kort sigt", "Møder hver uge", nr=1)
    s.skriv("Planen gælder fra", "08.06.2026")
    s.skriv("Planen gælder til og med", "07.12.2026")
    s.saet(re.compile(r"^Ja$"), nr=0)
    s.skriv("Mentorens rolle og opgaver", "Birgitte beholder sin mentor, som følger hende de første gange.")
    s.tryk("Gør planen færdig")
    assert s.h1 == "Gør indsatsplanen færdig?"
    s.ser("Planen låses", "Virksomhedspraktik, Nordby Genbrug")
    s.efterse("gør indsatsplanen færdig")
    s.tryk("Gør planen færdig")
    s.ser("Indsatsplanen er færdig og ligger på sagen som PDF.", "Ingen indsats er begyndt endnu")
    s.efterse("sagen, når planen er lagt")
    pdf = s.pdf(s.adresse_paa("Åbn planen som PDF"))
    brevet_holder(pdf, "Indsatsplan")
    assert "Styrke i ryggen" in aflaes.tekst(pdf)
    s.foelg("Til Min Plan")
    s.ser("Rehabteam kan ikke skrive i styrelsens Min Plan.")
    s.efterse("til Min Plan")
    s.gaa(g.forloeb)
    s.ser("Genoptræning på hold, Nordby Træningscenter", "Ingen indsats er begyndt endnu")
    assert s.raekke("Virksomhedspraktik, Nordby Genbrug").count() >= 1
    s.efterse("forløbet efter genforelæggelsen")


HELE = (
    sagsbehandleren_ser_at_seks_maaneder_er_gaaet,
    en_ny_oplysning_flytter_fristen_og_tages_tilbage,
    sagen_genoptages,
    sagen_goeres_klar,
    moedelederen_opretter_et_ekstra_moede,
    moedet_vaelges_for_taet_paa_og_flyttes,
    sagen_sendes,
    sekretariatet_sender_videre,
    koordinatoren_laeser_alt_samlet,
    koordinatoren_skriver_under,
    teamet_giver_sin_indstilling,
    kommunen_traeffer_afgoerelse,
    kommunen_laegger_sin_plan,
)
