"""Where a certificate is on its way, when it should be here, and what comes next. Plain facts and a day, no clock.

The days come from configuration with a source (attestformer.py); they are nobody's rule of law.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from .attestformer import ANMODET, SKRIDT, Attestform, Frist
from .models import Attestskridt

S = Attestskridt.Slags


@dataclass(frozen=True, slots=True)
class Stand:
    """How a request stands on one day.

    `sket`: the day of each step noted. `frist`: the last day in time, None when nobody has said one or its clock has
    not begun; `uret`: which of the form's deadlines that is, None when it is the last day the kommune set itself.
    `venter_paa`: the step that would start the clock. `forsinket`: the deadline is over and the certificate not here.
    `kom_for_sent`: it is here, and came after. `naeste`: the next step, "" when it is here. `tjek`: while no deadline
    runs and nobody has noted that the citizen or the doctor has the request (`ikke_noteret`), the day the kommune looks
    itself; its own choice, no rule.
    """

    sket: Mapping[str, date]
    frist: date | None
    uret: Frist | None
    venter_paa: str
    forsinket: bool
    kom_for_sent: bool
    rykket: date | None
    naeste: str
    tjek: date | None = None
    ikke_noteret: str = ""

    @property
    def modtaget(self) -> bool:
        return S.MODTAGET in self.sket

    def dage(self, dag: date) -> int | None:
        """Days left: 0 on the last day, negative when it is over."""
        return (self.frist - dag).days if self.frist else None

    @property
    def boer_rykkes(self) -> bool:
        """Late, and nobody has reminded the doctor since."""
        return self.forsinket and (self.rykket is None or self.frist is None or self.rykket <= self.frist)


def stand(
    form: Attestform,
    anmodet: date,
    skridt: Iterable[tuple[str, date]],
    dag: date,
    svarfrist: date | None = None,
) -> Stand:
    """`skridt`: (slags, day) as they govern, in the order they were noted. Later ones of a kind replace earlier."""
    sket = dict(skridt)
    rykket, modtaget = sket.pop(S.RYKKET, None), sket.get(S.MODTAGET)
    frist, uret = _fristen(form, {ANMODET: anmodet, **sket}, svarfrist)
    ikke_noteret = _ikke_noteret(form, sket) if form.egen_opfoelgning and frist is None else ""
    fra = anmodet if ikke_noteret == S.UDLEVERET else sket.get(S.UDLEVERET, anmodet)
    mangler = [f.fra for f in form.frister if f.fra not in sket and f.fra != ANMODET]
    return Stand(
        sket=sket,
        frist=frist,
        uret=uret,
        venter_paa="" if frist or modtaget or not mangler else min(mangler, key=SKRIDT.index),
        forsinket=bool(frist and not modtaget and dag > frist),
        kom_for_sent=bool(frist and modtaget and modtaget > frist),
        rykket=rykket,
        naeste=_naeste(form, sket),
        tjek=fra + timedelta(days=form.egen_opfoelgning or 0) if ikke_noteret else None,
        ikke_noteret=ikke_noteret,
    )


def _ikke_noteret(form: Attestform, sket: Mapping[str, date]) -> str:
    """Which of the first two steps nobody has noted; "" when a later one shows that the doctor has the request."""
    if any(s in sket for s in (S.HOS_LAEGEN, S.TID_BESTILT, S.KONSULTATION, S.MODTAGET)):
        return ""
    return next((str(s) for s in (S.UDLEVERET, S.HOS_LAEGEN) if s in form.skridt and s not in sket), "")


def _fristen(
    form: Attestform, dage: Mapping[str, date], svarfrist: date | None
) -> tuple[date | None, Frist | None]:
    """The first deadline to end. What the kommune set is for the consultation, and met when that is held."""
    fundne: list[tuple[date, Frist | None]] = [
        (dage[f.fra] + timedelta(days=f.dage), f) for f in form.frister if f.fra in dage
    ]
    if svarfrist and S.KONSULTATION not in dage:
        fundne.append((svarfrist, None))
    return min(fundne, key=lambda x: x[0]) if fundne else (None, None)


def _naeste(form: Attestform, sket: Mapping[str, date]) -> str:
    """The step after the last one noted; one that was passed over is not asked for again."""
    vej = (*form.skridt, S.MODTAGET)
    sidste = max((nr for nr, s in enumerate(vej) if s in sket), default=-1)
    return str(vej[sidste + 1]) if sidste + 1 < len(vej) else ""
