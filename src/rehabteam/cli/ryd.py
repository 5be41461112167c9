"""`rehabteam ryd`: throw away what has served: used form keys, logins run out, answers used, tries counted."""

import argparse
from datetime import timedelta

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.apps import apps
from django.conf import settings
from django.contrib.sessions.models import Session
from django.db.models import QuerySet
from django.utils import timezone

from rehabteam.dokumenter import sidebilledlager

from . import fejning

VED = "vedligehold"
# A form's key answers the second sending for a day; after that nobody sends the first one again.
NOEGLER = timedelta(hours=24)
# Pictures of pages nobody has opened for so long are made again if somebody does.
SIDEBILLEDER = timedelta(days=14)


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    subparsers.add_parser("ryd", help="smid brugte formularnøgler og udløbne login ud (kør den hver nat)")


def koer(args: argparse.Namespace) -> int:
    nu = timezone.now()
    laast = timedelta(hours=settings.AXES_COOLOFF_TIME)
    bunker: dict[str, QuerySet] = {  # type: ignore[type-arg]
        "formularnøgler": apps.get_model("web", "Engangsnoegle").objects.filter(tid__lt=nu - NOEGLER),
        "login": Session.objects.filter(expire_date__lt=nu),
        "svar fra login-udbydere": apps.get_model("web", "Brugtsvar").objects.filter(udloeber__lt=nu),
        "talte loginforsøg": AccessAttempt.objects.filter(attempt_time__lt=nu - laast),
        "linjer fra tælleren": AccessLog.objects.filter(attempt_time__lt=nu - laast),
        "fejl fra tælleren": AccessFailureLog.objects.filter(attempt_time__lt=nu - laast),
    }
    for navn, bunke in bunker.items():
        print(f"{navn}: {bunke.using(VED).delete()[0]}")
    print(f"sidebilleder af dokumenter: {sidebilledlager.ryd(settings.DATA, SIDEBILLEDER.total_seconds())}")
    print(f"filer uden række: {fejning.siges()}")
    return 0
