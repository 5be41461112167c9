"""Where the law is open: our readings, told once for everybody. Danish alone, in our own words.

Those that a case can touch are asked of the law core with an invented case, so that this page and the answer
never say different things. The rest are choices that show in no single answer.
"""

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.bek2408_2021.par17 import seks_maaneder
from rehabteam.lov.fakta import Indsats, OrdinaereTimer, Ressourceforloeb, UndtagetPeriode
from rehabteam.lov.procedure.genforelaeggelse import frist

# A case that touches every open question of § 17 at once: begun on a month's last day, kept out from the start.
EKSEMPEL = Ressourceforloeb(
    forloeb_start=date(2025, 11, 30),
    indsatser=(Indsats("LAB_KAP_11", date(2026, 1, 5), True, optaget_i_indsatsdel=date(2026, 2, 2)),),
    undtagne_perioder=(UndtagetPeriode(date(2025, 11, 30), date(2025, 12, 14), "LAS_13_STK_7"),),
    ordinaere_timer=(OrdinaereTimer(date(2026, 2, 2), 7.0, "BETALT_FRAVAER"),),
)


@dataclass(frozen=True, slots=True)
class Valg:
    """One open question: its number, our reading, the other, and why we chose as we did ("" = see the case)."""

    nr: str
    spoergsmaal: str
    vores: str
    anden: str
    hvorfor: str = ""


HVORFOR = {
    "T1": "Den dag, forløbet begynder, er dag nul. Seks måneder efter er så dagen med samme dato.",
    "T2": "Findes datoen ikke i måneden, er det månedens sidste dag. Ellers flyttes den ikke.",
    "T3": "Reglen måler, om noget er sket. Den er ikke en frist for at sende noget til en myndighed.",
    "T4": "Startdagen tælles slet ikke med, så den kan heller ikke trækkes fra.",
    "T5": "Perioder tages ud af tiden. De begynder ikke en ny tid.",
    "T6": "Undtagelserne taler om de første seks måneder og ikke om den forlængede tid.",
    "T7": "Teksten taler om timer i ansættelse, og vi har ikke fundet en vejledning om fravær.",
    "T9": "Indsatsen skal stå i indsatsdelen for at tælle, og det gør den først fra den dag.",
    "T13": "Ingen taber på det sikre valg. Den mere lempelige dag vises altid ved siden af.",
    "T14": "Sådan tælles der normalt tilbage. Den strengere dag vises altid ved siden af.",
}
# Choices that show in no single answer.
FASTE = (
    Valg("T8", "Hvad er »påbegyndt«?", "Borgeren er mødt frem første gang. Der er ingen mindste varighed.",
         "Der skal være egentlig deltagelse.", "Det er det, ordet siger. En bevilling eller en aftale er ikke en start."),
    Valg("T10", "Tæller en ældre indsats, der har været på pause?", "Nej, kun med en ny bevilling eller et nyt indhold.",
         "Ja, når den går i gang igen.", "En indsats fra før forløbet skal ikke tælle, fordi den holdt en pause."),
    Valg("T11", "Kommer sagen for teamet igen flere gange?", "Nej, reglen virker én gang.",
         "Ja, hver gang der går et halvt år.", "Tiden regnes fra ressourceforløbets start og ikke fra sidste møde."),
    Valg("T12", "Hvad er særlige grunde?", "Et menneske vurderer det og skriver begrundelse, navn og dato.",
         "Det kan bruges bredere.", "En snarlig start er ikke nok i sig selv."),
    Valg("T19", "Er resuméet nye oplysninger?", "Nej, det er regionens procedure ved siden af den forberedende del.",
         "Det skrives kun, når noget er ændret.", "Så passer proceduren sammen med bekendtgørelsens § 18."),
    Valg("T20", "Hvad gælder for forløb fra før 2022?", "Et menneske skal vurdere det.", "Reglen gælder for alle.",
         "Ikrafttrædelsen er ikke efterprøvet."),
    Valg("T23", "Tæller en indsats efter barnets lov?", "Et menneske skal vurdere det fra 1. januar 2024.",
         "Ja, som en indsats efter serviceloven.", "Reglen nævner serviceloven. Om den er rettet til, har vi ikke fundet."),
    Valg("T24", "Hvornår skal teamet senest se sagen?", "Loven sætter ingen dag. Pligten begynder dagen efter fristen.",
         "En fast frist efter de seks måneder.", "En dato, loven ikke har, finder vi ikke på."),
    Valg("T25", "Hvad regnes de seks måneder fra?", "Fra ressourceforløbets start.", "Fra sidste møde i teamet.",
         "Det står i lov og bekendtgørelse. Proceduren er mindre præcis."),
)  # fmt: skip


def alle() -> list[Valg]:
    """Every reading, by number."""
    fra_loven = [*seks_maaneder(EKSEMPEL, date(2026, 5, 27)).laesninger, *frist(date(2026, 6, 11)).laesninger]
    fundet = {x.nr: Valg(x.nr, x.spoergsmaal, x.vores, x.anden, HVORFOR.get(x.nr, "")) for x in fra_loven}
    fundet |= {v.nr: v for v in FASTE}
    return sorted(fundet.values(), key=lambda v: int(v.nr[1:]))
