"""The Act, as far as the order rests on it."""

from __future__ import annotations

from rehabteam.lov.lab import (
    par109,
    par113,
)

PARAGRAFFER = (
    par109,
    par113,
)
