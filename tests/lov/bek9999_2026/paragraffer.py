"""The edition made up for the tests, § by §."""

from __future__ import annotations

from tests.lov.bek9999_2026 import par5

PARAGRAFFER = (par5,)
