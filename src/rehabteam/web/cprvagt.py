"""CPR numbers where they do not belong, in what is typed: the rule itself is sager/cprskjul.py."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from rehabteam.sager.cprskjul import har_cpr, uden_cpr


def kraev_uden_cpr(tekst: str) -> str:
    """The text of a field, which may hold none. Raises ValidationError."""
    if har_cpr(tekst):
        raise ValidationError(_("Der står et CPR-nummer. Tag det ud."))
    return tekst


__all__ = ["har_cpr", "kraev_uden_cpr", "uden_cpr"]
