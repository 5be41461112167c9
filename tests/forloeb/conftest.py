"""What the stories in the browser stand on: the demo, a served copy of it per module, and Chromium."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from tests.forloeb import servering
from tests.forloeb.servering import Site
from tests.forloeb.skaerm import Aabn, Skaerm

CHROMIUM = shutil.which("chromium") or "/usr/bin/chromium"
ARBEJDER = os.environ.get("PYTEST_XDIST_WORKER", "alene")


@pytest.fixture(scope="module")
def site(demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """This module's own copy of the demo region, served on 127.0.0.1."""
    mappe = tmp_path_factory.mktemp("site")
    with servering.server(demo, mappe, f"rehabteam_test_browser_{ARBEJDER}") as kopi:
        yield kopi


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Chromium without the net. Closed with each module: its event loop would stand in the way of Django."""
    if not os.access(CHROMIUM, os.X_OK):
        pytest.fail(f"Chromium mangler ({CHROMIUM}): kør »make test«, som siger, hvordan den installeres.")
    with sync_playwright() as p:
        browser = p.chromium.launch(
            executable_path=CHROMIUM,
            args=[
                *("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions"),
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def logget_ind() -> dict[str, StorageState]:
    """What the browser remembers of each login: the login form is filled in once per person and module."""
    return {}


@pytest.fixture
def aabn(chromium: Browser, site: Site, logget_ind: dict[str, StorageState]) -> Iterator[Aabn]:
    """`aabn("mette.nordby")` is a window where she is logged in; `aabn()` one where nobody is.

    When the test is over, no window may have had anything to complain of.
    """
    vinduer: list[Skaerm] = []

    def _aabn(brugernavn: str = "", *, js: bool = True, klasse: type[Skaerm] = Skaerm) -> Skaerm:
        vindue = klasse(chromium, site.adresse, js=js, husker=logget_ind.get(brugernavn))
        vinduer.append(vindue)
        if not brugernavn:
            return vindue
        if brugernavn not in logget_ind:
            vindue.log_ind(brugernavn)
            logget_ind[brugernavn] = vindue.omraade.storage_state()
        vindue.gaa("/")
        return vindue

    yield _aabn
    klager = [k for vindue in vinduer for k in vindue.klager]
    for vindue in vinduer:
        vindue.omraade.close()
    assert not klager, "\n".join(klager)
