"""Where the law can be read in more than one way: the question, our reading, the other one. One list for all rules.

`vises`: the other reading is worked out beside the answer; otherwise it is only kept here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.vurdering import Laesning


@dataclass(frozen=True, slots=True)
class Tvivl:
    """An open question: its number, the provision, the question, the reading used and the other one."""

    nr: str
    hvor: str
    spoergsmaal: str
    vores: str
    anden: str
    vises: bool = False

    def laesning(
        self, frist: date | None, anden_frist: date | None, resultat: str, andet_resultat: str
    ) -> Laesning:
        """The question put to one case, with what each reading gives."""
        return Laesning(
            self.nr, self.spoergsmaal, self.vores, self.anden, frist, anden_frist, resultat, andet_resultat
        )


_ALLE = (
    Tvivl("T1", "§ 17, stk. 1", "Er dagen med samme dato stadig i tide?", "Ja, til og med", "Nej, dagen før", True),
    Tvivl(
        "T2", "§ 17, stk. 1", "Hvilken dag svarer til månedens sidste?",
        "Samme dato, ellers månedens sidste", "Månedens sidste bliver månedens sidste", True,
    ),
    Tvivl(
        "T3", "§ 17, stk. 1", "Fristen falder på en fridag",
        "Flyttes ikke: der måles, om noget er sket", "Næste hverdag", True,
    ),
    Tvivl(
        "T4", "§ 17, stk. 3", "Holdes startdagen også ude?",
        "Nej, der tælles fra dagen efter start", "Ja, en dag længere", True,
    ),
    Tvivl(
        "T5", "§ 17, stk. 3", "Hvordan tælles der, når en periode holdes ude lige fra start?",
        "Samme antal dage, talt efter perioden", "Seks nye kalendermåneder efter perioden", True,
    ),
    Tvivl(
        "T6", "§ 17, stk. 4-6",
        "Forlænger perioder, der holdes ude, også vinduet for løntimer, § 15-løntilskud og STU?",
        "Nej, kun de første seks måneder", "Ja, helt til fristen", True,
    ),
    Tvivl(
        "T7", "§ 17, stk. 4", "Er løn under sygdom eller ferie timer i ordinær ansættelse?",
        "Et menneske skal vurdere", "Ja, timerne tæller", True,
    ),
    Tvivl(
        "T8", "§ 17, stk. 1", "Hvornår er en indsats påbegyndt?",
        "Første gang borgeren faktisk deltager, uden krav til omfang", "Når borgeren deltager i et omfang, der batter",
    ),
    Tvivl(
        "T9", "§ 17, stk. 2", "Fra hvornår tæller en indsats, der først senere kom i indsatsdelen?",
        "Fra den dag, den kom i indsatsdelen", "Fra den dag, den begyndte", True,
    ),
    Tvivl(
        "T10", "§ 17, stk. 2", "Er en ældre indsats, der genoptages, en ny start?",
        "Nej, kun med ny bevilling eller nyt indhold", "Ja, genoptagelsen tæller",
    ),
    Tvivl(
        "T11", "§ 17, stk. 1", "Gælder reglen igen efter 12 måneder eller mellem to indsatser?",
        "Nej, kun én gang", "Ja, hver gang der går seks måneder",
    ),
    Tvivl(
        "T12", "LAB § 113, stk. 2, 2. pkt.", "Hvad er særlige grunde?",
        "Et menneskes skriftlige afgørelse; en snarlig start er ikke nok alene", "En bredere brug",
    ),
    Tvivl(
        "T13", "Proceduren", "Er lørdag, grundlovsdag, juleaftensdag og nytårsaftensdag hverdage?",
        "Nej, det sikre valg", "Ja, kun søndage og helligdage er det ikke", True,
    ),
    Tvivl(
        "T14", "Proceduren", "Hvad betyder »5 hverdage inden«?",
        "Den femte hverdag før mødet er sidste dag", "Fem hele hverdage skal ligge imellem", True,
    ),
    Tvivl("T15", "§ 20, stk. 1", "Hvornår er en sag forelagt?", "Den dag teamet holder møde", "Den dag sagen indsendes"),
    Tvivl("T16", "LAB § 109", "Hvad betyder »inden 4 uger«?", "Samme ugedag er med", "Dagen før er den sidste", True),
    Tvivl(
        "T17", "§ 15, stk. 1", "Erstatter listen for selvstændige den i § 3?",
        "Ja, listen i § 3, stk. 1; resten af § 3 gælder stadig", "Nej, begge lister gælder",
    ),
    Tvivl(
        "T18", "§ 5, stk. 2", "Hvilke korte forløb er undtaget fra seks måneder ad gangen?",
        "Jobafklaringsforløb og sygedagpenge, når de er under seks måneder", "Alle jobafklaringsforløb",
    ),
    Tvivl(
        "T19", "§ 18", "Er resuméet nye oplysninger?",
        "Nej, det hører til proceduren og kræves altid", "Ja, kun efter en væsentlig ændring",
    ),
    Tvivl(
        "T20", "§ 21", "Gælder reglen for et ressourceforløb, der begyndte før 2022?",
        "Et menneske skal vurdere", "Ja, for alle",
    ),
    Tvivl(
        "T21", "§ 3, stk. 4", "Skal sagstypen angives i en sag om tilskud?",
        "Det anbefales, men er ikke et krav", "Ja, på samme måde som i de andre sager",
    ),
    Tvivl(
        "T22", "§ 12, stk. 1", "Kan § 12 bruges uden lægens vurdering, når § 4 ikke nævner det?",
        "Ja, § 12 er den særlige regel", "Nej",
    ),
    Tvivl(
        "T23", "§ 17, stk. 1", "Tæller en indsats efter barnets lov fra 2024?",
        "Et menneske skal vurdere", "Ja, som efter serviceloven", True,
    ),
    Tvivl(
        "T24", "§ 17, stk. 1", "Er der en sidste dag for mødet, når sagen skal for teamet igen?",
        "Nej, men uden unødigt ophold", "Et bestemt antal dage",
    ),
    Tvivl("T25", "Proceduren", "Hvornår begynder de seks måneder?",
          "Ved ressourceforløbets start", "Ved sidste møde i teamet"),
    Tvivl(
        "T26", "Proceduren", "Hvad er et »tilbud«?",
        "Alt, hvad bekendtgørelsen og loven nævner", "Kun tilbud efter lov om en aktiv beskæftigelsesindsats",
    ),
    Tvivl(
        "T27", "CPR-loven § 28", "Er dagen et år efter stadig beskyttet?",
        "Ja, til og med: tvivlen går borgeren til gode", "Nej, dagen før er den sidste", True,
    ),
    Tvivl(
        "T28", "Offentlighedsloven § 36, stk. 2", "Tæller modtagelsesdagen med?",
        "Nej, der tælles fra dagen efter", "Ja, og så er fristen en hverdag kortere", True,
    ),
    Tvivl(
        "T29", "Offentlighedsloven § 36, stk. 2",
        "Tæller grundlovsdag, juleaftensdag og nytårsaftensdag som arbejdsdage?",
        "Nej, som i resten af systemet", "Ja, når kontoret selv har valgt at holde lukket", True,
    ),
)  # fmt: skip
TVIVL = {t.nr: t for t in _ALLE}
