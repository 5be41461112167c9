"""The worklist with few and with many forløb in the kommune: `python -m bench.arbejdsliste`.

Prints the number of queries (must not depend on the number of rows) and the time against a floor measured in the
same run: the same first page by a hand-filtered query on the owner's connection, without walls, log or rules.
Needs REHABTEAM_DB_SUPER; makes a database of its own and drops it again.
"""

from __future__ import annotations

import os
import statistics
import time
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import django
import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

SUPER = os.environ.get("REHABTEAM_DB_SUPER", "")
DATABASE = "rehabteam_bench"
_BASE = conninfo_to_dict(SUPER) | {"dbname": DATABASE}
os.environ["REHABTEAM_ROLLEPRAEFIKS"] = "rehabteam_test"
os.environ["REHABTEAM_DEMO"] = "1"
for _alias, _rolle in (("WEB", "web"), ("VEDLIGEHOLD", "migr")):
    os.environ[f"REHABTEAM_DB_{_alias}"] = make_conninfo(
        **(_BASE | {"user": f"rehabteam_test_{_rolle}", "password": "proeve"})
    )
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rehabteam.opsaetning.base")
django.setup()

# isort: split
from django.db import connection, connections, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402

from bench.tabel import Maaling, meld  # noqa: E402
from rehabteam.sager.adgang import kontekst  # noqa: E402
from rehabteam.sager.adgang.klargoer import forbered, migrer  # noqa: E402
from rehabteam.sager.models import (  # noqa: E402
    Borger,
    Forloeb,
    Indsats,
    Medarbejder,
    Organisation,
    Rolle,
    UndtagetPeriode,
)
from rehabteam.web.models import Konto  # noqa: E402

DAG = date(2026, 5, 27)
STOERRELSER = (500, 50_000)
GANGE = 30


def byg(antal: int, region: Organisation) -> Konto:
    """A kommune with so many forløb, spread over two years, with facts; returns its caseworker's login."""
    lager = "vedligehold"
    kommune = Organisation.objects.using(lager).create(
        slags="kommune", navn=f"Kommune {antal}", region=region
    )
    hvem = Medarbejder.objects.using(lager).create(
        organisation=kommune, navn="Sanne", rolle=Rolle.SAGSBEHANDLER
    )
    konto = Konto(brugernavn=uuid.uuid4().hex, medarbejder=hvem, demo=True)
    konto.set_unusable_password()
    konto.save(using=lager)
    borgere = [
        Borger(kommune=kommune, cpr=f"{n:010d}", fuldt_navn=f"Borger {n}", foedselsdato=date(1980, 5, 5))
        for n in range(antal)
    ]
    forloeb = []
    for n, borger in enumerate(borgere):
        start = DAG - timedelta(days=(n * 7919) % 730)
        frist = start + timedelta(days=182)
        forloeb.append(
            Forloeb(
                kommune=kommune,
                borger=borger,
                sagsbehandler=hvem,
                start=start,
                naeste_frist=frist,
                frist_status="SKAL_GENBEHANDLES" if frist < DAG else "IKKE_UDLOEBET",
            )
        )
    nu = datetime.now(UTC)
    faelles = {"kommune": kommune, "registreret_tid": nu, "registreret_af": "Sanne"}
    indsatser = [Indsats(forloeb=f, navn="Mentor", hjemmel="LAB_KAP_26", **faelles) for f in forloeb[::2]]
    perioder = [
        UndtagetPeriode(
            forloeb=f, fra=f.start, til=f.start + timedelta(days=9), hjemmel="LAS_13_STK_7", **faelles
        )
        for f in forloeb[::3]
    ]
    for raekker in (borgere, forloeb, indsatser, perioder):
        type(raekker[0]).objects.using(lager).bulk_create(raekker, batch_size=5000)
    with connections[lager].cursor() as cursor:
        cursor.execute("ANALYZE")
    return konto


def klient(konto: Konto) -> Client:
    browser = Client()
    with transaction.atomic():
        kontekst.aabn_doeren()
        browser.force_login(konto, backend="django.contrib.auth.backends.ModelBackend")
    return browser


def bund(kommune: uuid.UUID) -> None:
    """The floor: the first rows by hand, as the owner, nothing explained and nothing logged."""
    list(
        Forloeb.objects.using("vedligehold")
        .filter(kommune_id=kommune, naeste_frist__lte=DAG + timedelta(days=60), slut=None, genbehandlet=None)
        .select_related("borger")
        .order_by("naeste_frist")[:50]
    )


def tid(goer: Callable[[], object]) -> float:
    """Median in milliseconds."""
    tider = []
    for nr in range(GANGE + 3):
        foer = time.perf_counter()
        goer()
        if nr >= 3:
            tider.append((time.perf_counter() - foer) * 1000)
    return statistics.median(tider)


def main() -> None:
    forbered(SUPER)
    try:
        migrer(verbosity=0)
        region = Organisation.objects.using("vedligehold").create(slags="region", navn="Region", region=None)
        print(f"{'Arbejdslisten':<22}{'forespørgsler':>14}{'side ms':>10}{'bund ms':>10}{'forhold':>9}")
        maalt = []
        for antal in STOERRELSER:
            konto = byg(antal, region)
            browser = klient(konto)

            def side(browser: Client = browser) -> None:
                svar = browser.get(reverse("web:mit_arbejde"))
                assert svar.status_code == 200, svar.status_code

            side()
            with CaptureQueriesContext(connection) as fanget:
                side()
            spurgt = len(fanget)  # counted here: the next request empties the list
            vores, bunden = tid(side), tid(lambda konto=konto: bund(konto.medarbejder.organisation_id))
            maalt.append((spurgt, vores))
            navn = f"{antal:>7,} forløb".replace(",", ".")
            print(f"{navn:<22}{spurgt:>14}{vores:>10.1f}{bunden:>10.1f}{vores / bunden:>9.1f}")
        (faa_spurgt, faa_ms), (mange_spurgt, mange_ms) = maalt
        hvad = f"Arbejdslisten, {STOERRELSER[1]} forløb mod {STOERRELSER[0]}"
        meld(
            Maaling(
                f"{hvad}: tid", f"{mange_ms:.1f} ms", f"{faa_ms:.1f} ms", mange_ms / faa_ms, 1.2, mindst=False
            ),
            Maaling(
                f"{hvad}: forespørgsler",
                str(mange_spurgt),
                str(faa_spurgt),
                mange_spurgt / faa_spurgt,
                1,
                mindst=False,
            ),
        )
    finally:
        for alias in connections:
            connections[alias].close()
        with psycopg.connect(SUPER, autocommit=True) as forbindelse:
            forbindelse.execute(f'DROP DATABASE IF EXISTS "{DATABASE}" WITH (FORCE)')


if __name__ == "__main__":
    main()
