"""The calculator of the six months: the form's dates as facts, the law's answer, and the answer ready to be shown.

The way is the caseworker's: facts (lov.fakta), the rule, `svar`, the building blocks. Nothing is looked up or kept.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from rehabteam.lov.bek2408_2021.par17 import Par17Detaljer, seks_maaneder
from rehabteam.lov.fakta import Indsats, OrdinaereTimer, Periode, Ressourceforloeb, UndtagetPeriode
from rehabteam.lov.vurdering import Grund, Hjemmel, SkalVurderes, Vurdering, bek

from . import hjemler, svar
from .byggesten import optaelling, tidslinje
from .byggesten.tidslinje import Billeder
from .forloebsside import overlap
from .formularer.beregn import Seksmaanedersform
from .formularer.beregnfelter import LOENTILSKUD_15, STU
from .svar import Dom

SAERLIGE_GRUNDE = "saerlige_grunde"


@dataclass(frozen=True, slots=True)
class Indsatsraekke:
    """An effort as typed, with its answer: TAELLER, TAELLER_IKKE, IKKE_BEGYNDT or VURDER."""

    navn: str
    indsats: Indsats
    svar: str
    grund: Grund


@dataclass(frozen=True, slots=True)
class Perioderaekke:
    """A period as typed, with what the law says of it."""

    navn: str
    periode: UndtagetPeriode
    holder_ude: bool
    grund: Grund


@dataclass(frozen=True, slots=True)
class Undtagelsesraekke:
    """Hours on a day, or a span of § 15 subsidy or STU (`fra` = `til`: one day; til=None: still running)."""

    navn: str
    fra: date
    til: date | None
    timer: float | None
    er_timer: bool
    hjemmel: Hjemmel

    @property
    def hvad(self) -> str:
        """ "Ordinære timer som lønmodtager, 7,5 timer"."""
        if not self.er_timer:
            return self.navn
        timer = "timer ikke oplyst" if self.timer is None else f"{self.timer:g} timer".replace(".", ",")
        return f"{self.navn}, {timer}"


@dataclass(frozen=True, slots=True)
class Beregning:
    """The whole answer about the day `pr`; `dag` is the day of the reader."""

    fakta: Ressourceforloeb
    pr: date
    dag: date
    vurdering: Vurdering
    detaljer: Par17Detaljer
    dom: Dom

    @property
    def billeder(self) -> Billeder:
        # Drawn about `pr` alone, so that a link shows the same picture whenever it is opened.
        t = tidslinje.af_vurdering(
            self.fakta, self.vurdering, i_dag=self.pr, pr=self.pr, navne=[i.navn for i in self.indsatser]
        )
        return tidslinje.tegn(replace(t, vis_i_dag=self.pr == self.dag))

    @property
    def optalt(self) -> list[optaelling.Raekke]:
        d = self.detaljer
        return optaelling.raekker(d.segmenter, d.n, d.frist)

    @property
    def note(self) -> str:
        return overlap(self.detaljer)

    @property
    def pligt_fra(self) -> date | None:
        """When the duty would arise if nothing more begins; only while it has not."""
        return self.detaljer.pligt_fra if self.vurdering.status == "IKKE_UDLOEBET" else None

    @property
    def spoergsmaal(self) -> list[SkalVurderes]:
        """What the answer waits for."""
        return [s for s in self.vurdering.skal_vurderes if s.noegle != SAERLIGE_GRUNDE]

    @property
    def kommunens(self) -> list[SkalVurderes]:
        """What the kommune alone can judge, and what no calculator asks about."""
        return [s for s in self.vurdering.skal_vurderes if s.noegle == SAERLIGE_GRUNDE]

    @property
    def udgave_tvivl(self) -> bool:
        return svar.find(self.vurdering, "udgave_usikker") is not None

    @property
    def forskelle(self) -> list[Any]:
        return [x for x in self.vurdering.laesninger if x.forskel]

    @property
    def ens(self) -> list[Any]:
        return [x for x in self.vurdering.laesninger if not x.forskel]

    @property
    def samme_resultat(self) -> bool:
        return all(x.resultat == x.anden_resultat for x in self.vurdering.laesninger)

    @property
    def indsatser(self) -> list[Indsatsraekke]:
        return [
            Indsatsraekke(
                hjemler.indsats(self.fakta.indsatser[s.nr].hjemmel),
                self.fakta.indsatser[s.nr],
                s.svar,
                s.grund,
            )
            for s in self.detaljer.indsatser
        ]

    @property
    def perioder(self) -> list[Perioderaekke]:
        alle = self.fakta.undtagne_perioder
        return [
            Perioderaekke(hjemler.periode(alle[s.nr].hjemmel), alle[s.nr], s.holder_ude, s.grund)
            for s in self.detaljer.perioder
        ]

    @property
    def undtagelser(self) -> list[Undtagelsesraekke]:
        f = self.fakta
        return [
            *(
                Undtagelsesraekke(hjemler.TIMEARTER[t.art], t.dato, t.dato, t.timer, True, bek(17, 4))
                for t in f.ordinaere_timer
            ),
            *_spaend("Løntilskud efter § 15", f.loentilskud_kompensationslov_15, bek(17, 5)),
            *_spaend("STU", f.stu, bek(17, 6)),
        ]


def _spaend(navn: str, perioder: Sequence[Periode], hjemmel: Hjemmel) -> list[Undtagelsesraekke]:
    return [Undtagelsesraekke(navn, p.fra, p.til, None, False, hjemmel) for p in perioder]


def beregn(fakta: Ressourceforloeb, pr: date, dag: date) -> Beregning:
    """Ask § 17 about the day `pr`."""
    v = seks_maaneder(fakta, pr)
    return Beregning(fakta, pr, dag, v, v.detaljer, svar.lovens_dom(v, pr))


def af_form(form: Seksmaanedersform) -> Beregning:
    """The answer to a valid form."""
    return beregn(fakta(form), form.cleaned_data["pr"], form.dag)


def fakta(form: Seksmaanedersform) -> Ressourceforloeb:
    """The facts of a valid form. Særlige grunde are the kommune's own judgement and are never asked about."""
    undtaget = form.svar("u")
    return Ressourceforloeb(
        forloeb_start=form.cleaned_data["start"],
        indsatser=tuple(
            Indsats(r["hjemmel"], r["begyndt"], r["indsatsdel"], r["optaget"] if r["indsatsdel"] else None)
            for r in form.svar("i")
        ),
        undtagne_perioder=tuple(UndtagetPeriode(r["fra"], r["til"], r["hjemmel"]) for r in form.svar("p")),
        ordinaere_timer=tuple(
            OrdinaereTimer(r["dato"], None if r["timer"] is None else float(r["timer"]), r["hvad"])
            for r in undtaget
            if r["hvad"] in hjemler.TIMEARTER
        ),
        loentilskud_kompensationslov_15=_perioder(undtaget, LOENTILSKUD_15),
        stu=_perioder(undtaget, STU),
    )


def _perioder(raekker: list[dict[str, Any]], hvad: str) -> tuple[Periode, ...]:
    return tuple(Periode(r["fra"], r["til"]) for r in raekker if r["hvad"] == hvad)


EKSEMPEL_PR = date(2026, 5, 27)
EKSEMPEL = Ressourceforloeb(
    date(2025, 10, 31),
    undtagne_perioder=(UndtagetPeriode(date(2025, 12, 1), date(2025, 12, 31), "LAS_13_STK_7"),),
)
EKSEMPEL_PAR = (
    ("start", "31.10.2025"),
    ("p1-hjemmel", "LAS_13_STK_7"),
    ("p1-fra", "01.12.2025"),
    ("p1-til", "31.12.2025"),
    ("indsats", "nej"),
    ("undtaget", "nej"),
    ("pr", "27.05.2026"),
)
"""The worked example of the empty page: its facts, and the same as the form would write them."""


def eksempel() -> Beregning:
    return beregn(EKSEMPEL, EKSEMPEL_PR, EKSEMPEL_PR)
