"""§ 5: what the indsatsdel must hold, and its place in Min Plan.

https://www.retsinformation.dk/eli/lta/2021/2408
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from rehabteam.lov.bek2408_2021 import par02
from rehabteam.lov.fakta import Sagstype, UgyldigeFakta
from rehabteam.lov.fuldstaendig import afgoer, krav, tom
from rehabteam.lov.ord import dag
from rehabteam.lov.regel import regel
from rehabteam.lov.stykke import stykke, uden_funktion
from rehabteam.lov.tid import DAG, plus_maaneder
from rehabteam.lov.udgaver import udateret
from rehabteam.lov.vaerdier import UDELADT, Blandt, Tal, Tekst, Udeladt
from rehabteam.lov.vurdering import Aendring, Grundslag, Mangel, SkalVurderes, Vurdering, bek

MAANEDER = 6
NR1 = krav(
    bek(5, 1, 1),
    "Indsatsdelen mangler et konkret mål om job eller uddannelse. Et overordnet mål er kun nok, når et "
    "konkret ikke er muligt.",
)
NR2 = krav(bek(5, 1, 2), "Indsatsdelen mangler delmål med begrundelse.")
NR3 = krav(bek(5, 1, 3), "Indsatsdelen mangler konkrete tilbud eller aktiviteter.")
NR4 = krav(bek(5, 1, 4), "Indsatsdelen mangler opfølgningen eller behovet for en mentor.")
STK2 = krav(bek(5, 2), "Indsatsdelen dækker ikke mindst seks måneder ad gangen.")
STK4 = krav(
    bek(5, 4),
    "Min Plan mangler noget om jobformidleren: navn, kontaktdata, rolle eller de aftaler, der er lavet.",
)
I_ORDEN = Grundslag("par05_i_orden", bek(5, 1), lambda: "Indsatsdelen har det, der er spurgt om.")()
I_MIN_PLAN = Grundslag(
    "par05_min_plan",
    bek(5, 3, pkt=2),
    lambda: "Alt står i Min Plan, så der skal ikke laves en særskilt indsatsdel.",
)()
IKKE_KRAEVET = Grundslag(
    "par05_ikke_kraevet", bek(2, 1), lambda: "Der skal ikke laves en indsatsdel i denne slags sag."
)()
SKOEN_MIN_PLAN = SkalVurderes(
    "alt_i_min_plan", "Står alt, hvad der hører til indsatsdelen, i Min Plan?", bek(5, 3, pkt=2)
)
KORT_FORLOEB = frozenset({"jobafklaringsforloeb", "sygedagpenge_kat3"})
Ord = Annotated[str, Tekst()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobformidler:
    """What Min Plan says about the personlige jobformidler."""

    navn: Ord | None | Udeladt = UDELADT
    kontaktdata: Ord | None | Udeladt = UDELADT
    rolle: Ord | None | Udeladt = UDELADT
    aftaler: Ord | None | Udeladt = UDELADT


@dataclass(frozen=True, slots=True, kw_only=True)
class Par05:
    """What the indsatsdel holds. Left out = not asked about; None = not there."""

    sagstype: Sagstype
    maal: Annotated[str, Blandt("KONKRET", "OVERORDNET")] | None | Udeladt = UDELADT
    konkret_ikke_muligt: bool | None | Udeladt = UDELADT
    delmaal_begrundet: bool | None | Udeladt = UDELADT
    tilbud: tuple[str, ...] | None | Udeladt = UDELADT
    opfoelgning: bool | None | Udeladt = UDELADT
    mentor_vurderet: bool | None | Udeladt = UDELADT
    plan_fra: date | None | Udeladt = UDELADT
    plan_til: date | None | Udeladt = UDELADT
    forloeb_varighed_mdr: Annotated[int, Tal(0)] | None | Udeladt = UDELADT
    jobformidler: Jobformidler | None | Udeladt = UDELADT
    saerskilt_indsatsdel: bool | None | Udeladt = UDELADT
    alt_i_min_plan: bool | None | Udeladt = UDELADT

    def __post_init__(self) -> None:
        if (
            isinstance(self.plan_fra, date)
            and isinstance(self.plan_til, date)
            and self.plan_til < self.plan_fra
        ):
            raise UgyldigeFakta("plan_til")


@regel("bek2408.par05", bek(5))
def indsatsdel(fakta: Par05) -> Vurdering:
    """Is the indsatsdel complete? Only asked where § 2 wants one."""
    udgave = udateret("par05")
    if not par02.stk1_indsatsdel(fakta.sagstype):
        return afgoer("bek2408.par05", udgave, IKKE_KRAEVET)
    if stk3_alt_i_min_plan(fakta):
        return afgoer("bek2408.par05", udgave, I_MIN_PLAN)
    mangler, skoen = [*stk1(fakta), *stk2(fakta), *stk4(fakta)], []
    if stk3_findes_ikke(fakta):
        if fakta.alt_i_min_plan is None:
            skoen = [SKOEN_MIN_PLAN]
        else:
            mangler = [NR1, NR2, NR3, NR4, *mangler]
    return afgoer(
        "bek2408.par05",
        udgave,
        I_ORDEN,
        mangler=mangler,
        skoen=skoen,
        andre_aendringer=_sidste_dag_i_planen(fakta),
    )


uden_funktion(
    bek(5, 1, pkt=1),
    "Den, der skal i ressourceforløb eller jobafklaringsforløb, skal have en indsatsdel.",
    "§ 2, stk. 1, siger det samme, og dér ligger funktionen.",
)


uden_funktion(
    bek(5, 1, pkt=2),
    "Også i sygedagpengesager i kategori 3 laves der en indsatsdel.",
    "§ 2, stk. 1, siger det samme, og dér ligger funktionen.",
)


@stykke(
    bek(5, 1, pkt=3),
    "Indsatsdelen har et mål, begrundede delmål, konkrete tilbud og en plan for opfølgning og mentor.",
)
def stk1(fakta: Par05) -> list[Mangel]:
    """Goal, reasoned sub-goals, concrete offers, and follow-up with the need for a mentor."""
    mangler = []
    if tom(fakta.maal) or (fakta.maal == "OVERORDNET" and fakta.konkret_ikke_muligt is not True):
        mangler.append(NR1)
    if tom(fakta.delmaal_begrundet):
        mangler.append(NR2)
    if tom(fakta.tilbud):
        mangler.append(NR3)
    if tom(fakta.opfoelgning) or tom(fakta.mentor_vurderet):
        mangler.append(NR4)
    return mangler


@stykke(
    bek(5, 2),
    "Tilbud og opfølgning lægges fast for mindst seks måneder ad gangen.",
)
def stk2(fakta: Par05) -> list[Mangel]:
    """Six months at a time, first and last planned day included."""
    if fakta.plan_fra is UDELADT or fakta.plan_til is UDELADT or stk2_kort_forloeb(fakta):
        return []
    if not isinstance(fakta.plan_fra, date) or not isinstance(fakta.plan_til, date):
        return [STK2]
    return [STK2] if fakta.plan_til < stk2_mindst_til(fakta.plan_fra) else []


@stykke(bek(5, 2), "De seks måneder i planen slutter dagen før samme dato i den sjette måned.")
def stk2_mindst_til(plan_fra: date) -> date:
    """The last day of six months that begin on `plan_fra`: the day before the corresponding one."""
    try:
        return plus_maaneder(plan_fra, MAANEDER) - DAG
    except OverflowError:
        raise UgyldigeFakta("plan_fra") from None


def _sidste_dag_i_planen(fakta: Par05) -> tuple[Aendring, ...]:
    """The earliest last day of a plan that is long enough."""
    if (
        not isinstance(fakta.plan_fra, date)
        or not isinstance(fakta.plan_til, date)
        or stk2_kort_forloeb(fakta)
    ):
        return ()
    tekst = f"En plan fra {dag(fakta.plan_fra)} skal mindst række til og med {dag(stk2_mindst_til(fakta.plan_fra))}."
    return (Aendring("plan_til", "Planens sidste dag", tekst, bek(5, 2)),)


@stykke(
    bek(5, 2),
    "En plan for seks måneder kræves ikke, når jobafklaringsforløbet eller sygedagpengeforløbet selv er kortere.",
)
def stk2_kort_forloeb(fakta: Par05) -> bool:
    """The whole jobafklaringsforløb or sygedagpengeforløb is planned for less than six months (T18)."""
    varighed = fakta.forloeb_varighed_mdr
    return fakta.sagstype in KORT_FORLOEB and isinstance(varighed, int) and varighed < MAANEDER


uden_funktion(
    bek(5, 3, pkt=1),
    "Indsatsdelen indgår i Min Plan, så alle indsatser kan ses der.",
    "Min Plan ligger i et andet system. Om en indsats står der, oplyser et menneske, og § 17, stk. 2, "
    "bruger svaret.",
)


@stykke(
    bek(5, 3, pkt=2),
    "Står alt det nødvendige i Min Plan, skal der ikke laves en særskilt indsatsdel.",
)
def stk3_alt_i_min_plan(fakta: Par05) -> bool:
    """No separate indsatsdel is needed when Min Plan holds everything."""
    return tom(fakta.saerskilt_indsatsdel) and fakta.alt_i_min_plan is True


@stykke(
    bek(5, 3, pkt=2),
    "Er der hverken en indsatsdel eller noget i Min Plan, mangler det hele.",
)
def stk3_findes_ikke(fakta: Par05) -> bool:
    """Neither a separate indsatsdel nor everything in Min Plan, and nothing said of its content: there is none."""
    indhold = (
        fakta.maal,
        fakta.delmaal_begrundet,
        fakta.tilbud,
        fakta.opfoelgning,
        fakta.mentor_vurderet,
    )
    return (
        tom(fakta.saerskilt_indsatsdel)
        and tom(fakta.alt_i_min_plan)
        and all(del_ is UDELADT or tom(del_) for del_ in indhold)
    )


@stykke(
    bek(5, 4),
    "Har borgeren en personlig jobformidler, står navn, kontaktdata, rolle og aftaler i Min Plan.",
)
def stk4(fakta: Par05) -> list[Mangel]:
    """With a personlig jobformidler, Min Plan names the person, how to reach them, the role and what is agreed."""
    j = fakta.jobformidler
    if not isinstance(j, Jobformidler):
        return []
    return [STK4] if any(tom(del_) for del_ in (j.navn, j.kontaktdata, j.rolle, j.aftaler)) else []
