"""`rehabteam konto …`: local accounts for emergencies, each with a generator of one-time codes; and closing any account."""

import argparse
import secrets
import sys
from typing import Any

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from rehabteam.sager.adgang.rettighed import ALLE, AUDITOR, DRIFT, REGIONEN
from rehabteam.sager.models import Medarbejder, Organisation, Rolle

Konto = get_user_model()
Indlogning = apps.get_model("web", "Indlogning")
VED = "vedligehold"
TEGN = "abcdefghjkmnpqrstuvwxyz23456789"  # nothing that looks like something else
# Citizens have their own door, and another system has none yet.
LOKALE = [str(r) for r in Rolle if r in ALLE | AUDITOR | DRIFT]


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser("konto", help="lokale konti til nødadgang, og lukning af konti")
    under = parser.add_subparsers(dest="hvad", required=True)
    under.add_parser("vis", help="alle konti, uden navne")
    opret = under.add_parser("opret", help="opret en lokal konto med kodegenerator")
    opret.add_argument("brugernavn")
    opret.add_argument("--navn", required=True, help="vises i Rehabteam")
    opret.add_argument("--cvr", required=True, help="organisationens CVR-nummer")
    opret.add_argument("--rolle", choices=LOKALE, required=True)
    ny = under.add_parser("ny-kode", help="ny adgangskode og ny kodegenerator til en lokal konto")
    ny.add_argument("brugernavn")
    for navn, hjaelp in (
        ("luk", "luk en konto nu, også hvor den er logget ind"),
        ("aabn", "åbn en lukket konto"),
    ):
        under.add_parser(navn, help=hjaelp).add_argument("brugernavn")


def koer(args: argparse.Namespace) -> int:
    if args.hvad == "vis":
        return _vis()
    with transaction.atomic(using=VED):
        if args.hvad == "opret":
            return _opret(args)
        konto = Konto.objects.using(VED).filter(brugernavn=args.brugernavn.lower()).first()
        if konto is None:
            return _nej("Der er ingen konto med det brugernavn.")
        if args.hvad == "ny-kode":
            return _nej("Kontoen er ikke lokal.") if konto.udsteder or konto.demo else _ny_kode(konto)
        return _luk(konto, args.hvad == "luk")


def _nej(tekst: str) -> int:
    print(tekst, file=sys.stderr)
    return 2


def _vis() -> int:
    for k in Konto.objects.using(VED).select_related("medarbejder__organisation").order_by("brugernavn"):
        slags = "demo" if k.demo else ("udefra" if k.udsteder else "lokal")
        stand = "åben" if k.is_active else "lukket"
        if k.medarbejder is None:
            print(f"{k.brugernavn}  {slags}  {stand}  borger eller bisidder")
            continue
        roller = ", ".join(k.roller) if k.udsteder else k.medarbejder.rolle
        print(
            f"{k.brugernavn}  {slags}  {stand}  {k.medarbejder.organisation.navn}: {roller or 'ingen rolle'}"
        )
    return 0


def _opret(args: argparse.Namespace) -> int:
    organisation = Organisation.objects.using(VED).filter(myndighed__cvr=args.cvr).first()
    if organisation is None:
        return _nej(
            "Der er ingen organisation med det CVR-nummer. Opret den med »rehabteam organisation opret«."
        )
    i_region = organisation.slags == Organisation.Slags.REGION
    if Rolle(args.rolle) in ALLE and (Rolle(args.rolle) in REGIONEN) != i_region:
        return _nej(f"Rollen {args.rolle} findes ikke i en {organisation.slags}.")
    brugernavn = args.brugernavn.strip().lower()
    if Konto.objects.using(VED).filter(brugernavn=brugernavn).exists():
        return _nej("Brugernavnet er taget.")
    m = Medarbejder(organisation=organisation, navn=args.navn, rolle=args.rolle)
    m.save(using=VED)
    konto = Konto(brugernavn=brugernavn, medarbejder=m)
    konto.set_unusable_password()
    konto.save(using=VED)
    return _ny_kode(konto)


def _ny_kode(konto: Any) -> int:
    """A new password and generator; the old ones stop at once. Both are shown here and nowhere else."""
    kode = "-".join("".join(secrets.choice(TEGN) for _ in range(5)) for _ in range(5))
    konto.set_password(kode)
    konto.save(using=VED, update_fields=["password"])
    TOTPDevice.objects.using(VED).filter(user=konto).delete()
    generator = TOTPDevice(user=konto, name="kodegenerator", confirmed=True)
    generator.save(using=VED)
    print(
        f"Brugernavn:     {konto.brugernavn}\nAdgangskode:    {kode}\nKodegenerator:  {generator.config_url}"
    )
    print("Læg det i en forseglet kuvert. Det vises ikke igen.")
    return 0


def _luk(konto: Any, luk: bool) -> int:
    konto.is_active = not luk
    konto.save(using=VED, update_fields=["is_active"])
    if luk:
        Indlogning.objects.using(VED).filter(konto=konto, slut=None).update(slut=timezone.now(), navne_id={})
    print(f"Kontoen {konto.brugernavn} er {'lukket' if luk else 'åben'}.")
    return 0
