"""The meeting room as all in it may see it: first names, numbers for the other cases, and what is missing."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise, zip_longest
from typing import Any
from uuid import UUID

from django.forms import BoundField
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rehabteam.handlinger.afgiv_indstilling import hvad_mangler
from rehabteam.handlinger.godkend_referat import er_afklaret
from rehabteam.lov.teamet import Uddannelse, Uddannelsesplads, uddannelsesplads
from rehabteam.sager.adgang.aktoer import Aktoer
from rehabteam.sager.indstillingsdele import Del
from rehabteam.sager.models import Deltager, Indstilling, Moedemedlem, Referat, Sag
from rehabteam.sager.sagsfakta.skoen import ERHVERVSUDDANNELSE, seneste
from rehabteam.sager.udtraek import moeder as udtraek
from rehabteam.sager.udtraek import sagsbillede

from . import moededele
from .formularer.indstilling import IndstillingForm

S = Deltager.Slags
T = Sag.Tilstand
OMRAADER = frozenset({S.BESKAEFTIGELSE, S.SOCIAL, S.SUNDHED, S.SUNDHEDSKOORDINATOR})  # wanted by the law
AABNE = frozenset({T.FORBEREDES, T.SENDT, T.HOS_KOORDINATOR})
DELE = {  # field → the short word for what is missing, where the part's heading is not it
    "udfald": gettext_lazy("hvad teamet indstiller"),
    "aarsag": gettext_lazy("årsagen"),
    "indsatser": gettext_lazy("indsatser"),
    "opfoelgning": gettext_lazy("opfølgning"),
    "se_igen": gettext_lazy("se sagen igen"),
    "deltagere": gettext_lazy("hvem der er til stede"),
}
TIL_STEDE = {True: "til_stede", False: "fravaerende", None: "ikke_besvaret"}
NAEVNES = 5  # how many missing parts the foot has room to name
_TAL: dict[int, Callable[[], str]] = {
    1: lambda: _("Et"), 2: lambda: _("To"), 3: lambda: _("Tre"), 4: lambda: _("Fire"), 5: lambda: _("Fem"),
    6: lambda: _("Seks"), 7: lambda: _("Syv"), 8: lambda: _("Otte"), 9: lambda: _("Ni"), 10: lambda: _("Ti"),
}  # fmt: skip


def fornavn(navn: str) -> str:
    return navn.split()[0] if navn.strip() else ""


@dataclass(frozen=True, slots=True)
class Dagspunkt:
    """One case on the day's agenda: this one by first name, the others by number."""

    kl: time | None
    slut: time | None  # when the next one comes up; the last has none
    navn: str
    nu: bool
    faerdig: bool
    url: str
    sag_id: UUID


def dagsorden(hvem: Aktoer, sag: Sag) -> list[Dagspunkt]:
    if sag.moede is None:
        return []
    sager = list(udtraek.dagens_sager(hvem, sag.moede))
    return [
        Dagspunkt(
            kl=s.moede_kl,
            slut=efter.moede_kl if efter and efter.moede_kl != s.moede_kl else None,
            navn=sag.borger.fornavn if s.id == sag.id else _("Sag %(nr)s") % {"nr": nr},
            nu=s.id == sag.id,
            faerdig=s.tilstand not in AABNE,
            url=reverse("web:moederum", args=[s.id]),
            sag_id=s.id,
        )
        for nr, (s, efter) in enumerate(zip_longest(sager, sager[1:]), start=1)
    ]


def naeste(punkter: list[Dagspunkt]) -> Dagspunkt | None:
    """The case after this one."""
    for her, efter in pairwise(punkter):
        if her.nu:
            return efter
    return None


def boer_spoerge(sag: Sag, indstilling: Indstilling | None, referat: Referat | None, dag: date) -> bool:
    """Leaving now, would the meeting leave the case without anybody's next task?

    Asked on the meeting's own day, and where something has been noted; not of one who only looks in beforehand.
    """
    paabegyndt = indstilling is not None or any(d.til_stede is not None for d in sag.deltager_raekker.all())
    holdes = sag.moede is not None and sag.moede.dato == dag
    return (holdes or paabegyndt) and not er_afklaret(sag, referat)


def vej_videre(sag: Sag, naeste: Dagspunkt | None, afklaret: bool) -> str:
    """To the next case (or the day, after the last), or first to what must be settled before it is left."""
    if not afklaret:
        til = f"?til={naeste.sag_id}" if naeste else ""
        return reverse("web:moedeslut", args=[sag.id]) + til
    return naeste.url if naeste else reverse("web:moede", args=[sag.moede_id])


@dataclass(frozen=True, slots=True)
class Plads:
    """A seat: who the law wants there, whom we know, and whether they came. The fields only for the mødeleder."""

    titel: str
    navn: str
    note: str
    status: str
    ord: str
    til: BoundField | None = None
    navnefelt: BoundField | None = None
    bem: BoundField | None = None
    aaben: bool = False
    krav: bool = False  # the law wants somebody here, and nobody is


def navne(hvem: Aktoer, sag: Sag) -> dict[str, str]:
    """The seats in the order of the room, with the names we know: what was noted, else who it would be."""
    noteret = {d.slags: d.vist_navn for d in sag.deltager_raekker.all()}
    team = {m.fagomraade: m.navn for m in udtraek.teamet(hvem)} | _dagens_team(sag)
    notat = sagsbillede.notater(sag).first()
    forslag = {
        S.BORGER: sag.borger.navn,
        S.MOEDELEDER: sag.moede.moedeleder.navn if sag.moede else "",
        S.SAGSBEHANDLER: sag.sagsbehandler.navn,
        S.BESKAEFTIGELSE: team.get("beskaeftigelse", ""),
        S.SOCIAL: team.get("social", ""),
        S.SUNDHED: team.get("sundhed", ""),
        S.SUNDHEDSKOORDINATOR: team.get("sundhedskoordinator") or (notat.forfatter_navn if notat else ""),
        S.UDDANNELSE: team.get("uddannelse", ""),
    }
    return {str(slags): noteret.get(slags) or navn for slags, navn in forslag.items()}


def _dagens_team(sag: Sag) -> dict[str, str]:
    """Who is named for each area on this meeting day."""
    return {m.fagomraade: m.navn for m in Moedemedlem.objects.filter(moede_id=sag.moede_id) if m.navn}


def uddannelsen(sag: Sag, dag: date, form: IndstillingForm | None = None) -> Uddannelsesplads:
    """Must uddannelse be at this meeting? The age on its day, and what a human has answered."""
    moededag = sag.moede.dato if sag.moede else dag
    return uddannelsesplads(sag.borger.foedselsdato, moededag, form.uddannet() if form else uddannet(sag))


def uddannet(sag: Sag) -> bool | None:
    """The newest answer to whether the citizen has a vocational qualification; None = nobody has answered."""
    svar = seneste(sag).get(ERHVERVSUDDANNELSE)
    return svar.vaerdi if svar and isinstance(svar.vaerdi, bool) else None


def bordet(
    sag: Sag, kendte: dict[str, str], plads: Uddannelsesplads, form: IndstillingForm | None
) -> list[Plads]:
    """Who is present against who the law wants, in the order of the room."""
    noteret = {d.slags: d for d in sag.deltager_raekker.all()}
    til_stede = form.til_stede() if form else {slags: d.til_stede for slags, d in noteret.items()}
    pladser = []
    for slags, navn in kendte.items():
        til = til_stede.get(slags)
        status = TIL_STEDE[til]
        ord_ = _("Ikke noteret") if til is None else ""
        if slags == S.UDDANNELSE and til is not True:
            status, ord_ = _uddannelsens_plads(plads, til)
        elif slags in OMRAADER and til is False:
            status, ord_ = "mangler", _("Mangler")
        felter: dict[str, Any] = {}
        if form:
            bem = form[f"{slags}_bem"]
            felter = {
                "til": form[f"{slags}_til"],
                "navnefelt": None if slags == S.BORGER else form[f"{slags}_navn"],
                "bem": bem,
                "krav": (til is False and status == "mangler")
                or (slags == S.UDDANNELSE and til is not True and plads.svar != Uddannelse.EFTER_BEHOV),
                "aaben": bool(bem.errors) or (slags == S.BORGER and til is False),
            }
        note = noteret[slags].bemaerkning if slags in noteret else ""
        kaldes = sag.borger.fornavn if slags == S.BORGER else fornavn(navn)
        pladser.append(Plads(_(S(slags).label), kaldes, note, status, ord_, **felter))
    return pladser


def _uddannelsens_plads(plads: Uddannelsesplads, til: bool | None) -> tuple[str, str]:
    if plads.svar == Uddannelse.SKAL_MED:
        return ("mangler", _("Mangler")) if til is False else ("ikke_besvaret", _("Skal med"))
    if plads.svar == Uddannelse.SPOERG:
        return "ikke_besvaret", _("Svar på spørgsmålet")
    return "ikke_angivet", _("Kun når det er relevant")


def alle_til_stede(data: QueryDict, pladser: Iterable[str]) -> QueryDict:
    """What was sent, with everybody who is not noted yet noted as present; uddannelse is often not called."""
    ny = data.copy()
    for slags in pladser:
        if slags != S.UDDANNELSE and not ny.get(f"{slags}_til"):
            ny[f"{slags}_til"] = "ja"
    return ny


def mangler(sag: Sag, indstilling: Indstilling | None, form: IndstillingForm | None) -> dict[str, str]:
    """Part → what lacks, as the page stands now (typed, not only saved)."""
    dele = hvad_mangler(sag, form.udkast() if form else indstilling)
    if form and True in form.til_stede().values():
        dele.pop("deltagere", None)
    return dele


def mangler_ord(mangler: dict[str, str], dele: tuple[Del, ...]) -> str:
    """ "To svar mangler: opfølgning, se sagen igen"; of many, the first three and how many more."""
    if not mangler:
        return ""
    hvad = [str(DELE[n]) if n in DELE else moededele.ord_for(n, dele) for n in mangler]
    if len(hvad) > NAEVNES:
        hvad = [*hvad[:3], _("og %(antal)s mere") % {"antal": len(hvad) - 3}]
    tal = _TAL[len(mangler)]() if len(mangler) in _TAL else str(len(mangler))
    return ngettext("%(tal)s svar mangler: %(hvad)s", "%(tal)s svar mangler: %(hvad)s", len(mangler)) % {
        "tal": tal,
        "hvad": ", ".join(hvad),
    }
