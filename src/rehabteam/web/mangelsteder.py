"""Where each thing a case lacks is mended: the code of the law → our words, the act, and the page it is done on.

tests/web/test_mangelsteder.py walks every code of the rules and holds this register to it.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rehabteam.sager.models import Sag
from rehabteam.sager.plandele import Del
from rehabteam.sager.sagsfakta.plan import der, kraevede
from rehabteam.sager.sagsfakta.skoen import SPOERGSMAAL, svar


@dataclass(frozen=True, slots=True)
class Sted:
    """The one act that mends it: `ret` is the right it takes, `url` the page; `navn`: what it is called in the list."""

    navn: str
    handling: str
    url: str
    ret: str


def _dokument(navn: str | Promise, slags: str) -> tuple[str | Promise, str | Promise, str, str, str]:
    return navn, gettext_lazy("Tilføj dokument"), "web:dokument_nyt", f"?slags={slags}", "tilfoej_dokument"


# Code → name, the act's words, route, what follows the address, right.
PAPIRER: dict[str, tuple[str | Promise, str | Promise, str, str, str]] = {
    "forberedende_del_oprindelig": _dokument(
        gettext_lazy("Den forberedende del fra sidste gang"), "forberedende_del"
    ),
    "indsatsplan": _dokument(gettext_lazy("Borgerens indsatsplan"), "indsatsplan"),
    "nye_oplysninger": _dokument(gettext_lazy("Nye oplysninger om ændringen"), "nye_oplysninger"),
    "forrige_indstilling": _dokument(
        gettext_lazy("Indstillingen eller indsatsplanen fra sidste møde"), "forrige_indstilling"
    ),
    "forrige_sundhedskoordinator_resume": _dokument(
        gettext_lazy("Sundhedskoordinatorens notat fra sidste møde"), "sundhedsnotat"
    ),
    "dokumentation_til_resume": _dokument(gettext_lazy("Dokumentation til resuméet"), "dokumentation"),
    "koordinerende_sagsbehandler_resume": (
        gettext_lazy("Resumé af forløbet siden sidste møde"),
        gettext_lazy("Skriv resumé"),
        "web:resume",
        "",
        "skriv_resume",
    ),
    "vaesentlige_aendringer": (
        gettext_lazy("Er borgerens situation ændret væsentligt?"),
        gettext_lazy("Vurdér"),
        "web:aendringer",
        "",
        "vurder_aendringer",
    ),
    "nye_oplysninger_uden_vaesentlig_aendring": (
        gettext_lazy("Nye oplysninger uden en væsentlig ændring"),
        gettext_lazy("Se dokumenterne"),
        "web:sag_dokumenter",
        "",
        "sag.se",
    ),
}
# A code that is mended by answering: the question it waits for.
SPOERGSMAALET = {
    "§ 3, stk. 4": "sagstype_angivet",
    "§ 4, stk. 2, 2. pkt.": "kommunens_vurdering_tilstraekkelig",
    "§ 12, stk. 1, 1. pkt.": "grundlag_tilstraekkeligt",
    "§ 12, stk. 1, 2. pkt.": "helbredsoplysninger_tilstraekkelige",
}
ATTESTEN = ("§ 4, stk. 1", "§ 4, stk. 3", "§ 15, stk. 2")
# The rest of the order's codes, by the § they stand in: the indstilling, and the kommune's plan.
MOEDERUMMET = ("7", "8", "9", "10", "11", "16", "19")
PAR19 = ("aarsag_droeftet", "indsatser_fremadrettet", "opfoelgning_tilrettelagt")


def sted(sag: Sag, kode: str) -> Sted | None:
    """The page that mends this code on this case; None for what no act on the case can mend."""
    if kode in PAPIRER:
        navn, handling, rute, hale, ret = PAPIRER[kode]
        return Sted(str(navn), str(handling), reverse(rute, args=[sag.id]) + hale, ret)
    if kode in SPOERGSMAAL or kode in SPOERGSMAALET:
        return _svaret(sag, SPOERGSMAALET.get(kode, kode))
    if kode == "undtaget_13d":
        return _svaret(sag, "indsats_13d" if svar(sag).get("indsats_13d") is None else "ophoer")
    if kode == "§ 14, 2. pkt.":
        # The description first; once it is said to be there, it is the læge's assessment that lacks.
        return (
            _attesten(sag)
            if svar(sag).get("arbejdsevne_beskrevet")
            else _svaret(sag, "arbejdsevne_beskrevet")
        )
    if kode.startswith(ATTESTEN):
        return _attesten(sag)
    if kode == "§ 3, stk. 3":
        return Sted(
            _("Den forberedende del må kun beskrive"),
            _("Ret den forberedende del"),
            reverse("web:sag_forberedende", args=[sag.id]),
            "skriv_plandel",
        )
    if del_ := _plandelen(sag, kode):
        url = reverse("web:sag_plandel", args=[sag.id, del_.noegle])
        return Sted(_(del_.titel), _("Skriv"), url, "skriv_plandel")
    return _efter_moedet(sag, kode)


def _svaret(sag: Sag, noegle: str) -> Sted:
    url = f"{reverse('web:sag_svar', args=[sag.id])}?spoergsmaal={noegle}"
    return Sted(_(SPOERGSMAAL[noegle].tekst), _("Svar"), url, "svar_paa_spoergsmaal")


def _attesten(sag: Sag) -> Sted:
    url = reverse("web:attester", args=[sag.id])
    return Sted(_("Den praktiserende læges vurdering"), _("Åbn attester"), url, "anmod_om_oplysninger")


def _plandelen(sag: Sag, kode: str) -> Del | None:
    """The part of the plan: the first under this code that is not there, else the first of them."""
    under = [d for d in kraevede(sag.sagstype) if d.hjemmel.kort == kode]
    her = der(sag) if len(under) > 1 else frozenset()
    return next((d for d in under if d.noegle not in her), under[0] if under else None)


def _efter_moedet(sag: Sag, kode: str) -> Sted | None:
    paragraf = kode.removeprefix("§ ").partition(",")[0] if kode.startswith("§ ") else ""
    if paragraf in MOEDERUMMET or kode in PAR19:
        return Sted(
            _("Teamets indstilling"),
            _("Åbn mødet"),
            reverse("web:moederum", args=[sag.id]),
            "skriv_indstilling",
        )
    if paragraf == "5":
        return Sted(
            _("Kommunens indsatsplan"),
            _("Skriv indsatsplan"),
            reverse("web:indsatsplan", args=[sag.id]),
            "skriv_indsatsplan",
        )
    return None
