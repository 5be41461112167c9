"""A kommune and a region that log in through a real identity provider."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from saml2.metadata import entity_descriptor

from rehabteam.web.indgang import saml_spoerg
from rehabteam.web.indgang.doere import Indgange, Oidcdoer, Samldoer
from tests.indgang import noegler
from tests.indgang.falskner import Falskner, opsaetning
from tests.indgang.openid import Udbyder
from tests.indgang.person import Person
from tests.indgang.roller import SYSTEM, liste
from tests.indgang.simplesaml import ENTITET, Simplesaml, kraev
from tests.indgang.sted import SIDE, Sted
from tests.verden import Verden


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


@pytest.fixture
def sanne(doer: Samldoer, sted: Sted, idp: Simplesaml) -> Person:
    return Person(idp, privilegier=liste((sted.kommune, ["sagsbehandler"])))


@pytest.fixture
def falskner(sted: Sted, tmp_path: Path, nogler: Path, settings: object) -> Falskner:
    for navn in ("idp", "vores", "fremmed"):
        for endelse in ("key", "crt"):
            (tmp_path / f"{navn}.{endelse}").write_bytes((nogler / f"{navn}.{endelse}").read_bytes())
    (tmp_path / "idp.xml").write_text(str(entity_descriptor(opsaetning(tmp_path, "idp"))), "utf-8")
    doer = samldoer(sted, tmp_path)
    settings.INDGANGE = Indgange(SIDE, SYSTEM, (doer,))  # type: ignore[attr-defined]
    settings.DEMO = False  # type: ignore[attr-defined]
    (tmp_path / "vores.xml").write_text(saml_spoerg.metadata(doer), "utf-8")
    return Falskner(tmp_path, sted)


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
