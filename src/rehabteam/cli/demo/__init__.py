"""`rehabteam demo …`: put the demo region in, show its logins, write its later papers to a folder."""

import argparse
import sys
from pathlib import Path

from rehabteam.cli import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings

from . import indlaes, konti, papirer, regionen


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("demo", help="læg demo-regionen ind, og vis dens brugere")
    under = parser.add_subparsers(dest="hvad", required=True)
    under.add_parser("indlaes", help="læg demo-regionen ind; er den der, sker der ikke noget")
    under.add_parser("logins", help="vis demoens brugernavne og adgangskode")
    papir = under.add_parser("papirer", help="skriv de papirer, der kan lægges på sagerne, i en mappe")
    papir.add_argument("mappe", type=Path)


def koer(args: argparse.Namespace) -> int:
    """0 when done, 2 when it could not be done."""
    if not settings.DEMO:
        print("Demoen er slået fra. Den kræver REHABTEAM_DEMO=1.", file=sys.stderr)
        return 2
    if args.hvad == "indlaes":
        return _indlaes()
    if args.hvad == "logins":
        print(konti.oversigt(regionen.laes()))
        return 0
    antal = papirer.skriv_i_mappe(args.mappe, regionen.laes())
    print(f"{antal} papirer er skrevet i {args.mappe}.")
    return 0


def _indlaes() -> int:
    region = regionen.laes()
    if konti.er_der(region):
        if nye := konti.mangler(region):
            print(
                "Demoen er lavet af en tidligere udgave. De her kan ikke logge ind: " + ", ".join(nye) + "."
            )
            print("Vil du have dem med, så begynd forfra: make demo-reset (det, du har skrevet, forsvinder).")
        return 0
    try:
        antal = indlaes.indlaes(region)
    except indlaes.HalvDemo:
        print("Demodata er kun lagt halvt ind. Begynd forfra med: make demo-reset", file=sys.stderr)
        return 2
    print(f"Demo-regionen er lagt ind: {len(region.kommuner)} kommuner og {antal} borgere.")
    return 0
