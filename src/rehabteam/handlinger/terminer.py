"""What falls on which day for a person: the law's own dates asked for anew, meetings, certificates, reminders.

Read by the calendar, by the page of reminders and by the mail, so that they agree.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.fakta import med_fakta
from rehabteam.sager.models import Forloeb, Paamindelse, Sag
from rehabteam.sager.udtraek import kalender
from rehabteam.sager.udtraek.attester import Attestrad
from rehabteam.sager.udtraek.noter import paamindelser
from rehabteam.sager.udtraek.opfoelgning import opfoelgning
from rehabteam.sager.udtraek.udvalg import Udvalg

from .frist import vurder

HOEJST = 300  # of each kind; a month of a whole kommune may have more, and the page then says so
BAGUD, FREM = timedelta(days=30), timedelta(days=7)
# Answers with which a forløb still waits for something.
VENTER = frozenset({"SKAL_GENBEHANDLES", "IKKE_UDLOEBET", "SUSPENDERET", "MANUEL_VURDERING"})


class Slags(StrEnum):
    SEKS_MAANEDER = "seks_maaneder"
    SENDES = "sendes"
    MOEDE = "moede"
    ATTEST = "attest"
    OPFOELGNING = "opfoelgning"
    PAAMINDELSE = "paamindelse"


@dataclass(frozen=True, slots=True)
class Termin:
    """One thing on one day: with the one of the rows below that it is about."""

    dag: date
    slags: Slags
    forloeb: Forloeb | None = None
    sag: Sag | None = None
    attest: Attestrad | None = None
    paamindelse: Paamindelse | None = None
    vurdering: Vurdering | None = None
    kl: time | None = None


def terminer(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> list[Termin]:
    """From `fra` to `til`, both included, of the work that was chosen, and one's own reminders. In no order."""
    return [
        *_seks_maaneder(aktoer, fra, til, dag, u),
        *_sendes(aktoer, fra, til, dag, u),
        *_moeder(aktoer, fra, til, u),
        *_attester(aktoer, fra, til, dag, u),
        *_opfoelgning(aktoer, fra, til, dag, u),
        *(
            Termin(p.dag, Slags.PAAMINDELSE, paamindelse=p)
            for p in kalender.paamindelser_mellem(aktoer, fra, til)[:HOEJST]
        ),
    ]


def af_sig_selv(aktoer: Aktoer, dag: date) -> list[Termin]:
    """What is due in her own cases without her having asked: last days just passed, or within the week."""
    u = Udvalg(hos=(aktoer.sager_for,))
    fra, til = dag - BAGUD, dag + FREM
    fundne = [
        *_seks_maaneder(aktoer, fra, til, dag, u),
        *_sendes(aktoer, fra, til, dag, u),
        *_attester(aktoer, fra, til, dag, u),
        *_opfoelgning(aktoer, fra, til, dag, u),
    ]
    return sorted(fundne, key=lambda t: t.dag)


def antal(aktoer: Aktoer, dag: date) -> int:
    """How many reminders she has today: those she set for today or before, and what comes of itself."""
    return paamindelser(aktoer).filter(dag__lte=dag).count() + len(af_sig_selv(aktoer, dag))


def _seks_maaneder(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> Iterator[Termin]:
    for f in med_fakta(kalender.forloeb_mellem(aktoer, fra, til, u))[:HOEJST]:
        v = vurder(f, dag)
        if v.status in VENTER and v.frist is not None and fra <= v.frist <= til:
            yield Termin(v.frist, Slags.SEKS_MAANEDER, forloeb=f, vurdering=v)


def _sendes(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> Iterator[Termin]:
    for sag in kalender.skal_sendes(aktoer, fra, til, u)[:HOEJST]:
        assert sag.moede is not None
        v = gaeldende("frist", sag.moede.dato).funktion(sag.moede.dato, dag)
        if fra <= (seneste := v.detaljer.seneste_oprettelsesdato) <= til:
            yield Termin(seneste, Slags.SENDES, sag=sag, vurdering=v)


def _moeder(aktoer: Aktoer, fra: date, til: date, u: Udvalg) -> Iterator[Termin]:
    for sag in kalender.moeder_mellem(aktoer, fra, til, u)[:HOEJST]:
        assert sag.moede is not None
        yield Termin(sag.moede.dato, Slags.MOEDE, sag=sag, kl=sag.moede_kl or sag.moede.kl)


def _opfoelgning(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> Iterator[Termin]:
    """Only the days that were agreed: for the rest the law sets none, and they stand on the worklist."""
    hvem = u.hos[0] if u.hos and len(u.hos) == 1 else None
    for o in opfoelgning(aktoer, dag, hvem):
        if o.aftalt and fra <= o.aftalt <= til and (u.hos is None or o.sag.sagsbehandler_id in u.hos):
            yield Termin(o.aftalt, Slags.OPFOELGNING, sag=o.sag)


def _attester(aktoer: Aktoer, fra: date, til: date, dag: date, u: Udvalg) -> Iterator[Termin]:
    for r in kalender.attester_mellem(aktoer, fra, til, dag, u)[:HOEJST]:
        assert r.dag is not None
        yield Termin(r.dag, Slags.ATTEST, sag=r.anmodning.sag, attest=r)
