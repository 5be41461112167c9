"""The kommune's waiting list and meeting days as the planner asks for them, and its proposal."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import Q, QuerySet

from rehabteam.lov.love import gaeldende
from rehabteam.lov.tid import DAG

from ..adgang.aktoer import Aktoer
from ..aftaler import Aftalebog, aftalebog, fast_lovgrundlag
from ..models import Fravaer, Moede, Moedemedlem, Moedeplads, Sag
from ..planlaegning.opgaven import Dag, Forslag, Opgave, Placering, Ventende
from ..planlaegning.planlaegger import planlaeg
from ..sagsfakta.samlet import Vej, frist_kendt, vej
from .attester import frister
from .synlige import synlige_moeder, synlige_sager

T = Sag.Tilstand
FOER_MOEDET = (T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR)
FREM = timedelta(days=365)
SOEG = 90  # days ahead that a first day in time is looked for
KOORDINATOR = Moedemedlem.Fagomraade.SUNDHEDSKOORDINATOR
UKENDT = ""  # the category of a case whose category is not given


@dataclass(frozen=True, slots=True)
class Kapacitet:
    """Places of one category on one day. `ialt` None: no number is agreed."""

    kategori: str
    taget: int
    ialt: int | None

    @property
    def fri(self) -> int | None:
        return None if self.ialt is None else self.ialt - self.taget


@dataclass(frozen=True, slots=True)
class Moededag:
    """A meeting day ahead. `antal`: cases on it; `koordinator`: who is named, and whether she is away without another."""

    moede: Moede
    antal: int
    kapacitet: tuple[Kapacitet, ...]
    koordinator: Moedemedlem | None
    borte: bool

    @property
    def har_tal(self) -> bool:
        return any(k.ialt is not None for k in self.kapacitet)


@dataclass(frozen=True, slots=True)
class Ventesag:
    """A case that waits, and why it cannot come before its earliest day.

    `frist_kendt`: is there a deadline for its category; `hverdage`: the agreement's number, where it is the agreement's;
    `attest`: the last day of a certificate under way; `maal`: the agreement's own goal in days.
    """

    sag: Sag
    vent: Ventende
    kategori: str | None
    lovgrundlag: str | None
    frist_kendt: bool
    hverdage: int | None
    sendt: bool
    attest: date | None
    maal: int | None


@dataclass(frozen=True)
class Planbillede:
    """All the planning page shows."""

    dage: tuple[Moededag, ...]
    venter: tuple[Ventesag, ...]
    forslag: Forslag
    dag: date

    @cached_property
    def efter_sag(self) -> Mapping[object, Placering]:
        return {p.sag.id: p for p in self.forslag.placeringer}

    @cached_property
    def moeder(self) -> Mapping[object, Moede]:
        return {d.moede.id: d.moede for d in self.dage}

    @cached_property
    def sager(self) -> Mapping[object, Sag]:
        return {v.sag.id: v.sag for v in self.venter}


def kommende(aktoer: Aktoer, dag: date) -> "QuerySet[Moede]":
    """Days ahead that are not cancelled, from tomorrow and a year on."""
    return (
        synlige_moeder(aktoer)
        .filter(dato__gt=dag, dato__lte=dag + FREM, aflyst_tid=None)
        .select_related("moedeleder")
        .order_by("dato", "kl", "id")
    )


def i_plan(aktoer: Aktoer, dag: date, maa_flytte: bool) -> "QuerySet[Sag]":
    """Cases before the meeting without a day, or on one that was cancelled; and, if asked, those not sent yet that have
    a day ahead and may get another."""
    venter = Q(moede=None) | Q(moede__aflyst_tid__isnull=False)
    if maa_flytte:
        venter |= Q(tilstand=T.FORBEREDES, moede__dato__gt=dag)
    return (
        synlige_sager(aktoer)
        .filter(venter, tilstand__in=FOER_MOEDET)
        .select_related("borger", "moede", "sagsbehandler")
        .prefetch_related("skoen_raekker")
        .order_by("oprettet", "nummer")
    )


def planbillede(aktoer: Aktoer, dag: date, *, maa_flytte: bool = False) -> Planbillede:
    """The question, put to the planner. A fixed number of queries."""
    aftaler = aftalebog([aktoer.organisation_id])
    attester = _attester(aktoer, dag)
    sager = [s for s in i_plan(aktoer, dag, maa_flytte) if vej(s) == Vej.TEAM]
    venter = tuple(_ventesag(s, aftaler, attester.get(s.id), dag) for s in sager)
    flytbare = {v.sag.id for v in venter if v.vent.nu}
    dage = moededage(aktoer, dag)
    opgave = Opgave(_dage(dage, venter, flytbare), tuple(v.vent for v in venter))
    return Planbillede(dage, venter, planlaeg(opgave), dag)


def moededage(aktoer: Aktoer, dag: date) -> tuple[Moededag, ...]:
    """The days ahead with their places and the coordinator named for each."""
    moeder = list(kommende(aktoer, dag))
    pladser: dict[UUID, list[Moedeplads]] = defaultdict(list)
    for plads in Moedeplads.objects.filter(moede__in=moeder).select_related("sag"):
        pladser[plads.moede_id].append(plads)
    paa = Counter(
        synlige_sager(aktoer)
        .filter(moede__in=moeder)
        .exclude(tilstand=T.AFSLUTTET)
        .values_list("moede_id", flat=True)
    )
    navngivne = {m.moede_id: m for m in Moedemedlem.objects.filter(moede__in=moeder, fagomraade=KOORDINATOR)}
    fravaer = naar_borte(navngivne.values(), dag)
    return tuple(
        Moededag(
            m,
            paa[m.id],
            _kapacitet(pladser[m.id]),
            navngivne.get(m.id),
            er_borte(navngivne.get(m.id), m.dato, fravaer),
        )
        for m in moeder
    )


def _kapacitet(pladser: Iterable[Moedeplads]) -> tuple[Kapacitet, ...]:
    ialt: Counter[str] = Counter()
    taget: Counter[str] = Counter()
    for plads in pladser:
        ialt[plads.aftalekategori] += 1
        taget[plads.aftalekategori] += plads.sag is not None and plads.sag.tilstand != T.AFSLUTTET
    return tuple(Kapacitet(k, taget[k], ialt[k]) for k in sorted(ialt))


def dagens_pladser(moede: Moede) -> tuple[Kapacitet, ...]:
    """The places of one day."""
    return _kapacitet(Moedeplads.objects.filter(moede=moede).select_related("sag"))


def naar_borte(navngivne: Iterable[Moedemedlem], dag: date) -> list[tuple[UUID, date, date]]:
    """When each of those named, and those who come instead, is away. One query, whatever the number of days."""
    hvem = {m for n in navngivne for m in (n.medarbejder_id, n.stedfortraeder_id) if m}
    borte = Fravaer.objects.filter(medarbejder_id__in=hvem, til__gte=dag, slut=None)
    return list(borte.values_list("medarbejder_id", "fra", "til"))


def er_borte(medlem: Moedemedlem | None, dato: date, fravaer: Iterable[tuple[UUID, date, date]]) -> bool:
    """Named, away that day, and nobody comes instead who is not away as well."""
    if medlem is None or medlem.medarbejder_id is None:
        return False
    hvem = {m for m in (medlem.medarbejder_id, medlem.stedfortraeder_id) if m}
    return hvem <= {m for m, fra, til in fravaer if fra <= dato <= til}


def _dage(dage: Iterable[Moededag], venter: Iterable[Ventesag], flytbare: set[UUID]) -> tuple[Dag, ...]:
    """The days as the planner sees them: a place held by a case that may be moved is free."""
    loese: Counter[tuple[object, str]] = Counter(
        (v.vent.nu, v.vent.kategori) for v in venter if v.sag.id in flytbare
    )
    return tuple(
        Dag(
            d.moede.id,
            d.moede.dato,
            {
                k.kategori: None if k.fri is None else k.fri + loese[d.moede.id, k.kategori]
                for k in d.kapacitet
            },
            KOORDINATOR if d.borte else "",
        )
        for d in dage
    )


def _attester(aktoer: Aktoer, dag: date) -> dict[UUID, date]:
    """Case → the last expected day of the certificates under way."""
    ventede: dict[UUID, date] = {}
    for rad in frister(aktoer, dag):
        if rad.frist:
            ventede[rad.anmodning.sag_id] = max(rad.frist, ventede.get(rad.anmodning.sag_id, rad.frist))
    return ventede


def _ventesag(sag: Sag, aftaler: Aftalebog, attest: date | None, dag: date) -> Ventesag:
    terms = aftaler.vilkaar(sag.kommune_id, dag)
    kategori = terms.kategori(sag)
    sendt = sag.tilstand != T.FORBEREDES
    i_tide = None if sendt else _foerste_i_tide(sag, kategori, aftaler, dag)
    tidligst = max(filter(None, (dag + DAG, i_tide, attest)))
    maal = terms.senest_maal_dage
    nu = sag.moede_id if sag.moede and not sag.moede.aflyst_tid else None
    return Ventesag(
        sag,
        Ventende(
            sag.id,
            kategori or UKENDT,
            tidligst,
            None if maal is None else sag.oprettet + timedelta(days=maal),
            frist_kendt(sag),
            nu,
        ),
        kategori,
        fast_lovgrundlag(sag.sagstype),
        i_tide is not None,
        terms.frist_hverdage.get(kategori) if kategori else None,
        sendt,
        attest if attest and attest > dag else None,
        maal,
    )


def _foerste_i_tide(sag: Sag, kategori: str | None, aftaler: Aftalebog, dag: date) -> date | None:
    """The first date a case sent today is in time for: by the procedure, else by the agreement; None = not given."""
    if frist_kendt(sag):
        return _foerste_genforelaeggelse(dag)
    for frem in range(1, SOEG):
        moede = dag + timedelta(days=frem)
        seneste = aftaler.vilkaar(sag.kommune_id, moede).seneste_dag(kategori, moede)
        if seneste is None:
            return None
        if seneste >= dag:
            return moede
    return None


def _foerste_genforelaeggelse(dag: date) -> date:
    frem = (dag + timedelta(days=n) for n in range(1, SOEG))
    return next(m for m in frem if gaeldende("frist", m).funktion(m, dag).status != "FOR_SENT")
