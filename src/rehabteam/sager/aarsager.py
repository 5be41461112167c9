"""Why a case was sent to the region too late: the choices, and how they may be put together where they are counted.

No law names them; they are the house's own. What happened stands beside in the caseworker's own words.
"""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _

AARSAGER: Mapping[str, str] = {
    "resume": _("Resuméet blev ikke færdigt"),
    "papirer": _("En attest eller et andet dokument manglede"),
    "borgeren": _("Der blev ventet på borgeren"),
    "travlt": _("Sygdom eller travlhed i kommunen"),
    "kort_varsel": _("Mødet blev valgt med kort varsel"),
    "andet": _("Andet"),
}
# Nobody was asked: sent before the choices were there.
IKKE_ANGIVET = "ikke_angivet"


def navn(aarsag: str) -> str:
    """The Danish words of a cause, to be translated; an unknown or no cause is "Ikke angivet"."""
    return AARSAGER.get(aarsag, _("Ikke angivet"))
