"""The tests' own database: made from REHABTEAM_DB_SUPER with the product's own set-up, one per xdist worker.

Tests connect as the site does (role <prefix>_web): with a superuser every wall would look whole.
"""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.template import Template
from django.test.utils import instrumented_test_render
from psycopg.conninfo import conninfo_to_dict

from rehabteam.sager.adgang.klargoer import forbered, migrer
from tests import skabelon
from tests.arkitektur.sabotage_tabel import pytest_terminal_summary
from tests.dokumenter.samler import aegte_barn, barnet_som_paa_siden, gaffel
from tests.fordeling import Sammen, tungest_foerst
from tests.forloeb import servering
from tests.verden import DAG, Verden

__all__ = ["aegte_barn", "barnet_som_paa_siden", "pytest_terminal_summary"]

gaffel()

ARBEJDER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
DATABASE = f"rehabteam_test_{ARBEJDER}"
SUPER = os.environ.get("REHABTEAM_DB_SUPER", "")
TEGNER = Template._render


def _peg_paa_testbasen() -> None:
    """Both of Django's connections, as the product's roles, at the test database."""
    settings.ROLLEPRAEFIKS = "rehabteam_test"
    settings.SECRET_KEY = "hemmelighed-kun-til-proever-paa-egen-maskine"
    settings.DEMO = True
    settings.DEMODAG = DAG
    settings.PASSWORD_HASHERS = ["tests.let_scrypt.LetScrypt"]
    server = conninfo_to_dict(SUPER)
    for alias, rolle in (("default", "web"), ("vedligehold", "migr")):
        settings.DATABASES[alias].update(
            NAME=DATABASE,
            USER=f"rehabteam_test_{rolle}",
            PASSWORD="proeve",
            HOST=str(server.get("host") or ""),
            PORT=str(server.get("port") or ""),
        )


if SUPER:
    _peg_paa_testbasen()


def pytest_configure(config: pytest.Config) -> None:
    gc.disable()  # what is collected now lives as long as the run: there is no garbage to look for


def pytest_collection_finish(session: pytest.Session) -> None:
    """From here the collector looks at the tests' own things only, and not after every handful of them."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    gc.enable()


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Sammen:
    return Sammen(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    tungest_foerst(items)


@pytest.fixture(scope="session", autouse=True)
def _skabeloner_som_paa_siden(django_test_environment: None) -> None:
    """Pages are drawn as the site draws them, without a copy of every context for a test that never asks."""
    Template._render = TEGNER


@pytest.fixture
def med_kontekst(monkeypatch: pytest.MonkeyPatch) -> None:
    """`svar.context` is what the page was made from."""
    monkeypatch.setattr(Template, "_render", instrumented_test_render)


def _byg(fra_ny: bool) -> None:
    forbered(SUPER)
    if fra_ny:
        migrer(verbosity=0)
        connections.close_all()


@pytest.fixture(scope="session")
def koersel(pytestconfig: pytest.Config) -> str:
    """What the workers of this run have in common; empty for a process that runs tests by itself."""
    return str(getattr(pytestconfig, "workerinput", {}).get("testrunuid", ""))


@pytest.fixture(scope="session")
def database(
    django_db_blocker: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, koersel: str
) -> Iterator[str]:
    """A fresh database with migrations and walls; gone afterwards. The value is its name."""
    if not SUPER:
        pytest.fail("REHABTEAM_DB_SUPER mangler: kør »make test«, som starter PostgreSQL.")
    settings.DATA = tmp_path_factory.mktemp("data")
    with django_db_blocker.unblock():
        skabelon.klar(SUPER, DATABASE, koersel, _byg)
        yield DATABASE
    shutil.rmtree(Path(settings.DATA), ignore_errors=True)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The loaded demo, made once for all workers: a folder, and a template database of the same name."""
    rod = tmp_path_factory.getbasetemp()
    with servering.demo(rod.parent if "PYTEST_XDIST_WORKER" in os.environ else rod, ARBEJDER) as mappe:
        yield mappe


@pytest.fixture
def verden(database: str) -> Verden:
    """One region, two kommuner and their people, made anew: the walls keep the tests apart."""
    return Verden()
