"""The meeting of one case: what is left to say before the team can recommend."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.afgiv_indstilling import hvad_mangler
from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.godkend_referat import er_afklaret
from rehabteam.handlinger.registrer_deltagere import registrer_deltagere
from rehabteam.handlinger.skriv_indstilling import skriv_indstilling
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.lov.bek2408_2021.par19 import PKT2
from rehabteam.lov.teamet import UNG
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.indstillingsdele import UDFALD, tekstdele
from rehabteam.sager.models import Indstilling, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.indstilling import er_par19, udfaldets_navn, valg
from rehabteam.sager.sagsfakta.samlet import Vej, vej
from rehabteam.sager.sagsfakta.skoen import ERHVERVSUDDANNELSE
from rehabteam.sager.udtraek.moederummet import opgaver_fra, referatet
from rehabteam.web import moededele, regellinje, rum, rumnoegle
from rehabteam.web.anledning import anledning
from rehabteam.web.formularer.indstilling import IndstillingForm
from rehabteam.web.formularer.indstillingsfelter import delfelt, flagfelt, ja_nej
from rehabteam.web.formularer.raekker import HOEJST, antal_raekker, heltal, med_datoer, udfyldt
from rehabteam.web.moedeudfald import udfaldsside
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag

MINDST = 3  # rows for efforts on a new page
STK4 = bek(7, 4)
AUTOGEM = "X-Autogem"  # sent in the background when the line is back: answered in a few words


@kraever("moede.se", "GET", "POST")
def moederum(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The room's view. The mødeleder writes; the others of the kommune read along."""
    sag = hent_sag(request, sag_id)
    if sag.moede is None:
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
        paa_siden = request.POST.get("for_udfald", "")
        form = IndstillingForm(
            data,
            antal=antal_raekker(data),
            pladser=kendte,
            udfald=paa_siden if paa_siden in UDFALD and not er_par19(sag) else "",
            valg=valg(sag),
            **_om_uddannelse(request, sag),
        )
        svar = _gem(request, sag, indstilling, form)
        if AUTOGEM in request.headers:
            return _i_korte_ord(svar, form)
        if svar.status_code < 400:
            request.session[rumnoegle.GEMT] = request.POST.get("noegle", "")
        return svar
    if not maa_skrive:
        return _rum(request, sag, indstilling, None)
    raekker = request.GET.get("raekker", "")
    return _rum(request, sag, indstilling, _form(request, sag, indstilling, rum.navne(hvem, sag), raekker))


def _gem(
    request: HttpRequest, sag: Sag, indstilling: Indstilling | None, form: IndstillingForm
) -> HttpResponse:
    """Save the seats, the judgements and the indstilling as one, or nothing of it."""
    if not form.is_valid() or form.intet_valgt(request.POST.get("gem", "")):
        return _rum(request, sag, indstilling, form, 422)
    try:
        if nye := form.aendrede({d.slags: d for d in sag.deltager_raekker.all()}):
            registrer_deltagere(anledning(request), sag.id, fremmoede=nye)
        if afvist := _vurder(request, sag, form):
            return afvist
        gemt = skriv_indstilling(
            anledning(request), sag.id, version=form.cleaned_data["version"], **form.skrevet()
        )
    except KanIkke as fejl:
        form.tag_imod(fejl)
        return _rum(request, sag, indstilling, form, 422)
    except AendretAfAnden as fejl:
        form.data = form.data.copy()
        form.data["version"] = str(fejl.version)
        return _rum(
            request, sag, indstilling, form, 409, konflikt=fejl, deres=moededele.deres(fejl.deres, form)
        )
    svar = _videre(request, sag, indstilling, form, gemt)
    svar.version = gemt.version  # type: ignore[attr-defined]
    return svar


def _videre(
    request: HttpRequest, sag: Sag, indstilling: Indstilling | None, form: IndstillingForm, gemt: Indstilling
) -> HttpResponse:
    """It is saved: where to?"""
    gem, adresse = request.POST.get("gem"), reverse("web:moederum", args=[sag.id])
    if AUTOGEM in request.headers:
        return redirect(adresse)
    if gem == "naeste":
        return redirect(_efter(request, sag))
    if gemt.udfald != form.for_udfald:
        messages.success(
            request,
            _("Valgt: %(udfald)s. Her er det, indstillingen skal sige.")
            % {"udfald": udfaldets_navn(gemt.udfald)},
        )
        return redirect(f"{adresse}#udfaldet")
    if gem == "afgiv":
        if mangler := hvad_mangler(sag, gemt):
            form.mangler(mangler)  # the answer is 422, so nothing of this is kept but what stands on the page
            return _rum(request, sag, indstilling, form, 422)
        return redirect("web:indstilling_afgiv", sag.id)
    if gem == "raekke":
        nr = min(form.antal + 1, HOEJST)
        return redirect(f"{adresse}?raekker={nr}#raekke-{nr}")
    messages.success(request, _("Det er gemt."))
    return redirect(f"{adresse}#udfald" if gem in ("vaelg", "vurder") else adresse)


def _efter(request: HttpRequest, sag: Sag) -> str:
    """The next case in one step; first to what must be settled, where nothing is agreed about who does what."""
    naeste = rum.naeste(rum.dagsorden(request.aktoer, sag))  # type: ignore[attr-defined]
    return rum.vej_videre(sag, naeste, er_afklaret(sag, referatet(sag)))


def _vurder(request: HttpRequest, sag: Sag, form: IndstillingForm) -> HttpResponse | None:
    """The judgements that open or close an outcome; each with a reason, at its own place on the page."""
    for noegle, vaerdi, grund in form.vurderet():
        try:
            svar_paa_spoergsmaal(anledning(request), sag.id, noegle=noegle, vaerdi=vaerdi, grund=grund)
        except KanIkke as fejl:
            steder = {"vaerdi": f"skoen_{noegle}", "grund": f"skoen_{noegle}_grund"}
            form.tag_imod(KanIkke({steder.get(felt, ""): tekst for felt, tekst in fejl.felter.items()}))
            return _rum(request, sag, sag.indstilling_raekker.first(), form, 422)
    return None


def _om_uddannelse(request: HttpRequest, sag: Sag) -> dict[str, Any]:
    """Of the young it is asked, and asked again of nobody; the answer stands with who gave it."""
    ung = rum.uddannelsen(sag, request.dag).alder < UNG  # type: ignore[attr-defined]
    return {"spoerg_om_uddannelse": ung, "uddannelse": rum.uddannet(sag)}


def _i_korte_ord(svar: HttpResponse, form: IndstillingForm) -> JsonResponse:
    """What was sent in the background, when the line came back: the new version, or that it is not saved and why."""
    if svar.status_code == 409:
        return JsonResponse({"fejl": _("En anden har gemt, mens forbindelsen var væk.")}, status=409)
    if svar.status_code >= 400:
        tekster = dict.fromkeys(t for fejl in form.errors.values() for t in fejl)
        return JsonResponse({"fejl": " ".join(str(t) for t in tekster)}, status=svar.status_code)
    return JsonResponse({"version": getattr(svar, "version", 0), "besked": _("Gemt")})


def _form(
    request: HttpRequest, sag: Sag, indstilling: Indstilling | None, kendte: dict[str, str], raekker: str
) -> IndstillingForm:
    start: dict[str, Any] = {"version": 0}
    antal, mulige = max(MINDST, heltal(raekker)), valg(sag)
    if indstilling:
        antal = max(antal, len(indstilling.indsatser))
        start = {
            "version": indstilling.version,
            "udfald": indstilling.udfald,
            "aarsag": indstilling.aarsag,
            "opfoelgning": indstilling.opfoelgning,
            "se_igen": ja_nej(indstilling.se_igen),
            "uenighed": indstilling.uenighed,
            **{delfelt(noegle): tekst for noegle, tekst in indstilling.indhold.items()},
            **{flagfelt(flag): ja_nej(svar) for flag, svar in indstilling.flag.items()},
            **udfyldt(indstilling.indsatser),
        }
    for dom in {v.spoergsmaal: v.vurderet for v in mulige if v.vurderet}.values():
        if dom:
            start |= {f"skoen_{dom.noegle}": ja_nej(dom.vaerdi), f"skoen_{dom.noegle}_grund": dom.grund}
    start |= {f"{slags}_navn": navn for slags, navn in kendte.items()}
    for d in sag.deltager_raekker.all():
        start |= {f"{d.slags}_til": ja_nej(d.til_stede), f"{d.slags}_bem": d.bemaerkning}
    return IndstillingForm(
        initial=start,
        antal=antal,
        pladser=kendte,
        udfald=indstilling.udfald if indstilling else "",
        valg=mulige,
        **_om_uddannelse(request, sag),
    )


def _skrevet(request: HttpRequest) -> list[str]:
    """What was typed on a page whose indstilling somebody had given in the meantime."""
    dele = [delfelt(d.noegle) for udfald in UDFALD for d in tekstdele(udfald)]
    raekker = [f"i{nr}_navn" for nr in range(HOEJST)]
    navne = dict.fromkeys(["aarsag", *dele, *raekker, "opfoelgning", "uenighed"])
    return [tekst for navn in navne if (tekst := request.POST.get(navn, "").strip())]


def _rum(
    request: HttpRequest,
    sag: Sag,
    indstilling: Indstilling | None,
    form: IndstillingForm | None,
    status: int = 200,
    **ekstra: Any,
) -> HttpResponse:
    kontekst = ramme(request, sag, indstilling, form)
    kontekst |= {"form": form, "gemt": form is None or not form.is_bound, "svarkode": status} | ekstra
    if form:
        mangler = rum.mangler(sag, indstilling, form)
        kontekst |= {
            "mangler": mangler,
            "mangler_ord": rum.mangler_ord(mangler, form.dele),
            "afsnit": moededele.afsnit(form, mangler),
            "udfald": udfaldsside(form) if form.valg else None,
        }
    return render(request, "web/moede/rum.html", kontekst, status=status)


def ramme(
    request: HttpRequest, sag: Sag, indstilling: Indstilling | None, form: IndstillingForm | None = None
) -> dict[str, Any]:
    """What every page of the room shows: the day's list, the case, the seats, what is written and what is open."""
    hvem: Aktoer = request.aktoer  # type: ignore[attr-defined]
    punkter = rum.dagsorden(hvem, sag)
    maa_slutte = har_ret(hvem, "skriv_referat", sag)
    referat = referatet(sag)
    spoerg_foer = maa_slutte and rum.boer_spoerge(sag, indstilling, referat, request.dag)  # type: ignore[attr-defined]
    return {
        "sag": sag,
        "sagens_art": art(sag).navn,
        "par19": er_par19(sag),
        "fornavn": sag.borger.fornavn,
        "dagen": request.dag,  # type: ignore[attr-defined]
        "i_dag": sag.moede is not None and sag.moede.dato == request.dag,  # type: ignore[attr-defined]
        "uddannelse": (plads := rum.uddannelsen(sag, request.dag, form)),  # type: ignore[attr-defined]
        "uddannet": rum.uddannet(sag),
        "uddannelsesfelt": form[f"skoen_{ERHVERVSUDDANNELSE}"]
        if form and f"skoen_{ERHVERVSUDDANNELSE}" in form.fields
        else None,
        "sidst_gemt": request.session.get(rumnoegle.GEMT, ""),
        "opgaver": list(opgaver_fra(sag, sag.moede_id)) if sag.moede_id else [],
        "maa_slutte": maa_slutte,
        "spoerg_foer": spoerg_foer,
        "referat": referat,
        "dagsorden": punkter,
        "naeste": rum.naeste(punkter),
        "indstilling": indstilling,
        "udfaldets_navn": udfaldets_navn(indstilling.udfald) if indstilling else "",
        "laest": moededele.laest(indstilling)
        if indstilling and (indstilling.udfald or er_par19(sag))
        else [],
        "indsatser": med_datoer(indstilling.indsatser) if indstilling else [],
        "bord": rum.bordet(sag, form.pladser if form else rum.navne(hvem, sag), plads, form),
        "maa_afgoere": har_ret(hvem, "traef_afgoerelse", sag),
        "pkt2": PKT2,
        "stk4": STK4,
        "par7": bek(7),
        "udgaver": regellinje.sagens(hvem, sag, request.dag),  # type: ignore[attr-defined]
    }


def _intet_moede(request: HttpRequest, sag: Sag) -> HttpResponse:
    messages.info(request, _("Sagen er ikke på et møde endnu. Vælg mødet først."))
    if vej(sag) == Vej.TEAM and har_ret(request.aktoer, "vaelg_moede", sag):  # type: ignore[attr-defined]
        return redirect("web:vaelg_moede", sag.id)
    return redirect("web:sag", sag.id)
