"""Beside the inbox: how much each sundhedskoordinator has in the next two weeks, and what is agreed with each kommune."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.aftaler import KATEGORIER, Aftalebog
from rehabteam.sager.models import Fravaer, Medarbejder, Organisation, Sag
from rehabteam.web.byggesten import datoer

TO_UGER = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Belastning:
    """A sundhedskoordinator's cases in the next two weeks, by meeting."""

    koordinator: Medarbejder
    antal: int
    moeder: str
    fri: str  # when she is away in these weeks
    fravaer: Fravaer | None

    @property
    def prikker(self) -> range:
        return range(self.antal)


def kort_kommune(navn: str) -> str:
    return navn.removesuffix(" Kommune")


def belastning(
    koordinatorer: Iterable[Medarbejder], fordelte: Iterable[Sag], dag: date, fravaer: Iterable[Fravaer] = ()
) -> list[Belastning]:
    """Each coordinator's cases with a meeting within two weeks. No capacity is known, and none is guessed."""
    snart: dict[UUID, list[Sag]] = defaultdict(list)
    for sag in fordelte:
        if sag.koordinator_id and sag.moede and dag <= sag.moede.dato <= dag + TO_UGER:
            snart[sag.koordinator_id].append(sag)
    vaek: dict[UUID, Fravaer] = {}
    for f in fravaer:
        if f.fra <= dag + TO_UGER:
            vaek.setdefault(f.medarbejder_id, f)
    return [
        Belastning(k, len(snart[k.id]), _naar(snart[k.id]), fri(vaek.get(k.id)), vaek.get(k.id))
        for k in koordinatorer
    ]


def fri(f: Fravaer | None) -> str:
    """ "fri 01.06.-12.06."; "" for one who is there."""
    if f is None:
        return ""
    if f.fra == f.til:
        return _("fri %(dag)s") % {"dag": datoer.kort(f.fra)}
    return _("fri %(fra)s–%(til)s") % {"fra": datoer.kort(f.fra), "til": datoer.kort(f.til)}


@dataclass(frozen=True, slots=True)
class Aftale:
    """The agreement with one kommune, as the secretariat needs them; None = "Ikke angivet"."""

    kommune: Organisation
    sager_per_dag: str
    skaeringstid: time | None
    pris_per_sag: str
    opdigtet: bool


def aftaler(kommuner: Iterable[Organisation], bog: Aftalebog, dag: date) -> list[Aftale]:
    fundne = []
    for kommune in kommuner:
        v = bog.vilkaar(kommune.id, dag)
        sager = {k: str(n) for k, n in v.sager_per_dag.items() if n is not None}
        priser = {k: f"{p:,.0f} kr.".replace(",", ".") for k, p in v.pris_per_sag.items() if p is not None}
        fundne.append(Aftale(kommune, _pr(sager), v.skaeringstid, _pr(priser), v.opdigtet))
    return fundne


def _pr(af: Mapping[str, str]) -> str:
    """ "8 (sygedagpengereformen)", one per category."""
    return " · ".join(f"{v} ({_(KATEGORIER.get(k, k))})" for k, v in af.items())


def _naar(sager: list[Sag]) -> str:
    dage = Counter((s.moede.dato, kort_kommune(s.kommune.navn)) for s in sager if s.moede)
    return " · ".join(f"{datoer.kort(dag)} {navn}" for dag, navn in sorted(dage))
