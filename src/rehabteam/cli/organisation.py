"""`rehabteam organisation …`: the kommuner and regions of an installation, and the CVR numbers logins know them by."""

import argparse
import sys
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.apps import apps
from django.db import transaction

from rehabteam.sager.models import Organisation

Myndighed = apps.get_model("web", "Myndighed")
VED = "vedligehold"


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("organisation", help="opret kommuner og regioner, og vis dem")
    under = parser.add_subparsers(dest="hvad", required=True)
    under.add_parser("vis", help="alle organisationer med CVR-nummer")
    opret = under.add_parser("opret", help="opret en organisation, eller ret dens CVR-nummer")
    opret.add_argument("navn")
    opret.add_argument("--slags", choices=Organisation.Slags.values, required=True)
    opret.add_argument("--cvr", required=True, help="8 cifre")
    opret.add_argument("--region", help="CVR-nummer på kommunens region")
    opret.add_argument("--uuid", type=UUID, help="organisationens UUID i Fælleskommunalt Organisationssystem")


def koer(args: argparse.Namespace) -> int:
    return _vis() if args.hvad == "vis" else _opret(args)


def _vis() -> int:
    for o in Organisation.objects.using(VED).select_related("myndighed", "region"):
        cvr = o.myndighed.cvr if hasattr(o, "myndighed") else "uden CVR"
        print(f"{cvr}  {o.slags:8} {o.navn}" + (f" ({o.region.navn})" if o.region else ""))
    return 0


def _opret(args: argparse.Namespace) -> int:
    if not (len(args.cvr) == 8 and args.cvr.isascii() and args.cvr.isdigit()):
        print("Et CVR-nummer har 8 cifre.", file=sys.stderr)
        return 2
    region = None
    if args.slags == Organisation.Slags.KOMMUNE:
        region = (
            Organisation.objects.using(VED).filter(slags="region", myndighed__cvr=args.region or "").first()
        )
        if region is None:
            print(
                "En kommune skal have sin region: --region CVR-NUMMER. Opret regionen først.", file=sys.stderr
            )
            return 2
    with transaction.atomic(using=VED):
        fundet = Organisation.objects.using(VED).filter(navn=args.navn, slags=args.slags).first()
        optaget = Myndighed.objects.using(VED).filter(cvr=args.cvr).exclude(organisation=fundet).first()
        if optaget is not None:
            print("CVR-nummeret hører til en anden organisation.", file=sys.stderr)
            return 2
        if fundet is None:
            fundet = Organisation(navn=args.navn, slags=args.slags, region=region)
            fundet.save(using=VED)
        Myndighed.objects.using(VED).update_or_create(
            organisation=fundet, defaults={"cvr": args.cvr, "fk_uuid": args.uuid}
        )
    print(f"{args.navn} er klar med CVR-nummer {args.cvr}.")
    return 0
