"""The forberedende del: the whole as it stands, each part on a page of its own, its versions, its documents."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.handlinger.afkryds_planbilag import afkryds_planbilag, kan_afkrydses
from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.skriv_plandel import Indhold, find_del, indhold_af, skriv_plandel
from rehabteam.handlinger.svar_paa_spoergsmaal import svar_paa_spoergsmaal
from rehabteam.lov.bek2408_2021.par18 import PKT1, PKT2
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Plandel, Sag
from rehabteam.sager.plandele import EFTER_NOEGLE, Del
from rehabteam.sager.sagsfakta.plan import kraevede, seneste
from rehabteam.sager.sagsfakta.samlet import Vej
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web import planside
from rehabteam.web.anledning import anledning
from rehabteam.web.byggesten.datoer import klokken
from rehabteam.web.formular import proev
from rehabteam.web.formularer.forberedende import PlanbilagForm, Planform, sendt, udfyldt
from rehabteam.web.formularer.raekker import heltal
from rehabteam.web.planhjaelp import HJAELP
from rehabteam.web.planversioner import deres_tekster, vinduet
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

AUTOGEM = "X-Autogem"


@kraever("sag.se")
def forberedende(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The plan with what it lacks. Who does not write it here reads the papers it is on."""
    sag = hent_sag(request, sag_id)
    svar = mangler(sag)
    kontekst = ramme(request, sag, "sag_forberedende")
    if not planside.skrives_her(request.aktoer, sag, svar):
        kontekst["uafklaret"] = svar.vej == Vej.UAFKLARET and sag.tilstand == Sag.Tilstand.FORBEREDES
        return render(request, "web/sag/forberedende.html", kontekst | _papirerne(request, sag))
    afsnit = planside.afsnit(sag, svar)
    attester = planside.attester(sag, svar)
    kontekst |= {
        "afsnit": afsnit,
        "klar": sum(a.kode == "klar" for a in afsnit),
        "savn": planside.savn(svar, afsnit),
        "fejl": svar.fejl,
        "attester": attester,
        "ubesvaret": sum(not a.svar or a.rettet for a in attester),
        "papirer": planside.planpapirer(sag),
        "helbredspapirer": planside.helbredspapirer(sag),
        "maa_skrive": har_ret(request.aktoer, "skriv_plandel", sag),
        "maa_svare": har_ret(request.aktoer, "svar_paa_spoergsmaal", sag),
        "maa_afkrydse": har_ret(request.aktoer, "afkryds_planbilag", sag),
        "maa_tilfoeje": har_ret(request.aktoer, "tilfoej_dokument", sag),
        "egne_ord": sag.borger.egne_ord,
        "vindue": vinduet(request.dag),
    }
    return render(request, "web/forberedende/plan.html", kontekst)


def _papirerne(request: HttpRequest, sag: Sag) -> dict[str, Any]:
    return {
        "dele": sagsbillede.af_slags(sag, "forberedende_del"),
        "nye": sagsbillede.af_slags(sag, "nye_oplysninger"),
        "maa_tilfoeje": har_ret(request.aktoer, "tilfoej_dokument", sag),
        "maa_vurdere": har_ret(request.aktoer, "vurder_aendringer", sag),
        "paragraf": PKT1,
        "paragraf_nyt": PKT2,
        "kun_papiret": request.aktoer.organisation_id != sag.kommune_id,
    }


def sagens_del(sag: Sag, noegle: str) -> Del:
    """The part by its key. Http404 where this kind of case has none such."""
    del_ = EFTER_NOEGLE.get(noegle)
    if del_ is None or del_ not in kraevede(sag.sagstype):
        raise Http404
    return del_


@kraever("skriv_plandel", "GET", "POST")
def plandel(request: HttpRequest, sag_id: UUID, noegle: str) -> HttpResponse:
    """Write on one part. A quiet save (its header says so) is answered in a few words instead of a page."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_plandel", sag)
    del_ = find_del(sag, noegle)
    if request.method == "POST":
        form = sendt(del_, request.POST)
        return (
            _gem_stille(request, sag, del_, form)
            if AUTOGEM in request.headers
            else _gem(request, sag, del_, form)
        )
    nu = seneste(sag).get(noegle)
    indhold = indhold_af(nu) if nu else Indhold()
    form = udfyldt(del_, indhold, nu.version if nu else 0, heltal(request.GET.get("raekker", "")))
    return _del_side(request, sag, del_, form, nu)


def _gem(request: HttpRequest, sag: Sag, del_: Del, form: Planform) -> HttpResponse:
    nu = seneste(sag).get(del_.noegle)
    if not form.is_valid():
        return _del_side(request, sag, del_, form, nu, status=422)
    try:
        gemt = proev(
            request,
            form,
            skriv_plandel,
            sag.id,
            noegle=del_.noegle,
            version=form.cleaned_data["version"],
            indhold=form.indhold(),
        )
    except AendretAfAnden as fejl:
        return _to_tekster(request, sag, del_, form, fejl)
    gem = request.POST.get("gem", "")
    adresse = reverse("web:sag_plandel", args=[sag.id, del_.noegle])
    if gem == "raekke" and (gemt or not form.indhold().poster):
        nr = form.antal + 1  # type: ignore[union-attr]
        return redirect(f"{adresse}?raekker={nr}#raekke-{nr}")
    if gemt is None:
        return _del_side(request, sag, del_, form, nu, status=422)
    messages.success(
        request, _("»%(titel)s« er gemt (version %(nr)d).") % {"titel": _(del_.titel), "nr": gemt.version}
    )
    if gem == "naeste" and (naeste := _naeste(sag, del_)):
        return redirect("web:sag_plandel", sag.id, naeste.noegle)
    if gem == "plan" or gem == "naeste":
        return redirect("web:sag_forberedende", sag.id)
    return redirect(adresse)


def _gem_stille(request: HttpRequest, sag: Sag, del_: Del, form: Planform) -> HttpResponse:
    """The same save, answered to the script: the new version, or in plain words why it is not saved."""
    if not form.is_valid():
        tekster = [t for fejl in form.errors.values() for t in fejl]
        return JsonResponse({"fejl": " ".join(tekster)}, status=422)
    try:
        gemt = skriv_plandel(
            anledning(request),
            sag.id,
            noegle=del_.noegle,
            version=form.cleaned_data["version"],
            indhold=form.indhold(),
        )
    except KanIkke as fejl:
        return JsonResponse({"fejl": str(fejl)}, status=422)
    except AendretAfAnden as fejl:
        besked = _(
            "%(hvem)s har gemt kl. %(kl)s, mens du skrev. Din tekst er ikke gemt endnu, men den står her stadig. "
            "Intet er overskrevet."
        ) % {"hvem": fejl.hvem, "kl": _kl(fejl.hvornaar)}
        return JsonResponse({"fejl": besked}, status=409)
    return JsonResponse(
        {
            "version": gemt.version,
            "besked": _("Gemt kl. %(kl)s (version %(nr)d)") % {"kl": _kl(gemt.tid), "nr": gemt.version},
            "mangler": planside.mangler_ord(del_, gemt),
        }
    )


def _kl(tid: Any) -> str:
    return klokken(timezone.localtime(tid))


def _naeste(sag: Sag, del_: Del) -> Del | None:
    dele = kraevede(sag.sagstype)
    return next(iter(dele[dele.index(del_) + 1 :]), None)


def _ramme(request: HttpRequest, sag: Sag, del_: Del) -> dict[str, Any]:
    titel = _(del_.titel)
    return ramme(request, sag, side=titel) | {
        "side": titel,
        "del_": del_,
        "titel": titel,
        "nummer": planside.nummer(del_),
        "hjaelp": HJAELP[del_.noegle],
    }


def _del_side(
    request: HttpRequest, sag: Sag, del_: Del, form: Planform, nu: Plandel | None, status: int = 200
) -> HttpResponse:
    afsnit = planside.et_afsnit(sag, mangler(sag), del_)
    kontekst = _ramme(request, sag, del_) | {
        "form": form,
        "nu": nu,
        "afsnit": afsnit,
        "mangler": planside.mangler_ord(del_, nu) if not afsnit.papirer or afsnit.noget else [],
        "naeste": _naeste(sag, del_),
        "egne_ord": sag.borger.egne_ord,
        "helbredspapirer": planside.helbredspapirer(sag) if del_.noegle in ("stk1_nr5", "par15_nr5") else [],
        "vindue": vinduet(request.dag) if del_.noegle == "par15_nr2" else None,
    }
    return render(request, "web/forberedende/del.html", kontekst, status=status)


def _to_tekster(
    request: HttpRequest, sag: Sag, del_: Del, form: Planform, fejl: AendretAfAnden
) -> HttpResponse:
    """Both texts side by side, what was typed ready to be saved on top of theirs."""
    form.data = form.data.copy()  # type: ignore[assignment]
    form.data["version"] = str(fejl.version)  # type: ignore[index]
    kontekst = _ramme(request, sag, del_) | {
        "form": form,
        "fejl": fejl,
        "kl": _kl(fejl.hvornaar),
        "mig_selv": fejl.hvem == request.aktoer.navn,
        "tilbage_url": reverse("web:sag_plandel", args=[sag.id, del_.noegle]),
        **deres_tekster(del_, form, fejl.deres),
    }
    return render(request, "web/forberedende/konflikt.html", kontekst, status=409)


@kraever("svar_paa_spoergsmaal", "POST")
def planattest(request: HttpRequest, sag_id: UUID, noegle: str) -> HttpResponse:
    """A yes or a no about the plan as a whole, by name and day."""
    sag = hent_sag(request, sag_id)
    vaerdi = {"ja": True, "nej": False}.get(request.POST.get("vaerdi", ""))
    if noegle not in planside.ATTESTER or vaerdi is None:
        raise Http404
    svar_paa_spoergsmaal(anledning(request), sag.id, noegle=noegle, vaerdi=vaerdi)
    messages.success(request, _("Dit svar er gemt med dit navn og datoen."))
    return redirect(f"{reverse('web:sag_forberedende', args=[sag.id])}#{noegle}")


@kraever("afkryds_planbilag", "GET", "POST")
def planbilag(request: HttpRequest, sag_id: UUID, dokument_id: UUID) -> HttpResponse:
    """Tick off what a document holds of the plan."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "afkryds_planbilag", sag)
    dokument = get_object_or_404(sag.dokument_raekker, id=dokument_id, trukket_tilbage_tid=None)
    sidste = dokument.planbilag.order_by("-nr").first()
    valg = [(noegle, _(titel)) for noegle, titel in kan_afkrydses(sag).items()]
    if request.method == "POST":
        form = PlanbilagForm(request.POST, valg=valg)
        if form.is_valid():
            felter = form.cleaned_data
            try:
                gemt = proev(
                    request,
                    form,
                    afkryds_planbilag,
                    sag.id,
                    dokument_id=dokument.id,
                    dele=felter["dele"],
                    nr=felter["nr"],
                )
            except AendretAfAnden as fejl:
                return _andres_hak(request, sag, dokument, form, fejl, dict(valg))
            if gemt:
                messages.success(request, _("Det er gemt, hvad dokumentet rummer."))
                return redirect("web:sag_forberedende", sag.id)
    else:
        start = {"nr": sidste.nr if sidste else 0, "dele": sidste.dele if sidste else []}
        form = PlanbilagForm(initial=start, valg=valg)
    return _bilagsside(request, sag, dokument, form, 422 if form.errors else 200)


def _andres_hak(
    request: HttpRequest,
    sag: Sag,
    dokument: Any,
    form: PlanbilagForm,
    fejl: AendretAfAnden,
    navne: dict[str, str],
) -> HttpResponse:
    form.data = form.data.copy()  # type: ignore[assignment]
    form.data["nr"] = str(fejl.version)  # type: ignore[index]
    deres = fejl.deres["dele"]
    assert isinstance(deres, list)
    konflikt = {"hvem": fejl.hvem, "kl": _kl(fejl.hvornaar), "dele": [navne[n] for n in deres if n in navne]}
    return _bilagsside(request, sag, dokument, form, 409, konflikt=konflikt)


def _bilagsside(
    request: HttpRequest, sag: Sag, dokument: Any, form: PlanbilagForm, status: int, **mere: Any
) -> HttpResponse:
    side = _("Hvad rummer dokumentet?")
    kontekst = ramme(request, sag, side=side) | {"side": side, "d": dokument, "form": form} | mere
    return render(request, "web/forberedende/bilag.html", kontekst, status=status)
