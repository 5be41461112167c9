"""The rules that ask "is it complete?" against the contract written a second time, over random questions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from rehabteam.lov.kontrakt.svar import besvar
from tests.egenskaber.orakel_fuldstaendig import ORAKEL
from tests.egenskaber.spoergsmaal import FAA, koder, spoergsmaal
from tests.egenskaber.test_udeladt import FULDSTAENDIG


@pytest.mark.parametrize("regel", FULDSTAENDIG)
def test_svarer_som_kontrakten_siger(regel: str) -> None:
    @given(spoergsmaal(regel))
    @FAA
    def efterproev(s: dict[str, Any]) -> None:
        svar = besvar(s)
        if svar["status"] == "UGYLDIGE_DATA":
            assert svar["valideringsfejl"] == ["plan_til"]
            return
        ventet = ORAKEL[regel](s["fakta"])
        assert koder(svar) == ventet.mangler
        assert koder(svar, "fejl") == ventet.fejl
        assert koder(svar, "advarsler") == ventet.advarsler
        assert svar["status"] == ventet.status

    efterproev()
