"""The demo's organisations, people and logins. Logins are made last, so their presence means: all is there."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from rehabteam.sager.adgang.aktoer import Aktoer, aktoer
from rehabteam.sager.models import Medarbejder, Organisation, Rolle

from . import regionen
from .regionen import DemoRegion

Konto = get_user_model()
VEDLIGEHOLD = "vedligehold"


def er_der(region: DemoRegion) -> bool:
    """Has the demo been put in, to the end?"""
    alle = [p.brugernavn for sted in (region.region, *region.kommuner) for p in sted.personer]
    return Konto.objects.using(VEDLIGEHOLD).filter(brugernavn__in=alle).exists()


def mangler(region: DemoRegion) -> list[str]:
    """Logins this edition of the demo has, and the demo in the database does not: it was put in by an older one."""
    steder = [p.brugernavn for sted in (*region.kommuner, region.region) for p in sted.personer]
    alle = [*steder, *(b.brugernavn for b in (*region.borgerlogins, *region.bisiddere))]
    findes = Konto.objects.using(VEDLIGEHOLD).filter(brugernavn__in=alle).values_list("brugernavn", flat=True)
    return sorted(set(alle) - set(findes))


def er_begyndt(region: DemoRegion) -> bool:
    """Is anything of the demo there?"""
    return Organisation.objects.using(VEDLIGEHOLD).filter(navn=region.region.navn).exists()


def opret_personer(region: DemoRegion) -> dict[str, Aktoer]:
    """Organisations and the people in them; user name → Aktoer."""
    hos = _organisation(region.region, Organisation.Slags.REGION, None)
    folk = _personer(region.region, hos)
    for kommune in region.kommuner:
        folk |= _personer(kommune, _organisation(kommune, Organisation.Slags.KOMMUNE, hos))
    return folk


def opret_konti(folk: dict[str, Aktoer]) -> None:
    """A demo login for each. One hash for all: the password is the same, and hashing is slow by design."""
    kode = make_password(settings.DEMOKODE)
    Konto.objects.using(VEDLIGEHOLD).bulk_create(
        Konto(brugernavn=navn, medarbejder_id=hvem.medarbejder_id, demo=True, password=kode)
        for navn, hvem in folk.items()
    )


def oversigt(region: DemoRegion) -> str:
    """The logins as text for the screen."""
    linjer = [f"Adgangskode for alle: {settings.DEMOKODE}"]
    for sted in (*region.kommuner, region.region):
        linjer += ["", f"{sted.navn}{', ' + sted.enhed if sted.enhed else ''}"]
        linjer += [f"  {p.brugernavn:<20} {p.navn:<24} {p.titel}" for p in sted.personer]
    linjer += ["", "Borgere og bisiddere"]
    linjer += [f"  {b.brugernavn:<20} {region.borger(b.borger).navn}" for b in region.borgerlogins]
    linjer += [
        f"  {b.brugernavn:<20} {b.navn:<24} bisidder for {region.borger(b.borger).navn}"
        for b in region.bisiddere
    ]
    return "\n".join(linjer)


def _organisation(data: regionen.Organisation, slags: str, region: Organisation | None) -> Organisation:
    return Organisation.objects.using(VEDLIGEHOLD).create(slags=slags, navn=data.navn, region=region)


def _personer(data: regionen.Organisation, hos: Organisation) -> dict[str, Aktoer]:
    return {
        p.brugernavn: aktoer(
            Medarbejder.objects.using(VEDLIGEHOLD).create(
                organisation=hos, navn=p.navn, rolle=Rolle(p.rolle), fagomraade=p.omraade
            )
        )
        for p in data.personer
    }
