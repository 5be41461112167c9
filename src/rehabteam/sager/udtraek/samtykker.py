"""Consents and requests of a case: what may be seen, and in what order they stand."""

from django.db.models import Count, Q, QuerySet

from ..adgang.aktoer import Aktoer, Vaeg
from ..adgang.vaegge.samtykke import BORGERENS
from ..models import Anmodning, Sag, Samtykke

# What the citizen herself may read of her case (vaegge/borgersiden.py); enough for all that is asked of it here.
SAGEN = ("id", "kommune", "borger", "forloeb", "nummer", "tilstand", "sagsbehandler")


def _felter(tabel: str) -> list[str]:
    """The columns that the citizen may read, as Django's fields."""
    return [kolonne.removesuffix("_id") for kolonne in BORGERENS[tabel]]


def synlige_samtykker(aktoer: Aktoer) -> "QuerySet[Samtykke]":
    """The kommune's own but for those who are kept out, and the citizen's own. Nobody else's."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Samtykke.objects.filter(kommune_id=aktoer.organisation_id).exclude(
            udelukkede__contains=[aktoer.medarbejder_id]
        )
    if aktoer.vaeg == Vaeg.BORGER:
        return Samtykke.objects.filter(borger_id=aktoer.borger_id).only(*_felter("sager_samtykke"))
    return Samtykke.objects.none()


def synlige_anmodninger(aktoer: Aktoer) -> "QuerySet[Anmodning]":
    """As the consents."""
    if aktoer.vaeg == Vaeg.KOMMUNE:
        return Anmodning.objects.filter(kommune_id=aktoer.organisation_id).exclude(
            udelukkede__contains=[aktoer.medarbejder_id]
        )
    if aktoer.vaeg == Vaeg.BORGER:
        return Anmodning.objects.filter(borger_id=aktoer.borger_id).only(*_felter("sager_anmodning"))
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


def mine(aktoer: Aktoer) -> "QuerySet[Samtykke]":
    """The citizen's own consents, the latest first; `aabne`: how many requests wait for an answer on each."""
    aabne = Count("anmodninger", filter=Q(anmodninger__tilstand=Anmodning.Tilstand.SENDT))
    return synlige_samtykker(aktoer).annotate(aabne=aabne).order_by("-givet", "id")


def sagen(samtykke: Samtykke) -> Sag:
    """The case a consent was given for, and of it only what the citizen herself may read."""
    return Sag.objects.only(*SAGEN).get(id=samtykke.sag_id)


def standsede(aktoer: Aktoer, sag: Sag) -> "QuerySet[Anmodning]":
    """Requests that stopped because the consent was withdrawn, the latest first."""
    return sagens_anmodninger(aktoer, sag).filter(tilstand=Anmodning.Tilstand.STANDSET)
