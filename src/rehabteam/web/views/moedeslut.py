"""Before the case is left: who does what by when, and the minutes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.handlinger.aftal_opgave import aftal_opgave
from rehabteam.handlinger.fejl import AendretAfAnden, KanIkke
from rehabteam.handlinger.godkend_referat import er_afklaret, godkend_referat
from rehabteam.handlinger.skriv_referat import skriv_referat
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Referat, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.indstilling import er_par19, udfaldets_navn
from rehabteam.sager.udtraek.moederummet import kan_faa_opgave, opgaver_fra, referatet
from rehabteam.web import rum, rumnoegle
from rehabteam.web.anledning import anledning
from rehabteam.web.formularer.moedeslut import SlutForm
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag

MOEDE = "moede"
TEKSTER = ("bemaerkninger", "ingen_indstilling", "ingen_opgave", "begyndt", "sluttet")


@kraever("skriv_referat", "GET", "POST")
def moedeslut(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """?til=<case> is where one is going next; without it, the next case of the day. Only the mødeleder is asked."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_referat", sag)  # type: ignore[attr-defined]
    if sag.moede is None:
        messages.info(request, _("Sagen er ikke på et møde endnu. Vælg mødet først."))
        return redirect("web:sag", sag.id)
    referat = referatet(sag)
    if request.method == "GET":
        return _side(request, sag, referat, _form(sag, referat))
    form = SlutForm(request.POST, folk=_folk(sag))
    if not form.is_valid():
        return _side(request, sag, referat, form, 422)
    svar = _gem(request, sag, referat, form)
    if svar.status_code < 400:
        request.session[rumnoegle.GEMT] = request.POST.get("noegle", "")
    return svar


def _gem(request: HttpRequest, sag: Sag, referat: Referat | None, form: SlutForm) -> HttpResponse:
    """The task first, then the minutes, then what the button says: all of it, or nothing."""
    felter, gem = form.cleaned_data, request.POST.get("gem", "")
    try:
        if form.opgave() or gem == "opgave":
            hvem = UUID(felter["hvem"]) if felter["hvem"] else None
            aftal_opgave(anledning(request), sag.id, hvad=felter["hvad"], hvem_id=hvem, inden=felter["inden"])
        if _laast(referat):
            skrevet = referat
        elif _noget_nyt(referat, felter):
            skrevet = skriv_referat(
                anledning(request), sag.id, version=felter["version"], **{n: felter[n] for n in TEKSTER}
            )
        else:
            skrevet = referat
        if gem == "godkend":
            godkend_referat(anledning(request), sag.id, version=skrevet.version if skrevet else 0)
            messages.success(request, _("Referatet er godkendt og låst. Det ligger på sagen som PDF."))
    except KanIkke as fejl:
        form.tag_imod(_ved_felterne(fejl, form))
        return _side(request, sag, referat, form, 422)
    except AendretAfAnden as fejl:
        form.data = form.data.copy()
        form.data["version"] = str(fejl.version)
        return _side(request, sag, referat, form, 409, konflikt=fejl)
    if gem == "naeste":
        return _videre(request, sag, referat, skrevet, form)
    if gem != "godkend":
        messages.success(request, _("Opgaven er aftalt.") if gem == "opgave" else _("Det er gemt."))
    return redirect(request.get_full_path())


def _videre(
    request: HttpRequest, sag: Sag, foer: Referat | None, referat: Referat | None, form: SlutForm
) -> HttpResponse:
    """On to the next case, when it is settled who does what. The answer 422 keeps nothing but what is typed."""
    if not er_afklaret(sag, referat):
        form.add_error(
            "hvad", _("Aftal, hvem der gør hvad, før I går videre. Er der ingen opgave, så skriv hvorfor.")
        )
        return _side(request, sag, foer, form, 422)
    return redirect(_maalet(request, sag)["url"])


def _laast(referat: Referat | None) -> bool:
    return referat is not None and referat.godkendt_tid is not None


def _noget_nyt(referat: Referat | None, felter: dict[str, Any]) -> bool:
    """Does the page say something else than what is saved? Passing by is no act."""
    foer = {n: getattr(referat, n) if referat else None for n in TEKSTER}
    return any((felter[n] or None) != (foer[n] or None) for n in TEKSTER)


def _ved_felterne(fejl: KanIkke, form: SlutForm) -> KanIkke:
    """What is noted in the room has no field here: it is said at the top."""
    return KanIkke({felt if felt in form.fields else "": tekst for felt, tekst in fejl.felter.items()})


def _folk(sag: Sag) -> list[tuple[str, str]]:
    return [(str(m.id), m.navn) for m in kan_faa_opgave(sag)]


def _form(sag: Sag, referat: Referat | None) -> SlutForm:
    start: dict[str, Any] = {"version": referat.version if referat else 0}
    start |= {n: getattr(referat, n) for n in TEKSTER} if referat else {}
    return SlutForm(initial=start, folk=_folk(sag))


def _maalet(request: HttpRequest, sag: Sag) -> dict[str, Any]:
    """Where the button leads: a case of the same day, or the day itself after the last."""
    punkter = rum.dagsorden(request.aktoer, sag)  # type: ignore[attr-defined]
    til = request.GET.get("til", "")
    valgt = next((p for p in punkter if str(p.sag_id) == til and not p.nu), None)
    if valgt is None and til != MOEDE:
        valgt = rum.naeste(punkter)
    if valgt is None:
        return {"url": reverse("web:moede", args=[sag.moede_id]), "tekst": _("Til mødedagen")}
    tekst = _("Næste sag") if valgt == rum.naeste(punkter) else _("Gå til %(sag)s") % {"sag": valgt.navn}
    return {"url": valgt.url, "tekst": tekst}


def _side(
    request: HttpRequest, sag: Sag, referat: Referat | None, form: SlutForm, status: int = 200, **ekstra: Any
) -> HttpResponse:
    punkter = rum.dagsorden(request.aktoer, sag)  # type: ignore[attr-defined]
    indstilling = sag.indstilling_raekker.exclude(afgivet_tid=None).first()
    assert sag.moede_id is not None
    kontekst = {
        "sag": sag,
        "form": form,
        "par19": er_par19(sag),
        "sagens_art": art(sag).navn,
        "fornavn": sag.borger.fornavn,
        "referat": referat,
        "laast": _laast(referat),
        "opgaver": list(opgaver_fra(sag, sag.moede_id)),
        "afklaret": er_afklaret(sag, referat),
        "indstilling": indstilling,
        "udfaldets_navn": udfaldets_navn(indstilling.udfald) if indstilling else "",
        "noteret": [
            (
                rum.fornavn(d.vist_navn) or d.get_slags_display(),
                d.get_slags_display(),
                d.til_stede,
                d.bemaerkning,
            )
            for d in sag.deltager_raekker.exclude(til_stede=None)
        ],
        "dagsorden": punkter,
        "naeste": rum.naeste(punkter),
        "maal": _maalet(request, sag),
        "maa_slutte": True,
        "paa_slutsiden": True,
        "svarkode": status,
        "sidst_gemt": request.session.get(rumnoegle.GEMT, ""),
        **ekstra,
    }
    return render(request, "web/moede/slut.html", kontekst, status=status)
