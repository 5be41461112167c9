"""What the citizen's own page is made of: her case, her meeting, her papers, and what has been done.

Only the columns that the wall lets her read are asked for (adgang/vaegge/borgersiden.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from ..adgang.aktoer import Aktoer
from ..adgang.vaegge import borgersiden
from ..models import (
    Afgoerelse,
    Dokument,
    Forloeb,
    Haendelse,
    Indsats,
    Indsatsplan,
    Indstilling,
    Medarbejder,
    Moede,
    Moedesvar,
    Oplysning,
    OrdinaereTimer,
    SaerligeGrunde,
    Sag,
    Spaend,
    UndtagetPeriode,
)
from .synlige import synlige_forloeb, synlige_sager

# Acts that are part of her story, in the order they are told when they fall on one day.
FORTAELLES = (
    "opret_forloeb",
    "genoptag_sag",
    "vaelg_moede",
    "godkend_plan",
    "byt_pladser",
    "aflys_sag",
    "aflys_moede",
    "send_til_region",
    "fordel_til_koordinator",
    "afgiv_indstilling",
    "genoptag_uenig",
    "traef_afgoerelse",
    "laeg_indsatsplan",
    "afslut_sag",
    "genaabn_sag",
    "overdrag_sag",
    "giv_fuldmagt",
    "tilbagekald_fuldmagt",
    "svar_paa_moede",
    "skriv_egne_ord",
)


@dataclass(frozen=True, slots=True)
class MinSag:
    """One case of hers, with what belongs to it."""

    sag: Sag
    moede: Moede | None
    svar: str  # what she has answered about this very meeting, or ""
    indstilling: Indstilling | None
    plan: Indsatsplan | None
    afgoerelse: Afgoerelse | None
    papirer: tuple[Dokument, ...]


def _felter(tabel: str, aktoer: Aktoer) -> list[str]:
    """The columns of a table that this kind of user may read, as Django's fields."""
    return [
        kolonne.removesuffix("_id")
        for dor in borgersiden.TABELLER[tabel]
        if dor.vaeg == aktoer.vaeg
        for kolonne in dor.sete_kolonner
    ]


def forloeb(aktoer: Aktoer) -> Forloeb | None:
    """Her latest forløb with the facts the law asks about."""

    def gaeldende(model: type[Oplysning], tabel: str, navn: str) -> "Prefetch[str, QuerySet[Oplysning], str]":
        raekker = model._default_manager.filter(tilbagekaldt_tid=None).only(*_felter(tabel, aktoer))
        return Prefetch(navn, raekker.order_by("registreret_tid", "id"), to_attr=TIL[navn])

    return (
        synlige_forloeb(aktoer)
        .only(*_felter("sager_forloeb", aktoer))
        .prefetch_related(*(gaeldende(model, tabel, navn) for model, tabel, navn in FAKTA))
        .order_by("-start", "id")
        .first()
    )


TIL = {
    "indsatser": "gaeldende_indsatser",
    "undtagne_perioder": "gaeldende_perioder",
    "ordinaere_timer": "gaeldende_timer",
    "spaend": "gaeldende_spaend",
    "saerlige_grunde": "gaeldende_saerlige_grunde",
}
FAKTA: tuple[tuple[type[Oplysning], str, str], ...] = (
    (Indsats, "sager_indsats", "indsatser"),
    (UndtagetPeriode, "sager_undtagetperiode", "undtagne_perioder"),
    (OrdinaereTimer, "sager_ordinaeretimer", "ordinaere_timer"),
    (Spaend, "sager_spaend", "spaend"),
    (SaerligeGrunde, "sager_saerligegrunde", "saerlige_grunde"),
)


def sager(aktoer: Aktoer) -> list[MinSag]:
    """Her cases, the open one first, then the newest."""
    alle = list(synlige_sager(aktoer).only(*_felter("sager_sag", aktoer)).order_by("-oprettet", "id"))
    alle.sort(key=lambda s: s.tilstand == Sag.Tilstand.AFSLUTTET)
    ider = [s.id for s in alle]
    moeder = {
        m.id: m
        for m in Moede.objects.order_by()
        .filter(id__in={s.moede_id for s in alle if s.moede_id})
        .only(*_felter("sager_moede", aktoer))
    }
    indstillinger = _efter_sag(
        Indstilling.objects.filter(sag_id__in=ider).only(*_felter("sager_indstilling", aktoer))
    )
    planer = _efter_sag(
        Indsatsplan.objects.filter(sag_id__in=ider).only(*_felter("sager_indsatsplan", aktoer))
    )
    afgoerelser = _efter_sag(
        Afgoerelse.objects.filter(sag_id__in=ider).only(*_felter("sager_afgoerelse", aktoer))
    )
    hendes: dict[UUID, list[Dokument]] = {}
    for d in papirer(aktoer).filter(sag_id__in=ider).order_by("-dato", "id"):
        hendes.setdefault(d.sag_id, []).append(d)
    svar = _svar(aktoer, ider)
    return [
        MinSag(
            sag=s,
            moede=moeder.get(s.moede_id) if s.moede_id else None,
            svar=svar.get((s.id, s.moede_id), ""),
            indstilling=indstillinger.get(s.id),
            plan=planer.get(s.id),
            afgoerelse=afgoerelser.get(s.id),
            papirer=tuple(hendes.get(s.id, ())),
        )
        for s in alle
    ]


def _efter_sag(raekker: Iterable[object]) -> dict[UUID, object]:
    return {r.sag_id: r for r in raekker}  # type: ignore[attr-defined]


def _svar(aktoer: Aktoer, sager: list[UUID]) -> dict[tuple[UUID, UUID | None], str]:
    """The latest answer for each case and meeting; a bisidder does not see it."""
    if aktoer.borger_id != aktoer.medarbejder_id:
        return {}
    fundne: dict[tuple[UUID, UUID | None], str] = {}
    svar = Moedesvar.objects.filter(sag_id__in=sager).order_by("tid", "id")
    for sag_id, moede_id, ord_ in svar.values_list("sag_id", "moede_id", "svar"):
        fundne[sag_id, moede_id] = ord_
    return fundne


def papirer(aktoer: Aktoer) -> "QuerySet[Dokument]":
    """The papers she has been given: an invitation, an indstilling, a plan, a decision. Withdrawn ones are gone."""
    return Dokument.objects.filter(
        sag__in=synlige_sager(aktoer).values("id"),
        slags__in=("indstilling", "indsatsplan", "afgoerelse", "indkaldelse"),
        trukket_tilbage_tid=None,
        fulgte_med=None,  # what followed along to a new case is shown once
    ).only(*_felter("sager_dokument", aktoer))


def sagsbehandler(sag: Sag) -> str:
    """The name of the one who has her case, or ""."""
    navn = (
        Medarbejder.objects.order_by().filter(id=sag.sagsbehandler_id).values_list("navn", flat=True).first()
    )
    return navn or ""


def skete(aktoer: Aktoer) -> list[tuple[date, str]]:
    """(day, Handling) of what is part of her story, the latest first."""
    if aktoer.borger_id != aktoer.medarbejder_id:
        return []
    return list(
        Haendelse.objects.filter(borger_id=aktoer.borger_id, handling__in=FORTAELLES)
        .order_by("-tid", "id")
        .values_list("dag", "handling")
    )
