"""Where a request comes from: the brakes count by it. Nothing about it is kept longer than the brake needs."""

from django.conf import settings
from django.http import HttpRequest


def klient_ip(request: HttpRequest) -> str:
    """The address the outermost of our own proxies saw. What is written further left, anybody may have written.

    Without proxies of ours (REHABTEAM_MELLEMLED=0) the header is not read at all.
    """
    direkte = str(request.META.get("REMOTE_ADDR", ""))
    led = settings.MELLEMLED
    if not led:
        return direkte
    vej = [del_.strip() for del_ in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if del_.strip()]
    return vej[-led] if len(vej) >= led else direkte
