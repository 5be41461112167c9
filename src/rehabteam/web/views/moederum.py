"""The meeting of one case: what is left to say before the team can recommend."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.afgiv_indstilling import afgiv_indstilling, hvad_mangler
from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.registrer_deltagere import registrer_deltagere
from rehabteam.handlinger.skriv_indstilling import skriv_indstilling
from rehabteam.lov.bek2408_2021.par19 import PKT1, PKT2
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Indstilling, Sag
from rehabteam.web import regellinje, rum
from rehabteam.web.anledning import anledning
from rehabteam.web.formularer.moede import IndstillingForm
from rehabteam.web.formularer.raekker import HOEJST, antal_raekker, heltal, kun_forskelle, med_datoer, udfyldt
from rehabteam.web.person import alder
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import er_genforelaeggelse, hent_sag

MINDST = 3  # rows for efforts on a new page


@kraever("moede.se", "GET", "POST")
def moederum(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The room's view. The mødeleder writes; the others of the kommune read along."""
    sag = hent_sag(request, sag_id)
    if not er_genforelaeggelse(sag) or sag.moede is None:
        return _intet_moede(request, sag)
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    indstilling = sag.indstilling_raekker.first()
    maa_skrive = har_ret(hvem, "skriv_indstilling", sag)
    if request.method == "POST":
        if not maa_skrive and har_ret(hvem, "skriv_indstilling"):
            return _rum(request, sag, indstilling, None, 409, tabt=_skrevet(request))
        kraev_ret(hvem, "skriv_indstilling", sag)
        kendte = rum.navne(hvem, sag)
        data = rum.alle_til_stede(request.POST, kendte) if request.POST.get("gem") == "alle" else request.POST
        form = IndstillingForm(data, antal=antal_raekker(data), pladser=kendte)
        return _gem(request, sag, indstilling, form)
    if not maa_skrive:
        return _rum(request, sag, indstilling, None)
    raekker = request.GET.get("raekker", "")
    return _rum(request, sag, indstilling, _form(sag, indstilling, rum.navne(hvem, sag), raekker))


def _gem(
    request: HttpRequest, sag: Sag, indstilling: Indstilling | None, form: IndstillingForm
) -> HttpResponse:
    """Save the indstilling and the seats as one, or neither."""
    if not form.is_valid():
        return _rum(request, sag, indstilling, form, 422)
    felter = form.cleaned_data
    try:
        if nye := form.aendrede({d.slags: d for d in sag.deltager_raekker.all()}):
            registrer_deltagere(anledning(request), sag.id, fremmoede=nye)
        gemt = skriv_indstilling(
            anledning(request),
            sag.id,
            version=felter["version"],
            aarsag=felter["aarsag"],
            indsatser=form.indsatser(),
            opfoelgning=felter["opfoelgning"],
            se_igen=felter["se_igen"],
        )
    except KanIkke as fejl:
        form.tag_imod_pladser(fejl.felter)
        return _rum(request, sag, indstilling, form, 422)
    except AendretAfAnden as fejl:
        form.data = form.data.copy()
        form.data["version"] = str(fejl.version)
        mine = felter | {"indsatser": [asdict(i) for i in form.indsatser() if i.navn]}
        deres = kun_forskelle({felt: fejl.deres[felt] for felt in fejl.deres if felt in mine}, mine)
        return _rum(request, sag, indstilling, form, 409, konflikt=fejl, deres=deres)
    gem = request.POST.get("gem")
    if gem == "afgiv":
        if mangler := hvad_mangler(sag, gemt):
            form.mangler(mangler)  # the answer is 422, so nothing of this is kept but what stands on the page
            return _rum(request, sag, indstilling, form, 422)
        return redirect("web:indstilling_afgiv", sag.id)
    adresse = reverse("web:moederum", args=[sag.id])
    if gem == "raekke":
        nr = min(form.antal + 1, HOEJST)
        return redirect(f"{adresse}?raekker={nr}#raekke-{nr}")
    messages.success(request, _("Det er gemt."))
    return redirect(adresse)


def _form(sag: Sag, indstilling: Indstilling | None, kendte: dict[str, str], raekker: str) -> IndstillingForm:
    start: dict[str, Any] = {"version": 0}
    antal = max(MINDST, heltal(raekker))
    if indstilling:
        antal = max(antal, len(indstilling.indsatser))
        start = {
            "version": indstilling.version,
            "aarsag": indstilling.aarsag,
            "opfoelgning": indstilling.opfoelgning,
            "se_igen": _ja_nej(indstilling.se_igen),
            **udfyldt(indstilling.indsatser),
        }
    start |= {f"{slags}_navn": navn for slags, navn in kendte.items()}
    for d in sag.deltager_raekker.all():
        start |= {f"{d.slags}_til": _ja_nej(d.til_stede), f"{d.slags}_bem": d.bemaerkning}
    return IndstillingForm(initial=start, antal=antal, pladser=kendte)


def _ja_nej(svar: bool | None) -> str:
    return "" if svar is None else "ja" if svar else "nej"


def _skrevet(request: HttpRequest) -> list[str]:
    """What was typed on a page whose indstilling somebody had given in the meantime."""
    navne = ["aarsag", *(f"i{nr}_navn" for nr in range(HOEJST)), "opfoelgning"]
    return [tekst for navn in navne if (tekst := request.POST.get(navn, "").strip())]


def _rum(
    request: HttpRequest,
    sag: Sag,
    indstilling: Indstilling | None,
    form: IndstillingForm | None,
    status: int = 200,
    **ekstra: Any,
) -> HttpResponse:
    kontekst = _ramme(request, sag, indstilling, form)
    kontekst |= {"form": form, "gemt": form is None or not form.is_bound} | ekstra
    if form:
        mangler = rum.mangler(sag, indstilling, form)
        kontekst |= {
            "mangler": mangler,
            "mangler_ord": rum.mangler_ord(mangler),
            "antal_indsatser": len(form.udkast().indsatser),
        }
    return render(request, "web/moede/rum.html", kontekst, status=status)


def _ramme(
    request: HttpRequest, sag: Sag, indstilling: Indstilling | None, form: IndstillingForm | None = None
) -> dict[str, Any]:
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    punkter = rum.dagsorden(hvem, sag)
    return {
        "sag": sag,
        "fornavn": sag.borger.fornavn,
        "dagen": request.dag,  # type: ignore[attr-defined]
        "under_30": alder(sag.borger.foedselsdato, request.dag) < rum.UNG,  # type: ignore[attr-defined]
        "dagsorden": punkter,
        "naeste": rum.naeste(punkter),
        "indstilling": indstilling,
        "indsatser": med_datoer(indstilling.indsatser) if indstilling else [],
        "bord": rum.bordet(sag, form.pladser if form else rum.navne(hvem, sag), form),
        "maa_planen": har_ret(hvem, "skriv_indsatsplan", sag),
        "pkt1": PKT1,
        "pkt2": PKT2,
        "udgaver": regellinje.sagens(hvem, sag, request.dag),  # type: ignore[attr-defined]
    }


def _intet_moede(request: HttpRequest, sag: Sag) -> HttpResponse:
    messages.info(request, _("Sagen er ikke på et møde endnu. Vælg mødet først."))
    if er_genforelaeggelse(sag) and har_ret(request.aktoer, "vaelg_moede", sag):  # type: ignore[attr-defined]
        return redirect("web:vaelg_moede", sag.id)
    return redirect("web:sag", sag.id)


@kraever("afgiv_indstilling", "GET", "POST")
def afgiv(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Asks once, then gives it. With a part missing it goes back to the room and says which."""
    sag = hent_sag(request, sag_id)
    indstilling = sag.indstilling_raekker.first()
    if indstilling and indstilling.afgivet_tid:
        messages.info(request, _("Indstillingen er allerede afgivet. Der er ikke sket noget igen."))
        return redirect("web:moederum", sag.id)
    kraev_ret(request.aktoer, "afgiv_indstilling", sag)  # type: ignore[attr-defined]
    if indstilling is None or (mangler := hvad_mangler(sag, indstilling)):
        messages.warning(
            request, " ".join(mangler.values()) if indstilling else _("Der er ikke skrevet noget endnu.")
        )
        return redirect("web:moederum", sag.id)
    fejl: list[str] = []
    if request.method == "POST":
        version = request.POST.get("version", "")
        try:
            afgiv_indstilling(anledning(request), sag.id, version=heltal(version, -1))
        except KanIkke as afvist:
            fejl = list(afvist.felter.values())
        else:
            messages.success(
                request,
                _(
                    "Indstillingen er afgivet og låst. Den ligger på sagen som PDF. Kommunen skriver nu sin indsatsplan."
                ),
            )
            return redirect("web:moederum", sag.id)
    kontekst = _ramme(request, sag, indstilling) | {"fejl": fejl}
    return render(request, "web/moede/afgiv.html", kontekst, status=422 if fejl else 200)
