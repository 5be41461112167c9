"""The checklist of a case: the law's answer as rows, each with its source and the one act that mends it.

What is missing is the law's to say (handlinger/mangler); where it is mended stands in mangelsteder.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rehabteam.handlinger.mangler import antal_mangler
from rehabteam.lov.bek2408_2021.par18 import AENDRET
from rehabteam.lov.vurdering import Mangel, SkalVurderes
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsfakta.samlet import Samlet, Vej
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.byggesten import datoer
from rehabteam.web.mangelsteder import sted
from rehabteam.web.tjekpunkter import Punkt, klar, kort_kilde

# fmt: off
ANTAL = (
    gettext_lazy("Ingen"), gettext_lazy("En"), gettext_lazy("To"), gettext_lazy("Tre"), gettext_lazy("Fire"),
    gettext_lazy("Fem"), gettext_lazy("Seks"), gettext_lazy("Syv"), gettext_lazy("Otte"), gettext_lazy("Ni"),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Tjekliste:
    svar: Samlet
    mangler: list[Punkt]
    klar: list[Punkt]
    antal: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "antal", antal_mangler(self.svar))

    @property
    def overskrift(self) -> str:
        """ "Tre ting mangler, før sagen er klar", or that nothing does."""
        if not self.antal:
            if self.svar.vej == Vej.UDEN_TEAM:
                return _("Sagen er klar til at blive afgjort")
            return _("Sagen er klar til at blive sendt")
        ordet: str | Promise = ANTAL[self.antal] if self.antal < len(ANTAL) else str(self.antal)
        return ngettext(
            "%(antal)s ting mangler, før sagen er klar",
            "%(antal)s ting mangler, før sagen er klar",
            self.antal,
        ) % {"antal": ordet}

    @property
    def kort(self) -> str:
        """ "3 punkter mangler": beside the send button."""
        return ngettext("%(n)s punkt mangler.", "%(n)s punkter mangler.", self.antal) % {"n": self.antal}


def tjekliste(aktoer: Aktoer, sag: Sag, svar: Samlet) -> Tjekliste:
    """Missing and to be judged first, then advice; what followed along and what was made under Klar."""
    # What decides the way of the case is asked before anything that depends on it.
    punkter = [_skoen(aktoer, sag, s) for s in svar.skal_vurderes if s.hjemmel.paragraf == "1"]
    punkter += [_mangel(aktoer, sag, "fejl", m) for m in svar.fejl]
    punkter += [_mangel(aktoer, sag, "mangler", m) for m in svar.mangler]
    punkter += [_skoen(aktoer, sag, s) for s in svar.skal_vurderes if s.hjemmel.paragraf != "1"]
    punkter += [_mangel(aktoer, sag, "delvis", m, _("Bemærk")) for m in svar.advarsler]
    return Tjekliste(svar, punkter, klar(aktoer, sag))


def _skridt(aktoer: Aktoer, sag: Sag, kode: str) -> tuple[str, str, str]:
    """Heading, words of the act and its address; no act for those who may not do it."""
    fundet = sted(sag, kode)
    if fundet is None:
        return "", "", ""
    if not har_ret(aktoer, fundet.ret, sag):
        return fundet.navn, "", ""
    return fundet.navn, fundet.handling, fundet.url


def _mangel(aktoer: Aktoer, sag: Sag, status: str, mangel: Mangel, ord_: str = "") -> Punkt:
    overskrift, handling, url = _skridt(aktoer, sag, mangel.kode)
    tekst = mangel.tekst if overskrift else ""
    if mangel.kode == "koordinerende_sagsbehandler_resume":
        kladde = sagsbillede.seneste_resume(sag)
        if kladde:
            tekst = _("Kladde gemt af %(hvem)s %(dato)s kl. %(kl)s.") % {
                "hvem": kladde.forfatter,
                "dato": datoer.tabel(_lokal(kladde.tid).date()),
                "kl": datoer.klokken(_lokal(kladde.tid)),
            }
            handling = handling and _("Fortsæt resumé")
    return Punkt(status, overskrift or mangel.tekst, tekst, kort_kilde(mangel.hjemmel), handling, url, ord_)


def _skoen(aktoer: Aktoer, sag: Sag, skoen: SkalVurderes) -> Punkt:
    navn, handling, url = _skridt(aktoer, sag, skoen.noegle)
    if skoen.noegle != AENDRET.noegle:
        spoergsmaal = SPOERGSMAAL.get(skoen.noegle)
        hjaelp = _(spoergsmaal.hjaelp) if spoergsmaal and spoergsmaal.hjaelp else ""
        return Punkt("vurder", navn or skoen.spoergsmaal, hjaelp, kort_kilde(skoen.hjemmel), handling, url)
    return Punkt(
        "vurder",
        skoen.spoergsmaal,
        _("Kun hvis ja, skal nye oplysninger lægges ved den forberedende del."),
        kort_kilde(skoen.hjemmel),
        handling,
        url,
        "",
        (
            _(
                "Teamet behandler sagen på den forberedende del fra sidste gang og på indsatsplanen. Derfor "
                "bliver du ikke bedt om en ny lægeattest (LÆ 265)."
            ),
            _("Resuméet er regionens procedure og ikke nye oplysninger til den forberedende del."),
        ),
    )


def _lokal(tid: datetime) -> datetime:
    return timezone.localtime(tid)
