"""Ledelsestal: is it getting better, and where do we wait? No person is shown, and no count that points at one."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from rehabteam.dokumenter import regneark
from rehabteam.sager.udtraek.tal import kvartal as kvartaler
from rehabteam.sager.udtraek.tal.alle import opgoerelse

from ..filsvar import filsvar
from ..ret import kraever
from ..talord import kvartal_navn
from ..talside import ARK, Udsnit, aarsager, ark, hver_for_sig, kort, kort_sagt, skridt

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SKRIDT = ("afgoerelse", "indsatsdel", "foerste_indsats")
FOERST = 4  # figures before the steps


def _kommune(raa: str) -> UUID | None:
    try:
        return UUID(raa)
    except ValueError:
        return None


@kraever("ledelsestal.se")
def ledelsestal(request: HttpRequest) -> HttpResponse:
    """A choice that is not on the list is as if nothing was chosen."""
    hvem, dag, mindst = request.aktoer, request.dag, settings.TAL_MINDST  # type: ignore[attr-defined]
    valg = {k.noegle: k for k in kvartaler.valgbare(dag)}
    valgt = valg.get(request.GET.get("kvartal", ""), next(iter(valg.values())))
    vist = kvartaler.tilbage(valgt, kvartaler.VIST)
    op = opgoerelse(hvem, vist, mindst)
    kommune, enhed = _kommune(request.GET.get("kommune", "")), request.GET.get("enhed")
    u = Udsnit(
        valgt,
        kommune if kommune in op.kommuner and len(op.kommuner) > 1 else None,
        {str(nr): navn for nr, navn in enumerate(op.enheder)}.get(enhed or "")
        if len(op.enheder) > 1
        else None,
    )
    kort_ = [kort(op, f, u, vist, mindst) for f in op.figurer if f.noegle not in SKRIDT]
    trin = skridt(op, [f for f in op.figurer if f.noegle in SKRIDT], u, vist[-1], mindst)
    for_sent = next(f for f in op.figurer if f.noegle == "for_sent")
    indhold = {
        "kvartaler": [(k.noegle, kvartal_navn(k), k == valgt) for k in valg.values()],
        "kommuner": [(str(i), n, i == u.kommune) for i, n in op.kommuner.items()]
        if len(op.kommuner) > 1
        else [],
        "enheder": [(nr, n or _("Uden enhed"), n == u.enhed) for nr, n in enumerate(op.enheder)]
        if len(op.enheder) > 1
        else [],
        "valgt": kvartal_navn(valgt),
        "i_regionen": len(op.enheder) == 1 and op.enheder == ("",) and hvem.region_id == hvem.organisation_id,
        "hele_huset": u.kommune is None and u.enhed is None,
        "dag": dag,
        "mindst": mindst,
        "kort_sagt": kort_sagt(op, u, vist[-1]),
        "tomt": all(k.under for k in kort_) and all(s["svar"] == "–" for s in trin),
        "foerst": kort_[:FOERST],
        "resten": kort_[FOERST:],
        "aarsager": aarsager(op, for_sent, u),
        "skridt": trin,
        "tavler": hver_for_sig(op, op.figurer, u, mindst) if u.kommune is None and u.enhed is None else [],
    }
    return render(request, "web/tal/ledelsestal.html", indhold)


@kraever("ledelsestal.se")
def ledelsestal_regneark(request: HttpRequest) -> HttpResponse:
    """All the quarters one may choose, and the year before the first: the same numbers as on the pages."""
    hvem, dag, mindst = request.aktoer, request.dag, settings.TAL_MINDST  # type: ignore[attr-defined]
    alle = kvartaler.tilbage(kvartaler.valgbare(dag)[0], kvartaler.VALGBARE + kvartaler.VIST - 1)
    op = opgoerelse(hvem, alle, mindst)
    data = regneark.xlsx(_("Ledelsestal"), [_(k) for k in ARK], ark(op, alle, mindst))
    return filsvar(data, EXCEL, "ledelsestal.xlsx", hent=True)
