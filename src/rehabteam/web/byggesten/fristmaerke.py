"""The deadline badge: what stands in its two lines, and which of its five tones it has.

The tone is never alone: each has its own icon and its own words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rehabteam.web.byggesten import datoer

IKONER = {"over": "error", "snart": "warning", "ro": "calendar-month", "ok": "success", "still": "hourglass"}

# Calm until this many days are left; a kommune may set others.
SNART_DAGE = 30
SNART_HVERDAGE = 10


@dataclass(frozen=True, slots=True)
class Fristmaerke:
    """``tone`` is one of the keys of IKONER; ``linje1`` the count, ``linje2`` the day it is about."""

    tone: str
    linje1: str
    linje2: str

    @property
    def ikon(self) -> str:
        return IKONER[self.tone]


def dage(frist: date, i_dag: date, snart: int = SNART_DAGE, foer: str = "") -> Fristmaerke:
    """Badge of a limit counted in calendar days. ``foer`` is put before the date ("fristen var")."""
    tilbage = (frist - i_dag).days
    if tilbage < 0:
        tekst = ngettext("%(antal)s dag over", "%(antal)s dage over", -tilbage) % {"antal": -tilbage}
    else:
        tekst = ngettext("%(antal)s dag", "%(antal)s dage", tilbage) % {"antal": tilbage}
    return _maerke(tilbage, tekst, frist, snart, foer)


def hverdage(frist: date, tilbage: int, snart: int = SNART_HVERDAGE, foer: str = "") -> Fristmaerke:
    """Badge of a limit counted in working days; ``tilbage`` is below nought when it is passed.

    The count comes from the rule, which knows the holidays; nothing is counted here.
    """
    if tilbage < 0:
        tekst = ngettext("%(antal)s hverdag over", "%(antal)s hverdage over", -tilbage) % {"antal": -tilbage}
    else:
        tekst = ngettext("%(antal)s hverdag", "%(antal)s hverdage", tilbage) % {"antal": tilbage}
    return _maerke(tilbage, tekst, frist, snart, foer)


def klar(tekst: str) -> Fristmaerke:
    """Everything is done; ``tekst`` says what it is ready for ("møde 04.06.2026")."""
    return Fristmaerke("ok", _("Klar"), tekst)


def staar_stille(tekst: str = "") -> Fristmaerke:
    """The count stands still: there is no date to show."""
    return Fristmaerke("still", _("Står stille"), tekst or _("ingen dato endnu"))


def rolig(linje1: str, linje2: str) -> Fristmaerke:
    """A badge with other words and no haste ("Undtaget", "stk. 4")."""
    return Fristmaerke("ro", linje1, linje2)


def vurder(linje2: str) -> Fristmaerke:
    """The law leaves it to a human, so no date is shown as the truth."""
    return Fristmaerke("snart", _("Du skal vurdere"), linje2)


def _maerke(tilbage: int, tekst: str, frist: date, snart: int, foer: str) -> Fristmaerke:
    tone = "over" if tilbage < 0 else "snart" if tilbage <= snart else "ro"
    dag = datoer.tabel_med_ugedag(frist)
    return Fristmaerke(tone, _("I dag") if tilbage == 0 else tekst, f"{foer} {dag}" if foer else dag)
