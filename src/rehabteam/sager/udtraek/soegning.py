"""Finding a citizen by name, CPR number or case number. The words never reach an address or a log."""

import re

from django.db.models import Prefetch, Q, QuerySet

from ..adgang.aktoer import Aktoer
from ..cpr import CprFejl, laes_cpr
from ..dagen import dagen
from ..models import Borger, Forloeb, Sag
from .synlige import synlige_borgere

SAGSNUMMER = re.compile(r"\d{4}-\d{3,6}", re.ASCII)
MINDST = 2  # letters of a name


def find(aktoer: Aktoer, q: str) -> "QuerySet[Borger]":
    """The citizens that fit, by name, with their forløb and cases. Nothing fits an empty search."""
    q = " ".join(q.split())
    borgere = synlige_borgere(aktoer)
    if not q:
        return borgere.none()
    try:
        fundne = borgere.filter(cpr=laes_cpr(q).nummer)
    except CprFejl:
        if SAGSNUMMER.fullmatch(q):
            fundne = borgere.filter(sager__nummer=q).distinct()
        else:
            # A protected name cannot be searched for: whoever knows it could else ask if it is here.
            betingelse = Q(beskyttet_adresse=False) | Q(beskyttet_til__lt=dagen())
            for ord_ in q.split(" ")[:8]:
                betingelse &= Q(fuldt_navn__icontains=ord_)
            fundne = borgere.filter(betingelse)
    return fundne.order_by("fuldt_navn", "id").prefetch_related(
        Prefetch("forloeb", Forloeb.objects.order_by("-start")),
        Prefetch("sager", Sag.objects.order_by("-oprettet", "-nummer")),
    )
