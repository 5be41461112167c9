"""From a request to the occasion of a Handling."""

from django.http import HttpRequest
from django.utils import timezone

from rehabteam.handlinger.handling import Anledning


def anledning(request: HttpRequest) -> Anledning:
    """The actor of the login, the day the law is asked about, and the real clock."""
    return Anledning(request.aktoer, request.dag, timezone.now())  # type: ignore[attr-defined]
