"""Citizens and bisiddere to test with: accounts as the citizens' door makes them, in the tests' own world."""

import uuid

from django.db import transaction
from django.test import Client

from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Borger, Fuldmagt, Organisation, Rolle
from rehabteam.web.models import Borgerkonto, Konto

VED = "vedligehold"


def som_borger(borger: Borger) -> Aktoer:
    """The citizen herself, as the database knows her."""
    kommune = Organisation.objects.using(VED).get(id=borger.kommune_id)
    return _aktoer(Rolle.BORGER, kommune, borger.id, borger.id)


def som_bisidder(fuldmagt: Fuldmagt) -> Aktoer:
    kommune = Organisation.objects.using(VED).get(id=fuldmagt.kommune_id)
    return _aktoer(Rolle.BISIDDER, kommune, fuldmagt.id, fuldmagt.borger_id)


def _aktoer(rolle: Rolle, kommune: Organisation, person: uuid.UUID, borger: uuid.UUID) -> Aktoer:
    return Aktoer(
        medarbejder_id=person,
        navn="Birthe Borger" if rolle == Rolle.BORGER else "Bente Bisidder",
        rolle=rolle,
        organisation_id=kommune.id,
        organisation_navn=kommune.navn,
        organisation_slags=kommune.slags,
        region_id=kommune.region_id or kommune.id,
        borger_id=borger,
    )


def konto() -> Konto:
    ny = Konto(brugernavn=uuid.uuid4().hex, demo=True)
    ny.set_unusable_password()
    ny.save(using=VED)
    return ny


def bind(
    konto_: Konto, borger: Borger, fuldmagt: Fuldmagt | None = None, navn: str = "Birthe Borger"
) -> None:
    Borgerkonto(
        konto=konto_,
        kommune_id=borger.kommune_id,
        borger_id=borger.id,
        fuldmagt_id=fuldmagt.id if fuldmagt else None,
        navn=navn,
    ).save(using=VED)


def klient(konto_: Konto) -> Client:
    """A browser where this account is logged in."""
    ny = Client()
    with transaction.atomic():
        kontekst.aabn_doeren()
        ny.force_login(konto_, backend="django.contrib.auth.backends.ModelBackend")
    return ny


def borgerens_klient(borger: Borger) -> Client:
    k = konto()
    bind(k, borger)
    return klient(k)


def bisidderens_klient(fuldmagt: Fuldmagt) -> Client:
    k = konto()
    bind(k, Borger.objects.using(VED).get(id=fuldmagt.borger_id), fuldmagt, "Bente Bisidder")
    return klient(k)
