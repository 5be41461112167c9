"""The case's first page, and the judgement of whether the citizen's situation has changed."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from rehabteam.handlinger.mangler import mangler
from rehabteam.handlinger.opret_sag import VEJEN
from rehabteam.handlinger.vurder_aendringer import vurder_aendringer
from rehabteam.lov.bek2408_2021.par18 import PKT2
from rehabteam.sager.adgang.aktoer import Aktoer, Vaeg
from rehabteam.sager.adgang.rettigheder import har_ret, kraev_ret
from rehabteam.sager.models import Rolle, Sag
from rehabteam.sager.sagsarter import art
from rehabteam.sager.sagsfakta.samlet import Samlet, Vej, frist_kendt, vej
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.sager.udtraek.indkaldelser import forkerte
from rehabteam.web.bilagsliste import Bilagslinje, bilagsliste
from rehabteam.web.formular import proev
from rehabteam.web.formularer.sag import AendringForm
from rehabteam.web.fristboks import fristboks
from rehabteam.web.laest import laeste
from rehabteam.web.opfoelgningsside import panel
from rehabteam.web.ret import kraever
from rehabteam.web.sagsaftale import ramme_om_sagen
from rehabteam.web.sagsramme import er_genforelaeggelse, er_overtaget, hent_sag, ramme
from rehabteam.web.samtykkeside import nyligt_standset
from rehabteam.web.tjekliste import tjekliste

T = Sag.Tilstand


@kraever("sag.se")
def sag(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    sag = hent_sag(request, sag_id)
    kontekst = ramme(request, sag, "sag")
    kontekst["standset"] = nyligt_standset(request.aktoer, sag, request.dag)
    if er_overtaget(sag):
        kontekst["udsprunget"] = sagsbillede.udsprunget(request.aktoer, sag)
        return render(request, "web/sag/oprindelig.html", kontekst)
    kontekst |= _overblik(request.aktoer, sag, request.dag)
    return render(request, "web/sag/overblik.html", kontekst)


def _overblik(aktoer: Aktoer, sag: Sag, dag: date) -> dict[str, Any]:
    forberedes = sag.tilstand == T.FORBEREDES
    papirer = mangler(sag)
    liste = tjekliste(aktoer, sag, papirer)
    boks = (
        fristboks(sag.moede.dato, sag.sendt_dag or dag, sendt=sag.sendt_dag is not None)
        if sag.moede and frist_kendt(sag)
        else None
    )
    indstilling = sagsbillede.afgivet_indstilling(sag)
    opfoelgning = panel(aktoer, sag, dag)
    return {
        "opfoelgning": opfoelgning,
        "forberedes": forberedes,
        "liste": liste,
        "boks": boks,
        "ret_foerst": bool(liste.antal) and har_ret(aktoer, "send_til_region", sag),
        "maa_sende": har_ret(aktoer, "send_til_region", sag),
        "maa_vaelge_moede": papirer.vej == Vej.TEAM and har_ret(aktoer, "vaelg_moede", sag),
        "maa_svare": har_ret(aktoer, "svar_paa_spoergsmaal", sag) and not er_genforelaeggelse(sag),
        "moedesvar": _moedesvar(aktoer, sag),
        "forkerte_indkaldelser": forkerte(sag, dag) if har_ret(aktoer, "indkaldelser.se", sag) else 0,
        "straks": not liste.antal and (not boks.for_sent if boks else _kan_sendes(sag, papirer)),
        "vej": papirer.vej,
        "omfang": None if er_genforelaeggelse(sag) else _omfang(papirer),
        "afgoer": _afgoer(aktoer, sag, papirer),
        "i_dag": dag,
        "maa_afslutte": har_ret(aktoer, "afslut_sag", sag),
        "maa_skifte": art(sag).vaelges and har_ret(aktoer, "skift_sagsart", sag),
        "maa_genaabne": har_ret(aktoer, "genaabn_sag", sag),
        "skridt": None if forberedes or opfoelgning else _naeste_skridt(aktoer, sag, dag),
        "indstilling": indstilling,
        "nyt": [] if forberedes else _nyt(aktoer, sag),
        **ramme_om_sagen(sag, dag, localtime()),
    }


def _kan_sendes(sag: Sag, papirer: Samlet) -> bool:
    """Where no day is known before which it must be sent: a talk at once, a case for the team when it has a meeting."""
    return papirer.vej == Vej.SAMTALE or (papirer.vej == Vej.TEAM and sag.moede_id is not None)


def _omfang(papirer: Samlet) -> dict[str, Any]:
    """The answer of § 1 in one sentence, with its grounds."""
    return {"tekst": _(VEJEN[papirer.vej]), "grunde": papirer.vurderinger[0].grunde}


def _afgoer(aktoer: Aktoer, sag: Sag, papirer: Samlet) -> str:
    """Where the kommune decides a case that no team is asked about; "" for those who may not."""
    if papirer.vej != Vej.UDEN_TEAM or not har_ret(aktoer, "traef_afgoerelse", sag):
        return ""
    return reverse("web:afgoerelse", args=[sag.id])


def _moedesvar(aktoer: Aktoer, sag: Sag) -> str:
    """What the citizen has answered about this very meeting; the kommune's own to know."""
    if aktoer.vaeg != Vaeg.KOMMUNE or sag.moede_id is None:
        return ""
    svar = sag.moedesvar.filter(moede_id=sag.moede_id).order_by("-tid").values_list("svar", flat=True).first()
    return svar or ""


def _nyt(aktoer: Aktoer, sag: Sag) -> list[Bilagslinje]:
    """What came to this meeting: the first that anybody must read, once the case is sent."""
    summer = (d.sha256 for d in sag.dokument_raekker.all())
    return [linje for linje in bilagsliste(sag, laeste(aktoer, summer)) if linje.nyt]


@dataclass(frozen=True, slots=True)
class Skridt:
    """What the person who looks does next, if it is hers to do; else where the case is."""

    tekst: str
    handling: str = ""
    url: str = ""


def _naeste_skridt(aktoer: Aktoer, sag: Sag, dag: date) -> Skridt | None:
    if aktoer.noed:
        return None
    tilstand = T(sag.tilstand)
    if aktoer.rolle == Rolle.SEKRETARIAT and tilstand in (T.SENDT, T.HOS_KOORDINATOR):
        givet = tilstand == T.HOS_KOORDINATOR
        navn = sagsbillede.navne([sag.koordinator_id]).get(sag.koordinator_id, "") if givet else ""
        return Skridt(
            _("Sagen er hos %(navn)s.") % {"navn": navn}
            if navn
            else _("Sagen er ikke givet til nogen endnu."),
            _("Åbn indbakken"),
            reverse("web:indbakke"),
        )
    if aktoer.rolle == Rolle.SUNDHEDSKOORDINATOR:
        skrevet = sagsbillede.notater(sag).filter(forfatter_id=aktoer.medarbejder_id).exists()
        return Skridt(
            _("Dit notat er underskrevet.") if skrevet else _("Dit notat til mødet mangler."),
            _("Skriv et tillæg") if skrevet else _("Skriv notat"),
            reverse("web:notat", args=[sag.id]),
        )
    if vej(sag) == Vej.SAMTALE:
        return _samtalens_skridt(aktoer, sag)
    if har_ret(aktoer, "skriv_indstilling", sag) and sag.moede:
        tekst = (
            _("Sagen er klar til at blive behandlet på mødet.")
            if sag.moede.dato <= dag
            else _("Sagen venter på mødet.")
        )
        return Skridt(tekst, _("Åbn mødet"), reverse("web:moederum", args=[sag.id]))
    if tilstand == T.INDSTILLET and (igen := sagsbillede.udsprunget(aktoer, sag)):
        return Skridt(
            _("Kommunen vil ikke følge indstillingen. Teamet ser på sagen igen i sag %(nummer)s.")
            % {"nummer": igen.nummer},
            _("Åbn den nye sag"),
            reverse("web:sag", args=[igen.id]),
        )
    if tilstand == T.AFGJORT and har_ret(aktoer, "afslut_sag", sag):
        return Skridt(
            _("Kommunen har truffet afgørelse. Er der ikke mere at gøre, kan du afslutte sagen."),
            _("Afslut sagen"),
            reverse("web:afslut_sag", args=[sag.id]),
        )
    if tilstand == T.PLAN_LAGT and sag.forloeb and har_ret(aktoer, "forloeb.se", sag.forloeb):
        # The efforts stand on the forløb, and so do the six months they are counted against.
        return Skridt(
            _hvor_er_sagen(tilstand), _("Åbn forløbet"), reverse("web:forloeb", args=[sag.forloeb.id])
        )
    return Skridt(_hvor_er_sagen(tilstand))


def _samtalens_skridt(aktoer: Aktoer, sag: Sag) -> Skridt:
    """A talk ends when it is held: nothing is recommended, and nothing is decided."""
    if sag.tilstand == T.AFSLUTTET:
        return Skridt(_hvor_er_sagen(T.AFSLUTTET))
    if har_ret(aktoer, "afslut_sag", sag):
        return Skridt(
            _("Sundhedskoordinator taler med borgeren. Er samtalen holdt, kan du afslutte sagen."),
            _("Afslut sagen"),
            reverse("web:afslut_sag", args=[sag.id]),
        )
    return Skridt(_("Sundhedskoordinator taler med borgeren."))


def _hvor_er_sagen(tilstand: Sag.Tilstand) -> str:
    return {
        T.SENDT: _("Klinisk Funktion har fået sagen og giver den til en sundhedskoordinator."),
        T.HOS_KOORDINATOR: _("En sundhedskoordinator læser sagen og skriver sit notat til mødet."),
        T.INDSTILLET: _("Teamet har afgivet sin indstilling. Kommunen træffer afgørelse."),
        T.AFGJORT: _("Kommunen har truffet afgørelse."),
        T.PLAN_LAGT: _("Indsatsplanen er lagt. Indsatserne kan begynde."),
        T.AFSLUTTET: _("Sagen er afsluttet."),
    }.get(tilstand, "")


@kraever("vurder_aendringer", "GET", "POST")
def aendringer(request: HttpRequest, sag_id: UUID) -> HttpResponse:
    """Has the situation changed materially since the forløb began? The kommune judges, and says why."""
    sag = hent_sag(request, sag_id)
    kraev_ret(request.aktoer, "vurder_aendringer", sag)
    if request.method == "POST":
        form = AendringForm(request.POST)
        if form.is_valid() and proev(
            request,
            form,
            vurder_aendringer,
            sag.id,
            aendret=form.cleaned_data["aendret"],
            grund=form.cleaned_data["grund"],
        ):
            if form.cleaned_data["aendret"]:
                messages.success(request, _("Din vurdering er gemt. Læg nu de nye oplysninger ved sagen."))
            else:
                messages.success(
                    request, _("Din vurdering er gemt. Der skal ikke lægges nye oplysninger ved.")
                )
            return redirect("web:sag", sag.id)
    else:
        svar = {True: "ja", False: "nej"}.get(sag.vaesentlige_aendringer, "")
        form = AendringForm(initial={"aendret": svar, "grund": sag.vaesentlige_aendringer_grund})
    side = _("Vurdér ændringer")
    kontekst = ramme(request, sag, side=side) | {"form": form, "side": side, "hjemmel": PKT2}
    return render(request, "web/sag/aendringer.html", kontekst, status=422 if form.errors else 200)
