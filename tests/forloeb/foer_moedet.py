"""The story until the case is with the region: six months are up, the case is made ready, and sent."""

from __future__ import annotations

import re

from tests.forloeb.sagsgang import NAVN, Sagsgang

RESUME = (
    "Birgittes praktik på Nordby Genbrug skulle være begyndt i januar. Hun blev opereret, og pladsen gik til en "
    "anden. Vi fandt en ny plads i maj; den begynder 8. juni. Mentoren har hun haft hele vejen.\n\n"
    "Birgitte siger selv, at ventetiden har været det værste, og at hun er klar."
)
GRUND_AENDRING = "Operationen er overstået, og ryggen har det som før. Hverdagen og målet er de samme."


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
    s.udfyld(s.indhold.locator("[name=grund]"), "Birgitte kan ikke komme den 1. juni.")
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
    oeverst = s.indhold.get_by_role("region", name=NAVN)  # a refused case is taken out of its row
    assert (
        "Sagen er ikke sendt videre" in oeverst.inner_text() and "Står øverst" in s.raekke(NAVN).inner_text()
    )
    s.vaelg(f"Sundhedskoordinator til {NAVN}", "Lone Skovgaard")
    s.tryk("Send til Lone" if g.js else "Send igen", inden_i=oeverst)
    s.ser("er givet til Lone Skovgaard")
    s.efterse("indbakken, når en sag er sendt videre")
