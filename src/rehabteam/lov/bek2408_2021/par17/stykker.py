"""§ 17, one function per stk., in the order of the text: https://www.retsinformation.dk/eli/lta/2021/2408

The count is done in day numbers (`date.toordinal`); `EVIGT` stands for the end of a span that is still open.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rehabteam.lov.bek2408_2021.par17 import grunde as g
from rehabteam.lov.fakta import HOLDER_UDE, Indsats, OrdinaereTimer, Periode, UgyldigeFakta, UndtagetPeriode
from rehabteam.lov.stykke import stykke
from rehabteam.lov.tid import EVIGT, forenet, plus_maaneder
from rehabteam.lov.vurdering import Grund, Grundslag, bek

PAA_LISTEN = frozenset({"LAB_KAP_11", "LAB_KAP_12", "LAB_KAP_14", "SERVICELOV", "SUNDHEDSLOV_KOMMUNAL"})
BARNETS_LOV_FRA = date(2024, 1, 1)
ARBEJDSTIMER = frozenset({"ORDINAER_LOENMODTAGER", "BETALT_FRAVAER"})
"""The kinds of hours that stk. 4 looks at: ordinary work, and paid absence from it (T7)."""


@dataclass(slots=True)
class Taelling:
    """The count: D0 and its N days; the limit, or the day from which it stands still; days counted and skipped.

    start, d0, staar_stille_fra and ude (what is skipped, first and last) are day numbers; taeller_med says of each
    period whose basis keeps nothing out, that it counts.
    """

    start: int
    d0: int
    frist: date | None
    staar_stille_fra: int
    undtagne_dage: int
    ude: list[tuple[int, int]]
    taeller_med: list[Grund]

    @property
    def n(self) -> int:
        return self.d0 - self.start

    @property
    def talte_dage(self) -> int:
        """Days counted up to the limit, or before the standstill."""
        sidste = self.staar_stille_fra - 1 if self.frist is None else self.frist.toordinal()
        return sidste - self.start - self.undtagne_dage

    @property
    def sluttede(self) -> tuple[tuple[date, date], ...]:
        """The spans that are skipped and have an end, first and last day, so that the count can be done again."""
        return tuple([(date.fromordinal(a), date.fromordinal(b)) for a, b in self.ude if b != EVIGT])


@stykke(
    bek(17, 1),
    "Er ingen indsats begyndt senest seks måneder efter ressourceforløbets start, skal teamet se på sagen igen.",
)
def stk1(start: date) -> tuple[date, Grund]:
    """Six calendar months after the ressourceforløb began: the corresponding day, itself included (T1-T3).

    Returns that day, and the ground that says how many days there are to count.
    """
    try:
        d0 = plus_maaneder(start, 6)
    except OverflowError:
        raise UgyldigeFakta("forloeb_start") from None
    return d0, g.SEKS_MAANEDER(start, d0, (d0 - start).days)


@stykke(
    bek(17, 1),
    "Det, der tæller, er tilbud efter LAB kap. 11, 12 og 14, serviceloven og kommunens indsatser efter sundhedsloven.",
)
def stk1_indsats(indsats: Indsats) -> Grund | None:
    """Only offers after LAB kap. 11, 12, 14, serviceloven and municipal health efforts count. None = it may count."""
    if indsats.hjemmel in PAA_LISTEN:
        return None
    if indsats.hjemmel == "BARNETS_LOV":
        if indsats.paabegyndt is not None and indsats.paabegyndt < BARNETS_LOV_FRA:
            return g.BARNETS_LOV_FOER(indsats.paabegyndt)
        return None
    return g.IKKE_PAA_LISTEN(indsats.hjemmel)


@stykke(
    bek(17, 1),
    "Det er nok, at borgeren faktisk er begyndt, men en indsats, der sluttede inden for en uge, bør et menneske se på.",
)
def stk1_under_en_uge(indsats: Indsats) -> Grund | None:
    """Any attendance is a start, but one that ended within a week is worth a look (T8)."""
    if indsats.afsluttet is None or indsats.paabegyndt is None:
        return None
    antal = (indsats.afsluttet - indsats.paabegyndt).days + 1
    return g.UNDER_EN_UGE(indsats.hjemmel, antal) if antal < 7 else None


@stykke(
    bek(17, 2),
    "En indsats fra før ressourceforløbet tæller ikke, og det gør en indsats uden for indsatsdelen heller ikke.",
)
def stk2(indsats: Indsats, start: date, frist: date | None, pr: date) -> Grund:
    """An effort begun before the ressourceforløb, or not in the indsatsdel, is left out of account.

    It counts from the later of its start and its entry in the indsatsdel (T8, T9), both at the latest on `pr`.
    frist=None: no limit is reached yet. Returns the ground; RETTIDIG counts, BARNETS_LOV is for a human (T23).
    """
    udelukket = stk1_indsats(indsats)
    if udelukket is not None:
        return udelukket
    begyndt = indsats.paabegyndt
    if begyndt is None:
        return g.IKKE_BEGYNDT(indsats.hjemmel)
    if begyndt > pr:
        return g.BEGYNDER_SENERE(indsats.hjemmel, begyndt)
    if begyndt < start:
        if indsats.genoptaget is not None and indsats.genoptaget >= start:
            return g.GENOPTAGET(indsats.hjemmel, begyndt, indsats.genoptaget)
        return g.BEGYNDT_FOER(indsats.hjemmel, begyndt)
    if not indsats.i_indsatsdel:
        return g.IKKE_I_INDSATSDEL(indsats.hjemmel)
    optaget = indsats.optaget_i_indsatsdel
    fra = begyndt if optaget is None or optaget < begyndt else optaget
    if fra > pr:
        return g.SENERE_I_INDSATSDEL(indsats.hjemmel, fra)
    if frist is not None and fra > frist:
        if begyndt > frist:
            return g.BEGYNDT_FOR_SENT(indsats.hjemmel, begyndt)
        return g.OPTAGET_FOR_SENT(indsats.hjemmel, begyndt, fra)
    if indsats.hjemmel == "BARNETS_LOV":
        return g.BARNETS_LOV(fra)
    return g.RETTIDIG(indsats.hjemmel, fra)


@stykke(
    bek(17, 3),
    "Dage i en periode, der holdes ude, springes over, når de seks måneder tælles.",
)
def stk3(start: date, d0: date, perioder: Sequence[UndtagetPeriode]) -> Taelling:
    """Days after the start that lie in such a period are skipped; the limit is the day the count is full (T4, T5).

    A period that begins while the count is still under way moves the limit by its whole length; one without an
    end lets it stand still. Periods are merged first, so overlap counts once and an extension can reach the
    next one.
    """
    startdag, seks = start.toordinal(), d0.toordinal()
    foerste = startdag + 1
    ude: list[tuple[int, int]] = []
    taeller_med: list[Grund] = []
    for p in perioder:
        if not stk3_holder_ude(p):
            taeller_med.append(g.PERIODE_TAELLER_MED(p.fra, p.til, p.hjemmel))
        elif p.til is None or p.til > start:
            fra = p.fra.toordinal()
            ude.append((fra if fra > foerste else foerste, EVIGT if p.til is None else p.til.toordinal()))
    if not ude:
        return Taelling(startdag, seks, d0, 0, 0, ude, taeller_med)
    if len(ude) > 1:
        ude = forenet(ude)
    frist, sprunget = seks, 0
    for nr, (fra, til) in enumerate(ude):
        if fra > frist:
            ude = ude[:nr]
            break
        if til == EVIGT:
            return Taelling(startdag, seks, None, fra, sprunget, ude, taeller_med)
        sprunget += til - fra + 1
        frist = seks + sprunget
    if frist >= EVIGT:
        raise UgyldigeFakta(f"undtagne_perioder[{_sidste(perioder)}].til")
    return Taelling(startdag, seks, date.fromordinal(frist), 0, sprunget, ude, taeller_med)


@stykke(
    bek(17, 3),
    "En periode holdes kun ude ved fritagelse for rådighed efter LAS § 13 eller kontaktforløb uden kontakt efter LAB § 33.",
)
def stk3_holder_ude(periode: UndtagetPeriode) -> bool:
    """Only exemption from availability (LAS § 13) and contact-free kontaktforløb (LAB § 33) keep a period out."""
    return periode.hjemmel in HOLDER_UDE


def _sidste(perioder: Sequence[UndtagetPeriode]) -> int:
    """The period that reaches furthest."""
    slut = [(p.til, nr) for nr, p in enumerate(perioder) if p.til is not None and stk3_holder_ude(p)]
    return max(slut)[1]


@stykke(
    bek(17, 4),
    "Sagen skal ikke for teamet, hvis borgeren har haft timer som ordinært ansat lønmodtager i de første seks måneder.",
)
def stk4(timer: Iterable[OrdinaereTimer], start: date, sidste: date) -> tuple[Grund | None, Grund | None]:
    """Hours as an ordinary wage earner in the first six months exempt the case; there is no minimum (T6).

    Returns the ground, and the doubt where only paid absence speaks for it (T7).
    """
    sikker = tvivl = None
    for t in timer:
        if t.timer and start <= t.dato <= sidste:
            if t.art == "ORDINAER_LOENMODTAGER":
                if sikker is None or t.dato < sikker:
                    sikker = t.dato
            elif t.art == "BETALT_FRAVAER" and (tvivl is None or t.dato < tvivl):
                tvivl = t.dato
    return (
        None if sikker is None else g.LOENTIMER(sikker),
        None if tvivl is None else g.BETALT_FRAVAER(tvivl),
    )


@stykke(
    bek(17, 4),
    "Timer af en anden slags, uden for de første seks måneder eller uden timetal undtager ikke sagen.",
)
def stk4_taeller_ikke(timer: Iterable[OrdinaereTimer], start: date, sidste: date) -> list[Grund]:
    """Why hours exempt nothing, for each that does not: they must not vanish from the answer in silence."""
    fundet: list[Grund] = []
    for t in timer:
        if t.art not in ARBEJDSTIMER:
            fundet.append(g.ANDET_ARBEJDE(t.dato, t.art))
        elif not start <= t.dato <= sidste:
            fundet.append(g.TIMER_UDENFOR(t.dato, start, sidste))
        elif t.timer is None:
            fundet.append(g.TIMER_UOPLYST(t.dato))
        elif not t.timer:
            fundet.append(g.INGEN_TIMER(t.dato))
    return fundet


@stykke(
    bek(17, 5),
    "Sagen skal ikke for teamet, hvis borgeren var i løntilskud efter kompensationslovens § 15 i de første seks måneder.",
)
def stk5(perioder: Iterable[Periode], start: date, sidste: date) -> Grund | None:
    """Employment with subsidy after kompensationsloven § 15 in the first six months exempts the case (T6)."""
    foerste = _foerste_dag(perioder, start, sidste)
    return None if foerste is None else g.LOENTILSKUD_15(foerste)


@stykke(
    bek(17, 6),
    "Sagen skal ikke for teamet, hvis borgeren deltog i STU i de første seks måneder.",
)
def stk6(perioder: Iterable[Periode], start: date, sidste: date) -> Grund | None:
    """STU in the first six months exempts the case; other education does not (T6)."""
    foerste = _foerste_dag(perioder, start, sidste)
    return None if foerste is None else g.STU(foerste)


def udenfor(perioder: Iterable[Periode], start: date, sidste: date, slags: Grundslag) -> list[Grund]:
    """The spans of stk. 5 or 6 that have no day in [start, sidste], each with its ground."""
    return [
        slags(p.fra, p.til, start, sidste)
        for p in perioder
        if p.fra > sidste or (p.til is not None and p.til < start)
    ]


def _foerste_dag(perioder: Iterable[Periode], start: date, sidste: date) -> date | None:
    """First day of the spans inside [start, sidste]."""
    foerste = min((max(p.fra, start) for p in perioder if p.til is None or p.til >= start), default=None)
    return None if foerste is None or foerste > sidste else foerste
