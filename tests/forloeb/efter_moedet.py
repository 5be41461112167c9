"""The story's end in the kommune: its own decision, and its own plan."""

from __future__ import annotations

import re

from tests.breve import aflaes
from tests.forloeb.brevsyn import brevet_holder
from tests.forloeb.sagsgang import Sagsgang


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
