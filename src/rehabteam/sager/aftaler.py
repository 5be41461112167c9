"""What region and kommune have agreed (samarbejdsaftale), as it was on a day. What is not known is None, never a guess.

A meeting keeps the terms of its own date: always look them up with the date of the meeting.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_noop as _

from rehabteam.lov.love import gaeldende
from rehabteam.lov.tid import DAG, hvorfor_ikke_hverdag

from .models import Samarbejdsaftale
from .sagsarter import art

SYGEDAGPENGE, FLEKSJOB = "sygedagpengereform", "fleksjob_foertidspension"
# The categories cases are counted in; also the reforms they belong to by law. The procedure knows these two.
KATEGORIER: Mapping[str, str] = {
    SYGEDAGPENGE: _("Sygedagpengereformen"),
    FLEKSJOB: _("Reform for fleksjob og førtidspension"),
}
# Days that are no helligdage, and which an agreement may count as hverdage or not: (month, day) → key.
SAERLIGE_DAGE: Mapping[tuple[int, int], str] = {
    (6, 5): "grundlovsdag",
    (12, 24): "juleaftensdag",
    (12, 31): "nytaarsaftensdag",
}
SAERLIGE_NAVNE: Mapping[str, str] = {
    "grundlovsdag": _("Grundlovsdag"),
    "juleaftensdag": _("Juleaftensdag"),
    "nytaarsaftensdag": _("Nytårsaftensdag"),
}


@dataclass(frozen=True, slots=True)
class Vilkaar:
    """The terms of one version. Every field None, or a key that is not there = "Ikke angivet".

    `frist_hverdage`: hverdage before the meeting, by category. `skaeringstid`: latest time on the last day.
    `saerlige_dage`: does the day count as a hverdag (keys of SAERLIGE_NAVNE). `lukkedage`: local closing days.
    `sager_per_dag`, `pris_per_sag` (kr.): by category. `afbud`: (hverdage before the meeting, per cent of the case's
    price): so late or later costs so much. `dokumenter`: kind of case (sager/sagsarter.py) → what must be with it.
    `kategorier`: kind of case → category. `afsnit`: field → the section of the agreement it comes from.
    `senest_maal_dage`: the parties' own goal for the wait, in days; no law sets one (T24).
    """

    frist_hverdage: Mapping[str, int | None] = field(default_factory=dict)
    skaeringstid: time | None = None
    saerlige_dage: Mapping[str, bool | None] = field(default_factory=dict)
    lukkedage: tuple[tuple[date, str], ...] | None = None
    sager_per_dag: Mapping[str, int | None] = field(default_factory=dict)
    pris_per_sag: Mapping[str, Decimal | None] = field(default_factory=dict)
    pris_per_moede: Decimal | None = None
    pris_per_dag: Decimal | None = None
    afbud: tuple[tuple[int, int], ...] | None = None
    dokumenter: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kategorier: Mapping[str, str] = field(default_factory=dict)
    afsnit: Mapping[str, str] = field(default_factory=dict)
    senest_maal_dage: int | None = None
    # Which version it is: None, 0 = there is no agreement that day.
    gaelder_fra: date | None = None
    nr: int = 0
    aftale_id: UUID | None = None
    opdigtet: bool = False

    def kategori(self, sag: Any) -> str | None:
        """The category a case is counted in: as the procedure says, else as the agreement does, else not known."""
        return fast_kategori(sag.sagstype) or self.kategorier.get(art(sag).noegle)

    def lukket(self, dag: date) -> str:
        """Why the day is no hverdag by this agreement, in a word; "" if it is one. The house's reading (T13) where
        the agreement is silent."""
        aftalt = self.saerlige_dage.get(SAERLIGE_DAGE.get((dag.month, dag.day), ""))
        return dict(self.lukkedage or ()).get(dag) or hvorfor_ikke_hverdag(dag, med_lukkedage=not aftalt)

    def hverdage_til(self, moede: date, fra: date) -> int:
        """Hverdage from `fra` until the meeting: `fra` counts, the day of the meeting does not. 0 when it is past."""
        antal, dag = 0, fra
        while dag < moede:
            antal += not self.lukket(dag)
            dag += DAG
        return antal

    def seneste_dag(self, kategori: str | None, moede: date) -> date | None:
        """The last day in time for a meeting by the agreement; None when no number of days is agreed."""
        antal = self.frist_hverdage.get(kategori) if kategori else None
        if antal is None:
            return None
        dag = moede
        while antal:
            dag -= DAG
            antal -= not self.lukket(dag)
        return dag

    def afbudsprocent(self, moede: date, dag: date) -> int | None:
        """Per cent of the price when a place is given up on `dag`; 0 = in good time, None = no terms are known."""
        if self.afbud is None:
            return None
        tilbage = self.hverdage_til(moede, dag)
        return next((procent for foer, procent in sorted(self.afbud) if tilbage <= foer), 0)

    def som_json(self) -> dict[str, Any]:
        """What is known, as it is kept: the unknown is not there at all."""
        raa: dict[str, Any] = {
            "frist_hverdage": _kendte(self.frist_hverdage),
            "skaeringstid": self.skaeringstid.strftime("%H:%M") if self.skaeringstid else None,
            "saerlige_dage": _kendte(self.saerlige_dage),
            "lukkedage": self.lukkedage and [[d.isoformat(), navn] for d, navn in self.lukkedage],
            "sager_per_dag": _kendte(self.sager_per_dag),
            "pris_per_sag": {k: _kroner(v) for k, v in _kendte(self.pris_per_sag).items()},
            "pris_per_moede": _kroner(self.pris_per_moede),
            "pris_per_dag": _kroner(self.pris_per_dag),
            "afbud": self.afbud and [list(trin) for trin in self.afbud],
            "dokumenter": {k: list(v) for k, v in self.dokumenter.items() if v},
            "kategorier": _kendte(self.kategorier),
            "afsnit": _kendte(self.afsnit),
            "senest_maal_dage": self.senest_maal_dage,
        }
        return {k: v for k, v in raa.items() if v is not None and v != {} and v != () and v != ""}


def _kendte(af: Mapping[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in af.items() if v is not None and v != ""}


def _kroner(beloeb: Decimal | None) -> str | None:
    return None if beloeb is None else f"{beloeb:.2f}"


def _decimal(tekst: str | None) -> Decimal | None:
    return None if tekst is None else Decimal(tekst)


def fra_json(raa: Mapping[str, Any]) -> Vilkaar:
    """The terms from what `som_json` made."""
    skaering, lukket, afbud = raa.get("skaeringstid"), raa.get("lukkedage"), raa.get("afbud")
    return Vilkaar(
        frist_hverdage=raa.get("frist_hverdage", {}),
        skaeringstid=time.fromisoformat(skaering) if skaering else None,
        saerlige_dage=raa.get("saerlige_dage", {}),
        lukkedage=None if lukket is None else tuple((date.fromisoformat(d), navn) for d, navn in lukket),
        sager_per_dag=raa.get("sager_per_dag", {}),
        pris_per_sag={k: _decimal(v) for k, v in raa.get("pris_per_sag", {}).items()},
        pris_per_moede=_decimal(raa.get("pris_per_moede")),
        pris_per_dag=_decimal(raa.get("pris_per_dag")),
        afbud=None if afbud is None else tuple((int(foer), int(procent)) for foer, procent in afbud),
        dokumenter={k: tuple(v) for k, v in raa.get("dokumenter", {}).items()},
        kategorier=raa.get("kategorier", {}),
        afsnit=raa.get("afsnit", {}),
        senest_maal_dage=raa.get("senest_maal_dage"),
    )


def af_version(aftale: Samarbejdsaftale) -> Vilkaar:
    """The terms of a version, and which one it is."""
    kendt = fra_json(aftale.vilkaar)
    felter = {felt: getattr(kendt, felt) for felt in Vilkaar.__slots__}
    hvilken = {
        "gaelder_fra": aftale.gaelder_fra,
        "nr": aftale.nr,
        "aftale_id": aftale.id,
        "opdigtet": aftale.opdigtet,
    }
    return Vilkaar(**(felter | hvilken))


def blade(v: Vilkaar) -> dict[str, Any]:
    """Every term that is known, by name ("frist_hverdage.sygedagpengereform"): what two versions are compared by."""
    fundne: dict[str, Any] = {}
    for felt, vaerdi in v.som_json().items():
        if isinstance(vaerdi, dict):
            fundne |= {f"{felt}.{noegle}": indhold for noegle, indhold in vaerdi.items()}
        else:
            fundne[felt] = vaerdi
    return fundne


def fast_kategori(sagstype: str) -> str | None:
    """The category the procedure gives a kind of case, whatever the agreement says; None where it says nothing."""
    svar = dict(gaeldende("kategori").funktion(sagstype).svar)
    return str(svar["pris_gruppe"]) if svar["pris_gruppe"] else None


def fast_lovgrundlag(sagstype: str) -> str | None:
    """The reform a kind of case belongs to by law; None where the procedure says nothing."""
    svar = dict(gaeldende("kategori").funktion(sagstype).svar)
    return str(svar["reform"]) if svar["reform"] else None


class Aftalebog:
    """Every version of the agreements of some kommuner, read once."""

    def __init__(self, versioner: Iterable[Samarbejdsaftale]) -> None:
        self._af: dict[UUID, list[Vilkaar]] = defaultdict(list)
        for version in versioner:
            self._af[version.kommune_id].append(af_version(version))

    def vilkaar(self, kommune_id: UUID, dag: date) -> Vilkaar:
        """The terms in force that day: of those begun, the one that began last; of two from one day, the later."""
        begyndt = [v for v in self._af.get(kommune_id, ()) if v.gaelder_fra and v.gaelder_fra <= dag]
        return max(begyndt, key=lambda v: (v.gaelder_fra, v.nr), default=Vilkaar())


def aftalebog(kommuner: Iterable[UUID]) -> Aftalebog:
    """For a page about many cases: one query."""
    return Aftalebog(Samarbejdsaftale.objects.filter(kommune_id__in=set(kommuner)))


def vilkaar(kommune_id: UUID, dag: date) -> Vilkaar:
    """The terms between a kommune and its region on a day (the meeting's). Without an agreement: nothing is known."""
    return aftalebog([kommune_id]).vilkaar(kommune_id, dag)
