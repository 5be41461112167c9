"""`make sbom`: what the program is made of, as a CycloneDX file. Made offline, from the locks and what is installed."""

from __future__ import annotations

from vaerksted import miljoe, proces, sted, system
from vaerksted.drift import OPSAETTER
from vaerksted.laas import laas


def koer() -> int:
    """Write build/sbom.cdx.json with the environment's Python; returns 1 if it does not hold against the schema."""
    s = sted.sted()
    sted.klargoer(s)
    system.kraev(database=False)
    with laas(s.privat / "opsaetning.laas", optaget=OPSAETTER, vent=True):
        miljoe.klar(s, proever=True)
    return proces.koer([miljoe.python(s), "-m", "vaerksted.sbom.skriv"], env=miljoe.omgivelser(s), cwd=s.rod)
