"""A case of any kind made ready on its own pages: the first thing it says it lacks is opened, and mended there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator

from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL
from tests.forloeb.skaerm import Skaerm

LANGT = "Rehabiliteringsforløbsbeskrivelsesdokumentationen for Annemette Bjerregaard-Thorvaldsen. "
TEKST = (
    LANGT + "Hun har arbejdet i køkken og på lager i elleve år og kan stå op i en halv time ad gangen. " * 3
)
# What is answered when nothing else is said: everything is as it should be, and nothing is assessed in the plan.
NEJ = {"indeholder_vurdering": "Nej", "indsats_13d": "Nej"}
HOEJST = 30


@dataclass
class Klargoering:
    """`skriver`: the plan is written here, else one made elsewhere is laid on the case and ticked off part by part.

    `svar`: answers that are not plain (see NEJ). `attest`: which certificate comes. `kig` inspects a state.
    """

    s: Skaerm
    sag: str
    papir: Path
    kig: Callable[[Skaerm, str], None]
    skriver: bool = False
    svar: Mapping[str, str] = field(default_factory=dict)
    attest: str = "LÆ 265"
    gjort: list[str] = field(default_factory=list)

    def til_den_er_klar(self) -> None:
        """Until the page says that the case is ready. What it lacks must be mendable from the page, each time."""
        for _ in range(HOEJST):
            self.s.gaa(self.sag)
            if re.search(r"Sagen er klar til at blive", self.s.tekst):
                return
            self.ret(self.foerste())
        raise AssertionError(f"Sagen blev ikke klar: {self.gjort}\n{self.s.tekst}")

    def foerste(self) -> Locator:
        """The link of the first thing that is missing; advice is not."""
        punkter = self.s.indhold.locator(".tjekliste").first.locator(".tjekpunkt__handling a")
        assert punkter.count(), f"intet link retter det, der mangler:\n{self.s.tekst}"
        return punkter.first

    def ret(self, link: Locator) -> None:
        self.gjort.append(" ".join(link.inner_text().split()))
        self.s.klik(link)
        sti = self.s.sti
        if sti.endswith("/svar/"):
            self.svar_paa(parse_qs(urlsplit(self.s.side.url).query)["spoergsmaal"][0])
        elif "/forberedende-del/" in sti and self.skriver:
            self.skriv_planen()
        elif "/forberedende-del/" in sti:
            self.laeg_planen_paa()
        elif sti.endswith("/attester/"):
            self.hent_attesten()
        else:
            raise AssertionError(f"»{self.gjort[-1]}« førte til {sti}")

    # --- What a human answers -----------------------------------------------------------------------

    def svar_paa(self, noegle: str) -> None:
        spoergsmaal = SPOERGSMAAL[noegle]
        self.kig(self.s, "et skøn" if spoergsmaal.med_grund else "et spørgsmål")
        self.s.saet(re.compile(f"^{re.escape(self.svar.get(noegle) or NEJ.get(noegle, 'Ja'))}"))
        if spoergsmaal.med_grund:
            self.s.udfyld(
                self.s.indhold.locator("form textarea").first,
                "Det står i papirerne, og jeg har talt med borgeren.",
            )
        self.s.tryk("Gem svaret")
        self.s.ser("Dit svar er gemt på sagen.")

    # --- The forberedende del -----------------------------------------------------------------------

    def skriv_planen(self) -> None:
        """From the part the case pointed at, on to the next and the next, until the whole plan is there."""
        for _ in range(HOEJST):
            navn = self.s.sti.rstrip("/").rsplit("/", 1)[-1]
            if navn == "forberedende-del":
                self.kig(self.s, "den forberedende del, skrevet")
                return
            self.kig(self.s, f"delen {navn}, tom")
            if self.s.side.locator("[name=ingen]").count():
                self.skriv_liste(navn)
            else:
                for felt in self.s.indhold.locator("form.planform textarea").all():
                    self.s.udfyld(felt, TEKST)
            self.s.klik(self.s.indhold.locator(".formular-fod button.button-primary"))
            self.s.ser("er gemt (version")

    def skriv_liste(self, navn: str) -> None:
        if navn != "stk2_beskaeftigelse":
            self.s.kryds(self.s.side.locator("[name=ingen]"))
            return
        for felt in self.s.indhold.locator("fieldset.planraekke").first.locator("textarea, input").all():
            self.s.udfyld(felt, "Praktik på et lager, seks uger, ti timer om ugen.")

    def laeg_planen_paa(self) -> None:
        """A plan in another system's layout: laid on the case, and ticked off (§ 2, stk. 4)."""
        self.s.foelg("Til hele planen")
        if not self.s.indhold.get_by_role("link", name=re.compile("^Sæt hak")).count():
            self.s.foelg("Tilføj en plan, der er lavet et andet sted")
            self.laeg_paa("Rehabiliteringsplan i STAR's skabelon")
            self.s.gaa(self.sag + "forberedende-del/")
        self.kig(self.s, "den forberedende del som et dokument uden hak")
        self.s.foelg("Sæt hak")
        self.kig(self.s, "sæt hak")
        for hak in self.s.indhold.locator("input[name=dele]").all():
            self.s.kryds(hak)
        self.s.tryk("Gem hakkene")
        self.kig(self.s, "den forberedende del som et dokument med hak")

    # --- The læge -----------------------------------------------------------------------------------

    def hent_attesten(self) -> None:
        self.kig(self.s, "attester, ingen endnu")
        if not self.s.indhold.get_by_role("link", name=re.compile("^Kryds af")).count():
            self.s.foelg("Læg en på", inden_i=self.s.indhold)
            self.laeg_paa("Attest fra Lægehuset Havnegade")
            self.s.gaa(self.sag + "attester/")
        self.s.foelg("Kryds af", inden_i=self.s.indhold)
        self.kig(self.s, "kryds af, hvad attesten indeholder")
        self.s.saet(re.compile(rf"\({self.attest}\)$"))
        if self.attest == "LÆ 265":
            self.s.saet(re.compile("^Ja"))
            for punkt in self.s.indhold.locator("input[name=punkter]").all():
                self.s.kryds(punkt)
        self.s.tryk("Gem")
        self.kig(self.s, "attester, krydset af")

    def laeg_paa(self, titel: str) -> None:
        self.s.skriv("Titel", titel)
        self.s.skriv("Dokumentets dato", "20.05.2026")
        self.s.laeg_fil(self.s.indhold.get_by_label("Fil"), self.papir)
        self.s.tryk("Læg på sagen")
        self.s.ser(titel)
