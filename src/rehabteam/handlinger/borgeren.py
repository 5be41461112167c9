"""The citizen a new forløb or case is about: the row the kommune already has, or a new one."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rehabteam.sager.cpr import Cpr
from rehabteam.sager.models import Borger
from rehabteam.sager.udtraek.synlige import synlige_borgere

from .datoer import kraev, rimelig
from .fejl import KanIkke
from .handling import Anledning
from .hent import efter_tur


@dataclass(frozen=True, slots=True)
class NyBorger:
    """What is written down about a citizen the first time. `foedselsdato` is only needed for a replacement number."""

    cpr: Cpr
    navn: str
    foedselsdato: date | None = None
    telefon: str = ""
    bisidder: str = ""
    tolk: str = ""
    beskyttet_adresse: bool = False
    egne_ord: str = ""


def foedselsdag(anledning: Anledning, cpr: Cpr, skrevet: date | None) -> date:
    """The day of birth, from the number or as written. Raises KanIkke at `foedselsdato`."""
    foedt = cpr.foedselsdato or skrevet
    if foedt is None:
        raise KanIkke({"foedselsdato": _("Et erstatnings-CPR siger ikke fødselsåret. Skriv fødselsdatoen.")})
    kraev({"foedselsdato": rimelig(foedt, date(1900, 1, 1), anledning.dag, fremtid=False)})
    return foedt


def borgeren(anledning: Anledning, ny: NyBorger) -> Borger:
    """The kommune's own row with this CPR number, or a new one; two at once take turns.

    Raises KanIkke at `foedselsdato`, or at `cpr` for the one who is kept out of the citizen's cases.
    """
    foedt = foedselsdag(anledning, ny.cpr, ny.foedselsdato)
    kommune_id = anledning.aktoer.organisation_id
    efter_tur("borger", kommune_id)
    kendt = synlige_borgere(anledning.aktoer).filter(cpr=ny.cpr.nummer).first()
    if kendt:
        return kendt
    try:
        with transaction.atomic():
            return Borger.objects.create(
                kommune_id=kommune_id,
                cpr=ny.cpr.nummer,
                fuldt_navn=ny.navn,
                foedselsdato=foedt,
                bisidder=ny.bisidder,
                tolk=ny.tolk,
                telefon=ny.telefon,
                beskyttet_adresse=ny.beskyttet_adresse,
                egne_ord=ny.egne_ord,
            )
    except IntegrityError:
        # She is registered here, and this person is kept out of her cases.
        raise KanIkke({"cpr": _("Borgeren kan ikke registreres af dig. Tal med din leder.")}) from None
