"""The person at work: who acts, in which role, for which organisation."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from ..models import Medarbejder, Organisation, Rolle


class Vaeg(StrEnum):
    """The kinds of user PostgreSQL knows. Each is one database role, `<prefix>_app_<kind>`."""

    DOER = "doer"
    KOMMUNE = "kommune"
    REGION = "region"
    KOORDINATOR = "koordinator"
    AUDIT = "audit"


class Tjeneste(StrEnum):
    """What runs beside the site, with a database role of its own that the site cannot become."""

    FORSEGLER = "forsegler"


@dataclass(frozen=True, slots=True)
class Aktoer:
    """Who acts. Built once per request from the login; a Handling never asks who is logged in."""

    medarbejder_id: UUID
    navn: str
    rolle: Rolle
    organisation_id: UUID
    organisation_navn: str
    organisation_slags: str
    region_id: UUID

    @property
    def vaeg(self) -> Vaeg:
        if self.rolle == Rolle.AUDITOR:
            return Vaeg.AUDIT
        if self.rolle == Rolle.SUNDHEDSKOORDINATOR:
            return Vaeg.KOORDINATOR
        return Vaeg.REGION if self.organisation_slags == Organisation.Slags.REGION else Vaeg.KOMMUNE


def aktoer(medarbejder: Medarbejder) -> Aktoer:
    """The Aktoer of a Medarbejder (with `organisation` loaded). A region is its own region."""
    organisation = medarbejder.organisation
    return Aktoer(
        medarbejder_id=medarbejder.id,
        navn=medarbejder.navn,
        rolle=Rolle(medarbejder.rolle),
        organisation_id=organisation.id,
        organisation_navn=organisation.navn,
        organisation_slags=organisation.slags,
        region_id=organisation.region_id or organisation.id,
    )
