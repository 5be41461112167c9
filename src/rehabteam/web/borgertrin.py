"""The way of a case as the citizen walks it: what has happened, what is next, what comes later."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _

from rehabteam.sager.models import GENFORELAEGGELSE, Forloeb
from rehabteam.sager.sagsfakta.afgoerelse import indsatsdel_kraeves
from rehabteam.sager.udtraek.min_sag import MinSag

from .byggesten import datoer

SKET, NAESTE, SENERE = "sket", "naeste", "senere"


@dataclass(frozen=True, slots=True)
class Trin:
    """One step. `naar`: the day in words, or what it waits for."""

    tilstand: str
    naar: str
    tekst: str
    under: str = ""

    @property
    def maerke(self) -> str:
        return {SKET: _("Sket"), NAESTE: _("Næste"), SENERE: _("Senere")}[self.tilstand]


def _dag(tid: datetime | None) -> date | None:
    return tid.astimezone(ZoneInfo(settings.TIME_ZONE)).date() if tid else None


def trin(forloeb: Forloeb | None, min_sag: MinSag | None, dag: date, *, igen: bool) -> list[Trin]:
    """`igen`: the law says that the team must see the case again, whether or not anybody has taken it up.

    The first step that has not happened is the next one; there is never more than one of those."""
    kendte: list[tuple[date | None, str, str, str]] = []  # day, words, below, what an unknown day waits for
    if forloeb:
        kendte.append((forloeb.start, _("Dit ressourceforløb begyndte"), "", ""))
    if min_sag:
        kendte += _sagens(min_sag)
    elif igen:
        kendte.append((None, _("Din sag bliver taget op igen"), "", _("det gør din sagsbehandler")))
        kendte.append((None, _("Møde i teamet"), "", _("når dagen er fundet")))
    elif forloeb and forloeb.slut is None:
        kendte.append((None, _("Du går i gang"), "", _("når det er aftalt")))
    fundne, naeste_er_sagt = [], False
    for hvornaar, tekst, under, venter in kendte:
        sket = hvornaar is not None and hvornaar <= dag and not venter
        tilstand = SKET if sket else SENERE if naeste_er_sagt else NAESTE
        naeste_er_sagt = naeste_er_sagt or tilstand == NAESTE
        fundne.append(Trin(tilstand, datoer.uden_ugedag(hvornaar) if hvornaar else venter, tekst, under))
    return fundne


def _sagens(m: MinSag) -> list[tuple[date | None, str, str, str]]:
    sag, igen = m.sag, m.sag.undertype == GENFORELAEGGELSE
    givet = m.indstilling.afgivet_dag if m.indstilling else None
    faerdig = _dag(m.plan.faerdig_tid) if m.plan else None
    afgjort = m.afgoerelse.dag if m.afgoerelse else faerdig
    moede = m.moede.dato if m.moede else None
    return [
        (sag.oprettet, _("Din sag blev taget op igen") if igen else _("Din sag begyndte"), "", ""),
        (
            sag.sendt_dag,
            _("Regionen får papirerne"),
            _("En sundhedskoordinator læser dem før mødet."),
            "" if sag.sendt_dag else _("før mødet"),
        ),
        (moede, _("Møde i teamet"), "", "" if moede else _("når dagen er fundet")),
        (givet, _("Teamets forslag"), "", "" if givet else _("efter mødet")),
        (
            afgjort,
            _("Kommunens afgørelse"),
            _("Du kan klage over afgørelsen."),
            "" if afgjort else _("efter teamets forslag"),
        ),
        *_planen(m, faerdig),
        (None, _("Du går i gang"), "", _("når det er aftalt")),
    ]


def _planen(m: MinSag, faerdig: date | None) -> list[tuple[date | None, str, str, str]]:
    """Her plan, where the rules want one after what was decided."""
    if m.afgoerelse and not faerdig and not indsatsdel_kraeves(m.sag, m.afgoerelse):
        return []
    return [(faerdig, _("Din plan"), "", "" if faerdig else _("efter afgørelsen"))]
