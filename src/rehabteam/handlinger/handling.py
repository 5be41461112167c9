"""What every Handling shares: who does it and when, one transaction, and the trace it must leave.

The five steps are the same everywhere: adgang → fakta → regel → write → Hændelse.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from uuid import UUID

from django.db import transaction

from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER, kraev_ret
from rehabteam.sager.models import Forloeb, Haendelse, Moede, Sag

P = ParamSpec("P")
R = TypeVar("R")

# Every Handling by name; the architecture's tests walk through it.
HANDLINGER: dict[str, Callable[..., Any]] = {}


@dataclass(frozen=True, slots=True)
class Anledning:
    """The occasion of a Handling: the actor, the day the law is asked about, and the real clock (UTC)."""

    aktoer: Aktoer
    dag: date
    nu: datetime
    haendelser: list[Haendelse] = field(default_factory=list)


class HaendelseMangler(AssertionError):
    """A Handling ended without leaving a Hændelse: a fault in the program, and nothing is kept."""


def handling(
    navn: str,
) -> Callable[[Callable[Concatenate[Anledning, P], R]], Callable[Concatenate[Anledning, P], R]]:
    """Register a Handling under its name in the table of rights. It runs whole or not at all."""
    if navn not in RETTIGHEDER:
        raise KeyError(f"{navn} står ikke i rettighedstabellen")

    def pynt(funktion: Callable[Concatenate[Anledning, P], R]) -> Callable[Concatenate[Anledning, P], R]:
        @wraps(funktion)
        def udfoer(anledning: Anledning, /, *args: P.args, **kwargs: P.kwargs) -> R:
            # The role, before anything is looked up; the Handling itself asks about the case. An emergency has no right.
            kraev_ret(anledning.aktoer, navn)
            foer = len(anledning.haendelser)
            with transaction.atomic():
                resultat = funktion(anledning, *args, **kwargs)
                if len(anledning.haendelser) == foer:
                    raise HaendelseMangler(navn)
            return resultat

        HANDLINGER[navn] = udfoer
        return udfoer

    return pynt


def haendelse(
    anledning: Anledning,
    navn: str,
    tekst: str,
    *,
    sag: Sag | None = None,
    forloeb: Forloeb | None = None,
    moede: Moede | None = None,
    organisation_id: UUID | None = None,
    vurdering: Vurdering | None = None,
    data: dict[str, object] | None = None,
) -> Haendelse:
    """Write what was done, with the law's answer as receipt. `tekst`: one Danish sentence."""
    post = _post(
        *(anledning, navn, tekst),
        sag=sag,
        forloeb=forloeb,
        moede=moede,
        organisation_id=organisation_id,
        vurdering=vurdering,
        data=data,
    )
    post.save(force_insert=True)
    anledning.haendelser.append(post)
    return post


@dataclass(frozen=True, slots=True)
class Sket:
    """What was done on one forløb, where much is written at once."""

    forloeb: Forloeb
    tekst: str
    vurdering: Vurdering | None
    data: dict[str, object]


def haendelser_i_bunke(anledning: Anledning, navn: str, sket: Iterable[Sket]) -> None:
    """One Hændelse per forløb, as `haendelse` writes them, in one statement."""
    poster = [
        _post(anledning, navn, s.tekst, forloeb=s.forloeb, vurdering=s.vurdering, data=s.data) for s in sket
    ]
    anledning.haendelser.extend(Haendelse.objects.bulk_create(poster, batch_size=500))


def _post(
    anledning: Anledning,
    navn: str,
    tekst: str,
    *,
    sag: Sag | None = None,
    forloeb: Forloeb | None = None,
    moede: Moede | None = None,
    organisation_id: UUID | None = None,
    vurdering: Vurdering | None = None,
    data: dict[str, object] | None = None,
) -> Haendelse:
    om = sag or forloeb or moede
    kommune_id = om.kommune_id if om else organisation_id  # about no case: whose log or house it is
    assert kommune_id is not None
    person = sag or forloeb  # a meeting day is about nobody
    aktoer = anledning.aktoer
    return Haendelse(
        kommune_id=kommune_id,
        borger_id=person.borger_id if person else None,
        sag=sag,
        forloeb_id=forloeb.id if forloeb else (sag.forloeb_id if sag else None),
        handling=navn,
        tid=anledning.nu,
        dag=anledning.dag,
        aktoer_navn=aktoer.signatur,
        aktoer_rolle=aktoer.rolle,
        aktoer_organisation=aktoer.organisation_navn,
        tekst=tekst,
        data=(data or {}) | ({"vikar_for": str(aktoer.vikar_for.medarbejder_id)} if aktoer.vikar_for else {}),
        vurdering=vurdering.som_json() if vurdering else None,
    )
