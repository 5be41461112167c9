"""The checklist's rows, and those that need nothing more: what is done, and what followed along."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.lov.bek2408_2021.par18 import PKT1, PKT2
from rehabteam.lov.procedure.genforelaeggelse import FOELGER_MED, TILFOEJES
from rehabteam.lov.vurdering import Hjemmel, bek
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import GENFORELAEGGELSE, Sag
from rehabteam.sager.sagsfakta import laege
from rehabteam.sager.sagsfakta import skoen as skoensvar
from rehabteam.sager.sagsfakta.plan import der, kraevede
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.byggesten import datoer


@dataclass(frozen=True, slots=True)
class Punkt:
    """One row. `status` is a status word; `kilde` the § or the procedure; `handling`/`url` the one act."""

    status: str
    overskrift: str
    tekst: str = ""
    kilde: Hjemmel | str = ""
    handling: str = ""
    url: str = ""
    ord: str = ""
    hvorfor: tuple[str, ...] = ()


def kort_kilde(hjemmel: Hjemmel) -> Hjemmel | str:
    """A § as it is; the procedure by its name alone, since its chapters are not published."""
    return hjemmel if hjemmel.paragraf else hjemmel.kilde.partition(",")[0]


def klar(aktoer: Aktoer, sag: Sag) -> list[Punkt]:
    """The rows under Klar: what was made or judged on this case, then what followed along."""
    se = _("Se")
    punkter: list[Punkt] = []
    resume = sagsbillede.seneste_resume(sag)
    papirer = sagsbillede.af_slags(sag, "resume")
    if resume and resume.faerdigt and papirer:
        punkter.append(
            Punkt(
                "klar",
                _("Resumé af forløbet siden sidste møde"),
                _("Gjort færdigt af %(hvem)s. Version %(nr)s.")
                % {"hvem": resume.forfatter, "nr": resume.version},
                kort_kilde(TILFOEJES),
                se,
                reverse("web:dokument", args=[sag.id, papirer[-1].id]),
            )
        )
    punkter += _dokumentklar(sag, "dokumentation", _("Dokumentation til resuméet"), TILFOEJES)
    punkter += _dokumentklar(sag, "nye_oplysninger", _("Nye oplysninger om ændringen"), PKT2)
    punkter += _dokumentklar(
        sag, "forrige_indstilling", _("Indstillingen eller indsatsplanen fra sidste møde"), TILFOEJES
    )
    if sag.vaesentlige_aendringer is not None and sag.vaesentlige_aendringer_dato:
        svar = _("Ja") if sag.vaesentlige_aendringer else _("Nej")
        ret = har_ret(aktoer, "vurder_aendringer", sag)
        punkter.append(
            Punkt(
                "klar",
                _("Er borgerens situation ændret væsentligt? %(svar)s") % {"svar": svar},
                _("»%(grund)s« %(hvem)s, %(dato)s.")
                % {
                    "grund": sag.vaesentlige_aendringer_grund,
                    "hvem": sag.vaesentlige_aendringer_af,
                    "dato": datoer.tabel(sag.vaesentlige_aendringer_dato),
                },
                kort_kilde(PKT2),
                _("Vurdér igen") if ret else "",
                reverse("web:aendringer", args=[sag.id]) if ret else "",
                _("Vurderet"),
            )
        )
    return punkter + _plan(sag) + _laegen(sag) + _svarene(aktoer, sag) + _fulgte_med(sag)


def _plan(sag: Sag) -> list[Punkt]:
    """How much of the forberedende del is there; a re-submission leans on the one from last time."""
    kraeves = kraevede(sag.sagstype) if sag.undertype != GENFORELAEGGELSE else ()
    her = [d for d in kraeves if d.noegle in der(sag)]
    if not her:
        return []
    return [
        Punkt(
            "klar" if len(her) == len(kraeves) else "delvis",
            _("Den forberedende del"),
            _("%(antal)s af %(alle)s dele er skrevet.") % {"antal": len(her), "alle": len(kraeves)},
            kort_kilde(bek(3)),
            _("Se"),
            reverse("web:sag_forberedende", args=[sag.id]),
            _("%(antal)s af %(alle)s") % {"antal": len(her), "alle": len(kraeves)},
        )
    ]


def _laegen(sag: Sag) -> list[Punkt]:
    fundet = laege.seneste(sag)
    if fundet is None:
        return []
    return [
        Punkt(
            "klar",
            _("Den praktiserende læges vurdering"),
            _("Læst af %(hvem)s %(dato)s.") % {"hvem": fundet.forfatter, "dato": datoer.tabel(fundet.dag)},
            kort_kilde(bek(4)),
            _("Se"),
            reverse("web:dokument", args=[sag.id, fundet.dokument_id]),
            _("Modtaget"),
        )
    ]


def _svarene(aktoer: Aktoer, sag: Sag) -> list[Punkt]:
    """What a human has answered: the question, the answer, the reason, by whom and when."""
    maa = har_ret(aktoer, "svar_paa_spoergsmaal", sag)
    adresse = reverse("web:sag_svar", args=[sag.id]) if maa else ""
    punkter = []
    for noegle, skoen in skoensvar.seneste(sag).items():
        spoergsmaal = skoensvar.SPOERGSMAAL.get(noegle)
        if spoergsmaal is None or skoen.vaerdi is None:
            continue
        hvem = _("%(hvem)s, %(dato)s.") % {"hvem": skoen.af, "dato": datoer.tabel(skoen.dag)}
        svaret = _(spoergsmaal.ord(skoen.vaerdi))
        dele = (f"{svaret}." if spoergsmaal.valg else "", f"»{skoen.grund}«" if skoen.grund else "", hvem)
        punkter.append(
            Punkt(
                "klar",
                _(spoergsmaal.tekst),
                " ".join(d for d in dele if d),
                kort_kilde(spoergsmaal.hjemmel),
                _("Ret svaret") if maa else "",
                f"{adresse}?spoergsmaal={noegle}" if maa else "",
                _("Besvaret") if spoergsmaal.valg else svaret,
            )
        )
    return punkter


def _dokumentklar(sag: Sag, slags: str, overskrift: str, hjemmel: Hjemmel) -> list[Punkt]:
    papirer = [d for d in sagsbillede.af_slags(sag, slags) if d.fulgte_med_id is None]
    if not papirer:
        return []
    ene = papirer[0] if len(papirer) == 1 else None
    url = (
        reverse("web:dokument", args=[sag.id, ene.id])
        if ene
        else reverse("web:sag_dokumenter", args=[sag.id])
    )
    titler = " · ".join(d.titel for d in papirer)
    return [Punkt("klar", overskrift, titler, kort_kilde(hjemmel), _("Se"), url)]


def _fulgte_med(sag: Sag) -> list[Punkt]:
    """What came along from the case this one springs from: links to the same unchanged versions."""
    med = [d for d in sagsbillede.gyldige(sag) if d.fulgte_med_id]
    if not med:
        return []
    slags = {d.slags for d in med}
    # The order and the procedure speak of papers that follow a re-submission, and of no other case.
    af_proceduren = kort_kilde(FOELGER_MED) if sag.undertype == GENFORELAEGGELSE else ""
    se = _("Se")
    fra = sag.udspringer_af.nummer if sag.udspringer_af else ""
    punkter = [
        Punkt(
            "fulgte_med",
            ngettext(
                "%(n)s dokument fra den oprindelige sag", "%(n)s dokumenter fra den oprindelige sag", len(med)
            )
            % {"n": len(med)},
            _("De samme versioner som på sag %(nummer)s.") % {"nummer": fra}
            if fra
            else _("De samme versioner som dengang."),
            af_proceduren,
            se,
            reverse("web:sag_dokumenter", args=[sag.id]),
        )
    ]
    del_ = [d for d in med if d.slags == "forberedende_del"]
    if del_:
        punkter.append(
            Punkt(
                "fulgte_med",
                _("Forberedende del, lagt til grund %(dato)s") % {"dato": datoer.tabel(del_[-1].dato)},
                "",
                kort_kilde(PKT1) if sag.undertype == GENFORELAEGGELSE else "",
                se,
                reverse("web:sag_forberedende", args=[sag.id]),
            )
        )
    if slags & {"indstilling", "indsatsplan"}:
        punkter.append(
            Punkt(
                "fulgte_med",
                _("Indstilling og indsatsplan fra sidste møde")
                if {"indstilling", "indsatsplan"} <= slags
                else _("Indstilling fra sidste møde")
                if "indstilling" in slags
                else _("Indsatsplan fra sidste møde"),
                _("Oprettet i Rehabteam og skal derfor ikke tilføjes. Ligger under Rehabiliteringsteam.")
                if sag.forrige_indstilling_i_it
                else _("Ligger under Rehabiliteringsteam."),
                af_proceduren,
                se,
                reverse("web:sag_team", args=[sag.id]),
            )
        )
    if "sundhedsnotat" in slags:
        punkter.append(
            Punkt(
                "fulgte_med",
                _("Sundhedskoordinatorens notat fra sidste møde"),
                _("Ligger under Sundhedskoordinator."),
                af_proceduren,
                se,
                reverse("web:sag_koordinator", args=[sag.id]),
            )
        )
    return punkter
