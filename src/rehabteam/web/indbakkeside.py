"""The inbox in the order of the desk: what must leave it today, what came too late, what can wait."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.lov.love import gaeldende
from rehabteam.sager.models import Medarbejder, Sag
from rehabteam.web.byggesten import datoer, fristmaerke
from rehabteam.web.fristboks import hverdage_til

TO_UGER = timedelta(days=14)
# The order of the groups: what the secretariat is itself late with, today, too late from the kommune, later.
OVER, I_DAG, FOR_SENT, SENERE = range(4)
HASTER = frozenset({OVER, I_DAG, FOR_SENT})


@dataclass(frozen=True, slots=True)
class Raekke:
    """One case on the desk. `naeste`: the case whose row has the turn when this one is sent."""

    sag: Sag
    aftale: str
    naeste: UUID | None


@dataclass(slots=True)
class Gruppe:
    """Cases with one last day: heading, which meetings, badge, rows."""

    slags: int
    senest: date
    overskrift: str
    maerke: fristmaerke.Fristmaerke
    under: str = ""
    raekker: list[Raekke] = field(default_factory=list)

    @property
    def haster(self) -> bool:
        return self.slags in HASTER


@dataclass(frozen=True, slots=True)
class Belastning:
    """A sundhedskoordinator's cases in the next two weeks, by meeting."""

    koordinator: Medarbejder
    antal: int
    moeder: str

    @property
    def prikker(self) -> range:
        return range(self.antal)


class Frister:
    """The day the secretariat sends on, asked of the procedure once per meeting date."""

    def __init__(self) -> None:
        self._kendte: dict[date, date] = {}

    def senest(self, moede: date) -> date:
        if moede not in self._kendte:
            svar = gaeldende("frist", moede).funktion(moede)
            self._kendte[moede] = svar.detaljer.sekretariat_videresendelse
        return self._kendte[moede]


def aftalekategori(sagstype: str) -> str:
    """What the agreement counts the case as; its figures are not known here."""
    svar = dict(gaeldende("kategori").funktion(sagstype).svar)
    return str(svar["pris_gruppe"]) if svar["pris_gruppe"] else _("ikke angivet")


def grupper(sager: Iterable[Sag], dag: date) -> list[Gruppe]:
    """The cases not handed over yet. Late ones stand apart, since the kommune's reason goes with them."""
    frister = Frister()
    fundne: dict[tuple[int, date], list[Sag]] = defaultdict(list)
    for sag in sager:
        if sag.moede is None:  # a case is only ever sent to a meeting
            continue
        senest = frister.senest(sag.moede.dato)
        fundne[_slags(sag, senest, dag), senest].append(sag)
    noegler = sorted(fundne)
    raekkefoelge = [sag.id for noegle in noegler for sag in fundne[noegle]]
    efter = dict(pairwise(raekkefoelge))
    aftaler = {sag.sagstype: aftalekategori(sag.sagstype) for liste in fundne.values() for sag in liste}
    resultat = []
    for slags, senest in noegler:
        liste = fundne[slags, senest]
        gruppe = Gruppe(
            slags,
            senest,
            _overskrift(slags, senest),
            fristmaerke.hverdage(senest, hverdage_til(senest, dag)),
            _moeder(liste),
        )
        gruppe.raekker = [Raekke(s, aftaler[s.sagstype], efter.get(s.id)) for s in liste]
        resultat.append(gruppe)
    return resultat


def _slags(sag: Sag, senest: date, dag: date) -> int:
    if sag.sendt_for_sent:
        return FOR_SENT
    return OVER if senest < dag else I_DAG if senest == dag else SENERE


def _overskrift(slags: int, senest: date) -> str:
    if slags == SENERE:
        return _("Send senest %(dag)s") % {"dag": datoer.saetning(senest)}
    return {
        OVER: _("Skulle være sendt videre"),
        I_DAG: _("Send i dag"),
        FOR_SENT: _("Modtaget for sent"),
    }[slags]


def _moeder(sager: list[Sag]) -> str:
    """ "Møde torsdag 11. juni 2026 i Nordby, 4 sager"."""
    steder: dict[date, list[str]] = {}
    for sag in sager:
        assert sag.moede is not None
        navne = steder.setdefault(sag.moede.dato, [])
        if (navn := kort_kommune(sag.kommune.navn)) not in navne:
            navne.append(navn)
    hvor = "; ".join(
        _("møde %(dag)s i %(kommuner)s") % {"dag": datoer.saetning(dag), "kommuner": _og(navne)}
        for dag, navne in steder.items()
    )
    antal = ngettext("%(antal)s sag", "%(antal)s sager", len(sager)) % {"antal": len(sager)}
    return f"{hvor[:1].upper()}{hvor[1:]}, {antal}"


def _og(navne: list[str]) -> str:
    return (
        navne[0]
        if len(navne) == 1
        else _("%(foerste)s og %(sidste)s")
        % {
            "foerste": ", ".join(navne[:-1]),
            "sidste": navne[-1],
        }
    )


def kort_kommune(navn: str) -> str:
    return navn.removesuffix(" Kommune")


def belastning(koordinatorer: Iterable[Medarbejder], fordelte: Iterable[Sag], dag: date) -> list[Belastning]:
    """Each coordinator's cases with a meeting within two weeks. No capacity is known, and none is guessed."""
    snart: dict[UUID, list[Sag]] = defaultdict(list)
    for sag in fordelte:
        if sag.koordinator_id and sag.moede and dag <= sag.moede.dato <= dag + TO_UGER:
            snart[sag.koordinator_id].append(sag)
    return [Belastning(k, len(snart[k.id]), _naar(snart[k.id])) for k in koordinatorer]


def _naar(sager: list[Sag]) -> str:
    dage = Counter((s.moede.dato, kort_kommune(s.kommune.navn)) for s in sager if s.moede)
    return " · ".join(f"{datoer.kort(dag)} {navn}" for dag, navn in sorted(dage))
