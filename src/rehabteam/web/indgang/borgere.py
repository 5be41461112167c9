"""The citizens' door: from a proved person to the cases that are her own, or that she has been given a fuldmagt to.

An account here has no Medarbejder. Which citizens it opens stands in Borgerkonto and is read anew at every request, so
that a fuldmagt taken back is gone at once. The CPR number the provider gives is used to find her, and is not kept.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeGuard
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.http import HttpRequest

from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.borgerdoer import med_bevist
from rehabteam.sager.cpr import CprFejl, laes_cpr
from rehabteam.sager.fuldmagtskode import aftryk
from rehabteam.sager.models import Borger, Fuldmagt, Organisation, Rolle

from ..models import Borgerkonto, Konto
from .afvist import Aarsag, Afvist
from .doere import Doer
from .paastand import Paastand
from .personer import brugernavn, paa_skift

VALGT = "borger_valgt"  # in the session: which of her rows she looks at now
NAVN = "borger_navn"  # in the session: what the provider calls her
HUSET = UUID(int=0)  # a citizen's account belongs to no organisation


@dataclass(frozen=True, slots=True)
class Adgang:
    """One of the cases an account opens. `egen`: her own, else by a fuldmagt."""

    id: UUID
    kommune: str
    egen: bool


def konto(doer: Doer, paastand: Paastand) -> Konto:
    """The person's account, bound to those she is in each kommune. Raises Afvist when it is closed."""
    paa_skift(paastand)
    navn = brugernavn(paastand.udsteder, paastand.ekstern_id, HUSET)
    fundet = Konto.objects.filter(brugernavn=navn).first()
    if fundet is None:
        fundet = Konto(brugernavn=navn, udsteder=paastand.udsteder, ekstern_id=paastand.ekstern_id)
        fundet.set_unusable_password()
        fundet.save()
    elif not fundet.is_active:
        raise Afvist(Aarsag.LUKKET)
    if paastand.cpr:
        _bind(fundet, paastand)
    Borgerkonto.objects.filter(konto=fundet).update(navn=paastand.navn)
    return fundet


def _bind(konto: Konto, paastand: Paastand) -> None:
    """The citizens with the CPR number that has just been proved are hers; whoever else was, is not."""
    try:
        cpr = laes_cpr(paastand.cpr)
    except CprFejl as fejl:
        raise Afvist(Aarsag.MANGLER) from fejl
    if cpr.erstatning:  # no identity provider vouches for a number a kommune has made itself
        raise Afvist(Aarsag.MANGLER)
    egne = Borgerkonto.objects.filter(konto=konto, fuldmagt=None)
    kendte = set(egne.values_list("borger_id", flat=True))
    with med_bevist(cpr):
        hendes = dict(Borger.objects.order_by().values_list("id", "kommune_id"))
        for borger_id in hendes.keys() - kendte:
            Borgerkonto(
                konto=konto, kommune_id=hendes[borger_id], borger_id=borger_id, navn=paastand.navn
            ).save(force_insert=True)
    egne.filter(borger_id__in=kendte - hendes.keys()).delete()


def tag_fuldmagt_i_brug(request: HttpRequest, kode: str) -> UUID | None:
    """The bisidder's first time: the code the citizen gave her. The row it made, or None when it opens nothing."""
    konto, dag = request.user, request.dag  # type: ignore[attr-defined]
    assert isinstance(konto, Konto)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 20))", [aftryk(kode)])
    fuldmagt = (
        Fuldmagt.objects.filter(kodeaftryk=aftryk(kode), tilbagekaldt_tid=None, fra__lte=dag, til__gte=dag)
        .values("id", "kommune_id", "borger_id")
        .first()
    )
    if fuldmagt is None or Borgerkonto.objects.filter(fuldmagt_id=fuldmagt["id"]).exists():
        return None
    hendes = Borgerkonto.objects.filter(konto=konto)
    if hendes.filter(borger_id=fuldmagt["borger_id"], fuldmagt=None).exists():
        return None  # nobody stands beside herself
    navn = request.session.get(NAVN) or hendes.values_list("navn", flat=True).first() or "Bisidder"
    ny = Borgerkonto(
        konto=konto,
        kommune_id=fuldmagt["kommune_id"],
        borger_id=fuldmagt["borger_id"],
        fuldmagt_id=fuldmagt["id"],
        navn=navn,
    )
    ny.save(force_insert=True)
    return ny.id


def _aabne(konto: Konto, dag: date) -> list[Borgerkonto]:
    """What the account opens on this day: her own first, then those she stands beside."""
    alle = (
        Borgerkonto.objects.filter(konto=konto)
        .select_related("kommune")
        .order_by("kommune__navn", "tid")
        .only(
            "id", "konto", "navn", "borger", "fuldmagt", "kommune__navn", "kommune__slags", "kommune__region"
        )
    )
    raekker = list(alle)
    gyldige = _gyldige({r.fuldmagt_id for r in raekker if r.fuldmagt_id}, dag)
    return sorted(
        (r for r in raekker if r.fuldmagt_id is None or r.fuldmagt_id in gyldige),
        key=lambda r: r.fuldmagt_id is not None,
    )


def _gyldige(ider: set[UUID], dag: date) -> set[UUID]:
    """Those of the fuldmagter that run on this day."""
    if not ider:
        return set()
    aabne = Fuldmagt.objects.order_by().filter(id__in=ider, tilbagekaldt_tid=None)
    return set(aabne.filter(fra__lte=dag, til__gte=dag).values_list("id", flat=True))


def hvem(request: HttpRequest, konto: Konto) -> Aktoer | None:
    """Who the account is now: the one she chose, or the first. None when it opens nothing."""
    aabne = _aabne(konto, request.dag)  # type: ignore[attr-defined]
    request.mine_sager = [Adgang(r.id, r.kommune.navn, r.fuldmagt_id is None) for r in aabne]  # type: ignore[attr-defined]
    valgt = request.session.get(VALGT)
    her = next((r for r in aabne if str(r.id) == valgt), aabne[0] if aabne else None)
    return _aktoer(her) if her else None


def _aktoer(her: Borgerkonto) -> Aktoer:
    kommune: Organisation = her.kommune
    return Aktoer(
        medarbejder_id=her.fuldmagt_id or her.borger_id,
        navn=her.navn,
        rolle=Rolle.BISIDDER if her.fuldmagt_id else Rolle.BORGER,
        organisation_id=kommune.id,
        organisation_navn=kommune.navn,
        organisation_slags=kommune.slags,
        region_id=kommune.region_id or kommune.id,
        borger_id=her.borger_id,
    )


def er_borgerkonto(konto: object) -> TypeGuard[Konto]:
    """An open account of a citizen or a bisidder; a demo one only in a demo."""
    return (
        isinstance(konto, Konto)
        and konto.medarbejder_id is None
        and konto.is_active
        and (settings.DEMO or not konto.demo)
    )
