"""From a proved statement to accounts: made at the first login, brought up to date at each one after.

One account (and Medarbejder) for each organisation the person has a role in. The roles are those of this answer
and nothing else: a role no longer named is gone from every session she has, at its next request.
"""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from django.db import connection

from rehabteam.sager.models import Medarbejder, Rolle

from ..models import Konto, Myndighed
from .afvist import Aarsag, Afvist
from .doere import Doer
from .paastand import Paastand
from .rollekort import Myndighedskort, Tildelt, tolk


def _myndigheder(doer: Doer) -> list[Myndighedskort]:
    return [
        Myndighedskort(m.organisation_id, m.organisation.slags, m.cvr, m.fk_uuid)
        for m in Myndighed.objects.filter(cvr__in=doer.cvr).select_related("organisation")
    ]


def konti(doer: Doer, paastand: Paastand, system: str) -> list[Konto]:
    """The person's open accounts with at least one role. Raises Afvist when there is none, after her roles are gone."""
    tolkning = tolk(paastand.grupper, system, _myndigheder(doer), doer.cvr)
    paa_skift(paastand)
    efter_organisation: dict[UUID, list[Rolle]] = {}
    for t in tolkning.roller:
        efter_organisation.setdefault(t.organisation_id, []).append(t.rolle)
    _tag_fra(paastand, tolkning.roller)
    if not efter_organisation:
        raise Afvist(Aarsag.AFGRAENSET if tolkning.afgraenset else Aarsag.INGEN_ROLLE)
    fundne = [_konto(paastand, organisation, roller) for organisation, roller in efter_organisation.items()]
    aabne = [konto for konto in fundne if konto.is_active and konto.medarbejder.aktiv]
    if not aabne:
        raise Afvist(Aarsag.LUKKET)
    return aabne


def paa_skift(paastand: Paastand) -> None:
    """Two logins of one person at once take turns, so that she does not become two."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))",
            [f"{paastand.udsteder} {paastand.ekstern_id}"],
        )


def brugernavn(udsteder: str, ekstern_id: str, organisation_id: UUID) -> str:
    """Unique and telling nothing; nobody types it."""
    return (
        "udefra-" + hashlib.sha256(f"{udsteder}\n{ekstern_id}\n{organisation_id}".encode()).hexdigest()[:48]
    )


def _tag_fra(paastand: Paastand, roller: Iterable[Tildelt]) -> None:
    """The accounts in organisations this answer says nothing about have no roles any more."""
    nu = {t.organisation_id for t in roller}
    gamle = Konto.objects.filter(udsteder=paastand.udsteder, ekstern_id=paastand.ekstern_id)
    gamle.exclude(medarbejder__organisation_id__in=nu).update(roller=[])


def _konto(paastand: Paastand, organisation_id: UUID, roller: list[Rolle]) -> Konto:
    navn = brugernavn(paastand.udsteder, paastand.ekstern_id, organisation_id)
    konto = Konto.objects.select_related("medarbejder__organisation").filter(brugernavn=navn).first()
    if konto is None:
        m = Medarbejder(organisation_id=organisation_id, navn=paastand.navn, rolle=roller[0])
        m.save()
        konto = Konto(
            brugernavn=navn,
            medarbejder=m,
            udsteder=paastand.udsteder,
            ekstern_id=paastand.ekstern_id,
            roller=[str(r) for r in roller],
        )
        konto.set_unusable_password()
        konto.save()
        return konto
    konto.roller = [str(r) for r in roller]
    konto.save(update_fields=["roller"])
    if konto.medarbejder.navn != paastand.navn:
        konto.medarbejder.navn = paastand.navn
        konto.medarbejder.save(update_fields=["navn"])
    return konto
