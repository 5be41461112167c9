"""Certificates of a case: the list, one request and its steps, the letter, and what was found in the paper."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.fejl import FindesIkke
from rehabteam.handlinger.fortryd_attestskridt import fortryd_attestskridt
from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.registrer_attestskridt import registrer_attestskridt
from rehabteam.handlinger.vurder_laegeattest import vurder_laegeattest
from rehabteam.lov.bek2408_2021.par04 import FOERSTE_SAMTALE, ORDINAER
from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Attestskridt, Dokument, Laegevurdering, Sag
from rehabteam.sager.sagsfakta import laege, skoen
from rehabteam.sager.udtraek import attester as udtraek
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web import attestside
from rehabteam.web.formular import proev
from rehabteam.web.formularer.attest import FortrydForm, SkridtForm, VurderingForm
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import er_genforelaeggelse, hent_sag, ramme

S = Attestskridt.Slags
LAENGST = 25
BETALER, STK2 = bek(4, 4), bek(4, 2)
NOK = "kommunens_vurdering_tilstraekkelig"
# What a form is when it is marked off, if nothing else has been said.
FORVENTET = {"LAE_265": ORDINAER, "LAE_285": FOERSTE_SAMTALE}


@kraever("samtykke.se")
def sagens(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Every certificate asked for, what the rules still miss about the læge's assessment, and what came."""
    sag = hent_sag(request, sag_id)
    alle = "alle" in request.GET
    linjer = attestside.linjer(udtraek.sagens(request.aktoer, sag.id, request.dag), request.dag)
    kontekst = ramme(request, sag, "sag_samtykker") | {
        "linjer": linjer if alle else linjer[:LAENGST],
        "antal": 0 if alle else len(linjer),
        "former": [
            (form, attestside.frister(form))
            for form in udtraek.former(request.aktoer.organisation_navn).values()
        ],
        "papirer": _papirer(sag),
        "maa_bede": har_ret(request.aktoer, "anmod_om_oplysninger", sag),
        "maa_vurdere": har_ret(request.aktoer, "vurder_laegeattest", sag),
        "maa_notere": har_ret(request.aktoer, "registrer_attestskridt", sag),
        "betaler": BETALER,
        **_loven(request, sag),
    }
    return render(request, "web/attester/sagens.html", kontekst)


def _papirer(sag: Sag) -> list[tuple[Dokument, Laegevurdering | None, str]]:
    """Each certificate that lies on the case, with what was found in it, and its kind in a word."""
    fundet = {v.dokument_id: v for v in laege.gaeldende(sag)}
    papirer = [d for d in sagsbillede.gyldige(sag) if d.slags == "laegeattest" or d.id in fundet]
    return [
        (d, (v := fundet.get(d.id)), str(attestside.KILDER[v.kilde]) if v else "")
        for d in sorted(papirer, key=lambda d: (d.dato, str(d.id)), reverse=True)
    ]


def _loven(request: HttpRequest, sag: Sag) -> dict[str, Any]:
    """What the rules say about the læge's assessment here, and whether the first talk's certificate may stand."""
    if er_genforelaeggelse(sag):
        svar = gaeldende("par04", request.dag).funktion(laege.fakta(sag))  # type: ignore[attr-defined]
        return {"grunde": svar.grunde, "udgaver": [svar.udgave], "igen": True}
    svarene = skoen.svar(sag)
    samlet = mangler(sag)
    vurderet = skoen.seneste(sag).get(NOK)
    return {
        "kraeves": attestside.kraeves(samlet),
        "lovens_mangler": attestside.mangler(sag, samlet),
        "laegen": laege.seneste(sag),
        "foerste_samtale": laege.foerste_samtale_aaben(sag, svarene),
        "kan_aabnes": laege.foerste_samtale_aaben(sag, svarene | {"overgang": "SDL_24_STK_1_REVURDERING"}),
        "overgang": svarene.get("overgang"),
        "stk2": STK2,
        "vurderet": vurderet if vurderet and vurderet.vaerdi is not None else None,
        "udgaver": [v.udgave for v in samlet.vurderinger][:1],
    }


def _rad(request: HttpRequest, sag: Sag, anmodning_id: UUID) -> udtraek.Attestrad:
    rader = udtraek.sagens(request.aktoer, sag.id, request.dag)  # type: ignore[attr-defined]
    rad = next((r for r in rader if r.anmodning.id == anmodning_id), None)
    if rad is None:
        raise Http404
    return rad


@kraever("samtykke.se")
def attest(request: HttpRequest, sag_id: UUID, anmodning_id: UUID) -> HttpResponse:
    """One request: its path, its deadline with the source, everything noted, and what can be noted now."""
    sag = hent_sag(request, sag_id)
    rad = _rad(request, sag, anmodning_id)
    maa = har_ret(request.aktoer, "registrer_attestskridt", sag) and rad.aaben
    linje = attestside.linje(rad, request.dag)
    side = _("%(form)s hos %(hvem)s") % {"form": rad.form.nummer, "hvem": rad.anmodning.til}
    gaelder = {s.id for s in rad.gaeldende}
    modtaget = rad.seneste(S.MODTAGET)
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "linje": linje,
        "frister": attestside.frister(rad.form),
        "skridt": [(s, s.id in gaelder) for s in reversed(rad.skridt)],
        "andre": [(s, attestside.NOTER[S(s)]) for s in _andre(rad, linje.naeste)] if maa else [],
        "maa_notere": maa,
        "maa_fortryde": har_ret(request.aktoer, "fortryd_attestskridt", sag)
        and rad.anmodning.tilstand in ("sendt", "modtaget"),
        "maa_lukke": rad.aaben and har_ret(request.aktoer, "annuller_anmodning", sag),
        "modtaget": modtaget,
        "kan_vurderes": bool(modtaget and modtaget.dokument_id)
        and har_ret(request.aktoer, "vurder_laegeattest", sag),
        "betaler": BETALER,
    }
    return render(request, "web/attester/attest.html", kontekst)


def _andre(rad: udtraek.Attestrad, naeste: str) -> list[str]:
    """Everything else that may be noted now; an appointment can be moved, and a reminder sent again."""
    kan = [*rad.form.skridt, S.RYKKET, S.MODTAGET]
    gentages = {S.TID_BESTILT, S.RYKKET}
    return [s for s in kan if s != naeste and (s in gentages or s not in rad.stand.sket)]


@kraever("registrer_attestskridt", "GET", "POST")
def skridt(request: HttpRequest, sag_id: UUID, anmodning_id: UUID) -> HttpResponse:
    """One step: which one stands in the address, so that the page asks only what that one needs."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "registrer_attestskridt", sag)
    rad = _rad(request, sag, anmodning_id)
    if not rad.aaben:
        return _ikke_aaben(request, sag, anmodning_id)
    kan = (*rad.form.skridt, S.RYKKET, S.MODTAGET)
    slags = request.POST.get("slags", "") or request.GET.get("skridt", "") or rad.stand.naeste
    if slags not in kan:
        slags = rad.stand.naeste
    papirer = [d for d in sagsbillede.gyldige(sag) if d.fulgte_med_id is None]
    papirer.sort(key=lambda d: d.slags != "laegeattest")
    foreslaaet = {"slags": slags} | ({} if slags == S.TID_BESTILT else {"dato": request.dag})
    form = SkridtForm(slags, papirer, request.POST or None, initial=foreslaaet)
    try:
        if form.is_valid() and (noteret := _noter(request, form, anmodning_id)):
            return _noteret(request, sag, rad, noteret)
    except FindesIkke:
        return _ikke_aaben(request, sag, anmodning_id)
    side = str(attestside.NOTER[S(slags)])
    kontekst = ramme(request, sag, side=side) | {"form": form, "side": side, "rad": rad, "slags": slags}
    return render(request, "web/attester/skridt.html", kontekst, status=422 if form.errors else 200)


def _noter(request: HttpRequest, form: SkridtForm, anmodning_id: UUID) -> Attestskridt | None:
    felter = form.cleaned_data
    dokument = felter.get("dokument")
    return proev(
        request,
        form,
        registrer_attestskridt,
        anmodning_id,
        slags=felter["slags"],
        dato=felter["dato"],
        kl=felter.get("kl"),
        dokument_id=UUID(dokument) if dokument else None,
    )


def _noteret(request: HttpRequest, sag: Sag, rad: udtraek.Attestrad, noteret: Attestskridt) -> HttpResponse:
    if noteret.slags == S.MODTAGET and noteret.dokument_id and rad.anmodning.form in FORVENTET:
        messages.success(request, _("Attesten er noteret som modtaget. Kryds nu af, hvad den indeholder."))
        return redirect("web:laegevurdering", sag.id, noteret.dokument_id)
    messages.success(request, _("Det er noteret."))
    return redirect("web:attest", sag.id, rad.anmodning.id)


def _ikke_aaben(request: HttpRequest, sag: Sag, anmodning_id: UUID) -> HttpResponse:
    messages.info(request, _("Anmodningen er ikke længere åben. Se her, hvordan den står."))
    return redirect("web:attest", sag.id, anmodning_id)


@kraever("fortryd_attestskridt", "GET", "POST")
def fortryd(request: HttpRequest, sag_id: UUID, skridt_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "fortryd_attestskridt", sag)
    synlige = udtraek.synlige_skridt(request.aktoer).filter(sag_id=sag.id)
    skridtet = get_object_or_404(synlige.exclude(slags=S.FORTRUDT), id=skridt_id)
    form = FortrydForm(request.POST or None)
    try:
        if form.is_valid() and proev(request, form, fortryd_attestskridt, skridtet.id, **form.cleaned_data):
            messages.success(request, _("Det er fortrudt. Det, der stod, kan stadig læses i historikken."))
            return redirect("web:attest", sag.id, skridtet.anmodning_id)
    except FindesIkke:
        messages.info(request, _("Det er allerede fortrudt, eller anmodningen er lukket."))
        return redirect("web:attest", sag.id, skridtet.anmodning_id)
    side = _("Fortryd det noterede")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "skridt": skridtet,
        "rad": _rad(request, sag, skridtet.anmodning_id),
    }
    return render(request, "web/attester/fortryd.html", kontekst, status=422 if form.errors else 200)


@kraever("vurder_laegeattest", "GET", "POST")
def laegevurdering(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """The paper beside the form: what kind it is, and which of § 4, stk. 3's points it holds."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "vurder_laegeattest", sag)
    dokument = next((d for d in sagsbillede.gyldige(sag) if d.id == dokument_id), None)
    if dokument is None:
        raise Http404
    nu = next((v for v in laege.gaeldende(sag) if v.dokument_id == dokument.id), None)
    form = VurderingForm(request.POST or None, initial=_foreslaaet(request, sag, dokument, nu))
    if form.is_valid() and proev(request, form, vurder_laegeattest, sag.id, dokument.id, **form.cleaned_data):
        messages.success(request, _("Det er gemt. Herunder står, hvad reglerne siger nu."))
        return redirect("web:attester", sag.id)
    side = _("Kryds af, hvad attesten indeholder")
    kontekst = ramme(request, sag, side=side) | {
        "form": form,
        "side": side,
        "dokument": dokument,
        "nu": nu,
        "stk3": bek(4, 3),
    }
    return render(request, "web/attester/laegevurdering.html", kontekst, status=422 if form.errors else 200)


def _foreslaaet(
    request: HttpRequest, sag: Sag, dokument: Dokument, nu: Laegevurdering | None
) -> dict[str, Any]:
    """What stands now; on a paper nobody has read, the kind that was asked for. Never a point or a consultation."""
    if nu is not None:
        konsultation = {True: "ja", False: "nej"}.get(nu.konsultation)  # type: ignore[call-overload]
        return {"kilde": nu.kilde, "konsultation": konsultation, "punkter": [str(nr) for nr in nu.punkter]}
    skridt = udtraek.synlige_skridt(request.aktoer).filter(sag_id=sag.id, dokument_id=dokument.id)  # type: ignore[attr-defined]
    forme = skridt.values_list("anmodning__form", flat=True)
    return {"kilde": next((FORVENTET[f] for f in forme if f in FORVENTET), None)}
