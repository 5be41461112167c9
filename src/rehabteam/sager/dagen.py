"""The day legal questions are asked about."""

from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone


def dagen() -> date:
    """The demo's own day, else today in Copenhagen."""
    return settings.DEMODAG or timezone.now().astimezone(ZoneInfo(settings.TIME_ZONE)).date()
