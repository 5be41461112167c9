"""Files from the kommune's other system: choose them, see what they would do, say yes, see how far it has come.

The work itself is done beside the site (`rehabteam import koer`), so that no request is long.
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.handlinger.bestil_import import bestil_import
from rehabteam.handlinger.fejl import KanIkke
from rehabteam.handlinger.fortryd_import import fortryd_import
from rehabteam.handlinger.importjob import i_alt
from rehabteam.handlinger.importplan.plan import Udfald
from rehabteam.handlinger.modtag_import import modtag_import
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.indlaesning import skema
from rehabteam.sager.indlaesning.eksempel import eksempel as eksempelfil
from rehabteam.sager.indlaesning.kolonner import NAVNE, SLAGS
from rehabteam.sager.models import Importjob
from rehabteam.sager.udtraek.indlaesninger import indlaesninger

from ..anledning import anledning
from ..formular import proev
from ..formularer.indlaesning import ImportForm
from ..ret import kraever

LAENGST = 25
TAALMODIGHED = timedelta(seconds=30)  # a worker looks every two seconds
T = Importjob.Tilstand
VENTER = (T.MODTAGET, T.BESTILT)


@kraever("import.se")
def liste(request: HttpRequest) -> HttpResponse:
    """The kommune's imports, the latest first."""
    alle = indlaesninger(request.aktoer)  # type: ignore[attr-defined]
    indhold = {
        "job": list(alle if "alle" in request.GET else alle[:LAENGST]),
        "antal": alle.count() if "alle" not in request.GET else 0,
        "led": _led(),
    }
    return render(request, "web/indlaesning/liste.html", indhold)


@kraever("modtag_import", "GET", "POST")
def ny(request: HttpRequest) -> HttpResponse:
    """Choose files. They are read as they are taken in; what is in them is judged afterwards."""
    if request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            filer = [fil.file for fil in form.cleaned_data["filer"]]
            job = proev(request, form, modtag_import, filer=filer, system=form.cleaned_data["system"])
            if job is not None:
                return redirect("web:importjob", job.id)
    else:
        sidste = indlaesninger(request.aktoer).first()  # type: ignore[attr-defined]
        form = ImportForm(initial={"system": sidste.system if sidste else ""})
    indhold = {
        "form": form,
        "led": _led(_("Vælg filer")),
        "slags": [
            {"slags": s, "navn": NAVNE[s], "kolonner": [(k, skema.ARTER[k.art]) for k in kolonner]}
            for s, kolonner in SLAGS.items()
        ],
    }
    return render(request, "web/indlaesning/ny.html", indhold, status=422 if form.errors else 200)


@kraever("import.se")
def eksempel(request: HttpRequest) -> HttpResponse:
    """A file to try with: nobody's numbers."""
    return HttpResponse(
        eksempelfil(),
        content_type="application/jsonl; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="eksempel.jsonl"'},
    )


@kraever("import.se")
def job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """The preview, the progress or the result."""
    return _side(request, job_id)


@kraever("bestil_import", "POST")
def bestil(request: HttpRequest, job_id: UUID) -> HttpResponse:
    try:
        bestil_import(anledning(request), job_id)
    except KanIkke as nej:
        return _side(request, job_id, str(nej))
    return redirect("web:importjob", job_id)


@kraever("fortryd_import", "POST")
def fortryd(request: HttpRequest, job_id: UUID) -> HttpResponse:
    begyndt = fortryd_import(anledning(request), job_id).bestilt_tid
    messages.success(
        request,
        _("Indlæsningen er standset. Det, der var indlæst, bliver. Filerne er slettet.")
        if begyndt
        else _("Indlæsningen er fortrudt, og filerne er slettet. Intet blev indlæst."),
    )
    return redirect("web:import")


def _side(request: HttpRequest, job_id: UUID, fejl: str = "") -> HttpResponse:
    hvem = request.aktoer  # type: ignore[attr-defined]
    job = get_object_or_404(indlaesninger(hvem), id=job_id)
    venter = job.tilstand in VENTER
    siden = timezone.now() - ((job.bestilt_tid if job.tilstand == T.BESTILT else None) or job.modtaget_tid)
    indhold: dict[str, Any] = {
        "job": job,
        "led": _led(_("Indlæsning fra %(system)s") % {"system": job.system}),
        "fejl": fejl,
        "filer": list(enumerate(job.filer, start=1)),
        "raekker": _raekker(job),
        "problemer": [
            f | {"fil": f["fil"] + 1}
            for f in sorted(job.fejl, key=lambda f: (f["fil"], f["linje"], f["felt"]))
        ],
        "venter": venter,
        "ingen_arbejder": venter and not job.behandlet and siden > TAALMODIGHED,
        "klar": job.tilstand == T.KLAR,
        "intet_nyt": not i_alt(job, Udfald.NY, Udfald.AENDRET),
        "procent": 100 * job.behandlet // job.antal if job.antal else 0,
        "maa_bestille": job.tilstand == T.KLAR and har_ret(hvem, "bestil_import"),
        "maa_fortryde": job.slut_tid is None and har_ret(hvem, "fortryd_import"),
    }
    return render(request, "web/indlaesning/job.html", indhold, status=422 if fejl else 200)


def _raekker(job: Importjob) -> list[dict[str, Any]]:
    """Per kind: how many of each outcome."""
    return [
        {
            "navn": NAVNE.get(slags, _("linjer, der ikke kan læses")),
            "tal": [job.tal[slags].get(u, 0) for u in Udfald],
        }
        for slags in (*SLAGS, "")
        if slags in job.tal
    ]


def _led(her: str = "") -> list[dict[str, str]]:
    led = [{"tekst": _("Indlæsning"), "url": reverse("web:import") if her else ""}]
    return [*led, {"tekst": her, "url": ""}] if her else led
