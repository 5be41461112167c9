"""Every route declares its right, and asks for it."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.models import Rolle
from tests.verden import Verden

INTET = UUID("00000000-0000-4000-8000-000000000000")


def ruter(knude: URLResolver | None = None) -> Iterator[URLPattern]:
    for barn in (knude or get_resolver()).url_patterns:
        if isinstance(barn, URLResolver):
            yield from ruter(barn)
        else:
            yield barn


ALLE = sorted(ruter(), key=lambda r: r.name or "")
LUKKEDE = [r for r in ALLE if getattr(r.callback, "ret", None)]


def _adresse(rute: URLPattern, uuid: object = INTET) -> str:
    vaerdier: dict[str, object] = {
        navn: {"UUIDConverter": uuid, "IntConverter": 1}.get(type(art).__name__, "indsats")
        for navn, art in rute.pattern.converters.items()
    }
    return reverse(f"web:{rute.name}", kwargs=vaerdier)


@pytest.mark.parametrize("rute", ALLE, ids=lambda r: str(r.name))
def test_hver_rute_siger_hvilken_ret_den_kraever(rute: URLPattern) -> None:
    assert hasattr(rute.callback, "ret"), f"{rute.name} siger ikke, hvilken ret den kræver"
    assert rute.callback.ret is None or rute.callback.ret in RETTIGHEDER


def test_uden_login_kommer_man_ingen_vegne(verden: Verden, client: object) -> None:
    """All routes in one world: a world for each costs more than the requests."""
    galt = []
    for rute in LUKKEDE:
        svar = client.get(_adresse(rute))  # type: ignore[attr-defined]
        if not (svar.status_code == 302 and svar.url.startswith(reverse("web:log_ind"))):
            galt.append(f"{rute.name}: {svar.status_code}")
    assert len(LUKKEDE) > 100 and not galt


@pytest.mark.parametrize(
    ("rolle", "navn"),
    [
        (Rolle.SAGSBEHANDLER, "sagsbehandler"),
        (Rolle.TEAMMEDLEM, "teammedlem"),
        (Rolle.SEKRETARIAT, "sekretariat"),
        (Rolle.SUNDHEDSKOORDINATOR, "koordinator"),
    ],
)
def test_roller_uden_retten_afvises(rolle: Rolle, navn: str, verden: Verden) -> None:
    klient = verden.klient(getattr(verden, navn))
    uden = [r for r in LUKKEDE if rolle not in RETTIGHEDER[r.callback.ret].roller]
    galt = {r.name: status for r in uden if (status := klient.get(_adresse(r)).status_code) != 403}
    assert len(uden) > 20 and not galt
