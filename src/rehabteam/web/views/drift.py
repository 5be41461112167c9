"""Drift: is the machine well? Shows no person."""

import platform
from importlib.metadata import version

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rehabteam.sager.udtraek import driften

from ..ret import kraever


@kraever("drift.se")
def drift(request: HttpRequest) -> HttpResponse:
    nu = timezone.now()
    log, maaneder = driften.log(), driften.maaneder(nu)
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
        "version": version("rehabteam"),
        "python": platform.python_version(),
        "postgresql": postgresql,
    }
    return render(request, "web/drift/drift.html", indhold)
