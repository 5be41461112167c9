"""The team's outcome at the meeting: chosen, and every part of it written."""

from __future__ import annotations

import re

from rehabteam.sager.indstillingsdele import dele, spoergsmaal, tekstdele
from rehabteam.web.formularer.indstillingsfelter import delfelt
from tests.forloeb.skaerm import Skaerm

LANGT = "Det er prøvet i to praktikker på lager og i butik, ti timer om ugen. Begge gange måtte timerne ned efter få dage. "


def vaelg(s: Skaerm, overskrift: str) -> None:
    s.saet(re.compile(f"^{overskrift}"))
    s.tryk("Vælg, og gå videre")
    s.ser(overskrift, "Valgt", "Her er det, indstillingen skal sige.")


def skriv_delene(s: Skaerm, udfald: str) -> None:
    for d in tekstdele(udfald):
        s.udfyld(s.indhold.locator(f"[name={delfelt(d.noegle)}]"), f"{d.overskrift}: {LANGT * 3}")
    if any(d.noegle == "indsatser" for d in dele(udfald)):
        s.skriv("Indsats 1", "Virksomhedspraktik i en butik med skånehensyn og en fast kontaktperson")
        s.vaelg("Nr. i rækken", "2", nr=0)
        s.skriv("Indsats 2", "Mestringskursus")
        s.vaelg("Nr. i rækken", "1", nr=1)
        s.udfyld(s.indhold.locator("[name=opfoelgning]"), "Hver anden uge. Der er brug for en mentor.")
        s.kryds(s.indhold.get_by_role("group", name="Ønsker teamet at se sagen igen?").get_by_label("Nej"))
    for spm in spoergsmaal(udfald):
        s.kryds(s.indhold.get_by_role("group", name=spm.overskrift).get_by_label("Ja"))
