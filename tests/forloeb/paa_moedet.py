"""The story in the region and at the meeting: all papers as one, the signed note, and the team's indstilling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pikepdf import OutlineItem

from tests.breve import aflaes
from tests.forloeb.brevsyn import brevet_holder
from tests.forloeb.sagsgang import NAVN, Sagsgang


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
    s.side.locator(".ark img").first.evaluate(
        "i => i.decode().catch(() => null)"
    )  # the picture of the page is there
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
    s.ser("Ret 4 felter")
    s.efterse("notat, når noget mangler")
    s.skriv("Skånehensyn", "Skift af stilling hver halve time de første tre måneder.")
    s.skriv("Kommunale tilbud, der kan støtte", "Genoptræning på hold sammen med praktikken.")
    s.skriv("Behov for mere dokumentation", "Nej.")
    s.skriv("Behov for vurdering hos Klinisk Funktion", "Nej, papirerne siger nok.")
    s.tryk("Læs igennem og underskriv")
    assert s.h1 == "Underskriv notatet?"
    s.ser("Skift af stilling", "Behov for vurdering hos Klinisk Funktion", "Nej, papirerne siger nok.")
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
