"""Asked through the contract, as another system asks."""

from __future__ import annotations

from typing import Any

from rehabteam.lov.kontrakt.svar import besvar

UGYLDIG_LINJE = {"id": None, "status": "UGYLDIGE_DATA", "valideringsfejl": ["$"]}


def fuldt(regel: str, **fakta: Any) -> dict[str, Any]:
    return besvar({"id": "a", "regel": regel, "fakta": fakta}, fuldt=True)
