"""The stage of the hostile tests is set once per worker: they take back what they do."""

import pytest

from tests.web.scene import Scene


@pytest.fixture(scope="session")
def scene(database: str) -> Scene:
    return Scene()
