"""Pages for when something went wrong: what is wrong, and what to do. None of them asks the database."""

from datetime import timedelta

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.dokumenter.afvist import TEKSTER
from rehabteam.sager.adgang.rettigheder import IngenRet


def _side(request: HttpRequest, status: int, overskrift: str, tekst: str) -> HttpResponse:
    # No waiting messages here: they lie with the login, and the database may be what is down.
    kontekst = {"overskrift": overskrift, "tekst": tekst, "status": status, "messages": []}
    return render(request, "web/fejl.html", kontekst, status=status)


def daarlig_anmodning(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        if request.content_type == "multipart/form-data":
            return _side(request, 413, _("Filen er for stor"), TEKSTER["for_stor"])
        return _side(
            request,
            413,
            _("Teksten er for lang"),
            _(
                "Gå tilbage med browserens tilbageknap. Det, du skrev, står der stadig. Kort det af, og send igen."
            ),
        )
    return _side(
        request,
        400,
        _("Vi kunne ikke læse det, du sendte"),
        _(
            "Gå tilbage med browserens tilbageknap. Det, du skrev, står der stadig. Genindlæs siden, og prøv igen."
        ),
    )


def ingen_adgang(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    grund = exception.forklaring if isinstance(exception, IngenRet) else ""
    return _side(
        request,
        403,
        _("Det har du ikke adgang til"),
        f"{grund} {_('Mangler du adgangen til dit arbejde, så spørg din leder.')}".strip(),
    )


def csrf_fejl(request: HttpRequest, reason: str = "") -> HttpResponse:
    return _side(
        request,
        403,
        _("Siden var for gammel til at blive sendt"),
        _(
            "Gå tilbage med browserens tilbageknap. Det, du skrev, står der stadig. Kopiér det, genindlæs siden, og send."
        ),
    )


def findes_ikke(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _side(
        request,
        404,
        _("Siden findes ikke"),
        _(
            "Adressen kan være forkert, eller siden kan være flyttet. Begynd fra forsiden, eller søg efter borgeren."
        ),
    )


def sendt_foer(request: HttpRequest) -> HttpResponse:
    return _side(
        request,
        409,
        _("Formularen er allerede sendt"),
        _(
            "Den blev sendt én gang før med et andet indhold. Det første gælder. Åbn siden igen, hvis du vil ændre noget."
        ),
    )


def for_mange(request: HttpRequest, vent: timedelta) -> HttpResponse:
    """The brake (web/bremse.py): what to do, and when it may be tried again."""
    minutter = max(1, round(vent.total_seconds() / 60))
    svar = _side(
        request,
        429,
        _("Det gik for hurtigt"),
        ngettext(
            "Der er hentet eller søgt meget på kort tid. Vent et minut, gå tilbage, og prøv igen. "
            "Har du brug for mere på én gang, så spørg IT-driften.",
            "Der er hentet eller søgt meget på kort tid. Vent op til %(antal)s minutter, gå tilbage, og prøv igen. "
            "Har du brug for mere på én gang, så spørg IT-driften.",
            minutter,
        )
        % {"antal": minutter},
    )
    svar["Retry-After"] = str(int(vent.total_seconds()))
    return svar


def fejl(request: HttpRequest) -> HttpResponse:
    return _side(
        request,
        500,
        _("Noget gik galt hos os"),
        _(
            "Intet er gemt halvt. Gå tilbage, og prøv igen. Sker det igen, så sig det til IT-driften med klokkeslættet."
        ),
    )


def midlertidig_fejl(request: HttpRequest) -> HttpResponse:
    svar = _side(
        request,
        503,
        _("Vi kan ikke få fat i databasen lige nu"),
        _("Intet er gemt halvt, og intet er tabt. Gå tilbage, vent et øjeblik, og prøv igen."),
    )
    svar["Retry-After"] = "10"
    return svar
