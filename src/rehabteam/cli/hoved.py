"""`rehabteam`: one command, one module per subcommand, and only the chosen module is imported."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence

KOMMANDOER = {
    "vurder": "besvar spørgsmål om reglerne (JSON Lines ind og ud)",
    "skema": "vis JSON Schema for spørgsmål og svar",
    "rettigheder": "vis, hvem der må hvad (docs/rettigheder.md)",
    "lovspor": "vis vejen fra paragraf til kode og eksempler",
    "database": "gør databasen klar, og efterprøv dens vægge",
    "log": "forsegl og efterprøv adgangsloggen",
    "dokumenter": "efterprøv de gemte dokumenter",
    "organisation": "opret kommuner og regioner, og vis dem",
    "konto": "lokale konti til nødadgang, og lukning af konti",
    "import": "indlæs borgere, forløb og oplysninger fra kommunens andet system",
    "paamind": "send mail om dagens påmindelser til dem, der har bedt om det",
    "ryd": "smid brugte formularnøgler og udløbne login ud",
    "demo": "læg demo-regionen ind, eller begynd forfra",
}

# A word that Python keeps for itself.
MODULER = {"import": "import_"}


def main(argumenter: Sequence[str] | None = None) -> int:
    """Run one subcommand; returns its exit code."""
    argv = list(sys.argv[1:] if argumenter is None else argumenter)
    valgt = next((a for a in argv if not a.startswith("-")), None)
    parser = argparse.ArgumentParser(prog="rehabteam", description="Rehabteam på kommandolinjen.")
    under = parser.add_subparsers(dest="kommando", required=True, metavar="KOMMANDO")
    if valgt not in KOMMANDOER:
        for navn, hjaelp in KOMMANDOER.items():
            under.add_parser(navn, help=hjaelp)
        parser.parse_args(argv)
        return 2
    # By name, so that asking the law a question never pays for starting Django.
    modul = importlib.import_module(f"rehabteam.cli.{MODULER.get(valgt, valgt)}")
    modul.tilfoej(under)
    return int(modul.koer(parser.parse_args(argv)))


if __name__ == "__main__":
    sys.exit(main())
