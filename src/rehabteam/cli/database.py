"""`rehabteam database …`: set up the database, print what a superuser must run, check the walls."""

import argparse
import os
import sys

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.db import connection

from rehabteam.sager.adgang import forberedelse, katalog, klargoer


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("database", help="gør databasen klar, og efterprøv dens vægge")
    under = parser.add_subparsers(dest="hvad", required=True)
    under.add_parser(
        "klargoer",
        help="migrationer og vægge; med REHABTEAM_DB_SUPER også det, »forbered« ellers skriver",
    )
    under.add_parser("migrer", help="kun migrationer og vægge")
    forbered = under.add_parser("forbered", help="skriv den ene SQL-fil, en superbruger skal køre med psql")
    forbered.add_argument(
        "--med-adgangskoder",
        action="store_true",
        help="tag adgangskoderne i REHABTEAM_DB_WEB og REHABTEAM_DB_VEDLIGEHOLD med i filen",
    )
    under.add_parser("efterproev", help="sig, om væggene står, som koden siger")


def koer(args: argparse.Namespace) -> int:
    if args.hvad == "forbered":
        return _forbered(med_koder=args.med_adgangskoder)
    return {"klargoer": _klargoer, "migrer": _migrer, "efterproev": _efterproev}[args.hvad]()


def _klargoer() -> int:
    adresse = os.environ.get("REHABTEAM_DB_SUPER")
    if adresse:
        klargoer.forbered(adresse)
    elif fund := forberedelse.mangler():
        print(
            "En superbruger skal først køre det, »rehabteam database forbered« skriver (eller sæt REHABTEAM_DB_SUPER):",
            *(f"- {linje}" for linje in fund),
            sep="\n",
            file=sys.stderr,
        )
        return 2
    return _migrer()


def _migrer() -> int:
    klargoer.migrer(verbosity=0)
    return _efterproev()


def _forbered(*, med_koder: bool) -> int:
    koder = klargoer.adgangskoder() if med_koder else None
    print(forberedelse.psql_fil(str(settings.DATABASES["default"]["NAME"]), koder), end="")
    return 0


def _efterproev() -> int:
    with connection.cursor() as cursor:
        fund = katalog.efterproev(cursor)
    for fejl in fund:
        print(f"- {fejl}", file=sys.stderr)
    print("Databasens vægge står." if not fund else f"{len(fund)} fejl i databasens vægge.")
    return 1 if fund else 0
