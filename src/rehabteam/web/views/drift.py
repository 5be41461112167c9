"""Drift: is the machine well? Shows no person."""

import platform
from datetime import datetime, timedelta
from importlib.metadata import version

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rehabteam.dokumenter import livstegn, omdan, scanner
from rehabteam.sager.udtraek import driften

from ..ret import kraever

GAMLE_SIGNATURER = timedelta(days=3)  # ClamAV makes new ones every day


@kraever("drift.se")
def drift(request: HttpRequest) -> HttpResponse:
    nu = timezone.now()
    log, maaneder = driften.log(), driften.maaneder(nu)
    arbejder = livstegn.sidst(settings.DATA)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version')")
        postgresql = cursor.fetchone()[0]
    indhold = {
        "nu": nu,
        "fund": driften.vaegge(),
        "log": log,
        "for_gammel": log.for_gammel(nu),
        "maaneder": maaneder,
        "faa_maaneder": maaneder.frem < driften.FAERRE_MAANEDER,
        "migrationer": driften.migrationer(),
        **_virusscanner(nu),
        "omdan_mangler": omdan.mangler(),
        "arbejder": arbejder,
        "arbejder_stille": arbejder is None or arbejder.er_stille(nu),
        "version": version("rehabteam"),
        "python": platform.python_version(),
        "postgresql": postgresql,
    }
    return render(request, "web/drift/drift.html", indhold)


def _virusscanner(nu: datetime) -> dict[str, object]:
    """Does it answer, and how old is what it knows?"""
    if not scanner.er_sat_op():
        return {"scanner": None, "scanner_fejl": ""}
    try:
        fundet = scanner.udgave()
    except scanner.ScannerNede as fejl:
        return {"scanner": None, "scanner_fejl": str(fejl)}
    signaturer = fundet.signaturer and timezone.make_aware(fundet.signaturer)
    gamle = signaturer is None or nu - signaturer > GAMLE_SIGNATURER
    return {
        "scanner": fundet.program,
        "scanner_fejl": "",
        "signaturer": signaturer,
        "gamle_signaturer": gamle,
    }
