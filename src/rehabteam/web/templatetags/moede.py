"""What the meeting room's templates need: a look-up by a name that is only known there."""

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def under(andres: Mapping[str, Any], noegle: str) -> Any:
    """What another saved under this name."""
    return andres.get(noegle)
