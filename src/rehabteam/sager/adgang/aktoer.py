"""The person at work: who acts, in which role, for which organisation."""

from dataclasses import dataclass
from datetime import datetime
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
    BORGER = "borger"
    BISIDDER = "bisidder"
    DRIFT = "drift"
    INTEGRATION = "integration"
    NOED = "noed"  # anyone at work, for the hour she has opened one case in an emergency


class Tjeneste(StrEnum):
    """What runs beside the site, with a database role of its own that the site cannot become."""

    FORSEGLER = "forsegler"


# Roles that are a kind of user by themselves; the others are of their organisation's kind.
EGEN_VAEG = {
    Rolle.AUDITOR: Vaeg.AUDIT,
    Rolle.SUNDHEDSKOORDINATOR: Vaeg.KOORDINATOR,
    Rolle.BORGER: Vaeg.BORGER,
    Rolle.BISIDDER: Vaeg.BISIDDER,
    Rolle.DRIFT: Vaeg.DRIFT,
    Rolle.INTEGRATION: Vaeg.INTEGRATION,
}


@dataclass(frozen=True, slots=True)
class Vikar:
    """Whom one stands in for, and by which appointment."""

    vikariat_id: UUID
    medarbejder_id: UUID
    navn: str


@dataclass(frozen=True, slots=True)
class Noed:
    """The one case that is open in an emergency, and until when (UTC)."""

    noedadgang_id: UUID
    sag_id: UUID
    borger_id: UUID
    udloeber: datetime


@dataclass(frozen=True, slots=True)
class Aktoer:
    """Who acts. Built once per request from the login; a Handling never asks who is logged in.

    A citizen is her own `medarbejder_id`; a bisidder's is the fuldmagt, and `borger_id` the citizen who gave it.
    """

    medarbejder_id: UUID
    navn: str
    rolle: Rolle
    organisation_id: UUID
    organisation_navn: str
    organisation_slags: str
    region_id: UUID
    borger_id: UUID | None = None
    vikar_for: Vikar | None = None
    noed: Noed | None = None

    @property
    def sager_for(self) -> UUID:
        """Whose cases she works with: her own, or those of the one she stands in for."""
        return self.vikar_for.medarbejder_id if self.vikar_for else self.medarbejder_id

    @property
    def signatur(self) -> str:
        """How an act is signed: her own name, and for whom. A citizen's name may be protected where it is read."""
        if self.rolle == Rolle.BORGER:
            return "Borgeren selv"
        return f"{self.navn} som vikar for {self.vikar_for.navn}" if self.vikar_for else self.navn

    @property
    def vaeg(self) -> Vaeg:
        if self.noed:
            return Vaeg.NOED
        i_huset = Vaeg.REGION if self.organisation_slags == Organisation.Slags.REGION else Vaeg.KOMMUNE
        return EGEN_VAEG.get(self.rolle, i_huset)


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
