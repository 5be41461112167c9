"""The two public calculators. Dates come in the address, the law answers, nothing is kept and no database is asked."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .. import beregning, beregning_adresse, beregning_moede
from ..beregning_adresse import FJERN, TILFOEJ, adresse
from ..beregning_ark import moedeark, seksmaanedersark
from ..byggesten import optaelling
from ..byggesten.felter import alle_fejl
from ..filsvar import filsvar
from ..formularer.beregn import HOEJST, RAEKKE, Beregnform, Moedefristform, Seksmaanedersform
from ..ret import aaben

View = Callable[[HttpRequest], HttpResponse]
RAEKKENAVNE = {"p": gettext_lazy("Periode"), "i": gettext_lazy("Indsats"), "u": gettext_lazy("Oplysning")}
TILFOEJ_KNAPPER = {
    "p": gettext_lazy("Tilføj en periode"),
    "i": gettext_lazy("Tilføj en indsats"),
    "u": gettext_lazy("Tilføj en oplysning"),
}


def beregner(view: View) -> View:
    """Open to all, only to be read, without a cookie; a CPR number in the address is taken away at once.

    Never stored by the browser or on the way: the dates are nobody's name, but they are somebody's.
    """

    @aaben
    @require_safe
    @cache_control(no_store=True, private=True)
    @wraps(view)
    def pyntet(request: HttpRequest) -> HttpResponse:
        request.uden_cookie = True  # type: ignore[attr-defined]
        renset = beregning_adresse.uden_cpr(request.GET)
        if renset is not None:
            return redirect(adresse(request.path, renset))
        return view(request)

    return pyntet


# --- The six months ----------------------------------------------------------------------------------


@beregner
def seks_maaneder(request: HttpRequest) -> HttpResponse:
    """GET: the form; with dates, the form and the answer. A valid question moves to its own short address."""
    if TILFOEJ in request.GET or FJERN in request.GET:
        return _rykket(request)
    if not request.GET:
        return _seks_maaneder(request, _tom(request), eksempel=beregning.eksempel())
    form = _form(request)
    if not form.is_valid():
        return _seks_maaneder(request, form, status=422)
    return _kort_adresse(request, form) or _seks_maaneder(request, form, svar=beregning.af_form(form))


@beregner
def seks_maaneder_pdf(request: HttpRequest) -> HttpResponse:
    """The same answer as a sheet of paper."""
    form = _form(request)
    if not form.is_valid():
        return _seks_maaneder(request, form, status=422)
    svar = beregning.af_form(form)
    link = request.build_absolute_uri(adresse(reverse("web:beregn_seks_maaneder"), form.par()))
    ark = seksmaanedersark(svar, link)
    return filsvar(ark, "application/pdf", f"seksmaanedersfristen {svar.pr.isoformat()}.pdf", hent=True)


def _form(request: HttpRequest) -> Seksmaanedersform:
    return Seksmaanedersform(
        request.GET,
        dag=request.dag,  # type: ignore[attr-defined]
        numre=_mindst_en(beregning_adresse.numre(request.GET)),
        cpr=tuple(request.GET.getlist(beregning_adresse.CPR)),
    )


def _tom(request: HttpRequest) -> Seksmaanedersform:
    dag = request.dag  # type: ignore[attr-defined]
    return Seksmaanedersform(initial={"pr": dag}, dag=dag, numre=_mindst_en({}))


def _rykket(request: HttpRequest) -> HttpResponse:
    """A row more or less; what was typed stays, and is not judged before it is sent."""
    skrevet, numre, fokus = beregning_adresse.flyt(request.GET)
    form = Seksmaanedersform(
        initial={navn: bool(v) if navn.endswith("-loeber") else v for navn, v in skrevet.items()},
        dag=request.dag,  # type: ignore[attr-defined]
        numre=_mindst_en(numre),
    )
    if fokus in form.fields:
        form.fields[fokus].widget.attrs["autofocus"] = True
    return _seks_maaneder(request, form, venter=True, fokus=fokus)


def _mindst_en(numre: dict[str, list[int]]) -> dict[str, list[int]]:
    """Behind each question stands one row ready to be filled in after a yes."""
    return {"p": numre.get("p", []), "i": numre.get("i") or [1], "u": numre.get("u") or [1]}


def _seks_maaneder(
    request: HttpRequest, form: Seksmaanedersform, *, status: int = 200, **mere: Any
) -> HttpResponse:
    vist = mere.get("svar") or mere.get("eksempel")
    indhold = {
        "regler": [vist.vurdering.udgave] if vist else [],
        "eksempel_url": adresse(reverse("web:beregn_seks_maaneder"), beregning.EKSEMPEL_PAR),
        "regel_url": reverse("web:lovspor_paragraf", args=["17"]),
        "stk3": optaelling.HOLDT_UDE,
        "tilfoej": TILFOEJ_KNAPPER,
        "hoejst": HOEJST,
    }
    return _side(request, form, "seks_maaneder", status, indhold | mere)


# --- The deadline before the meeting ----------------------------------------------------------------


@beregner
def moedefrist(request: HttpRequest) -> HttpResponse:
    """GET: the form; with a meeting, the last day to create the case."""
    if not request.GET:
        return _moedefrist(request, Moedefristform(), eksempel=beregning_moede.eksempel())
    form = _moedeform(request)
    if not form.is_valid():
        return _moedefrist(request, form, status=422)
    svar = beregning_moede.af_form(form, request.dag)  # type: ignore[attr-defined]
    return _kort_adresse(request, form) or _moedefrist(request, form, svar=svar)


@beregner
def moedefrist_pdf(request: HttpRequest) -> HttpResponse:
    """The same answer as a sheet of paper."""
    form = _moedeform(request)
    if not form.is_valid():
        return _moedefrist(request, form, status=422)
    svar = beregning_moede.af_form(form, request.dag)  # type: ignore[attr-defined]
    link = request.build_absolute_uri(adresse(reverse("web:beregn_moedefrist"), form.par()))
    return filsvar(
        moedeark(svar, link),
        "application/pdf",
        f"fristen foer moedet {svar.moede.isoformat()}.pdf",
        hent=True,
    )


def _moedeform(request: HttpRequest) -> Moedefristform:
    form = Moedefristform(request.GET)
    form.cpr = tuple(request.GET.getlist(beregning_adresse.CPR))
    return form


def _moedefrist(
    request: HttpRequest, form: Moedefristform, *, status: int = 200, **mere: Any
) -> HttpResponse:
    vist = mere.get("svar") or mere.get("eksempel")
    indhold = {
        "regler": [vist.vurdering.udgave] if vist else [],
        "eksempel_url": adresse(reverse("web:beregn_moedefrist"), beregning_moede.EKSEMPEL_PAR),
        "regel_url": reverse("web:lovspor_paragraf", args=["proceduren"]),
    }
    return _side(request, form, "moedefrist", status, indhold | mere)


# --- What they share ------------------------------------------------------------------------------------


def _kort_adresse(request: HttpRequest, form: Beregnform) -> HttpResponse | None:
    """Move to the address that holds what counts and nothing else; None when it is there already."""
    par = form.par()
    if beregning_adresse.par(request.GET) == par:
        return None
    return redirect(adresse(request.path, par) + "#svar")


def _side(
    request: HttpRequest, form: Beregnform, navn: str, status: int, indhold: dict[str, Any]
) -> HttpResponse:
    side = f"web:beregn_{navn}"
    if indhold.get("svar"):
        par = form.par()
        indhold["link"] = request.build_absolute_uri(adresse(reverse(side), par))
        indhold["pdf"] = adresse(reverse(f"{side}_pdf"), par)
    indhold |= {"form": form, "fejl": _fejl(form), "til": reverse(side)}
    return render(request, f"web/beregn/{navn}.html", indhold, status=status)


def _fejl(form: Beregnform) -> list[dict[str, str]]:
    """The errors in the order of the page, each saying which row it stands in."""
    fejl = alle_fejl([form])
    for f in fejl:
        if m := RAEKKE.match(f["maal"].removeprefix("id_")):
            plads = form.numre[m[1]].index(int(m[2])) + 1  # type: ignore[attr-defined]
            f["tekst"] = f"{RAEKKENAVNE[m[1]]} {plads}: {f['tekst']}"
    return fejl
