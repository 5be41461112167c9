"""What every page of a case shares: the case itself, the person bar, the way there, the status path, the tabs."""

from dataclasses import dataclass
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
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.afgoerelse import indsatsdel_kraeves
from rehabteam.sager.sagsfakta.samlet import Vej, frist_kendt, omfang, plan_kraeves, vej
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.byggesten import datoer

from . import regellinje
from .person import personlinje

T = Sag.Tilstand
UDE_AF_HUSET = frozenset({T.SENDT, T.HOS_KOORDINATOR})
UDEN_INDSATS = bek(17, 1)
OVERTAGET = ("ressourceforloeb", "")  # as handlinger/indlaes_sag writes it


def hent_sag(request: HttpRequest, sag_id: UUID) -> Sag:
    """The case with its papers, and its citizen in the access log. Http404 for what the person may not see."""
    sag = get_object_or_404(sagsbillede.sag_med_papirer(request.aktoer), id=sag_id)  # type: ignore[attr-defined]
    request.spor.viser(sag.borger_id, objekt=sag.id)  # type: ignore[attr-defined]
    return sag


def er_genforelaeggelse(sag: Sag) -> bool:
    return sag.undertype == GENFORELAEGGELSE


def er_overtaget(sag: Sag) -> bool:
    """A closed case from another system: its papers are all there is of it."""
    return (
        sag.tilstand == T.AFSLUTTET and sag.sendt_dag is None and (sag.sagstype, sag.undertype) == OVERTAGET
    )


def titel(sag: Sag) -> str:
    if er_genforelaeggelse(sag):
        return _("Genforelæggelse for rehabiliteringsteamet")
    return _("Sag for rehabiliteringsteamet") if er_overtaget(sag) else _(art(sag).navn)


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
        "udgaver": [] if er_overtaget(sag) else regellinje.sagens(aktoer, sag, dag),
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
    retning = vej(sag)
    i_regionen = retning in (Vej.TEAM, Vej.SAMTALE) or sag.sendt_dag is not None
    gammel_plan = er_genforelaeggelse(sag) or bool(sagsbillede.af_slags(sag, "forberedende_del"))
    faner = (
        ("sag", _("Overblik"), None),
        *(
            (("sag_forberedende", _("Forberedende del"), None),)
            if gammel_plan or plan_kraeves(sag, omfang(sag))
            else ()
        ),
        ("sag_dokumenter", _("Dokumenter"), len(sagsbillede.gyldige(sag))),
        *((("sag_samtykker", _("Samtykke og attester"), None),) if aktoer.vaeg == Vaeg.KOMMUNE else ()),
        *((("sag_team", _("Rehabiliteringsteam"), None),) if i_regionen and retning != Vej.SAMTALE else ()),
        *((("sag_koordinator", _("Sundhedskoordinator"), None),) if i_regionen else ()),
        *((("sag_aktindsigt", _("Aktindsigt"), None),) if har_ret(aktoer, "aktindsigt.se", sag) else ()),
        *((("sag_noter", _("Noter"), None),) if har_ret(aktoer, "noter.se", sag) else ()),
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


@dataclass(frozen=True, slots=True)
class Trin:
    """A step of the case. `tilstande`: where the case is while it stands here; `under`: its day, or what it waits for."""

    tekst: str
    under: str = ""
    tilstande: frozenset[Sag.Tilstand] = frozenset()


def statussti(aktoer: Aktoer, sag: Sag, dag: date) -> list[dict[str, str]]:
    """The steps of this kind of case with their days, and where it is now."""
    begyndt = None
    if er_overtaget(sag):
        trin = [Trin(_("Oprettet"), datoer.tabel(sag.oprettet)), Trin(_("Afsluttet"), _dag(sag.afsluttet))]
    else:
        begyndt = _begyndt(aktoer, sag)
        trin = [*_foer_teamet(sag), *_i_regionen(sag, dag), *_bagefter(aktoer, sag, begyndt)]
    nu = len(trin)
    if sag.tilstand != T.AFSLUTTET and not begyndt:
        nu = next((nr for nr, t in enumerate(trin) if sag.tilstand in t.tilstande), nu)
        if sag.tilstand in UDE_AF_HUSET and sag.moede and sag.moede.dato <= dag:
            nu += 1  # sent, and the meeting is here
    return [
        {
            "tekst": t.tekst,
            "under": t.under,
            "tilstand": "sket" if nr < nu else "nu" if nr == nu else "senere",
        }
        for nr, t in enumerate(trin)
    ]


def _foer_teamet(sag: Sag) -> list[Trin]:
    begyndelse = _("Genoptaget") if er_genforelaeggelse(sag) else _("Oprettet")
    return [
        Trin(begyndelse, datoer.tabel(sag.oprettet)),
        Trin(_("Forberedes"), "", frozenset({T.FORBEREDES})),
    ]


def _i_regionen(sag: Sag, dag: date) -> list[Trin]:
    """From sending to the team's answer; none of it where the case never leaves the kommune."""
    retning = vej(sag)
    if retning in (Vej.UDEN_TEAM, Vej.UAFKLARET) and sag.sendt_dag is None:
        return []
    sendt = Trin(_("Sendt til regionen"), _sendt(sag), UDE_AF_HUSET)
    if retning == Vej.SAMTALE:
        return [sendt, Trin(_("Samtale holdt"))]
    indstilling = sagsbillede.afgivet_indstilling(sag)
    return [
        sendt,
        Trin(_("Møde"), _dag(sag.moede.dato if sag.moede else None)),
        Trin(_("Indstilling"), _dag(indstilling.afgivet_dag if indstilling else None)),
    ]


def _bagefter(aktoer: Aktoer, sag: Sag, begyndt: date | None) -> list[Trin]:
    """The kommune's own acts: the decision, and a plan and a start where the case has an indsatsdel (BEK § 2)."""
    if vej(sag) == Vej.SAMTALE:
        return [Trin(_("Afsluttet"), _dag(sag.afsluttet))]
    i_kommunen = aktoer.vaeg == Vaeg.KOMMUNE
    afgoerelse = getattr(sag, "afgoerelse", None) if i_kommunen else None
    venter_paa = frozenset({T.INDSTILLET})
    trin = [Trin(_("Afgørelse"), _dag(afgoerelse.dag if afgoerelse else None), venter_paa)]
    if not indsatsdel_kraeves(sag, afgoerelse):
        return [*trin, Trin(_("Afsluttet"), _dag(sag.afsluttet), frozenset({T.AFGJORT, T.PLAN_LAGT}))]
    plan = getattr(sag, "indsatsplan", None) if i_kommunen else None
    lagt = plan.dokument.dato if plan and plan.dokument else None
    venter = _("venter på start") if sag.tilstand == T.PLAN_LAGT else ""  # a plan is not a start
    return [
        *trin,
        Trin(_("Indsatsplan"), _dag(lagt), frozenset({T.AFGJORT})),
        Trin(_("Indsats begyndt"), _dag(begyndt) or venter, frozenset({T.PLAN_LAGT})),
    ]


def _begyndt(aktoer: Aktoer, sag: Sag) -> date | None:
    """The first day an effort began after the team's answer, once there is a plan. The kommune's own knowledge."""
    plan = getattr(sag, "indsatsplan", None) if aktoer.vaeg == Vaeg.KOMMUNE else None
    indstilling = sagsbillede.afgivet_indstilling(sag)
    if not (plan and plan.faerdig_tid and indstilling and indstilling.afgivet_dag):
        return None
    return sagsbillede.foerste_indsats(sag, indstilling.afgivet_dag)


def _dag(dato: date | None) -> str:
    return datoer.tabel(dato) if dato else ""


def _sendt(sag: Sag) -> str:
    """The day it was sent; before that the last day, where the procedure knows one."""
    if sag.sendt_dag:
        return datoer.tabel(sag.sendt_dag)
    if sag.moede is None or not frist_kendt(sag):
        return ""
    seneste = gaeldende("frist", sag.moede.dato).funktion(sag.moede.dato).frist
    return _("senest %(dato)s") % {"dato": datoer.tabel(seneste)} if seneste else ""
