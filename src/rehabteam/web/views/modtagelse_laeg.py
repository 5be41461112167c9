"""The page where a person says what each file is, and lays them on the case."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from rehabteam.handlinger.laeg_modtaget import laeg_modtaget
from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Dokument, ModtagetFil
from rehabteam.sager.udtraek import modtagelser
from rehabteam.web.byggesten.felter import alle_fejl
from rehabteam.web.formular import proev
from rehabteam.web.formularer.modtagelse import LaegForm
from rehabteam.web.modtagelsesside import forslag_paa_vej, linje
from rehabteam.web.ret import kraever
from rehabteam.web.sagsramme import hent_sag, ramme

from .modtagelse import lagt_tekst

AD_GANGEN = 100
SAGT = ("slags", "titel", "afsender", "dato")  # what a person says of each
T = ModtagetFil.Tilstand


@kraever("laeg_modtaget", "GET", "POST")
def laeg(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """One row per file that is ready. What is suggested is marked, and hers to change."""
    sag = hent_sag(request, sag_id)
    hvem = request.aktoer  # type: ignore[attr-defined]
    kraev_ret(hvem, "laeg_modtaget", sag)
    alle = modtagelser.i_orden(modtagelser.paa_vej(hvem, sag.id))
    klar = [fil for fil in alle if fil.tilstand == T.KLAR]
    ligger = modtagelser.dubletter(sag, klar)
    data = request.POST if request.method == "POST" else None
    raekker = _raekker(klar[:AD_GANGEN], ligger, data)
    if data is not None:
        valgt = [r for r in raekker if r["form"].is_valid() and r["form"].cleaned_data.get("med")]
        fejl = any(r["form"].errors for r in raekker)
        if not fejl and _laeg(request, sag.id, valgt):
            messages.success(request, lagt_tekst(len(valgt)))
            tilbage = len(alle) > len(valgt)
            return redirect("web:modtagelse" if tilbage else "web:sag_dokumenter", sag.id)
        ingen = not fejl and not valgt
    side = _("Læg filer på sagen")
    kontekst = ramme(request, sag, side=side) | {
        "side": side,
        "raekker": raekker,
        "fejl": [
            {"tekst": f"{r['fil'].filnavn}: {f['tekst']}", "maal": f["maal"]}
            for r in raekker
            for f in alle_fejl([r["form"]])
        ],
        "ingen_valgt": data is not None and ingen,
        "paa_vej": forslag_paa_vej(klar[:AD_GANGEN], timezone.now()),
        "flere": len(klar) - len(raekker),
        "andre": [linje(fil, hvem) for fil in alle if fil.tilstand != T.KLAR],
    }
    return render(request, "web/sag/modtagelse_laeg.html", kontekst, status=422 if data is not None else 200)


def _raekker(klar: list[ModtagetFil], ligger: dict[UUID, Dokument], data: Any) -> list[dict[str, Any]]:
    foerste: dict[str, ModtagetFil] = {}
    raekker = []
    for fil in klar:
        ens = foerste.setdefault(fil.sha256, fil)
        ligger_som = ligger[fil.id].vist_titel if fil.id in ligger else ""
        forslag = {
            "slags": fil.foreslaaet_slags,
            "titel": fil.foreslaaet_titel,
            "afsender": fil.foreslaaet_afsender,
            "dato": fil.foreslaaet_dato,
            # What is here already is left out, unless she says otherwise.
            "med": not ligger_som and ens is fil,
        }
        form = LaegForm(data, prefix=str(fil.id), initial=forslag, filnavn=fil.filnavn)
        raekker.append(
            {
                "fil": fil,
                "form": form,
                "ligger_som": ligger_som,
                "ens_med": ens.filnavn if ens is not fil and not ligger_som else "",
                "foreslaaet": [felt for felt in SAGT if forslag[felt] and _staar(form, felt, forslag[felt])],
            }
        )
    return raekker


def _staar(form: LaegForm, felt: str, forslag: Any) -> bool:
    """Is the suggestion what stands in the field? It may have come after the person wrote there herself."""
    vist = f"{forslag:%d.%m.%Y}" if isinstance(forslag, date) else forslag
    return not form.is_bound or form[felt].value() == vist


def _laeg(request: HttpRequest, sag_id: UUID, valgt: list[dict[str, Any]]) -> bool:
    """All of them, or none: what one row lacks is said at its fields, and nothing is laid."""
    lagt = [
        proev(
            request,
            r["form"],
            laeg_modtaget,
            sag_id,
            r["fil"].id,
            **{felt: r["form"].cleaned_data[felt] for felt in SAGT},
        )
        for r in valgt
    ]
    return bool(lagt) and all(lagt)
