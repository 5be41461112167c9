"""Somebody from the street, and the stage of the hostile tests: set once per worker, for they take back what they do."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from tests.verden import Verden
from tests.web.scene import Scene


@pytest.fixture(autouse=True)
def _uden_det_forriges_bremse() -> Iterator[None]:
    """What the brake (web/bremse.py) counted in one test does not stop the next."""
    yield
    cache.clear()


@pytest.fixture(scope="session")
def scene(database: str) -> Scene:
    return Scene()


@pytest.fixture
def klient(verden: Verden) -> Client:
    """Somebody from the street: no login."""
    return Client()
