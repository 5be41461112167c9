"""What every page of a case shares: the case itself, the person bar, the way there, the status path, the tabs."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from rehabteam.lov.love import gaeldende
from rehabteam.lov.vurdering import bek
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import GENFORELAEGGELSE, Sag
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.byggesten import datoer

from . import regellinje
from .person import personlinje

T = Sag.Tilstand
UDE_AF_HUSET = frozenset({T.SENDT, T.HOS_KOORDINATOR})
UDEN_INDSATS = bek(17, 1)


def hent_sag(request: HttpRequest, sag_id: UUID) -> Sag:
    """The case with its papers, and its citizen in the access log. Http404 for what the person may not see."""
    sag = get_object_or_404(sagsbillede.sag_med_papirer(request.aktoer), id=sag_id)  # type: ignore[attr-defined]
    request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
    return sag


def er_genforelaeggelse(sag: Sag) -> bool:
    return sag.undertype == GENFORELAEGGELSE


def titel(sag: Sag) -> str:
    return (
        _("Genforelæggelse for rehabiliteringsteamet")
        if er_genforelaeggelse(sag)
        else _("Sag for rehabiliteringsteamet")
    )


def ramme(request: HttpRequest, sag: Sag, fane: str = "", side: str = "") -> dict[str, Any]:
    """The context of the case's pages. `fane`: the tab's url name; `side`: the name of a page below the case."""
    aktoer: Aktoer = request.aktoer  # type: ignore[attr-defined]
    dag: date = request.dag  # type: ignore[attr-defined]
    forloeb = sag.forloeb if aktoer.vaeg == Vaeg.KOMMUNE else None
    kontekst = {
        "sag": sag,
        "titel": titel(sag),
        "genforelaeggelse": er_genforelaeggelse(sag),
        "i_kommunen": aktoer.vaeg == Vaeg.KOMMUNE,
        "person": personlinje(sag.borger, dag, forloeb, aktoer) | {"navn": sag.borgerens_navn},
        "led": _led(aktoer, sag, side),
        "udspringer_af": sag.udspringer_af,
        "udgaver": regellinje.sagens(aktoer, sag, dag) if er_genforelaeggelse(sag) else [],
    }
    if fane:
        kontekst["trin"] = statussti(aktoer, sag, dag)
        kontekst["faner"] = _faner(aktoer, sag, fane)
        kontekst["uden_indsats"] = (
            UDEN_INDSATS if sagsbillede.hvorfor_genoptaget(sag) == "SKAL_GENBEHANDLES" else None
        )
    return kontekst


def _led(aktoer: Aktoer, sag: Sag, side: str) -> list[dict[str, str]]:
    """Where the person came from; the names of pages she may not see are left out."""
    led = []
    for ret, adresse, tekst in (
        ("mit_arbejde.se", "web:mit_arbejde", _("Mit arbejde")),
        ("indbakke.se", "web:indbakke", _("Indbakke")),
        ("mine_sager.se", "web:mine_sager", _("Mine sager")),
    ):
        if har_ret(aktoer, ret):
            led.append({"tekst": tekst, "url": reverse(adresse)})
            break
    if aktoer.vaeg == Vaeg.KOMMUNE and sag.forloeb_id:
        led.append({"tekst": sag.borgerens_navn, "url": reverse("web:forloeb", args=[sag.forloeb_id])})
    nummer = _("Sag %(nummer)s") % {"nummer": sag.nummer}
    led.append({"tekst": nummer, "url": reverse("web:sag", args=[sag.id]) if side else ""})
    if side:
        led.append({"tekst": side, "url": ""})
    return led


def _faner(aktoer: Aktoer, sag: Sag, aktuel: str) -> list[dict[str, Any]]:
    faner = (
        ("sag", _("Overblik"), None),
        ("sag_forberedende", _("Forberedende del"), None),
        ("sag_dokumenter", _("Dokumenter"), len(sagsbillede.gyldige(sag))),
        *((("sag_samtykker", _("Samtykke og attester"), None),) if aktoer.vaeg == Vaeg.KOMMUNE else ()),
        ("sag_team", _("Rehabiliteringsteam"), None),
        ("sag_koordinator", _("Sundhedskoordinator"), None),
        *((("sag_aktindsigt", _("Aktindsigt"), None),) if har_ret(aktoer, "aktindsigt.se", sag) else ()),
        ("sag_historik", _("Historik"), None),
    )
    return [
        {
            "tekst": tekst,
            "url": reverse(f"web:{navn}", args=[sag.id]),
            "aktuel": navn == aktuel,
            "antal": antal,
        }
        for navn, tekst, antal in faner
    ]


def statussti(aktoer: Aktoer, sag: Sag, dag: date) -> list[dict[str, str]]:
    """The steps of the case with their days, and where it is now."""
    if not er_genforelaeggelse(sag):
        return [
            {"tekst": _("Oprettet"), "under": datoer.tabel(sag.oprettet), "tilstand": "sket"},
            {
                "tekst": _("Afsluttet"),
                "under": datoer.tabel(sag.afsluttet) if sag.afsluttet else "",
                "tilstand": "sket" if sag.afsluttet else "senere",
            },
        ]
    indstilling = sagsbillede.afgivet_indstilling(sag)
    plan = getattr(sag, "indsatsplan", None) if aktoer.vaeg == Vaeg.KOMMUNE else None
    begyndt = None
    if plan and plan.faerdig_tid and indstilling and indstilling.afgivet_dag:
        begyndt = sagsbillede.foerste_indsats(sag, indstilling.afgivet_dag)
    trin = [
        (_("Genoptaget"), datoer.tabel(sag.oprettet)),
        (_("Forberedes"), ""),
        (_("Sendt til regionen"), _sendt(sag)),
        (_("Møde"), datoer.tabel(sag.moede.dato) if sag.moede else ""),
        (
            _("Indstilling"),
            datoer.tabel(indstilling.afgivet_dag) if indstilling and indstilling.afgivet_dag else "",
        ),
        (_("Indsatsplan"), datoer.tabel(plan.dokument.dato) if plan and plan.dokument else ""),
        (_("Indsats begyndt"), datoer.tabel(begyndt) if begyndt else _venter(sag)),
    ]
    nu = len(trin) if begyndt else _nu(sag, dag)
    return [
        {"tekst": tekst, "under": under, "tilstand": "sket" if nr < nu else "nu" if nr == nu else "senere"}
        for nr, (tekst, under) in enumerate(trin)
    ]


def _nu(sag: Sag, dag: date) -> int:
    """Which step the case stands on (Forberedes = 1 … Indsats begyndt = 6)."""
    if sag.tilstand in UDE_AF_HUSET:
        return 3 if sag.moede and sag.moede.dato <= dag else 2
    return {T.FORBEREDES: 1, T.INDSTILLET: 5, T.PLAN_LAGT: 6}.get(T(sag.tilstand), 7)


def _venter(sag: Sag) -> str:
    """A plan is not a start: say so, where the case waits for one."""
    return _("venter på start") if sag.tilstand == T.PLAN_LAGT else ""


def _sendt(sag: Sag) -> str:
    if sag.sendt_dag:
        return datoer.tabel(sag.sendt_dag)
    if sag.moede is None:
        return ""
    seneste = gaeldende("frist", sag.moede.dato).funktion(sag.moede.dato).frist
    return _("senest %(dato)s") % {"dato": datoer.tabel(seneste)} if seneste else ""
