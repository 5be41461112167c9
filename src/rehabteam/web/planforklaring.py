"""The planner's reasons as sentences: why a case cannot come before its earliest day, and why not on an earlier one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.sager.planlaegning.hvorfor import afslag
from rehabteam.sager.planlaegning.opgaven import Afslag, Hvorfor, Placering
from rehabteam.sager.udtraek.planlaegning import Planbillede, Ventesag


@dataclass(frozen=True, slots=True)
class Nej:
    """One or more days in a row with the same reason."""

    fra: date
    til: date
    antal: int
    tekst: str


def tidligst(v: Ventesag) -> list[str]:
    """What decides the earliest possible day."""
    grunde = []
    if v.sendt:
        grunde.append(_("Sagen er sendt, så fristen før mødet er holdt."))
    elif v.vent.genforelaeggelse:
        grunde.append(_("Sagen skal sendes fem hverdage før mødet (proceduren)."))
    elif v.frist_kendt:
        grunde.append(
            ngettext(
                "Sagen skal sendes %(antal)s hverdag før mødet (samarbejdsaftalen).",
                "Sagen skal sendes %(antal)s hverdage før mødet (samarbejdsaftalen).",
                v.hverdage or 0,
            )
            % {"antal": v.hverdage or 0}
        )
    else:
        grunde.append(_("Fristen før mødet er ikke angivet for sagens kategori og er ikke regnet med."))
    if v.attest:
        grunde.append(_("Der ventes en attest senest %(dag)s.") % {"dag": f"{v.attest:%d.%m.%Y}"})
    return grunde


def hvorfor_ikke(billede: Planbillede, plads: Placering) -> list[Nej]:
    """Every earlier day with its reason; days in a row with the same reason are one line."""
    fundne = afslag(billede.forslag, plads)
    return [
        _linje(billede, plads, list(dage))
        for _noegle, dage in groupby(fundne, key=lambda a: (a.hvorfor, a.med))
    ]


def _linje(billede: Planbillede, plads: Placering, dage: list[Afslag]) -> Nej:
    return Nej(dage[0].dag.dato, dage[-1].dag.dato, len(dage), _tekst(billede, plads, dage[0]))


def _tekst(billede: Planbillede, plads: Placering, nej: Afslag) -> str:
    if nej.hvorfor == Hvorfor.FOER_TIDLIGST:
        return _("Sagen kan tidligst komme på %(dag)s.") % {"dag": f"{plads.sag.tidligst:%d.%m.%Y}"}
    if nej.hvorfor == Hvorfor.LUKKET:
        return _("Sundhedskoordinatoren er væk, og ingen er sat i stedet.")
    if nej.hvorfor == Hvorfor.GIVET_BORT:
        return _("Alle pladser i sagens kategori er taget.")
    return _ombytning(billede, nej)


def _ombytning(billede: Planbillede, nej: Afslag) -> str:
    assert nej.forskel is not None and nej.med is not None
    sent, gen, andre, _flyt = nej.forskel
    med = {"nummer": billede.sager[nej.med].nummer}
    if nej.hvorfor == Hvorfor.FLERE_FOR_SENT:
        return ngettext(
            "Bytter den med sag %(nummer)s, kommer en sag mere efter sit mål.",
            "Bytter den med sag %(nummer)s, kommer %(antal)s sager mere efter deres mål.",
            sent,
        ) % {**med, "antal": sent}
    if nej.hvorfor == Hvorfor.GENFORELAEGGELSER_VENTER:
        return ngettext(
            "Bytter den med sag %(nummer)s, venter genforelæggelserne en dag mere i alt.",
            "Bytter den med sag %(nummer)s, venter genforelæggelserne %(antal)s dage mere i alt.",
            gen,
        ) % {**med, "antal": gen}
    if nej.hvorfor == Hvorfor.ANDRE_VENTER:
        return ngettext(
            "Bytter den med sag %(nummer)s, venter de andre sager en dag mere i alt.",
            "Bytter den med sag %(nummer)s, venter de andre sager %(antal)s dage mere i alt.",
            andre,
        ) % {**med, "antal": andre}
    if nej.hvorfor == Hvorfor.FLERE_FLYTTES:
        return _("Bytter den med sag %(nummer)s, skal flere aftalte dage flyttes.") % med
    return _("Bytter den med sag %(nummer)s, bliver planen lige så god, men ikke bedre.") % med


def antal_uden(placeringer: Iterable[Placering]) -> int:
    return sum(p.dag is None for p in placeringer)
