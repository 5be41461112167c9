"""The law's answer and the case's way, in the citizen's own words: short, calm, and never her fault.

Whether and when stands in the answer itself (lov); here it is only said plainly. Days are Danish in both languages.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.lov.bek2408_2021.par17 import Par17Detaljer
from rehabteam.lov.vurdering import Vurdering
from rehabteam.sager.models import GENFORELAEGGELSE, Anmodning, Attestskridt, Forloeb, Forsendelse, Sag
from rehabteam.sager.udtraek.attester import Attestrad
from rehabteam.sager.udtraek.min_sag import MinSag

from . import svar
from .byggesten import datoer

T = Sag.Tilstand
FOER_MOEDET = {T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR}


@dataclass(frozen=True, slots=True)
class SeksMaaneder:
    """The six months: a heading, what it means for her, and how it was counted in one sentence or "" ."""

    overskrift: str
    tekst: str
    talt: str


def seks_maaneder(forloeb: Forloeb, v: Vurdering, dag: date) -> SeksMaaneder:
    if svar.genbehandlet(forloeb, dag):
        assert forloeb.genbehandlet is not None
        naar = datoer.saetning(forloeb.genbehandlet)
        return SeksMaaneder(_("Teamet har set på din sag igen"), _("Det skete %(dag)s.") % {"dag": naar}, "")
    return SeksMaaneder(*_ord(v, dag), _talt(v))


def _ord(v: Vurdering, dag: date) -> tuple[str, str]:
    frist = datoer.saetning(v.frist) if v.frist else ""
    d: Par17Detaljer = v.detaljer
    match v.status:
        case "SKAL_GENBEHANDLES":
            return _("De seks måneder er gået"), _(
                "Fristen var %(dag)s. Da var hjælpen ikke begyndt. Derfor skal teamet se på din sag igen. "
                "Det er ikke din skyld."
            ) % {"dag": frist}
        case "IKKE_UDLOEBET":
            assert v.frist is not None
            tilbage = (v.frist - dag).days
            dage = ngettext("Der er %(n)s dag til.", "Der er %(n)s dage til.", tilbage) % {"n": tilbage}
            return _("Hjælpen skal begynde senest %(dag)s") % {"dag": frist}, (
                dage + " " + _("Er den ikke begyndt til den tid, skal teamet se på din sag igen.")
            )
        case "SUSPENDERET":
            return _("Tiden står stille lige nu"), _(
                "Der er talt %(talt)s dage. Når tiden løber igen, er der %(rest)s dage tilbage."
            ) % {"talt": d.talte_dage, "rest": d.resterende_dage}
        case "INDSATS_RETTIDIG":
            return _("Hjælpen er begyndt i tide"), _("Derfor skal teamet ikke se på din sag igen nu.")
        case "UNDTAGET_STK_4":
            return _("Du har haft timer med løn"), _("Derfor skal teamet ikke se på din sag igen nu.")
        case "UNDTAGET_STK_5":
            return _("Du har været i løntilskud"), _("Derfor skal teamet ikke se på din sag igen nu.")
        case "UNDTAGET_STK_6":
            return _("Du er i gang med STU"), _("Derfor skal teamet ikke se på din sag igen nu.")
        case "SAERLIGE_GRUNDE":
            return _("Kommunen har besluttet, at teamet ikke ser på din sag nu"), _(
                "Der er særlige grunde i din sag. Spørg din sagsbehandler, hvis du vil vide hvorfor."
            )
    return _("Din sagsbehandler skal vurdere din sag"), _(
        "Reglerne giver ikke et sikkert svar på, hvornår de seks måneder er gået for dig."
    )


def _talt(v: Vurdering) -> str:
    d = v.detaljer
    if not isinstance(d, Par17Detaljer) or not d.undtagne_dage:
        return ""
    return ngettext(
        "%(n)s dag tæller ikke med, fordi der var noget, der holdt dig væk.",
        "%(n)s dage tæller ikke med, fordi der var noget, der holdt dig væk.",
        d.undtagne_dage,
    ) % {"n": d.undtagne_dage}


def situationen(min_sag: MinSag | None, v: Vurdering | None, dag: date) -> str:
    """One or two sentences under her name: where she is now."""
    er_gaaet = v is not None and v.status == "SKAL_GENBEHANDLES"
    gaaet = _("Der er gået seks måneder, uden at den hjælp, der er aftalt, er kommet i gang.")
    if min_sag is None:
        if er_gaaet:
            return gaaet + " " + _("Derfor skal rehabiliteringsteamet se på din sag igen.")
        return _("Du er i ressourceforløb. Her kan du se, hvor din sag er.")
    sag = min_sag.sag
    if sag.tilstand == T.PLAN_LAGT:
        return _("Din plan er klar. Nu skal hjælpen i gang.")
    if sag.tilstand == T.AFGJORT:
        return _("Kommunen har bestemt, hvad der skal ske. Læs afgørelsen herunder.")
    if sag.tilstand == T.INDSTILLET:
        return _("Teamet har sagt, hvad det foreslår. Nu bestemmer kommunen, hvad der skal ske.")
    hvorfor = " " + gaaet if er_gaaet and sag.undertype == GENFORELAEGGELSE else ""
    if min_sag.moede is None:
        return _("Du skal til møde i rehabiliteringsteamet. Dagen er ikke fundet endnu.") + hvorfor
    if min_sag.moede.dato < dag:
        return _("Mødet i rehabiliteringsteamet har været holdt. Teamet skriver, hvad det foreslår.")
    return _("Du skal til møde i rehabiliteringsteamet.") + hvorfor


# A Handling → what it was to her. What is not here is the house's own.
SKETE = {
    "opret_forloeb": lambda: _("Dit ressourceforløb blev skrevet ind"),
    "genoptag_sag": lambda: _("Din sag blev taget op igen"),
    "vaelg_moede": lambda: _("Der blev valgt en dag til dit møde"),
    "godkend_plan": lambda: _("Der blev valgt en dag til dit møde"),
    "byt_pladser": lambda: _("Dit møde fik en anden dag"),
    "aflys_sag": lambda: _("Dit møde blev aflyst, og du får en ny dag"),
    "aflys_moede": lambda: _("Dit møde blev aflyst, og du får en ny dag"),
    "send_til_region": lambda: _("Kommunen sendte din sag til regionen"),
    "fordel_til_koordinator": lambda: _("En sundhedskoordinator fik din sag"),
    "afgiv_indstilling": lambda: _("Teamet skrev, hvad det foreslår"),
    "genoptag_uenig": lambda: _("Kommunen bad teamet om at se på sagen en gang til"),
    "traef_afgoerelse": lambda: _("Kommunen traf sin afgørelse"),
    "afslut_sag": lambda: _("Din sag blev afsluttet"),
    "genaabn_sag": lambda: _("Din sag blev åbnet igen"),
    "overdrag_sag": lambda: _("Din sag gik videre til en anden kommune"),
    "laeg_indsatsplan": lambda: _("Din plan blev færdig"),
    "giv_fuldmagt": lambda: _("Du gav en bisidder fuldmagt"),
    "tilbagekald_fuldmagt": lambda: _("Du tog en fuldmagt tilbage"),
    "svar_paa_moede": lambda: _("Du svarede på, om du kommer til mødet"),
    "skriv_egne_ord": lambda: _("Du skrev med egne ord til teamet"),
}


def skete(raekker: list[tuple[date, str]]) -> list[tuple[date, str]]:
    return [(dag, SKETE[handling]()) for dag, handling in raekker if handling in SKETE]


@dataclass(frozen=True, slots=True)
class MinAttest:
    """A certificate the kommune has asked for about her: what, from whom, how it stands, and what she can do."""

    overskrift: str
    tekst: str
    tid: str


def attest(rad: Attestrad, dag: date) -> MinAttest:
    til = {"hvem": rad.anmodning.til}
    return MinAttest(
        _("%(navn)s hos %(hvem)s") % {**til, "navn": rad.form.navn or rad.form.nummer},
        _attesten(rad, dag),
        _tiden(rad, dag),
    )


def _attesten(rad: Attestrad, dag: date) -> str:
    S = Attestskridt.Slags
    if rad.stand.modtaget:
        return _("Kommunen har fået den.")
    if rad.anmodning.tilstand == Anmodning.Tilstand.STANDSET:
        return _("Det er standset, fordi du trak dit samtykke tilbage.")
    if not rad.aaben:
        return _("Kommunen har fået svaret.")
    if S.UDLEVERET not in rad.form.skridt:
        return _("Kommunen venter på svar fra lægen. Du skal ikke gøre noget.")
    if S.KONSULTATION in rad.stand.sket:
        return _("Du har været hos lægen. Lægen skriver den nu.")
    if S.TID_BESTILT in rad.stand.sket:
        return ""
    if S.UDLEVERET in rad.stand.sket or S.HOS_LAEGEN in rad.stand.sket:
        return _("Bestil en tid hos lægen, og sig til din sagsbehandler, hvornår det er. Kommunen betaler.")
    return _("Kommunen giver dig et brev, som du tager med til lægen. Kommunen betaler.")


def _tiden(rad: Attestrad, dag: date) -> str:
    """Her appointment, while it is ahead."""
    tid = rad.seneste(Attestskridt.Slags.TID_BESTILT)
    if tid is None or not rad.aaben or Attestskridt.Slags.KONSULTATION in rad.stand.sket:
        return ""
    kl = f" kl. {tid.kl:%H.%M}" if tid.kl else ""
    naar = f"{datoer.saetning(tid.dag)}{kl}"
    if tid.dag < dag:
        return _("Du havde tid %(naar)s. Kom du ikke af sted, så sig det til din sagsbehandler.") % {
            "naar": naar
        }
    return _("Du har tid %(naar)s.") % {"naar": naar}


def modtageren(f: Forsendelse) -> str:
    """Who was given papers of her case, as she would say it."""
    if f.modtager_navn:
        return f.modtager_navn
    return {
        f.Modtager.BORGER: _("dig selv"),
        f.Modtager.BISIDDER: _("din bisidder"),
        f.Modtager.REGION: _("Klinisk Funktion i regionen"),
    }.get(f.Modtager(f.modtager), _("en anden"))
