"""Certificates as the case's pages show them: where each is, when it should be here, and what the rules still miss."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rehabteam.lov.bek2408_2021 import par04, par12, par14, par15
from rehabteam.lov.vurdering import Mangel
from rehabteam.sager.attestformer import ANMODET, Attestform
from rehabteam.sager.models import Anmodning, Attestskridt, Sag
from rehabteam.sager.sagsfakta import laege
from rehabteam.sager.sagsfakta.samlet import Samlet
from rehabteam.sager.udtraek.attester import Attestrad
from rehabteam.web.byggesten import datoer, fristmaerke
from rehabteam.web.samtykkeside import TILSTANDE

S = Attestskridt.Slags
T = Anmodning.Tilstand
# The day a clock is counted from, in words.
FRA = {
    ANMODET: gettext_lazy("fra den dag, der blev bedt om attesten"),
    S.UDLEVERET: gettext_lazy("fra den dag, borgeren fik anmodningen"),
    S.HOS_LAEGEN: gettext_lazy("fra den dag, lægen fik anmodningen af borgeren"),
    S.TID_BESTILT: gettext_lazy("fra den dag, borgeren har tid hos lægen"),
    S.KONSULTATION: gettext_lazy("fra konsultationen"),
}
# What nobody has noted, as the kommune's own check says it.
IKKE_NOTERET = {
    S.UDLEVERET: gettext_lazy("Ingen har noteret, at borgeren har fået anmodningen"),
    S.HOS_LAEGEN: gettext_lazy("Ingen har noteret, at lægen har fået anmodningen"),
}
# A step, as the button that leads to noting it.
NOTER = {
    S.UDLEVERET: gettext_lazy("Notér, at borgeren har fået anmodningen"),
    S.HOS_LAEGEN: gettext_lazy("Notér, at lægen har anmodningen"),
    S.TID_BESTILT: gettext_lazy("Notér borgerens tid hos lægen"),
    S.KONSULTATION: gettext_lazy("Notér, at konsultationen er holdt"),
    S.RYKKET: gettext_lazy("Notér, at du har rykket"),
    S.MODTAGET: gettext_lazy("Attesten er kommet"),
}
SKET = {
    S.UDLEVERET: gettext_lazy("Givet til borgeren"),
    S.HOS_LAEGEN: gettext_lazy("Hos lægen"),
    S.TID_BESTILT: gettext_lazy("Tid hos lægen"),
    S.KONSULTATION: gettext_lazy("Konsultation"),
    S.MODTAGET: gettext_lazy("Modtaget"),
}
KILDER = {
    par04.ORDINAER: gettext_lazy("Den praktiserende læges attest til teamet (LÆ 265)"),
    par04.FOERSTE_SAMTALE: gettext_lazy("Attesten fra den første opfølgningssamtale (LÆ 285)"),
    "": gettext_lazy("En anden attest, som reglen ikke spørger om"),
}
# What the rules miss, when it is the læge's assessment.
LAEGENS = (
    *(par04.STK1, par04.STK2, par04.STK3, *par04.STK3_NR.values()),
    *(par12.PKT2, par14.PKT2_LAEGE, par15.STK2),
)
# The rules that ask for it; § 13 takes the case as it is, and § 18 asks for no new one.
SPOERGER = {"bek2408.par04", "bek2408.par12", "bek2408.par14", "bek2408.par15"}


@dataclass(frozen=True, slots=True)
class Attestlinje:
    """One request: a word for where it is, its deadline, its path, and the step that comes next."""

    rad: Attestrad
    status: str
    ord: str
    maerke: fristmaerke.Fristmaerke | None
    frist_ord: str
    naeste: str
    naeste_ord: str

    @property
    def trin(self) -> list[dict[str, str]]:
        return _trin(self.rad)


def linje(rad: Attestrad, dag: date) -> Attestlinje:
    status, ord_ = _status(rad, dag)
    venter = rad.aaben and rad.frist
    naeste = (S.RYKKET if rad.stand.boer_rykkes else rad.stand.naeste) if rad.aaben else ""
    return Attestlinje(
        rad,
        status,
        ord_,
        fristmaerke.dage(rad.frist, dag, snart=7) if venter and rad.frist else None,
        _frist_ord(rad) if rad.aaben else "",
        str(naeste),
        str(NOTER[S(naeste)]) if naeste else "",
    )


def linjer(rader: Iterable[Attestrad], dag: date) -> list[Attestlinje]:
    return [linje(r, dag) for r in rader]


def _status(rad: Attestrad, dag: date) -> tuple[str, str]:
    tilstand = T(rad.anmodning.tilstand)
    if rad.stand.modtaget:
        return "klar", _("Modtaget efter fristen") if rad.stand.kom_for_sent else _("Modtaget")
    if tilstand == T.STANDSET:
        return TILSTANDE[tilstand], _("Standset")
    if tilstand != T.SENDT:
        return TILSTANDE[tilstand], _(str(tilstand.label))
    if rad.stand.forsinket:
        return "for_sent", _("Forsinket, og der er rykket") if rad.stand.rykket else _("Forsinket")
    sket = [s for s in (*rad.form.skridt, S.MODTAGET) if s in rad.stand.sket]
    if not sket:
        return "ikke_begyndt", _("Bedt om")
    sidste = S(sket[-1])
    if sidste == S.TID_BESTILT and rad.stand.sket[sidste] < dag:
        return "ikke_begyndt", _("Tiden hos lægen er gået")
    return "ikke_begyndt", str(SKET[sidste])


def _frist_ord(rad: Attestrad) -> str:
    if rad.stand.uret:
        return dage_fra(rad.stand.uret.dage, rad.stand.uret.fra)
    if rad.frist:
        return _("sidste dag for konsultationen, sat af kommunen")
    ord_ = _("Ikke angivet")
    if rad.stand.venter_paa:
        ord_ = _("Begynder, når det er noteret: %(skridt)s") % {
            "skridt": _(str(S(rad.stand.venter_paa).label)).lower()
        }
    egen = egen_opfoelgning(rad)
    return f"{ord_}. {egen}" if egen else ord_


def egen_opfoelgning(rad: Attestrad) -> str:
    """What nobody has noted, and when the kommune looks; "" when there is nothing to look for."""
    if rad.stand.tjek is None:
        return ""
    return _("%(hvad)s. Se efter senest %(dag)s (egen opfølgning, ikke en lovfrist).") % {
        "hvad": IKKE_NOTERET[S(rad.stand.ikke_noteret)],
        "dag": datoer.tabel(rad.stand.tjek),
    }


def dage_fra(dage: int, fra: str) -> str:
    antal = ngettext("%(n)s dag", "%(n)s dage", dage) % {"n": dage}
    return f"{antal} {FRA[fra]}"


def frister(form: Attestform) -> list[str]:
    """What is known of how long the form may take; [] when nobody has said."""
    kendte = [dage_fra(f.dage, f.fra) for f in form.frister]
    if form.kommunens_mindst:
        kendte.append(
            _("Kommunen sætter selv den sidste dag for konsultationen: mindst %(n)s dage frem")
            % {"n": form.kommunens_mindst}
        )
    return kendte


def _trin(rad: Attestrad) -> list[dict[str, str]]:
    """From asked to received; a step that was passed over says so."""
    vej = (*rad.form.skridt, S.MODTAGET)
    sket = rad.stand.sket
    sidste = max((nr for nr, s in enumerate(vej) if s in sket), default=-1)
    trin = [{"tekst": _("Bedt om"), "under": datoer.tabel(rad.anmodning.sendt), "tilstand": "sket"}]
    for nr, s in enumerate(vej):
        under, tilstand = "", "senere"
        if s in sket:
            under, tilstand = _dagen(rad, s), "sket"
        elif nr < sidste:
            under, tilstand = _("ikke noteret"), "sket"
        elif nr == sidste + 1 and rad.aaben:
            under, tilstand = _("det næste"), "nu"
        trin.append({"tekst": str(SKET[S(s)]), "under": under, "tilstand": tilstand})
    return trin


def _dagen(rad: Attestrad, slags: str) -> str:
    skridt = rad.seneste(slags)
    dag = datoer.tabel(rad.stand.sket[slags])
    return f"{dag} kl. {skridt.kl:%H.%M}" if skridt and skridt.kl else dag


def mangler(sag: Sag, samlet: Samlet) -> list[Mangel]:
    """What the rules miss about the læge's assessment in this case, by whichever rule asks for it there."""
    fundne = [m for v in samlet.vurderinger for m in v.mangler]
    if any(v.regel == "bek2408.par14" for v in samlet.vurderinger):
        # § 14 has one code for the description and the assessment, and says the first that lacks.
        pl = laege.pl_vurdering(sag)
        fundne += par14.pkt2(
            par14.Par14(
                sagstype=sag.sagstype,
                arbejdsevne_beskrevet=True,
                laegelig_kilde=pl.kilde,
                konsultation=pl.konsultation,
                nr=pl.nr,
                forberedende_del=(),
            )
        )
    return list(dict.fromkeys(m for m in fundne if m in LAEGENS))


def kraeves(samlet: Samlet) -> bool:
    """Does a rule ask for the læge's assessment in this kind of case?"""
    return any(v.regel in SPOERGER for v in samlet.vurderinger)
