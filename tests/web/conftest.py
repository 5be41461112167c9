"""The stage of the hostile tests is set once per worker: they take back what they do."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache

from tests.web.scene import Scene


@pytest.fixture(autouse=True)
def _uden_det_forriges_bremse() -> Iterator[None]:
    """What the brake (web/bremse.py) counted in one test does not stop the next."""
    yield
    cache.clear()


@pytest.fixture(scope="session")
def scene(database: str) -> Scene:
    return Scene()
