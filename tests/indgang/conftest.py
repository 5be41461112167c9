"""A kommune and a region that log in through a real identity provider."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from rehabteam.web.indgang.doere import Indgange, Oidcdoer, Samldoer
from rehabteam.web.models import Myndighed
from tests.indgang import noegler
from tests.indgang.openid import Udbyder
from tests.indgang.roller import SYSTEM
from tests.indgang.simplesaml import ENTITET, Simplesaml, kraev
from tests.verden import Verden

SIDE = "http://testserver"


@pytest.fixture(scope="session")
def nogler(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the keys of both parties: `idp` and `vores`, and a stranger's."""
    mappe = tmp_path_factory.mktemp("idp")
    for navn in ("idp", "vores", "fremmed"):
        noegler.lav(mappe, navn)
    return mappe


@pytest.fixture(scope="session")
def idp(nogler: Path) -> Iterator[Simplesaml]:
    kraev()
    modpart = Simplesaml(nogler, SYSTEM, SIDE)
    yield modpart
    modpart.stop()


class Sted:
    """The organisations of one test, each with a CVR number of its own."""

    def __init__(self, v: Verden) -> None:
        self.v = v
        self.kommune, self.region, self.nabo = (str(uuid.uuid4().int)[:8] for _ in range(3))
        for organisation, cvr in (
            (v.kommune, self.kommune),
            (v.region, self.region),
            (v.nabokommune, self.nabo),
        ):
            Myndighed.objects.using("vedligehold").create(organisation=organisation, cvr=cvr)


@pytest.fixture
def sted(verden: Verden) -> Sted:
    return Sted(verden)


def samldoer(sted: Sted, mappe: Path) -> Samldoer:
    return Samldoer(
        id="proeve",
        navn="Prøve Login",
        udsteder=ENTITET,
        cvr=(sted.kommune, sted.region),
        metadata=mappe / "idp.xml",
        noegle=mappe / "vores.key",
        certifikat=mappe / "vores.crt",
        entitet=SYSTEM,
    )


@pytest.fixture
def doer(sted: Sted, idp: Simplesaml, settings: object) -> Samldoer:
    """A SAML door to the provider, for the kommune and the region (not for the neighbour)."""
    fundet = samldoer(sted, idp.mappe)
    settings.INDGANGE = Indgange(SIDE, SYSTEM, (fundet,))  # type: ignore[attr-defined]
    settings.DEMO = False  # type: ignore[attr-defined]
    return fundet


@pytest.fixture(scope="session")
def udbyder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Udbyder]:
    modpart = Udbyder(tmp_path_factory.mktemp("oidc"), SIDE)
    yield modpart
    modpart.stop()


@pytest.fixture(scope="session")
def sparsom_udbyder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Udbyder]:
    """One that says little in its token, and the rest when asked."""
    modpart = Udbyder(tmp_path_factory.mktemp("oidc"), SIDE, felter_i_token=False)
    yield modpart
    modpart.stop()


def oidcdoer(sted: Sted, udsteder: str) -> Oidcdoer:
    return Oidcdoer(
        id="proeve",
        navn="Prøve Entra",
        udsteder=udsteder,
        cvr=(sted.kommune,),
        klient="rehabteam",
        hemmelighed="kun-til-proever",
    )


@pytest.fixture
def oidc(sted: Sted, udbyder: Udbyder, settings: object) -> Oidcdoer:
    fundet = oidcdoer(sted, udbyder.udsteder)
    settings.INDGANGE = Indgange(SIDE, SYSTEM, (), (fundet,))  # type: ignore[attr-defined]
    settings.DEMO = False  # type: ignore[attr-defined]
    return fundet
