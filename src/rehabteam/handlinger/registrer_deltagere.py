"""Who is at the meeting of a case, against who the law wants there."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _

from rehabteam.sager.adgang.rettigheder import kraev_ret
from rehabteam.sager.models import Deltager, Sag

from .fejl import KanIkke
from .handling import Anledning, haendelse, handling
from .hent import hent_sag


@dataclass(frozen=True, slots=True)
class Fremmoede:
    """One seat: `til_stede` None = not noted yet."""

    slags: str
    navn: str
    til_stede: bool | None
    bemaerkning: str = ""


@handling("registrer_deltagere")
def registrer_deltagere(anledning: Anledning, sag_id: UUID, *, fremmoede: Sequence[Fremmoede]) -> Sag:
    """Note the seats given; others stay. An absent citizen needs a remark. Raises KanIkke at `<slags>`."""
    sag = hent_sag(anledning, sag_id)
    kraev_ret(anledning.aktoer, "registrer_deltagere", sag)
    fejl = {}
    for f in fremmoede:
        if f.slags not in Deltager.Slags.values:
            fejl[f.slags] = _("Ukendt plads ved bordet.")
        elif f.slags == Deltager.Slags.BORGER and f.til_stede is False and not f.bemaerkning.strip():
            fejl[f.slags] = _("Skriv, hvorfor borgeren ikke er med.")
    if fejl:
        raise KanIkke(fejl)
    for f in fremmoede:
        Deltager.objects.update_or_create(
            sag=sag,
            slags=f.slags,
            defaults={"navn": f.navn.strip(), "til_stede": f.til_stede, "bemaerkning": f.bemaerkning.strip()},
            create_defaults={
                "kommune_id": sag.kommune_id,
                "navn": f.navn.strip(),
                "til_stede": f.til_stede,
                "bemaerkning": f.bemaerkning.strip(),
            },
        )
    antal = sum(1 for f in fremmoede if f.til_stede)
    haendelse(anledning, "registrer_deltagere", f"Noteret på mødet: {antal} til stede.", sag=sag)
    return sag
