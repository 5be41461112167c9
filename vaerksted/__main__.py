"""`python3 -m vaerksted MÅL`: the one entrance, called by the Makefile."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from functools import partial

if sys.version_info < (3, 11):  # noqa: UP036 (whatever python3 the machine has)
    sys.exit("Der skal bruges Python 3.11 eller nyere.")

from vaerksted import drift, miljoe, mutation, oprydning, proces, proev, saarbarheder, sbom, tjek
from vaerksted.besked import Stop, sig, sig_fejl

MAAL: dict[str, tuple[str, Callable[[], int]]] = {
    "run": (
        "sætter alt op og viser Rehabteam på http://127.0.0.1:8000 (PORT=… vælger en anden)",
        drift.koer,
    ),
    "demo-reset": ("sletter demoens database og dokumenter, så næste make run begynder forfra", drift.forfra),
    "check": ("ruff, mypy, lagene, skabeloner, migrationer, adresser, stykliste", tjek.koer),
    "sbom": ("styklisten over pakker (CycloneDX) i build/sbom.cdx.json, lavet uden net", sbom.koer),
    "saarbarheder": (
        "har en pakke en kendt sårbarhed? Slår op på nettet; kan det ikke lade sig gøre, er det en fejl",
        saarbarheder.koer,
    ),
    "test": ('prøverne (T="tests/lov -k ord" vælger nogle af dem)', partial(proev.koer, "test")),
    "test-all": ("prøverne og alt det langsomme", partial(proev.koer, "test-all")),
    "sabotage": (
        "opdager prøverne det, når en væg eller en regel er i stykker?",
        partial(proev.koer, "sabotage"),
    ),
    "holdbarhed": (
        "går et dokument tabt, når processen dræbes, disken er fuld eller databasen forsvinder?",
        partial(proev.koer, "holdbarhed"),
    ),
    "bench": ("målinger af fart", partial(proev.koer, "bench")),
    "mutation": (
        'opdager lovens prøver, at loven er ændret? (timer; T="rehabteam.lov.tid*" vælger)',
        mutation.koer,
    ),
    "billeder": ("skærmbilleder til mappen billeder/", partial(proev.koer, "billeder")),
    "clean": ("fjerner alt, som make har lavet, undtagen demoens data", oprydning.koer),
}


def hjaelp() -> int:
    sig("Rehabteam. Du kan skrive:\n")
    for navn, (tekst, _) in MAAL.items():
        sig(f"  make {navn:<12} {tekst}")
    sig("\nDATABASE_URL=postgresql://… (en superbrugers adresse) bruger en anden PostgreSQL end vores.")
    return 0


def main(argumenter: list[str]) -> int:
    """Run the target named; returns the exit code."""
    navn = argumenter[0] if argumenter else "help"
    if navn == "help":
        return hjaelp()
    if navn not in MAAL:
        sig_fejl(f"Ukendt mål: {navn}")
        return 2
    for stroem in (sys.stdout, sys.stderr):
        if isinstance(stroem, io.TextIOWrapper):
            stroem.reconfigure(errors="replace")  # a terminal without our letters still gets the message
    os.umask(0o022)
    proces.afbryd_paa_signal()
    try:
        return MAAL[navn][1]()
    except Stop as stop:
        sig_fejl(f"\n{stop}")
        return stop.kode
    except KeyboardInterrupt:
        if miljoe.GRUNDLAG not in os.environ:  # else root's own command, which started us, says it
            sig_fejl("\nAfbrudt.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
