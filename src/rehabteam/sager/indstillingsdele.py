"""What an indstilling is made of: for each outcome its parts, with heading, help and provision.

Which parts there are is the law's own answer (lov indstilling.krav_til); here stand only the words. A part the law
should get later has a field from the same day, with the law's sentence as help, until it gets words of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext_noop as _

from rehabteam.lov.bek2408_2021 import par07, par08, par19
from rehabteam.lov.bek2408_2021.indstilling import Indstilling, indstillingens_indhold, krav_til
from rehabteam.lov.vurdering import Hjemmel

INDSATSER, OPFOELGNING, SE_IGEN = "indsatser", "opfoelgning", "se_igen"
EGET_FELT = frozenset({"aarsag", INDSATSER, OPFOELGNING, SE_IGEN})
"""Parts with a column of their own."""
SIGES = {
    "kan_ikke_parallelt": "parallelitet_angivet",
    "meget_begraenset_arbejdsevne": "udvikling_begrundet",
}
"""The law's yes/no question → what must be said when the answer is yes."""
FLAG = tuple(SIGES)
UDFALD = tuple(par07.UDFALD)
FORMAAL = {
    "ressourceforloeb": _(
        "Et samlet forløb med flere slags indsatser, når det er det, borgeren har brug for."
    ),
    "fleksjob": _("Et job med hensyn, når borgeren er afklaret og ikke kan arbejde på almindelige vilkår."),
    "tilskud_selvstaendig": _(
        "Støtte til at blive i egen virksomhed, når arbejdsevnen dér er varigt nedsat."
    ),
    "foertidspension": _("Sagen går over til reglerne om pension, når arbejdsevnen er varigt nedsat."),
    "anden_indsats": _("Noget andet end de øvrige, fx job med støtte, uddannelse eller en social indsats."),
    "indsats_jobafklaringsforloeb": _("Hvilke indsatser der skal være i jobafklaringsforløbet."),
    "nyt_jobafklaringsforloeb": _("Endnu et forløb, fordi borgeren stadig er for syg til at arbejde."),
    "indsats_sygedagpenge_kat3": _("Hvilke indsatser der skal til, mens borgeren får sygedagpenge."),
}
"""What each outcome is for, in a line."""


@dataclass(frozen=True, slots=True)
class Del:
    """A part: `navn` is the law's key, `noegle` where its text is kept. `overskrift`, `hjaelp`: Danish source texts.

    `flag`: only said when this question is answered yes.
    """

    navn: str
    noegle: str
    overskrift: str
    hjaelp: str
    hjemmel: Hjemmel
    flag: str = ""


@dataclass(frozen=True, slots=True)
class Spoergsmaal:
    """A yes/no question the law asks of this outcome; `del_`: what must be said when it is yes."""

    flag: str
    overskrift: str
    hjaelp: str
    hjemmel: Hjemmel
    del_: Del


ORD: Mapping[str, tuple[str, str]] = {
    "beskaeftigelse": (
        _("Arbejde og uddannelse"),
        _("Hvad har teamet lagt vægt på? Fx hvad borgeren har prøvet, hvor mange timer, og hvordan det gik."),
    ),
    "social": (
        _("Hverdag og sociale forhold"),
        _("Hvad har teamet lagt vægt på? Fx bolig, familie, økonomi og netværk."),
    ),
    "helbred": (
        _("Helbred"),
        _(
            "Hvad har teamet lagt vægt på? Skriv kun det, indstillingen bygger på: alle i rummet kan læse med."
        ),
    ),
    "forudsaetninger": (
        _("Forudsætninger"),
        _("Hvad kan borgeren, og hvad har borgeren med sig, som indsatsen skal bygge på?"),
    ),
    "behov": (_("Behov"), _("Hvad har borgeren brug for, for at indsatsen kan lykkes?")),
    "maal": (
        _("Målet for job eller uddannelse"),
        _("Det overordnede mål, som indsatserne skal føre hen imod."),
    ),
    INDSATSER: (
        _("Indsatser, der er brug for"),
        _("Job, uddannelse, sociale forhold og sundhed. Nævn gerne det konkrete tilbud."),
    ),
    OPFOELGNING: (
        _("Opfølgning og mentor"),
        _("Hvordan følger kommunen op undervejs, og er der brug for en mentor? Et nej er også et svar."),
    ),
    SE_IGEN: (_("Ønsker teamet at se sagen igen?"), ""),
    "faglig_forklaring": (
        _("Den faglige forklaring"),
        _(
            "Hvorfor er arbejdsevnen væsentligt og varigt nedsat, og hvorfor kan den ikke bruges til at forsørge sig "
            "selv, heller ikke med støtte?"
        ),
    ),
    "varigt_vaesentligt_nedsat": (
        _("Arbejdsevnen i egen virksomhed"),
        _("Hvorfor er den varigt og væsentligt nedsat? Nævn de opgaver, det går ud over."),
    ),
    "parallelitet_angivet": (
        _("Hvorfor indsatserne ikke kan køre samtidig"),
        _(
            "Skriv det, så kommunen ved det, når den lægger planen. Giv gerne indsatserne et nummer i rækkefølgen."
        ),
    ),
    "udvikling_begrundet": (
        _("Hvorfor arbejdsevnen kan blive bedre"),
        _("Begrund, at borgeren kan udvikle sin arbejdsevne inden for rimelig tid."),
    ),
}
"""Part → heading and help, where they are the same whatever the outcome."""
ORD_I: Mapping[tuple[str, str], tuple[str, str]] = {
    ("ressourceforloeb", "beskaeftigelse"): (
        _("Arbejde og uddannelse"),
        _("Hvilke forhold viser, at der er brug for et samlet forløb med flere slags indsatser?"),
    ),
    ("nyt_jobafklaringsforloeb", "helbred"): (
        _("Helbred"),
        _("Hvad ved helbredet gør, at borgeren stadig ikke kan arbejde? Alle i rummet kan læse med."),
    ),
    ("fleksjob", "nr1"): (
        _("Afklaret, og ikke på almindelige vilkår"),
        _(
            "Hvorfor er job og uddannelse afklaret, og hvorfor kan borgeren ikke arbejde på almindelige vilkår?"
        ),
    ),
    ("fleksjob", "nr2"): (
        _("Slags fleksjob og hensyn"),
        _(
            "Hvilke slags job eller opgaver passer, hvilke hensyn skal der tages, og er der brug for støtte i "
            "begyndelsen?"
        ),
    ),
    ("anden_indsats", "nr1"): (
        _("Indsatsen, der bør i gang"),
        _("Hvilken indsats foreslår teamet: job, sociale forhold eller helbred?"),
    ),
    ("anden_indsats", "nr2"): (
        _("Anden støtte"),
        _("Er der brug for støtte ved siden af, fx mentor eller hjælpemidler? Et nej er også et svar."),
    ),
}
"""(outcome, part) → heading and help, where the outcome makes it another question."""
SPURGT: Mapping[str, tuple[str, str]] = {
    "kan_ikke_parallelt": (
        _("Er der indsatser, der ikke kan køre samtidig?"),
        _("Svar, når der er mere end én indsats."),
    ),
    "meget_begraenset_arbejdsevne": (
        _("Er borgerens arbejdsevne meget begrænset nu?"),
        _("Svarer I ja, skal teamet også begrunde, at den kan udvikles."),
    ),
}
PAR19 = (
    Del("aarsag_droeftet", "aarsag", _("Hvorfor er ingen indsats begyndt?"), "", par19.PKT1),
    Del("indsatser_fremadrettet", INDSATSER, _("Hvilke indsatser skal i gang nu?"), "", par19.PKT2),
    Del("opfoelgning_tilrettelagt", OPFOELGNING, _("Hvordan følger kommunen op?"), "", par19.PKT2),
)
"""A re-submission after six months has no outcome but efforts: § 19's three parts."""
NUMMERERET = "nr"  # § 9 and § 11 number their parts, so that »nr1« is another part in each


@lru_cache(maxsize=32)
def dele(udfald: str) -> tuple[Del, ...]:
    """The parts this outcome must hold: the grounds first, then what belongs in the plan (§ 8, stk. 5). "": § 19."""
    if not udfald:
        return PAR19
    krav = krav_til(udfald)
    orden = sorted(krav, key=lambda navn: (navn in par08.STK5, list(krav).index(navn)))
    return tuple(_del(udfald, navn, krav[navn].hjemmel, krav[navn].tekst) for navn in orden)


@lru_cache(maxsize=32)
def spoergsmaal(udfald: str) -> tuple[Spoergsmaal, ...]:
    """The yes/no questions the rule asks of this outcome when nobody has answered any."""
    if not udfald:
        return ()
    ubesvaret = Indstilling(indstilling=udfald, kan_ikke_parallelt=None, meget_begraenset_arbejdsevne=None)
    svar = indstillingens_indhold(ubesvaret)
    return tuple(
        Spoergsmaal(
            s.noegle,
            *SPURGT.get(s.noegle, (s.spoergsmaal, "")),
            s.hjemmel,
            _del(udfald, SIGES[s.noegle], s.hjemmel, s.spoergsmaal, s.noegle),
        )
        for s in svar.skal_vurderes
        if s.noegle in SIGES
    )


@lru_cache(maxsize=32)
def tekstdele(udfald: str) -> tuple[Del, ...]:
    """The parts whose text is kept in `indhold`, those that hang on a question last."""
    return (
        *(d for d in dele(udfald) if d.noegle not in EGET_FELT),
        *(s.del_ for s in spoergsmaal(udfald)),
    )


def _del(udfald: str, navn: str, hjemmel: Hjemmel, ellers: str, flag: str = "") -> Del:
    overskrift, hjaelp = ORD_I.get((udfald, navn)) or ORD.get(navn) or (navn.capitalize(), ellers)
    noegle = f"{udfald}_{navn}" if navn.startswith(NUMMERERET) else navn
    return Del(navn, noegle, overskrift, hjaelp, hjemmel, flag)
