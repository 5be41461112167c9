"""Ask § 17 again after a change, keep the cached date, and say what moved and why."""

from dataclasses import dataclass
from datetime import date

from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.fakta import med_fakta, ressourceforloeb
from rehabteam.sager.models import Forloeb

from .datoer import dansk

# With these answers a date is still ahead, or has passed; with the others nothing is waiting for a day.
MED_FRIST = frozenset({"IKKE_UDLOEBET", "SKAL_GENBEHANDLES", "MANUEL_VURDERING"})
ORD = {
    "INDSATS_RETTIDIG": "en indsats er begyndt i tide",
    "UNDTAGET_STK_4": "borgeren har haft timer som ordinær lønmodtager",
    "UNDTAGET_STK_5": "borgeren har været i løntilskud efter kompensationslovens § 15",
    "UNDTAGET_STK_6": "borgeren har deltaget i STU",
    "SUSPENDERET": "tiden står stille",
    "IKKE_UDLOEBET": "de seks måneder er ikke gået endnu",
    "SAERLIGE_GRUNDE": "særlige grunde taler imod, at sagen forelægges",
    "SKAL_GENBEHANDLES": "sagen skal for rehabiliteringsteamet igen",
    "MANUEL_VURDERING": "et menneske skal vurdere",
}


@dataclass(frozen=True, slots=True)
class Svarskifte:
    """The law's answer before and after a Handling, and one sentence about the difference."""

    foer: Vurdering | None
    efter: Vurdering
    tekst: str


def vurder(forloeb: Forloeb, dag: date) -> Vurdering:
    """The answer on that day, by the edition that the forløb's start chooses. `forloeb` comes from `med_fakta`."""
    return gaeldende("par17", forloeb.start).funktion(ressourceforloeb(forloeb), dag)


def genberegn(forloeb: Forloeb, dag: date, foer: Vurdering | None, fordi: str) -> Svarskifte:
    """Compute anew from the rows, write the cache, and describe the change. `fordi` ends the sentence."""
    frisk = med_fakta(Forloeb.objects.filter(id=forloeb.id)).get()
    efter = vurder(frisk, dag)
    gem_frist(frisk, efter)
    return Svarskifte(foer, efter, forskel(foer, efter, fordi))


def gem_frist(forloeb: Forloeb, svar: Vurdering) -> None:
    """The cache: the date the worklist looks for, and the status it stood in."""
    forloeb.naeste_frist = svar.frist if svar.status in MED_FRIST else None
    forloeb.frist_status = svar.status
    forloeb.version += 1
    forloeb.save(update_fields=["naeste_frist", "frist_status", "version"])


def forskel(foer: Vurdering | None, efter: Vurdering, fordi: str) -> str:
    """One sentence about what moved. `fordi` ends it."""
    if foer is None:
        return f"Svaret er: {ORD[efter.status]}."
    if foer.frist != efter.frist and foer.frist and efter.frist:
        return f"Fristen flyttede fra {dansk(foer.frist)} til {dansk(efter.frist)}, fordi {fordi}."
    if foer.frist and not efter.frist:
        return f"Fristen {dansk(foer.frist)} er væk, og tiden står stille, fordi {fordi}."
    if efter.frist and not foer.frist:
        return f"Tiden løber igen, og fristen er {dansk(efter.frist)}, fordi {fordi}."
    if foer.status != efter.status:
        return f"Svaret er ændret: {ORD[efter.status]}. Det er, fordi {fordi}."
    return f"Svaret er det samme: {ORD[efter.status]}. Det nye er, at {fordi}."
