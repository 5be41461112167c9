"""Consents and requests of a case: what may be seen, and in what order they stand."""

from django.db.models import QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..models import Anmodning, Sag, Samtykke

# What the citizen herself may read of a case (vaegge/borgersiden.py); enough for all that is asked of it here.
SAGEN = (
    "sag__id",
    "sag__kommune_id",
    "sag__borger_id",
    "sag__forloeb_id",
    "sag__nummer",
    "sag__tilstand",
    "sag__sagsbehandler_id",
)


def synlige_samtykker(aktoer: Aktoer) -> "QuerySet[Samtykke]":
    """The kommune's own, and the citizen's own. Nobody else's."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Samtykke.objects.filter(kommune_id=aktoer.organisation_id)
    if aktoer.vaeg == Vaeg.BORGER:
        return Samtykke.objects.filter(borger_id=aktoer.medarbejder_id)
    return Samtykke.objects.none()


def synlige_anmodninger(aktoer: Aktoer) -> "QuerySet[Anmodning]":
    """As the consents."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Anmodning.objects.filter(kommune_id=aktoer.organisation_id)
    if aktoer.vaeg == Vaeg.BORGER:
        return Anmodning.objects.filter(borger_id=aktoer.medarbejder_id)
    return Anmodning.objects.none()


def sagens_samtykker(aktoer: Aktoer, sag: Sag) -> "QuerySet[Samtykke]":
    """Those of one case, the latest first."""
    return synlige_samtykker(aktoer).filter(sag_id=sag.id).order_by("-givet", "-registreret_tid")


def sagens_anmodninger(aktoer: Aktoer, sag: Sag) -> "QuerySet[Anmodning]":
    """Those of one case, the latest first."""
    return (
        synlige_anmodninger(aktoer)
        .filter(sag_id=sag.id)
        .select_related("samtykke")
        .order_by("-sendt", "-registreret_tid")
    )


def med_sag(samtykker: "QuerySet[Samtykke]") -> "QuerySet[Samtykke]":
    """With the case they were given for, and of it only what the citizen herself may read."""
    return samtykker.select_related("sag").only(*(f.attname for f in Samtykke._meta.concrete_fields), *SAGEN)


def standsede(aktoer: Aktoer, sag: Sag) -> "QuerySet[Anmodning]":
    """Requests that stopped because the consent was withdrawn, the latest first."""
    return sagens_anmodninger(aktoer, sag).filter(tilstand=Anmodning.Tilstand.STANDSET)
