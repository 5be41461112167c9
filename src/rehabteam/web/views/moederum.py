"""The meeting of one case: what is left to say before the team can recommend."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling, hvad_mangler
from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.registrer_deltagere import registrer_deltagere
from rehabteam.handlinger.skriv_indstilling import skriv_indstilling
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Deltager, Indstilling, Sag
from rehabteam.sager.udtraek import moeder as udtraek
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.anledning import anledning
from rehabteam.web.formular import proev
from rehabteam.web.formularer.moede import IndstillingForm
from rehabteam.web.formularer.raekker import antal_raekker, udfyldt
from rehabteam.web.konfliktside import konfliktside
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag

S = Deltager.Slags
DELE = {  # field → the short word for what is missing
    "aarsag": gettext_lazy("årsagen"),
    "indsatser": gettext_lazy("indsatser"),
    "opfoelgning": gettext_lazy("opfølgning"),
    "se_igen": gettext_lazy("se sagen igen"),
    "deltagere": gettext_lazy("hvem der er til stede"),
}
MINDST = 3  # empty rows for efforts on a new page


@kraever("moede.se", "GET", "POST")
def moederum(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    indstilling = sag.indstilling_raekker.first()
    maa_skrive = har_ret(hvem, "skriv_indstilling", sag)
    if request.method == "POST":
        kraev_ret(hvem, "skriv_indstilling", sag)
        pladser = _pladser(hvem, sag)
        form = IndstillingForm(request.POST, antal=antal_raekker(request.POST), pladser=pladser)
        svar = _gem(request, sag, form)
        if svar:
            return svar
    else:
        form = _form(hvem, sag, indstilling, int(request.GET.get("flere") == "1")) if maa_skrive else None
    vis_mangler = request.GET.get("mangler") == "1" and maa_skrive
    kontekst = _ramme(hvem, sag, indstilling) | {
        "form": form,
        "maa_skrive": maa_skrive,
        "vis_mangler": vis_mangler,
    }
    fejl = form is not None and bool(form.errors)
    return render(request, "web/moede/rum.html", kontekst, status=422 if fejl else 200)


def _gem(request: HttpRequest, sag: Sag, form: IndstillingForm) -> HttpResponse | None:
    """Save the recommendation and the seats as one; None: the form says what is wrong."""
    if not form.is_valid():
        return None
    felter = form.cleaned_data
    try:
        gemt = proev(request, form, registrer_deltagere, sag.id, fremmoede=form.fremmoede()) and proev(
            request,
            form,
            skriv_indstilling,
            sag.id,
            version=felter["version"],
            aarsag=felter["aarsag"],
            indsatser=form.indsatser(),
            opfoelgning=felter["opfoelgning"],
            se_igen=felter["se_igen"],
        )
    except AendretAfAnden as fejl:
        return _konflikt(request, sag, form, fejl)
    if not gemt:
        return None
    gem = request.POST.get("gem")
    if gem == "afgiv":
        return redirect("web:indstilling_afgiv", sag.id)
    if gem == "raekke":
        return redirect(reverse("web:moederum", args=[sag.id]) + "?flere=1#indsatser")
    messages.success(request, _("Det er gemt."))
    return redirect("web:moederum", sag.id)


def _konflikt(request: HttpRequest, sag: Sag, form: IndstillingForm, fejl: AendretAfAnden) -> HttpResponse:
    """Both texts side by side; the rows and seats that were typed go along unseen."""
    tilbage = reverse("web:moederum", args=[sag.id])
    return konfliktside(request, form, fejl, ["aarsag", "opfoelgning"], sag=sag, tilbage_url=tilbage)


def _form(hvem: Aktoer, sag: Sag, indstilling: Indstilling | None, flere: int) -> IndstillingForm:
    start: dict[str, Any] = {"version": 0}
    raekker: list[dict[str, str]] = []
    if indstilling:
        raekker = indstilling.indsatser
        start = {
            "version": indstilling.version,
            "aarsag": indstilling.aarsag,
            "opfoelgning": indstilling.opfoelgning,
            "se_igen": {True: "ja", False: "nej"}.get(indstilling.se_igen),
        }
    pladser = _pladser(hvem, sag)
    start |= {f"{slags}_navn": navn for slags, navn in pladser.items()}
    for d in sag.deltager_raekker.all():
        start |= {
            f"{d.slags}_navn": d.navn,
            f"{d.slags}_til": {True: "ja", False: "nej"}.get(d.til_stede),
            f"{d.slags}_bem": d.bemaerkning,
        }
    antal = max(MINDST, len(raekker) + flere)
    return IndstillingForm(initial=start | udfyldt(raekker), antal=antal, pladser=pladser)


def _pladser(hvem: Aktoer, sag: Sag) -> dict[str, str]:
    """The seats the law wants filled, with the names we know. First names only: the page is seen by all."""
    kendte = {d.slags: d.navn for d in sag.deltager_raekker.all()}
    team = {m.fagomraade.lower(): m.navn for m in udtraek.teamet(hvem)}
    notat = sagsbillede.notater(sag).first()
    forslag = {
        S.BORGER: sag.borger.navn.split()[0],
        S.MOEDELEDER: sag.moede.moedeleder.navn if sag.moede else "",
        S.SAGSBEHANDLER: sag.sagsbehandler.navn,
        S.BESKAEFTIGELSE: team.get("beskæftigelse", ""),
        S.SOCIAL: team.get("social", ""),
        S.SUNDHED: team.get("sundhed", ""),
        S.UDDANNELSE: team.get("uddannelse", ""),
        S.SUNDHEDSKOORDINATOR: notat.forfatter_navn if notat else "",
    }
    return {str(slags): kendte.get(slags) or navn for slags, navn in forslag.items()}


def _ramme(hvem: Aktoer, sag: Sag, indstilling: Indstilling | None) -> dict[str, Any]:
    mangler = {} if sag.tilstand not in _AABNE else hvad_mangler(sag, indstilling)
    return {
        "sag": sag,
        "fornavn": sag.borger.navn.split()[0],
        "moede": sag.moede,
        "dagsorden": _dagsorden(hvem, sag),
        "indstilling": indstilling,
        "deltagere": list(sag.deltager_raekker.all()),
        "mangler": mangler,
        "mangler_ord": ", ".join(str(DELE[felt]) for felt in mangler),
        "hjemmel": bek(19),
    }


_AABNE = frozenset({Sag.Tilstand.FORBEREDES, Sag.Tilstand.SENDT, Sag.Tilstand.HOS_KOORDINATOR})


def _dagsorden(hvem: Aktoer, sag: Sag) -> list[dict[str, Any]]:
    """The day's cases: only this one has a name, the others a number."""
    if sag.moede is None:
        return []
    fornavn = sag.borger.navn.split()[0]
    return [
        {
            "kl": s.moede_kl,
            "navn": fornavn if s.id == sag.id else _("Sag %(nr)s") % {"nr": nr},
            "nu": s.id == sag.id,
            "faerdig": s.tilstand not in _AABNE,
            "url": reverse("web:moederum", args=[s.id]),
        }
        for nr, s in enumerate(udtraek.sager_paa(hvem, sag.moede), start=1)
    ]


@kraever("afgiv_indstilling", "GET", "POST")
def afgiv(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Asks once, then gives it. With a part missing it goes back to the first one and says which."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "afgiv_indstilling", sag)  # type: ignore[attr-defined]
    indstilling = sag.indstilling_raekker.first()
    if indstilling is None or hvad_mangler(sag, indstilling):
        return redirect(reverse("web:moederum", args=[sag.id]) + "?mangler=1")
    fejl: list[str] = []
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            afgiv_indstilling(anledning(request), sag.id, version=int(version) if version.isdecimal() else -1)
        except KanIkke as afvist:
            fejl = list(afvist.felter.values())
        else:
            messages.success(
                request,
                _(
                    "Indstillingen er afgivet og låst. Den ligger på sagen som PDF. Kommunen skriver nu sin indsatsplan."
                ),
            )
            return redirect("web:sag_team", sag.id)
    kontekst = _ramme(request.aktoer, sag, indstilling) | {"fejl": fejl}  # type: ignore[attr-defined]
    return render(request, "web/moede/afgiv.html", kontekst, status=422 if fejl else 200)
