"""The name under which the meeting room keeps unsent text in the tab: one for each login, never another's."""

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

GEMT = "rum_gemt"  # in the session: the key of the form that was last saved from this login


def gemt(request: HttpRequest) -> str:
    """What this login last saved in the room: no tab needs to keep its text any longer. "" where nobody is logged in."""
    return request.session.get(GEMT, "") if getattr(request, "aktoer", None) else ""


def noegle(request: HttpRequest) -> str:
    """Made from the login, and says nothing of it. "" where nobody is logged in."""
    login = request.session.session_key if getattr(request, "aktoer", None) else None
    return salted_hmac("rehabteam.rum", login).hexdigest()[:32] if login else ""
