"""The checklist of a re-submission: the law's answer as rows, each with its source and the one act that mends it.

What is missing is the law's to say (handlinger/mangler); here stand only the words and where the act is done.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rehabteam.handlinger.mangler import antal_mangler
from rehabteam.lov.vurdering import Hjemmel, Mangel
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.adgang.rettigheder import har_ret
from rehabteam.sager.models import Sag
from rehabteam.sager.sagsfakta.samlet import Samlet
from rehabteam.sager.udtraek import sagsbillede
from rehabteam.web.byggesten import datoer
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


# Code of what is missing → heading, the act's words, its route, the kind of document it asks for.
SKRIDT: dict[str, tuple[str | Promise, str | Promise, str, str]] = {
    "forberedende_del_oprindelig": (
        gettext_lazy("Den forberedende del fra sidste gang"),
        gettext_lazy("Tilføj dokument"),
        "web:dokument_nyt",
        "forberedende_del",
    ),
    "indsatsplan": (
        gettext_lazy("Borgerens indsatsplan"),
        gettext_lazy("Tilføj dokument"),
        "web:dokument_nyt",
        "indsatsplan",
    ),
    "nye_oplysninger": (
        gettext_lazy("Nye oplysninger om ændringen"),
        gettext_lazy("Tilføj dokument"),
        "web:dokument_nyt",
        "nye_oplysninger",
    ),
    "forrige_indstilling": (
        gettext_lazy("Indstillingen eller indsatsplanen fra sidste møde"),
        gettext_lazy("Tilføj dokument"),
        "web:dokument_nyt",
        "forrige_indstilling",
    ),
    "forrige_sundhedskoordinator_resume": (
        gettext_lazy("Sundhedskoordinatorens notat fra sidste møde"),
        gettext_lazy("Tilføj dokument"),
        "web:dokument_nyt",
        "sundhedsnotat",
    ),
    "koordinerende_sagsbehandler_resume": (
        gettext_lazy("Resumé af forløbet siden sidste møde"),
        gettext_lazy("Skriv resumé"),
        "web:resume",
        "",
    ),
    "dokumentation_til_resume": (
        gettext_lazy("Dokumentation til resuméet"),
        gettext_lazy("Tilføj dokument"),
        "web:dokument_nyt",
        "dokumentation",
    ),
    "vaesentlige_aendringer": (
        gettext_lazy("Er borgerens situation ændret væsentligt?"),
        gettext_lazy("Vurdér"),
        "web:aendringer",
        "",
    ),
    "nye_oplysninger_uden_vaesentlig_aendring": (
        gettext_lazy("Nye oplysninger uden en væsentlig ændring"),
        gettext_lazy("Se dokumenterne"),
        "web:sag_dokumenter",
        "",
    ),
}
RETTEN = {
    "web:dokument_nyt": "tilfoej_dokument",
    "web:resume": "skriv_resume",
    "web:aendringer": "vurder_aendringer",
}


def tjekliste(aktoer: Aktoer, sag: Sag, svar: Samlet) -> Tjekliste:
    """Missing and to be judged first, then advice; what followed along and what was made under Klar."""
    punkter = [_mangel(aktoer, sag, "mangler", m) for m in svar.mangler]
    punkter += [_skoen(aktoer, sag, s.noegle, s.spoergsmaal, s.hjemmel) for s in svar.skal_vurderes]
    punkter += [_mangel(aktoer, sag, "delvis", m, _("Bemærk")) for m in svar.advarsler]
    return Tjekliste(svar, punkter, klar(aktoer, sag))


def _skridt(aktoer: Aktoer, sag: Sag, kode: str) -> tuple[str, str, str]:
    """Heading, words of the act and its address; no act for those who may not do it."""
    if kode not in SKRIDT:
        return "", "", ""
    overskrift, handling, rute, slags = SKRIDT[kode]
    if rute in RETTEN and not har_ret(aktoer, RETTEN[rute], sag):
        return str(overskrift), "", ""
    url = reverse(rute, args=[sag.id]) + (f"?slags={slags}" if slags else "")
    return str(overskrift), str(handling), url


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


def _skoen(aktoer: Aktoer, sag: Sag, noegle: str, spoergsmaal: str, hjemmel: Hjemmel) -> Punkt:
    _overskrift, handling, url = _skridt(aktoer, sag, noegle)
    return Punkt(
        "vurder",
        spoergsmaal,
        _("Kun hvis ja, skal nye oplysninger lægges ved den forberedende del."),
        kort_kilde(hjemmel),
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
