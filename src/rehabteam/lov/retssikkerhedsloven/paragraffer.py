"""The Act, as far as a request for information rests on it."""

from __future__ import annotations

from rehabteam.lov.retssikkerhedsloven import par11a, par11c, par12

PARAGRAFFER = (par11a, par11c, par12)
