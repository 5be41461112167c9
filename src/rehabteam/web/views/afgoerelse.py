"""The kommune's decision: what it rests on, the letter that tells it, and what comes after."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from rehabteam.handlinger.genoptag_sag import AlleredeGenoptaget
from rehabteam.handlinger.genoptag_uenig import genoptag_uenig
from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.skriv_brev import LAEGE, UENIG, skriv_brev
from rehabteam.handlinger.traef_afgoerelse import svar, traef_afgoerelse
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Afgoerelse, Sag
from rehabteam.sager.sagsfakta.afgoerelse import (
    NAVNE,
    afgjort,
    forelagt_igen,
    grundlag,
    indsatsdel_kraeves,
)
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.sager.udtraek.samtykker import synlige_samtykker
from rehabteam.sager.udtraek.synlige import synlige_sager

from ..formular import proev
from ..formularer.afgoerelse import Afgoerelsen, ForelaegIgen, Laegebesked, UenighedsBrev
from ..ret import kraever
from ..sagsramme import hent_sag, ramme

PAR7 = bek(7, 4)
BREVE = ("afgoerelse", UENIG, LAEGE)


def _ramme(request: HttpRequest, sag: Sag, side: str) -> dict[str, Any]:
    return ramme(request, sag, side=side) | {"side": side, "hjemmel": PAR7}


@kraever("afgoerelse.se")
def afgoerelse(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """What has been decided, or what the decision waits for; the letters, and the next step."""
    sag = hent_sag(request, sag_id)
    aktoer = request.aktoer  # type: ignore[attr-defined]
    truffet, g = afgjort(sag), grundlag(sag)
    kontekst = _ramme(request, sag, _("Afgørelse")) | {
        "afgoerelse": truffet,
        "hvad": NAVNE[truffet.udfald] if truffet else "",
        "grundlag": g,
        "forelagt_igen": forelagt_igen(sag),
        "maa_afgoere": g is not None and g.venter_paa is None and har_ret(aktoer, "traef_afgoerelse", sag),
        "maa_forelaegge": bool(
            g
            and g.indstilling
            and not g.venter_paa
            and not g.kan_gaa_imod
            and har_ret(aktoer, "genoptag_uenig", sag)
        ),
        "maa_brev": har_ret(aktoer, "skriv_brev", sag),
        "plan_kraeves": truffet is not None and indsatsdel_kraeves(sag, truffet),
        "maa_planen": har_ret(aktoer, "laeg_indsatsplan", sag),
        "maa_afslutte": har_ret(aktoer, "afslut_sag", sag),
        "breve": [d for d in sagsbillede.gyldige(sag) if d.slags in BREVE and d.fulgte_med_id is None],
        "indstilling": sagsbillede.afgivet_indstilling(sag),
    }
    return render(request, "web/afgoerelse/afgoerelse.html", kontekst)


@kraever("traef_afgoerelse", "GET", "POST")
def traef(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The form: with a team it follows the indstilling; only when the team has spoken twice can it go against."""
    sag = hent_sag(request, sag_id)
    if sag.tilstand == Sag.Tilstand.AFGJORT:
        messages.info(request, _("Sagen er allerede afgjort. Her er afgørelsen."))
        return redirect("web:afgoerelse", sag.id)
    kraev_ret(request.aktoer, "traef_afgoerelse", sag)  # type: ignore[attr-defined]
    g = grundlag(sag)
    if g is None or g.venter_paa:
        return redirect("web:afgoerelse", sag.id)
    antal = 0 if g.indstilling else mangler(sag).antal
    faelles: dict[str, Any] = {"grundlag": g, "forloeb": sag.forloeb_id is not None, "mangler": bool(antal)}
    if request.method == "POST":
        form = Afgoerelsen(request.POST, **faelles)
        if form.is_valid():
            felter = dict(form.cleaned_data)
            if g.indstilling and not g.kan_gaa_imod:
                felter["foelger"] = True
            if lavet := proev(request, form, traef_afgoerelse, sag.id, **felter):
                messages.success(request, _kvittering(lavet))
                return redirect("web:afgoerelse", sag.id)
    else:
        form = Afgoerelsen(initial={"klagevejledning": _sidste_klagevejledning(request)}, **faelles)
    vurdering = svar(sag, g)
    kontekst = _ramme(request, sag, _("Træf afgørelse")) | {
        "form": form,
        "grundlag": g,
        "vurdering": vurdering,
        "antal_mangler": antal,
        "indstilling": g.indstilling,
        "udgaver": [vurdering.udgave],
    }
    return render(request, "web/afgoerelse/traef.html", kontekst, status=422 if form.errors else 200)


def _sidste_klagevejledning(request: HttpRequest) -> str:
    """The kommune's own text, as it was used last by somebody whose cases this person may see."""
    egne = synlige_sager(request.aktoer).values("id")  # type: ignore[attr-defined]
    sidste = (
        Afgoerelse.objects.filter(sag__in=egne).order_by("-tid").values_list("klagevejledning", flat=True)
    )
    return sidste.first() or ""


def _kvittering(a: Afgoerelse) -> str:
    tekst = _("Sagen er afgjort, og brevet til borgeren ligger på sagen. Hent brevet og send det.")
    if a.forloeb_start:
        tekst += " " + _("Ressourceforløbet er registreret, og de seks måneder tælles.")
    return tekst


@kraever("genoptag_uenig", "GET", "POST")
def forelaeg_igen(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """The kommune will not follow the indstilling: the team is asked again, and the decision waits."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "genoptag_uenig", sag)  # type: ignore[attr-defined]
    form = ForelaegIgen(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ny = proev(request, form, genoptag_uenig, sag.id, grund=form.cleaned_data["grund"])
        except AlleredeGenoptaget as findes:
            messages.info(request, _("Teamet er allerede spurgt igen. Her er sagen."))
            return redirect("web:sag", findes.sag.id)
        if ny:
            messages.success(
                request,
                _(
                    "Sag %(nummer)s er oprettet, og papirerne fulgte med. Næste: vælg et møde, og skriv til borgeren."
                )
                % {"nummer": ny.nummer},
            )
            return redirect("web:afgoerelse", sag.id)
    kontekst = _ramme(request, sag, _("Spørg teamet igen")) | {
        "form": form,
        "indstilling": sagsbillede.afgivet_indstilling(sag),
        "grundlag": grundlag(sag),
        "aaben": forelagt_igen(sag),
    }
    return render(request, "web/afgoerelse/forelaeg_igen.html", kontekst, status=422 if form.errors else 200)


@kraever("skriv_brev", "GET", "POST")
def brev_uenig(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_brev", sag)  # type: ignore[attr-defined]
    if forelagt_igen(sag) is None:
        return redirect("web:afgoerelse", sag.id)
    form = UenighedsBrev(request.POST or None)
    if form.is_valid() and proev(request, form, skriv_brev, sag.id, slags=UENIG, **form.cleaned_data):
        messages.success(request, _("Brevet ligger på sagen. Hent brevet og send det."))
        return redirect("web:afgoerelse", sag.id)
    kontekst = _ramme(request, sag, _("Brev til borgeren")) | {"form": form}
    return render(request, "web/afgoerelse/brev_uenig.html", kontekst, status=422 if form.errors else 200)


@kraever("skriv_brev", "GET", "POST")
def brev_laege(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "skriv_brev", sag)  # type: ignore[attr-defined]
    if afgjort(sag) is None:
        return redirect("web:afgoerelse", sag.id)
    samtykker = list(
        synlige_samtykker(request.aktoer).filter(sag=sag, tilbagekaldt_tid=None).order_by("-givet", "id")  # type: ignore[attr-defined]
    )
    form = Laegebesked(request.POST or None, samtykker=samtykker)
    if request.method == "POST" and form.is_valid():
        valgt = form.cleaned_data.pop("samtykke_id")
        samtykke_id = UUID(valgt) if valgt else None
        if proev(
            request, form, skriv_brev, sag.id, slags=LAEGE, samtykke_id=samtykke_id, **form.cleaned_data
        ):
            messages.success(request, _("Beskeden ligger på sagen. Hent den og send den."))
            return redirect("web:afgoerelse", sag.id)
    kontekst = _ramme(request, sag, _("Besked til lægen")) | {"form": form, "samtykker": samtykker}
    return render(request, "web/afgoerelse/brev_laege.html", kontekst, status=422 if form.errors else 200)
