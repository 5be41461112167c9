"""The inbox in the order of the desk: what must leave it today, what came too late, what can wait."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, field, replace
from datetime import date, time
from itertools import pairwise
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.lov.love import gaeldende
from rehabteam.sager.aftaler import KATEGORIER, Aftalebog, Vilkaar
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsarter import art
from rehabteam.web.byggesten import datoer, fristmaerke
from rehabteam.web.fristboks import hverdage_til

from .belastning import kort_kommune

T = TypeVar("T")
# The order of the groups: what the secretariat is itself late with, today, too late from the kommune, later.
# Whose day was cancelled, and a talk, have no meeting: they stand last, and are not forgotten.
OVER, I_DAG, FOR_SENT, SENERE, NY_DAG, SAMTALE = range(6)
KOMMUNE = 6  # a group of one kommune's cases, whatever their day
SAMTALEN = "samtale_113_stk3"  # the kind of case that has no meeting at all
UDEN_DAG = frozenset({NY_DAG, SAMTALE})
HASTER = frozenset({OVER, I_DAG, FOR_SENT})
PR_SIDE = 20


@dataclass(frozen=True, slots=True)
class Raekke:
    """One case on the desk. `naeste`: the case whose row has the turn when this one is sent.

    `tag_stilling`: it came too late, and nobody has decided what to do. `spurgt`: a question waits for its answer.
    `efter_klokken`: the hour agreed on the last day, when it came after it. `haster`: it must leave the desk today.
    `senest`: its last day, where the group has no day of its own.
    """

    sag: Sag
    art: str
    aftale: str
    naeste: UUID | None
    tag_stilling: bool
    spurgt: bool
    efter_klokken: time | None
    haster: bool
    senest: fristmaerke.Fristmaerke | None = None


@dataclass(slots=True)
class Gruppe:
    """Cases with one last day, or of one kommune: heading, which meetings, badge, and the rows of one page of them.

    `noegle`: the group's name in an address; `side` of `sider`. `senest` None: no day is set. `hastende`: how many of
    them must leave the desk today.
    """

    slags: int
    senest: date | None
    overskrift: str
    maerke: fristmaerke.Fristmaerke | None
    under: str = ""
    antal: int = 0
    side: int = 1
    raekker: list[Raekke] = field(default_factory=list)
    hastende: int = 0
    om: str = ""

    @property
    def noegle(self) -> str:
        return f"{self.slags}-{self.om or self.senest or 'uden'}"

    @property
    def sider(self) -> range:
        return range(1, -(-self.antal // PR_SIDE) + 1)


class Frister:
    """The day the secretariat sends on, asked of the procedure once per meeting date."""

    def __init__(self) -> None:
        self._kendte: dict[date, date] = {}

    def senest(self, moede: date) -> date:
        if moede not in self._kendte:
            svar = gaeldende("frist", moede).funktion(moede)
            self._kendte[moede] = svar.detaljer.sekretariat_videresendelse
        return self._kendte[moede]


def aftalekategori(sag: Sag, vilkaar: Vilkaar) -> str:
    """What the agreement counts the case as."""
    kategori = vilkaar.kategori(sag)
    if kategori is None:
        return _("kategori ikke angivet")
    navn = _(KATEGORIER.get(kategori, kategori))
    return navn[:1].lower() + navn[1:]


def grupper(
    sager: Iterable[Sag],
    dag: date,
    bog: Aftalebog,
    spurgte: Container[UUID] = frozenset(),
    sider: Mapping[str, int] = MappingProxyType({}),
) -> list[Gruppe]:
    """The cases not handed over yet. Late ones nobody has decided about stand apart, with the kommune's reason.

    `sider`: the page asked for of a group, by its key. `spurgte`: the cases with a question that waits.
    """
    fundne: dict[tuple[int, date], list[Sag]] = defaultdict(list)
    for sag, slags, senest in _med_dag(sager, dag):
        fundne[slags, senest or date.max].append(sag)
    noegler = sorted(fundne)
    efter = dict(pairwise(sag.id for noegle in noegler for sag in fundne[noegle]))
    resultat = []
    for slags, dagen in noegler:
        liste, senest = fundne[slags, dagen], None if slags in UDEN_DAG else dagen
        gruppe = Gruppe(
            slags, senest, _overskrift(slags, dagen), _maerke(senest, dag), _moeder(liste), len(liste)
        )
        gruppe.hastende = len(liste) if slags in HASTER else 0
        gruppe.raekker = [
            _raekke(s, senest, bog, slags, efter.get(s.id), s.id in spurgte)
            for s in _paa_siden(gruppe, liste, sider)
        ]
        resultat.append(gruppe)
    return resultat


def efter_kommune(
    sager: Iterable[Sag],
    dag: date,
    bog: Aftalebog,
    spurgte: Container[UUID] = frozenset(),
    sider: Mapping[str, int] = MappingProxyType({}),
) -> list[Gruppe]:
    """The same cases kommune by kommune, by name; within one, what must leave the desk first stands first."""
    fundne: dict[tuple[str, UUID], list[tuple[int, date, Sag]]] = defaultdict(list)
    for sag, slags, senest in _med_dag(sager, dag):
        fundne[sag.kommune.navn, sag.kommune_id].append((slags, senest or date.max, sag))
    for liste in fundne.values():
        liste.sort(key=lambda x: x[:2])
    noegler = sorted(fundne)
    efter = dict(pairwise(sag.id for noegle in noegler for _slags, _dag, sag in fundne[noegle]))
    resultat = []
    for navn, kommune_id in noegler:
        liste = fundne[navn, kommune_id]
        gruppe = Gruppe(KOMMUNE, None, navn, None, _antal(liste), len(liste), om=str(kommune_id))
        gruppe.hastende = sum(slags in HASTER for slags, _dag, _sag in liste)
        for slags, dagen, sag in _paa_siden(gruppe, liste, sider):
            frist = None if slags in UDEN_DAG else dagen
            raekke = _raekke(sag, frist, bog, slags, efter.get(sag.id), sag.id in spurgte)
            gruppe.raekker.append(replace(raekke, senest=_maerke(frist, dag)))
        resultat.append(gruppe)
    return resultat


def _med_dag(sager: Iterable[Sag], dag: date) -> Iterator[tuple[Sag, int, date | None]]:
    """Each case with the group it belongs to and its last day."""
    frister = Frister()
    for sag in sager:
        senest = frister.senest(sag.moede.dato) if sag.moede else None
        yield sag, _slags(sag, senest, dag), senest


def _maerke(senest: date | None, dag: date) -> fristmaerke.Fristmaerke | None:
    return fristmaerke.hverdage(senest, hverdage_til(senest, dag)) if senest else None


def _paa_siden(gruppe: Gruppe, alle: list[T], sider: Mapping[str, int]) -> list[T]:
    """The page of the group that is asked for, or the nearest there is."""
    gruppe.side = min(max(1, sider.get(gruppe.noegle, 1)), len(gruppe.sider))
    foerste = (gruppe.side - 1) * PR_SIDE
    return alle[foerste : foerste + PR_SIDE]


def _raekke(
    sag: Sag, senest: date | None, bog: Aftalebog, slags: int, naeste: UUID | None, spurgt: bool
) -> Raekke:
    vilkaar = bog.vilkaar(sag.kommune_id, sag.moede.dato if sag.moede else sag.sendt_dag or sag.oprettet)
    klokken = vilkaar.skaeringstid
    sendt = localtime(sag.sendt_tid) if sag.sendt_tid else None
    efter = bool(klokken and sendt and senest and sag.sendt_dag == senest and sendt.time() > klokken)
    return Raekke(
        sag,
        _(art(sag).navn),
        aftalekategori(sag, vilkaar),
        naeste,
        slags == FOR_SENT,
        spurgt,
        klokken if efter else None,
        slags in HASTER,
    )


def _slags(sag: Sag, senest: date | None, dag: date) -> int:
    if senest is None:
        return SAMTALE if art(sag).noegle == SAMTALEN else NY_DAG
    if sag.sendt_for_sent and not sag.sent_stilling:
        return FOR_SENT
    return OVER if senest < dag else I_DAG if senest == dag else SENERE


def _overskrift(slags: int, senest: date) -> str:
    if slags == SENERE:
        return _("Send senest %(dag)s") % {"dag": datoer.saetning(senest)}
    return {
        OVER: _("Skulle være sendt videre"),
        I_DAG: _("Send i dag"),
        FOR_SENT: _("Modtaget for sent"),
        NY_DAG: _("Venter på en ny mødedag"),
        SAMTALE: _("Samtaler uden møde"),
    }[slags]


def _moeder(sager: list[Sag]) -> str:
    """ "Møde torsdag 11. juni 2026 i Nordby, 4 sager"."""
    steder: dict[date, list[str]] = {}
    for sag in sager:
        if sag.moede is None:
            continue
        navne = steder.setdefault(sag.moede.dato, [])
        if (navn := kort_kommune(sag.kommune.navn)) not in navne:
            navne.append(navn)
    hvor = "; ".join(
        _("møde %(dag)s i %(kommuner)s") % {"dag": datoer.saetning(dag), "kommuner": _og(navne)}
        for dag, navne in steder.items()
    )
    antal = _antal(sager)
    return f"{hvor[:1].upper()}{hvor[1:]}, {antal}" if hvor else antal


def _antal(sager: Sized) -> str:
    return ngettext("%(antal)s sag", "%(antal)s sager", len(sager)) % {"antal": len(sager)}


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
