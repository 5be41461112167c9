"""Offentlighedsloven, paragraph by paragraph."""

from __future__ import annotations

from rehabteam.lov.offentlighedsloven import par36

PARAGRAFFER = (par36,)
