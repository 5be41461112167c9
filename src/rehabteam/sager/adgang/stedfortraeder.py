"""Who may stand in for whom. A substitute takes one role, in one's own organisation, and nothing that role was lent."""

from django.utils.translation import gettext as _

from ..models import Rolle

# The roles one can be away from.
ROLLER = frozenset(
    {
        Rolle.SAGSBEHANDLER,
        Rolle.MOEDELEDER,
        Rolle.TEAMMEDLEM,
        Rolle.LEDER,
        Rolle.SEKRETARIAT,
        Rolle.SUNDHEDSKOORDINATOR,
        Rolle.AUDITOR,
    }
)


def hvorfor_ikke(vikar: Rolle, for_hvem: Rolle) -> str:
    """Why a person in the one role cannot stand in for one in the other, as a Danish sentence; "" if she can.

    Asked when the substitute is found and again at each request, for people change roles.
    """
    if for_hvem not in ROLLER or vikar not in ROLLER:
        return _("Der kan ikke være vikar i den rolle.")
    if for_hvem == Rolle.SUNDHEDSKOORDINATOR and vikar != Rolle.SUNDHEDSKOORDINATOR:
        return _("Kun en sundhedskoordinator kan være vikar for en sundhedskoordinator.")
    if vikar == Rolle.AUDITOR and for_hvem != Rolle.AUDITOR:
        return _("Den, der gennemgår loggen, kan ikke være vikar i sagsarbejdet.")
    return ""
