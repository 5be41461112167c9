"""The resumé since the last meeting: a draft that can be put down and taken up, then a document."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rehabteam.handlinger.fejl import AendretAfAnden
from rehabteam.handlinger.skriv_resume import skriv_resume
from rehabteam.lov.procedure.genforelaeggelse import TILFOEJES
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.formular import proev
from rehabteam.web.formularer.sag import ResumeForm
from rehabteam.web.konfliktside import konfliktside
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme
from rehabteam.web.tjekpunkter import kort_kilde

KNAPPER = (("faerdig", gettext_noop("Gør færdigt")), ("kladde", gettext_noop("Gem kladde")))


@kraever("skriv_resume", "GET", "POST")
def resume(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_resume", sag)
    sidste = sagsbillede.seneste_resume(sag)
    side = _("Resumé")
    kontekst = ramme(request, sag, side=side) | {"side": side, "knapper": _knapper()}
    if request.method == "POST":
        form = ResumeForm(request.POST)
        faerdigt = request.POST.get("gem") == "faerdig"
        if form.is_valid():
            felter = form.cleaned_data
            try:
                gemt = proev(
                    request,
                    form,
                    skriv_resume,
                    sag.id,
                    tekst=felter["tekst"],
                    faerdigt=faerdigt,
                    version=felter["version"],
                )
            except AendretAfAnden as fejl:
                tilbage = reverse("web:resume", args=[sag.id])
                return konfliktside(request, form, fejl, ["tekst"], **kontekst, tilbage_url=tilbage)
            if gemt:
                if faerdigt:
                    messages.success(
                        request, _("Resuméet er gjort færdigt og ligger nu på sagen som dokument.")
                    )
                    return redirect("web:sag", sag.id)
                messages.success(
                    request, _("Kladden er gemt. Du kan fortsætte her eller vende tilbage senere.")
                )
                return redirect("web:resume", sag.id)
    else:
        form = ResumeForm(
            initial={"tekst": sidste.tekst if sidste else "", "version": sidste.version if sidste else 0}
        )
    aeldre = list(sag.resume_raekker.all())
    kontekst |= {
        "form": form,
        "sidste": sidste,
        "aeldre": aeldre,
        "kilde": kort_kilde(TILFOEJES),
        "papir": next(iter(sagsbillede.af_slags(sag, "resume")[-1:]), None),
    }
    return render(request, "web/sag/resume.html", kontekst, status=422 if form.errors else 200)


def _knapper() -> list[dict[str, object]]:
    return [
        {"navn": "gem", "vaerdi": vaerdi, "tekst": _(tekst), "primaer": vaerdi == "faerdig"}
        for vaerdi, tekst in KNAPPER
    ]
