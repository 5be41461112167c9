"""What must be so before the site starts: it is said to be a demo or production, never both, and is what it says."""

import os
import shutil
from collections.abc import Iterator

from django.conf import settings
from django.db import connection, transaction

from rehabteam.dokumenter import scannerproeve
from rehabteam.handlinger.lageret import lager
from rehabteam.sager.adgang import kontekst
from rehabteam.sager.attestformer import Formfejl, attestformer
from rehabteam.web.indgang import saml_spoerg
from rehabteam.web.models import Konto

MINDSTE_HEMMELIGHED = 32


def efterproev() -> list[str]:
    """Every reason not to start, as Danish sentences; [] means go."""
    return [
        *_slags(),
        *(_drift() if settings.DRIFT and not settings.DEMO else ()),
        *_konti(),
        *_indgange(),
        *_attestformer(),
        *_lager(),
    ]


def _lager() -> Iterator[str]:
    """An S3 store that cannot be: the wrong address, no keys, or documents on the way over the net unprotected."""
    if not settings.LAGER:
        return
    try:
        lager()
    except ValueError as fejl:
        yield str(fejl)
    if not (os.environ.get("AWS_ACCESS_KEY_ID") and os.environ.get("AWS_SECRET_ACCESS_KEY")):
        yield "AWS_ACCESS_KEY_ID og AWS_SECRET_ACCESS_KEY mangler: REHABTEAM_LAGER er et S3-lager."
    if settings.DRIFT and "endpoint=http:" in settings.LAGER:
        yield "REHABTEAM_LAGER skal være bag TLS i drift: endpoint=https://…"


def _slags() -> Iterator[str]:
    if settings.DEMO and settings.DRIFT:
        yield "REHABTEAM_DEMO og REHABTEAM_DRIFT kan ikke være slået til på samme tid. I drift er der ingen demo."
    elif not settings.DEMO and not settings.DRIFT:
        yield "Sig, hvad det er: REHABTEAM_DRIFT=1 i drift, eller REHABTEAM_DEMO=1 med opdigtede personer."


def _drift() -> Iterator[str]:
    if len(settings.SECRET_KEY) < MINDSTE_HEMMELIGHED:
        yield f"REHABTEAM_HEMMELIG skal have mindst {MINDSTE_HEMMELIGHED} tilfældige tegn."
    if not settings.SIKKER:
        yield "REHABTEAM_HTTPS=1 mangler: i drift kører siden kun bag TLS."
    options = settings.DATABASES["default"]["OPTIONS"]
    vaert = str(settings.DATABASES["default"]["HOST"])
    if vaert and not vaert.startswith(("/", "@")) and options.get("sslmode") != "verify-full":
        yield (
            "REHABTEAM_DB_WEB går over nettet og skal have sslmode=verify-full (og sslrootcert): ellers ved siden ikke, "
            "at det er databasen, den taler med."
        )
    if "testserver" in settings.ALLOWED_HOSTS or "*" in settings.ALLOWED_HOSTS:
        yield "REHABTEAM_VAERTER skal nævne sidens egne værtsnavne."
    yield from _scanner()


def _scanner() -> Iterator[str]:
    if not settings.CLAMD:
        yield (
            "REHABTEAM_CLAMD mangler: i drift tager siden ikke imod filer, der ikke er virusscannet. Sæt en clamd op, "
            f"og skriv dens sokkel eller vært:port. {scannerproeve.OPSAETNING}"
        )
        return
    yield from scannerproeve.efterproev()


def _konti() -> Iterator[str]:
    with transaction.atomic(), connection.cursor() as cursor:
        kontekst.aabn_doeren()
        cursor.execute("SELECT adgang.ctx_slags('doer') IS NOT NULL")
        (kendt,) = cursor.fetchone()
        demo = Konto.objects.filter(demo=True).exists()
        rigtige = Konto.objects.filter(demo=False).exists()
    if not kendt:  # then no account was seen, and nothing below would be true
        yield "Databasen kender ikke REHABTEAM_HEMMELIG. Kør »rehabteam database migrer« med den, siden bruger."
    if demo and not settings.DEMO:
        yield "Der er demokonti i databasen. En database, der har været demo, kan ikke tages i drift."
    if rigtige and settings.DEMO:
        yield "Der er rigtige konti i databasen. Den kan ikke startes som demo."


def _indgange() -> Iterator[str]:
    if settings.INDGANGE.saml and not shutil.which("xmlsec1"):
        yield "Programmet xmlsec1 mangler. Det efterprøver underskrifter i SAML (Debians pakke xmlsec1)."
        return
    for doer in settings.INDGANGE.saml:
        try:
            saml_spoerg.begynd(doer)
        except Exception as fejl:  # pysaml2 raises what it likes at a bad key or metadata
            yield f"Indgangen {doer.id} kan ikke bruges med sin nøgle og metadata ({type(fejl).__name__})."


def _attestformer() -> Iterator[str]:
    try:
        attestformer(settings.ATTESTFORMER)
    except Formfejl as fejl:
        yield f"REHABTEAM_ATTESTFORMER kan ikke bruges. {fejl}"
