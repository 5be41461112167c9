"""What a person has chosen to work as: for a colleague who is away, or with one case open in an emergency.

The login's session holds only the number of a row. Whether it is hers, runs today and has not been ended is read at
every request, so that it is over when it is over.
"""

from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.sager.adgang.aktoer import Aktoer, Noed, Vikar
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.adgang.stedfortraeder import hvorfor_ikke
from rehabteam.sager.models import Medarbejder, Noedadgang, Rolle, Vikariat

from ..models import Konto

VIKARIAT = "vikariat"
NOEDADGANG = "noedadgang"


def valgt(request: HttpRequest, hvem: Aktoer | None) -> Aktoer | None:
    """The person at work as she has chosen. Asked at the door, which may read the few columns it takes."""
    if hvem is None:
        return None
    return _med_noedadgang(request, _som_vikar(request, hvem))


def vaelg(request: HttpRequest, noegle: str, nummer: UUID | None) -> None:
    """Remember the choice, or forget it."""
    if nummer:
        request.session[noegle] = str(nummer)
    else:
        request.session.pop(noegle, None)


def _husket(request: HttpRequest, noegle: str) -> UUID | None:
    try:
        return UUID(str(request.session.get(noegle, "")))
    except ValueError:
        return None


def _som_vikar(request: HttpRequest, hvem: Aktoer) -> Aktoer:
    nummer = _husket(request, VIKARIAT)
    if nummer is None:
        return hvem
    for_hvem = _stedet(hvem, nummer, request)
    if for_hvem is None:
        vaelg(request, VIKARIAT, None)
        messages.info(request, _("Dit vikariat er slut. Du arbejder igen som dig selv."))
        return hvem
    return replace(
        hvem,
        # The role she has of her own today; nothing she has herself been lent.
        rolle=Rolle(for_hvem.rolle),
        vikar_for=Vikar(nummer, for_hvem.id, for_hvem.navn),
    )


def _stedet(hvem: Aktoer, nummer: UUID, request: HttpRequest) -> Medarbejder | None:
    """Whose place she may take now, if anybody's."""
    dag = request.dag  # type: ignore[attr-defined]
    raekke = Vikariat.objects.filter(
        id=nummer, vikar_id=hvem.medarbejder_id, slut=None, fra__lte=dag, til__gte=dag
    )
    borte = raekke.values_list("for_hvem_id", flat=True).first()
    fundne = Medarbejder.objects.filter(id=borte, organisation_id=hvem.organisation_id, aktiv=True)
    for_hvem = fundne.first() if borte else None
    if for_hvem is None or hvorfor_ikke(hvem.rolle, Rolle(for_hvem.rolle)):
        return None
    konto = Konto.objects.filter(medarbejder_id=for_hvem.id).first()
    if konto and not (konto.is_active and (not konto.udsteder or for_hvem.rolle in konto.roller)):
        return None  # a role her own organisation has taken from her cannot be lent
    return for_hvem


def _med_noedadgang(request: HttpRequest, hvem: Aktoer) -> Aktoer:
    nummer = _husket(request, NOEDADGANG)
    if nummer is None:
        return hvem
    raekke = (
        Noedadgang.objects.filter(
            id=nummer, medarbejder_id=hvem.medarbejder_id, slut=None, udloeber__gt=timezone.now()
        )
        .values_list("sag_id", "borger_id", "udloeber")
        .first()
    )
    if raekke is None or not har_ret(hvem, "tag_noedadgang"):
        vaelg(request, NOEDADGANG, None)
        messages.info(request, _("Nødadgangen er slut."))
        return hvem
    return replace(hvem, noed=Noed(nummer, *raekke))
