"""Certificates on their way: those of a case, those a kommune waits for, and the citizen's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Prefetch, QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..adgang.vaegge.samtykke import BORGERENS
from ..attestformer import Attestform, attestformer, er_attest
from ..attestfrister import Stand, stand
from ..models import FORMER, Anmodning, Attestskridt
from .samtykker import synlige_anmodninger

ATTESTER = tuple(kode for kode in FORMER if er_attest(kode))
S = Attestskridt.Slags


@dataclass(frozen=True, slots=True)
class Attestrad:
    """A request for a certificate and how it stands. `skridt`: all rows, the earliest first, also those regretted."""

    anmodning: Anmodning
    form: Attestform
    stand: Stand
    skridt: tuple[Attestskridt, ...]

    @property
    def aaben(self) -> bool:
        return self.anmodning.tilstand == Anmodning.Tilstand.SENDT

    @property
    def frist(self) -> date | None:
        """The last day in time; None when nobody has said one, or its clock has not begun."""
        return self.stand.frist

    @property
    def dag(self) -> date | None:
        """The day it belongs to in a list: the last in time, else the kommune's own check."""
        return self.frist or self.stand.tjek

    @property
    def gaeldende(self) -> tuple[Attestskridt, ...]:
        return gaeldende(self.skridt)

    def seneste(self, slags: str) -> Attestskridt | None:
        """The step of this kind that governs."""
        return next((s for s in reversed(self.gaeldende) if s.slags == slags), None)


def gaeldende(skridt: Iterable[Attestskridt]) -> tuple[Attestskridt, ...]:
    """Those that stand: nobody has regretted them."""
    alle = tuple(skridt)
    fortrudte = {s.fortryder_id for s in alle}
    return tuple(s for s in alle if s.slags != S.FORTRUDT and s.id not in fortrudte)


def former(kommune: str = "") -> dict[str, Attestform]:
    """The forms as this installation and kommune have them."""
    return dict(attestformer(settings.ATTESTFORMER, kommune))


def synlige_skridt(aktoer: Aktoer) -> "QuerySet[Attestskridt]":
    """As the requests they belong to; the citizen reads what was done, not who wrote it down."""
    skridt = Attestskridt.objects.order_by("tid", "id")
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return skridt.filter(kommune_id=aktoer.organisation_id).exclude(
            udelukkede__contains=[aktoer.medarbejder_id]
        )
    if aktoer.vaeg == Vaeg.BORGER:
        felter = (k.removesuffix("_id") for k in BORGERENS["sager_attestskridt"])
        return skridt.filter(borger_id=aktoer.borger_id).only(*felter)
    return skridt.none()


def _attester(aktoer: Aktoer) -> "QuerySet[Anmodning]":
    return (
        synlige_anmodninger(aktoer)
        .filter(form__in=ATTESTER)
        .prefetch_related(Prefetch("skridt", synlige_skridt(aktoer), to_attr="alle_skridt"))
    )


def rad(anmodning: Anmodning, form: Attestform, dag: date) -> Attestrad:
    """One row; `anmodning` with its steps (`alle_skridt`)."""
    skridt: tuple[Attestskridt, ...] = tuple(anmodning.alle_skridt)  # type: ignore[attr-defined]
    staar = stand(
        form,
        anmodning.sendt,
        ((s.slags, s.dag) for s in gaeldende(skridt)),
        dag,
        anmodning.svarfrist,
    )
    return Attestrad(anmodning, form, staar, skridt)


def _rader(anmodninger: Iterable[Anmodning], kommune: str, dag: date) -> list[Attestrad]:
    kendte = former(kommune)
    return [rad(a, kendte[a.form], dag) for a in anmodninger]


def sagens(aktoer: Aktoer, sag_id: object, dag: date) -> list[Attestrad]:
    """The certificates asked for in one case, the latest first. Two queries."""
    alle = _attester(aktoer).filter(sag_id=sag_id).select_related("samtykke")
    return _rader(alle.order_by("-sendt", "-registreret_tid"), aktoer.organisation_navn, dag)


def frister(aktoer: Aktoer, dag: date) -> list[Attestrad]:
    """What the kommune waits for, with a last day or a day to check it, the nearest first; with case and citizen.

    Two queries.
    """
    aabne = (
        _attester(aktoer)
        .filter(tilstand=Anmodning.Tilstand.SENDT)
        .select_related("sag__borger", "sag__sagsbehandler")
    )
    rader = [r for r in _rader(aabne, aktoer.organisation_navn, dag) if r.dag]
    return sorted(rader, key=lambda r: (r.dag or dag, str(r.anmodning.id)))


def mine(aktoer: Aktoer, dag: date) -> list[Attestrad]:
    """The citizen's own, the latest first: what was asked about her, and when she is to see the doctor."""
    alle = _attester(aktoer).exclude(tilstand=Anmodning.Tilstand.ANNULLERET)
    return _rader(alle.order_by("-sendt", "id"), aktoer.organisation_navn, dag)
