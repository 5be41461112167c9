"""`rehabteam database …`: set up the database, print what a superuser must run, check the walls."""

import argparse
import os
import sys

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.conf import settings
from django.db import connection

from rehabteam.sager.adgang import katalog, klargoer, roller


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("database", help="gør databasen klar, og efterprøv dens vægge")
    under = parser.add_subparsers(dest="hvad", required=True)
    under.add_parser("klargoer", help="roller, database, migrationer og vægge (kræver REHABTEAM_DB_SUPER)")
    under.add_parser("migrer", help="migrationer og vægge, når en superbruger har kørt »forbered«")
    under.add_parser("forbered", help="skriv den SQL, en superbruger skal køre")
    under.add_parser("efterproev", help="sig, om væggene står, som koden siger")


def koer(args: argparse.Namespace) -> int:
    return {"klargoer": _klargoer, "migrer": _migrer, "forbered": _forbered, "efterproev": _efterproev}[
        args.hvad
    ]()


def _klargoer() -> int:
    adresse = os.environ.get("REHABTEAM_DB_SUPER")
    if not adresse:
        print("REHABTEAM_DB_SUPER mangler: adressen på en superbruger i PostgreSQL.", file=sys.stderr)
        return 2
    klargoer.forbered(adresse)
    return _migrer()


def _migrer() -> int:
    klargoer.migrer(verbosity=0)
    return _efterproev()


def _forbered() -> int:
    for saetning in roller.forbered_sql(str(settings.DATABASES["default"]["NAME"])):
        print(saetning + ";")
    return 0


def _efterproev() -> int:
    with connection.cursor() as cursor:
        fund = katalog.efterproev(cursor)
    for fejl in fund:
        print(f"- {fejl}", file=sys.stderr)
    print("Databasens vægge står." if not fund else f"{len(fund)} fejl i databasens vægge.")
    return 1 if fund else 0
