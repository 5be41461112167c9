"""Lives to count, laid straight into the tables by the maintenance role, and every figure done again slowly in Python."""

import uuid
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from rehabteam.lov.tid import plus_maaneder
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import (
    Afgoerelse,
    Borger,
    Dokument,
    Forloeb,
    Haendelse,
    Indsats,
    Indsatsplan,
    Indstilling,
    Moede,
    Moedeplads,
    Sag,
)
from tests.verden import Verden

DB = "vedligehold"
Celle = tuple[tuple[int, int], str, str]  # (year, quarter), unit, raw category


@dataclass(frozen=True)
class Liv:
    """One citizen's forløb and case, as days after `start`; None = it has not happened."""

    start: date
    hvem: int
    status: str
    sendt: bool
    for_sent: bool
    aarsag: str
    moede: int
    indstillet: bool
    afgjort: int | None
    plan: int | None
    begyndt: int | None
    udskudt: tuple[int, ...]

    def dag(self, *dage: int) -> date:
        return self.start + timedelta(days=sum(dage))

    @property
    def moededag(self) -> date:
        return self.dag(self.moede)


def gem(v: Verden, liv: list[Liv], folk: list[Aktoer], numre: Iterator[Any]) -> None:
    """Rows as the Handlinger would have left them, as far as the figures read them."""
    for et in liv:
        _gem(v, et, folk[et.hvem], next(numre))


def _gem(v: Verden, et: Liv, hvem: Aktoer, cpr: Any) -> None:
    nu, huset = datetime.now(UTC), {"kommune_id": v.kommune.id}
    delt = {"region_id": v.region.id} if et.sendt else {}
    borger = Borger.objects.using(DB).create(
        **huset, **delt, cpr=str(cpr), fuldt_navn="Prøve Person", foedselsdato=date(1980, 1, 5)
    )
    om = {**huset, "borger_id": borger.id}
    forloeb = Forloeb.objects.using(DB).create(
        **om,
        sagsbehandler_id=hvem.medarbejder_id,
        start=et.start,
        frist_status=et.status,
        naeste_frist=plus_maaneder(et.start, 6) if et.status == "IKKE_UDLOEBET" else None,
    )
    moede = Moede.objects.using(DB).create(
        **huset,
        region_id=v.region.id,
        dato=et.moededag,
        kl=time(9),
        sted=uuid.uuid4().hex,
        moedeleder_id=v.moedeleder.medarbejder_id,
    )
    sag = Sag.objects.using(DB).create(
        **om,
        **delt,
        forloeb_id=forloeb.id,
        nummer=uuid.uuid4().hex[:12],
        sagstype="fleksjob",
        sagsbehandler_id=hvem.medarbejder_id,
        oprettet=et.start,
        moede_id=moede.id,
        sendt_dag=et.dag(1) if et.sendt else None,
        sendt_for_sent=et.for_sent,
        sendt_aarsag=et.aarsag if et.for_sent else "",
    )
    paa, papir = {**huset, "sag_id": sag.id}, {**huset, **delt, "sag_id": sag.id}
    Moedeplads.objects.using(DB).create(
        **huset, region_id=v.region.id, moede_id=moede.id, sag_id=sag.id,
        aftalekategori="sygedagpengereform", nr=1,
    )  # fmt: skip
    for dage in et.udskudt:
        Haendelse.objects.using(DB).create(
            **papir, borger_id=borger.id, handling="vaelg_moede", tid=nu, dag=et.dag(dage), data={"moede_id": str(moede.id)},
            aktoer_navn="x", aktoer_rolle="x", aktoer_organisation="x", tekst="x",
        )  # fmt: skip
    if not et.indstillet:
        return
    Indstilling.objects.using(DB).create(
        **papir, aendret_tid=nu, aendret_af="x", afgivet_tid=nu, afgivet_dag=et.moededag
    )
    if et.afgjort is not None:
        dokument = Dokument.objects.using(DB).create(
            **papir, titel="x", slags="afgoerelse", dato=et.start, filnavn="x", mime="x",
            sha256="0" * 64, stoerrelse=1, tilfoejet_tid=nu, tilfoejet_af="x",
        )  # fmt: skip
        Afgoerelse.objects.using(DB).create(
            **paa, udfald="x", bevilget=True, begrundelse="x", naeste="x", klagevejledning="x",
            dag=et.dag(et.moede, et.afgjort), tid=nu, af="x", dokument_id=dokument.id,
        )  # fmt: skip
    if et.plan is not None:
        faerdig = datetime.combine(et.dag(et.moede, et.plan), time(11), UTC)
        Indsatsplan.objects.using(DB).create(**paa, aendret_tid=nu, aendret_af="x", faerdig_tid=faerdig)
    if et.begyndt is not None:
        for senere in (et.begyndt, et.begyndt + 30, -et.moede):  # the last began before the indstilling
            Indsats.objects.using(DB).create(
                **huset, forloeb_id=forloeb.id, navn="x", hjemmel="LAB_KAP_11", registreret_tid=nu,
                registreret_af="x", paabegyndt=et.dag(et.moede, senere),
            )  # fmt: skip


def _kv(dag: date) -> tuple[int, int]:
    return dag.year, (dag.month + 2) // 3


def _trin(fra: date, til: date) -> str:
    dage = (til - fra).days
    return "a" if dage <= 14 else "b" if dage <= 28 else "c" if dage <= 56 else "d"


def langsomt(figur: str, liv: list[Liv], enheder: list[str]) -> Counter[Celle]:
    """The figure one life at a time, from its definition."""
    svar: Counter[Celle] = Counter()
    for et in liv:
        enhed, indstillet = enheder[et.hvem], et.indstillet
        moede = et.moededag
        if figur == "uden_indsats":
            med = et.status == "INDSATS_RETTIDIG" or et.status.startswith("UNDTAGET")
            if med or et.status in ("SKAL_GENBEHANDLES", "SAERLIGE_GRUNDE", "IKKE_UDLOEBET"):
                svar[_kv(plus_maaneder(et.start, 6)), enhed, "med" if med else "uden"] += 1
        elif figur == "ventetid" and et.sendt and indstillet:
            svar[_kv(moede), enhed, _trin(et.start, moede)] += 1
        elif figur == "for_sent" and et.sendt:
            sent = (et.aarsag or "ikke_angivet") if et.for_sent else "rettidig"
            svar[_kv(et.dag(1)), enhed, sent] += 1
        elif figur == "udskudte" and et.sendt:
            for kvartal in {_kv(et.dag(d)) for d in et.udskudt}:
                svar[kvartal, enhed, "udskudt"] += 1
        elif figur == "afgoerelse" and indstillet and et.afgjort is not None:
            svar[_kv(et.dag(et.moede, et.afgjort)), enhed, _trin(moede, et.dag(et.moede, et.afgjort))] += 1
        elif figur == "indsatsdel" and indstillet and et.plan is not None:
            svar[_kv(et.dag(et.moede, et.plan)), enhed, _trin(moede, et.dag(et.moede, et.plan))] += 1
        elif figur == "foerste_indsats" and indstillet and et.plan is not None and et.begyndt is not None:
            begyndt = et.dag(et.moede, et.begyndt)
            svar[_kv(begyndt), enhed, _trin(et.dag(et.moede, et.plan), begyndt)] += 1
        elif figur == "kapacitet":
            svar[_kv(moede), "", "brugt"] += 1
    return svar
