"""Who has used a citizen's information: the log as the citizen may see it, and the extract she is given."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam import breve
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.udlever_log import FORMATER, udlever_log
from rehabteam.sager.udtraek.borgerlog import opslag, poster_om

from ..anledning import anledning
from ..filsvar import filsvar, kan_ikke_hentes
from ..ret import kraever
from .forloeb import hent, ramme

VIST = 25


@kraever("borgerlog.se")
def borgerlog(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    return _side(request, forloeb_id)


def _side(request: HttpRequest, forloeb_id: UUID, fejl: str = "") -> HttpResponse:
    f = hent(request, forloeb_id)
    hvem = request.aktoer  # type: ignore[attr-defined]
    poster = poster_om(hvem, f.borger_id)
    antal = poster.count()
    viste = poster if "alle" in request.GET else poster[:VIST]
    indhold = ramme(request, f, _("Hvem har brugt oplysningerne")) | {
        "opslag": opslag(hvem, viste),
        "antal": antal if "alle" not in request.GET else 0,
        "hent": reverse("web:borgerlog_hent", args=[f.id]),
        "fejl": fejl,
        "udgaver": [],  # no rule of the law is applied here
    }
    return render(request, "web/log/borger.html", indhold, status=422 if fejl else 200)


@kraever("udlever_log", "POST", engang=False)
def borgerlog_hent(request: HttpRequest, forloeb_id: UUID) -> HttpResponse:
    """The extract as a file. The log then says that it was taken out, with its number of rows and fingerprint."""
    format_ = request.POST.get("format", "")
    try:
        udtraek = udlever_log(anledning(request), forloeb_id, format_=format_)
    except KanIkke as fejl:
        return _side(request, forloeb_id, " ".join(fejl.felter.values()))
    except (breve.BrevFejl, breve.SkrifterMangler):
        tekst = _("Hent den som regneark, eller prøv igen om lidt.")
        return kan_ikke_hentes(request, 503, _("PDF'en kan ikke laves lige nu"), tekst)
    hent(request, forloeb_id)  # tells the log whose it is
    request.spor.antal = udtraek.antal  # type: ignore[attr-defined]
    return filsvar(udtraek.data, FORMATER[format_], f"{_('Udtræk af loggen')}.{format_}", hent=True)
