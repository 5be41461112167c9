"""§ 17: its grounds, each with its source and its sentence."""

from __future__ import annotations

from datetime import date

from rehabteam.lov.ord import dag, dage, dato, hjemmel
from rehabteam.lov.vurdering import Grundslag, SkalVurderes, bek

STK1, STK2, STK3, STK4, STK5, STK6 = (bek(17, n) for n in range(1, 7))
IKRAFT = bek(21, 1)


def _span(fra: date, til: date | None) -> str:
    return f"{dato(fra)} – {dato(til)}" if til else f"fra {dato(fra)} uden slutdato"


def _spaendene(ude: tuple[tuple[date, date], ...]) -> str:
    """Spans kept out, each once: overlapping and adjoining ones are one."""
    return ", ".join(dato(fra) if fra == til else f"{dato(fra)} – {dato(til)}" for fra, til in ude)


def _ses_paa(fra: date, til: date) -> str:
    """The window of stk. 4-6: the first six months, as far as they have gone on the day asked about."""
    return f"Der er set på tiden fra {dato(fra)} til og med {dato(til)}."


_ARBEJDE = {"SELVSTAENDIG": "Arbejde i egen virksomhed", "LOENTILSKUD_LAB": "Løntilskud efter LAB"}


# The six months
SEKS_MAANEDER = Grundslag(
    "seks_maaneder",
    STK1,
    lambda start, d0, n: f"Seks måneder fra {dato(start)} er {dag(d0)}, og det er {n} dage at tælle.",
)
HOLDT_UDE = Grundslag(
    "holdt_ude",
    STK3,
    lambda dage_ude, frist, ude: (
        f"{dage(dage_ude).capitalize()} holdes ude ({_spaendene(ude)}), så fristen er {dag(frist)}."
    ),
)
STAAR_STILLE = Grundslag(
    "staar_stille",
    STK3,
    lambda fra, talte, rest, ude: (
        f"Fristen står stille fra {dag(fra)}, fordi en periode uden slutdato holdes ude. "
        + (f"Før den holdes også ude: {_spaendene(ude)}. " if ude else "")
        + f"{dage(talte).capitalize()} er talt, og {dage(rest)} er tilbage."
    ),
)
UDLOEBET = Grundslag(
    "udloebet",
    STK1,
    lambda frist: (
        f"Seks måneders tællende tid udløb {dag(frist)}, og ingen indsats, der tæller, var begyndt."
    ),
)
IKKE_UDLOEBET = Grundslag(
    "ikke_udloebet",
    STK1,
    lambda frist: f"De seks måneder er ikke gået. En indsats kan begynde til og med {dag(frist)}.",
)
PERIODE_TAELLER_MED = Grundslag(
    "periode_taeller_med",
    STK3,
    lambda fra, til, grundlag: (
        f"Perioden {_span(fra, til)} ({hjemmel(grundlag)}) tæller med, for grundlaget er ikke et af dem, "
        "der holder en periode ude."
    ),
)
PERIODE_UDENFOR = Grundslag(
    "periode_udenfor",
    STK3,
    lambda fra, til, grundlag: (
        f"Perioden {_span(fra, til)} ({hjemmel(grundlag)}) ligger uden for den tid, der tælles."
    ),
)
PERIODE_HOLDT_UDE = Grundslag(
    "periode_holdt_ude",
    STK3,
    lambda fra, til, grundlag, antal: (
        f"Holdes ude efter {hjemmel(grundlag)}: {dage(antal)} af {_span(fra, til)}."
    ),
)

# Efforts
RETTIDIG = Grundslag(
    "indsats_rettidig",
    STK1,
    lambda grundlag, fra: f"En indsats efter {hjemmel(grundlag)} tæller fra {dag(fra)}, og det er i tide.",
)
IKKE_PAA_LISTEN = Grundslag(
    "ikke_paa_listen",
    STK1,
    lambda grundlag: (
        f"En indsats efter {hjemmel(grundlag)} tæller ikke, for den er ikke en af de indsatser, reglen "
        "nævner."
    ),
)
BARNETS_LOV_FOER = Grundslag(
    "barnets_lov_foer_2024",
    STK1,
    lambda begyndt: (
        f"En indsats efter barnets lov kan ikke være begyndt {dag(begyndt)}, for loven gælder fra 1. "
        "januar 2024. Kontrollér grundlaget."
    ),
)
BARNETS_LOV = Grundslag(
    "barnets_lov",
    STK1,
    lambda fra: (
        f"En indsats efter barnets lov tæller måske fra {dag(fra)}. Reglen nævner serviceloven, og et "
        "menneske skal vurdere, om barnets lov er omfattet."
    ),
)
IKKE_BEGYNDT = Grundslag(
    "ikke_begyndt",
    STK1,
    lambda grundlag: (
        f"En indsats efter {hjemmel(grundlag)} er ikke begyndt. At den er bevilget eller aftalt, er ikke nok."
    ),
)
BEGYNDER_SENERE = Grundslag(
    "begynder_senere",
    STK1,
    lambda grundlag, dagen: f"En indsats efter {hjemmel(grundlag)} er først planlagt til {dag(dagen)}.",
)
BEGYNDT_FOER = Grundslag(
    "begyndt_foer",
    STK2,
    lambda grundlag, dagen: (
        f"En indsats efter {hjemmel(grundlag)} begyndte {dag(dagen)}, før ressourceforløbet, og tæller "
        "derfor ikke."
    ),
)
GENOPTAGET = Grundslag(
    "genoptaget",
    STK2,
    lambda grundlag, dagen, igen: (
        f"En indsats efter {hjemmel(grundlag)} begyndte {dag(dagen)}, før ressourceforløbet. At den blev "
        f"genoptaget {dag(igen)}, er ikke en ny start."
    ),
)
UNDER_EN_UGE = Grundslag(
    "under_en_uge",
    STK1,
    lambda grundlag, antal: (
        f"Indsatsen efter {hjemmel(grundlag)} varede kun {dage(antal)}. Reglen kræver intet mindste "
        "omfang, men se på, om borgeren faktisk kom i gang."
    ),
)
IKKE_I_INDSATSDEL = Grundslag(
    "ikke_i_indsatsdel",
    STK2,
    lambda grundlag: (
        f"En indsats efter {hjemmel(grundlag)} står ikke i indsatsdelen eller Min Plan og tæller derfor ikke."
    ),
)
SENERE_I_INDSATSDEL = Grundslag(
    "senere_i_indsatsdel",
    STK2,
    lambda grundlag, dagen: f"En indsats efter {hjemmel(grundlag)} kommer først i indsatsdelen {dag(dagen)}.",
)
BEGYNDT_FOR_SENT = Grundslag(
    "begyndt_for_sent",
    STK1,
    lambda grundlag, dagen: f"En indsats efter {hjemmel(grundlag)} begyndte {dag(dagen)}, efter fristen.",
)
OPTAGET_FOR_SENT = Grundslag(
    "optaget_for_sent",
    STK2,
    lambda grundlag, begyndt, optaget: (
        f"En indsats efter {hjemmel(grundlag)} begyndte {dag(begyndt)}, men kom først i indsatsdelen "
        f"{dag(optaget)}, efter fristen."
    ),
)

# Exemptions
LOENTIMER = Grundslag(
    "loentimer",
    STK4,
    lambda dagen: f"Borgeren havde ordinære løntimer {dag(dagen)}, inden for de første seks måneder.",
)
TIMER_UOPLYST = Grundslag(
    "timer_uoplyst",
    STK4,
    lambda dagen: f"Antallet af timer {dag(dagen)} er ikke oplyst, så de undtager ikke sagen.",
)
INGEN_TIMER = Grundslag(
    "ingen_timer",
    STK4,
    lambda dagen: f"Der er skrevet nul timer {dag(dagen)}, og det undtager ikke sagen.",
)
TIMER_UDENFOR = Grundslag(
    "timer_udenfor",
    STK4,
    lambda dagen, fra, til: f"Timerne {dag(dagen)} undtager ikke sagen. {_ses_paa(fra, til)}",
)
ANDET_ARBEJDE = Grundslag(
    "andet_arbejde",
    STK4,
    lambda dagen, art: f"{_ARBEJDE[art]} {dag(dagen)} er ikke ordinær ansættelse som lønmodtager.",
)
BETALT_FRAVAER = Grundslag(
    "betalt_fravaer",
    STK4,
    lambda dagen: (
        f"Borgeren fik løn under fravær {dag(dagen)}. Om det er timer i ordinær ansættelse, skal et "
        "menneske vurdere."
    ),
)
LOENTILSKUD_15 = Grundslag(
    "loentilskud_kompensationslov_15",
    STK5,
    lambda fra: (
        f"Borgeren var i løntilskud efter kompensationslovens § 15 fra {dag(fra)}, inden for de første "
        "seks måneder."
    ),
)
STU = Grundslag(
    "stu", STK6, lambda fra: f"Borgeren var i gang med STU fra {dag(fra)}, inden for de første seks måneder."
)

LOENTILSKUD_15_UDENFOR = Grundslag(
    "loentilskud_kompensationslov_15_udenfor",
    STK5,
    lambda fra, til, vindue_fra, vindue_til: (
        f"Løntilskuddet efter kompensationslovens § 15 ({_span(fra, til)}) undtager ikke sagen. "
        f"{_ses_paa(vindue_fra, vindue_til)}"
    ),
)
STU_UDENFOR = Grundslag(
    "stu_udenfor",
    STK6,
    lambda fra, til, vindue_fra, vindue_til: (
        f"STU ({_span(fra, til)}) undtager ikke sagen. {_ses_paa(vindue_fra, vindue_til)}"
    ),
)

# Edition
UDGAVE_USIKKER = Grundslag(
    "udgave_usikker",
    IKRAFT,
    lambda start: (
        f"Forløbet begyndte {dag(start)}, og et menneske skal vurdere, hvilke regler der gælder for det."
    ),
)

SKOEN_UDGAVE = SkalVurderes(
    "udgave", "Gælder reglen om seks måneder for et forløb, der begyndte den dag?", IKRAFT
)
SKOEN_FRAVAER = SkalVurderes(
    "betalt_fravaer", "Er løn under sygdom eller ferie timer i ordinær ansættelse i denne sag?", STK4
)
SKOEN_BARNETS_LOV = SkalVurderes(
    "barnets_lov", "Tæller indsatsen efter barnets lov på linje med en indsats efter serviceloven?", STK1
)
