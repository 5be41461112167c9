"""What each outcome must hold, said part by part: the list forms are made from is the rule's own."""

import pytest

from rehabteam.lov.bek2408_2021.indstilling import KRAV, Indstilling, indstillingens_indhold, krav_til


@pytest.mark.parametrize("udfald", sorted(KRAV))
def test_delene_er_dem_reglen_kraever(udfald: str) -> None:
    krav = krav_til(udfald)
    assert {navn: krav[navn] for navn in KRAV[udfald]} == KRAV[udfald]
    ekstra = {"forudsaetninger", "behov"} if udfald == "nyt_jobafklaringsforloeb" else set()
    assert set(krav) == set(KRAV[udfald]) | ekstra
    hel = Indstilling(indstilling=udfald, indeholder=tuple(krav))
    assert indstillingens_indhold(hel).status == "FULDSTAENDIG"
    for navn, mangel in krav.items():
        uden = Indstilling(indstilling=udfald, indeholder=tuple(n for n in krav if n != navn))
        koder = [m.kode for m in indstillingens_indhold(uden).mangler]
        assert koder == [mangel.kode], navn
