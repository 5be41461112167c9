"""The demo's citizens and bisiddere who can log in: as the citizens' door would have made them."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from rehabteam.handlinger.giv_fuldmagt import giv_fuldmagt
from rehabteam.handlinger.handling import Anledning
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.models import Forloeb, Rolle

from .dagbog import DANMARK
from .konti import VEDLIGEHOLD
from .regionen import Bisidder, DemoRegion

Borgerkonto = apps.get_model("web", "Borgerkonto")


def opret(region: DemoRegion, forloeb: dict[str, UUID]) -> None:
    """`forloeb`: a citizen's key → her forløb."""
    kode = make_password(settings.DEMOKODE)
    for login in region.borgerlogins:
        hendes = _forloeb(forloeb[login.borger])
        _konto(login.brugernavn, kode, hendes, region.borger(login.borger).navn)
    for b in region.bisiddere:
        hendes = _forloeb(forloeb[b.borger])
        fuldmagt = _fuldmagt(region, b, hendes)
        _konto(b.brugernavn, kode, hendes, b.navn, fuldmagt_id=fuldmagt.id)


def _forloeb(forloeb_id: UUID) -> Forloeb:
    return Forloeb.objects.using(VEDLIGEHOLD).select_related("kommune").get(id=forloeb_id)


def _konto(brugernavn: str, kode: str, hendes: Forloeb, navn: str, **mere: Any) -> None:
    konto = get_user_model()(brugernavn=brugernavn, demo=True, password=kode)
    konto.save(using=VEDLIGEHOLD)
    Borgerkonto(
        konto=konto, kommune_id=hendes.kommune_id, borger_id=hendes.borger_id, navn=navn, **mere
    ).save(using=VEDLIGEHOLD)


def _fuldmagt(region: DemoRegion, b: Bisidder, hendes: Forloeb) -> Any:
    """Given by the citizen herself, as on her own page."""
    kommune = hendes.kommune
    hun = Aktoer(
        medarbejder_id=hendes.borger_id,
        navn=region.borger(b.borger).navn,
        rolle=Rolle.BORGER,
        organisation_id=kommune.id,
        organisation_navn=kommune.navn,
        organisation_slags=kommune.slags,
        region_id=kommune.region_id or kommune.id,
        borger_id=hendes.borger_id,
    )
    with kontekst.arbejder_som(hun):
        naar = Anledning(hun, b.givet, datetime.combine(b.givet, time(19, 12), DANMARK))
        return giv_fuldmagt(naar, hendes.borger_id, navn=b.navn, til=b.til, dokumenter=b.dokumenter)
