"""`rehabteam paamind`: mail those who have asked for it that they have reminders today. Run it each morning.

The mail has a number and an address, and nothing else: no name, no case, nothing about health. One a day at most,
however often it is run.
"""

import argparse
import smtplib
import ssl
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from uuid import UUID

from . import med_django  # noqa: F401  (first: it starts Django)

# isort: split
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q

from rehabteam.handlinger.terminer import antal
from rehabteam.sager.adgang.aktoer import aktoer
from rehabteam.sager.adgang.kontekst import arbejder_som
from rehabteam.sager.adgang.rettigheder import RETTIGHEDER
from rehabteam.sager.dagen import dagen
from rehabteam.sager.models import Medarbejder

VED = "vedligehold"
PORTE = {"smtp": 25, "smtp+tls": 587, "smtps": 465}
VENT = 20  # seconds for the server to answer


def tilfoej(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = subparsers.add_parser(
        "paamind", help="send mail om dagens påmindelser til dem, der har bedt om det"
    )
    parser.add_argument("--vis", action="store_true", help="sig kun, hvor mange mails det ville blive til")


def koer(args: argparse.Namespace) -> int:
    if not settings.MAILSERVER:
        print("Mail er ikke sat op (REHABTEAM_MAILSERVER). Ingen mails er sendt.")
        return 0
    server = urlsplit(settings.MAILSERVER)
    mangler = [
        navn
        for navn, er in (
            (
                "REHABTEAM_MAILSERVER skal begynde med smtp://, smtp+tls:// eller smtps://",
                server.scheme in PORTE,
            ),
            ("REHABTEAM_MAILAFSENDER mangler", "@" in settings.MAILAFSENDER),
            ("REHABTEAM_ADRESSE mangler: mailen skal sige, hvor man logger ind", settings.SIDENS_ADRESSE),
        )
        if not er
    ]
    if mangler:
        print(*mangler, sep="\n", file=sys.stderr)
        return 2
    venter = [(valg, tal) for valg in _valgte() if (tal := _tal(valg.medarbejder_id))]
    if args.vis:
        print(f"{len(venter)} mails ville blive sendt.")
        return 0
    return _send(server, venter)


def _valgte() -> list[Any]:
    """Those who want a mail, work here with an open account, and have not had one today."""
    mailvalg = apps.get_model("web", "Mailvalg").objects.using(VED)
    aabne = get_user_model().objects.using(VED).filter(is_active=True).values("medarbejder_id")
    return list(
        mailvalg.filter(Q(sidst=None) | Q(sidst__lt=dagen()), til=True, medarbejder_id__in=aabne).exclude(
            adresse=""
        )
    )


def _tal(medarbejder_id: UUID) -> int:
    """How many she has, seen as herself: what the walls keep from her is not counted."""
    person = (
        Medarbejder.objects.using(VED)
        .select_related("organisation")
        .filter(id=medarbejder_id, aktiv=True, rolle__in=RETTIGHEDER["kalender.se"].roller)
        .first()
    )
    if person is None:
        return 0
    hun = aktoer(person)
    with arbejder_som(hun):
        return antal(hun, dagen())


def _send(server: SplitResult, venter: list[tuple[Any, int]]) -> int:
    """One connection for all. What the server refuses is tried again at the next run; the others are not."""
    sendt = fejl = 0
    try:
        with _forbindelse(server) as post:
            for valg, tal in venter:
                if not _tag(valg):
                    continue  # another run has it
                try:
                    post.send_message(_mail(valg.adresse, tal))
                    sendt += 1
                except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused):
                    _slip(valg)
                    fejl += 1
                except (OSError, smtplib.SMTPException):
                    _slip(valg)
                    raise
    except (OSError, smtplib.SMTPException) as grund:
        # Never the words of the server: they may name whom the mail was for.
        print(
            f"Mailserveren svarede ikke, som den skal ({type(grund).__name__}). {sendt} sendt.",
            file=sys.stderr,
        )
        return 1
    print(f"{sendt} mails sendt, {fejl} afvist.")
    return 1 if fejl else 0


def _tag(valg: Any) -> bool:
    """Note the day before sending: a run that is killed sends one too few, never one too many."""
    with transaction.atomic(using=VED):
        valgte = apps.get_model("web", "Mailvalg").objects.using(VED)
        mine = valgte.filter(Q(sidst=None) | Q(sidst__lt=dagen()), medarbejder_id=valg.medarbejder_id)
        return bool(mine.update(sidst=dagen()))


def _slip(valg: Any) -> None:
    valgte = apps.get_model("web", "Mailvalg").objects.using(VED)
    valgte.filter(medarbejder_id=valg.medarbejder_id).update(sidst=valg.sidst)


@contextmanager
def _forbindelse(server: SplitResult) -> Iterator[smtplib.SMTP]:
    vaert, port = server.hostname or "", server.port or PORTE[server.scheme]
    navn = settings.MAILAFSENDER.rpartition("@")[2]  # how we present ourselves: nothing of the machine's own
    tls = ssl.create_default_context()
    if server.scheme == "smtps":
        post: smtplib.SMTP = smtplib.SMTP_SSL(vaert, port, navn, timeout=VENT, context=tls)
    else:
        post = smtplib.SMTP(vaert, port, navn, timeout=VENT)
    with post:
        if server.scheme == "smtp+tls":
            post.starttls(context=tls)
        if server.username:
            post.login(unquote(server.username), unquote(server.password or ""))
        yield post


def _mail(til: str, tal: int) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Påmindelser i Rehabteam"
    mail["From"], mail["To"] = settings.MAILAFSENDER, til
    mail["Date"] = formatdate()
    mail["Message-ID"] = make_msgid(domain=settings.MAILAFSENDER.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    hvor_mange = "én påmindelse" if tal == 1 else f"{tal} påmindelser"
    mail.set_content(
        f"Du har {hvor_mange} i Rehabteam.\n\n"
        f"Log ind og se dem: {settings.SIDENS_ADRESSE}/paamindelser/\n\n"
        "Du får mailen, fordi du har bedt om den. Du kan sige nej til den på samme side.\n"
    )
    return mail
