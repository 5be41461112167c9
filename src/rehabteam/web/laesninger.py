"""Why we read the law as we do, by the number of the question (lov/tvivl.py). Danish alone, in our own words."""

from dataclasses import dataclass

from rehabteam.lov.tvivl import TVIVL, Tvivl
from rehabteam.lovspor.paragraffer import PARAGRAFFER

HVORFOR = {
    "T1": "Den dag, forløbet begynder, er dag nul. Seks måneder efter er så dagen med samme dato.",
    "T2": "Findes datoen ikke i måneden, er det månedens sidste dag. Ellers flyttes den ikke.",
    "T3": "Reglen måler, om noget er sket. Den er ikke en frist for at sende noget til en myndighed.",
    "T4": "Startdagen tælles slet ikke med, så den kan heller ikke trækkes fra.",
    "T5": "Perioder tages ud af tiden. De begynder ikke en ny tid.",
    "T6": "Undtagelserne taler om de første seks måneder og ikke om den forlængede tid.",
    "T7": "Teksten taler om timer i ansættelse, og vi har ikke fundet en vejledning om fravær.",
    "T8": "Det er det, ordet siger. En bevilling eller en aftale er ikke en start.",
    "T9": "Indsatsen skal stå i indsatsdelen for at tælle, og det gør den først fra den dag.",
    "T10": "En indsats fra før forløbet skal ikke tælle, bare fordi den har holdt en pause.",
    "T11": "Tiden regnes fra ressourceforløbets start og ikke fra sidste møde.",
    "T12": "Loven siger ikke, hvad grundene er, så et menneske skal stå ved dem.",
    "T13": "Ingen taber på det sikre valg. Den mere lempelige dag vises altid ved siden af.",
    "T14": "Sådan tælles der normalt tilbage. Den strengere dag vises altid ved siden af.",
    "T15": "Reglen handler om, at teamet behandler sagen, og det sker på mødet.",
    "T16": "Uger regnes normalt fra ugedag til samme ugedag.",
    "T17": "Den særlige regel henviser til den almindelige og træder i stedet for den del.",
    "T18": "Ellers ville lange forløb aldrig være omfattet.",
    "T19": "Så passer proceduren sammen med bekendtgørelsens § 18.",
    "T20": "Ikrafttrædelsen er ikke efterprøvet.",
    "T21": "Den type sag står ikke på listen.",
    "T22": "Den særlige regel går forud for den almindelige.",
    "T23": "Reglen nævner serviceloven. Om den er rettet til, har vi ikke fundet.",
    "T24": "En dato, loven ikke har, finder vi ikke på.",
    "T25": "Det står i lov og bekendtgørelse. Proceduren er mindre præcis.",
    "T26": "Lov og bekendtgørelse går forud for proceduren og nævner flere slags indsatser.",
    "T27": "Beskyttes navnet en dag for længe, sker der ingenting. Det gør der, hvis navnet vises en dag for tidligt.",
    "T28": "Sådan tælles der normalt frem fra en modtagelse.",
    "T29": "Hverdage tælles ens i hele systemet. Den kortere frist vises ved siden af, når den er en anden.",
}


@dataclass(frozen=True, slots=True)
class Valg:
    """An open question of law, and why we chose our reading."""

    tvivl: Tvivl
    hvorfor: str

    @property
    def slug(self) -> str:
        """The page of the § the question is about; empty where there is none."""
        return next((p.slug for p in PARAGRAFFER.values() if self.tvivl in p.tvivl), "")


def alle() -> list[Valg]:
    """Every open question, by number."""
    return [Valg(t, HVORFOR[t.nr]) for t in TVIVL.values()]
