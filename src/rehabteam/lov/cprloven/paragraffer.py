"""CPR-loven, paragraph by paragraph."""

from __future__ import annotations

from rehabteam.lov.cprloven import par28

PARAGRAFFER = (par28,)
